use async_graphql::{Context, ID, InputObject, Object, Result, Union};
use domain::order::OrderStatus;
use sea_orm::{EntityTrait, Set};
use uuid::Uuid;

use ::entity::{order, order_passenger};

use crate::app::App;
use crate::features::inventory;
use crate::graphql::{Gid, HoldExpired, InvalidInput, Kind, OrderClosed, app, error, viewer};
use crate::platform::Fault;

use super::access::{OrderRefInput, find_order};
use super::bundle::{let_go, lock_order};
use super::release_order::OrderChanged;
use super::types::Order;

/// Takes one passenger out of a held order.
#[derive(InputObject)]
pub struct DropPassengerInput {
    pub order: OrderRefInput,
    pub passenger_id: ID,
}

#[derive(Union)]
pub enum DropPassengerResult {
    Changed(OrderChanged),
    HoldExpired(HoldExpired),
    OrderClosed(OrderClosed),
    InvalidInput(InvalidInput),
}

enum Rejection {
    Expired,
    Closed(OrderStatus),
    LastOne,
    LapsWithoutAdult,
}

#[derive(Default)]
pub struct DropPassenger;

#[Object]
impl DropPassenger {
    /// Takes a passenger out of a held order; the seats are free for others at once. The last one cannot be taken out:
    /// give the order up instead.
    async fn drop_passenger(&self, ctx: &Context<'_>, input: DropPassengerInput) -> Result<DropPassengerResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let order = find_order(app, viewer, &input.order).await?;
        let passenger = Gid::find(Kind::Passenger, &input.passenger_id)?;
        let language = viewer.language;
        let Some(outcome) = drop_passenger(app, order.id, passenger).await? else { return Err(error::not_found()) };
        let invalid = |code| DropPassengerResult::InvalidInput(InvalidInput::one(language, "passengerId", code));
        Ok(match outcome {
            Ok(row) => DropPassengerResult::Changed(OrderChanged { order: Order::customers(row) }),
            Err(Rejection::Expired) => DropPassengerResult::HoldExpired(HoldExpired::new(language, order.hold_until)),
            Err(Rejection::Closed(status)) => {
                DropPassengerResult::OrderClosed(OrderClosed::new(language, status.into()))
            }
            Err(Rejection::LastOne) => invalid("LAST_PASSENGER"),
            Err(Rejection::LapsWithoutAdult) => invalid("LAPS_PER_ADULT"),
        })
    }
}

/// `None`: the order has no such passenger.
async fn drop_passenger(
    app: &App,
    id: Uuid,
    passenger: Uuid,
) -> Result<Option<Result<order::Model, Rejection>>, Fault> {
    let tx = app.db.begin().await?;
    let bundle = lock_order(&tx, id).await?.ok_or_else(|| Fault::new("an order vanished"))?;
    if !bundle.passengers.iter().any(|row| row.id == passenger) {
        return Ok(tx.give_up(None).await?);
    }
    match bundle.status(app.clock.now()) {
        OrderStatus::Held => {}
        OrderStatus::Expired => return Ok(tx.give_up(Some(Err(Rejection::Expired))).await?),
        status => return Ok(tx.give_up(Some(Err(Rejection::Closed(status)))).await?),
    }
    let stay: Vec<_> = bundle.present_passengers().filter(|row| row.id != passenger).collect();
    if stay.is_empty() {
        return Ok(tx.give_up(Some(Err(Rejection::LastOne))).await?);
    }
    let has_seat = |id: Uuid| bundle.lines.iter().any(|line| line.passenger_id == id && line.seat.is_some());
    let laps = stay.iter().filter(|row| !has_seat(row.id)).count();
    let adults = stay.iter().filter(|row| has_seat(row.id) && !row.category.starts_with("CHILD")).count();
    if laps > adults {
        return Ok(tx.give_up(Some(Err(Rejection::LapsWithoutAdult))).await?);
    }
    let lines: Vec<_> = bundle.lines.iter().filter(|line| line.passenger_id == passenger).collect();
    let ids: Vec<Uuid> = lines.iter().map(|line| line.id).collect();
    let_go(&tx, &ids).await?;
    let dropped = order_passenger::ActiveModel {
        id: Set(passenger),
        dropped_at: Set(Some(app.clock.now())),
        ..Default::default()
    };
    order_passenger::Entity::update(dropped).exec(&tx).await?;
    let row = order::ActiveModel { id: Set(id), version: Set(bundle.order.version + 1), ..Default::default() };
    let order = order::Entity::update(row).exec(&tx).await?;
    let raised = inventory::bump(&tx, lines.iter().map(|line| line.space_id).collect()).await?;
    tx.commit().await?;
    inventory::changed(app, &raised);
    super::changed(app, id);
    Ok(Some(Ok(order)))
}
