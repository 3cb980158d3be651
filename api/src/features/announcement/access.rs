//! Whose announcements staff see and change: those of all stations, or of the stations they are tied to. A carrier's
//! representative has none: a station speaks for itself.

use std::sync::Arc;

use async_graphql::{Context, Result};
use uuid::Uuid;

use crate::features::network::Stop;
use crate::graphql::{Gid, Kind, Viewer, app, error, viewer};

pub fn speaks_for(viewer: &Viewer, station: Uuid) -> bool {
    let stations = viewer.only_stations();
    viewer.only_carrier().is_none() && (stations.is_empty() || stations.contains(&station))
}

/// A station that stands for itself and is this viewer's to speak for; others are as if they were not there.
pub async fn find_station(ctx: &Context<'_>, id: &str) -> Result<Arc<Stop>> {
    let id = Gid::find(Kind::Stop, id)?;
    let app = app(ctx);
    let network = app.network.get(app).await?;
    let stop = network.stop(id).filter(|stop| stop.parent.is_none() && speaks_for(viewer(ctx), stop.id));
    stop.cloned().ok_or_else(error::not_found)
}
