//! Rules hold for all carriers and stations: they are for those who run the whole network.

use async_graphql::Error;
use sea_orm::{ConnectionTrait, EntityTrait};

use ::entity::tariff_rule;

use crate::graphql::{Viewer, error};
use crate::platform::Fault;

/// FORBIDDEN for who represents a carrier, and for who is tied to stations.
pub fn sets_tariff(viewer: &Viewer) -> Result<(), Error> {
    let whole = viewer.only_carrier().is_none() && viewer.only_stations().is_empty();
    if whole { Ok(()) } else { Err(error::forbidden()) }
}

pub async fn find_rule(db: &impl ConnectionTrait, code: &str) -> Result<tariff_rule::Model, Error> {
    let row = tariff_rule::Entity::find_by_id(code).one(db).await.map_err(Fault::from)?;
    row.ok_or_else(error::not_found)
}
