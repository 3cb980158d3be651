use async_graphql::{Context, ID, InputObject, Object, Result};
use domain::contact::{self, Contact};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use ::entity::account;

use crate::app::App;
use crate::features::account::{INVITATION_LASTS, invitation};
use crate::features::audit::{Change, audit_change};
use crate::features::notification;
use crate::graphql::{Can, FieldError, InvalidInput, Permission, Viewer, app, viewer};
use crate::i18n::Language;
use crate::platform::Fault;

use super::access::tie;
use super::change::{ChangeStaffResult, Place, check_place, facts_with};

#[derive(InputObject)]
pub struct InviteStaffInput {
    pub email: String,
    pub first_name: String,
    pub last_name: String,
    /// A role's code.
    pub role: String,
    /// Needed for a carrier's representative: whose trips alone they see.
    pub carrier_id: Option<ID>,
    /// Stations whose trips alone they see and run; none: of all.
    #[graphql(default)]
    pub station_ids: Vec<ID>,
    /// Desks where alone they sell, of their stations; none: at all.
    #[graphql(default)]
    pub desk_ids: Vec<ID>,
    /// Of mails to them.
    #[graphql(default)]
    pub language: Language,
}

#[derive(Default)]
pub struct InviteStaff;

#[Object]
impl InviteStaff {
    /// Staff: lets somebody work here. They get a mail with a link, good for seven days, and choose a password.
    #[graphql(guard = "Can(Permission::ManageStaff)", complexity = "20 + child_complexity")]
    async fn invite_staff(&self, ctx: &Context<'_>, input: InviteStaffInput) -> Result<ChangeStaffResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let names = (input.first_name.as_str(), input.last_name.as_str());
        let place = check_place(
            app,
            viewer,
            names,
            &input.role,
            input.carrier_id.as_ref(),
            (&input.station_ids, &input.desk_ids),
        )
        .await?;
        let mut errors = Vec::new();
        let email = contact::email(&input.email);
        match &email {
            None => errors.push(FieldError::new(viewer.language, "email", "EMAIL", &[])),
            Some(email) => {
                let taken = account::Entity::find().filter(account::Column::Email.eq(email)).one(app.db.read()).await;
                if taken.map_err(Fault::from)?.is_some() {
                    errors.push(FieldError::new(viewer.language, "email", "EMAIL_TAKEN", &[]));
                }
            }
        }
        let (place, email) = match (place, email) {
            (Ok(place), Some(email)) if errors.is_empty() => (place, email),
            (place, _) => {
                errors.extend(place.err().into_iter().flatten());
                return Ok(ChangeStaffResult::InvalidInput(InvalidInput::new(viewer.language, errors)));
            }
        };
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let (row, _) = take_on(app, &tx, viewer, place, email, input.language).await?;
        tx.commit().await.map_err(Fault::from)?;
        app.jobs.wake();
        Ok(ChangeStaffResult::changed(row))
    }
}

/// Somebody new, and the link that was mailed to them.
pub(super) async fn take_on(
    app: &App,
    tx: &DatabaseTransaction,
    viewer: &Viewer,
    place: Place,
    email: String,
    language: Language,
) -> Result<(account::Model, String), Fault> {
    let now = app.clock.now();
    let row = account::Model {
        id: app.ids.new(),
        first_name: Some(place.first_name),
        last_name: Some(place.last_name),
        email: Some(email.clone()),
        phone: None,
        password_hash: None,
        language: language.code().into(),
        role: Some(place.role),
        carrier_id: place.carrier_id,
        blocked_at: None,
        deleted_at: None,
        created_at: now,
        invited_at: Some(now),
        version: 1,
    };
    account::Entity::insert(account::ActiveModel::from(row.clone())).exec_without_returning(tx).await?;
    tie(tx, row.id, &place.ties).await?;
    let link = send_invitation(app, tx, &row, &email).await?;
    let subject = format!("staff:{}", row.id);
    audit_change(app, tx, viewer, "INVITE_STAFF", &subject, Change::made(&facts_with(&row, &place.ties))).await?;
    Ok((row, link))
}

/// A new link by mail; an earlier one is void.
pub(super) async fn send_invitation(
    app: &App,
    tx: &DatabaseTransaction,
    row: &account::Model,
    email: &str,
) -> Result<String, Fault> {
    let token = invitation(app, tx, &Contact::Email(email.to_owned())).await?;
    let language = Language::parse(&row.language).unwrap_or_default();
    let link = format!("{}/admin/welcome#{email}&{token}", app.config.public_url);
    notification::invitation(app, tx, language, email, &link, INVITATION_LASTS.num_days()).await?;
    Ok(link)
}
