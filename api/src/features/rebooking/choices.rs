use std::collections::BTreeMap;

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use domain::quota::Buyer;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use ::entity::trip;

use crate::features::inventory;
use crate::features::network::{TripState, trip_views};
use crate::features::reseating::Seating;
use crate::features::trip::{StopCall, Trip, staff_trip, works_with};
use crate::graphql::{Can, Date, Permission, app, viewer};
use crate::platform::Fault;

use super::plan::{same_stations, way};

/// Trips that are offered.
const MOST: usize = 40;

/// A trip that could carry passengers of another one.
#[derive(SimpleObject)]
pub struct MoveChoice {
    pub trip: Trip,
    /// Where most of them would get on.
    pub from: StopCall,
    /// Passengers with tickets for whom it calls where they get on and off, or at another station of the same town.
    pub passengers: i32,
    /// Of them, the latter.
    pub other_station: i32,
    /// Of all passengers with tickets.
    pub of: i32,
    /// Free on the whole way that most of them ride.
    pub seats_left: i32,
}

#[derive(Default)]
pub struct RebookingQuery;

#[Object]
impl RebookingQuery {
    /// Staff: trips of a day that could carry passengers of this one, those of the same carrier and the nearest in time first; at
    /// most 40. Empty where
    /// nobody has a ticket.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "100 + 20 * child_complexity")]
    async fn move_choices(
        &self,
        ctx: &Context<'_>,
        trip_id: ID,
        #[graphql(desc = "Of departure from the first stop, in the zone of the carrier's timetable.")] date: Date,
    ) -> Result<Vec<MoveChoice>> {
        use trip::Column;
        let (app, viewer) = (app(ctx), viewer(ctx));
        let from = staff_trip(app, viewer, &trip_id).await?;
        let (db, now) = (app.db.read(), app.clock.now());
        let seating = Seating::read(db, from.id).await?;
        let mut ways: BTreeMap<(i32, i32), i32> = BTreeMap::new();
        for one in seating.people(from.id, None, now).iter().filter(|one| one.sold()) {
            *ways.entry((one.line.from_call, one.line.to_call)).or_default() += 1;
        }
        let of: i32 = ways.values().sum();
        let ids: Vec<Uuid> = trip::Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(Column::ServiceDate.eq(date.0))
            .filter(Column::Id.ne(from.id))
            .filter(Column::RoadClosed.eq(false))
            .filter(Column::State.is_in([TripState::Scheduled, TripState::Boarding].map(TripState::as_str)))
            .into_tuple()
            .all(db)
            .await
            .map_err(Fault::from)?;
        let mut found = Vec::new();
        for view in trip_views(app, &ids).await?.into_values().filter(|view| works_with(viewer, view)) {
            let led = ways.iter().filter_map(|(calls, count)| {
                let way = way(&from, &view, *calls, now).ok()?;
                Some((way, *count, if same_stations(&from, &view, *calls, way) { 0 } else { *count }))
            });
            let led: Vec<((i32, i32), i32, i32)> = led.collect();
            let Some((way, ..)) = led.iter().max_by_key(|(way, count, _)| (*count, way.1 - way.0)).copied() else {
                continue;
            };
            let (count, elsewhere) =
                led.iter().fold((0, 0), |(all, far), (_, count, other)| (all + count, far + other));
            found.push((view, way, (count, elsewhere)));
        }
        let departs = from.calls.first().map(|call| call.departure).unwrap_or_default();
        found.sort_by_key(|(view, (on, _), (count, elsewhere))| {
            let leaves = view.call(*on).map(|call| call.departure).unwrap_or_default();
            (
                std::cmp::Reverse(count - elsewhere),
                std::cmp::Reverse(*count),
                view.carrier.id != from.carrier.id,
                (leaves - departs).abs(),
                view.id,
            )
        });
        found.truncate(MOST);
        let asks: Vec<(Uuid, i32, i32)> = found.iter().map(|(view, (on, off), _)| (view.id, *on, *off)).collect();
        let left = inventory::seats_left(app, &Buyer::STAFF, &asks).await?;
        let choice = |((view, (on, _), (passengers, other_station)), seats_left)| {
            let from = StopCall::new(&view, view.call(on)?);
            Some(MoveChoice { from, passengers, other_station, of, seats_left, trip: Trip::from(view) })
        };
        Ok(found.into_iter().zip(left).filter_map(choice).collect())
    }
}
