//! Which lines staff keep: all, or those of the carrier they represent.

use async_graphql::{Error, ID};
use sea_orm::{ConnectionTrait, EntityTrait};
use uuid::Uuid;

use ::entity::{path, route};

use crate::features::carrier::sees_carrier;
use crate::graphql::{Gid, Kind, Viewer, error};
use crate::platform::Fault;

async fn seen(db: &impl ConnectionTrait, viewer: &Viewer, id: Uuid) -> Result<route::Model, Error> {
    let row = route::Entity::find_by_id(id).one(db).await.map_err(Fault::from)?;
    row.filter(|row| sees_carrier(viewer, row.carrier_id)).ok_or_else(error::not_found)
}

/// A line that staff may see; NOT_FOUND otherwise.
pub async fn find_route(db: &impl ConnectionTrait, viewer: &Viewer, id: &ID) -> Result<route::Model, Error> {
    seen(db, viewer, Gid::find(Kind::Route, id)?).await
}

/// A way and its line; NOT_FOUND where staff may not see it.
pub async fn find_path(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    id: &ID,
) -> Result<(path::Model, route::Model), Error> {
    let id = Gid::find(Kind::Path, id)?;
    let row = path::Entity::find_by_id(id).one(db).await.map_err(Fault::from)?.ok_or_else(error::not_found)?;
    let route = seen(db, viewer, row.route_id).await?;
    Ok((row, route))
}

/// Who keeps the whole timetable: FORBIDDEN for staff tied to stations.
pub fn may_change(viewer: &Viewer) -> Result<(), Error> {
    if viewer.only_stations().is_empty() { Ok(()) } else { Err(error::forbidden()) }
}
