use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};
use domain::order::LineState;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::Value;
use uuid::Uuid;

use ::entity::{audit, job, message, note, order_move, passage, payment_event};

use crate::app::App;
use crate::features::network::trip_views;
use crate::features::notification::SEND_MESSAGE;
use crate::features::order::Bundle;
use crate::features::payment::method_name;
use crate::i18n::{Language, t};
use crate::platform::Fault;

use super::types::{OrderEvent, OrderEventKind as Kind};

/// What is done to a trip that its passengers feel.
const OF_TRIPS: [&str; 7] =
    ["ASSIGN_TRIP", "DELAY_TRIP", "CANCEL_TRIP", "REPORT_TRIP", "SET_PLATFORM", "SWAP_VEHICLE", "SKIP_STOP"];
const MOVED: &str = "MOVE_PASSENGERS";
/// Most rows of one kind: an order has few, and nobody reads more.
const MOST: u64 = 300;

/// All events of an order, newest first.
pub async fn read(app: &App, bundle: &Bundle, language: Language) -> Result<Vec<OrderEvent>, Fault> {
    let mut events = own(app, bundle);
    events.extend(payments(app, bundle, language).await?);
    events.extend(tickets(bundle));
    events.extend(refunds(bundle));
    events.extend(messages(app, bundle.order.id).await?);
    events.extend(passages(app, bundle).await?);
    events.extend(staff(app, bundle, language).await?);
    // What happens at one instant stands in the order of a sale.
    events.sort_by_key(|event| std::cmp::Reverse((event.at, event.kind)));
    Ok(events)
}

/// What the order's own rows tell.
fn own(app: &App, bundle: &Bundle) -> Vec<OrderEvent> {
    let order = &bundle.order;
    let mut events = Vec::new();
    // An order that was split off began with the split, which the log tells.
    if order.split_from_id.is_none() {
        events.push(OrderEvent::new(Kind::Created, order.created_at).coded(&order.channel));
    }
    if let Some(at) = order.consent_at {
        events.push(OrderEvent::new(Kind::PassengersNamed, at));
    }
    for passenger in &bundle.passengers {
        if let Some(at) = passenger.dropped_at {
            events.push(OrderEvent::new(Kind::PassengerDropped, at));
        }
    }
    for exchange in &bundle.exchanges {
        let event = |kind, at| {
            let event = OrderEvent::new(kind, at).by(Some(exchange.account_id));
            event.worth(exchange.difference_minor, &exchange.currency)
        };
        if let Some(at) = exchange.confirmed_at.filter(|_| exchange.difference_minor > 0) {
            events.push(event(Kind::ExchangeWaits, at));
        }
        if let Some(at) = exchange.done_at {
            events.push(event(Kind::Exchanged, at));
        }
    }
    let now = app.clock.now();
    if bundle.lines.iter().any(|line| bundle.line_state(line, now) == LineState::Expired) {
        events.push(OrderEvent::new(Kind::HoldEnded, order.hold_until));
    }
    events
}

async fn payments(app: &App, bundle: &Bundle, language: Language) -> Result<Vec<OrderEvent>, Fault> {
    let mut events = Vec::new();
    let ids: Vec<Uuid> = bundle.payments.iter().map(|payment| payment.id).collect();
    let told = payment_event::Entity::find()
        .filter(payment_event::Column::PaymentId.is_in(ids))
        .filter(payment_event::Column::Outcome.eq("Failed"))
        .limit(MOST)
        .all(app.db.read())
        .await?;
    for payment in &bundle.payments {
        let event =
            |kind, at| OrderEvent::new(kind, at).coded(&payment.method).worth(payment.amount_minor, &payment.currency);
        events.push(event(Kind::PaymentStarted, payment.created_at));
        if let Some(at) = payment.paid_at {
            events.push(event(Kind::Paid, at).saying(method_name(app, language, &payment.method).await?));
        }
        let failed = told.iter().filter(|told| told.payment_id == Some(payment.id)).map(|told| told.received_at).min();
        // What a poll or the first answer has said left no event: it is known of the payment alone.
        let failed = failed.or((payment.state == "FAILED").then_some(payment.created_at));
        if let Some(at) = failed {
            events.push(event(Kind::PaymentFailed, at).saying(payment.failure_reason.clone().unwrap_or_default()));
        }
    }
    Ok(events)
}

/// Those of one instant together.
fn tickets(bundle: &Bundle) -> Vec<OrderEvent> {
    let mut at_once: BTreeMap<(DateTime<Utc>, Kind), Vec<&str>> = BTreeMap::new();
    for ticket in &bundle.tickets {
        at_once.entry((ticket.issued_at, Kind::TicketsIssued)).or_default().push(&ticket.number);
        if let Some(at) = ticket.void_at {
            at_once.entry((at, Kind::TicketsVoid)).or_default().push(&ticket.number);
        }
    }
    let told = at_once.into_iter().map(|((at, kind), numbers)| OrderEvent::new(kind, at).saying(numbers.join(", ")));
    told.collect()
}

fn refunds(bundle: &Bundle) -> Vec<OrderEvent> {
    let mut events = Vec::new();
    for refund in &bundle.refunds {
        let event =
            |kind, at| OrderEvent::new(kind, at).coded(&refund.reason).worth(refund.amount_minor, &refund.currency);
        let Some(accepted) = refund.confirmed_at else { continue };
        events.push(event(Kind::RefundAccepted, accepted));
        if let Some(at) = refund.done_at.filter(|_| refund.amount_minor > 0) {
            events.push(event(Kind::MoneyReturned, at));
        }
        if let Some(reason) = &refund.failure_reason {
            events.push(event(Kind::RefundFailed, accepted).saying(reason));
        }
    }
    events
}

async fn messages(app: &App, order: Uuid) -> Result<Vec<OrderEvent>, Fault> {
    let rows = message::Entity::find()
        .filter(message::Column::OrderId.eq(order))
        .order_by_desc(message::Column::Id)
        .limit(MOST)
        .all(app.db.read())
        .await?;
    let mut failed: HashSet<String> = HashSet::new();
    if rows.iter().any(|row| row.sent_at.is_none()) {
        let jobs = job::Entity::find()
            .filter(job::Column::Kind.eq(SEND_MESSAGE))
            .filter(job::Column::State.eq("FAILED"))
            .order_by_desc(job::Column::Id)
            .limit(MOST)
            .all(app.db.read())
            .await?;
        let of_message = |job: &job::Model| job.payload.get("message")?.as_str().map(str::to_owned);
        failed.extend(jobs.iter().filter_map(of_message));
    }
    Ok(rows
        .into_iter()
        .map(|row| {
            let kind = match row.sent_at {
                Some(_) => Kind::MessageSent,
                None if failed.contains(&row.id.to_string()) => Kind::MessageFailed,
                None => Kind::MessageWaits,
            };
            let words: Vec<String> = [Some(row.recipient), row.subject].into_iter().flatten().collect();
            OrderEvent::new(kind, row.sent_at.unwrap_or(row.created_at)).coded(&row.channel).saying(words.join(" · "))
        })
        .collect())
}

async fn passages(app: &App, bundle: &Bundle) -> Result<Vec<OrderEvent>, Fault> {
    let rows = passage::Entity::find()
        .filter(passage::Column::LineId.is_in(bundle.lines.iter().map(|line| line.id)))
        .order_by_desc(passage::Column::RecordedAt)
        .limit(MOST)
        .all(app.db.read())
        .await?;
    let mut events = Vec::new();
    for row in rows {
        let ticket = row.ticket.clone().unwrap_or_default();
        let event = OrderEvent::new(Kind::Passage, row.recorded_at).coded(&row.outcome).saying(&ticket);
        events.push(event.by(Some(row.account_id)));
        if let Some(at) = row.undone_at {
            events.push(OrderEvent::new(Kind::PassageUndone, at).saying(ticket));
        }
    }
    Ok(events)
}

/// What staff have written down, and what they have done to the order and to its trips since it was made.
async fn staff(app: &App, bundle: &Bundle, language: Language) -> Result<Vec<OrderEvent>, Fault> {
    let order = &bundle.order;
    let notes = note::Entity::find().filter(note::Column::OrderId.eq(order.id)).limit(MOST).all(app.db.read()).await?;
    let mut events: Vec<OrderEvent> = notes
        .into_iter()
        .map(|row| OrderEvent::new(Kind::Note, row.created_at).saying(row.text).by(Some(row.account_id)))
        .collect();
    let changes = audit::Entity::find()
        .filter(audit::Column::Subject.eq(format!("order:{}", order.id)))
        .filter(audit::Column::NewValues.is_not_null())
        // Notes and exchanges stand there by themselves.
        .filter(audit::Column::Action.is_not_in(["ADD_NOTE", "EXCHANGE_TICKETS"]))
        .order_by_desc(audit::Column::At)
        .limit(MOST)
        .all(app.db.read())
        .await?;
    let carried = Carried::read(app, bundle).await?;
    let of_trips = audit::Entity::find()
        .filter(audit::Column::Subject.is_in(carried.trips().map(|trip| format!("trip:{trip}"))))
        .filter(audit::Column::Action.is_in(OF_TRIPS))
        .filter(audit::Column::At.gte(order.created_at))
        .order_by_desc(audit::Column::At)
        .limit(MOST)
        .all(app.db.read())
        .await?;
    let event = |kind, row: &audit::Model| OrderEvent::new(kind, row.at).coded(&row.action).by(row.account_id);
    events.extend(changes.iter().map(|row| {
        let values = new_values(row);
        let text = |field: &str| values.get(field).and_then(Value::as_str);
        // Why more was given than the rules; the order that a split has made, or that it was made of.
        let why = text("overruleReason").map(|reason| t(language, &format!("overrule_reason.{reason}"), &[]));
        let words = why.unwrap_or_else(|| text("orderNumber").unwrap_or_default().to_owned());
        event(Kind::StaffChange, row).saying(words)
    }));
    events.extend(carried.events());
    let of_trips = of_trips.iter().filter(|row| carried.concerned(row));
    events.extend(of_trips.map(|row| event(Kind::TripChange, row).saying(outcome(row, language))));
    Ok(events)
}

/// Which trips have carried the order, and when it came to another one.
struct Carried {
    now: BTreeSet<Uuid>,
    moves: Vec<order_move::Model>,
    /// Numbers and days of the trips of the moves.
    names: HashMap<Uuid, String>,
}

impl Carried {
    async fn read(app: &App, bundle: &Bundle) -> Result<Self, Fault> {
        let moves = order_move::Entity::find().filter(order_move::Column::OrderId.eq(bundle.order.id));
        let moves = moves.order_by_asc(order_move::Column::MovedAt).all(app.db.read()).await?;
        let ids: Vec<Uuid> = moves.iter().flat_map(|one| [one.from_trip_id, one.to_trip_id]).collect();
        let views = trip_views(app, &ids).await?;
        let names = views.iter().map(|(id, view)| {
            let day = view.service_date.format("%d.%m.%Y");
            (*id, format!("{}, {day}", view.number))
        });
        let names = names.collect();
        Ok(Carried { now: bundle.lines.iter().map(|line| line.space_id).collect(), moves, names })
    }

    fn trips(&self) -> impl Iterator<Item = Uuid> {
        let former = self.moves.iter().map(|one| one.from_trip_id);
        self.now.iter().copied().chain(former).collect::<BTreeSet<_>>().into_iter()
    }

    fn events(&self) -> impl Iterator<Item = OrderEvent> {
        let name = |trip: &Uuid| self.names.get(trip).cloned().unwrap_or_default();
        self.moves.iter().map(move |one| {
            let words = format!("{} → {}", name(&one.from_trip_id), name(&one.to_trip_id));
            OrderEvent::new(Kind::TripChange, one.moved_at).coded(MOVED).by(one.account_id).saying(words)
        })
    }

    /// Whether what was done to a trip was felt by this order: of a trip that it has left, what was before; of one that it
    /// came to, what was after.
    fn concerned(&self, row: &audit::Model) -> bool {
        let Some(trip) = row.subject.strip_prefix("trip:").and_then(|id| Uuid::parse_str(id).ok()) else {
            return false;
        };
        // Who drives is nothing that passengers feel.
        if row.action == "ASSIGN_TRIP" && new_values(row).get("vehicle").is_none() {
            return false;
        }
        // The first move to or from the trip after it says where the order was then.
        let next =
            self.moves.iter().find(|one| one.moved_at > row.at && [one.from_trip_id, one.to_trip_id].contains(&trip));
        next.map_or(self.now.contains(&trip), |one| one.from_trip_id == trip)
    }
}

fn new_values(row: &audit::Model) -> Value {
    row.new_values.as_deref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
}

/// What came of a change of a trip, in words.
fn outcome(row: &audit::Model, language: Language) -> String {
    let values = new_values(row);
    let text = |field: &str| values.get(field).and_then(Value::as_str).unwrap_or_default();
    match row.action.as_str() {
        "DELAY_TRIP" => {
            let minutes = values.get("delayMinutes").and_then(Value::as_i64).unwrap_or_default().to_string();
            t(language, "timeline.minutes", &[("minutes", &minutes)])
        }
        "REPORT_TRIP" => t(language, &format!("trip_state.{}", text("state")), &[]),
        "SET_PLATFORM" => text("platform").to_owned(),
        "SWAP_VEHICLE" | "ASSIGN_TRIP" => text("vehicle").to_owned(),
        "SKIP_STOP" => text("stop").to_owned(),
        _ => String::new(),
    }
}
