//! Which trips staff board: those they work with.

use std::sync::Arc;

use async_graphql::{Error, ID};

use crate::app::App;
use crate::features::network::{TripView, trip_view};
use crate::features::trip::works_with;
use crate::graphql::{Gid, Kind, Viewer, error};

/// The trip, if it is theirs; NOT_FOUND otherwise.
pub async fn boarded_trip(app: &App, viewer: &Viewer, id: &ID) -> Result<Arc<TripView>, Error> {
    let trip = trip_view(app, Gid::find(Kind::Trip, id)?).await?.ok_or_else(error::not_found)?;
    if works_with(viewer, &trip) { Ok(trip) } else { Err(error::not_found()) }
}
