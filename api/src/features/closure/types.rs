use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject, Union};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::{Value, json};
use uuid::Uuid;

use ::entity::{closure, job, rebooking};

use crate::app::App;
use crate::features::network::{Network, Target, end_of_section, in_language};
use crate::features::rebooking::REBOOK_TRIP;
use crate::features::refund::ROAD_CLOSED;
use crate::features::site::HOME_ZONE;
use crate::features::station::PlaceSuggestion;
use crate::graphql::{ChangedMeanwhile, Gid, InvalidInput, Kind, ThreeNames, ZonedTime, app, viewer};
use crate::platform::Fault;

use super::impact::ClosureImpact;

crate::connection!(Closure, ClosureConnection, ClosureEdge);

/// Where a closure stands now.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum ClosureState {
    /// The road is closed later.
    Coming,
    /// The road is closed.
    Closed,
    /// The road was opened in its time.
    Ended,
    /// The closure was lifted before its time.
    Lifted,
}

/// How far the return of tickets is.
#[derive(SimpleObject)]
pub struct ClosureReturns {
    /// Orders whose tickets are being returned.
    pub waiting: i32,
    /// Orders whose tickets were returned and whose passengers were told.
    pub done: i32,
    /// Orders on which the work has failed: see the jobs.
    pub failed: i32,
}

/// How far other trips have taken over the passengers.
#[derive(SimpleObject)]
pub struct ClosureRebookings {
    /// Pairs of trips, the stopped one and the other, whose turn comes.
    pub waiting: i32,
    /// Pairs of trips between which the passengers were carried over and told.
    pub done: i32,
    /// Pairs of trips on which the work has failed: see the jobs.
    pub failed: i32,
    /// Passengers who have tickets for another trip now.
    pub moved: i32,
    /// Passengers who were to go, found no seat when their turn came and have kept their tickets.
    pub behind: i32,
}

/// A section of road that is closed for a while.
#[derive(Clone)]
pub struct Closure(pub closure::Model);

#[Object]
impl Closure {
    async fn id(&self) -> ID {
        Gid::of(Kind::Closure, self.0.id)
    }

    /// A town or a station at one end; null where it is no longer known.
    async fn from(&self, ctx: &Context<'_>) -> Result<Option<PlaceSuggestion>> {
        end(ctx, self.0.from_id).await
    }

    /// A town or a station at the other end; null where it is no longer known.
    async fn to(&self, ctx: &Context<'_>) -> Result<Option<PlaceSuggestion>> {
        end(ctx, self.0.to_id).await
    }

    /// False: only trips from `from` to `to` are stopped.
    async fn both_ways(&self) -> bool {
        self.0.both_ways
    }

    /// In the zone of `from`.
    async fn starts_at(&self, ctx: &Context<'_>) -> Result<ZonedTime> {
        let app = app(ctx);
        Ok(ZonedTime::new(self.0.starts_at, zone_of(&*app.network.get(app).await?, self.0.from_id)))
    }

    /// In the zone of `from`: open again from then on. Null: not known when.
    async fn ends_at(&self, ctx: &Context<'_>) -> Result<Option<ZonedTime>> {
        let app = app(ctx);
        let zone = zone_of(&*app.network.get(app).await?, self.0.from_id);
        Ok(self.0.ends_at.map(|ends_at| ZonedTime::new(ends_at, zone)))
    }

    /// Why, in the viewer's language; passengers are told so.
    async fn reason(&self, ctx: &Context<'_>) -> &str {
        in_language(&self.0.reason, viewer(ctx).language)
    }

    /// Why, in all languages.
    async fn reasons(&self) -> ThreeNames {
        self.0.reason.clone().into()
    }

    async fn state(&self, ctx: &Context<'_>) -> ClosureState {
        state_of(&self.0, app(ctx).clock.now())
    }

    async fn lifted_at(&self) -> Option<DateTime<Utc>> {
        self.0.lifted_at
    }

    /// For changes: grows with each.
    async fn version(&self) -> i32 {
        i32::try_from(self.0.version).unwrap_or(i32::MAX)
    }

    /// What it stops, and who has tickets for that now.
    #[graphql(complexity = "200 + child_complexity")]
    async fn impact(&self, ctx: &Context<'_>) -> Result<ClosureImpact> {
        let app = app(ctx);
        let network = app.network.get(app).await?;
        super::impact::of_closure(app, &network, &self.0).await
    }

    /// How far the return of tickets is.
    #[graphql(complexity = "20 + child_complexity")]
    async fn returns(&self, ctx: &Context<'_>) -> Result<ClosureReturns> {
        let [waiting, done, failed] = jobs(app(ctx), ROAD_CLOSED, self.0.id).await?;
        Ok(ClosureReturns { waiting, done, failed })
    }

    /// How far other trips have taken over the passengers; see `rebookClosure`.
    #[graphql(complexity = "20 + child_complexity")]
    async fn rebookings(&self, ctx: &Context<'_>) -> Result<ClosureRebookings> {
        use rebooking::Column;
        let app = app(ctx);
        let [waiting, done, failed] = jobs(app, REBOOK_TRIP, self.0.id).await?;
        let rows: Vec<(i32, i32)> = rebooking::Entity::find()
            .select_only()
            .columns([Column::Moved, Column::LeftBehind])
            .filter(Column::ClosureId.eq(self.0.id))
            .into_tuple()
            .all(app.db.read())
            .await
            .map_err(Fault::from)?;
        let moved = rows.iter().map(|(moved, _)| moved).sum();
        let behind = rows.iter().map(|(_, behind)| behind).sum();
        Ok(ClosureRebookings { waiting, done, failed, moved, behind })
    }
}

/// How many jobs of a closure wait, are done, and have failed.
async fn jobs(app: &App, kind: &str, closure: Uuid) -> Result<[i32; 3], Fault> {
    use job::Column;
    let rows: Vec<(String, i64)> = job::Entity::find()
        .select_only()
        .column(Column::State)
        .column_as(Column::Id.count(), "count")
        .filter(Column::Kind.eq(kind))
        .filter(Column::Key.starts_with(format!("{kind}:{closure}:")))
        .group_by(Column::State)
        .into_tuple()
        .all(app.db.read())
        .await?;
    let count = |states: &[&str]| {
        let those = rows.iter().filter(|(state, _)| states.contains(&state.as_str())).map(|(_, count)| count);
        i32::try_from(those.sum::<i64>()).unwrap_or(i32::MAX)
    };
    Ok([count(&["WAITING", "RUNNING"]), count(&["DONE"]), count(&["FAILED"])])
}

pub fn state_of(row: &closure::Model, now: DateTime<Utc>) -> ClosureState {
    if row.lifted_at.is_some() {
        ClosureState::Lifted
    } else if row.ends_at.is_some_and(|ends_at| ends_at <= now) {
        ClosureState::Ended
    } else if row.starts_at > now {
        ClosureState::Coming
    } else {
        ClosureState::Closed
    }
}

async fn end(ctx: &Context<'_>, id: Uuid) -> Result<Option<PlaceSuggestion>> {
    let app = app(ctx);
    let network = app.network.get(app).await?;
    let target = end_of_section(&network, id);
    Ok(target.map(|target| PlaceSuggestion::of(&network, target, viewer(ctx).language)))
}

/// The clock by which a section's times are written: of its first end.
pub fn zone_of(network: &Network, id: Uuid) -> Tz {
    match end_of_section(network, id) {
        Some(Target::Station(stop)) => network.stops[stop as usize].zone,
        Some(place @ Target::Place(_)) => {
            network.stops_of_target(place).first().map_or(HOME_ZONE, |stop| network.stops[*stop as usize].zone)
        }
        None => HOME_ZONE,
    }
}

/// The closure as it is now.
#[derive(SimpleObject)]
pub struct ClosureChanged {
    pub closure: Closure,
    /// Trips that left the sale or came back to it.
    pub trips_changed: i32,
    /// Orders whose tickets are being returned from now on.
    pub orders_returned: i32,
}

#[derive(Union)]
pub enum ChangeClosureResult {
    Changed(ClosureChanged),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

impl ChangeClosureResult {
    pub fn changed(row: closure::Model, trips: usize, orders: usize) -> Self {
        let count = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
        let closure = Closure(row);
        ChangeClosureResult::Changed(ClosureChanged {
            closure,
            trips_changed: count(trips),
            orders_returned: count(orders),
        })
    }
}

/// What the audit log keeps of a closure: its ends by name.
pub fn facts(network: &Network, row: &closure::Model) -> Value {
    let name = |id| {
        let names = match end_of_section(network, id)? {
            Target::Place(place) => &network.places[place as usize].names,
            Target::Station(stop) => &network.stops[stop as usize].names,
        };
        Some(names.ru.clone())
    };
    json!({
        "sectionFrom": name(row.from_id), "sectionTo": name(row.to_id), "bothWays": row.both_ways,
        "startsAt": row.starts_at, "endsAt": row.ends_at, "reasonRu": row.reason.ru, "reasonKy": row.reason.ky,
        "reasonEn": row.reason.en, "lifted": row.lifted_at.is_some(),
    })
}
