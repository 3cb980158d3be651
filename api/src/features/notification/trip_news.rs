//! What passengers are told of their trip.

use chrono::{DateTime, Utc};
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use ::entity::{Names, order, refund};

use crate::app::App;
use crate::features::network::{Call, TripView, in_language, trip_view};
use crate::features::order::Bundle;
use crate::features::site::HOME_ZONE;
use crate::i18n::{Language, money, t};
use crate::platform::Fault;

use super::compose::{Letter, TICKET_FILES, both, language_of, link, send_both, write};

/// An order with tickets for a trip, and where its first passenger gets on and off.
pub struct Traveller {
    pub order: order::Model,
    pub from_call: i32,
    pub to_call: i32,
}

/// The passenger's own way: `501, Бишкек — Ош, 21.11.2026 08:30`.
pub fn trip_name(trip: &TripView, from_call: i32, to_call: i32, language: Language) -> String {
    let town = |call: i32| {
        let stop = trip.call(call).map(|call| &call.stop)?;
        Some(in_language(stop.place.as_ref().map_or(&stop.names, |place| &place.names), language))
    };
    let way: Vec<&str> = [town(from_call), town(to_call)].into_iter().flatten().collect();
    format!("{}, {}, {}", trip.number, way.join(" — "), local(trip, from_call, 0))
}

/// Local time of departure from a stop, so many minutes later than planned.
fn local(trip: &TripView, call: i32, minutes: i32) -> String {
    let Some(call) = trip.call(call) else { return String::new() };
    let at: DateTime<Utc> = call.departure + chrono::TimeDelta::minutes(i64::from(minutes));
    at.with_timezone(&call.stop.zone).format("%d.%m.%Y %H:%M").to_string()
}

/// The trip leaves later, or after all in time. Returns how many mails and SMS were written.
pub async fn trip_delayed(
    app: &App,
    tx: &DatabaseTransaction,
    trip: &TripView,
    travellers: &[Traveller],
    minutes: i32,
) -> Result<usize, Fault> {
    let mut drafts = Vec::new();
    for Traveller { order, from_call, to_call } in travellers {
        let language = language_of(order);
        let (name, new) = (trip_name(trip, *from_call, *to_call, language), local(trip, *from_call, minutes));
        let count = minutes.to_string();
        let values = [("trip", name.as_str()), ("time", new.as_str()), ("minutes", count.as_str())];
        let kind = if minutes > 0 { "delayed" } else { "in_time" };
        let mut paragraphs = vec![t(language, &format!("mail.{kind}.when"), &values)];
        if minutes > 60 {
            paragraphs.push(t(language, "mail.delayed.refund", &values));
        }
        let letter = Letter {
            language,
            subject: t(language, &format!("mail.{kind}.subject"), &values),
            lead: t(language, &format!("mail.{kind}.lead"), &values),
            paragraphs,
            button: Some((t(language, "mail.order.button", &[]), link(app, order))),
            attachments: &[],
            order: Some(order.id),
        };
        let text = t(language, &format!("sms.{kind}"), &values);
        both(&mut drafts, order, &format!("{kind}:{}", app.ids.new()), letter, text)?;
    }
    let count = drafts.len();
    write(app, tx, drafts).await?;
    Ok(count)
}

/// The trip leaves from another platform than was said. Returns how many mails and SMS were written.
pub async fn platform_changed(
    app: &App,
    tx: &DatabaseTransaction,
    trip: &TripView,
    travellers: &[Traveller],
    sign: &str,
) -> Result<usize, Fault> {
    let mut drafts = Vec::new();
    let network = app.network.get(app).await?;
    for Traveller { order, from_call, to_call } in travellers {
        let language = language_of(order);
        let name = trip_name(trip, *from_call, *to_call, language);
        // The station: the name of a planned platform would say another one.
        let station = |call: &Call| {
            let parent = call.stop.parent.and_then(|parent| network.stop(parent));
            in_language(parent.map_or(&call.stop.names, |parent| &parent.names), language).to_owned()
        };
        let stop = trip.call(*from_call).map(station).unwrap_or_default();
        let values = [("trip", name.as_str()), ("platform", sign), ("stop", &stop)];
        let letter = Letter {
            language,
            subject: t(language, "mail.platform.subject", &values),
            lead: t(language, "mail.platform.lead", &values),
            paragraphs: vec![t(language, "mail.platform.ticket", &values)],
            button: Some((t(language, "mail.order.button", &[]), link(app, order))),
            attachments: &[],
            order: Some(order.id),
        };
        let text = t(language, "sms.platform", &values);
        both(&mut drafts, order, &format!("platform:{}", app.ids.new()), letter, text)?;
    }
    let count = drafts.len();
    write(app, tx, drafts).await?;
    Ok(count)
}

/// Why a trip does not take its passengers.
#[derive(Debug)]
pub enum WhyNot {
    Cancelled,
    /// With the reason in three languages.
    RoadClosed(Names),
    /// It does not stop where they get on or off: the stop's names.
    StopSkipped(Names),
}

/// The trip does not take them; `refund` tells what goes back, if something was paid.
pub async fn trip_gone(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    trip: Uuid,
    refund: Option<&refund::Model>,
    why: &WhyNot,
) -> Result<(), Fault> {
    let order = &bundle.order;
    let language = language_of(order);
    let view = trip_view(app, trip).await?.ok_or_else(|| Fault::new("a cancelled trip vanished"))?;
    let line = bundle.lines.iter().find(|line| line.space_id == trip);
    let (from_call, to_call) = line.map_or((0, 0), |line| (line.from_call, line.to_call));
    let name = trip_name(&view, from_call, to_call, language);
    let amount = refund.map(|row| money(language, row.amount_minor, &row.currency)).unwrap_or_default();
    let (kind, reason) = match why {
        WhyNot::Cancelled => ("cancelled", ""),
        WhyNot::RoadClosed(reason) => ("road_closed", in_language(reason, language)),
        WhyNot::StopSkipped(stop) => ("stop_skipped", in_language(stop, language)),
    };
    let number = order.number.as_str();
    let values = [("trip", name.as_str()), ("amount", amount.as_str()), ("number", number), ("reason", reason)];
    let paragraphs = match refund {
        Some(_) => vec![t(language, "mail.cancelled.money", &values), t(language, "mail.refunded.when", &[])],
        None => vec![t(language, "mail.cancelled.nothing", &values)],
    };
    let letter = Letter {
        language,
        subject: t(language, &format!("mail.{kind}.subject"), &values),
        lead: t(language, &format!("mail.{kind}.lead"), &values),
        paragraphs,
        button: Some((t(language, "mail.order.button", &[]), link(app, order))),
        attachments: &[],
        order: Some(order.id),
    };
    let text = t(language, &format!("sms.{kind}{}", if refund.is_some() { "" } else { "_hold" }), &values);
    let mut drafts = Vec::new();
    both(&mut drafts, order, &format!("{kind}:{trip}:{}:{}", order.id, order.version), letter, text)?;
    write(app, tx, drafts).await
}

/// Another vehicle runs the trip, and these seats have become those; the new tickets are attached. Returns how many mails
/// and SMS were written.
pub async fn seats_changed(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    trip: &TripView,
    vehicle: &str,
    seats: &[(Option<String>, Option<String>)],
) -> Result<usize, Fault> {
    let order = &bundle.order;
    let language = language_of(order);
    let name = name_for(bundle, trip, language);
    let any = || t(language, "ticket.any_seat", &[]);
    let seat = |label: &Option<String>| label.clone().unwrap_or_else(any);
    let changes: Vec<String> = seats.iter().map(|(was, is)| format!("{} → {}", seat(was), seat(is))).collect();
    let (changes, link) = (changes.join(", "), link(app, order));
    let values = [("trip", name.as_str()), ("vehicle", vehicle), ("seats", changes.as_str()), ("link", link.as_str())];
    let letter = Letter {
        language,
        subject: t(language, "mail.seats.subject", &values),
        lead: t(language, "mail.seats.lead", &values),
        paragraphs: vec![t(language, "mail.seats.which", &values), t(language, "mail.seats.tickets", &values)],
        button: Some((t(language, "mail.order.button", &[]), link.clone())),
        attachments: &TICKET_FILES,
        order: Some(order.id),
    };
    let text = t(language, "sms.seats", &values);
    send_both(app, tx, order, &format!("seats:{}", app.ids.new()), letter, text).await
}

/// Another trip carries them, because their road is closed where a reason is given; the new tickets are attached. Returns how
/// many mails and SMS were written.
pub async fn trip_moved(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    (from, to): (&TripView, &TripView),
    seats: &[(Option<String>, Option<String>)],
    road_closed: Option<&Names>,
) -> Result<usize, Fault> {
    let order = &bundle.order;
    let language = language_of(order);
    let planned = from.calls.first().map(|call| (call.departure, call.stop.zone));
    let when = planned.map(|(at, zone)| at.with_timezone(&zone).format("%d.%m.%Y %H:%M").to_string());
    let old = format!("{}, {}", from.number, when.unwrap_or_default());
    let (name, link) = (name_for(bundle, to, language), link(app, order));
    let any = || t(language, "ticket.any_seat", &[]);
    let seats: Vec<String> = seats.iter().map(|(_, seat)| seat.clone().unwrap_or_else(any)).collect();
    let seats = seats.join(", ");
    let why = road_closed.map(|reason| in_language(reason, language));
    let values = [
        ("old", old.as_str()),
        ("trip", name.as_str()),
        ("seats", seats.as_str()),
        ("link", link.as_str()),
        ("reason", why.unwrap_or_default()),
    ];
    let stations = stations_for(bundle, to, language);
    let values = [&values[..], &[("on", stations[0].as_str()), ("off", stations[1].as_str())]].concat();
    let kind = if why.is_some() { "moved_road" } else { "moved" };
    let letter = Letter {
        language,
        subject: t(language, "mail.moved.subject", &values),
        lead: t(language, &format!("mail.{kind}.lead"), &values),
        paragraphs: vec![
            t(language, "mail.moved.stations", &values),
            t(language, "mail.moved.seats", &values),
            t(language, "mail.seats.tickets", &values),
            t(language, "mail.moved.otherwise", &values),
        ],
        button: Some((t(language, "mail.order.button", &[]), link.clone())),
        attachments: &TICKET_FILES,
        order: Some(order.id),
    };
    let text = t(language, &format!("sms.{kind}"), &values);
    send_both(app, tx, order, &format!("moved:{}", app.ids.new()), letter, text).await
}

/// The trip leaves at another time than was bought; the new tickets are attached. `trip` is as it was. Returns how many mails
/// and SMS were written.
pub async fn trip_retimed(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    trip: &TripView,
    departs_at: DateTime<Utc>,
) -> Result<usize, Fault> {
    let order = &bundle.order;
    let language = language_of(order);
    let line = bundle.lines.iter().find(|line| line.space_id == trip.id);
    let zone = line.and_then(|line| trip.call(line.from_call)).map_or(HOME_ZONE, |call| call.stop.zone);
    let new = departs_at.with_timezone(&zone).format("%d.%m.%Y %H:%M").to_string();
    let (name, link) = (name_for(bundle, trip, language), link(app, order));
    let values = [("trip", name.as_str()), ("new", new.as_str()), ("link", link.as_str())];
    let letter = Letter {
        language,
        subject: t(language, "mail.retimed.subject", &values),
        lead: t(language, "mail.retimed.lead", &values),
        paragraphs: vec![t(language, "mail.seats.tickets", &values), t(language, "mail.moved.otherwise", &values)],
        button: Some((t(language, "mail.order.button", &[]), link.clone())),
        attachments: &TICKET_FILES,
        order: Some(order.id),
    };
    let text = t(language, "sms.retimed", &values);
    send_both(app, tx, order, &format!("retimed:{}", app.ids.new()), letter, text).await
}

/// Another vehicle runs the trip and has no seat for somebody who has paid: everything goes back.
pub async fn no_seat(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    trip: &TripView,
    refund: &refund::Model,
) -> Result<usize, Fault> {
    let order = &bundle.order;
    let language = language_of(order);
    let name = name_for(bundle, trip, language);
    let amount = money(language, refund.amount_minor, &refund.currency);
    let values = [("trip", name.as_str()), ("amount", amount.as_str()), ("number", order.number.as_str())];
    let letter = Letter {
        language,
        subject: t(language, "mail.no_seat.subject", &values),
        lead: t(language, "mail.no_seat.lead", &values),
        paragraphs: vec![t(language, "mail.no_seat.money", &values), t(language, "mail.refunded.when", &[])],
        button: Some((t(language, "mail.order.button", &[]), link(app, order))),
        attachments: &[],
        order: Some(order.id),
    };
    let text = t(language, "sms.no_seat", &values);
    send_both(app, tx, order, &format!("no_seat:{}", refund.id), letter, text).await
}

/// Another vehicle runs the trip and has no seats for those who were buying: their hold has ended.
pub async fn hold_ended(app: &App, tx: &DatabaseTransaction, bundle: &Bundle, trip: &TripView) -> Result<usize, Fault> {
    let order = &bundle.order;
    let language = language_of(order);
    let name = name_for(bundle, trip, language);
    let values = [("trip", name.as_str()), ("number", order.number.as_str())];
    let letter = Letter {
        language,
        subject: t(language, "mail.hold_ended.subject", &values),
        lead: t(language, "mail.hold_ended.lead", &values),
        paragraphs: vec![t(language, "mail.hold_ended.money", &values)],
        button: Some((t(language, "mail.order.button", &[]), link(app, order))),
        attachments: &[],
        order: Some(order.id),
    };
    let text = t(language, "sms.hold_ended", &values);
    send_both(app, tx, order, &format!("hold_ended:{}", app.ids.new()), letter, text).await
}

/// The stations at which the order gets on and off a trip: of a town there may be several.
fn stations_for(bundle: &Bundle, trip: &TripView, language: Language) -> [String; 2] {
    let line = bundle.lines.iter().find(|line| line.space_id == trip.id);
    let calls = line.map_or((0, 0), |line| (line.from_call, line.to_call));
    [calls.0, calls.1]
        .map(|call| trip.call(call).map_or_else(String::new, |call| in_language(&call.stop.names, language).to_owned()))
}

fn name_for(bundle: &Bundle, trip: &TripView, language: Language) -> String {
    let line = bundle.lines.iter().find(|line| line.space_id == trip.id);
    let (from_call, to_call) = line.map_or((0, 0), |line| (line.from_call, line.to_call));
    trip_name(trip, from_call, to_call, language)
}
