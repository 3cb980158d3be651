//! Passengers of many trips at once: which others carry them. Capacity is shared: who comes later finds the seats taken that
//! those before have been given.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::quota::Buyer;
use domain::rebooking::{Offer, share_out};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use ::entity::trip;

use crate::app::App;
use crate::features::inventory::{self, SpaceState};
use crate::features::network::{TripState, TripView, trip_views};
use crate::features::reseating::{Person, Seating};
use crate::platform::Fault;
use crate::platform::rows::MAX_IDS;

use super::plan::{MovePlan, StaysBehind, Trips, same_stations, way};

/// Nobody is proposed a trip earlier than their own that leaves sooner than that: they have to hear of it first.
const NOTICE: TimeDelta = TimeDelta::hours(3);
/// Others that are offered for a trip, the nearest.
const OPTIONS: usize = 20;

/// What the dispatcher wants.
#[derive(Default)]
pub struct Wish {
    /// How many days before or after its own another trip may leave.
    pub days: u32,
    /// Who finds no seat of their class is given one of another.
    pub other_class: bool,
    /// Trips for which somebody has decided: the one that carries their passengers; `None`: nobody goes.
    pub chosen: HashMap<Uuid, Option<Uuid>>,
}

/// A trip that could carry passengers of another one.
pub struct Choice {
    pub to: Arc<TripView>,
    /// The call where most of them get on.
    pub boards: i32,
    /// Those whom it calls for.
    pub passengers: usize,
    /// Of them, those for whom it calls at another station of the town.
    pub other_station: usize,
    /// Free on the way of most of them, before anybody is moved.
    pub seats_left: i32,
    pub later: TimeDelta,
}

/// A trip that carries some of them.
pub struct Share {
    pub to: Arc<TripView>,
    /// The call where most of them get on.
    pub boards: i32,
    pub orders: BTreeSet<Uuid>,
    pub passengers: usize,
    pub other_class: usize,
    /// Who gets on or off at another station of the town.
    pub other_station: usize,
    pub messages: usize,
    pub later: TimeDelta,
}

/// What becomes of the passengers of one trip.
pub struct Shared {
    pub from: Arc<TripView>,
    /// The call where most of them get on.
    pub boards: i32,
    /// Everybody with a ticket.
    pub passengers: usize,
    pub orders: usize,
    pub shares: Vec<Share>,
    /// Who stays though others could carry them, by why; empty where it was decided that nobody goes.
    pub behind: Vec<(StaysBehind, usize)>,
    pub options: Vec<Choice>,
}

/// Plans for trips in their order; those without tickets are left out.
pub async fn share(app: &App, trips: &[Arc<TripView>], wish: &Wish) -> Result<Vec<Shared>, Fault> {
    let (db, now) = (app.db.read(), app.clock.now());
    let ids: Vec<Uuid> = trips.iter().map(|trip| trip.id).collect();
    let seating = Seating::of_trips(db, &ids).await?;
    let with_tickets: Vec<(&Arc<TripView>, Vec<Person<'_>>)> = trips
        .iter()
        .map(|trip| (trip, seating.people(trip.id, trip.seat_map.as_deref(), now)))
        .map(|(trip, people)| (trip, people.into_iter().filter(Person::sold).collect::<Vec<_>>()))
        .filter(|(_, people)| !people.is_empty())
        .collect();
    let others = others(app, with_tickets.iter().map(|(trip, _)| *trip), wish).await?;
    let ids: Vec<Uuid> = others.keys().copied().collect();
    let mut room = Room { states: inventory::states(app, &ids).await?, taken: HashMap::new(), others, now };
    room.leave_out_what_has_changed(app);
    let mut shared = Vec::with_capacity(with_tickets.len());
    for (trip, people) in with_tickets {
        shared.push(room.share(&seating, trip, &people, wish)?);
    }
    Ok(shared)
}

/// Trips of the days in question that run, and those that were chosen.
async fn others<'a>(
    app: &App,
    trips: impl Iterator<Item = &'a Arc<TripView>>,
    wish: &Wish,
) -> Result<HashMap<Uuid, Arc<TripView>>, Fault> {
    use trip::Column;
    let days = i64::from(wish.days);
    let dates: BTreeSet<NaiveDate> = trips
        .flat_map(|trip| (-days..=days).filter_map(|n| trip.service_date.checked_add_signed(TimeDelta::days(n))))
        .collect();
    let mut ids: Vec<Uuid> = wish.chosen.values().flatten().copied().collect();
    for some in dates.into_iter().collect::<Vec<_>>().chunks(MAX_IDS) {
        let found = trip::Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(Column::ServiceDate.is_in(some.iter().copied()))
            .filter(Column::RoadClosed.eq(false))
            .filter(Column::State.is_in([TripState::Scheduled, TripState::Boarding].map(TripState::as_str)));
        ids.extend(found.into_tuple::<Uuid>().all(app.db.read()).await?);
    }
    ids.sort_unstable();
    ids.dedup();
    trip_views(app, &ids).await
}

/// Other trips, with the seats that are taken there by now.
struct Room {
    others: HashMap<Uuid, Arc<TripView>>,
    states: HashMap<Uuid, Arc<SpaceState>>,
    taken: HashMap<Uuid, Vec<(i32, i32)>>,
    now: DateTime<Utc>,
}

/// What one trip can do for some orders.
struct Tried {
    orders: BTreeSet<Uuid>,
    claims: Vec<(i32, i32)>,
    passengers: usize,
    other_class: usize,
    other_station: usize,
    messages: usize,
}

impl Room {
    /// Of a trip whose vehicle is being changed it is not known who sits where.
    fn leave_out_what_has_changed(&mut self, app: &App) {
        let states = &self.states;
        self.others.retain(|id, trip| {
            let same = states.get(id).is_some_and(|state| state.seat_map == trip.seat_map_id);
            if !same {
                inventory::look_again(app, *id);
            }
            same
        });
    }

    fn share(
        &mut self,
        seating: &Seating,
        from: &Arc<TripView>,
        people: &[Person<'_>],
        wish: &Wish,
    ) -> Result<Shared, Fault> {
        let orders: BTreeSet<Uuid> = people.iter().map(|one| one.order.order.id).collect();
        let leading = self.leading(from, people, wish);
        let chosen = wish.chosen.get(&from.id).copied();
        let offers: Vec<Offer> = leading
            .iter()
            .filter(|one| chosen.is_none_or(|chosen| chosen == Some(one.offer.trip)))
            .map(|one| one.offer.clone())
            .collect();
        let fits = |to, wanted: &BTreeSet<Uuid>| {
            let tried = self.try_on(seating, from, to, wanted, wish.other_class)?;
            Ok::<_, Fault>(tried.orders)
        };
        let mut shares = Vec::new();
        for (to, going) in share_out(&offers, &orders, fits)? {
            let tried = self.try_on(seating, from, to, &going, wish.other_class)?;
            let Some(one) = leading.iter().find(|one| one.offer.trip == to) else { continue };
            self.taken.entry(to).or_default().extend(tried.claims);
            shares.push(Share {
                to: Arc::clone(&self.others[&to]),
                boards: one.way.0,
                orders: tried.orders,
                passengers: tried.passengers,
                other_class: tried.other_class,
                other_station: tried.other_station,
                messages: tried.messages,
                later: TimeDelta::minutes(one.offer.later),
            });
        }
        let going: HashSet<Uuid> = shares.iter().flat_map(|share| share.orders.iter().copied()).collect();
        let mut behind: Vec<(StaysBehind, usize)> = Vec::new();
        let staying = people.iter().filter(|one| !going.contains(&one.order.order.id) && chosen != Some(None));
        for why in staying.map(|one| self.why(from, one, &offers)) {
            match behind.iter_mut().find(|(known, _)| *known == why) {
                Some((_, count)) => *count += 1,
                None => behind.push((why, 1)),
            }
        }
        let near = leading.iter().take(OPTIONS).chain(leading.iter().skip(OPTIONS).filter(|one| {
            chosen == Some(Some(one.offer.trip)) || shares.iter().any(|share| share.to.id == one.offer.trip)
        }));
        let options = near.filter_map(|one| {
            let to = self.others.get(&one.offer.trip)?;
            let state = self.states.get(&one.offer.trip)?;
            Some(Choice {
                to: Arc::clone(to),
                boards: one.way.0,
                passengers: one.passengers,
                other_station: one.other_station,
                seats_left: state.seats_left(to, &Buyer::STAFF, one.way.0, one.way.1, self.now),
                later: TimeDelta::minutes(one.offer.later),
            })
        });
        Ok(Shared {
            from: Arc::clone(from),
            boards: most(people.iter().map(|one| (one.line.from_call, one.line.to_call))).map_or(0, |(way, _)| way.0),
            passengers: people.len(),
            orders: orders.len(),
            options: options.collect(),
            shares,
            behind,
        })
    }

    /// Trips that lead where some of them go, the nearest first.
    fn leading(&self, from: &TripView, people: &[Person<'_>], wish: &Wish) -> Vec<Leading> {
        let mut ways: BTreeMap<(i32, i32), Vec<Uuid>> = BTreeMap::new();
        for one in people {
            ways.entry((one.line.from_call, one.line.to_call)).or_default().push(one.order.order.id);
        }
        let chosen = wish.chosen.get(&from.id).copied().flatten();
        let mut leading: Vec<Leading> = Vec::new();
        for to in self.others.values().filter(|to| to.id != from.id) {
            let days = (to.service_date - from.service_date).num_days().unsigned_abs();
            let on_sale = !to.sale_closed && !to.carrier.blocked;
            if (days > u64::from(wish.days) || !on_sale) && chosen != Some(to.id) {
                continue;
            }
            let (mut led, mut lost, mut other_station) = (Vec::new(), HashSet::new(), 0);
            for (calls, orders) in &ways {
                match way(from, to, *calls, self.now) {
                    Ok(way) => {
                        if !same_stations(from, to, *calls, way) {
                            other_station += orders.len();
                            // Nobody is sent to another station unless somebody has decided so.
                            if chosen != Some(to.id) {
                                lost.extend(orders.iter().copied());
                            }
                        }
                        led.push((*calls, way, orders));
                    }
                    Err(_) => lost.extend(orders.iter().copied()),
                }
            }
            let each = led.iter().flat_map(|(calls, way, orders)| orders.iter().map(|_| (*calls, *way)));
            let Some(((calls, way), _)) = most(each) else { continue };
            let (Some(before), Some(after)) = (from.call(calls.0), to.call(way.0)) else { continue };
            let leaves = after.departure + to.delay();
            let later = (leaves - (before.departure + from.delay())).num_minutes();
            if later < 0 && leaves - self.now < NOTICE && chosen != Some(to.id) {
                continue;
            }
            let offer = Offer {
                trip: to.id,
                later,
                same_carrier: to.carrier.id == from.carrier.id,
                leads: led
                    .iter()
                    .flat_map(|(.., orders)| orders.iter().copied())
                    .filter(|id| !lost.contains(id))
                    .collect(),
            };
            let passengers = led.iter().map(|(.., orders)| orders.len()).sum();
            leading.push(Leading { way, passengers, other_station, offer });
        }
        leading.sort_by_key(|one| one.offer.nearness());
        leading
    }

    /// Who of the orders would find seats beside those who have them by now.
    fn try_on(
        &self,
        seating: &Seating,
        from: &TripView,
        to: Uuid,
        orders: &BTreeSet<Uuid>,
        other_class: bool,
    ) -> Result<Tried, Fault> {
        let (other, state) = (&self.others[&to], &self.states[&to]);
        let mut taken: Vec<(i32, i32)> = state.taken(self.now).collect();
        taken.extend(self.taken.get(&to).into_iter().flatten());
        let trips = Trips { from, to: other, taken: &taken, kept: state.kept.as_deref(), now: self.now };
        let orders: HashSet<Uuid> = orders.iter().copied().collect();
        let plan = MovePlan::of(&trips, seating, Some(&orders), &HashMap::new(), other_class)?;
        let plan = plan.map_err(|_| Fault::new("a seat was fixed that nobody has fixed"))?;
        let mut tried = Tried {
            orders: BTreeSet::new(),
            claims: plan.claims(&trips).iter().map(|claim| (claim.seat, claim.leg)).collect(),
            passengers: 0,
            other_class: 0,
            other_station: 0,
            messages: 0,
        };
        for (person, moved) in plan.moved() {
            tried.passengers += 1;
            tried.other_class += usize::from(moved.other_class);
            let ride = (person.line.from_call, person.line.to_call);
            tried.other_station += usize::from(!same_stations(from, other, ride, (moved.from, moved.to)));
            if tried.orders.insert(person.order.order.id) {
                tried.messages += person.order.ways_to_tell();
            }
        }
        Ok(tried)
    }

    /// Why somebody stays whom none of the offers takes.
    fn why(&self, from: &TripView, one: &Person<'_>, offers: &[Offer]) -> StaysBehind {
        if offers.iter().any(|offer| offer.leads.contains(&one.order.order.id)) {
            return StaysBehind::NoSeat;
        }
        let calls = (one.line.from_call, one.line.to_call);
        let goes = offers.iter().any(|offer| {
            let to = &self.others[&offer.trip];
            way(from, to, calls, self.now).is_ok_and(|way| same_stations(from, to, calls, way))
        });
        if goes { StaysBehind::Company } else { StaysBehind::NoStop }
    }
}

struct Leading {
    offer: Offer,
    /// Of most of them, on the other trip.
    way: (i32, i32),
    passengers: usize,
    other_station: usize,
}

/// The one that is there most often, the first of several, and how often.
fn most<T: Ord + Copy>(all: impl Iterator<Item = T>) -> Option<(T, usize)> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    all.for_each(|one| *counts.entry(one).or_default() += 1);
    counts.into_iter().rev().max_by_key(|(_, count)| *count)
}
