//! Documents of requests for refunds: sent by passengers, read by them and by who answers.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{ConnectInfo, Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

use crate::app::App;
use crate::features::refund_request::{Added, Opened, add_document, open_document};
use crate::platform::Fault;

use super::door::Peer;
use super::viewer::viewer;

/// The secret of an order, from its link.
const SECRET: &str = "x-order-secret";

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    name: String,
}

fn secret(headers: &HeaderMap) -> Option<&str> {
    headers.get(SECRET).and_then(|value| value.to_str().ok())
}

/// `POST /refund-requests/{id}/documents?name=…`: a PDF, JPEG, PNG or WebP of at most 5 MB as the body, with the owner's
/// session in `Authorization` or the order's secret in `X-Order-Secret`. Answers `{"id":…,"name":…}`, or a code:
/// NOT_FOUND, NOT_A_DOCUMENT, TOO_MANY, CLOSED.
pub async fn add(
    State(app): State<App>,
    ConnectInfo(peer): ConnectInfo<Peer>,
    Path(request): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let refuse = |status: StatusCode, code: &str| (status, Json(json!({ "code": code }))).into_response();
    let added = async {
        match viewer(&app, &headers, &peer.0.ip().to_string()).await? {
            Ok(viewer) => add_document(&app, &viewer, &request, secret(&headers), &asked.name, &body).await,
            Err(()) => Ok(Added::NotFound),
        }
    };
    match added.await {
        Ok(Added::Document(document)) => {
            Json(json!({ "id": document.id.as_str(), "name": document.name })).into_response()
        }
        Ok(Added::NotFound) => refuse(StatusCode::NOT_FOUND, "NOT_FOUND"),
        Ok(Added::NotADocument) => refuse(StatusCode::UNSUPPORTED_MEDIA_TYPE, "NOT_A_DOCUMENT"),
        Ok(Added::TooMany) => refuse(StatusCode::CONFLICT, "TOO_MANY"),
        Ok(Added::Closed) => refuse(StatusCode::CONFLICT, "CLOSED"),
        Err(fault) => broken(&fault),
    }
}

/// `GET /refund-documents/{id}`, with the same proof or the session of staff who answer requests. It is never shown within
/// the site: what somebody has sent is theirs, not ours.
pub async fn show(
    State(app): State<App>,
    ConnectInfo(peer): ConnectInfo<Peer>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Response {
    let opened = async {
        match viewer(&app, &headers, &peer.0.ip().to_string()).await? {
            Ok(viewer) => open_document(&app, &viewer, &id, secret(&headers)).await,
            Err(()) => Ok(Opened::NotFound),
        }
    };
    match opened.await {
        Ok(Opened::Document { content_type, bytes }) => {
            let headers = [
                (header::CONTENT_TYPE, content_type),
                (header::CONTENT_DISPOSITION, "attachment".to_owned()),
                (header::CACHE_CONTROL, "no-store".to_owned()),
            ];
            (headers, bytes).into_response()
        }
        Ok(Opened::NotFound) => (StatusCode::NOT_FOUND, "there is no such document").into_response(),
        Err(fault) => broken(&fault),
    }
}

fn broken(fault: &Fault) -> Response {
    tracing::error!(?fault, "a document could not be kept or shown");
    (StatusCode::INTERNAL_SERVER_ERROR, "try again").into_response()
}
