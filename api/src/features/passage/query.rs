use async_graphql::{Context, ID, Object, Result};

use crate::features::audit::audit;
use crate::features::trip::staff_trip;
use crate::graphql::{Can, Permission, app, viewer};

use super::types::Boarding;

#[derive(Default)]
pub struct PassageQuery;

#[Object]
impl PassageQuery {
    /// Staff: everybody with a ticket for a trip and who of them is on board. Each reading is in the audit log.
    #[graphql(guard = "Can(Permission::CheckTickets)", complexity = "20 + 10 * child_complexity")]
    async fn boarding(&self, ctx: &Context<'_>, trip_id: ID) -> Result<Boarding> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let trip = staff_trip(app, viewer, &trip_id).await?;
        audit(app, viewer, "READ_PASSENGERS", &format!("trip:{}", trip.id)).await?;
        Ok(Boarding::read(app.db.read(), &trip).await?)
    }
}
