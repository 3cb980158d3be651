//! A closed road concerns trips of all carriers and stations: it is for those who run the whole network.

use async_graphql::{Error, ID};
use sea_orm::{ConnectionTrait, EntityTrait};

use ::entity::closure;

use crate::graphql::{Gid, Kind, Viewer, error};
use crate::platform::Fault;

/// FORBIDDEN for who represents a carrier, and for who is tied to stations.
pub fn runs_network(viewer: &Viewer) -> Result<(), Error> {
    let whole = viewer.only_carrier().is_none() && viewer.only_stations().is_empty();
    if whole { Ok(()) } else { Err(error::forbidden()) }
}

pub async fn find_closure(db: &impl ConnectionTrait, id: &ID) -> Result<closure::Model, Error> {
    let row = closure::Entity::find_by_id(Gid::find(Kind::Closure, id)?).one(db).await.map_err(Fault::from)?;
    row.ok_or_else(error::not_found)
}
