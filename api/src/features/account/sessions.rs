//! Sessions: a short access token in the page's memory, a rotating refresh token in a cookie.

use async_graphql::{Context, SimpleObject};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use ::entity::{account, refresh_token, session};

use crate::app::App;
use crate::features::staff::{rights, stations_of};
use crate::graphql::viewer::ViewerSession;
use crate::graphql::{SessionKind, Viewer, app};
use crate::platform::Fault;

use super::cookie;
use super::me::Me;

/// Of the access token.
const ACCESS: TimeDelta = TimeDelta::minutes(10);
/// A session that is not used so long ends.
const PASSENGER_SESSION: TimeDelta = TimeDelta::days(60);
const STAFF_SESSION: TimeDelta = TimeDelta::hours(14);
/// Two tabs may refresh at the same moment: an old token is forgiven for so long.
const GRACE: TimeDelta = TimeDelta::seconds(10);

fn lasts(kind: SessionKind) -> TimeDelta {
    match kind {
        SessionKind::Passenger => PASSENGER_SESSION,
        SessionKind::Staff => STAFF_SESSION,
    }
}

#[derive(Serialize, Deserialize)]
struct Claims {
    /// Account.
    sub: Uuid,
    /// Session.
    sid: Uuid,
    /// Seconds.
    exp: i64,
}

/// A session has begun or goes on.
#[derive(SimpleObject)]
pub struct SignedIn {
    /// JWT for `Authorization: Bearer`; to be kept in memory only.
    pub access_token: String,
    /// UTC. Ask `refreshSession` before.
    pub expires_at: DateTime<Utc>,
    pub me: Me,
}

/// Begins a session in the caller's transaction; the cookie is set when the request has succeeded.
pub async fn begin(
    app: &App,
    tx: &DatabaseTransaction,
    viewer: &Viewer,
    account: Uuid,
    kind: SessionKind,
) -> Result<(Uuid, String), Fault> {
    let now = app.clock.now();
    let id = app.ids.new();
    let row = session::ActiveModel {
        id: Set(id),
        account_id: Set(account),
        kind: Set(kind.code().into()),
        created_at: Set(now),
        last_used_at: Set(now),
        expires_at: Set(now + lasts(kind)),
        revoked_at: Set(None),
        address: Set(Some(viewer.address.clone())),
        device: Set(viewer.device.clone()),
    };
    session::Entity::insert(row).exec_without_returning(tx).await?;
    Ok((id, new_token(app, tx, id).await?))
}

async fn new_token(app: &App, tx: &DatabaseTransaction, session: Uuid) -> Result<String, Fault> {
    let token = URL_SAFE_NO_PAD.encode(app.ids.bytes::<32>());
    let row = refresh_token::ActiveModel {
        hash: Set(app.secrets.token_hash("refresh", &token)),
        session_id: Set(session),
        created_at: Set(app.clock.now()),
        used_at: Set(None),
    };
    refresh_token::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(token)
}

/// The answer to a sign-in: access token, and the refresh token in its cookie.
pub async fn signed_in(
    ctx: &Context<'_>,
    account: account::Model,
    session: Uuid,
    kind: SessionKind,
    refresh: &str,
) -> Result<SignedIn, Fault> {
    let app = app(ctx);
    let expires_at = app.clock.now() + ACCESS;
    let claims = Claims { sub: account.id, sid: session, exp: expires_at.timestamp() };
    let key = EncodingKey::from_secret(app.secrets.jwt_key());
    let access_token = jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims, &key)?;
    cookie::set(ctx, kind, refresh, lasts(kind).num_seconds());
    Ok(SignedIn { access_token, expires_at, me: Me::of(account, session, kind) })
}

/// Turns a refresh token into the next one. `None`: unknown, ended, or used before, which ends its session.
pub async fn rotate(
    app: &App,
    viewer: &Viewer,
    kind: SessionKind,
    token: &str,
) -> Result<Option<(account::Model, Uuid, String)>, Fault> {
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    let hash = app.secrets.token_hash("refresh", token);
    let used = refresh_token::ActiveModel { used_at: Set(Some(now)), ..Default::default() };
    let first = refresh_token::Entity::update_many()
        .set(used)
        .filter(refresh_token::Column::Hash.eq(hash.clone()))
        .filter(refresh_token::Column::UsedAt.is_null())
        .exec(&tx)
        .await?
        .rows_affected;
    let Some(row) = refresh_token::Entity::find_by_id(hash).one(&tx).await? else { return Ok(tx.give_up(None).await?) };
    if first == 0 && row.used_at.is_none_or(|at| at + GRACE < now) {
        tracing::warn!(session = %row.session_id, "an old refresh token came again: the session is ended");
        revoke(app, &tx, session::Column::Id.eq(row.session_id)).await?;
        tx.commit().await?;
        return Ok(None);
    }
    let session = session::Entity::find_by_id(row.session_id).one(&tx).await?;
    let live = session.filter(|s| s.revoked_at.is_none() && s.expires_at > now && s.kind == kind.code());
    let Some(session) = live else { return Ok(tx.give_up(None).await?) };
    let account = account::Entity::find_by_id(session.account_id).one(&tx).await?;
    let Some(account) = account.filter(|a| a.blocked_at.is_none() && a.deleted_at.is_none()) else {
        return Ok(tx.give_up(None).await?);
    };
    let token = new_token(app, &tx, session.id).await?;
    let seen = session::ActiveModel {
        id: Set(session.id),
        last_used_at: Set(now),
        expires_at: Set(now + lasts(kind)),
        address: Set(Some(viewer.address.clone())),
        ..Default::default()
    };
    session::Entity::update(seen).exec(&tx).await?;
    tx.commit().await?;
    Ok(Some((account, session.id, token)))
}

/// Ends the sessions that fit.
pub async fn revoke(
    app: &App,
    tx: &impl ConnectionTrait,
    which: impl sea_orm::sea_query::IntoCondition,
) -> Result<u64, Fault> {
    let ended = session::ActiveModel { revoked_at: Set(Some(app.clock.now())), ..Default::default() };
    let done = session::Entity::update_many()
        .set(ended)
        .filter(which.into_condition())
        .filter(session::Column::RevokedAt.is_null())
        .exec(tx)
        .await?;
    Ok(done.rows_affected)
}

/// Whether a session that was valid when a connection began still is: asked before each event of a subscription.
pub async fn session_is_live(app: &App, viewer: &Viewer) -> Result<bool, Fault> {
    let Some(session) = &viewer.session else { return Ok(true) };
    let row = session::Entity::find_by_id(session.id).one(app.db.read()).await?;
    let now = app.clock.now();
    Ok(row.is_some_and(|row| row.revoked_at.is_none() && row.expires_at > now))
}

/// Who an access token speaks for. The session is looked up at each request, so that one that was ended is ended.
pub async fn viewer_session(app: &App, token: &str) -> Result<Option<ViewerSession>, Fault> {
    let mut validation = Validation::new(Algorithm::HS256);
    // The clock is ours to compare with: tests and demonstrations move it.
    validation.validate_exp = false;
    validation.required_spec_claims.clear();
    let key = DecodingKey::from_secret(app.secrets.jwt_key());
    let Ok(data) = jsonwebtoken::decode::<Claims>(token, &key, &validation) else { return Ok(None) };
    let claims = data.claims;
    if claims.exp <= app.clock.now().timestamp() {
        return Ok(None);
    }
    session_of(app, claims.sid).await
}

/// A session that has not ended, with the rights of this moment.
pub async fn session_of(app: &App, id: Uuid) -> Result<Option<ViewerSession>, Fault> {
    let now = app.clock.now();
    let db = app.db.read();
    let session = session::Entity::find_by_id(id).one(db).await?;
    let Some(session) = session.filter(|s| s.revoked_at.is_none() && s.expires_at > now) else { return Ok(None) };
    let account = account::Entity::find_by_id(session.account_id).one(db).await?;
    let Some(account) = account.filter(|a| a.blocked_at.is_none() && a.deleted_at.is_none()) else { return Ok(None) };
    let Some(kind) = SessionKind::parse(&session.kind) else { return Ok(None) };
    Ok(Some(as_session(app, session.id, &account, kind).await?))
}

/// What staff may do at this moment, whether they are signed in or not; `None` for who does not work here any more.
pub async fn staff_session(app: &App, id: Uuid) -> Result<Option<(account::Model, ViewerSession)>, Fault> {
    let account = account::Entity::find_by_id(id).one(app.db.read()).await?;
    let works = |account: &account::Model| {
        account.role.is_some() && account.blocked_at.is_none() && account.deleted_at.is_none()
    };
    let Some(account) = account.filter(works) else { return Ok(None) };
    let session = as_session(app, Uuid::nil(), &account, SessionKind::Staff).await?;
    Ok(Some((account, session)))
}

async fn as_session(app: &App, id: Uuid, account: &account::Model, kind: SessionKind) -> Result<ViewerSession, Fault> {
    let staff = kind == SessionKind::Staff;
    let role = match account.role.as_deref().filter(|_| staff) {
        Some(code) => Some(rights(app, account, code).await?),
        None => None,
    };
    let stations = if staff { stations_of(app.db.read(), account.id).await? } else { Vec::new() };
    Ok(ViewerSession {
        id,
        account_id: account.id,
        kind,
        role,
        carrier_id: account.carrier_id.filter(|_| staff),
        stations,
    })
}
