use domain::order::LineState;
use domain::refund_request::RequestState;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use ::entity::{order_line, refund_request};

use crate::app::App;
use crate::platform::Fault;

use super::types::lines_of;

/// Who gave tickets back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum By {
    /// By the rules: nothing is to be decided any more.
    Customer,
    /// Staff, or the office for all passengers of a trip.
    Office,
}

/// Closes the requests of an order of whose tickets none is left. The caller has locked the order and given them back.
pub async fn close_given_back(app: &App, tx: &DatabaseTransaction, order: Uuid, by: By) -> Result<(), Fault> {
    use refund_request::Column;
    let live = RequestState::ALL.into_iter().filter(|state| state.is_live()).map(RequestState::code);
    let rows = refund_request::Entity::find().filter(Column::OrderId.eq(order)).filter(Column::State.is_in(live));
    let rows = rows.all(tx).await?;
    if rows.is_empty() {
        return Ok(());
    }
    let left = order_line::Entity::find()
        .filter(order_line::Column::OrderId.eq(order))
        .filter(order_line::Column::State.eq(LineState::Issued.code()))
        .all(tx)
        .await?;
    for row in rows {
        let lines = lines_of(&row)?;
        if left.iter().any(|line| lines.contains(&line.id)) {
            continue;
        }
        let state = if by == By::Office { RequestState::Granted } else { RequestState::Withdrawn };
        let closed = refund_request::ActiveModel {
            id: Set(row.id),
            state: Set(state.code().into()),
            answered_at: Set(Some(app.clock.now())),
            ..Default::default()
        };
        refund_request::Entity::update(closed).exec(tx).await?;
    }
    Ok(())
}
