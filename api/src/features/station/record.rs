use std::sync::Arc;

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use ::entity::{place, stop};

use crate::features::network::{self, StopKind, in_language};
use crate::graphql::{Gid, Kind, ThreeNames, app, viewer};
use crate::platform::Fault;

use super::change::calls_of;
use super::types::{OpeningHours, Place};

crate::connection!(StationRecord, StationRecordConnection, StationRecordEdge);
crate::connection!(PlaceRecord, PlaceRecordConnection, PlaceRecordEdge);

/// A town as the office keeps it.
#[derive(Clone)]
pub struct PlaceRecord(pub place::Model);

#[Object]
impl PlaceRecord {
    /// The same as of `Place`.
    async fn id(&self) -> ID {
        Gid::of(Kind::Place, self.0.id)
    }

    /// In the viewer's language.
    async fn name(&self, ctx: &Context<'_>) -> &str {
        in_language(&self.0.name, viewer(ctx).language)
    }

    async fn names(&self) -> ThreeNames {
        self.0.name.clone().into()
    }

    /// Degrees, WGS 84.
    async fn latitude(&self) -> f64 {
        self.0.latitude
    }

    /// Degrees, WGS 84.
    async fn longitude(&self) -> f64 {
        self.0.longitude
    }

    /// Stations and stops in use, without their platforms.
    #[graphql(complexity = "2")]
    async fn station_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let app = app(ctx);
        let network = app.network.get(app).await?;
        let Some(place) = network.place(self.0.id) else { return Ok(0) };
        let stops = network.stops_of(place).iter().map(|stop| &network.stops[*stop as usize]);
        let count = stops.filter(|stop| stop.parent.is_none() && stop.active).count();
        Ok(i32::try_from(count).unwrap_or(i32::MAX))
    }

    /// For changes: grows with each.
    async fn version(&self) -> i32 {
        i32::try_from(self.0.version).unwrap_or(i32::MAX)
    }
}

/// A station, a stop in the street or a border point as the office keeps it.
#[derive(Clone)]
pub struct StationRecord(pub stop::Model);

#[Object]
impl StationRecord {
    /// The same as of `Stop`.
    async fn id(&self) -> ID {
        Gid::of(Kind::Stop, self.0.id)
    }

    /// Short, as in the timetable.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// In the viewer's language.
    async fn name(&self, ctx: &Context<'_>) -> &str {
        in_language(&self.0.name, viewer(ctx).language)
    }

    async fn names(&self) -> ThreeNames {
        self.0.name.clone().into()
    }

    async fn kind(&self) -> StopKind {
        match self.0.kind.as_str() {
            "STATION" => StopKind::Station,
            "BORDER" => StopKind::Border,
            _ => StopKind::Stop,
        }
    }

    /// Its town; null for border points.
    async fn place(&self, ctx: &Context<'_>) -> Result<Option<Place>> {
        let app = app(ctx);
        let network = app.network.get(app).await?;
        Ok(self.0.place_id.and_then(|id| network.place(id)).map(|place| Place(Arc::clone(place))))
    }

    /// IANA zone of the clock on its wall.
    async fn time_zone(&self) -> &str {
        &self.0.time_zone
    }

    /// Degrees, WGS 84.
    async fn latitude(&self) -> f64 {
        self.0.latitude
    }

    /// Degrees, WGS 84.
    async fn longitude(&self) -> f64 {
        self.0.longitude
    }

    /// For passengers.
    async fn phone(&self) -> Option<&str> {
        self.0.phone.as_deref()
    }

    /// For passengers.
    async fn address(&self) -> Option<ThreeNames> {
        self.0.address.clone().map(ThreeNames::from)
    }

    /// By weekday; closed on those that are left out. Empty: not known.
    async fn opening_hours(&self) -> Result<Vec<OpeningHours>> {
        let hours: Vec<(i32, i32, i32)> = match &self.0.opening_hours {
            Some(hours) => serde_json::from_value(hours.clone()).map_err(Fault::from)?,
            None => Vec::new(),
        };
        Ok(hours.into_iter().map(|(weekday, opens, closes)| OpeningHours { weekday, opens, closes }).collect())
    }

    /// False: out of use.
    async fn active(&self) -> bool {
        self.0.active
    }

    /// Whether imports leave it alone, as the office has changed or made it.
    async fn kept_by_office(&self) -> bool {
        self.0.edited_at.is_some()
    }

    /// For changes: grows with each.
    async fn version(&self) -> i32 {
        i32::try_from(self.0.version).unwrap_or(i32::MAX)
    }

    /// Recurring departures that call here or at its platforms: while there are any it stays in use.
    #[graphql(complexity = "2")]
    async fn departures(&self, ctx: &Context<'_>) -> Result<i32> {
        Ok(i32::try_from(calls_of(app(ctx), self.0.id).await?).unwrap_or(i32::MAX))
    }

    /// Those in use first, by sign.
    #[graphql(complexity = "5 + 10 * child_complexity")]
    async fn platforms(&self, ctx: &Context<'_>) -> Result<Vec<PlatformRecord>> {
        let rows = stop::Entity::find().filter(stop::Column::ParentId.eq(self.0.id));
        let mut rows = rows.all(app(ctx).db.read()).await.map_err(Fault::from)?;
        // 2 before 10.
        rows.sort_by_cached_key(|row| {
            let sign = row.platform.clone().unwrap_or_default();
            (!row.active, sign.parse().unwrap_or(u32::MAX), sign, row.id)
        });
        Ok(rows.into_iter().map(PlatformRecord).collect())
    }
}

/// A platform as the office keeps it.
#[derive(Clone)]
pub struct PlatformRecord(pub stop::Model);

#[Object]
impl PlatformRecord {
    /// The same as of `Stop`.
    async fn id(&self) -> ID {
        Gid::of(Kind::Stop, self.0.id)
    }

    /// As in the timetable.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// What is written on it.
    async fn sign(&self) -> &str {
        self.0.platform.as_deref().unwrap_or(&self.0.code)
    }

    /// False: out of use.
    async fn active(&self) -> bool {
        self.0.active
    }

    /// For changes: grows with each.
    async fn version(&self) -> i32 {
        i32::try_from(self.0.version).unwrap_or(i32::MAX)
    }

    /// Recurring departures that call here: while there are any it stays in use.
    async fn departures(&self, ctx: &Context<'_>) -> Result<i32> {
        Ok(i32::try_from(calls_of(app(ctx), self.0.id).await?).unwrap_or(i32::MAX))
    }
}

/// What a point of the map is.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum MapPointKind {
    Place,
    Station,
    Stop,
    Border,
}

/// A town or a station on the map.
#[derive(SimpleObject)]
pub struct MapPoint {
    pub id: ID,
    /// In the viewer's language.
    pub name: String,
    pub kind: MapPointKind,
    /// Degrees, WGS 84.
    pub latitude: f64,
    /// Degrees, WGS 84.
    pub longitude: f64,
}

impl MapPoint {
    pub fn of_place(place: &network::Place, name: &str) -> Self {
        MapPoint {
            id: Gid::of(Kind::Place, place.id),
            name: name.to_owned(),
            kind: MapPointKind::Place,
            latitude: place.latitude,
            longitude: place.longitude,
        }
    }

    pub fn of_stop(stop: &network::Stop, name: &str) -> Self {
        let kind = match stop.kind {
            StopKind::Station => MapPointKind::Station,
            StopKind::Border => MapPointKind::Border,
            StopKind::Stop | StopKind::Platform => MapPointKind::Stop,
        };
        MapPoint {
            id: Gid::of(Kind::Stop, stop.id),
            name: name.to_owned(),
            kind,
            latitude: stop.latitude,
            longitude: stop.longitude,
        }
    }
}
