use async_graphql::{Context, InputObject, Object, Result, Union};
use chrono::TimeDelta;
use sea_orm::{ColumnTrait, EntityTrait, Set};

use ::entity::{account, session};

use crate::graphql::{self, InvalidInput, TooManyAttempts, WrongCredentials, app, error, viewer};
use crate::platform::Fault;
use crate::platform::limit::Quota;

use super::sessions::{SignedIn, begin, revoke, signed_in};

const TRIES: Quota = Quota { name: "password-change", count: 10, per: TimeDelta::minutes(15) };

#[derive(InputObject)]
pub struct SetPasswordInput {
    /// Needed where one is set.
    pub current_password: Option<String>,
    /// From 8 to 200 characters.
    pub new_password: String,
}

#[derive(Union)]
pub enum SetPasswordResult {
    SignedIn(SignedIn),
    WrongCredentials(WrongCredentials),
    InvalidInput(InvalidInput),
    TooManyAttempts(TooManyAttempts),
}

/// Why a password is not taken.
pub fn weakness(password: &str) -> Option<&'static str> {
    let length = password.chars().count();
    let distinct = password.chars().collect::<std::collections::HashSet<_>>().len();
    match () {
        () if length < 8 => Some("PASSWORD_SHORT"),
        () if length > 200 => Some("TOO_LONG"),
        () if distinct < 4
            || ["password", "12345678", "qwertyui"].iter().any(|known| password.to_lowercase().starts_with(known)) =>
        {
            Some("PASSWORD_WEAK")
        }
        () => None,
    }
}

#[derive(Default)]
pub struct SetPassword;

#[Object]
impl SetPassword {
    /// Sets or changes the password. All other sessions end; this device gets a new one.
    #[graphql(guard = "graphql::SignedIn")]
    async fn set_password(&self, ctx: &Context<'_>, input: SetPasswordInput) -> Result<SetPasswordResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let language = viewer.language;
        let session = viewer.session.as_ref().ok_or_else(error::unauthenticated)?;
        if let Some(code) = weakness(&input.new_password) {
            return Ok(SetPasswordResult::InvalidInput(InvalidInput::one(language, "newPassword", code)));
        }
        if let Err(limited) = app.limits.take(TRIES, &session.account_id.to_string()).await {
            return Ok(SetPasswordResult::TooManyAttempts(TooManyAttempts::new(language, limited.retry_after_seconds)));
        }
        let account = account::Entity::find_by_id(session.account_id).one(app.db.read()).await.map_err(Fault::from)?;
        let account = account.ok_or_else(error::unauthenticated)?;
        if let Some(hash) = &account.password_hash {
            let given = input.current_password.as_deref().unwrap_or_default();
            if !app.secrets.password_matches(given, Some(hash)).await? {
                return Ok(SetPasswordResult::WrongCredentials(WrongCredentials::new(language)));
            }
        }
        let hash = app.secrets.hash_password(&input.new_password).await?;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let row = account::ActiveModel { id: Set(account.id), password_hash: Set(Some(hash)), ..Default::default() };
        let account = account::Entity::update(row).exec(&tx).await.map_err(Fault::from)?;
        revoke(app, &tx, session::Column::AccountId.eq(account.id)).await?;
        let (id, refresh) = begin(app, &tx, viewer, account.id, session.kind).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(SetPasswordResult::SignedIn(signed_in(ctx, account, id, session.kind, &refresh).await?))
    }
}
