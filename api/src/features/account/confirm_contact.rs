use async_graphql::{Context, InputObject, Object, Result, Union};
use domain::contact::Contact;
use sea_orm::{EntityTrait, Set, SqlErr};

use ::entity::account;

use crate::graphql::{InvalidInput, SignedIn, TooManyAttempts, WrongCode, app, error, viewer};
use crate::platform::Fault;

use super::codes::{Checked, check};
use super::me::Me;
use super::request_code::CodePurpose;
use super::sign_in_with_code::{TRIES, attach_orders};
use super::update_profile::ProfileUpdated;

#[derive(InputObject)]
pub struct ConfirmContactInput {
    /// E-mail address or phone.
    pub contact: String,
    /// Asked for with the purpose CONFIRM_CONTACT.
    pub code: String,
}

#[derive(Union)]
pub enum ConfirmContactResult {
    Updated(ProfileUpdated),
    WrongCode(WrongCode),
    InvalidInput(InvalidInput),
    TooManyAttempts(TooManyAttempts),
}

#[derive(Default)]
pub struct ConfirmContact;

#[Object]
impl ConfirmContact {
    /// Adds a confirmed contact to the account, in place of the one of its kind, and attaches the orders that were
    /// bought with it.
    #[graphql(guard = "SignedIn")]
    async fn confirm_contact(&self, ctx: &Context<'_>, input: ConfirmContactInput) -> Result<ConfirmContactResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let language = viewer.language;
        let session = viewer.session.as_ref().ok_or_else(error::unauthenticated)?;
        let invalid = |code| Ok(ConfirmContactResult::InvalidInput(InvalidInput::one(language, "contact", code)));
        let Some(contact) = Contact::parse(&input.contact) else { return invalid("CONTACT") };
        if let Err(limited) = app.limits.take(TRIES, &viewer.address).await {
            let limited = TooManyAttempts::new(language, limited.retry_after_seconds);
            return Ok(ConfirmContactResult::TooManyAttempts(limited));
        }
        if let Checked::Wrong { left } = check(app, &contact, CodePurpose::ConfirmContact.code(), &input.code).await? {
            return Ok(ConfirmContactResult::WrongCode(WrongCode::new(language, left)));
        }
        app.limits.give_back(TRIES, &viewer.address).await;
        let mut row = account::ActiveModel { id: Set(session.account_id), ..Default::default() };
        match &contact {
            Contact::Email(email) => row.email = Set(Some(email.clone())),
            Contact::Phone(phone) => row.phone = Set(Some(phone.clone())),
        }
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let account = match account::Entity::update(row).exec(&tx).await {
            Ok(account) => account,
            Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
                tx.give_up(()).await.map_err(Fault::from)?;
                return invalid("CONTACT_TAKEN");
            }
            Err(error) => return Err(Fault::from(error).into()),
        };
        attach_orders(&tx, account.id, &contact).await?;
        tx.commit().await.map_err(Fault::from)?;
        let me = Me::of(account, session.id, session.kind);
        Ok(ConfirmContactResult::Updated(ProfileUpdated { me }))
    }
}
