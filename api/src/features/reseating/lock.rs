use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use ::entity::{order_line, trip};

use crate::features::order::raise_versions;
use crate::platform::Fault;

use super::seating::Seating;

/// Trips, and everybody who has, holds or held something on them: until the end of the transaction nobody else changes it.
pub struct Locked {
    /// By id.
    pub trips: Vec<trip::Model>,
    pub seating: Seating,
}

/// Locks trips with their orders, whose versions it raises; `None`: a sale came in between, begin a new transaction.
pub async fn lock(tx: &DatabaseTransaction, trips: &[Uuid]) -> Result<Option<Locked>, Fault> {
    // Orders before trips, as sales do.
    let before = orders_on(tx, trips).await?;
    for chunk in before.chunks(400) {
        raise_versions(tx, chunk).await?;
    }
    let rows = trip::Entity::find().filter(trip::Column::Id.is_in(trips.iter().copied()));
    let rows = rows.order_by_asc(trip::Column::Id).lock_exclusive().all(tx).await?;
    // Nobody commits a sale on these trips from here on.
    let after = orders_on(tx, trips).await?;
    if after.iter().any(|order| before.binary_search(order).is_err()) {
        return Ok(None);
    }
    Ok(Some(Locked { trips: rows, seating: Seating::of_orders(tx, &after).await? }))
}

/// Orders with lines on these trips that are more than a memory: money that comes late revives what has expired.
pub(super) async fn orders_on(db: &impl ConnectionTrait, trips: &[Uuid]) -> Result<Vec<Uuid>, Fault> {
    let lines = order_line::Entity::find()
        .select_only()
        .column(order_line::Column::OrderId)
        .distinct()
        .filter(order_line::Column::SpaceId.is_in(trips.iter().copied()))
        .filter(order_line::Column::State.is_in(["HELD", "CONFIRMED", "ISSUED", "USED", "EXPIRED"]));
    let mut orders: Vec<Uuid> = lines.into_tuple().all(db).await?;
    orders.sort_unstable();
    Ok(orders)
}
