use async_graphql::{Context, ID, Object, Result};

use crate::features::audit::audit;
use crate::features::order::{Bundle, staff_order};
use crate::graphql::{Can, Permission, app, error, viewer};

use super::read::read;
use super::types::OrderEvent;

#[derive(Default)]
pub struct TimelineQuery;

#[Object]
impl TimelineQuery {
    /// Staff: everything that has happened to an order, newest first. Each reading is in the audit log.
    #[graphql(guard = "Can(Permission::ViewOrders)", complexity = "30 + 10 * child_complexity")]
    async fn order_timeline(&self, ctx: &Context<'_>, order_id: ID) -> Result<Vec<OrderEvent>> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let order = staff_order(app, viewer, &order_id).await?;
        let bundle = Bundle::one(app.db.read(), order.id).await?.ok_or_else(error::not_found)?;
        audit(app, viewer, "READ_TIMELINE", &format!("order:{}", order.id)).await?;
        Ok(read(app, &bundle, viewer.language).await?)
    }
}
