use async_graphql::{Context, InputObject, Object, Result, SimpleObject, Union};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, Set};

use ::entity::second_factor;

use crate::features::ticket::qr_svg;
use crate::graphql::{InvalidInput, StaffSession, TooManyAttempts, WrongCredentials, app, viewer};
use crate::platform::Fault;

use super::change::{own_account, take_try};
use super::check::{codes, is_on};

#[derive(InputObject)]
pub struct BeginSecondFactorInput {
    /// The account's own, once more.
    pub password: String,
}

/// What the authenticator app takes, shown this once.
#[derive(SimpleObject)]
pub struct SecondFactorBegun {
    /// Base32, to be typed where there is no camera.
    pub secret: String,
    /// `otpauth://…`, for a device that has the app.
    pub uri: String,
    /// The same as a QR code, SVG.
    pub qr_svg: String,
}

#[derive(Union)]
pub enum BeginSecondFactorResult {
    Begun(SecondFactorBegun),
    WrongCredentials(WrongCredentials),
    InvalidInput(InvalidInput),
    TooManyAttempts(TooManyAttempts),
}

#[derive(Default)]
pub struct BeginSecondFactor;

#[Object]
impl BeginSecondFactor {
    /// Staff, for themselves: a new secret for an authenticator app. Nothing is asked for yet: `confirmSecondFactor` with
    /// a first code turns it on. Begun again, the secret from before is void.
    #[graphql(guard = "StaffSession", complexity = "20 + child_complexity")]
    async fn begin_second_factor(
        &self,
        ctx: &Context<'_>,
        input: BeginSecondFactorInput,
    ) -> Result<BeginSecondFactorResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let account = own_account(app, viewer).await?;
        if let Some(limited) = take_try(app, viewer, &account).await {
            return Ok(BeginSecondFactorResult::TooManyAttempts(limited));
        }
        if !app.secrets.password_matches(&input.password, account.password_hash.as_deref()).await? {
            return Ok(BeginSecondFactorResult::WrongCredentials(WrongCredentials::new(viewer.language)));
        }
        if is_on(app.db.read(), account.id).await? {
            let invalid = InvalidInput::one(viewer.language, "password", "SECOND_FACTOR_ON");
            return Ok(BeginSecondFactorResult::InvalidInput(invalid));
        }
        let codes = codes(&app.ids.bytes::<20>(), &account)?;
        let secret = codes.secret().to_base32();
        let row = second_factor::ActiveModel {
            account_id: Set(account.id),
            secret_sealed: Set(app.secrets.seal(&app.ids, account.id, &secret)?),
            last_step: Set(0),
            confirmed_at: Set(None),
            created_at: Set(app.clock.now()),
        };
        use second_factor::Column;
        let mut again = OnConflict::column(Column::AccountId);
        again.update_columns([Column::SecretSealed, Column::CreatedAt]);
        // One that was confirmed meanwhile stays as it is.
        again.action_and_where(Column::ConfirmedAt.is_null());
        second_factor::Entity::insert(row)
            .on_conflict(again)
            .exec_without_returning(&app.db.once())
            .await
            .map_err(Fault::from)?;
        let uri = codes.to_url().map_err(|error| Fault::new(format!("{error:?}")))?;
        let qr_svg = qr_svg(&uri)?;
        Ok(BeginSecondFactorResult::Begun(SecondFactorBegun { secret, uri, qr_svg }))
    }
}
