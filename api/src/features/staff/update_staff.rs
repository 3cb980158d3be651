use async_graphql::{Context, ID, InputObject, Object, Result};
use sea_orm::{ColumnTrait, EntityTrait, Set};

use ::entity::{account, session};

use crate::features::account::revoke;
use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, ChangedMeanwhile, InvalidInput, Permission, app, viewer};
use crate::platform::Fault;

use super::access::tie;
use super::change::{ChangeStaffResult, Ties, check_place, facts_with, leaves_none, lock_member};

#[derive(InputObject)]
pub struct UpdateStaffInput {
    pub id: ID,
    /// As it was read: a change on top of somebody else's is refused.
    pub version: i32,
    pub first_name: String,
    pub last_name: String,
    /// A role's code.
    pub role: String,
    /// Needed for a carrier's representative.
    pub carrier_id: Option<ID>,
    /// Stations whose trips alone they see and run; none: of all.
    #[graphql(default)]
    pub station_ids: Vec<ID>,
    /// Desks where alone they sell, of their stations; none: at all.
    #[graphql(default)]
    pub desk_ids: Vec<ID>,
}

#[derive(Default)]
pub struct UpdateStaff;

#[Object]
impl UpdateStaff {
    /// Staff: changes the name, the role, the carrier or the stations of somebody who works here. With another role or carrier their
    /// sessions end. Nobody changes their own role, and the last administrator keeps theirs.
    #[graphql(guard = "Can(Permission::ManageStaff)", complexity = "20 + child_complexity")]
    async fn update_staff(&self, ctx: &Context<'_>, input: UpdateStaffInput) -> Result<ChangeStaffResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let names = (input.first_name.as_str(), input.last_name.as_str());
        let place = match check_place(
            app,
            viewer,
            names,
            &input.role,
            input.carrier_id.as_ref(),
            (&input.station_ids, &input.desk_ids),
        )
        .await?
        {
            Ok(place) => place,
            Err(fields) => {
                return Ok(ChangeStaffResult::InvalidInput(InvalidInput::new(viewer.language, fields)));
            }
        };
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let before = lock_member(&tx, &input.id).await?;
        if before.version != i64::from(input.version) {
            let answer = ChangeStaffResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let other_role = before.role.as_deref() != Some(place.role.as_str());
        let own = viewer.account_id() == Some(before.id);
        let problem = match () {
            () if other_role && own => Some("OWN_ROLE"),
            () if other_role && leaves_none(&tx, &before).await? => Some("LAST_ADMINISTRATOR"),
            () => None,
        };
        if let Some(code) = problem {
            let answer = ChangeStaffResult::invalid(viewer, "role", code);
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let moved = other_role || before.carrier_id != place.carrier_id;
        let row = account::ActiveModel {
            id: Set(before.id),
            first_name: Set(Some(place.first_name)),
            last_name: Set(Some(place.last_name)),
            role: Set(Some(place.role)),
            carrier_id: Set(place.carrier_id),
            version: Set(before.version + 1),
            ..Default::default()
        };
        let after = account::Entity::update(row).exec(&tx).await.map_err(Fault::from)?;
        if moved {
            revoke(app, &*tx, session::Column::AccountId.eq(after.id)).await?;
        }
        let ties = Ties::of(&*tx, after.id).await?;
        tie(&tx, after.id, &place.ties).await?;
        let change = Change::of(facts_with(&before, &ties), facts_with(&after, &place.ties));
        audit_change(app, &tx, viewer, "UPDATE_STAFF", &format!("staff:{}", after.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(ChangeStaffResult::changed(after))
    }
}
