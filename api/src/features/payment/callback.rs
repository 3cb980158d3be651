use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};

use crate::app::App;

use super::gateway::BadCallback;
use super::settle::{Heard, hear};

/// `POST /gateways/{code}/callback`: what a gateway tells. Answered with success only when it is written down, so that
/// the gateway tells it again otherwise.
pub async fn callback(
    State(app): State<App>,
    Path(code): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> (StatusCode, &'static str) {
    let Some(gateway) = app.gateways.find(&code) else { return (StatusCode::NOT_FOUND, "no such gateway") };
    let callback = match gateway.read_callback(&headers, &body) {
        Ok(callback) => callback,
        Err(BadCallback::Signature) => {
            tracing::warn!(gateway = code, "a callback with a bad signature was refused");
            return (StatusCode::UNAUTHORIZED, "bad signature");
        }
        Err(BadCallback::Form) => return (StatusCode::BAD_REQUEST, "cannot be read"),
    };
    let raw = String::from_utf8_lossy(&body).into_owned();
    let event = (code.as_str(), callback.event_id.as_str(), raw.as_str());
    match hear(&app, callback.payment, callback.news, Some(event)).await {
        Ok(Heard::Known | Heard::Repeated) => (StatusCode::OK, "ok"),
        Ok(Heard::Unknown) => (StatusCode::NOT_FOUND, "no such payment"),
        Err(fault) => {
            tracing::error!(?fault, "a callback could not be taken");
            (StatusCode::SERVICE_UNAVAILABLE, "try again")
        }
    }
}
