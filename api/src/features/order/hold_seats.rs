use async_graphql::{Context, Object, Result, SimpleObject, Union};
use chrono::{DateTime, Utc};
use domain::dynamic::Look;
use domain::money::{Currency, from_decimal};
use domain::order::LineState;
use domain::price::{Promotion, total};
use rust_decimal::Decimal;
use sea_orm::{DatabaseTransaction, EntityTrait};
use std::collections::HashSet;
use std::sync::Arc;
use uuid::Uuid;

use ::entity::{order, order_line, order_passenger, order_segment};

use crate::app::App;
use crate::features::inventory::{self, Claim, Raised, on_sale};
use crate::features::network::{FarePrice, Network, Sale, TripView, trip_view};
use crate::features::promotion::{take_tickets, used_up};
use crate::graphql::{
    FieldError, Gid, IdempotencyConflict, InvalidInput, Kind, Money, NotEnoughSeats, NotOnSale, PriceChanged,
    SeatsTaken, Viewer, app, error, viewer,
};
use crate::i18n::Language;
use crate::platform::Fault;
use crate::platform::idempotency::{self, Begun};

use super::access::secret_given;
use super::bundle::Bundle;
use super::hold_input::{HoldSeatsInput, key_is_good};
use super::hold_limit;
use super::hold_rules::{Rules, categories, quotas};
use super::seat_price::{HeldFare, Sitter, campaign_for, seat_parts, shown};
use super::seats::{NoPlaces, Places, choose};
use super::types::{Order, reread};
use super::{MAX_PASSENGERS, MAX_SEGMENTS};

const OPERATION: &str = "holdSeats";
/// Tries when seats that we chose ourselves, or the number of the order, were taken meanwhile.
const TRIES: usize = 20;

/// The seats are the customer's until the hold ends.
#[derive(SimpleObject)]
pub struct HeldSeats {
    pub order: Order,
    /// The secret of the order's link.
    pub secret: String,
}

#[derive(Union)]
pub enum HoldSeatsResult {
    Held(HeldSeats),
    SeatsTaken(SeatsTaken),
    NotOnSale(NotOnSale),
    NotEnoughSeats(NotEnoughSeats),
    InvalidInput(InvalidInput),
    PriceChanged(PriceChanged),
    IdempotencyConflict(IdempotencyConflict),
}

/// What is held.
enum Holding {
    /// By this request, with everything of it.
    New(Arc<Bundle>),
    /// By a request with the same key before.
    Before(order::Model),
}

impl Holding {
    fn id(&self) -> Uuid {
        match self {
            Holding::New(bundle) => bundle.order.id,
            Holding::Before(row) => row.id,
        }
    }
}

/// Why nothing was held.
enum Rejection {
    Taken(SeatsTaken),
    NotOnSale(NotOnSale),
    TooFew(NotEnoughSeats),
    Invalid(InvalidInput),
    Price(PriceChanged),
    Conflict(IdempotencyConflict),
}

impl From<Rejection> for HoldSeatsResult {
    fn from(rejection: Rejection) -> Self {
        match rejection {
            Rejection::Taken(error) => HoldSeatsResult::SeatsTaken(error),
            Rejection::NotOnSale(error) => HoldSeatsResult::NotOnSale(error),
            Rejection::TooFew(error) => HoldSeatsResult::NotEnoughSeats(error),
            Rejection::Invalid(error) => HoldSeatsResult::InvalidInput(error),
            Rejection::Price(error) => HoldSeatsResult::PriceChanged(error),
            Rejection::Conflict(error) => HoldSeatsResult::IdempotencyConflict(error),
        }
    }
}

#[derive(Default)]
pub struct HoldSeats;

#[Object]
impl HoldSeats {
    /// Holds seats for all passengers on all rides for 15 minutes, or none at all, and fixes their price.
    ///
    /// SeatsTaken: somebody was faster; look at the seat map again. NotOnSale: with the reason. NotEnoughSeats: when the
    /// choice was left to us. PriceChanged: it has become dearer than `expectedPrice`; ask the customer. RATE_LIMITED: visitors who are not signed in have held much from this address. The database
    /// itself refuses a seat twice on a leg.
    #[graphql(complexity = "30 + child_complexity")]
    async fn hold_seats(&self, ctx: &Context<'_>, input: HoldSeatsInput) -> Result<HoldSeatsResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let fingerprint = input.fingerprint();
        let share = match hold_limit::take(app, viewer, &input).await {
            Ok(share) => Some(share),
            Err(limited) => match came_before(app, &input, &fingerprint).await? {
                // What was held before is only told again.
                Some(Begun::Repeated(_)) => None,
                _ => return Err(error::rate_limited(limited.retry_after_seconds)),
            },
        };
        let answer = hold_seats(app, viewer, &input, &fingerprint).await?;
        if let Some(share) = share.filter(|_| !matches!(answer, Ok(Holding::New(_)))) {
            share.give_back().await;
        }
        Ok(match answer {
            Ok(held) => {
                let secret = app.secrets.order_secret(held.id());
                let order = match held {
                    Holding::New(bundle) => {
                        secret_given(app, &viewer.address, bundle.order.id);
                        Order::known(bundle)
                    }
                    Holding::Before(row) => Order::customers(row),
                };
                HoldSeatsResult::Held(HeldSeats { order, secret })
            }
            Err(rejection) => rejection.into(),
        })
    }
}

/// A ride that may be sold, with its price.
pub struct Ride {
    pub trip: Arc<TripView>,
    pub from: i32,
    to: i32,
    price: FarePrice,
    direction: &'static str,
    departs_at: DateTime<Utc>,
    arrives_at: DateTime<Utc>,
    pub wanted: Option<Vec<String>>,
    /// What the customer has seen.
    expected: Option<Decimal>,
}

async fn hold_seats(
    app: &App,
    viewer: &Viewer,
    input: &HoldSeatsInput,
    fingerprint: &str,
) -> Result<Result<Holding, Rejection>, Fault> {
    let language = viewer.language;
    if !key_is_good(&input.idempotency_key) {
        let field = FieldError::new(language, "idempotencyKey", "KEY_FORM", &[]);
        return Ok(Err(Rejection::Invalid(InvalidInput::new(language, vec![field]))));
    }
    let rejection = match try_to_hold(app, viewer, input, fingerprint).await? {
        Err(rejection) => rejection,
        held => return Ok(held),
    };
    // What is taken may have been taken by this very request, sent twice.
    match came_before(app, input, fingerprint).await? {
        Some(Begun::Repeated(answer)) => Ok(Ok(held_before(app, answer).await?)),
        Some(_) => Ok(Err(Rejection::Conflict(IdempotencyConflict::new(language)))),
        None => Ok(Err(rejection)),
    }
}

async fn came_before(app: &App, input: &HoldSeatsInput, fingerprint: &str) -> Result<Option<Begun>, Fault> {
    idempotency::recall(&app.keys, OPERATION, &input.idempotency_key, fingerprint).await
}

/// The order that the key has made, by the answer that was kept with it.
async fn held_before(app: &App, answer: serde_json::Value) -> Result<Holding, Fault> {
    Ok(Holding::Before(reread(app, serde_json::from_value(answer)?).await?))
}

async fn try_to_hold(
    app: &App,
    viewer: &Viewer,
    input: &HoldSeatsInput,
    fingerprint: &str,
) -> Result<Result<Holding, Rejection>, Fault> {
    let language = viewer.language;
    let invalid = |fields| Ok(Err(Rejection::Invalid(InvalidInput::new(language, fields))));
    let field = |path: &str, code: &str| FieldError::new(language, path, code, &[]);
    if input.segments.is_empty() || input.segments.len() > MAX_SEGMENTS {
        return invalid(vec![field("segments", "SEGMENT_COUNT")]);
    }
    if input.passengers.is_empty() || input.passengers.len() > MAX_PASSENGERS {
        return invalid(vec![field("passengers", "PASSENGER_COUNT")]);
    }
    let network = app.network.get(app).await?;
    let mut held_rides = match rides(app, &network, viewer, input).await? {
        Ok(rides) => rides,
        Err(rejection) => return Ok(Err(rejection)),
    };
    let categories = match categories(&network, (language, app.clock.now(), viewer.buyer().channel), input, &held_rides)
    {
        Ok(categories) => categories,
        Err(fields) => return invalid(fields),
    };
    let mut refused = None;
    let mut over = HashSet::clone(&*used_up(app, &network).await?);
    for _ in 0..TRIES {
        let of_tariff = (&*network, &categories, &over);
        match attempt(app, viewer, of_tariff, input, fingerprint, &held_rides).await {
            // Others had the last of it: then without it.
            Ok(Attempt::UsedUp(campaign)) => {
                over.insert(campaign);
            }
            Ok(Attempt::Held(bundle, raised, claims)) => {
                inventory::changed_to(app, &raised, &claims, Some(bundle.order.hold_until));
                app.orders.keep(Arc::clone(&bundle));
                return Ok(Ok(Holding::New(bundle)));
            }
            Ok(Attempt::Repeated(answer)) => return Ok(Ok(held_before(app, answer).await?)),
            Ok(Attempt::Rejected(rejection)) => return Ok(Err(rejection)),
            // Seats that the customer named and that are gone are named in the next round.
            Ok(Attempt::Lost(trip)) => refused = Some(trip),
            Ok(Attempt::OtherSeats(trip)) => {
                refused = Some(trip);
                inventory::look_again(app, trip);
                let again = match rides(app, &network, viewer, input).await? {
                    Ok(rides) => rides,
                    Err(rejection) => return Ok(Err(rejection)),
                };
                // Its number on the new vehicle is not the seat that the customer has seen.
                let moved = held_rides.iter().zip(&again).find(|(was, is)| was.trip.seat_map_id != is.trip.seat_map_id);
                if let Some((Ride { wanted: Some(wanted), .. }, _)) = moved {
                    let taken = SeatsTaken::new(language, Gid::of(Kind::Trip, trip), wanted.clone());
                    return Ok(Err(Rejection::Taken(taken)));
                }
                held_rides = again;
            }
            Err(fault) if fault.is_transient() => {}
            Err(fault) => return Err(fault),
        }
    }
    let trip = refused.ok_or_else(|| Fault::new("a hold found no quiet moment"))?;
    Ok(Err(Rejection::Taken(SeatsTaken::new(language, Gid::of(Kind::Trip, trip), Vec::new()))))
}

async fn rides(
    app: &App,
    network: &Network,
    viewer: &Viewer,
    input: &HoldSeatsInput,
) -> Result<Result<Vec<Ride>, Rejection>, Fault> {
    let (now, language) = (app.clock.now(), viewer.language);
    let mut rides: Vec<Ride> = Vec::new();
    for (n, segment) in input.segments.iter().enumerate() {
        let invalid = |path: &str, code: &str| {
            let path = if path.is_empty() { format!("segments.{n}") } else { format!("segments.{n}.{path}") };
            Ok(Err(Rejection::Invalid(InvalidInput::one(language, &path, code))))
        };
        let trip = match Gid::read(Kind::Trip, &segment.trip_id) {
            Some(id) => trip_view(app, id).await?,
            None => None,
        };
        let Some(mut trip) = trip else { return invalid("tripId", "NO_SUCH_TRIP") };
        if let Some(plan) = segment.plan_id.as_ref().filter(|plan| **plan != inventory::plan_id(&trip)) {
            // What is in memory may be older than what the customer has seen.
            inventory::look_again(app, trip.id);
            trip = trip_view(app, trip.id).await?.ok_or_else(|| Fault::new("a trip vanished"))?;
            if let Some(seats) = segment.seats.as_ref().filter(|_| *plan != inventory::plan_id(&trip)) {
                return Ok(Err(Rejection::Taken(SeatsTaken::new(language, segment.trip_id.clone(), seats.clone()))));
            }
        }
        let price = match on_sale(network, &trip, (segment.from, segment.to), now, &viewer.buyer()) {
            Ok(price) => price,
            Err(reason) => {
                return Ok(Err(Rejection::NotOnSale(NotOnSale::new(language, segment.trip_id.clone(), reason))));
            }
        };
        let at = |call: i32| &trip.calls[usize::try_from(call).unwrap_or(0)];
        let (departs_at, arrives_at) = (at(segment.from).departure, at(segment.to).arrival);
        if let Some(before) = rides.last() {
            if before.price.currency != price.currency {
                return invalid("tripId", "CURRENCY_MIXED");
            }
            if departs_at < before.arrives_at {
                return invalid("tripId", "LEAVES_BEFORE_ARRIVAL");
            }
        }
        let direction = segment.direction.code();
        let wanted = segment.seats.clone().filter(|_| trip.reserved);
        let (from, to, expected) = (segment.from, segment.to, segment.expected_price);
        rides.push(Ride { from, to, price, direction, departs_at, arrives_at, wanted, expected, trip });
    }
    Ok(Ok(rides))
}

enum Attempt {
    Held(Arc<Bundle>, Vec<Raised>, Vec<Claim>),
    Repeated(serde_json::Value),
    Rejected(Rejection),
    /// The database refused a claim on this trip.
    Lost(Uuid),
    /// This trip has a vehicle with other seats than those that were looked at.
    OtherSeats(Uuid),
    /// Of this campaign there are no more tickets.
    UsedUp(Uuid),
}

async fn attempt(
    app: &App,
    viewer: &Viewer,
    (network, rules, used_up): (&Network, &Rules<'_>, &HashSet<Uuid>),
    input: &HoldSeatsInput,
    fingerprint: &str,
    rides: &[Ride],
) -> Result<Attempt, Fault> {
    let (now, language, buyer) = (app.clock.now(), viewer.language, viewer.buyer());
    let hold_until = now + network.settings.hold;
    let seated: Vec<bool> = rules.iter().map(|rules| rules.iter().flatten().all(|rule| rule.own_seat)).collect();
    let count = seated.iter().filter(|seated| **seated).count();
    let (mut places, mut seen, mut looks): (Vec<Places>, Vec<i64>, Vec<Look>) = (Vec::new(), Vec::new(), Vec::new());
    for (n, ride) in rides.iter().enumerate() {
        let state = inventory::state(app, ride.trip.id).await?;
        if state.seat_map != ride.trip.seat_map_id {
            return Ok(Attempt::OtherSeats(ride.trip.id));
        }
        seen.push(state.version);
        let sale = Sale::of(&ride.trip.route, now, buyer.channel);
        looks.push(inventory::look(network, &sale, &ride.trip, &state, (ride.from, ride.to), now));
        match choose(&ride.trip, &state, &buyer, ride.wanted.as_deref(), count, (ride.from, ride.to), now) {
            Ok(chosen) => places.push(chosen),
            Err(problem) => return Ok(Attempt::Rejected(rejection(language, n, ride, problem))),
        }
    }
    let order = order::Model {
        id: app.ids.new(),
        number: super::new_number(app),
        channel: buyer.channel.into(),
        partner_id: buyer.partner,
        promotion_id: None,
        account_id: viewer
            .session
            .as_ref()
            .filter(|s| s.kind == crate::graphql::SessionKind::Passenger)
            .map(|s| s.account_id),
        currency: rides[0].price.currency.clone(),
        language: language.code().into(),
        email: None,
        phone: None,
        hold_until,
        hold_extended: false,
        reserved_until: None,
        consent_at: None,
        version: 1,
        created_at: now,
        split_from_id: None,
        first_departure_at: rides.iter().map(|ride| ride.departs_at).min().unwrap_or(now),
        wallet_id: None,
        top_up_minor: 0,
        topped_up_at: None,
        company_id: None,
        company_terms: None,
    };
    let mut bundle = Bundle::empty(order);
    let order = &bundle.order;
    let passengers: Vec<order_passenger::Model> = input
        .passengers
        .iter()
        .zip(0..)
        .map(|(passenger, position)| order_passenger::Model {
            id: app.ids.new(),
            order_id: order.id,
            position,
            category: passenger.category.clone(),
            first_name: None,
            last_name: None,
            middle_name: None,
            birth_date: None,
            citizenship: None,
            document_kind: None,
            document_sealed: None,
            document_index: None,
            document_tail: None,
            dropped_at: None,
        })
        .collect();
    let (mut lines, mut claims) = (Vec::new(), Vec::new());
    for (((n, ride), places), look) in (0i32..).zip(rides).zip(&places).zip(&looks) {
        let sale = Sale::of(&ride.trip.route, now, buyer.channel);
        let day = ride.trip.local_date(ride.from);
        let mut adults_minor = 0;
        let mut seat = places.by_leg.iter().zip(&places.labels);
        for ((passenger, of_rides), seated) in passengers.iter().zip(rules).zip(&seated) {
            let id = app.ids.new();
            let place = if *seated { seat.next() } else { None };
            if let Some((by_leg, _)) = place {
                let legs = (ride.from..ride.to).zip(by_leg);
                claims.extend(legs.map(|(leg, seat)| Claim { space: ride.trip.id, seat: *seat, leg, line: id }));
            }
            let rule = of_rides.get(usize::try_from(n).unwrap_or(0)).copied().flatten();
            let class = place.and_then(|(_, label)| ride.trip.class_of(label.as_deref()?));
            let supplements = network.rules().supplements(&sale, &ride.price, class, *look);
            let fare = HeldFare::new(&ride.price, supplements);
            let sitter = Sitter { category: &passenger.category, rule, party: input.passengers.len(), day };
            if place.is_some() && ride.expected.is_some() {
                let adult = Sitter::adult(day);
                adults_minor += total(&shown(network, &sale, &order.currency, &fare, &adult, used_up).parts);
            }
            let campaign = campaign_for(network, &sale, &order.currency, &fare, &sitter, used_up);
            let off: Vec<Promotion> = campaign.iter().map(|rule| rule.of_price()).collect();
            let parts = seat_parts(network, &sale, &order.currency, &fare, &sitter, &off);
            let taken = parts.iter().filter(|part| campaign.is_some_and(|rule| rule.code == part.rule));
            let campaign_minor = -taken.map(|part| part.amount_minor).sum::<i64>();
            lines.push(order_line::Model {
                id,
                order_id: order.id,
                passenger_id: passenger.id,
                segment: n,
                kind: "SEAT".into(),
                code: None,
                space_id: ride.trip.id,
                from_call: ride.from,
                to_call: ride.to,
                seat: place.and_then(|(by_leg, _)| by_leg.first().copied()),
                seat_label: place.and_then(|(_, label)| label.clone()),
                state: LineState::Held.code().into(),
                currency: order.currency.clone(),
                price_minor: total(&parts),
                fare_minor: fare.adult_minor,
                child_fare_minor: fare.child_minor,
                parts: serde_json::to_value(&parts)?,
                campaign_id: campaign.map(|rule| rule.id),
                campaign_minor,
                created_at: now,
                exchange_id: None,
                moved_at: None,
                sold_at: None,
            });
        }
        if let Some(changed) = dearer(language, ride, adults_minor) {
            return Ok(Attempt::Rejected(Rejection::Price(changed)));
        }
    }
    let segments = (0i32..).zip(rides).map(|(n, ride)| order_segment::Model {
        order_id: order.id,
        position: n,
        trip_id: ride.trip.id,
        from_call: ride.from,
        to_call: ride.to,
        direction: ride.direction.into(),
        departs_at: ride.departs_at,
        arrives_at: ride.arrives_at,
    });
    (bundle.segments, bundle.passengers, bundle.lines) = (segments.collect(), passengers, lines);

    let tx = app.db.begin().await?;
    // In a rush the wait for the transaction is long: who has lost meanwhile does not make others wait for nothing.
    for (n, ride) in rides.iter().enumerate() {
        let Some(state) = inventory::known(app, ride.trip.id) else { continue };
        if ride.wanted.is_none() || state.version <= seen[n] || state.seat_map != ride.trip.seat_map_id {
            continue;
        }
        if let Err(problem) =
            choose(&ride.trip, &state, &buyer, ride.wanted.as_deref(), count, (ride.from, ride.to), now)
        {
            return Ok(tx.give_up(Attempt::Rejected(rejection(language, n, ride, problem))).await?);
        }
    }
    let answer = serde_json::to_value(bundle.order.id)?;
    match idempotency::begin(&tx, OPERATION, &input.idempotency_key, fingerprint, answer, now).await? {
        Begun::Fresh => {}
        Begun::Repeated(answer) => return Ok(tx.give_up(Attempt::Repeated(answer)).await?),
        Begun::Conflict => {
            return Ok(tx.give_up(Attempt::Rejected(Rejection::Conflict(IdempotencyConflict::new(language)))).await?);
        }
    }
    if inventory::take(&tx, claims.clone(), Some(hold_until), now).await?.is_err() {
        // What we thought free is not: look again, not into memory.
        inventory::forget(app, rides.iter().map(|ride| ride.trip.id));
        return Ok(tx.give_up(Attempt::Lost(rides[0].trip.id)).await?);
    }
    write_held(&tx, &bundle).await?;
    let of_campaigns: Vec<&order_line::Model> = bundle.lines.iter().collect();
    if let Err(used_up) = take_tickets(&tx, network, bundle.order.id, &of_campaigns, now).await? {
        return Ok(tx.give_up(Attempt::UsedUp(used_up)).await?);
    }
    let raised = inventory::bump(&tx, rides.iter().map(|ride| ride.trip.id).collect()).await?;
    // The vehicle was changed after the seats were chosen: these are ordinals of seats that are not there.
    let other_seats = |raised: &&Raised| {
        rides.iter().any(|ride| ride.trip.id == raised.space && ride.trip.seat_map_id != raised.seat_map)
    };
    if let Some(trip) = raised.iter().find(other_seats).map(|raised| raised.space) {
        return Ok(tx.give_up(Attempt::OtherSeats(trip)).await?);
    }
    let ways: Vec<_> = rides.iter().map(|ride| (ride.trip.id, ride.from, ride.to)).collect();
    let off_sale = raised.iter().find_map(|raised| Some((raised, raised.off_sale(&ways)?)));
    if let Some((ended, reason)) = off_sale {
        let ended = NotOnSale::new(language, Gid::of(Kind::Trip, ended.space), reason);
        return Ok(tx.give_up(Attempt::Rejected(Rejection::NotOnSale(ended))).await?);
    }
    // Seats that were given to others after they were chosen.
    let kept = raised.iter().find(|raised| {
        let Some(kept) = &raised.kept else { return false };
        rides.iter().filter(|ride| ride.trip.id == raised.space).any(|ride| {
            let refused = inventory::refused(kept, &ride.trip, &buyer, ride.from, now);
            let of_ride = |claim: &&Claim| claim.space == raised.space && (ride.from..ride.to).contains(&claim.leg);
            claims.iter().filter(of_ride).any(|claim| refused.contains(&claim.seat))
        })
    });
    if let Some(trip) = kept.map(|raised| raised.space) {
        inventory::forget(app, [trip]);
        return Ok(tx.give_up(Attempt::Lost(trip)).await?);
    }
    if let Some(rejection) = quotas(&tx, language, input, rides, rules, now).await? {
        return Ok(tx.give_up(Attempt::Rejected(Rejection::Invalid(rejection))).await?);
    }
    tx.commit().await?;
    Ok(Attempt::Held(Arc::new(bundle), raised, claims))
}

/// What adults pay in the seats of a ride now, where the customer has seen less.
fn dearer(language: Language, ride: &Ride, adults_minor: i64) -> Option<PriceChanged> {
    let currency = Currency::parse(&ride.price.currency).ok()?;
    let expected = from_decimal(ride.expected?, currency)?;
    let trip = Gid::of(Kind::Trip, ride.trip.id);
    let changed =
        || PriceChanged::new(language, trip, Money::new(expected, currency), Money::new(adults_minor, currency));
    (adults_minor > expected).then(changed)
}

/// Writes a new order down with all that belongs to it.
pub async fn write_held(tx: &DatabaseTransaction, held: &Bundle) -> Result<(), Fault> {
    fn rows<M: Clone, A: From<M>>(models: &[M]) -> impl Iterator<Item = A> + use<'_, M, A> {
        models.iter().cloned().map(A::from)
    }
    order::Entity::insert(order::ActiveModel::from(held.order.clone())).exec_without_returning(tx).await?;
    let segments = rows::<_, order_segment::ActiveModel>(&held.segments);
    order_segment::Entity::insert_many(segments).exec_without_returning(tx).await?;
    let passengers = rows::<_, order_passenger::ActiveModel>(&held.passengers);
    order_passenger::Entity::insert_many(passengers).exec_without_returning(tx).await?;
    let lines = rows::<_, order_line::ActiveModel>(&held.lines);
    order_line::Entity::insert_many(lines).exec_without_returning(tx).await?;
    Ok(())
}

fn rejection(language: Language, segment: usize, ride: &Ride, problem: NoPlaces) -> Rejection {
    let trip = Gid::of(Kind::Trip, ride.trip.id);
    let path = format!("segments.{segment}.seats");
    match problem {
        NoPlaces::Taken(seats) => Rejection::Taken(SeatsTaken::new(language, trip, seats)),
        NoPlaces::TooFew { left } => Rejection::TooFew(NotEnoughSeats::new(language, trip, left)),
        NoPlaces::Unknown(seats) => {
            let field = FieldError::new(language, path, "NO_SUCH_SEAT", &[("seat", &seats.join(", "))]);
            Rejection::Invalid(InvalidInput::new(language, vec![field]))
        }
        NoPlaces::Twice(seat) => {
            let field = FieldError::new(language, path, "SEAT_TWICE", &[("seat", &seat)]);
            Rejection::Invalid(InvalidInput::new(language, vec![field]))
        }
    }
}
