//! What of a shift's sales and returns is not settled outside yet.

use async_graphql::SimpleObject;
use domain::refund::RefundState;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect, QueryTrait};
use uuid::Uuid;

use ::entity::{cash_operation, fiscal_receipt, message, refund};

use crate::app::App;
use crate::platform::Fault;

/// What of a shift's sales and returns is not settled outside yet. None of it holds up the desk: it is done by itself when
/// what it needs is there again.
#[derive(SimpleObject, Clone, Copy, PartialEq, Eq, Debug)]
pub struct ShiftPending {
    /// Mail and SMS of its orders that are not sent yet.
    pub messages: i32,
    /// Refunds of its orders that a gateway has not given back yet.
    pub refunds: i32,
    /// Fiscal receipts of the shift that no cash register has recorded yet, those that it has refused among them.
    pub receipts: i32,
}

pub async fn pending(app: &App, shift: Uuid) -> Result<ShiftPending, Fault> {
    let db = app.db.read();
    let orders = cash_operation::Entity::find()
        .select_only()
        .column(cash_operation::Column::OrderId)
        .filter(cash_operation::Column::ShiftId.eq(shift))
        .filter(cash_operation::Column::OrderId.is_not_null())
        .into_query();
    // Without a way out a message stays in the mailbox, and nobody waits for it.
    let ways = [("EMAIL", app.mailer.is_some()), ("SMS", app.sms.is_some())];
    let ways = ways.into_iter().filter_map(|(channel, there)| there.then_some(channel));
    let messages = message::Entity::find()
        .filter(message::Column::OrderId.in_subquery(orders.clone()))
        .filter(message::Column::State.eq("QUEUED"))
        .filter(message::Column::Channel.is_in(ways))
        .count(db)
        .await?;
    let refunds = refund::Entity::find()
        .filter(refund::Column::OrderId.in_subquery(orders))
        .filter(refund::Column::State.eq(RefundState::Pending.code()))
        .filter(refund::Column::Way.ne(domain::refund::RefundWay::Desk.code()))
        .count(db)
        .await?;
    let receipts = fiscal_receipt::Entity::find()
        .filter(fiscal_receipt::Column::ShiftId.eq(shift))
        .filter(fiscal_receipt::Column::QueuedAt.is_not_null())
        .filter(fiscal_receipt::Column::DoneAt.is_null())
        .count(db)
        .await?;
    let few = |count: u64| i32::try_from(count).unwrap_or(i32::MAX);
    Ok(ShiftPending { messages: few(messages), refunds: few(refunds), receipts: few(receipts) })
}
