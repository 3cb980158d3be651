//! Which vehicle runs a trip and who drives it: of the trip's carrier, with the seats that are sold, and nowhere else at the
//! time.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use ::entity::{driver, layout, trip, trip_driver, vehicle};

use crate::app::App;
use crate::features::network::{Network, seat_map_id};
use crate::platform::Fault;

/// Between two trips of a vehicle.
const TURN: TimeDelta = TimeDelta::minutes(20);
/// Two drive in turns where it is longer.
const LONG: TimeDelta = TimeDelta::hours(8);
/// Vehicles with so many seats go far, and have two drivers.
const LARGE: i32 = 40;

/// Whether a vehicle has two drivers of its own.
pub fn needs_two(row: &vehicle::Model) -> bool {
    row.seats >= LARGE
}

struct Bus {
    id: Uuid,
    layout: Option<Uuid>,
    drivers: Vec<Uuid>,
    /// Where it is from on the day that is made.
    free_from: DateTime<Utc>,
    /// Its first departure on the days after, which were made before.
    free_until: DateTime<Utc>,
}

pub struct Fleet {
    by_carrier: HashMap<Uuid, Vec<Bus>>,
    /// Layouts with the seats of a map.
    fitting: HashMap<Uuid, HashSet<Uuid>>,
    layouts: Vec<layout::Model>,
}

impl Fleet {
    /// Drivers are told apart by their vehicles: one each in the order in which both were written down, the rest second ones.
    pub async fn read(app: &App) -> Result<Self, Fault> {
        let db = app.db.read();
        let drivers = driver::Entity::find().filter(driver::Column::Active.eq(true)).order_by_asc(driver::Column::Id);
        let mut drivers_of: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
        for row in drivers.all(db).await? {
            drivers_of.entry(row.carrier_id).or_default().push(row.id);
        }
        let vehicles = vehicle::Entity::find().filter(vehicle::Column::Active.eq(true));
        let mut by_carrier: HashMap<Uuid, Vec<vehicle::Model>> = HashMap::new();
        for row in vehicles.order_by_asc(vehicle::Column::Code).all(db).await? {
            by_carrier.entry(row.carrier_id).or_default().push(row);
        }
        let buses = by_carrier.into_iter().map(|(carrier, vehicles)| {
            let mut people = drivers_of.remove(&carrier).unwrap_or_default().into_iter();
            let mut buses: Vec<Bus> = Vec::with_capacity(vehicles.len());
            for row in &vehicles {
                buses.push(Bus {
                    id: row.id,
                    layout: row.layout_id,
                    drivers: people.next().into_iter().collect(),
                    free_from: DateTime::<Utc>::MIN_UTC,
                    free_until: DateTime::<Utc>::MAX_UTC,
                });
            }
            for (bus, _) in buses.iter_mut().zip(&vehicles).filter(|(_, row)| needs_two(row)) {
                bus.drivers.extend(people.next());
            }
            (carrier, buses)
        });
        let by_carrier = buses.collect();
        let layouts = layout::Entity::find().all(db).await?;
        Ok(Fleet { by_carrier, fitting: HashMap::new(), layouts })
    }

    /// Gives the trips of a day, in order of departure, vehicles and drivers; some stay without where all are on the road.
    /// Days are made from the last one back.
    pub fn assign(&mut self, network: &Network, trips: &mut [trip::Model]) -> Result<Vec<trip_driver::Model>, Fault> {
        let mut order: Vec<usize> = (0..trips.len()).filter(|n| trips[*n].state != "CANCELLED").collect();
        order.sort_by_key(|n| (trips[*n].departs_at, trips[*n].id));
        let mut first: HashMap<Uuid, DateTime<Utc>> = HashMap::new();
        let mut driven = Vec::new();
        for n in order {
            let trip = &mut trips[n];
            self.learn(network, trip.seat_map_id)?;
            let fitting = trip.seat_map_id.and_then(|map| self.fitting.get(&map));
            let Some(buses) = self.by_carrier.get_mut(&trip.carrier_id) else { continue };
            let delay = TimeDelta::minutes(i64::from(trip.delay_minutes));
            let (departs, arrives) = (trip.departs_at + delay, trip.arrives_at + delay);
            let known = trip.vehicle_id.and_then(|id| buses.iter().position(|bus| bus.id == id));
            let free = |bus: &Bus| {
                bus.free_from + TURN <= departs
                    && arrives + TURN <= bus.free_until
                    && bus.layout.is_none_or(|layout| fitting.is_none_or(|fitting| fitting.contains(&layout)))
            };
            // Who has waited longest, so that all are on the road.
            let idle = || {
                let free = buses.iter().enumerate().filter(|(_, bus)| free(bus));
                free.min_by_key(|(_, bus)| bus.free_from).map(|(position, _)| position)
            };
            let Some(position) = known.or_else(|| if trip.vehicle_id.is_none() { idle() } else { None }) else {
                continue;
            };
            let bus = &mut buses[position];
            bus.free_from = bus.free_from.max(arrives);
            first.entry(bus.id).or_insert(departs);
            if known.is_some() {
                continue;
            }
            trip.vehicle_id = Some(bus.id);
            trip.crew_version = 1;
            let wanted = if arrives - departs > LONG { 2 } else { 1 };
            driven.extend(
                bus.drivers
                    .iter()
                    .take(wanted)
                    .map(|driver| trip_driver::Model { trip_id: trip.id, driver_id: *driver }),
            );
        }
        for bus in self.by_carrier.values_mut().flatten() {
            bus.free_from = DateTime::<Utc>::MIN_UTC;
            bus.free_until = first.get(&bus.id).copied().unwrap_or(bus.free_until);
        }
        Ok(driven)
    }

    /// Which layouts have the seats of a map.
    fn learn(&mut self, network: &Network, map: Option<Uuid>) -> Result<(), Fault> {
        let Some(map) = map.filter(|map| !self.fitting.contains_key(map)) else { return Ok(()) };
        let units = network.seat_map(map).map_or(1, |map| u16::try_from(map.units().len()).unwrap_or(1));
        let mut fitting = HashSet::new();
        for layout in &self.layouts {
            if seat_map_id(layout, units)? == map {
                fitting.insert(layout.id);
            }
        }
        self.fitting.insert(map, fitting);
        Ok(())
    }
}
