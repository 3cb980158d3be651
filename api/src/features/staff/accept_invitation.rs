use async_graphql::{Context, InputObject, Object, Result, Union};
use domain::contact::Contact;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

use ::entity::account;

use crate::features::account::{
    CODE_TRIES, Checked, SignedIn, begin, check_invitation, find_account, signed_in, weakness,
};
use crate::graphql::{InvalidInput, SessionKind, TooManyAttempts, WrongCode, app, viewer};
use crate::platform::Fault;

#[derive(InputObject)]
pub struct AcceptInvitationInput {
    pub email: String,
    /// From the link.
    pub token: String,
    /// From 8 to 200 characters.
    pub new_password: String,
}

#[derive(Union)]
pub enum AcceptInvitationResult {
    SignedIn(SignedIn),
    WrongCode(WrongCode),
    InvalidInput(InvalidInput),
    TooManyAttempts(TooManyAttempts),
}

#[derive(Default)]
pub struct AcceptInvitation;

#[Object]
impl AcceptInvitation {
    /// Somebody who was invited to work here chooses a password and is signed in as staff. The link is good once, and
    /// for seven days.
    async fn accept_invitation(
        &self,
        ctx: &Context<'_>,
        input: AcceptInvitationInput,
    ) -> Result<AcceptInvitationResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let language = viewer.language;
        let invalid = |path, code| Ok(AcceptInvitationResult::InvalidInput(InvalidInput::one(language, path, code)));
        let Some(contact @ Contact::Email(_)) = Contact::parse(&input.email) else { return invalid("email", "EMAIL") };
        if let Some(code) = weakness(&input.new_password) {
            return invalid("newPassword", code);
        }
        if let Err(limited) = app.limits.take(CODE_TRIES, &viewer.address).await {
            let limited = TooManyAttempts::new(language, limited.retry_after_seconds);
            return Ok(AcceptInvitationResult::TooManyAttempts(limited));
        }
        if let Checked::Wrong { left } = check_invitation(app, &contact, &input.token).await? {
            return Ok(AcceptInvitationResult::WrongCode(WrongCode::new(language, left)));
        }
        app.limits.give_back(CODE_TRIES, &viewer.address).await;
        let invited = find_account(app, &contact).await?.filter(|account| account.role.is_some());
        let Some(invited) = invited else { return Ok(AcceptInvitationResult::WrongCode(WrongCode::new(language, 0))) };
        let hash = app.secrets.hash_password(&input.new_password).await?;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let row = account::ActiveModel {
            password_hash: Set(Some(hash)),
            invited_at: Set(None),
            version: Set(invited.version + 1),
            ..Default::default()
        };
        let account = account::Entity::update_many()
            .set(row)
            .filter(account::Column::Id.eq(invited.id))
            .filter(account::Column::BlockedAt.is_null())
            .exec_with_returning(&tx)
            .await
            .map_err(Fault::from)?
            .pop();
        let Some(account) = account else {
            let wrong = AcceptInvitationResult::WrongCode(WrongCode::new(language, 0));
            return Ok(tx.give_up(wrong).await.map_err(Fault::from)?);
        };
        let (session, refresh) = begin(app, &tx, viewer, account.id, SessionKind::Staff).await?;
        tx.commit().await.map_err(Fault::from)?;
        let signed_in = signed_in(ctx, account, session, SessionKind::Staff, &refresh).await?;
        Ok(AcceptInvitationResult::SignedIn(signed_in))
    }
}
