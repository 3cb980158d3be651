//! Where manifests go.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject, Union};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};

use ::entity::manifest_destination;

use crate::features::carrier::Carrier;
use crate::features::network::TripView;
use crate::features::station::Stop;
use crate::graphql::{ChangedMeanwhile, Gid, InvalidInput, Kind, app};
use crate::platform::Fault;

/// How a manifest is written down for a receiver.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum ExchangeFormat {
    Json,
    Xml,
}

impl ExchangeFormat {
    pub fn code(self) -> &'static str {
        match self {
            Self::Json => "JSON",
            Self::Xml => "XML",
        }
    }

    pub fn parse(code: &str) -> Self {
        if code == "XML" { Self::Xml } else { Self::Json }
    }
}

crate::connection!(ManifestDestination, DestinationConnection, DestinationEdge);

/// Who is sent manifests at departure.
#[derive(Clone)]
pub struct ManifestDestination(pub manifest_destination::Model);

#[Object]
impl ManifestDestination {
    async fn id(&self) -> ID {
        Gid::of(Kind::ManifestDestination, self.0.id)
    }

    /// For `saveDestination`: grows with each change.
    async fn version(&self) -> i64 {
        self.0.version
    }

    async fn name(&self) -> &str {
        &self.0.name
    }

    async fn url(&self) -> &str {
        &self.0.url
    }

    async fn format(&self) -> ExchangeFormat {
        ExchangeFormat::parse(&self.0.format)
    }

    /// Only this carrier's trips.
    async fn carrier_id(&self) -> Option<ID> {
        self.0.carrier_id.map(|id| Gid::of(Kind::Carrier, id))
    }

    /// Of `carrierId`.
    async fn carrier(&self, ctx: &Context<'_>) -> Result<Option<Carrier>> {
        let Some(id) = self.0.carrier_id else { return Ok(None) };
        let app = app(ctx);
        let network = app.network.get(app).await?;
        Ok(network.carrier(id).map(|carrier| Carrier(Arc::clone(carrier))))
    }

    /// Only trips that call at this station.
    async fn station_id(&self) -> Option<ID> {
        self.0.stop_id.map(|id| Gid::of(Kind::Stop, id))
    }

    /// Of `stationId`.
    async fn station(&self, ctx: &Context<'_>) -> Result<Option<Stop>> {
        let Some(id) = self.0.stop_id else { return Ok(None) };
        let app = app(ctx);
        let network = app.network.get(app).await?;
        Ok(network.stop(id).map(|stop| Stop(Arc::clone(stop))))
    }

    /// False: nothing more is sent there.
    async fn active(&self) -> bool {
        self.0.active
    }
}

/// The destination as it is now.
#[derive(SimpleObject)]
pub struct DestinationSaved {
    pub destination: ManifestDestination,
}

#[derive(Union)]
pub enum SaveDestinationResult {
    Saved(DestinationSaved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

/// What the audit log keeps of a destination: not its secret.
pub fn facts(row: &manifest_destination::Model) -> Value {
    let station: Vec<ID> = row.stop_id.iter().map(|id| Gid::of(Kind::Stop, *id)).collect();
    json!({
        "name": row.name, "url": row.url, "format": row.format, "stationIds": station, "active": row.active,
        "carrierId": row.carrier_id.map(|id| Gid::of(Kind::Carrier, id)),
    })
}

/// Where manifests of the trip go.
pub async fn destinations_of(
    db: &impl ConnectionTrait,
    trip: &TripView,
) -> Result<Vec<manifest_destination::Model>, Fault> {
    let all =
        manifest_destination::Entity::find().filter(manifest_destination::Column::Active.eq(true)).all(db).await?;
    let calls_at =
        |stop: uuid::Uuid| trip.calls.iter().any(|call| call.stop.id == stop || call.stop.parent == Some(stop));
    let wants = |row: &manifest_destination::Model| {
        row.carrier_id.is_none_or(|carrier| carrier == trip.carrier.id) && row.stop_id.is_none_or(calls_at)
    };
    Ok(all.into_iter().filter(wants).collect())
}
