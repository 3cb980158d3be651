//! Whose manifests and destinations staff work with.

use async_graphql::{Error, ID};
use sea_orm::{ConnectionTrait, EntityTrait};
use uuid::Uuid;

use ::entity::{manifest, manifest_delivery, manifest_destination};

use crate::app::App;
use crate::features::network::TripView;
use crate::features::trip::own_trip;
use crate::graphql::{Gid, Kind, Viewer, error};
use crate::platform::Fault;

/// A version with its trip.
pub async fn find_manifest(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
) -> Result<(manifest::Model, std::sync::Arc<TripView>), Error> {
    let row = manifest::Entity::find_by_id(id).one(app.db.read()).await.map_err(Fault::from)?;
    let row = row.ok_or_else(error::not_found)?;
    let trip = own_trip(app, viewer, row.trip_id).await?;
    Ok((row, trip))
}

/// A delivery of a version that is theirs, and the trip.
pub async fn find_delivery(app: &App, viewer: &Viewer, id: &ID) -> Result<(manifest_delivery::Model, Uuid), Error> {
    let id = Gid::find(Kind::ManifestDelivery, id)?;
    let row = manifest_delivery::Entity::find_by_id(id).one(app.db.read()).await.map_err(Fault::from)?;
    let row = row.ok_or_else(error::not_found)?;
    let (_, trip) = find_manifest(app, viewer, row.manifest_id).await?;
    Ok((row, trip.id))
}

/// Who represents a carrier sees destinations of that carrier alone, who works at stations those of these.
pub fn sees_destination(viewer: &Viewer, row: &manifest_destination::Model) -> bool {
    let stations = viewer.only_stations();
    viewer.only_carrier().is_none_or(|own| row.carrier_id == Some(own))
        && (stations.is_empty() || row.stop_id.is_some_and(|stop| stations.contains(&stop)))
}

pub async fn find_destination(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    id: &ID,
) -> Result<manifest_destination::Model, Error> {
    let id = Gid::find(Kind::ManifestDestination, id)?;
    let row = manifest_destination::Entity::find_by_id(id).one(db).await.map_err(Fault::from)?;
    row.filter(|row| sees_destination(viewer, row)).ok_or_else(error::not_found)
}
