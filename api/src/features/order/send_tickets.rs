use async_graphql::{Context, ID, InputObject, Object, Result, Union};
use domain::order::OrderStatus;
use serde_json::json;

use crate::features::audit::{Change, audit_change};
use crate::features::notification;
use crate::graphql::{Can, Form, InvalidInput, OrderClosed, Permission, TooManyAttempts, app, error, viewer};
use crate::platform::Fault;

use super::access::staff_order;
use super::bundle::Bundle;
use super::release_order::OrderChanged;
use super::resend_tickets::MAILS;
use super::types::Order;

/// Where the tickets go: to one of them, or to both.
#[derive(InputObject)]
pub struct SendTicketsInput {
    pub order_id: ID,
    pub email: Option<String>,
    /// Gets an SMS with the link of the order.
    pub phone: Option<String>,
}

#[derive(Union)]
pub enum SendTicketsResult {
    Changed(OrderChanged),
    OrderClosed(OrderClosed),
    InvalidInput(InvalidInput),
    TooManyAttempts(TooManyAttempts),
}

#[derive(Default)]
pub struct SendTickets;

#[Object]
impl SendTickets {
    /// Staff: sends the valid tickets of an order to a chosen contact, at most five times an hour. The order's own
    /// contact stays as it is.
    #[graphql(guard = "Can(Permission::ChangeOrders)", complexity = "20 + child_complexity")]
    async fn send_tickets(&self, ctx: &Context<'_>, input: SendTicketsInput) -> Result<SendTicketsResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let order = staff_order(app, viewer, &input.order_id).await?;
        let language = viewer.language;
        let mut form = Form::new(language);
        let email = form.email("email", input.email.as_deref());
        let phone = form.phone("phone", input.phone.as_deref());
        if form.is_good() && email.is_none() && phone.is_none() {
            form.wrong("email", "REQUIRED");
        }
        if let Some(problem) = form.problem() {
            return Ok(SendTicketsResult::InvalidInput(problem));
        }
        let bundle = Bundle::one(app.db.read(), order.id).await?.ok_or_else(error::not_found)?;
        let status = bundle.status(app.clock.now());
        if !matches!(status, OrderStatus::Paid | OrderStatus::PartlyRefunded) {
            return Ok(SendTicketsResult::OrderClosed(OrderClosed::new(language, status.into())));
        }
        if let Err(limited) = app.limits.take(MAILS, &order.id.to_string()).await {
            let limited = TooManyAttempts::new(language, limited.retry_after_seconds);
            return Ok(SendTicketsResult::TooManyAttempts(limited));
        }
        let by: Vec<&str> = [("email", email.is_some()), ("phone", phone.is_some())]
            .into_iter()
            .filter_map(|(way, chosen)| chosen.then_some(way))
            .collect();
        let to = ::entity::order::Model { email, phone, ..order.clone() };
        let tx = app.db.begin().await.map_err(Fault::from)?;
        notification::tickets_again(app, &tx, &to, &format!("sent-{}", app.ids.new())).await?;
        let change = Change::made(&json!({ "sentBy": by }));
        audit_change(app, &tx, viewer, "SEND_TICKETS", &format!("order:{}", order.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        app.jobs.wake();
        Ok(SendTicketsResult::Changed(OrderChanged { order: Order::staffs(order) }))
    }
}
