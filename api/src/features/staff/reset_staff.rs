use async_graphql::{Context, ID, InputObject, Object, Result};
use sea_orm::{ColumnTrait, EntityTrait, Set};

use ::entity::{account, session};

use crate::features::account::revoke;
use crate::features::audit::{Change, audit_change};
use crate::features::second_factor;
use crate::graphql::{Can, Permission, app, viewer};
use crate::platform::Fault;

use super::change::{ChangeStaffResult, facts, leaves_none, lock_member};
use super::invite_staff::send_invitation;

#[derive(InputObject)]
pub struct ResetStaffInput {
    pub id: ID,
}

#[derive(Default)]
pub struct ResetStaff;

#[Object]
impl ResetStaff {
    /// Staff: ends all sessions of somebody who works here, makes their password and their second factor void and mails
    /// them a new link, as an invitation. Also sends an invitation again.
    #[graphql(guard = "Can(Permission::ManageStaff)", complexity = "20 + child_complexity")]
    async fn reset_staff(&self, ctx: &Context<'_>, input: ResetStaffInput) -> Result<ChangeStaffResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let before = lock_member(&tx, &input.id).await?;
        let problem = match () {
            () if viewer.account_id() == Some(before.id) => Some("RESET_SELF"),
            () if before.blocked_at.is_some() => Some("IS_BLOCKED"),
            () if leaves_none(&tx, &before).await? => Some("LAST_ADMINISTRATOR"),
            () if before.email.is_none() => Some("NO_EMAIL"),
            () => None,
        };
        if let Some(code) = problem {
            let answer = ChangeStaffResult::invalid(viewer, "id", code);
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let row = account::ActiveModel {
            id: Set(before.id),
            password_hash: Set(None),
            invited_at: Set(Some(app.clock.now())),
            version: Set(before.version + 1),
            ..Default::default()
        };
        let after = account::Entity::update(row).exec(&tx).await.map_err(Fault::from)?;
        revoke(app, &*tx, session::Column::AccountId.eq(after.id)).await?;
        second_factor::forget(&tx, after.id).await?;
        send_invitation(app, &tx, &after, after.email.as_deref().unwrap_or_default()).await?;
        let change = Change::of(facts(&before), facts(&after));
        audit_change(app, &tx, viewer, "RESET_STAFF", &format!("staff:{}", after.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        app.jobs.wake();
        Ok(ChangeStaffResult::changed(after))
    }
}
