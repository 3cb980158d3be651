use async_graphql::{Context, InputObject, Object, Result};
use sea_orm::{EntityTrait, QuerySelect, Set};
use serde_json::json;

use ::entity::role;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, ChangedMeanwhile, Permission, app, error, viewer};
use crate::platform::Fault;

use super::save_role::{RoleSaved, SaveRoleResult};
use super::types::Role;

#[derive(InputObject)]
pub struct DemandSecondFactorInput {
    /// A role's code.
    pub role: String,
    /// As it was read.
    pub version: i32,
    pub demanded: bool,
}

#[derive(Default)]
pub struct DemandSecondFactor;

#[Object]
impl DemandSecondFactor {
    /// Staff: whether a role allows anything without a second factor. Demanded, whoever has the role and has not set one
    /// up may do nothing else, from the next request on.
    #[graphql(guard = "Can(Permission::ManageStaff)", complexity = "20 + child_complexity")]
    async fn demand_second_factor(&self, ctx: &Context<'_>, input: DemandSecondFactorInput) -> Result<SaveRoleResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let row = role::Entity::find_by_id(&input.role).lock_exclusive().one(&tx).await.map_err(Fault::from)?;
        let before = row.ok_or_else(error::not_found)?;
        if before.version != i64::from(input.version) {
            let answer = SaveRoleResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let row = role::ActiveModel {
            code: Set(before.code.clone()),
            second_factor: Set(input.demanded),
            version: Set(before.version + 1),
            ..Default::default()
        };
        let after = role::Entity::update(row).exec(&tx).await.map_err(Fault::from)?;
        let facts = |row: &role::Model| json!({ "secondFactor": row.second_factor });
        let change = Change::of(facts(&before), facts(&after));
        audit_change(app, &tx, viewer, "DEMAND_SECOND_FACTOR", &format!("role:{}", after.code), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(SaveRoleResult::Saved(RoleSaved { role: Role::from(after) }))
    }
}
