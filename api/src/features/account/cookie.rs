//! The refresh token's cookie: HttpOnly, SameSite=Strict, and with HTTPS bound to the host by its prefix. Passengers
//! and staff have one each, so that both may be signed in at once in one browser.

use async_graphql::Context;

use crate::config::Config;
use crate::graphql::{SessionKind, app};

fn name(config: &Config, kind: SessionKind) -> String {
    let prefix = if config.is_https() { "__Host-" } else { "" };
    format!("{prefix}beket-{}", kind.code().to_lowercase())
}

fn attributes(config: &Config) -> &'static str {
    if config.is_https() { "Path=/; HttpOnly; SameSite=Strict; Secure" } else { "Path=/; HttpOnly; SameSite=Strict" }
}

/// Gives the browser a new token.
pub fn set(ctx: &Context<'_>, kind: SessionKind, token: &str, max_age_seconds: i64) {
    let config = &app(ctx).config;
    let value = format!("{}={token}; Max-Age={max_age_seconds}; {}", name(config, kind), attributes(config));
    ctx.append_http_header("Set-Cookie", value);
}

/// Takes the token away.
pub fn clear(ctx: &Context<'_>, kind: SessionKind) {
    let config = &app(ctx).config;
    ctx.append_http_header("Set-Cookie", format!("{}=; Max-Age=0; {}", name(config, kind), attributes(config)));
}

/// The tokens in a `Cookie` header: passenger's and staff's.
pub fn read_cookies(config: &Config, header: &str) -> (Option<String>, Option<String>) {
    let find = |kind| {
        let name = name(config, kind);
        header.split(';').find_map(|pair| {
            let (key, value) = pair.trim().split_once('=')?;
            (key == name && !value.is_empty()).then(|| value.to_owned())
        })
    };
    (find(SessionKind::Passenger), find(SessionKind::Staff))
}
