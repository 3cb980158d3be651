use async_graphql::{Context, InputObject, Object, Result, Union};
use chrono::TimeDelta;
use domain::contact::Contact;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};

use ::entity::{account, order};

use crate::app::App;
use crate::graphql::{InvalidInput, SessionKind, TooManyAttempts, Viewer, WrongCode, app, viewer};
use crate::platform::Fault;
use crate::platform::limit::Quota;

use super::codes::{Checked, check};
use super::request_code::{CodePurpose, find_account};
use super::sessions::{SignedIn, begin, signed_in};

/// Codes tried from one address.
pub const TRIES: Quota = Quota { name: "code-try", count: 10, per: TimeDelta::minutes(15) };

#[derive(InputObject)]
pub struct SignInWithCodeInput {
    /// E-mail address or phone.
    pub contact: String,
    pub code: String,
    /// For a new account.
    pub first_name: Option<String>,
    /// For a new account.
    pub last_name: Option<String>,
}

#[derive(Union)]
pub enum SignInWithCodeResult {
    SignedIn(SignedIn),
    WrongCode(WrongCode),
    TooManyAttempts(TooManyAttempts),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct SignInWithCode;

#[Object]
impl SignInWithCode {
    /// Signs a passenger in with a code, or registers where the contact is new. Orders that were bought as a guest
    /// with this contact are attached to the account.
    async fn sign_in_with_code(&self, ctx: &Context<'_>, input: SignInWithCodeInput) -> Result<SignInWithCodeResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let language = viewer.language;
        let Some(contact) = Contact::parse(&input.contact) else {
            return Ok(SignInWithCodeResult::InvalidInput(InvalidInput::one(language, "contact", "CONTACT")));
        };
        if let Err(limited) = app.limits.take(TRIES, &viewer.address).await {
            let limited = TooManyAttempts::new(language, limited.retry_after_seconds);
            return Ok(SignInWithCodeResult::TooManyAttempts(limited));
        }
        if let Checked::Wrong { left } = check(app, &contact, CodePurpose::SignIn.code(), &input.code).await? {
            return Ok(SignInWithCodeResult::WrongCode(WrongCode::new(language, left)));
        }
        app.limits.give_back(TRIES, &viewer.address).await;
        let account = match find_account(app, &contact).await? {
            Some(account) if account.blocked_at.is_some() => {
                return Ok(SignInWithCodeResult::WrongCode(WrongCode::new(language, 0)));
            }
            found => found,
        };
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let account = match account {
            Some(account) => account,
            None => register(app, &tx, viewer, &contact, &input).await?,
        };
        attach_orders(&tx, account.id, &contact).await?;
        let (session, refresh) = begin(app, &tx, viewer, account.id, SessionKind::Passenger).await?;
        tx.commit().await.map_err(Fault::from)?;
        let signed_in = signed_in(ctx, account, session, SessionKind::Passenger, &refresh).await?;
        Ok(SignInWithCodeResult::SignedIn(signed_in))
    }
}

async fn register(
    app: &App,
    tx: &DatabaseTransaction,
    viewer: &Viewer,
    contact: &Contact,
    input: &SignInWithCodeInput,
) -> Result<account::Model, Fault> {
    let name = |text: &Option<String>| {
        let text: String = text.as_deref().unwrap_or_default().trim().chars().take(60).collect();
        Some(text).filter(|text| !text.is_empty())
    };
    let (email, phone) = match contact {
        Contact::Email(email) => (Some(email.clone()), None),
        Contact::Phone(phone) => (None, Some(phone.clone())),
    };
    let row = account::Model {
        id: app.ids.new(),
        first_name: name(&input.first_name),
        last_name: name(&input.last_name),
        email,
        phone,
        password_hash: None,
        language: viewer.language.code().into(),
        role: None,
        carrier_id: None,
        blocked_at: None,
        deleted_at: None,
        created_at: app.clock.now(),
        invited_at: None,
        version: 1,
    };
    account::Entity::insert(account::ActiveModel::from(row.clone())).exec_without_returning(tx).await?;
    Ok(row)
}

/// Orders bought as a guest with a contact that is now confirmed belong to its owner.
pub async fn attach_orders(tx: &DatabaseTransaction, account: uuid::Uuid, contact: &Contact) -> Result<(), Fault> {
    let column = match contact {
        Contact::Email(_) => order::Column::Email,
        Contact::Phone(_) => order::Column::Phone,
    };
    let owned = order::ActiveModel { account_id: Set(Some(account)), ..Default::default() };
    order::Entity::update_many()
        .set(owned)
        .filter(column.eq(contact.value()))
        .filter(order::Column::AccountId.is_null())
        .exec(tx)
        .await?;
    Ok(())
}
