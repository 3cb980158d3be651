//! What was sold by hand, as an order: its ride, its passenger and its one line.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::document::{age_on, tail};
use domain::money::Currency;
use domain::order::LineState;
use domain::price::{Part, PartKind, carrier_share, total};
use uuid::Uuid;

use ::entity::{order, order_line, order_passenger, order_segment};

use crate::app::App;
use crate::features::inventory::{self, Claim, SeatStatus, SpaceState};
use crate::features::network::{DiscountRule, FarePrice, Network, Sale, TripState, TripView, trip_view};
use crate::features::order::{
    Bundle, CheckedPerson, HeldFare, NoCategory, Person, STANDING, Sitter, check_person, choose, new_number, rule_for,
    seat_parts,
};
use crate::graphql::{Form, Gid, Kind, Viewer};
use crate::platform::Fault;

use super::enter_blank::EnterBlankInput;

/// The rule of the part by which what was taken differs from the tariff.
pub const PAPER: &str = "paper";
/// Where it was sold.
const CHANNEL: &str = "DESK";

/// Where the passenger travels.
pub enum Place {
    /// In that seat on each leg; with its label, where seats are numbered.
    Seat { by_leg: Vec<i32>, label: Option<String> },
    /// On a lap.
    Lap,
    /// Without a seat: it was sold to somebody else meanwhile.
    Standing,
}

/// What the tariff and the trip say of a sale by hand.
pub struct HandSale<'a> {
    pub trip: Arc<TripView>,
    from: i32,
    to: i32,
    category: &'a str,
    sold_at: DateTime<Utc>,
    price: FarePrice,
    rule: Option<&'a DiscountRule>,
    place: Place,
    person: Option<CheckedPerson>,
    phone: Option<String>,
    parts: Vec<Part>,
    pub taken_minor: i64,
    /// Less than the tariff says: negative.
    pub difference_minor: i64,
    /// What of it is not the carrier's.
    pub fees_minor: i64,
    pub currency: Currency,
}

/// Reads what was written on the blank; every mistake is told at its field. `None`: there is no saying what was sold.
pub async fn read<'a>(
    app: &App,
    viewer: &Viewer,
    network: &'a Network,
    form: &mut Form,
    input: &'a EnterBlankInput,
    sold_at: DateTime<Utc>,
) -> Result<Option<HandSale<'a>>, Fault> {
    let now = app.clock.now();
    let settings = &network.settings;
    if sold_at > now {
        form.wrong("soldAt", "SOLD_IN_FUTURE");
    } else if now - sold_at > settings.paper {
        form.wrong_with("soldAt", "SOLD_LONG_AGO", &[("count", &settings.paper.num_hours().to_string())]);
    }
    let trip = match Gid::read(Kind::Trip, &input.trip_id) {
        Some(id) => trip_view(app, id).await?,
        None => None,
    };
    let Some(trip) = trip else {
        form.wrong("tripId", "NO_SUCH_TRIP");
        return Ok(None);
    };
    if trip.state == TripState::Cancelled {
        form.wrong("tripId", "PAPER_CANCELLED");
    }
    let (Some(board), Some(alight)) = (trip.call(input.from), trip.call(input.to)) else {
        form.wrong("from", "NO_BOARDING_HERE");
        return Ok(None);
    };
    if input.from >= input.to || !board.boarding || !alight.alighting {
        form.wrong("from", "NO_BOARDING_HERE");
        return Ok(None);
    }
    if board.departure + trip.delay() < sold_at {
        form.wrong("soldAt", "SOLD_AFTER_DEPARTURE");
    }
    let Some(price) = network.price(trip.route.id, &board.stop, &alight.stop, trip.service_date) else {
        form.wrong("from", "NO_PRICE_HERE");
        return Ok(None);
    };
    let sale = Sale::of(&trip.route, sold_at, CHANNEL);
    let day = trip.local_date(input.from);
    let rule = match rule_for(network, &sale, &input.category, day) {
        Ok(rule) => rule,
        Err(problem) => {
            let code = if problem == NoCategory::NotHere { "CATEGORY_NOT_HERE" } else { "CATEGORY_OUT_OF_SEASON" };
            form.wrong("category", code);
            return Ok(None);
        }
    };
    let state = inventory::state(app, trip.id).await?;
    let place = place(viewer, form, input, &trip, &state, rule, now);
    let person = person(viewer, form, input, rule, day, now);
    let phone = form.phone("phone", input.phone.as_deref());
    let currency = Currency::parse(&price.currency)?;
    let taken_minor = form.amount("cash", input.cash, currency) + form.amount("card", input.card, currency);
    let class = match &place {
        Some(Place::Seat { label: Some(label), .. }) => trip.class_of(label),
        _ => None,
    };
    let supplements = class.and_then(|class| network.rules().class_part(&sale, &price, class));
    let fare = HeldFare::new(&price, supplements.into_iter().collect());
    let sitter = Sitter { category: &input.category, rule, party: 1, day };
    let mut parts = seat_parts(network, &sale, &price.currency, &fare, &sitter, &[]);
    let difference_minor = taken_minor - total(&parts);
    if difference_minor != 0 {
        parts.push(Part::plain(PartKind::Fare, PAPER, difference_minor));
    }
    let fees_minor = taken_minor - carrier_share(&parts);
    let Some(place) = place else { return Ok(None) };
    let (from, to, category) = (input.from, input.to, input.category.as_str());
    let drawn = HandSale {
        trip: Arc::clone(&trip),
        from,
        to,
        category,
        sold_at,
        rule,
        place,
        person,
        phone,
        parts,
        taken_minor,
        difference_minor,
        fees_minor,
        currency,
        price,
    };
    Ok(Some(drawn))
}

/// Where the passenger travels; `None` where that is not said as it should.
fn place(
    viewer: &Viewer,
    form: &mut Form,
    input: &EnterBlankInput,
    trip: &TripView,
    state: &SpaceState,
    rule: Option<&DiscountRule>,
    now: DateTime<Utc>,
) -> Option<Place> {
    let legs = (input.from, input.to);
    let label = input.seat.as_deref().map(str::trim).filter(|seat| !seat.is_empty());
    if rule.is_some_and(|rule| !rule.own_seat) {
        if label.is_some() {
            form.wrong("seat", "CATEGORY_SEAT");
        }
        return Some(Place::Lap);
    }
    if input.standing {
        return Some(Place::Standing);
    }
    let Some(map) = trip.seat_map.as_ref().filter(|_| trip.reserved) else {
        return match choose(trip, state, &viewer.buyer(), None, 1, legs, now) {
            Ok(mut places) => Some(Place::Seat { by_leg: places.by_leg.swap_remove(0), label: None }),
            Err(_) => {
                form.wrong("seat", "PAPER_NO_SEATS");
                None
            }
        };
    };
    let Some(label) = label else {
        form.wrong("seat", "REQUIRED");
        return None;
    };
    let Some(seat) = map.ordinal(label) else {
        form.wrong_with("seat", "NO_SUCH_SEAT", &[("seat", label)]);
        return None;
    };
    if state.seat(seat.into(), legs.0, legs.1, now) != SeatStatus::Free {
        told_taken(form, trip, state, legs, label, now);
        return None;
    }
    let by_leg = (legs.0..legs.1).map(|_| i32::from(seat)).collect();
    Some(Place::Seat { by_leg, label: Some(label.to_owned()) })
}

/// Says that a seat is sold, and which are free.
fn told_taken(
    form: &mut Form,
    trip: &TripView,
    state: &SpaceState,
    (from, to): (i32, i32),
    label: &str,
    now: DateTime<Utc>,
) {
    let map = trip.seat_map.as_ref();
    let seats = map.iter().flat_map(|map| map.seats().map(|(seat, _)| seat).collect::<Vec<_>>());
    let free = seats.filter(|seat| state.seat((*seat).into(), from, to, now) == SeatStatus::Free);
    let free: Vec<&str> = free.filter_map(|seat| map.and_then(|map| map.label(seat))).collect();
    match free.is_empty() {
        true => form.wrong("seat", "PAPER_NO_SEATS"),
        false => form.wrong_with("seat", "PAPER_SEAT_SOLD", &[("seat", label), ("free", &free.join(", "))]),
    }
}

/// Who travels, where that was written down.
fn person(
    viewer: &Viewer,
    form: &mut Form,
    input: &EnterBlankInput,
    rule: Option<&DiscountRule>,
    day: chrono::NaiveDate,
    now: DateTime<Utc>,
) -> Option<CheckedPerson> {
    let given = input.passenger.as_ref()?;
    let person = Person {
        first_name: &given.first_name,
        last_name: &given.last_name,
        middle_name: given.middle_name.as_deref(),
        birth_date: given.birth_date.0,
        citizenship: &given.citizenship,
        document_kind: given.document_kind.into(),
        document_number: Some(&given.document_number),
    };
    if rule.is_some_and(|rule| !rule.admits_age(age_on(given.birth_date.0, day))) {
        form.wrong("passenger.birthDate", "AGE_OF_CATEGORY");
    }
    match check_person(viewer.language, "passenger.", &person, now.date_naive()) {
        Ok(person) => Some(person),
        Err(fields) => {
            for field in fields {
                form.wrong(field.path, &field.code);
            }
            None
        }
    }
}

impl HandSale<'_> {
    /// The order with its one line, held, and the claims of its seat.
    pub fn order(&self, app: &App, viewer: &Viewer) -> Result<(Bundle, Vec<Claim>), Fault> {
        let now = app.clock.now();
        let at = |call: i32| self.trip.call(call).ok_or_else(|| Fault::new("a sale by hand between no stops"));
        let (departs_at, arrives_at) = (at(self.from)?.departure, at(self.to)?.arrival);
        let mut bundle = Bundle::empty(order::Model {
            id: app.ids.new(),
            number: new_number(app),
            channel: CHANNEL.into(),
            partner_id: None,
            promotion_id: None,
            account_id: None,
            currency: self.currency.code().into(),
            language: viewer.language.code().into(),
            email: None,
            phone: self.phone.clone(),
            hold_until: now,
            hold_extended: false,
            reserved_until: None,
            consent_at: None,
            version: 1,
            created_at: self.sold_at,
            split_from_id: None,
            first_departure_at: departs_at,
            wallet_id: None,
            top_up_minor: 0,
            topped_up_at: None,
            company_id: None,
            company_terms: None,
        });
        let order_id = bundle.order.id;
        bundle.segments.push(order_segment::Model {
            order_id,
            position: 0,
            trip_id: self.trip.id,
            from_call: self.from,
            to_call: self.to,
            direction: "OUTBOUND".into(),
            departs_at,
            arrives_at,
        });
        bundle.passengers.push(self.passenger(app, order_id)?);
        let line = self.line(app, &bundle, now)?;
        let claims = match &self.place {
            Place::Seat { by_leg, .. } => (self.from..self.to)
                .zip(by_leg)
                .map(|(leg, seat)| Claim { space: self.trip.id, seat: *seat, leg, line: line.id })
                .collect(),
            Place::Lap | Place::Standing => Vec::new(),
        };
        bundle.lines.push(line);
        Ok((bundle, claims))
    }

    fn line(&self, app: &App, bundle: &Bundle, now: DateTime<Utc>) -> Result<order_line::Model, Fault> {
        let (seat, label) = match &self.place {
            Place::Seat { by_leg, label } => (by_leg.first().copied(), label.clone()),
            Place::Lap | Place::Standing => (None, None),
        };
        Ok(order_line::Model {
            id: app.ids.new(),
            order_id: bundle.order.id,
            passenger_id: bundle.passengers[0].id,
            segment: 0,
            kind: if matches!(self.place, Place::Standing) { STANDING } else { "SEAT" }.into(),
            code: None,
            space_id: self.trip.id,
            from_call: self.from,
            to_call: self.to,
            seat,
            seat_label: label,
            state: LineState::Held.code().into(),
            currency: self.currency.code().into(),
            price_minor: total(&self.parts),
            fare_minor: self.price.amount_minor,
            child_fare_minor: self.rule.and(self.price.child_minor),
            parts: serde_json::to_value(&self.parts)?,
            campaign_id: None,
            campaign_minor: 0,
            created_at: now,
            exchange_id: None,
            moved_at: None,
            sold_at: None,
        })
    }

    fn passenger(&self, app: &App, order_id: Uuid) -> Result<order_passenger::Model, Fault> {
        let id = app.ids.new();
        let person = self.person.as_ref();
        let number = person.and_then(|person| person.document_number.as_deref());
        Ok(order_passenger::Model {
            id,
            order_id,
            position: 0,
            category: self.category.to_owned(),
            first_name: person.map(|person| person.first_name.clone()),
            last_name: person.map(|person| person.last_name.clone()),
            middle_name: person.and_then(|person| person.middle_name.clone()),
            birth_date: person.map(|person| person.birth_date),
            citizenship: person.map(|person| person.citizenship.clone()),
            document_kind: person.map(|person| person.document_kind.code().into()),
            document_sealed: number.map(|number| app.secrets.seal(&app.ids, id, number)).transpose()?,
            document_index: number.map(|number| app.secrets.blind_index("document", number)),
            document_tail: number.map(tail),
            dropped_at: None,
        })
    }
}
