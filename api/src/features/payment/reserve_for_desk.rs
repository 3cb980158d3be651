use std::sync::Arc;

use async_graphql::{Context, InputObject, Object, Result, Union};
use chrono::{DateTime, TimeDelta, Utc};
use domain::order::OrderStatus;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use ::entity::order;

use crate::app::App;
use crate::features::inventory;
use crate::features::network::Network;
use crate::features::notification::reserved;
use crate::features::order::{Bundle, Order, OrderChanged, OrderRefInput, changed, lock_changing, own_order, reread};
use crate::features::site::HOME_ZONE;
use crate::graphql::{HoldExpired, InvalidInput, OrderClosed, ZonedTime, app, error, viewer};
use crate::platform::Fault;

use super::payable::{NotPayable, payable};
use super::start_payment::hold_claims;

/// Before the first departure: who has not paid by then has no seat, and others may still buy it.
const BEFORE_DEPARTURE: TimeDelta = TimeDelta::minutes(30);
/// Orders that one phone may have reserved at a time.
const MOST_OF_A_PHONE: usize = 2;

#[derive(InputObject)]
pub struct ReserveForDeskInput {
    pub order: OrderRefInput,
}

#[derive(Union)]
pub enum ReserveForDeskResult {
    Changed(OrderChanged),
    HoldExpired(HoldExpired),
    OrderClosed(OrderClosed),
    InvalidInput(InvalidInput),
}

enum Rejection {
    NoSuchOrder,
    /// When the hold ended.
    Expired(DateTime<Utc>),
    Closed(OrderStatus),
    Invalid(&'static str),
}

#[derive(Default)]
pub struct ReserveForDesk;

#[Object]
impl ReserveForDesk {
    /// Customers of the site: pays the order later, at a desk of the station. Its seats are held as long as the station has
    /// set, and until half an hour before the first departure at the most; the number is told by mail and SMS. Asked again,
    /// it answers the same. NOT_READY_TO_PAY, ROAD_CLOSED, NOT_AT_DESK (the station does not offer it, or the trip leaves too soon),
    /// PROMOTION_BELOW and TOO_MANY_RESERVED (two orders of that phone wait already) at `order`.
    #[graphql(complexity = "20 + child_complexity")]
    async fn reserve_for_desk(&self, ctx: &Context<'_>, input: ReserveForDeskInput) -> Result<ReserveForDeskResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = own_order(app, viewer, &input.order).await?;
        let language = viewer.language;
        Ok(match reserve(app, id).await? {
            Ok(()) => {
                let order = Order::customers(reread(app, id).await?);
                ReserveForDeskResult::Changed(OrderChanged { order })
            }
            Err(Rejection::NoSuchOrder) => return Err(error::not_found()),
            Err(Rejection::Expired(at)) => ReserveForDeskResult::HoldExpired(HoldExpired::new(language, at)),
            Err(Rejection::Closed(status)) => {
                ReserveForDeskResult::OrderClosed(OrderClosed::new(language, status.into()))
            }
            Err(Rejection::Invalid(code)) => {
                ReserveForDeskResult::InvalidInput(InvalidInput::one(language, "order", code))
            }
        })
    }
}

/// Until when an order would wait for a desk if it were reserved now; `None` where it cannot, or waits already.
pub async fn offer(app: &App, row: &order::Model) -> Result<Option<ZonedTime>, Fault> {
    let now = app.clock.now();
    let Some(bundle) = Bundle::one(app.db.read(), row.id).await? else { return Ok(None) };
    if row.reserved_until.is_some() || payable(app, &bundle, false).await? != Ok(None) {
        return Ok(None);
    }
    let network = app.network.get(app).await?;
    Ok(latest(&network, row, now).map(|until| ZonedTime::new(until, HOME_ZONE)))
}

/// The end of a reservation that is made now; `None` where it would be no later than the hold's.
fn latest(network: &Network, row: &order::Model, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let until = (now + network.settings.desk_payment).min(row.first_departure_at - BEFORE_DEPARTURE);
    (row.channel == "WEB"
        && row.wallet_id.is_none()
        && !network.settings.desk_payment.is_zero()
        && until > row.hold_until)
        .then_some(until)
}

async fn reserve(app: &App, id: Uuid) -> Result<Result<(), Rejection>, Fault> {
    let now = app.clock.now();
    let network = app.network.get(app).await?;
    let tx = app.db.begin().await?;
    // From here on nobody else changes the order.
    let change = order::Entity::update_many().filter(order::Column::Id.eq(id));
    let Some(mut bundle) = lock_changing(app, &tx, change).await? else {
        return Ok(tx.give_up(Err(Rejection::NoSuchOrder)).await?);
    };
    match payable(app, &bundle, false).await? {
        Ok(None) => {}
        Ok(Some(_)) => return Ok(tx.give_up(Err(Rejection::Closed(bundle.status(now)))).await?),
        Err(NotPayable::Expired(at)) => return Ok(tx.give_up(Err(Rejection::Expired(at))).await?),
        Err(NotPayable::Closed(status)) => return Ok(tx.give_up(Err(Rejection::Closed(status))).await?),
        Err(problem) => return Ok(tx.give_up(Err(Rejection::Invalid(problem.code()))).await?),
    }
    if bundle.order.reserved_until.is_some() {
        return Ok(tx.give_up(Ok(())).await?);
    }
    let Some(until) = latest(&network, &bundle.order, now) else {
        return Ok(tx.give_up(Err(Rejection::Invalid("NOT_AT_DESK"))).await?);
    };
    if waiting_of_phone(&*tx, &bundle.order, now).await? >= MOST_OF_A_PHONE {
        return Ok(tx.give_up(Err(Rejection::Invalid("TOO_MANY_RESERVED"))).await?);
    }
    let row = order::ActiveModel {
        id: Set(id),
        hold_until: Set(until),
        hold_extended: Set(true),
        reserved_until: Set(Some(until)),
        ..Default::default()
    };
    bundle.order = order::Entity::update(row).exec(&*tx).await?;
    reserved(app, &tx, &bundle.order, bundle.total_minor(), until).await?;
    let raised = hold_claims(&tx, &bundle, until).await?;
    tx.commit().await?;
    app.jobs.wake();
    app.orders.keep(Arc::new(bundle));
    inventory::changed(app, &raised);
    changed(app, id);
    Ok(Ok(()))
}

/// Orders with the same phone that wait for a desk, unpaid.
async fn waiting_of_phone(db: &impl ConnectionTrait, of: &order::Model, now: DateTime<Utc>) -> Result<usize, Fault> {
    let Some(phone) = &of.phone else { return Ok(0) };
    let rows = order::Entity::find()
        .filter(order::Column::Phone.eq(phone))
        .filter(order::Column::ReservedUntil.gt(now))
        .filter(order::Column::Id.ne(of.id))
        .all(db)
        .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let bundles = Bundle::read(db, &ids).await?;
    Ok(bundles.values().filter(|bundle| bundle.status(now) == OrderStatus::Held).count())
}
