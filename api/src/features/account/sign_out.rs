use async_graphql::{Context, ID, Object, Result, SimpleObject};
use sea_orm::{ColumnTrait, Condition};

use ::entity::session;

use crate::graphql::{Gid, Kind, SessionKind, SignedIn, app, error, viewer};
use crate::platform::Fault;

use super::cookie;
use super::sessions::revoke;

/// It is done.
#[derive(SimpleObject)]
pub struct Done {
    /// Always true.
    pub ok: bool,
}

#[derive(Default)]
pub struct SignOut;

#[Object]
impl SignOut {
    /// Ends this device's session and takes its cookie. Does no harm without a session.
    async fn sign_out(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "SessionKind::Passenger")] kind: SessionKind,
    ) -> Result<Done> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        if let Some(session) = viewer.session.as_ref().filter(|session| session.kind == kind) {
            let tx = app.db.begin().await.map_err(Fault::from)?;
            revoke(app, &tx, session::Column::Id.eq(session.id)).await?;
            tx.commit().await.map_err(Fault::from)?;
        }
        cookie::clear(ctx, kind);
        Ok(Done { ok: true })
    }

    /// Ends all sessions of the account, this one too.
    #[graphql(guard = "SignedIn")]
    async fn sign_out_everywhere(&self, ctx: &Context<'_>) -> Result<Done> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let account = viewer.account_id().ok_or_else(error::unauthenticated)?;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        revoke(app, &tx, session::Column::AccountId.eq(account)).await?;
        tx.commit().await.map_err(Fault::from)?;
        cookie::clear(ctx, SessionKind::Passenger);
        cookie::clear(ctx, SessionKind::Staff);
        Ok(Done { ok: true })
    }

    /// Ends one session of the account; NOT_FOUND for anybody else's.
    #[graphql(guard = "SignedIn")]
    async fn revoke_session(&self, ctx: &Context<'_>, id: ID) -> Result<Done> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let account = viewer.account_id().ok_or_else(error::unauthenticated)?;
        let id = Gid::find(Kind::Session, &id)?;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let own = Condition::all().add(session::Column::Id.eq(id)).add(session::Column::AccountId.eq(account));
        let ended = revoke(app, &tx, own).await?;
        tx.commit().await.map_err(Fault::from)?;
        if ended == 0 { Err(error::not_found()) } else { Ok(Done { ok: true }) }
    }
}
