//! Who sends a request: address, language, session, key.

use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_LANGUAGE, AUTHORIZATION, COOKIE, USER_AGENT};

use crate::app::App;
use crate::features::account::{read_cookies, viewer_session};
use crate::features::partner::partner_of;
use crate::graphql::Viewer;
use crate::graphql::viewer::ViewerSession;
use crate::i18n::Language;
use crate::platform::Fault;

fn text(headers: &HeaderMap, name: impl axum::http::header::AsHeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// The address that the proxy in front has seen; `None` where there is no proxy to trust.
pub fn forwarded(app: &App, headers: &HeaderMap) -> Option<String> {
    if !app.config.behind_proxy {
        return None;
    }
    let last = text(headers, "x-forwarded-for")?.rsplit(',').next()?.trim();
    (!last.is_empty()).then(|| last.chars().take(45).collect())
}

/// The viewer of a request. `Err(())`: the token or key that came is not valid (any more).
pub async fn viewer(app: &App, headers: &HeaderMap, peer: &str) -> Result<Result<Viewer, ()>, Fault> {
    let language = text(headers, ACCEPT_LANGUAGE).and_then(Language::accept).unwrap_or_default();
    let (refresh_passenger, refresh_staff) =
        text(headers, COOKIE).map_or((None, None), |header| read_cookies(&app.config, header));
    let mut viewer = Viewer {
        language,
        address: forwarded(app, headers).unwrap_or_else(|| peer.to_owned()),
        device: text(headers, USER_AGENT).map(|agent| agent.chars().take(200).collect()),
        refresh_passenger,
        refresh_staff,
        session: None,
        partner: None,
        scopes: Vec::new(),
    };
    if let Some(token) = text(headers, AUTHORIZATION).and_then(|value| value.strip_prefix("Bearer ")) {
        match session_of(app, token).await? {
            Some(session) => viewer.session = Some(session),
            None => return Ok(Err(())),
        }
    }
    if let Some(key) = text(headers, "x-api-key") {
        match partner_of(app, key).await? {
            Some(row) => {
                viewer.partner = Some(row.id);
                viewer.scopes = serde_json::from_value(row.scopes)?;
            }
            None => return Ok(Err(())),
        }
    }
    Ok(Ok(viewer))
}

/// The session of an access token.
pub async fn session_of(app: &App, token: &str) -> Result<Option<ViewerSession>, Fault> {
    viewer_session(app, token).await
}
