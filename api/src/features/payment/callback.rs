use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use domain::gateway::without_cards;

use crate::app::App;
use crate::features::gateway::{BadCallback, Made, keep_callback};
use crate::platform::Fault;

use super::settle::{Heard, hear};

/// Bytes of a message.
pub const MAX_CALLBACK: usize = 64 * 1024;

/// `POST /gateways/{code}/callback`: what a gateway tells. Answered with success only when it is written down, so that
/// the gateway tells it again otherwise.
pub async fn callback(
    State(app): State<App>,
    Path(code): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> (StatusCode, &'static str) {
    match take(&app, &code, &headers, &body).await {
        Ok(answer) => answer,
        Err(fault) => {
            tracing::error!(?fault, "a callback could not be taken");
            (StatusCode::SERVICE_UNAVAILABLE, "try again")
        }
    }
}

async fn take(app: &App, code: &str, headers: &HeaderMap, body: &[u8]) -> Result<(StatusCode, &'static str), Fault> {
    let Some(gateway) = app.gateways.find(app, code).await? else {
        return Ok((StatusCode::NOT_FOUND, "no such gateway"));
    };
    let callback = match gateway.read_callback(headers, body) {
        Ok(callback) => callback,
        Err(BadCallback::Signature) => {
            tracing::warn!(gateway = code, "a callback with a bad signature was refused");
            keep_callback(app, &gateway.row, None, body, Made::BadSignature).await?;
            return Ok((StatusCode::UNAUTHORIZED, "bad signature"));
        }
        Err(BadCallback::Form) => {
            keep_callback(app, &gateway.row, None, body, Made::Unreadable).await?;
            return Ok((StatusCode::BAD_REQUEST, "cannot be read"));
        }
    };
    let Some(payment) = callback.payment else {
        keep_callback(app, &gateway.row, None, body, Made::UnknownPayment).await?;
        return Ok((StatusCode::NOT_FOUND, "no such payment"));
    };
    let raw = without_cards(&String::from_utf8_lossy(body));
    let event = (code, callback.event_id.as_str(), raw.as_str());
    let heard = hear(app, payment, callback.report, Some(event)).await;
    let made = match &heard {
        Ok(Heard::Known) => Made::Taken,
        Ok(Heard::Repeated) => Made::Repeated,
        Ok(Heard::Unknown) => Made::UnknownPayment,
        Ok(Heard::Contradicted(what)) => (*what).into(),
        Err(_) => Made::Fault,
    };
    let known = Some(payment).filter(|_| made != Made::UnknownPayment);
    if let Err(fault) = keep_callback(app, &gateway.row, known, body, made).await {
        // What it has told is settled, and kept as an event.
        tracing::error!(?fault, gateway = code, "a callback could not be kept");
    }
    Ok(match heard? {
        Heard::Known | Heard::Repeated | Heard::Contradicted(_) => (StatusCode::OK, "ok"),
        Heard::Unknown => (StatusCode::NOT_FOUND, "no such payment"),
    })
}
