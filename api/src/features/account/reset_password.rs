use async_graphql::{Context, InputObject, Object, Result, Union};
use domain::contact::Contact;
use sea_orm::{ColumnTrait, EntityTrait, Set};

use ::entity::{account, session};

use crate::graphql::{InvalidInput, SessionKind, TooManyAttempts, WrongCode, app, viewer};
use crate::platform::Fault;

use super::codes::{Checked, check};
use super::request_code::{CodePurpose, find_account};
use super::sessions::{SignedIn, begin, revoke, signed_in};
use super::set_password::weakness;
use super::sign_in_with_code::TRIES;

#[derive(InputObject)]
pub struct ResetPasswordInput {
    /// E-mail address or phone.
    pub contact: String,
    /// Asked for with the purpose RESET_PASSWORD.
    pub code: String,
    /// From 8 to 200 characters.
    pub new_password: String,
}

#[derive(Union)]
pub enum ResetPasswordResult {
    SignedIn(SignedIn),
    WrongCode(WrongCode),
    InvalidInput(InvalidInput),
    TooManyAttempts(TooManyAttempts),
}

#[derive(Default)]
pub struct ResetPassword;

#[Object]
impl ResetPassword {
    /// Sets a new password with a code. All sessions end, and a new one begins on this device.
    async fn reset_password(&self, ctx: &Context<'_>, input: ResetPasswordInput) -> Result<ResetPasswordResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let language = viewer.language;
        let invalid = |path, code| Ok(ResetPasswordResult::InvalidInput(InvalidInput::one(language, path, code)));
        let Some(contact) = Contact::parse(&input.contact) else { return invalid("contact", "CONTACT") };
        if let Some(code) = weakness(&input.new_password) {
            return invalid("newPassword", code);
        }
        if let Err(limited) = app.limits.take(TRIES, &viewer.address).await {
            return Ok(ResetPasswordResult::TooManyAttempts(TooManyAttempts::new(
                language,
                limited.retry_after_seconds,
            )));
        }
        let left = match check(app, &contact, CodePurpose::ResetPassword.code(), &input.code).await? {
            Checked::Right => 0,
            Checked::Wrong { left } => return Ok(ResetPasswordResult::WrongCode(WrongCode::new(language, left))),
        };
        let account = find_account(app, &contact).await?.filter(|account| account.blocked_at.is_none());
        let Some(account) = account else { return Ok(ResetPasswordResult::WrongCode(WrongCode::new(language, left))) };
        app.limits.give_back(TRIES, &viewer.address).await;
        let hash = app.secrets.hash_password(&input.new_password).await?;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let row = account::ActiveModel { id: Set(account.id), password_hash: Set(Some(hash)), ..Default::default() };
        let account = account::Entity::update(row).exec(&tx).await.map_err(Fault::from)?;
        revoke(app, &tx, session::Column::AccountId.eq(account.id)).await?;
        let (session, refresh) = begin(app, &tx, viewer, account.id, SessionKind::Passenger).await?;
        tx.commit().await.map_err(Fault::from)?;
        let signed_in = signed_in(ctx, account, session, SessionKind::Passenger, &refresh).await?;
        Ok(ResetPasswordResult::SignedIn(signed_in))
    }
}
