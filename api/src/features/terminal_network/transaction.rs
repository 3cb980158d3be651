//! Transactions of a network: whoever works on one has its row, and others wait for what comes of it.

use domain::terminal::{Outcome, TxnState};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use ::entity::terminal_payment::{self, ActiveModel, Column, Entity};

use crate::app::App;
use crate::platform::Fault;

use super::settings::Settings;

/// Decimal digits of our number of a transaction.
const NUMBER: u64 = 1_000_000_000_000_000_000;

/// What became of a transaction's row.
pub enum Begun {
    /// It is new: the caller completes it, or gives its database transaction up.
    Fresh(terminal_payment::Model),
    /// It came before.
    Known(terminal_payment::Model),
    /// Somebody works on it for longer than one can wait.
    Busy,
}

/// Takes a transaction's row, or waits for who has it. First of all in a database transaction: its order is locked after it.
pub async fn begin(app: &App, tx: &DatabaseTransaction, network: &Settings, txn: &str) -> Result<Begun, Fault> {
    let row = terminal_payment::Model {
        id: app.ids.new(),
        network_id: network.row.id,
        txn: txn.to_owned(),
        number: number(app)?,
        account: String::new(),
        sum_minor: 0,
        txn_at: None,
        state: TxnState::Refused.code().into(),
        outcome: Outcome::Technical.code().into(),
        payment_id: None,
        order_id: None,
        fee_minor: 0,
        answer: String::new(),
        cancel_answer: None,
        made_at: app.clock.now(),
        cancelled_at: None,
    };
    let inserted = Entity::insert(ActiveModel::from(row.clone()))
        .on_conflict(OnConflict::columns([Column::NetworkId, Column::Txn]).do_nothing().to_owned())
        .exec_without_returning(tx)
        .await;
    match inserted.map_err(Fault::from) {
        Ok(1) => return Ok(Begun::Fresh(row)),
        Ok(_) => {}
        Err(fault) if waited_too_long(&fault) => return Ok(Begun::Busy),
        Err(fault) => return Err(fault),
    }
    let known = Entity::find().filter(Column::NetworkId.eq(network.row.id)).filter(Column::Txn.eq(txn));
    match known.lock_exclusive().one(tx).await.map_err(Fault::from) {
        Ok(known) => Ok(Begun::Known(known.ok_or_else(|| Fault::new("a terminal's transaction vanished"))?)),
        Err(fault) if waited_too_long(&fault) => Ok(Begun::Busy),
        Err(fault) => Err(fault),
    }
}

fn waited_too_long(fault: &Fault) -> bool {
    format!("{fault:?}").contains("lock timeout")
}

/// A random number of eighteen digits: networks take up to twenty.
fn number(app: &App) -> Result<i64, Fault> {
    Ok(i64::try_from(u64::from_be_bytes(app.ids.bytes()) % NUMBER)?)
}

/// The row of a transaction as it is completed.
pub async fn complete(tx: &DatabaseTransaction, row: terminal_payment::Model) -> Result<(), Fault> {
    Entity::update(ActiveModel::from(row).reset_all()).exec(tx).await?;
    Ok(())
}

/// The order of an account.
pub async fn order_of(db: &impl sea_orm::ConnectionTrait, number: &str) -> Result<Option<Uuid>, Fault> {
    use ::entity::order;
    let order = order::Entity::find().filter(order::Column::Number.eq(number));
    Ok(order.select_only().column(order::Column::Id).into_tuple().one(db).await?)
}
