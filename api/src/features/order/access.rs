//! Who may see and change an order: its secret's holder, its signed-in owner, staff with the right.

use async_graphql::{Error, ID, InputObject};
use chrono::TimeDelta;
use sea_orm::EntityTrait;
use uuid::Uuid;

use crate::app::App;
use crate::graphql::{Gid, Kind, Permission, Viewer, error};
use crate::platform::limit::{Limited, Quota};

/// Wrong secrets for one order from one address.
const GUESSES: Quota = Quota { name: "order-secret", count: 10, per: TimeDelta::minutes(15) };

/// Names an order.
#[derive(InputObject, Clone, Debug)]
pub struct OrderRefInput {
    pub id: ID,
    /// From the order's link; not needed by its signed-in owner.
    pub secret: Option<String>,
}

/// Proof that the viewer may see the order, and how.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    /// Holds the secret or owns the order: may do all a customer may.
    Customer,
    /// Sees it by right; each reading is in the audit log.
    Staff,
}

/// The order, if the viewer may act on it as its customer, or for one who stands at the desk; anybody else's is NOT_FOUND.
pub async fn find_order(app: &App, viewer: &Viewer, asked: &OrderRefInput) -> Result<::entity::order::Model, Error> {
    let id = Gid::find(Kind::Order, &asked.id)?;
    let order =
        ::entity::order::Entity::find_by_id(id).one(app.db.read()).await.map_err(crate::platform::Fault::from)?;
    let order = order.ok_or_else(error::not_found)?;
    match may_see(app, viewer, &order, asked.secret.as_deref()).await? {
        Access::Customer => Ok(order),
        Access::Staff if order.channel == "DESK" && viewer.can(Permission::SellAtDesk) => Ok(order),
        Access::Staff => Err(error::not_found()),
    }
}

/// The order whose tickets are to be given back, by its customer or by staff who may return tickets.
pub async fn find_returned(
    app: &App,
    viewer: &Viewer,
    asked: &OrderRefInput,
) -> Result<(::entity::order::Model, Access), Error> {
    let id = Gid::find(Kind::Order, &asked.id)?;
    let order = ::entity::order::Entity::find_by_id(id).one(app.db.read()).await;
    let order = order.map_err(crate::platform::Fault::from)?.ok_or_else(error::not_found)?;
    match may_see(app, viewer, &order, asked.secret.as_deref()).await? {
        Access::Staff if !viewer.can(Permission::ReturnTickets) => Err(error::not_found()),
        access => Ok((order, access)),
    }
}

/// The id of an order that the viewer may act on as its customer. Who shows the right secret is believed without
/// reading the order, which its use case then locks and reads anyway.
pub async fn own_order(app: &App, viewer: &Viewer, asked: &OrderRefInput) -> Result<Uuid, Error> {
    let id = Gid::find(Kind::Order, &asked.id)?;
    match asked.secret.as_deref().filter(|_| viewer.session.is_none()) {
        Some(secret) if secret_is_right(app, viewer, id, secret).await? => Ok(id),
        Some(_) => Err(error::not_found()),
        None => Ok(find_order(app, viewer, asked).await?.id),
    }
}

/// The order for staff who work on it by right of the field's guard; NOT_FOUND for who is tied to one carrier.
pub async fn staff_order(app: &App, viewer: &Viewer, id: &ID) -> Result<::entity::order::Model, Error> {
    let id = Gid::find(Kind::Order, id)?;
    if viewer.only_carrier().is_some() {
        return Err(error::not_found());
    }
    let order = ::entity::order::Entity::find_by_id(id).one(app.db.read()).await;
    order.map_err(crate::platform::Fault::from)?.ok_or_else(error::not_found)
}

async fn secret_is_right(app: &App, viewer: &Viewer, order: Uuid, secret: &str) -> Result<bool, Error> {
    let guess = guess_secret(app, &viewer.address, order, secret).await;
    guess.map_err(|limited| error::rate_limited(limited.retry_after_seconds))
}

/// The order was made for this address, which is told its secret.
pub fn secret_given(app: &App, address: &str, order: Uuid) {
    app.limits.was_given(GUESSES, &format!("{address} {order}"));
}

/// Whether it is the order's secret, unless too many wrong ones were shown for the order from this address.
pub async fn guess_secret(app: &App, address: &str, order: Uuid, secret: &str) -> Result<bool, Limited> {
    let key = format!("{address} {order}");
    app.limits.guess(GUESSES, &key, || app.secrets.order_secret_matches(order, secret)).await
}

/// How the viewer may see the order; NOT_FOUND where not at all, RATE_LIMITED after too many wrong secrets.
pub async fn may_see(
    app: &App,
    viewer: &Viewer,
    order: &::entity::order::Model,
    secret: Option<&str>,
) -> Result<Access, Error> {
    if order.account_id.is_some() && order.account_id == viewer.account_id() {
        return Ok(Access::Customer);
    }
    if let Some(secret) = secret
        && secret_is_right(app, viewer, order.id, secret).await?
    {
        return Ok(Access::Customer);
    }
    if viewer.can(Permission::ViewOrders) && viewer.only_carrier().is_none() {
        return Ok(Access::Staff);
    }
    Err(error::not_found())
}
