//! Which stations staff keep: all, or those they are tied to.

use async_graphql::{Error, ID};
use sea_orm::{ConnectionTrait, EntityTrait};
use uuid::Uuid;

use ::entity::{place, stop};

use crate::graphql::{Gid, Kind, Viewer, error};
use crate::platform::Fault;

/// Whether the station is this member of staff's to see.
pub fn sees_station(viewer: &Viewer, station: Uuid) -> bool {
    viewer.only_stations().is_empty() || viewer.only_stations().contains(&station)
}

/// Stations belong to no carrier: FORBIDDEN for who represents one.
pub fn may_change(viewer: &Viewer) -> Result<(), Error> {
    if viewer.only_carrier().is_some() { Err(error::forbidden()) } else { Ok(()) }
}

/// Towns and new stations are for those who keep the whole network.
pub fn may_change_network(viewer: &Viewer) -> Result<(), Error> {
    may_change(viewer)?;
    if viewer.only_stations().is_empty() { Ok(()) } else { Err(error::forbidden()) }
}

/// A station, a stop in the street or a border point that staff may see; NOT_FOUND otherwise.
pub async fn find_station(db: &impl ConnectionTrait, viewer: &Viewer, id: &ID) -> Result<stop::Model, Error> {
    let id = Gid::find(Kind::Stop, id)?;
    if !sees_station(viewer, id) {
        return Err(error::not_found());
    }
    let row = stop::Entity::find_by_id(id).one(db).await.map_err(Fault::from)?;
    row.filter(|row| row.parent_id.is_none()).ok_or_else(error::not_found)
}

/// A platform of the station; NOT_FOUND otherwise.
pub async fn find_platform(db: &impl ConnectionTrait, station: Uuid, id: &ID) -> Result<stop::Model, Error> {
    let id = Gid::find(Kind::Stop, id)?;
    let row = stop::Entity::find_by_id(id).one(db).await.map_err(Fault::from)?;
    row.filter(|row| row.parent_id == Some(station)).ok_or_else(error::not_found)
}

pub async fn find_place(db: &impl ConnectionTrait, id: &ID) -> Result<place::Model, Error> {
    let id = Gid::find(Kind::Place, id)?;
    place::Entity::find_by_id(id).one(db).await.map_err(Fault::from)?.ok_or_else(error::not_found)
}
