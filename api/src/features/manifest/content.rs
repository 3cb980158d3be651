//! What a manifest says, made of the tickets as they are.

use std::collections::HashMap;

use domain::order::LineState;
use domain::price::Ancillary;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use ::entity::{manifest, order_line};

use crate::app::App;
use crate::features::network::{TripView, in_language};
use crate::features::order::Bundle;
use crate::i18n::Language;
use crate::platform::Fault;

/// One passenger with a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The line of the order: the same passenger through all versions.
    pub line: Uuid,
    pub ticket: String,
    pub seat: Option<String>,
    pub last_name: String,
    pub first_name: String,
    pub middle_name: Option<String>,
    pub birth_date: Option<chrono::NaiveDate>,
    /// ISO 3166-1 alpha-2.
    pub citizenship: Option<String>,
    pub document_kind: Option<String>,
    pub document_number: Option<String>,
    pub category: String,
    /// Calls of the trip.
    pub from: i32,
    pub to: i32,
    pub baggage: i32,
}

/// Why a version was made.
#[derive(async_graphql::Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum ManifestCause {
    /// By staff.
    Office,
    /// At departure.
    Departure,
}

impl ManifestCause {
    pub fn code(self) -> &'static str {
        match self {
            Self::Office => "OFFICE",
            Self::Departure => "DEPARTURE",
        }
    }
}

/// Everybody with a ticket, by seat.
pub async fn present(app: &App, db: &impl ConnectionTrait, trip: Uuid) -> Result<Vec<Entry>, Fault> {
    let lines = order_line::Entity::find()
        .filter(order_line::Column::SpaceId.eq(trip))
        .filter(order_line::Column::State.is_in([LineState::Issued.code(), LineState::Used.code()]))
        .all(db)
        .await?;
    let mut orders: Vec<Uuid> = lines.iter().map(|line| line.order_id).collect();
    orders.sort_unstable();
    orders.dedup();
    let mut bundles: HashMap<Uuid, Bundle> = HashMap::new();
    for chunk in orders.chunks(400) {
        bundles.extend(Bundle::read(db, chunk).await?);
    }
    let mut entries = Vec::new();
    for line in lines.iter().filter(|line| line.code.is_none()) {
        let Some(bundle) = bundles.get(&line.order_id) else { continue };
        let ticket = bundle.tickets.iter().find(|ticket| ticket.line_id == line.id && ticket.void_at.is_none());
        let passenger = bundle.passengers.iter().find(|row| row.id == line.passenger_id);
        let (Some(ticket), Some(person)) = (ticket, passenger) else { continue };
        let document_number = match &person.document_sealed {
            Some(sealed) => Some(app.secrets.open(person.id, sealed)?),
            None => None,
        };
        let baggage = lines.iter().filter(|other| {
            other.kind == Ancillary::Baggage.code()
                && other.passenger_id == line.passenger_id
                && other.segment == line.segment
        });
        entries.push(Entry {
            line: line.id,
            ticket: ticket.number.clone(),
            seat: line.seat_label.clone(),
            last_name: person.last_name.clone().unwrap_or_default(),
            first_name: person.first_name.clone().unwrap_or_default(),
            middle_name: person.middle_name.clone(),
            birth_date: person.birth_date,
            citizenship: person.citizenship.clone(),
            document_kind: person.document_kind.clone(),
            document_number,
            category: person.category.clone(),
            from: line.from_call,
            to: line.to_call,
            baggage: i32::try_from(baggage.count()).unwrap_or(i32::MAX),
        });
    }
    let seat = |line: Uuid| lines.iter().find(|row| row.id == line).and_then(|row| row.seat).unwrap_or(i32::MAX);
    entries.sort_by_key(|entry| (seat(entry.line), entry.from, entry.line));
    Ok(entries)
}

/// The passengers of a stored version.
pub fn open(app: &App, row: &manifest::Model) -> Result<Vec<Entry>, Fault> {
    Ok(serde_json::from_str(&app.secrets.open(row.id, &row.content)?)?)
}

/// Versions of a trip, newest first.
pub async fn versions(db: &impl ConnectionTrait, trip: Uuid) -> Result<Vec<manifest::Model>, Fault> {
    let rows = manifest::Entity::find().filter(manifest::Column::TripId.eq(trip));
    Ok(rows.order_by_desc(manifest::Column::Number).all(db).await?)
}

/// The version that says who travels now: the last one, or a new one where something has changed since. `None`: there
/// is nobody, and never was. The trip's row is locked by the caller.
pub async fn make(
    app: &App,
    tx: &impl ConnectionTrait,
    trip: Uuid,
    cause: ManifestCause,
) -> Result<Option<manifest::Model>, Fault> {
    let entries = present(app, tx, trip).await?;
    let last = versions(tx, trip).await?.into_iter().next();
    match &last {
        Some(row) if open(app, row)? == entries => return Ok(last),
        None if entries.is_empty() => return Ok(None),
        _ => {}
    }
    let id = app.ids.new();
    let row = manifest::Model {
        id,
        trip_id: trip,
        number: last.map_or(0, |row| row.number) + 1,
        cause: cause.code().to_owned(),
        made_at: app.clock.now(),
        passengers: i32::try_from(entries.len()).unwrap_or(i32::MAX),
        content: app.secrets.seal(&app.ids, id, &serde_json::to_string(&entries)?)?,
    };
    manifest::Entity::insert(row.clone().into_active_model()).exec_without_returning(tx).await?;
    Ok(Some(row))
}

/// The name of a stop of the trip.
pub fn stop_name(trip: &TripView, call: i32, language: Language) -> String {
    trip.call(call).map_or_else(String::new, |call| in_language(&call.stop.names, language).to_owned())
}

impl Entry {
    pub fn name(&self) -> String {
        let names = [Some(&self.last_name), Some(&self.first_name), self.middle_name.as_ref()];
        names.into_iter().flatten().map(String::as_str).filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" ")
    }
}
