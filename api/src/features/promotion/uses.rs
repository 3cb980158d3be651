//! How often a code is in use, counted where it is used once more.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement, Value};
use uuid::Uuid;

use ::entity::order;

use crate::platform::Fault;

/// Why a code cannot be used once more.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Full {
    /// It was taken out of use.
    Ended,
    /// By everybody together.
    All,
    /// By this customer.
    Customer,
}

/// An order that is held now, or was sold, whatever became of it later.
const LIVE: &str = "EXISTS (SELECT 1 FROM order_line l WHERE l.order_id = o.id AND (l.state IN \
    ('CONFIRMED', 'ISSUED', 'USED', 'REFUNDED', 'EXCHANGED') OR (l.state = 'HELD' AND o.hold_until > $3)))";

/// Makes the order a use of the code, unless there are so many. The code's row is locked: others who use it wait for the end
/// of the transaction, so that each counts those before it.
pub async fn take_use(
    tx: &DatabaseTransaction,
    promotion: Uuid,
    order: &order::Model,
    now: DateTime<Utc>,
) -> Result<Result<(), Full>, Fault> {
    let backend = tx.get_database_backend();
    let lock = "UPDATE promotion SET touched = touched + 1 WHERE id = $1 RETURNING active, uses_limit, customer_limit";
    let row = tx.query_one_raw(Statement::from_sql_and_values(backend, lock, [promotion.into()])).await?;
    let row = row.ok_or_else(|| Fault::new("an order with a code that does not exist"))?;
    if !row.try_get::<bool>("", "active")? {
        return Ok(Err(Full::Ended));
    }
    let count = async |which: &str, more: Vec<Value>| -> Result<i64, Fault> {
        let sql =
            format!("SELECT COUNT(*) AS n FROM \"order\" o WHERE o.promotion_id = $1 AND o.id <> $2 AND {LIVE}{which}");
        let values = [promotion.into(), order.id.into(), now.into()].into_iter().chain(more);
        let found = tx.query_one_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
        Ok(found.ok_or_else(|| Fault::new("no count"))?.try_get("", "n")?)
    };
    let limit: Option<i32> = row.try_get("", "uses_limit")?;
    if let Some(limit) = limit
        && count("", Vec::new()).await? >= limit.into()
    {
        return Ok(Err(Full::All));
    }
    let limit: Option<i32> = row.try_get("", "customer_limit")?;
    if let Some(limit) = limit {
        let same = " AND (o.account_id = $4 OR o.phone = $5 OR o.email = $6)";
        let who = vec![order.account_id.into(), order.phone.clone().into(), order.email.clone().into()];
        if count(same, who).await? >= limit.into() {
            return Ok(Err(Full::Customer));
        }
    }
    Ok(Ok(()))
}
