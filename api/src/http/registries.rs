//! Files of gateways and of terminals' networks, sent by staff.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{ConnectInfo, Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::app::App;
use crate::features::registry::{Loaded, RegistryAsked, load_registry};
use crate::graphql::{Gid, Kind};

use super::door::Peer;
use super::viewer::viewer;

/// `POST /registries/{method}?from=2026-12-01&to=2026-12-02&name=…`: a CSV or XLSX as the body, with a staff session in
/// `Authorization`. Answers `{"id":…,"again":…}` (`again`: the same file was loaded before), or a code: FORBIDDEN, NOT_FOUND,
/// BAD_PERIOD, NOT_A_TABLE, EMPTY, TOO_LONG, or NO_COLUMN with `column`.
pub async fn load(
    State(app): State<App>,
    ConnectInfo(peer): ConnectInfo<Peer>,
    Path(method): Path<String>,
    Query(asked): Query<RegistryAsked>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let refuse = |status: StatusCode, code: &str| (status, Json(json!({ "code": code }))).into_response();
    let loaded = async {
        match viewer(&app, &headers, &peer.0.ip().to_string()).await? {
            Ok(viewer) => load_registry(&app, &viewer, &method, &asked, &body).await,
            Err(()) => Ok(Loaded::Forbidden),
        }
    };
    match loaded.await {
        Ok(Loaded::Registry { id, again }) => {
            Json(json!({ "id": Gid::of(Kind::Registry, id).as_str(), "again": again })).into_response()
        }
        Ok(Loaded::Forbidden) => refuse(StatusCode::FORBIDDEN, "FORBIDDEN"),
        Ok(Loaded::NotFound) => refuse(StatusCode::NOT_FOUND, "NOT_FOUND"),
        Ok(Loaded::BadPeriod) => refuse(StatusCode::BAD_REQUEST, "BAD_PERIOD"),
        Ok(Loaded::NotATable) => refuse(StatusCode::UNSUPPORTED_MEDIA_TYPE, "NOT_A_TABLE"),
        Ok(Loaded::Empty) => refuse(StatusCode::UNPROCESSABLE_ENTITY, "EMPTY"),
        Ok(Loaded::TooLong) => refuse(StatusCode::UNPROCESSABLE_ENTITY, "TOO_LONG"),
        Ok(Loaded::NoColumn(column)) => {
            let told = json!({ "code": "NO_COLUMN", "column": column });
            (StatusCode::UNPROCESSABLE_ENTITY, Json(told)).into_response()
        }
        Err(fault) => {
            tracing::error!(?fault, "a registry could not be loaded");
            refuse(StatusCode::INTERNAL_SERVER_ERROR, "INTERNAL")
        }
    }
}
