use async_graphql::{Context, InputObject, Object, Result, Union};
use chrono::TimeDelta;
use domain::contact;
use domain::order::OrderStatus;

use crate::features::notification;
use crate::graphql::{InvalidInput, OrderClosed, TooManyAttempts, app, error, viewer};
use crate::platform::Fault;
use crate::platform::limit::Quota;

use super::access::{OrderRefInput, find_order};
use super::bundle::Bundle;
use super::release_order::OrderChanged;
use super::types::Order;

pub(super) const MAILS: Quota = Quota { name: "resend", count: 5, per: TimeDelta::hours(1) };

#[derive(InputObject)]
pub struct ResendTicketsInput {
    pub order: OrderRefInput,
    /// Null: where they went first.
    pub email: Option<String>,
}

#[derive(Union)]
pub enum ResendTicketsResult {
    Changed(OrderChanged),
    OrderClosed(OrderClosed),
    InvalidInput(InvalidInput),
    TooManyAttempts(TooManyAttempts),
}

#[derive(Default)]
pub struct ResendTickets;

#[Object]
impl ResendTickets {
    /// Sends the valid tickets by mail again, at most five times an hour.
    async fn resend_tickets(&self, ctx: &Context<'_>, input: ResendTicketsInput) -> Result<ResendTicketsResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let order = find_order(app, viewer, &input.order).await?;
        let language = viewer.language;
        let given = input.email.as_deref().map(contact::email);
        if given == Some(None) {
            return Ok(ResendTicketsResult::InvalidInput(InvalidInput::one(language, "email", "EMAIL")));
        }
        let bundle = Bundle::one(app.db.read(), order.id).await?.ok_or_else(error::not_found)?;
        let status = bundle.status(app.clock.now());
        if !matches!(status, OrderStatus::Paid | OrderStatus::PartlyRefunded) {
            return Ok(ResendTicketsResult::OrderClosed(OrderClosed::new(language, status.into())));
        }
        if let Err(limited) = app.limits.take(MAILS, &order.id.to_string()).await {
            let limited = TooManyAttempts::new(language, limited.retry_after_seconds);
            return Ok(ResendTicketsResult::TooManyAttempts(limited));
        }
        let mut to = order.clone();
        if let Some(email) = given.flatten() {
            to.email = Some(email);
        }
        let tx = app.db.begin().await.map_err(Fault::from)?;
        notification::tickets(app, &tx, &to, &format!("again-{}", app.ids.new())).await?;
        tx.commit().await.map_err(Fault::from)?;
        app.jobs.wake();
        Ok(ResendTicketsResult::Changed(OrderChanged { order: Order::customers(order) }))
    }
}
