//! What is asked for, looked at: which tickets, on which rides, at which price.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use domain::exchange::{Move, other_ride, same_ride};
use domain::price::{Part, PartKind};
use domain::quota::Buyer;
use rust_decimal::Decimal;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use ::entity::order_line;

use crate::app::App;
use crate::features::inventory::{self, SpaceState, on_sale};
use crate::features::network::{FarePrice, Network, PromotionRule, Sale, TripView, trip_view};
use crate::features::order::{
    Bundle, HeldFare, NoCategory, NoPlaces, Sitter, campaign_for, choose, held_parts, parts_of, rule_for, seat_parts,
    with_best, with_contract,
};
use crate::features::passage::boarded_lines;
use crate::graphql::{Form, Gid, Kind, NotEnoughSeats, NotOnSale, SeatsTaken, Viewer};
use crate::i18n::Language;
use crate::platform::Fault;

use super::quote_exchange::ExchangeMoveInput;
use super::types::is_good;

/// An offer stands so long.
pub const LASTS: TimeDelta = TimeDelta::minutes(15);

/// Why there is no offer.
pub enum Refused {
    Form(Form),
    NotOnSale(NotOnSale),
    TooFew(NotEnoughSeats),
    Taken(SeatsTaken),
}

/// Of the old tickets those that somebody has boarded with, or whose ride has left.
pub async fn used(app: &App, bundle: &Bundle, moves: &[Move]) -> Result<Vec<Uuid>, Fault> {
    let lines: Vec<Uuid> = moves.iter().map(|one| one.from_line).collect();
    used_lines(app, app.db.read(), bundle, &lines).await
}

/// Of these lines of an order those that somebody has boarded with, or whose ride has left.
pub async fn used_lines(
    app: &App,
    db: &impl ConnectionTrait,
    bundle: &Bundle,
    lines: &[Uuid],
) -> Result<Vec<Uuid>, Fault> {
    let mut used = boarded_lines(db, lines).await?;
    for line in bundle.lines.iter().filter(|line| lines.contains(&line.id)) {
        if leaves(app, bundle, line).await?.is_some_and(|at| at <= app.clock.now()) && !used.contains(&line.id) {
            used.push(line.id);
        }
    }
    Ok(used)
}

/// When the ride of a line leaves, by what is known now.
async fn leaves(app: &App, bundle: &Bundle, line: &order_line::Model) -> Result<Option<DateTime<Utc>>, Fault> {
    let delay = trip_view(app, line.space_id).await?.map_or(TimeDelta::zero(), |trip| trip.delay());
    let segment = bundle.segments.iter().find(|segment| segment.position == line.segment);
    Ok(segment.map(|segment| segment.departs_at + delay))
}

/// One ticket with the ride that is wanted for it.
struct Wanted<'a> {
    n: usize,
    line: &'a order_line::Model,
    trip: Arc<TripView>,
    from: i32,
    to: i32,
    seat: Option<String>,
}

impl Wanted<'_> {
    fn same_ride(&self) -> bool {
        (self.line.space_id, self.line.from_call, self.line.to_call) == (self.trip.id, self.from, self.to)
    }
}

/// Prices what is asked for and finds seats for it; nothing is changed.
pub async fn offer(
    app: &App,
    viewer: &Viewer,
    bundle: &Bundle,
    asked: &[ExchangeMoveInput],
) -> Result<Result<Vec<Move>, Refused>, Fault> {
    let network = app.network.get(app).await?;
    let language = viewer.language;
    let mut form = Form::new(language);
    let mut wanted = read(app, bundle, asked, &mut form).await?;
    if !form.is_good() {
        return Ok(Err(Refused::Form(form)));
    }
    if let Err(refused) = seat(app, language, &viewer.buyer(), &mut wanted, &mut form).await? {
        return Ok(Err(refused));
    }
    let mut moves = Vec::new();
    for one in &wanted {
        let (swap, fare_minor, child_fare_minor) = if one.same_ride() {
            if one.line.seat_label.is_none() || one.line.seat_label == one.seat {
                form.wrong(format!("moves.{}.seat", one.n), "NOTHING_CHANGES");
            }
            let swap = match other_class(&network, bundle, one) {
                Some(parts) => other_ride(&parts_of(one.line), parts, Decimal::ZERO),
                None => same_ride(&parts_of(one.line)),
            };
            (swap, one.line.fare_minor, one.line.child_fare_minor)
        } else {
            let price = match on_sale(&network, &one.trip, (one.from, one.to), app.clock.now(), &viewer.buyer()) {
                Ok(price) => price,
                Err(reason) => {
                    let trip = Gid::of(Kind::Trip, one.trip.id);
                    return Ok(Err(Refused::NotOnSale(NotOnSale::new(language, trip, reason))));
                }
            };
            if price.currency != bundle.order.currency {
                form.wrong(format!("moves.{}.tripId", one.n), "CURRENCY_MIXED");
                continue;
            }
            let state = inventory::state(app, one.trip.id).await?;
            let Some(parts) = price_of(&network, bundle, one, app.clock.now(), &price, &state, &mut form) else {
                continue;
            };
            let before = leaves(app, bundle, one.line).await?.map_or(0, |at| (at - app.clock.now()).num_minutes());
            let old = trip_view(app, one.line.space_id).await?;
            let sold = &bundle.order;
            let withheld = old.map(|old| {
                let sale = Sale::of(&old.route, sold.created_at, &sold.channel);
                network.rules().exchange_withheld(&sale, before)
            });
            let swap = other_ride(&parts_of(one.line), parts, withheld.unwrap_or_default());
            (swap, price.amount_minor, price.child_minor)
        };
        let to_line = app.ids.new();
        let (trip, from_call, to_call) = (one.trip.id, one.from, one.to);
        let from_line = one.line.id;
        let seat = one.seat.clone();
        moves.push(Move { from_line, to_line, trip, from_call, to_call, seat, swap, fare_minor, child_fare_minor });
        moves.extend(ancillaries(app, bundle, one));
    }
    Ok(if form.is_good() { Ok(moves) } else { Err(Refused::Form(form)) })
}

/// What belongs to the ticket goes with its passenger, as it was paid.
fn ancillaries(app: &App, bundle: &Bundle, one: &Wanted<'_>) -> Vec<Move> {
    let theirs = bundle.lines.iter().filter(|other| {
        other.code.is_some()
            && (other.passenger_id, other.segment) == (one.line.passenger_id, one.line.segment)
            && is_good(other)
    });
    let moves = theirs.map(|other| Move {
        from_line: other.id,
        to_line: app.ids.new(),
        trip: one.trip.id,
        from_call: one.from,
        to_call: one.to,
        seat: None,
        swap: same_ride(&parts_of(other)),
        fare_minor: other.fare_minor,
        child_fare_minor: other.child_fare_minor,
    });
    moves.collect()
}

async fn read<'a>(
    app: &App,
    bundle: &'a Bundle,
    asked: &[ExchangeMoveInput],
    form: &mut Form,
) -> Result<Vec<Wanted<'a>>, Fault> {
    let mut wanted: Vec<Wanted<'a>> = Vec::new();
    if asked.is_empty() {
        form.wrong("moves", "NOTHING_CHOSEN");
    }
    for (n, given) in asked.iter().enumerate() {
        let id = Gid::read(Kind::Line, &given.line_id);
        let line = bundle.lines.iter().find(|line| Some(line.id) == id && line.code.is_none());
        let Some(line) = line.filter(|line| is_good(line)) else {
            form.wrong(format!("moves.{n}.lineId"), "NO_GOOD_TICKET");
            continue;
        };
        if wanted.iter().any(|other| other.line.id == line.id) {
            form.wrong(format!("moves.{n}.lineId"), "TICKET_TWICE");
            continue;
        }
        let trip = match Gid::read(Kind::Trip, &given.trip_id) {
            Some(id) => trip_view(app, id).await?,
            None => None,
        };
        let Some(trip) = trip else {
            form.wrong(format!("moves.{n}.tripId"), "NO_SUCH_TRIP");
            continue;
        };
        if trip.call(given.from).is_none() || trip.call(given.to).is_none() || given.from >= given.to {
            form.wrong(format!("moves.{n}.from"), "NO_SUCH_STOP");
            continue;
        }
        // A child on a lap and a place without a number have no seat to choose.
        let seat = given.seat.clone().filter(|_| trip.reserved && line.seat.is_some());
        let one = Wanted { n, line, trip, from: given.from, to: given.to, seat };
        if one.same_ride() && leaves(app, bundle, line).await?.is_some_and(|at| at <= app.clock.now()) {
            form.wrong(format!("moves.{n}.lineId"), "TRIP_OVER");
        }
        wanted.push(one);
    }
    Ok(wanted)
}

/// The same ride on a seat of another class, by the rules and the demand of the sale; none where the class is the same.
fn other_class(network: &Network, bundle: &Bundle, one: &Wanted<'_>) -> Option<Vec<Part>> {
    let class = |label: &Option<String>| label.as_deref().and_then(|label| one.trip.class_of(label));
    let new = class(&one.seat)?;
    let passenger = bundle.passengers.iter().find(|row| row.id == one.line.passenger_id)?;
    if class(&one.line.seat_label) == Some(new) {
        return None;
    }
    let sale = Sale::of(&one.trip.route, bundle.order.created_at, &bundle.order.channel);
    let (from, to) = (one.trip.call(one.from)?, one.trip.call(one.to)?);
    let fare = network.price(one.trip.route.id, &from.stop, &to.stop, one.trip.service_date)?;
    let fare = FarePrice { amount_minor: one.line.fare_minor, ..fare };
    let held = HeldFare::of(one.line).supplements;
    let mut supplements: Vec<Part> = network.rules().class_part(&sale, &fare, new).into_iter().collect();
    supplements.extend(held.into_iter().filter(|part| part.kind == PartKind::Demand));
    let line = order_line::Model { parts: serde_json::to_value(supplements).ok()?, ..one.line.clone() };
    let code = network.rules().promotion(bundle.order.promotion_id);
    Some(held_parts(network, bundle, &one.trip, &line, &passenger.category, code))
}

/// Another ride at the price of now. The order's code goes along where it is for the ride; of campaigns those of now
/// without a limit.
fn price_of(
    network: &Network,
    bundle: &Bundle,
    one: &Wanted<'_>,
    now: DateTime<Utc>,
    price: &FarePrice,
    state: &SpaceState,
    form: &mut Form,
) -> Option<Vec<Part>> {
    let passenger = bundle.passengers.iter().find(|row| row.id == one.line.passenger_id)?;
    let path = format!("moves.{}.tripId", one.n);
    let (sale, day) = (Sale::of(&one.trip.route, now, &bundle.order.channel), one.trip.local_date(one.from));
    let rule = match rule_for(network, &sale, &passenger.category, day) {
        Ok(rule) => rule,
        Err(NoCategory::NotHere) => {
            form.wrong(path, "CATEGORY_NOT_HERE");
            return None;
        }
        Err(NoCategory::OutOfSeason) => {
            form.wrong(path, "CATEGORY_OUT_OF_SEASON");
            return None;
        }
    };
    let look = inventory::look(network, &sale, &one.trip, state, (one.from, one.to), now);
    let class = one.seat.as_deref().and_then(|label| one.trip.class_of(label));
    let fare = HeldFare::new(price, network.rules().supplements(&sale, price, class, look));
    let category = passenger.category.as_str();
    let sitter = Sitter { category, rule, party: bundle.present_passengers().count(), day };
    let limited: HashSet<Uuid> =
        network.rules().promotions.iter().filter(|rule| rule.is_limited()).map(|rule| rule.id).collect();
    let currency = &bundle.order.currency;
    let campaign = campaign_for(network, &sale, currency, &fare, &sitter, &limited).map(PromotionRule::of_price);
    let code = network.rules().promotion(bundle.order.promotion_id);
    let code = code.filter(|code| code.terms.covers(&sale.ride(day)) && code.terms.admits(category));
    let with = |off: &[_]| {
        let off = with_contract(&bundle.order, (&one.trip.route, category), off);
        seat_parts(network, &sale, currency, &fare, &sitter, &off)
    };
    Some(with_best(campaign.as_ref(), code, with))
}

/// Finds the seats: those that are named, or the best.
async fn seat(
    app: &App,
    language: Language,
    buyer: &Buyer,
    wanted: &mut [Wanted<'_>],
    form: &mut Form,
) -> Result<Result<(), Refused>, Fault> {
    let mut rides: BTreeMap<(Uuid, i32, i32), Vec<usize>> = BTreeMap::new();
    for (at, one) in wanted.iter().enumerate().filter(|(_, one)| one.line.seat.is_some()) {
        rides.entry((one.trip.id, one.from, one.to)).or_default().push(at);
    }
    for ((trip, from, to), of_ride) in rides {
        // Who keeps the number, on another piece of the same trip, takes it from nobody else.
        let keeps =
            |one: &Wanted<'_>| one.line.space_id == trip && one.seat.is_some() && one.seat == one.line.seat_label;
        let others: Vec<usize> = of_ride.iter().copied().filter(|at| !keeps(&wanted[*at])).collect();
        let (first, named) = (wanted[of_ride[0]].n, others.iter().filter(|at| wanted[**at].seat.is_some()).count());
        let view = Arc::clone(&wanted[of_ride[0]].trip);
        if named > 0 && named < others.len() {
            form.wrong_with(format!("moves.{first}.seat"), "SEAT_COUNT", &[("count", &others.len().to_string())]);
            continue;
        }
        if others.is_empty() {
            continue;
        }
        let labels: Vec<String> = others.iter().filter_map(|at| wanted[*at].seat.clone()).collect();
        let state = inventory::state(app, trip).await?;
        let chosen = (named > 0).then_some(labels.as_slice());
        let id = Gid::of(Kind::Trip, trip);
        match choose(&view, &state, buyer, chosen, others.len(), (from, to), app.clock.now()) {
            Ok(places) => {
                for (at, label) in others.into_iter().zip(places.labels) {
                    wanted[at].seat = label;
                }
            }
            Err(NoPlaces::Taken(seats)) => return Ok(Err(Refused::Taken(SeatsTaken::new(language, id, seats)))),
            Err(NoPlaces::TooFew { left }) => {
                return Ok(Err(Refused::TooFew(NotEnoughSeats::new(language, id, left))));
            }
            Err(NoPlaces::Unknown(seats)) => {
                form.wrong_with(format!("moves.{first}.seat"), "NO_SUCH_SEAT", &[("seat", &seats.join(", "))]);
            }
            Err(NoPlaces::Twice(seat)) => {
                form.wrong_with(format!("moves.{first}.seat"), "SEAT_TWICE", &[("seat", &seat)]);
            }
        }
    }
    Ok(Ok(()))
}
