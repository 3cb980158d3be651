use async_graphql::{Context, ID, Object, Result};

use super::types::Trip;
use crate::features::network::trip_view;
use crate::graphql::{Gid, Kind, app};

#[derive(Default)]
pub struct TripQuery;

#[Object]
impl TripQuery {
    /// One trip; null when there is none with that id.
    async fn trip(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Trip>> {
        let Some(id) = Gid::read(Kind::Trip, &id) else { return Ok(None) };
        Ok(trip_view(app(ctx), id).await?.map(Trip::from))
    }
}
