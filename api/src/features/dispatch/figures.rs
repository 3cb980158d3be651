use std::collections::{BTreeSet, HashMap};

use domain::order::LineState;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use ::entity::{driver, order_line, passage, trip_driver};

use crate::features::inventory::sold_places;
use crate::features::network::TripView;
use crate::platform::Fault;
use crate::platform::rows::MAX_IDS;

/// Who travels on trips and who drives them: a handful of statements for all trips together.
#[derive(Default)]
pub struct Figures {
    sold: HashMap<Uuid, i64>,
    /// By trip, boarding and alighting call: tickets, and of these on board.
    rides: HashMap<Uuid, Vec<Ride>>,
    drivers: HashMap<Uuid, Vec<driver::Model>>,
}

struct Ride {
    from_call: i32,
    to_call: i32,
    tickets: i64,
    boarded: i64,
}

impl Figures {
    pub async fn read(db: &impl ConnectionTrait, views: &[&TripView]) -> Result<Self, Fault> {
        let mut figures = Self::default();
        let ids: Vec<Uuid> = views.iter().map(|view| view.id).collect();
        figures.sold = sold_places(db, &ids).await?;
        for some in ids.chunks(MAX_IDS) {
            figures.count_rides(db, some).await?;
            figures.name_drivers(db, some).await?;
        }
        Ok(figures)
    }

    async fn count_rides(&mut self, db: &impl ConnectionTrait, trips: &[Uuid]) -> Result<(), Fault> {
        use order_line::Column;
        let with_ticket = [LineState::Issued, LineState::Used].map(LineState::code);
        let rides = || {
            order_line::Entity::find()
                .select_only()
                .columns([Column::SpaceId, Column::FromCall, Column::ToCall])
                .column_as(ExprTrait::count_distinct(Expr::col((order_line::Entity, Column::Id))), "lines")
                .filter(Column::SpaceId.is_in(trips.iter().copied()))
                .filter(Column::State.is_in(with_ticket))
                .filter(Column::Code.is_null())
                .group_by(Column::SpaceId)
                .group_by(Column::FromCall)
                .group_by(Column::ToCall)
        };
        type Counted = (Uuid, i32, i32, i64);
        for (trip, from_call, to_call, tickets) in rides().into_tuple::<Counted>().all(db).await? {
            self.rides.entry(trip).or_default().push(Ride { from_call, to_call, tickets, boarded: 0 });
        }
        let boarded = rides()
            .join_rev(
                JoinType::InnerJoin,
                passage::Entity::belongs_to(order_line::Entity)
                    .from(passage::Column::LineId)
                    .to(order_line::Column::Id)
                    .into(),
            )
            .filter(passage::Column::TripId.is_in(trips.iter().copied()))
            .filter(passage::Column::Outcome.eq("ACCEPTED"))
            .filter(passage::Column::UndoneAt.is_null());
        for (trip, from_call, to_call, count) in boarded.into_tuple::<Counted>().all(db).await? {
            let rides = self.rides.get_mut(&trip).into_iter().flatten();
            rides.filter(|ride| (ride.from_call, ride.to_call) == (from_call, to_call)).for_each(|ride| {
                ride.boarded = count;
            });
        }
        Ok(())
    }

    async fn name_drivers(&mut self, db: &impl ConnectionTrait, trips: &[Uuid]) -> Result<(), Fault> {
        let rows = trip_driver::Entity::find().filter(trip_driver::Column::TripId.is_in(trips.iter().copied()));
        let rows = rows.all(db).await?;
        let ids: BTreeSet<Uuid> = rows.iter().map(|row| row.driver_id).collect();
        let people = driver::Entity::find().filter(driver::Column::Id.is_in(ids));
        let people = people.order_by_asc(driver::Column::LastName).all(db).await?;
        for person in people {
            for row in rows.iter().filter(|row| row.driver_id == person.id) {
                self.drivers.entry(row.trip_id).or_default().push(person.clone());
            }
        }
        Ok(())
    }

    /// Places with a ticket on at least a part of the way.
    pub fn sold(&self, trip: Uuid) -> i64 {
        self.sold.get(&trip).copied().unwrap_or(0)
    }

    /// Tickets of those who get on at a call, and how many of them are on board.
    pub fn boarding(&self, trip: Uuid, call: i32) -> (i64, i64) {
        self.sum(trip, |ride| ride.from_call == call)
    }

    /// The same of those who get off there.
    pub fn alighting(&self, trip: Uuid, call: i32) -> (i64, i64) {
        self.sum(trip, |ride| ride.to_call == call)
    }

    fn sum(&self, trip: Uuid, which: impl Fn(&&Ride) -> bool) -> (i64, i64) {
        let rides = self.rides.get(&trip).into_iter().flatten().filter(which);
        rides.fold((0, 0), |(tickets, boarded), ride| (tickets + ride.tickets, boarded + ride.boarded))
    }

    pub fn drivers(&self, trip: Uuid) -> &[driver::Model] {
        self.drivers.get(&trip).map_or(&[], Vec::as_slice)
    }

    /// «Асанов Б.»
    pub fn drivers_named(&self, trip: Uuid) -> Vec<String> {
        let initial = |name: &str| name.chars().next().map(|letter| format!(" {letter}.")).unwrap_or_default();
        self.drivers(trip).iter().map(|one| format!("{}{}", one.last_name, initial(&one.first_name))).collect()
    }
}
