use async_graphql::{Context, Object, Result};
use domain::money::Currency;
use sea_orm::EntityTrait;

use ::entity::{exchange, order};

use crate::app::App;
use crate::features::order::{Bundle, OrderRefInput, find_order};
use crate::graphql::{ZonedTime, app, viewer};
use crate::platform::Fault;

use super::reserve_for_desk::offer;
use super::types::PaymentMethod;

#[derive(Default)]
pub struct PaymentQuery;

/// What is to be paid for an order now: all of it, or the difference of an exchange that waits.
async fn due(app: &App, order: &order::Model) -> std::result::Result<(i64, Currency), Fault> {
    let db = app.db.read();
    let currency = Currency::parse(&order.currency)?;
    let bundle = Bundle::read(db, &[order.id]).await?.remove(&order.id);
    let Some(bundle) = bundle else { return Ok((0, currency)) };
    let amount_minor = match bundle.waiting_exchange(app.clock.now()) {
        Some(id) => exchange::Entity::find_by_id(id).one(db).await?.map_or(0, |row| row.difference_minor),
        None => bundle.total_minor(),
    };
    Ok((amount_minor, currency))
}

#[Object]
impl PaymentQuery {
    /// Ways to pay for an order now, those first that the office has put first: open for its channel of sale and for what is to
    /// be paid. NOT_FOUND for an order that is not the viewer's.
    async fn payment_methods(&self, ctx: &Context<'_>, order: OrderRefInput) -> Result<Vec<PaymentMethod>> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let row = find_order(app, viewer, &order).await?;
        let (amount_minor, currency) = due(app, &row).await?;
        let offered = app.gateways.offered(app, &row.channel, amount_minor, currency).await?;
        let methods = offered.iter().map(|gateway| PaymentMethod {
            code: gateway.row.code.clone(),
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
