//! What a change of the vehicle comes to: asked before it and done with it by the same rule.

use std::collections::HashMap;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use domain::seat_map::SeatMap;
use sea_orm::{ConnectionTrait, EntityTrait};
use uuid::Uuid;

use ::entity::{layout, seat_map, vehicle};

use crate::features::audit::audit;
use crate::features::inventory::SeatMapUnit;
use crate::features::network::{TripView, in_language, map_of_layout};
use crate::features::reseating::{Person, Reseated, Seating, Seats, reseat};
use crate::features::vehicle::Vehicle;
use crate::graphql::{Can, Gid, Kind, Money, Objection, Permission, app, error, viewer};
use crate::i18n::Language;
use crate::platform::Fault;

use super::access::staff_trip;
use super::crew::{Run, objections};
use super::types::StopCall;

/// A seat of the new vehicle that the dispatcher has decided for a passenger.
#[derive(InputObject, Clone)]
pub struct SeatForInput {
    /// Of the order's line.
    pub line_id: ID,
    /// Its label.
    pub seat: String,
}

/// A passenger of a trip whose vehicle is to be changed.
#[derive(SimpleObject)]
pub struct ReseatedPassenger {
    /// Of the order's line: what `seats` and `refunded` of `swapVehicle` name.
    pub line_id: ID,
    /// Those with the same order travel together.
    pub order_id: ID,
    pub order_number: String,
    /// Null for who may not see passengers, and for who is still buying.
    pub name: Option<String>,
    /// Boarding.
    pub from: StopCall,
    /// Alighting.
    pub to: StopCall,
    /// Is choosing or paying now: no ticket yet.
    pub held: bool,
    /// Label of the seat now; null where seats are not numbered.
    pub seat: Option<String>,
    pub seat_class: Option<String>,
    /// Label of the seat in the new vehicle; null where there is none, or seats are not numbered.
    pub new_seat: Option<String>,
    /// False: there is no seat or place for them.
    pub seated: bool,
    /// Gets a seat of another class than the one that was bought.
    pub other_class: bool,
}

/// What would become of a trip's passengers in another vehicle.
#[derive(SimpleObject)]
pub struct VehicleSwap {
    pub vehicle: Vehicle,
    /// What speaks against it on that day.
    pub objections: Vec<Objection>,
    /// Of the trip's crew: what `swapVehicle` takes.
    pub version: i32,
    /// What the layout is called.
    pub plan_name: String,
    /// Its vehicles or coaches; empty with open seating.
    pub units: Vec<SeatMapUnit>,
    /// Seats, or places where seats are not numbered.
    pub capacity: i32,
    /// By the seats they have now.
    pub passengers: Vec<ReseatedPassenger>,
    /// Mails and SMS that would be written.
    pub messages: i32,
    /// What goes back to those with a ticket who find no seat, by currency.
    pub refund: Vec<Money>,
}

#[derive(Default)]
pub struct VehicleSwapQuery;

#[Object]
impl VehicleSwapQuery {
    /// Staff: who would sit where if the trip had another vehicle. `seats` are those that were decided by hand; the others
    /// are proposed around them. With `otherClass`, who finds no seat of their class is given another. Null where the
    /// vehicle or the trip has no plan of seats. BAD_INPUT: a seat that the vehicle has not, or one for two. Where names are
    /// told, the reading is in the audit log.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "50 + child_complexity")]
    async fn vehicle_swap(
        &self,
        ctx: &Context<'_>,
        trip_id: ID,
        vehicle_id: ID,
        #[graphql(default)] seats: Vec<SeatForInput>,
        #[graphql(default)] other_class: bool,
    ) -> Result<Option<VehicleSwap>> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let view = staff_trip(app, viewer, &trip_id).await?;
        let db = app.db.read();
        let vehicle = Gid::find(Kind::Vehicle, &vehicle_id)?;
        let vehicle = vehicle::Entity::find_by_id(vehicle).one(db).await.map_err(Fault::from)?;
        let vehicle = vehicle.filter(|row| row.active && row.carrier_id == view.carrier.id);
        let vehicle = vehicle.ok_or_else(error::not_found)?;
        let Some(plan) = Plan::of(db, &view, &vehicle).await? else { return Ok(None) };
        let seating = Seating::read(db, view.id).await?;
        let people = seating.people(view.id, view.seat_map.as_deref(), app.clock.now());
        let fixed = plan.fixed(&seats).map_err(|at| error::bad_input(format!("seats.{at}: no such seat")))?;
        let reseated = reseat(&people, &plan.seats(&view), &fixed, other_class)
            .map_err(|_| error::bad_input("seats: one seat for two"))?;
        let named = viewer.can(Permission::ViewPassengers);
        if named && !people.is_empty() {
            audit(app, viewer, "READ_PASSENGERS", &format!("trip:{}", view.id)).await?;
        }
        let said = objections(db, viewer.language, &Run::from(&*view), &[vehicle.id], &[]).await?;
        let concerned = |one: &&Reseated<'_>| one.person.sold() && (one.moves() || one.by_leg.is_none());
        let mut orders: Vec<&Person<'_>> = reseated.iter().filter(concerned).map(|one| &one.person).collect();
        orders.dedup_by_key(|one| one.order.order.id);
        orders.sort_by_key(|one| one.order.order.id);
        orders.dedup_by_key(|one| one.order.order.id);
        Ok(Some(VehicleSwap {
            objections: said.into_values().flatten().collect(),
            version: i32::try_from(view.crew_version).unwrap_or(i32::MAX),
            plan_name: plan.name(viewer.language),
            units: if view.reserved { plan.map.units().iter().map(SeatMapUnit::from).collect() } else { Vec::new() },
            capacity: plan.capacity(&view),
            passengers: reseated.iter().filter_map(|one| passenger(&view, one, named)).collect(),
            messages: i32::try_from(orders.iter().map(|one| one.order.ways_to_tell()).sum::<usize>())
                .unwrap_or(i32::MAX),
            refund: refund(&reseated),
            vehicle: Vehicle(vehicle),
        }))
    }
}

fn passenger(view: &std::sync::Arc<TripView>, one: &Reseated<'_>, named: bool) -> Option<ReseatedPassenger> {
    let Person { order, line, map } = one.person;
    let who = order.passengers.iter().find(|row| row.id == line.passenger_id);
    let names = who.into_iter().flat_map(|who| [&who.last_name, &who.first_name]).flatten();
    let name = names.map(String::as_str).collect::<Vec<_>>().join(" ");
    let seat = line.seat.and_then(|seat| map?.seat(u16::try_from(seat).ok()?));
    Some(ReseatedPassenger {
        line_id: Gid::of(Kind::Line, line.id),
        order_id: Gid::of(Kind::Order, order.order.id),
        order_number: order.order.number.clone(),
        name: Some(name).filter(|name| named && !name.is_empty()),
        from: StopCall::new(view, view.call(line.from_call)?),
        to: StopCall::new(view, view.call(line.to_call)?),
        held: !one.person.sold(),
        seat: line.seat_label.clone(),
        seat_class: seat.filter(|_| view.reserved).map(|seat| seat.class.clone()),
        new_seat: one.label.clone(),
        seated: one.by_leg.is_some(),
        other_class: one.other_class,
    })
}

fn refund(reseated: &[Reseated<'_>]) -> Vec<Money> {
    let mut sums: HashMap<&str, i64> = HashMap::new();
    for one in reseated.iter().filter(|one| one.by_leg.is_none() && one.person.sold()) {
        for line in lost_with(one.person) {
            *sums.entry(&line.currency).or_default() += line.price_minor;
        }
    }
    sums.into_iter().map(|(currency, minor)| Money::of(minor, currency)).collect()
}

/// The line of one who has no seat, and their baggage.
pub fn lost_with<'a>(person: Person<'a>) -> impl Iterator<Item = &'a ::entity::order_line::Model> {
    let line = person.line;
    person.order.lines.iter().filter(move |other| {
        (other.passenger_id, other.segment) == (line.passenger_id, line.segment) && other.state == line.state
    })
}

/// The seats that a vehicle brings.
pub struct Plan {
    pub map: SeatMap,
    pub row: seat_map::Model,
}

impl Plan {
    /// As many units of the vehicle's layout as the trip has now; `None` where one of them has no plan of seats.
    pub async fn of(
        db: &impl ConnectionTrait,
        view: &TripView,
        vehicle: &vehicle::Model,
    ) -> Result<Option<Self>, Fault> {
        let (Some(map), Some(layout)) = (&view.seat_map, vehicle.layout_id) else { return Ok(None) };
        let Some(layout) = layout::Entity::find_by_id(layout).one(db).await? else { return Ok(None) };
        let (map, row) = map_of_layout(&layout, u16::try_from(map.units().len()).unwrap_or(1))?;
        Ok(Some(Plan { map, row }))
    }

    fn name(&self, language: Language) -> String {
        let title = self.map.title();
        let names = ::entity::Names { ru: title.ru.clone(), ky: title.ky.clone(), en: title.en.clone() };
        in_language(&names, language).to_owned()
    }

    pub fn capacity(&self, view: &TripView) -> i32 {
        if view.reserved { self.row.seat_count } else { self.row.capacity }
    }

    pub fn seats(&self, view: &TripView) -> Seats<'_> {
        Seats { map: &self.map, reserved: view.reserved, capacity: self.capacity(view) }
    }

    /// What was decided by hand, by line; or which of it names no seat of the vehicle.
    pub fn fixed(&self, seats: &[SeatForInput]) -> Result<HashMap<Uuid, u16>, usize> {
        let mut fixed = HashMap::new();
        for (at, one) in seats.iter().enumerate() {
            let line = Gid::read(Kind::Line, &one.line_id).ok_or(at)?;
            fixed.insert(line, self.map.ordinal(&one.seat).ok_or(at)?);
        }
        Ok(fixed)
    }
}
