//! Whose price lists staff keep: those of lines that they keep.

use async_graphql::{Error, ID};
use sea_orm::{ConnectionTrait, EntityTrait};

use ::entity::price_list;

use crate::graphql::{Gid, Kind, error};
use crate::platform::Fault;

/// A price list of the line; NOT_FOUND otherwise.
pub async fn find_price_list(
    db: &impl ConnectionTrait,
    route: uuid::Uuid,
    id: &ID,
) -> Result<price_list::Model, Error> {
    let id = Gid::find(Kind::PriceList, id)?;
    let row = price_list::Entity::find_by_id(id).one(db).await.map_err(Fault::from)?;
    row.filter(|row| row.route_id == route).ok_or_else(error::not_found)
}
