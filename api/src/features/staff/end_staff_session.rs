use async_graphql::{Context, ID, Object, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use ::entity::session;

use crate::features::account::{Done, revoke};
use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, Gid, Kind, Permission, SessionKind, app, error, viewer};
use crate::platform::Fault;

#[derive(Default)]
pub struct EndStaffSession;

#[Object]
impl EndStaffSession {
    /// Staff: ends one session of somebody who works here, for example on a lost phone; whoever has it signs in anew.
    /// NOT_FOUND where it is over, or not of staff.
    #[graphql(guard = "Can(Permission::ManageStaff)", complexity = "10")]
    async fn end_staff_session(&self, ctx: &Context<'_>, id: ID) -> Result<Done> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let row = session::Entity::find_by_id(Gid::find(Kind::Session, &id)?)
            .filter(session::Column::Kind.eq(SessionKind::Staff.code()))
            .one(&tx)
            .await
            .map_err(Fault::from)?
            .ok_or_else(error::not_found)?;
        if revoke(app, &*tx, session::Column::Id.eq(row.id)).await? == 0 {
            return Err(tx.give_up(error::not_found()).await.map_err(Fault::from)?);
        }
        let change = Change::made(&json!({ "device": row.device, "address": row.address }));
        audit_change(app, &tx, viewer, "END_SESSION", &format!("staff:{}", row.account_id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(Done { ok: true })
    }
}
