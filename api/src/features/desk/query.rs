use async_graphql::{Context, ID, Object, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

use ::entity::desk;

use crate::graphql::{Gid, Kind, StaffSession, app, error, viewer};
use crate::platform::Fault;

use super::types::Desk;

/// More than one office has.
const MOST: u64 = 500;

#[derive(Default)]
pub struct DeskQuery;

#[Object]
impl DeskQuery {
    /// Staff: desks where tickets are sold by hand, those in use first, by sign; of one station, or of all where the viewer
    /// works. A carrier's representative sees none.
    #[graphql(guard = "StaffSession", complexity = "10 + 10 * child_complexity")]
    async fn desks(&self, ctx: &Context<'_>, station_id: Option<ID>) -> Result<Vec<Desk>> {
        use desk::Column;
        let viewer = viewer(ctx);
        let station = match &station_id {
            Some(id) => Some(Gid::read(Kind::Stop, id).ok_or_else(error::not_found)?),
            None => None,
        };
        if viewer.only_carrier().is_some() {
            return Ok(Vec::new());
        }
        let own = viewer.only_stations();
        let rows = desk::Entity::find()
            .apply_if(station, |query, id| query.filter(Column::StopId.eq(id)))
            .apply_if((!own.is_empty()).then_some(own), |query, own| {
                query.filter(Column::StopId.is_in(own.iter().copied()))
            })
            .order_by_desc(Column::Active)
            .order_by_asc(Column::Sign)
            .order_by_asc(Column::Id)
            .limit(MOST)
            .all(app(ctx).db.read())
            .await
            .map_err(Fault::from)?;
        Ok(rows.into_iter().map(Desk).collect())
    }
}
