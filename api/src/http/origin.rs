//! Requests that another site makes a browser send are refused.

use axum::http::HeaderMap;
use axum::http::header::{HOST, ORIGIN};

use crate::config::Config;

/// False for a request that a browser sends on behalf of another site. Programs that are no browsers send neither
/// header and are let through: they carry no cookies of a visitor.
pub fn is_ours(config: &Config, headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none") || (site == "same-site" && origin_matches(config, headers));
    }
    headers.get(ORIGIN).is_none() || origin_matches(config, headers)
}

/// For WebSockets: browsers send `Origin` with each.
pub fn origin_matches(config: &Config, headers: &HeaderMap) -> bool {
    let Some(origin) = headers.get(ORIGIN).and_then(|value| value.to_str().ok()) else { return true };
    let host = headers.get(HOST).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let bare = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
    origin == config.public_url || bare.is_some_and(|bare| !bare.is_empty() && bare == host)
}
