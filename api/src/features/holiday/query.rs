use async_graphql::{Context, Object, Result};
use chrono::NaiveDate;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use ::entity::holiday::{Column, Entity};

use crate::graphql::{Can, Permission, app, error};
use crate::platform::Fault;

use super::types::Holiday;

#[derive(Default)]
pub struct HolidayQuery;

#[Object]
impl HolidayQuery {
    /// Staff: holidays and shortened days of a year, by date. BAD_INPUT for a year beyond the calendar.
    #[graphql(guard = "Can(Permission::ManageTimetable)", complexity = "10 + 5 * child_complexity")]
    async fn holidays(&self, ctx: &Context<'_>, year: i32) -> Result<Vec<Holiday>> {
        let day = |month, day| {
            let date = NaiveDate::from_ymd_opt(year, month, day).filter(|_| (1900..=2200).contains(&year));
            date.ok_or_else(|| error::bad_input("year: from 1900 to 2200"))
        };
        let rows =
            Entity::find().filter(Column::Date.between(day(1, 1)?, day(12, 31)?)).filter(Column::Dropped.eq(false));
        let rows = rows.order_by_asc(Column::Date).all(app(ctx).db.read()).await.map_err(Fault::from)?;
        Ok(rows.into_iter().map(Holiday).collect())
    }
}
