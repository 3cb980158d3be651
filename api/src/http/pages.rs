//! The two sites, from within the binary.

use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};

use super::serve::Web;

#[derive(RustEmbed)]
#[folder = "../web-public/dist"]
struct Public;

#[derive(RustEmbed)]
#[folder = "../web-admin/dist"]
struct Admin;

/// A file of the passengers' site, or its page for any other path.
pub async fn public(uri: Uri, headers: HeaderMap) -> Response {
    answer(uri.path().trim_start_matches('/'), &headers, Public::get)
}

pub async fn admin_root(headers: HeaderMap) -> Response {
    answer("", &headers, Admin::get)
}

/// The same of the staff's site.
pub async fn admin(Path(path): Path<String>, headers: HeaderMap) -> Response {
    answer(&path, &headers, Admin::get)
}

/// The explorer of the GraphQL schema, for browsers that open `/graphql`.
pub async fn explorer(State(web): State<Web>, headers: HeaderMap) -> Response {
    if web.app.config.is_production() {
        return (StatusCode::NOT_FOUND, "the explorer is not part of production").into_response();
    }
    answer("explorer.html", &headers, Admin::get)
}

fn answer(path: &str, headers: &HeaderMap, find: impl Fn(&str) -> Option<EmbeddedFile>) -> Response {
    let (file, name) = match find(path).filter(|_| !path.is_empty()) {
        Some(file) => (file, path),
        // A missing asset is an error; any other path is a page of the site.
        None if path.starts_with("assets/") => return (StatusCode::NOT_FOUND, "there is no such file").into_response(),
        None => match find("index.html") {
            Some(file) => (file, "index.html"),
            None => {
                let words = "This server was built without its sites: run `make build`.";
                return (StatusCode::NOT_FOUND, words).into_response();
            }
        },
    };
    let tag =
        format!("\"{}\"", file.metadata.sha256_hash().iter().take(16).map(|b| format!("{b:02x}")).collect::<String>());
    if headers.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok()) == Some(tag.as_str()) {
        return StatusCode::NOT_MODIFIED.into_response();
    }
    // Names of assets change with their contents.
    let caching = if name.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mime = mime_guess::from_path(name).first_or_octet_stream();
    let mime = if mime.type_() == "text" { format!("{mime}; charset=utf-8") } else { mime.to_string() };
    let headers = [(CONTENT_TYPE, mime), (CACHE_CONTROL, caching.to_owned()), (ETAG, tag)];
    (headers, file.data.into_owned()).into_response()
}
