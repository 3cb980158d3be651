//! Whose seats staff keep: of trips they work with, and of departures of lines they keep.

use std::sync::Arc;

use async_graphql::{Error, ID};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use ::entity::{quota, route, schedule};

use crate::app::App;
use crate::features::network::TripView;
use crate::features::route::{find_route, may_change};
use crate::features::trip::own_trip;
use crate::graphql::{Gid, Kind, Viewer, error};
use crate::platform::Fault;

/// Whose seats they are.
pub enum Subject {
    Trip(Arc<TripView>),
    Departure { schedule: schedule::Model, route: route::Model },
}

impl Subject {
    /// NOT_FOUND where it is not theirs; FORBIDDEN for a departure where they are tied to stations.
    pub async fn find(
        app: &App,
        db: &impl ConnectionTrait,
        viewer: &Viewer,
        trip: Option<&ID>,
        departure: Option<&ID>,
    ) -> Result<Self, Error> {
        match (trip, departure) {
            (Some(trip), None) => Ok(Subject::Trip(own_trip(app, viewer, Gid::find(Kind::Trip, trip)?).await?)),
            (None, Some(id)) => Self::departure(db, viewer, Gid::find(Kind::Departure, id)?).await,
            _ => Err(error::bad_input("either tripId or departureId")),
        }
    }

    async fn departure(db: &impl ConnectionTrait, viewer: &Viewer, series: Uuid) -> Result<Self, Error> {
        may_change(viewer)?;
        use schedule::Column;
        let rows = schedule::Entity::find().filter(Column::SeriesId.eq(series)).filter(Column::Active.eq(true));
        let schedule = rows.one(db).await.map_err(Fault::from)?.ok_or_else(error::not_found)?;
        let route = find_route(db, viewer, &Gid::of(Kind::Route, schedule.route_id)).await?;
        Ok(Subject::Departure { schedule, route })
    }

    /// Of a quota in force.
    pub async fn of(
        app: &App,
        db: &impl ConnectionTrait,
        viewer: &Viewer,
        id: &ID,
    ) -> Result<(quota::Model, Self), Error> {
        let row = quota::Entity::find_by_id(Gid::find(Kind::Quota, id)?).one(db).await.map_err(Fault::from)?;
        let row = row.filter(|row| row.dropped_at.is_none()).ok_or_else(error::not_found)?;
        let subject = match (row.trip_id, row.series_id) {
            (Some(trip), _) => Subject::Trip(own_trip(app, viewer, trip).await?),
            (None, series) => Self::departure(db, viewer, series.unwrap_or_default()).await?,
        };
        Ok((row, subject))
    }

    /// The same thing.
    pub fn is(&self, row: &quota::Model) -> bool {
        match self {
            Subject::Trip(view) => row.trip_id == Some(view.id),
            Subject::Departure { schedule, .. } => row.series_id == Some(schedule.series_id),
        }
    }

    /// For the audit log.
    pub fn name(&self) -> String {
        match self {
            Subject::Trip(view) => format!("trip:{}", view.id),
            Subject::Departure { route, .. } => format!("route:{}", route.id),
        }
    }
}
