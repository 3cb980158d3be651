use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::{Context, Enum, ID, Object, SimpleObject};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use ::entity::{manifest, manifest_delivery, manifest_destination};

use crate::features::network::TripView;
use crate::features::trip::StopCall;
use crate::graphql::{Date, Gid, Kind, app};
use crate::platform::Fault;

use super::changes::{EntryChange, ManifestChangeKind, changes};
use super::content::{Entry, ManifestCause};

/// One version of the list of a trip's passengers.
pub struct Manifest {
    row: manifest::Model,
    trip: Arc<TripView>,
    entries: Vec<Entry>,
    changes: Vec<EntryChange>,
}

impl Manifest {
    /// `former`: the passengers of the version before.
    pub fn new(row: manifest::Model, entries: Vec<Entry>, former: &[Entry], trip: Arc<TripView>) -> Self {
        let changes = if row.number > 1 { changes(former, &entries) } else { Vec::new() };
        Self { row, trip, entries, changes }
    }

    fn entry(&self, entry: &Entry) -> Option<ManifestEntry> {
        Some(ManifestEntry {
            ticket: entry.ticket.clone(),
            seat: entry.seat.clone(),
            last_name: entry.last_name.clone(),
            first_name: entry.first_name.clone(),
            middle_name: entry.middle_name.clone(),
            birth_date: entry.birth_date.map(Date),
            citizenship: entry.citizenship.clone(),
            document_kind: entry.document_kind.clone(),
            document_number: entry.document_number.clone(),
            from: StopCall::new(&self.trip, self.trip.call(entry.from)?),
            to: StopCall::new(&self.trip, self.trip.call(entry.to)?),
            baggage: entry.baggage,
        })
    }
}

#[Object]
impl Manifest {
    async fn id(&self) -> ID {
        Gid::of(Kind::Manifest, self.row.id)
    }

    /// From 1, within its trip.
    async fn number(&self) -> i32 {
        self.row.number
    }

    async fn cause(&self) -> ManifestCause {
        if self.row.cause == ManifestCause::Departure.code() { ManifestCause::Departure } else { ManifestCause::Office }
    }

    async fn made_at(&self) -> DateTime<Utc> {
        self.row.made_at
    }

    async fn passenger_count(&self) -> i32 {
        self.row.passengers
    }

    /// By seat.
    #[graphql(complexity = "10 * child_complexity")]
    async fn entries(&self) -> Vec<ManifestEntry> {
        self.entries.iter().filter_map(|entry| self.entry(entry)).collect()
    }

    /// Against the version before; empty for the first.
    #[graphql(complexity = "5 * child_complexity")]
    async fn changes(&self) -> Vec<ManifestChange> {
        let told = self.changes.iter().filter_map(|change| {
            let entry = self.entry(&change.entry)?;
            Some(ManifestChange { kind: change.kind, entry, former_seat: change.former_seat.clone() })
        });
        told.collect()
    }

    /// To whom this version goes.
    #[graphql(complexity = "5 + 2 * child_complexity")]
    async fn deliveries(&self, ctx: &Context<'_>) -> async_graphql::Result<Vec<ManifestDelivery>> {
        let db = app(ctx).db.read();
        let rows = manifest_delivery::Entity::find().filter(manifest_delivery::Column::ManifestId.eq(self.row.id));
        let rows = rows.all(db).await.map_err(Fault::from)?;
        let names = names_of_destinations(db, &rows).await?;
        Ok(rows.into_iter().map(|row| ManifestDelivery::new(row, &names)).collect())
    }
}

/// One passenger of a version.
#[derive(SimpleObject)]
pub struct ManifestEntry {
    /// Number of the ticket.
    pub ticket: String,
    /// Null where seats are not numbered.
    pub seat: Option<String>,
    pub last_name: String,
    pub first_name: String,
    pub middle_name: Option<String>,
    pub birth_date: Option<Date>,
    /// ISO 3166-1 alpha-2.
    pub citizenship: Option<String>,
    /// Code of the document's kind.
    pub document_kind: Option<String>,
    /// In full: personal data.
    pub document_number: Option<String>,
    /// Boarding.
    pub from: StopCall,
    /// Alighting.
    pub to: StopCall,
    /// Pieces of paid baggage.
    pub baggage: i32,
}

/// What has changed since the version before.
#[derive(SimpleObject)]
pub struct ManifestChange {
    pub kind: ManifestChangeKind,
    /// As it is in the version that has it.
    pub entry: ManifestEntry,
    /// The seat before, of who has moved.
    pub former_seat: Option<String>,
}

/// How far a version is on its way.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum DeliveryState {
    /// To be sent, or sent again.
    Waiting,
    /// The receiver has taken it.
    Delivered,
    /// Refused, or not answered for long: somebody has to look at it.
    Failed,
}

/// A version on its way to a destination.
#[derive(SimpleObject)]
pub struct ManifestDelivery {
    pub id: ID,
    /// Name of the destination.
    pub destination: String,
    pub state: DeliveryState,
    /// How often it was sent.
    pub attempts: i32,
    /// HTTP status of the last answer, if there was one.
    pub last_status: Option<i32>,
    pub delivered_at: Option<DateTime<Utc>>,
}

impl ManifestDelivery {
    pub fn new(row: manifest_delivery::Model, names: &HashMap<Uuid, String>) -> Self {
        Self {
            id: Gid::of(Kind::ManifestDelivery, row.id),
            destination: names.get(&row.destination_id).cloned().unwrap_or_default(),
            state: match row.state.as_str() {
                "DELIVERED" => DeliveryState::Delivered,
                "FAILED" => DeliveryState::Failed,
                _ => DeliveryState::Waiting,
            },
            attempts: row.attempts,
            last_status: row.last_status,
            delivered_at: row.delivered_at,
        }
    }
}

pub async fn names_of_destinations(
    db: &impl ConnectionTrait,
    rows: &[manifest_delivery::Model],
) -> Result<HashMap<Uuid, String>, Fault> {
    let ids = rows.iter().map(|row| row.destination_id);
    let found =
        manifest_destination::Entity::find().filter(manifest_destination::Column::Id.is_in(ids)).all(db).await?;
    Ok(found.into_iter().map(|row| (row.id, row.name)).collect())
}
