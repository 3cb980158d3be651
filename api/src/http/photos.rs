//! Photos of vehicles: sent by staff, seen by everybody.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{ConnectInfo, Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::app::App;
use crate::features::vehicle::{Added, add_photo, find_photo};
use crate::platform::Fault;

use super::door::Peer;
use super::viewer::viewer;

/// `POST /photos/{vehicle}`: a JPEG, PNG or WebP as the body, with a staff session in `Authorization`. Answers
/// `{"id":…,"url":…}`, or a code: FORBIDDEN, NOT_FOUND, NOT_A_PICTURE, TOO_MANY.
pub async fn add(
    State(app): State<App>,
    ConnectInfo(peer): ConnectInfo<Peer>,
    Path(vehicle): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let refuse = |status: StatusCode, code: &str| (status, Json(json!({ "code": code }))).into_response();
    let added = async {
        match viewer(&app, &headers, &peer.0.ip().to_string()).await? {
            Ok(viewer) => add_photo(&app, &viewer, &vehicle, &body).await,
            Err(()) => Ok(Added::Forbidden),
        }
    };
    match added.await {
        Ok(Added::Photo(photo)) => Json(json!({ "id": photo.id.as_str(), "url": photo.url })).into_response(),
        Ok(Added::Forbidden) => refuse(StatusCode::FORBIDDEN, "FORBIDDEN"),
        Ok(Added::NotFound) => refuse(StatusCode::NOT_FOUND, "NOT_FOUND"),
        Ok(Added::NotAPicture) => refuse(StatusCode::UNSUPPORTED_MEDIA_TYPE, "NOT_A_PICTURE"),
        Ok(Added::TooMany) => refuse(StatusCode::CONFLICT, "TOO_MANY"),
        Err(fault) => broken(&fault),
    }
}

/// `GET /photos/{id}`: what is behind an address never changes.
pub async fn show(State(app): State<App>, Path(id): Path<String>) -> Response {
    match find_photo(&app, &id).await {
        Ok(Some((kind, bytes))) => {
            let headers = [
                (header::CONTENT_TYPE, kind),
                (header::CACHE_CONTROL, "public, max-age=31536000, immutable".to_owned()),
            ];
            (headers, bytes).into_response()
        }
        Ok(None) => (StatusCode::NOT_FOUND, "there is no such photo").into_response(),
        Err(fault) => broken(&fault),
    }
}

fn broken(fault: &Fault) -> Response {
    tracing::error!(?fault, "a photo could not be kept or shown");
    (StatusCode::INTERNAL_SERVER_ERROR, "try again").into_response()
}
