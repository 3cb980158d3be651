//! Lists and reports as files, behind the addresses that `exportList` and `exportReport` give.

use std::time::Duration;

use axum::Json;
use axum::body::{Body, Bytes};
use axum::extract::{ConnectInfo, Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use tokio::io::AsyncReadExt as _;

use crate::features::export::{Order, Refused, Written, write};
use crate::platform::Fault;

use super::door::Peer;
use super::serve::Web;
use super::viewer::forwarded;

/// A file takes longer than an answer may.
const PATIENCE: Duration = Duration::from_mins(5);
/// Read from the file at a time.
const CHUNK: usize = 64 * 1024;

/// `GET /exports/{sealed}`: the file, or a code: EXPIRED, TOO_MANY_ROWS with `limit`, BUSY, or what the list's field
/// says to somebody who may not.
pub async fn show(
    State(web): State<Web>,
    ConnectInfo(peer): ConnectInfo<Peer>,
    Path(sealed): Path<String>,
    headers: HeaderMap,
) -> Response {
    let refuse =
        |status: StatusCode, body: Value| (status, [(header::CACHE_CONTROL, "no-store")], Json(body)).into_response();
    let address = forwarded(&web.app, &headers).unwrap_or_else(|| peer.0.ip().to_string());
    let written = async {
        let Some((viewer, order)) = Order::open(&web.app, &sealed, address).await? else { return Ok(None) };
        write(&web.app, &viewer, &order, &web.schema).await.map(Some)
    };
    let written: Result<_, Fault> = match tokio::time::timeout(PATIENCE, written).await {
        Ok(written) => written,
        Err(_) => Err(Fault::new("an export took too long")),
    };
    match written {
        Ok(Some(Ok(written))) => match answer(written) {
            Ok(response) => response,
            Err(fault) => broken(&fault),
        },
        Ok(None) => refuse(StatusCode::GONE, json!({ "code": "EXPIRED" })),
        Ok(Some(Err(Refused::TooManyRows(limit)))) => {
            refuse(StatusCode::UNPROCESSABLE_ENTITY, json!({ "code": "TOO_MANY_ROWS", "limit": limit }))
        }
        Ok(Some(Err(Refused::Busy))) => refuse(StatusCode::SERVICE_UNAVAILABLE, json!({ "code": "BUSY" })),
        Ok(Some(Err(Refused::Code(code)))) => {
            let status = match code.as_str() {
                "NOT_FOUND" => StatusCode::NOT_FOUND,
                "BAD_INPUT" => StatusCode::BAD_REQUEST,
                _ => StatusCode::FORBIDDEN,
            };
            refuse(status, json!({ "code": code }))
        }
        Err(fault) => broken(&fault),
    }
}

fn answer(Written { name, mime, file }: Written) -> Result<Response, Fault> {
    let length = file.metadata()?.len();
    let mut file = tokio::fs::File::from_std(file);
    let chunks = async_stream::try_stream! {
        loop {
            let mut chunk = Vec::with_capacity(CHUNK);
            if file.read_buf(&mut chunk).await? == 0 {
                break;
            }
            yield Bytes::from(chunk);
        }
    };
    let headers = [
        (header::CONTENT_TYPE, mime.to_owned()),
        (header::CONTENT_LENGTH, length.to_string()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    let chunks: std::pin::Pin<Box<dyn futures::Stream<Item = Result<Bytes, std::io::Error>> + Send>> = Box::pin(chunks);
    Ok((headers, Body::from_stream(chunks)).into_response())
}

fn broken(fault: &Fault) -> Response {
    tracing::error!(?fault, "a list could not be written as a file");
    (StatusCode::INTERNAL_SERVER_ERROR, Json(json!({ "code": "INTERNAL" }))).into_response()
}
