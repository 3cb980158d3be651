use async_graphql::{Context, InputObject, Object, Result, Union};

use crate::graphql::{SessionKind, WrongCredentials, app, viewer};

use super::cookie;
use super::sessions::{SignedIn, rotate, signed_in};

#[derive(InputObject)]
pub struct RefreshSessionInput {
    #[graphql(default_with = "SessionKind::Passenger")]
    pub kind: SessionKind,
}

#[derive(Union)]
pub enum RefreshSessionResult {
    SignedIn(SignedIn),
    WrongCredentials(WrongCredentials),
}

#[derive(Default)]
pub struct RefreshSession;

#[Object]
impl RefreshSession {
    /// Goes on with the session of the HttpOnly cookie and changes the cookie. An old cookie that comes again ends the
    /// session on all its devices.
    async fn refresh_session(&self, ctx: &Context<'_>, input: RefreshSessionInput) -> Result<RefreshSessionResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let token = match input.kind {
            SessionKind::Passenger => &viewer.refresh_passenger,
            SessionKind::Staff => &viewer.refresh_staff,
        };
        let rotated = match token {
            Some(token) => rotate(app, viewer, input.kind, token).await?,
            None => None,
        };
        Ok(match rotated {
            Some((account, session, refresh)) => {
                RefreshSessionResult::SignedIn(signed_in(ctx, account, session, input.kind, &refresh).await?)
            }
            None => {
                cookie::clear(ctx, input.kind);
                RefreshSessionResult::WrongCredentials(WrongCredentials::new(viewer.language))
            }
        })
    }
}
