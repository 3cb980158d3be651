use async_graphql::{Context, InputObject, Object, Result};
use chrono::Months;
use sea_orm::EntityTrait;

use ::entity::holiday;

use crate::features::network::begin_change;
use crate::graphql::{Can, ChangedMeanwhile, Date, Form, Permission, ThreeNamesInput, app, viewer};
use crate::platform::Fault;

use super::types::{SaveHolidayResult, find_day, finish, keeps_holidays};

#[derive(InputObject)]
pub struct SaveHolidayInput {
    /// Within ten years of today.
    pub date: Date,
    /// As it was read, of a day that is there; without it the day is a new one.
    pub version: Option<i32>,
    /// To 120 letters.
    pub names: ThreeNamesInput,
    /// False: a working day with a name, for example one to which work was moved.
    pub non_working: bool,
    #[graphql(default)]
    pub shortened_day: bool,
    /// False while the date may still change.
    #[graphql(default = true)]
    pub certain: bool,
}

#[derive(Default)]
pub struct SaveHoliday;

#[Object]
impl SaveHoliday {
    /// Staff: a new holiday, or a change of one. Departures of the office that run otherwise on holidays follow at once, and
    /// their trips with them: those without sales; those with sales stay as they were sold and are named.
    #[graphql(guard = "Can(Permission::ManageTimetable)", complexity = "100 + child_complexity")]
    async fn save_holiday(&self, ctx: &Context<'_>, input: SaveHolidayInput) -> Result<SaveHolidayResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        keeps_holidays(viewer)?;
        let tx = begin_change(app).await.map_err(Fault::from)?;
        let before = find_day(&*tx, input.date).await?;
        if input.version.map(i64::from) != before.as_ref().map(|row| row.version) {
            let answer = SaveHolidayResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let mut form = Form::new(viewer.language);
        let name = form.names("names", &input.names, 120);
        let today = app.clock.now().date_naive();
        let ten_years = Months::new(120);
        let near = today.checked_sub_months(ten_years).zip(today.checked_add_months(ten_years));
        if near.is_some_and(|(from, to)| !(from..=to).contains(&input.date.0)) {
            form.wrong("date", "DATE_FAR");
        }
        if input.non_working && input.shortened_day {
            form.wrong("shortenedDay", "SHORT_AND_FREE");
        }
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(SaveHolidayResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        // One that was taken away comes again.
        let known = holiday::Entity::find_by_id(input.date.0).one(&*tx).await.map_err(Fault::from)?;
        let row = holiday::Model {
            date: input.date.0,
            name,
            kind: known.as_ref().map_or_else(|| "state".to_owned(), |row| row.kind.clone()),
            non_working: input.non_working,
            shortened_day: input.shortened_day,
            certain: input.certain,
            edited_at: Some(app.clock.now()),
            dropped: false,
            version: known.as_ref().map_or(1, |row| row.version + 1),
        };
        finish(app, tx, viewer, "SAVE_HOLIDAY", before.as_ref(), row).await
    }
}
