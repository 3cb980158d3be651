use async_graphql::{Context, InputObject, Object, Result, SimpleObject, Union};
use sea_orm::{EntityTrait, Set};

use ::entity::account;

use crate::graphql::{FieldError, InvalidInput, SignedIn, app, error, viewer};
use crate::i18n::Language;
use crate::platform::Fault;

use super::me::Me;

/// What is left out stays.
#[derive(InputObject)]
pub struct UpdateProfileInput {
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub language: Option<Language>,
}

#[derive(SimpleObject)]
pub struct ProfileUpdated {
    pub me: Me,
}

#[derive(Union)]
pub enum UpdateProfileResult {
    Updated(ProfileUpdated),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct UpdateProfile;

#[Object]
impl UpdateProfile {
    /// Changes the account's name and language.
    #[graphql(guard = "SignedIn")]
    async fn update_profile(&self, ctx: &Context<'_>, input: UpdateProfileInput) -> Result<UpdateProfileResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let session = viewer.session.as_ref().ok_or_else(error::unauthenticated)?;
        let mut row = account::ActiveModel { id: Set(session.account_id), ..Default::default() };
        let mut errors = Vec::new();
        for (path, given, column) in
            [("firstName", &input.first_name, &mut row.first_name), ("lastName", &input.last_name, &mut row.last_name)]
        {
            let Some(text) = given else { continue };
            let text = text.trim();
            if text.chars().count() > 60 {
                errors.push(FieldError::new(viewer.language, path, "TOO_LONG", &[]));
            }
            *column = Set(Some(text.to_owned()).filter(|text| !text.is_empty()));
        }
        if !errors.is_empty() {
            return Ok(UpdateProfileResult::InvalidInput(InvalidInput::new(viewer.language, errors)));
        }
        if let Some(language) = input.language {
            row.language = Set(language.code().into());
        }
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let nothing = row.first_name.is_not_set() && row.last_name.is_not_set() && row.language.is_not_set();
        let account = if nothing {
            account::Entity::find_by_id(session.account_id)
                .one(&tx)
                .await
                .map_err(Fault::from)?
                .ok_or_else(error::not_found)?
        } else {
            account::Entity::update(row).exec(&tx).await.map_err(Fault::from)?
        };
        tx.commit().await.map_err(Fault::from)?;
        Ok(UpdateProfileResult::Updated(ProfileUpdated { me: Me::of(account, session.id, session.kind) }))
    }
}
