use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, Result};
use sea_orm::{EntityTrait, QuerySelect};

use ::entity::announcement;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, ChangedMeanwhile, Gid, InvalidInput, Kind, Permission, app, error, viewer};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::NOTE;
use super::access::speaks_for;
use super::save_announcement::{AnnouncementSaved, SaveAnnouncementResult, facts};
use super::types::Announcement;

#[derive(InputObject)]
pub struct WithdrawAnnouncementInput {
    pub id: ID,
    /// As it was read.
    pub version: i32,
}

#[derive(Default)]
pub struct WithdrawAnnouncement;

#[Object]
impl WithdrawAnnouncement {
    /// Staff: takes an announcement back: it is told no more from now on.
    #[graphql(guard = "Can(Permission::WriteAnnouncements)", complexity = "20 + child_complexity")]
    async fn withdraw_announcement(
        &self,
        ctx: &Context<'_>,
        input: WithdrawAnnouncementInput,
    ) -> Result<SaveAnnouncementResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = Gid::find(Kind::Announcement, &input.id)?;
        let network = app.network.get(app).await?;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let before = announcement::Entity::find_by_id(id).lock_exclusive().one(&tx).await.map_err(Fault::from)?;
        let before = before.filter(|row| speaks_for(viewer, row.stop_id)).ok_or_else(error::not_found)?;
        let station = network.stop(before.stop_id).map(Arc::clone).ok_or_else(error::not_found)?;
        if i64::from(input.version) != before.version {
            let answer = SaveAnnouncementResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let now = app.clock.now();
        if before.ends_at <= now {
            let answer = InvalidInput::one(viewer.language, "id", "PERIOD_IS_OVER");
            return Ok(tx.give_up(SaveAnnouncementResult::InvalidInput(answer)).await.map_err(Fault::from)?);
        }
        let row = announcement::Model { ends_at: now, version: before.version + 1, ..before.clone() };
        upsert::<announcement::Entity>(&tx, vec![row.clone()]).await.map_err(Fault::from)?;
        let change = Change::of(facts(&before), facts(&row));
        audit_change(app, &tx, viewer, "WITHDRAW_ANNOUNCEMENT", &format!("announcement:{id}"), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        app.bus.publish(&format!("{NOTE}{}", row.stop_id), "");
        Ok(SaveAnnouncementResult::Saved(AnnouncementSaved { announcement: Announcement { row, station } }))
    }
}
