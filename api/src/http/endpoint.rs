//! `/graphql` by HTTP: one operation to a request, mutations by POST only.

use async_graphql::parser::types::OperationType;
use async_graphql::{Response as Answer, ServerError, Value};
use axum::body::Bytes;
use axum::extract::{ConnectInfo, State};
use axum::http::header::{ACCEPT, ALLOW, CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};

use crate::features::partner::INTROSPECTION;
use crate::graphql::Viewer;

use super::door::Peer;
use super::graphql_request::{PARSE_FAILED, Parts, Unreadable};
use super::media_type::MediaType;
use super::origin::is_ours;
use super::serve::Web;
use super::viewer::viewer;

/// A request error: the operation was not begun.
fn refuse(media: MediaType, status: StatusCode, code: &str, message: &str) -> Response {
    // Older clients take a document that cannot be parsed for a well-formed request.
    let status = if media == MediaType::Json && code == PARSE_FAILED { StatusCode::OK } else { status };
    let body = serde_json::json!({ "errors": [{ "message": message, "extensions": { "code": code } }] });
    (status, [(CONTENT_TYPE, media.name()), (CACHE_CONTROL, "no-store")], body.to_string()).into_response()
}

/// `GET` and `POST /graphql`.
pub async fn graphql(
    State(web): State<Web>,
    ConnectInfo(peer): ConnectInfo<Peer>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let accept = headers.get(ACCEPT).and_then(|value| value.to_str().ok());
    let Some(media) = MediaType::accepted(accept) else {
        let message = "Accept: application/graphql-response+json or application/json.";
        return refuse(MediaType::Json, StatusCode::NOT_ACCEPTABLE, "NOT_ACCEPTABLE", message);
    };
    if !is_ours(&web.app.config, &headers) {
        return refuse(media, StatusCode::FORBIDDEN, "FORBIDDEN", "Requests on behalf of another site are refused.");
    }
    let parts = if method == Method::GET {
        Parts::from_query(uri.query().unwrap_or_default())
    } else {
        let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if !is_json(content_type) {
            let message = "Content-Type: application/json, in UTF-8.";
            return refuse(media, StatusCode::UNSUPPORTED_MEDIA_TYPE, "BAD_INPUT", message);
        }
        Parts::from_json(&body)
    };
    let (parts, parsed) = match parts.and_then(|parts| web.documents.find(&parts).map(|parsed| (parts, parsed))) {
        Ok(found) => found,
        Err(Unreadable { status, message, code }) => return refuse(media, status, code, &message),
    };
    match parsed.operation(parts.operation_name.as_deref()) {
        None => {
            return refuse(
                media,
                StatusCode::BAD_REQUEST,
                "BAD_INPUT",
                "operationName: the document has no such operation.",
            );
        }
        Some(OperationType::Mutation) if method == Method::GET => {
            let mut response =
                refuse(media, StatusCode::METHOD_NOT_ALLOWED, "BAD_INPUT", "A mutation is sent by POST.");
            response.headers_mut().insert(ALLOW, HeaderValue::from_static("POST"));
            return response;
        }
        Some(OperationType::Subscription) => {
            let message = "A subscription is sent over the WebSocket, graphql-transport-ws.";
            return refuse(media, StatusCode::BAD_REQUEST, "BAD_INPUT", message);
        }
        Some(_) => {}
    }
    let viewer = match viewer(&web.app, &headers, &peer.0.ip().to_string()).await {
        Ok(Ok(viewer)) => viewer,
        Ok(Err(())) => {
            let message = "The session has ended or the key is not valid: sign in again.";
            return refuse(media, StatusCode::UNAUTHORIZED, "UNAUTHENTICATED", message);
        }
        Err(fault) => {
            let error: async_graphql::Error = fault.into();
            return refuse(media, StatusCode::SERVICE_UNAVAILABLE, "INTERNAL", &error.message);
        }
    };
    if let Some(cached) = web.answers.find(&web.app, &viewer, &parsed, &parts) {
        return ok(media, cached, None);
    }
    let keep = web.answers.begin(&viewer, &parsed, &parts);
    let mut request = parsed.request(parts);
    if web.app.config.is_production() && !may_introspect(&viewer) {
        request = request.disable_introspection();
    }
    let mut answer = web.schema.execute(request.data(viewer)).await;
    conceal(&mut answer);
    let status = match media {
        // The request was refused before it began: there is no data.
        MediaType::GraphqlResponse if answer.data == Value::Null && !answer.errors.is_empty() && !began(&answer) => {
            StatusCode::BAD_REQUEST
        }
        _ => StatusCode::OK,
    };
    let headers = std::mem::take(&mut answer.http_headers);
    let clean = answer.errors.is_empty();
    let body = Bytes::from(text(answer, status));
    if clean && let Some(keep) = keep {
        web.answers.keep(&web.app, keep, body.clone());
    }
    let mut response = ok(media, body, Some(status));
    response.headers_mut().extend(headers);
    response
}

fn ok(media: MediaType, body: Bytes, status: Option<StatusCode>) -> Response {
    let headers = [(CONTENT_TYPE, media.name()), (CACHE_CONTROL, "no-store")];
    (status.unwrap_or(StatusCode::OK), headers, body).into_response()
}

/// The answer's JSON. A request that never began has no `data`.
fn text(answer: Answer, status: StatusCode) -> String {
    if answer.errors.is_empty()
        && let Ok(text) = serde_json::to_string(&answer)
    {
        return text;
    }
    let mut json = serde_json::to_value(&answer).unwrap_or_default();
    if (status == StatusCode::BAD_REQUEST || !began(&answer))
        && !answer.errors.is_empty()
        && answer.data == Value::Null
        && let Some(object) = json.as_object_mut()
    {
        object.remove("data");
    }
    json.to_string()
}

/// Errors of the execution have a path; those of validation have none.
fn began(answer: &Answer) -> bool {
    answer.errors.iter().any(|error| !error.path.is_empty())
}

/// Errors of the execution without a code are ours: their words go to the log, the client gets an id.
pub fn conceal(answer: &mut Answer) {
    for error in &mut answer.errors {
        let coded = error.extensions.as_ref().is_some_and(|extensions| extensions.get("code").is_some());
        if coded {
            continue;
        }
        if error.path.is_empty() {
            let coded: ServerError = async_graphql::Error::new(error.message.clone())
                .extend_with_code("BAD_INPUT")
                .into_server_error(error.locations.first().copied().unwrap_or_default());
            error.extensions = coded.extensions;
        } else if is_input_error(&error.message) {
            error.extensions = async_graphql::Error::new("").extend_with_code("BAD_INPUT").extensions;
        } else {
            let fault = crate::platform::Fault::new(error.message.clone());
            let concealed: async_graphql::Error = fault.into();
            error.message = concealed.message;
            error.extensions = concealed.extensions;
        }
    }
}

/// The engine's own words for an argument that does not fit its type.
fn is_input_error(message: &str) -> bool {
    ["Failed to parse", "Invalid value", "Variable "].iter().any(|words| message.starts_with(words))
}

trait WithCode {
    fn extend_with_code(self, code: &'static str) -> Self;
}

impl WithCode for async_graphql::Error {
    fn extend_with_code(self, code: &'static str) -> Self {
        use async_graphql::ErrorExtensions;
        self.extend_with(|_, extensions| extensions.set("code", code))
    }
}

/// In production the schema is told to keys that have the right.
pub fn may_introspect(viewer: &Viewer) -> bool {
    viewer.scopes.iter().any(|scope| scope == INTROSPECTION)
}

fn is_json(content_type: &str) -> bool {
    let mut parts = content_type.split(';').map(|part| part.trim().to_ascii_lowercase());
    let json = parts.next().is_some_and(|name| name == "application/json" || name == "application/graphql+json");
    json && parts.all(|part| part.strip_prefix("charset=").is_none_or(|charset| charset.trim_matches('"') == "utf-8"))
}
