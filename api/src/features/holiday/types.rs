use async_graphql::{Context, Object, Result, SimpleObject, Union};
use sea_orm::{ConnectionTrait, EntityTrait};
use serde_json::{Value, json};

use ::entity::holiday;

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::departure::{KeptTrip, follow_holidays, kept_trips};
use crate::features::network::{finish_change, in_language};
use crate::graphql::{ChangedMeanwhile, Date, InvalidInput, ThreeNames, Viewer, error, viewer};
use crate::platform::Fault;
use crate::platform::db::Tx;
use crate::platform::rows::upsert;

crate::connection!(Holiday, HolidayConnection, HolidayEdge);

/// A public holiday, or a shortened day before one.
#[derive(Clone)]
pub struct Holiday(pub holiday::Model);

#[Object]
impl Holiday {
    async fn date(&self) -> Date {
        Date(self.0.date)
    }

    /// For changes: grows with each.
    async fn version(&self) -> i32 {
        i32::try_from(self.0.version).unwrap_or(i32::MAX)
    }

    /// In the viewer's language.
    async fn name(&self, ctx: &Context<'_>) -> &str {
        in_language(&self.0.name, viewer(ctx).language)
    }

    async fn names(&self) -> ThreeNames {
        (&self.0.name).into()
    }

    /// Nobody works: departures run as they say for holidays. False: a working day with a name.
    async fn non_working(&self) -> bool {
        self.0.non_working
    }

    /// A working day that is an hour shorter.
    async fn shortened_day(&self) -> bool {
        self.0.shortened_day
    }

    /// False while the date depends on the moon, or on a decision to come.
    async fn certain(&self) -> bool {
        self.0.certain
    }

    /// The office has changed it: imports leave it alone.
    async fn kept_by_office(&self) -> bool {
        self.0.edited_at.is_some()
    }
}

/// The day as it is now, and what became of trips.
#[derive(SimpleObject)]
pub struct HolidaySaved {
    pub holiday: Holiday,
    /// Trips that were put on sale.
    pub made: i32,
    /// Trips without sales that no longer run.
    pub removed: i32,
    /// Trips with sales, or with a crew, that no longer fit and stay as they were sold.
    pub kept: Vec<KeptTrip>,
}

#[derive(Union)]
pub enum SaveHolidayResult {
    Saved(HolidaySaved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

/// Holidays hold for the whole network: FORBIDDEN for who represents a carrier or is tied to stations.
pub fn keeps_holidays(viewer: &Viewer) -> Result<()> {
    let whole = viewer.only_carrier().is_none() && viewer.only_stations().is_empty();
    if whole { Ok(()) } else { Err(error::forbidden()) }
}

/// The day that is there; not one that the office has taken away.
pub async fn find_day(db: &impl ConnectionTrait, date: Date) -> Result<Option<holiday::Model>, Fault> {
    Ok(holiday::Entity::find_by_id(date.0).one(db).await?.filter(|row| !row.dropped))
}

fn facts(row: &holiday::Model) -> Value {
    json!({
        "date": row.date, "nameRu": row.name.ru, "nameKy": row.name.ky, "nameEn": row.name.en, "nonWorking": row.non_working,
        "shortenedDay": row.shortened_day, "certain": row.certain, "dropped": row.dropped,
    })
}

/// Writes the day, lets departures follow, and commits.
pub async fn finish(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    action: &str,
    before: Option<&holiday::Model>,
    row: holiday::Model,
) -> Result<SaveHolidayResult> {
    upsert::<holiday::Entity>(&tx, vec![row.clone()]).await.map_err(Fault::from)?;
    let effect = follow_holidays(app, &tx, row.date).await?;
    let change = Change::saved(before.map(facts), facts(&row));
    audit_change(app, &tx, viewer, action, &format!("holiday:{}", row.date), change).await?;
    finish_change(app, tx).await.map_err(Fault::from)?;
    let count = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    Ok(SaveHolidayResult::Saved(HolidaySaved {
        holiday: Holiday(row),
        made: count(effect.made),
        removed: count(effect.removed),
        kept: kept_trips(app, &effect.kept).await?,
    }))
}
