//! What the dispatcher's changes of a trip have in common.

use async_graphql::{Error, SimpleObject, Union};
use domain::order::LineState;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use ::entity::{order, order_line};

use crate::app::App;
use crate::features::network::{forget_trip, trip_view};
use crate::features::notification::Traveller;
use crate::features::order::changed as order_changed;
use crate::graphql::{InvalidInput, error};
use crate::platform::Fault;

use super::types::Trip;

/// The trip as it is now.
#[derive(SimpleObject)]
pub struct TripChanged {
    pub trip: Trip,
    /// Mails and SMS to passengers that were written.
    pub messages: i32,
    /// Orders whose tickets are being returned.
    pub orders_returned: i32,
}

#[derive(Union)]
pub enum ChangeTripResult {
    Changed(TripChanged),
    InvalidInput(InvalidInput),
}

/// After the commit: everybody reads the trip anew, and who looks at an order with it is told.
pub async fn changed(app: &App, id: Uuid, messages: usize, returned: usize) -> Result<ChangeTripResult, Error> {
    forget_trip(app, id);
    let mut lines = lines_on(app.db.read(), id, &[LineState::Held, LineState::Issued]).await?;
    lines.dedup_by_key(|line| line.order_id);
    for line in lines {
        order_changed(app, line.order_id);
    }
    let trip = trip_view(app, id).await?.ok_or_else(error::not_found)?;
    Ok(ChangeTripResult::Changed(TripChanged {
        trip: Trip::from(trip),
        messages: i32::try_from(messages).unwrap_or(i32::MAX),
        orders_returned: i32::try_from(returned).unwrap_or(i32::MAX),
    }))
}

/// Lines on the trip in one of these states, seats and baggage.
pub async fn lines_on(
    db: &impl ConnectionTrait,
    trip: Uuid,
    states: &[LineState],
) -> Result<Vec<order_line::Model>, Fault> {
    lines_on_all(db, &[trip], states).await
}

/// The same of many trips.
pub async fn lines_on_all(
    db: &impl ConnectionTrait,
    trips: &[Uuid],
    states: &[LineState],
) -> Result<Vec<order_line::Model>, Fault> {
    use order_line::Column;
    let lines = order_line::Entity::find().filter(Column::SpaceId.is_in(trips.iter().copied()));
    let lines = lines.filter(Column::State.is_in(states.iter().map(|state| state.code())));
    Ok(lines.order_by_asc(Column::OrderId).all(db).await?)
}

/// Each order with tickets for the trip, once.
pub async fn travellers(db: &impl ConnectionTrait, trip: Uuid) -> Result<Vec<Traveller>, Fault> {
    let mut lines = lines_on(db, trip, &[LineState::Issued]).await?;
    lines.dedup_by_key(|line| line.order_id);
    let mut travellers = Vec::with_capacity(lines.len());
    for chunk in lines.chunks(400) {
        let ids = chunk.iter().map(|line| line.order_id);
        let orders = order::Entity::find().filter(order::Column::Id.is_in(ids)).all(db).await?;
        travellers.extend(orders.into_iter().filter_map(|order| {
            let line = chunk.iter().find(|line| line.order_id == order.id)?;
            Some(Traveller { order, from_call: line.from_call, to_call: line.to_call })
        }));
    }
    Ok(travellers)
}
