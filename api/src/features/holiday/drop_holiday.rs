use async_graphql::{Context, InputObject, Object, Result};

use ::entity::holiday;

use crate::features::network::begin_change;
use crate::graphql::{Can, ChangedMeanwhile, Date, Permission, app, error, viewer};
use crate::platform::Fault;

use super::types::{SaveHolidayResult, find_day, finish, keeps_holidays};

#[derive(InputObject)]
pub struct DropHolidayInput {
    pub date: Date,
    /// As it was read.
    pub version: i32,
}

#[derive(Default)]
pub struct DropHoliday;

#[Object]
impl DropHoliday {
    /// Staff: the day is no holiday, whatever a file says. Departures follow as with `saveHoliday`.
    #[graphql(guard = "Can(Permission::ManageTimetable)", complexity = "100 + child_complexity")]
    async fn drop_holiday(&self, ctx: &Context<'_>, input: DropHolidayInput) -> Result<SaveHolidayResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        keeps_holidays(viewer)?;
        let tx = begin_change(app).await.map_err(Fault::from)?;
        let before = find_day(&*tx, input.date).await?.ok_or_else(error::not_found)?;
        if before.version != i64::from(input.version) {
            let answer = SaveHolidayResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let now = Some(app.clock.now());
        let row = holiday::Model { dropped: true, edited_at: now, version: before.version + 1, ..before.clone() };
        finish(app, tx, viewer, "DROP_HOLIDAY", Some(&before), row).await
    }
}
