use async_graphql::{Context, Object, Result};

use crate::features::order::{OrderRefInput, find_order};
use crate::graphql::{ZonedTime, app, viewer};

use super::reserve_for_desk::offer;
use super::types::PaymentMethod;

#[derive(Default)]
pub struct PaymentQuery;

#[Object]
impl PaymentQuery {
    /// Ways to pay for an order. NOT_FOUND for an order that is not the viewer's.
    async fn payment_methods(&self, ctx: &Context<'_>, order: OrderRefInput) -> Result<Vec<PaymentMethod>> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        find_order(app, viewer, &order).await?;
        let methods = app.gateways.all().iter().map(|gateway| PaymentMethod {
            code: gateway.code().to_owned(),
            name: gateway.name(viewer.language),
            detail: Some(gateway.detail(viewer.language)),
            fee: None,
        });
        Ok(methods.collect())
    }

    /// Until when the order would wait to be paid at a desk if it were reserved for one now, on the clock of the home station;
    /// null where it cannot be, or is reserved already. NOT_FOUND for an order that is not the viewer's.
    async fn desk_offer(&self, ctx: &Context<'_>, order: OrderRefInput) -> Result<Option<ZonedTime>> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let row = find_order(app, viewer, &order).await?;
        Ok(offer(app, &row).await?)
    }
}
