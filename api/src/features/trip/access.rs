//! Which trips staff see and run: all, those of their carrier, those that call at their stations.

use std::sync::Arc;

use async_graphql::{Error, ID};
use uuid::Uuid;

use crate::app::App;
use crate::features::network::{Call, TripView, trip_view};
use crate::graphql::{Gid, Kind, Viewer, error};

/// Whether the trip is this member of staff's to work with. Others are as if they were not there.
pub fn works_with(viewer: &Viewer, trip: &TripView) -> bool {
    let calls_there = || trip.calls.iter().any(|call| works_at(viewer, call));
    viewer.only_carrier().is_none_or(|carrier| carrier == trip.carrier.id)
        && (viewer.only_stations().is_empty() || calls_there())
}

/// Whether the stop is of this member of staff's stations.
pub fn works_at(viewer: &Viewer, call: &Call) -> bool {
    let stations = viewer.only_stations();
    let parent = call.stop.parent.is_some_and(|parent| stations.contains(&parent));
    stations.is_empty() || parent || stations.contains(&call.stop.id)
}

/// A trip that staff work with: NOT_FOUND when it is not theirs.
pub async fn staff_trip(app: &App, viewer: &Viewer, id: &ID) -> Result<Arc<TripView>, Error> {
    own_trip(app, viewer, Gid::find(Kind::Trip, id)?).await
}

/// The same by the row's id.
pub async fn own_trip(app: &App, viewer: &Viewer, id: Uuid) -> Result<Arc<TripView>, Error> {
    let trip = trip_view(app, id).await?.ok_or_else(error::not_found)?;
    if works_with(viewer, &trip) { Ok(trip) } else { Err(error::not_found()) }
}
