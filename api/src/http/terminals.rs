//! The door of payment terminals: `GET` and `POST /terminals/{code}`.

use axum::body::Bytes;
use axum::extract::{ConnectInfo, Path, RawQuery, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::features::terminal_network::{Call, ask};

use super::door::Peer;
use super::viewer::forwarded;

/// Bytes of a request's body.
pub const MAX_BYTES: usize = 8 * 1024;

/// Answers with 200 and XML whoever shows the network's password; 401 and 403 whoever does not, or asks from elsewhere.
pub async fn terminals(
    State(app): State<App>,
    ConnectInfo(peer): ConnectInfo<Peer>,
    Path(code): Path<String>,
    RawQuery(query): RawQuery,
    method: Method,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let authorization = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let call = Call {
        method: if method == Method::POST { "POST" } else { "GET" },
        path: format!("/terminals/{code}"),
        query: query.unwrap_or_default(),
        body: String::from_utf8_lossy(&body).into_owned(),
        address: forwarded(&app, &headers).unwrap_or_else(|| peer.0.ip().to_string()),
        authorization: authorization.map(ToOwned::to_owned),
    };
    let Some(told) = ask(&app, &code, &call).await else {
        return (StatusCode::NOT_FOUND, "there is no such network").into_response();
    };
    let status = StatusCode::from_u16(told.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let kind = if status == StatusCode::OK { "text/xml; charset=utf-8" } else { "text/plain; charset=utf-8" };
    let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-store")];
    let mut response = (status, headers, told.body).into_response();
    if status == StatusCode::UNAUTHORIZED {
        let realm = header::HeaderValue::from_static("Basic realm=\"terminals\", charset=\"UTF-8\"");
        response.headers_mut().insert(header::WWW_AUTHENTICATE, realm);
    }
    if let Some(seconds) = told.retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    response
}
