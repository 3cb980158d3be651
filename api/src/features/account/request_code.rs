use async_graphql::{Context, Enum, InputObject, Object, Result, SimpleObject, Union};
use chrono::{DateTime, TimeDelta, Utc};
use domain::contact::Contact;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use ::entity::account;

use crate::app::App;
use crate::features::notification;
use crate::graphql::{InvalidInput, TooManyAttempts, app, viewer};
use crate::platform::Fault;
use crate::platform::limit::Quota;

use super::codes::{CODE_LASTS, RESEND_AFTER, make};

const FOR_CONTACT: Quota = Quota { name: "code-contact", count: 5, per: TimeDelta::minutes(30) };
/// Of one kind: the next after [`RESEND_AFTER`].
const AGAIN: Quota = Quota { name: "code-again", count: 1, per: RESEND_AFTER };
const FROM_ADDRESS: Quota = Quota { name: "code-address", count: 30, per: TimeDelta::minutes(30) };

/// What a code is for. One does not serve another purpose.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum CodePurpose {
    /// Signs in, or registers.
    SignIn,
    ResetPassword,
    /// Adds a contact to the signed-in account.
    ConfirmContact,
}

impl CodePurpose {
    pub fn code(self) -> &'static str {
        match self {
            CodePurpose::SignIn => "SIGN_IN",
            CodePurpose::ResetPassword => "RESET_PASSWORD",
            CodePurpose::ConfirmContact => "CONFIRM_CONTACT",
        }
    }
}

#[derive(InputObject)]
pub struct RequestCodeInput {
    /// E-mail address or phone.
    pub contact: String,
    pub purpose: CodePurpose,
}

/// A code is on its way.
#[derive(SimpleObject)]
pub struct CodeSent {
    /// Where it went, hidden but for what its owner recognises.
    pub to: String,
    /// UTC.
    pub expires_at: DateTime<Utc>,
    /// UTC. Another may be asked for then.
    pub resend_after: DateTime<Utc>,
}

#[derive(Union)]
pub enum RequestCodeResult {
    Sent(CodeSent),
    InvalidInput(InvalidInput),
    TooManyAttempts(TooManyAttempts),
}

#[derive(Default)]
pub struct RequestCode;

#[Object]
impl RequestCode {
    /// Sends a one-time code of six digits. Whether the contact has an account is not told.
    async fn request_code(&self, ctx: &Context<'_>, input: RequestCodeInput) -> Result<RequestCodeResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let language = viewer.language;
        let Some(contact) = Contact::parse(&input.contact) else {
            return Ok(RequestCodeResult::InvalidInput(InvalidInput::one(language, "contact", "CONTACT")));
        };
        let again = format!("{} {}", input.purpose.code(), contact.value());
        let quotas = [(AGAIN, again.as_str()), (FROM_ADDRESS, viewer.address.as_str()), (FOR_CONTACT, contact.value())];
        for (quota, key) in quotas {
            if let Err(limited) = app.limits.take(quota, key).await {
                let limited = TooManyAttempts::new(language, limited.retry_after_seconds);
                return Ok(RequestCodeResult::TooManyAttempts(limited));
            }
        }
        let now = app.clock.now();
        // A reset is sent only where there is something to reset; the answer is the same.
        if input.purpose != CodePurpose::ResetPassword || find_account(app, &contact).await?.is_some() {
            let tx = app.db.begin().await.map_err(Fault::from)?;
            let code = make(app, &tx, &contact, input.purpose.code()).await?;
            notification::code(app, &tx, language, &contact, &code, CODE_LASTS.num_minutes()).await?;
            tx.commit().await.map_err(Fault::from)?;
            app.jobs.wake();
        }
        Ok(RequestCodeResult::Sent(CodeSent {
            to: contact.masked(),
            expires_at: now + CODE_LASTS,
            resend_after: now + RESEND_AFTER,
        }))
    }
}

/// The live account that has confirmed the contact.
pub async fn find_account(app: &App, contact: &Contact) -> Result<Option<account::Model>, Fault> {
    let column = match contact {
        Contact::Email(_) => account::Column::Email,
        Contact::Phone(_) => account::Column::Phone,
    };
    Ok(account::Entity::find()
        .filter(column.eq(contact.value()))
        .filter(account::Column::DeletedAt.is_null())
        .one(app.db.read())
        .await?)
}
