use async_graphql::{Context, ID, InputObject, Object, Result};
use sea_orm::{ColumnTrait, EntityTrait, Set};

use ::entity::{account, session};

use crate::features::account::revoke;
use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, Permission, app, viewer};
use crate::platform::Fault;

use super::change::{ChangeStaffResult, facts, leaves_none, lock_member};

#[derive(InputObject)]
pub struct BlockStaffInput {
    pub id: ID,
    /// False lets them in again.
    pub blocked: bool,
}

#[derive(Default)]
pub struct BlockStaff;

#[Object]
impl BlockStaff {
    /// Staff: keeps somebody out from this moment, or lets them in again. Their sessions end. Nobody blocks themselves or
    /// the last administrator.
    #[graphql(guard = "Can(Permission::ManageStaff)", complexity = "20 + child_complexity")]
    async fn block_staff(&self, ctx: &Context<'_>, input: BlockStaffInput) -> Result<ChangeStaffResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let before = lock_member(&tx, &input.id).await?;
        let problem = match () {
            () if input.blocked && viewer.account_id() == Some(before.id) => Some("BLOCK_SELF"),
            () if input.blocked && leaves_none(&tx, &before).await? => Some("LAST_ADMINISTRATOR"),
            () => None,
        };
        if let Some(code) = problem {
            let answer = ChangeStaffResult::invalid(viewer, "id", code);
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        if before.blocked_at.is_some() == input.blocked {
            return Ok(tx.give_up(ChangeStaffResult::changed(before)).await.map_err(Fault::from)?);
        }
        let row = account::ActiveModel {
            id: Set(before.id),
            blocked_at: Set(input.blocked.then(|| app.clock.now())),
            version: Set(before.version + 1),
            ..Default::default()
        };
        let after = account::Entity::update(row).exec(&tx).await.map_err(Fault::from)?;
        if input.blocked {
            revoke(app, &*tx, session::Column::AccountId.eq(after.id)).await?;
        }
        let action = if input.blocked { "BLOCK_STAFF" } else { "UNBLOCK_STAFF" };
        let change = Change::of(facts(&before), facts(&after));
        audit_change(app, &tx, viewer, action, &format!("staff:{}", after.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(ChangeStaffResult::changed(after))
    }
}
