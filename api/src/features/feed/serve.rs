//! The feeds over HTTP, for anybody.

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, IF_MODIFIED_SINCE,
    IF_NONE_MATCH, LAST_MODIFIED,
};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use chrono::{DateTime, Timelike, Utc};
use serde::Deserialize;

use crate::app::App;
use crate::platform::Fault;

/// What stands under `/feeds`.
pub fn router() -> Router<App> {
    Router::new().route("/gtfs.zip", get(timetable)).route("/gtfs-rt/{name}", get(live))
}

fn failed(fault: &Fault) -> Response {
    tracing::error!(?fault, "a feed could not be made");
    (StatusCode::INTERNAL_SERVER_ERROR, "try again").into_response()
}

async fn timetable(State(app): State<App>, headers: HeaderMap) -> Response {
    let feed = match app.feeds.timetable(&app).await {
        Ok(feed) => feed,
        Err(fault) => return failed(&fault),
    };
    let caching = [
        (ETAG, feed.tag.clone()),
        (LAST_MODIFIED, http_date(feed.modified)),
        (CACHE_CONTROL, "public, max-age=60".to_owned()),
        (ACCESS_CONTROL_ALLOW_ORIGIN, "*".to_owned()),
    ];
    if is_known(&headers, &feed.tag, feed.modified) {
        return (StatusCode::NOT_MODIFIED, caching).into_response();
    }
    let about = [
        (CONTENT_TYPE, "application/zip".to_owned()),
        (CONTENT_DISPOSITION, "attachment; filename=\"gtfs.zip\"".to_owned()),
    ];
    (caching, about, feed.bytes.clone()).into_response()
}

#[derive(Deserialize)]
struct Form {
    format: Option<String>,
}

/// `NAME.pb`, `NAME.json`, or `NAME.pb?format=json`.
async fn live(State(app): State<App>, Path(name): Path<String>, Query(form): Query<Form>) -> Response {
    let live = match app.feeds.live(&app).await {
        Ok(live) => live,
        Err(fault) => return failed(&fault),
    };
    let (name, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
    let told = match name {
        "trip-updates" => &live.trip_updates,
        "vehicle-positions" => &live.vehicle_positions,
        "alerts" => &live.alerts,
        _ => return (StatusCode::NOT_FOUND, "there is no such feed").into_response(),
    };
    let (mime, bytes) = match (ending, form.format.as_deref()) {
        ("json", _) | ("pb", Some("json")) => ("application/json", &told.json),
        ("pb", None | Some("pb")) => ("application/x-protobuf", &told.binary),
        _ => return (StatusCode::NOT_FOUND, "the forms are .pb and .json").into_response(),
    };
    let headers = [(CONTENT_TYPE, mime), (CACHE_CONTROL, "public, max-age=1"), (ACCESS_CONTROL_ALLOW_ORIGIN, "*")];
    (headers, bytes.clone()).into_response()
}

/// Whether the visitor has it already: by the tag, and only without one by the time.
fn is_known(headers: &HeaderMap, tag: &str, modified: DateTime<Utc>) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(tags) = text(IF_NONE_MATCH) {
        return tags.split(',').map(|one| one.trim().trim_start_matches("W/")).any(|one| one == "*" || one == tag);
    }
    let since = text(IF_MODIFIED_SINCE).and_then(|since| DateTime::parse_from_rfc2822(since).ok());
    since.is_some_and(|since| modified.with_nanosecond(0).is_some_and(|modified| modified <= since))
}

fn http_date(at: DateTime<Utc>) -> String {
    at.format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}
