use domain::ledger::{self, Account, PostingKind};
use domain::money::Currency;
use domain::till::{CashKind, Operation, Refused, Tender, after};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use ::entity::{cash_operation, desk, shift};

use crate::app::App;
use crate::features::ledger::{Details, Entry, post};
use crate::platform::Fault;

/// An open shift, locked, with its desk.
pub struct AtDesk {
    pub shift: shift::Model,
    pub desk: desk::Model,
}

/// An operation that is to be written down.
pub struct Movement {
    pub id: Uuid,
    pub operation: Operation,
    pub order: Option<Uuid>,
    pub payment: Option<Uuid>,
    pub refund: Option<Uuid>,
    pub note: Option<String>,
}

impl Movement {
    /// Of cash, for nothing that was sold.
    pub fn of_cash(id: Uuid, kind: CashKind, currency: Currency, amount_minor: i64, note: Option<String>) -> Self {
        let operation = Operation { kind, tender: Tender::Cash, currency, amount_minor };
        Movement { id, operation, order: None, payment: None, refund: None, note }
    }
}

/// More cash was to be taken out than is in the till.
pub struct NotEnoughCash {
    pub currency: Currency,
    pub there_minor: i64,
}

/// The open shift of a cashier, locked against other operations by raising its version. Who needs an order too locks that
/// first.
pub async fn lock_open_shift(tx: &DatabaseTransaction, cashier: Uuid) -> Result<Option<AtDesk>, Fault> {
    use shift::Column;
    let raised = shift::Entity::update_many()
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::AccountId.eq(cashier))
        .filter(Column::ClosedAt.is_null())
        .exec_with_returning(tx)
        .await?;
    let Some(row) = raised.into_iter().next() else { return Ok(None) };
    let desk = desk::Entity::find_by_id(row.desk_id).one(tx).await?;
    Ok(Some(AtDesk { desk: desk.ok_or_else(|| Fault::new("a shift without its desk"))?, shift: row }))
}

/// Who holds money that was taken by a method, in the ledger.
pub fn holder(method: &str, desk: Uuid) -> Account {
    match Tender::of_method(method) {
        Some(Tender::Cash) => Account::Till(desk),
        _ => Account::Gateway(method.to_owned()),
    }
}

/// Writes operations down, and books those of cash that nothing was sold for.
pub async fn record(
    app: &App,
    tx: &DatabaseTransaction,
    at: &AtDesk,
    movements: Vec<Movement>,
) -> Result<Result<Vec<cash_operation::Model>, NotEnoughCash>, Fault> {
    let mut done: Vec<cash_operation::Model> = Vec::with_capacity(movements.len());
    let mut position = last_position(tx, at.shift.id).await?;
    let mut entries = Vec::new();
    for movement in movements {
        let Operation { kind, tender, currency, amount_minor } = movement.operation;
        let same = |row: &&cash_operation::Model| row.currency == currency.code();
        let before = match done.iter().rev().find(same) {
            Some(row) => row.balance_minor,
            None => balance(tx, at.shift.id, currency).await?,
        };
        let balance_minor = match after(before, &movement.operation) {
            Ok(balance) => balance,
            Err(Refused::NotEnough { there_minor }) => return Ok(Err(NotEnoughCash { currency, there_minor })),
            Err(nonsense @ Refused::Nonsense(_)) => return Err(Fault::new(nonsense.to_string())),
        };
        position += 1;
        let id = movement.id;
        if let Some(posting) = ledger::till(kind, at.desk.id, at.desk.stop_id, currency, amount_minor)? {
            entries.push(Entry {
                source: format!("cash:{id}"),
                kind: PostingKind::Cash,
                order: None,
                posting,
                more: Details::default(),
            });
        }
        done.push(cash_operation::Model {
            id,
            shift_id: at.shift.id,
            position,
            kind: kind.code().into(),
            tender: tender.code().into(),
            currency: currency.code().into(),
            amount_minor,
            balance_minor,
            order_id: movement.order,
            payment_id: movement.payment,
            refund_id: movement.refund,
            note: movement.note,
            account_id: at.shift.account_id,
            at: app.clock.now(),
        });
    }
    post(app, tx, entries).await?;
    if done.is_empty() {
        return Ok(Ok(done));
    }
    let rows = done.iter().cloned().map(cash_operation::ActiveModel::from);
    cash_operation::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(Ok(done))
}

async fn last_position(tx: &DatabaseTransaction, shift: Uuid) -> Result<i32, Fault> {
    use cash_operation::Column;
    let last: Option<Option<i32>> = cash_operation::Entity::find()
        .select_only()
        .column_as(Column::Position.max(), "last")
        .filter(Column::ShiftId.eq(shift))
        .into_tuple()
        .one(tx)
        .await?;
    Ok(last.flatten().unwrap_or(0))
}

/// Cash of a currency in the till of a shift, minor units.
async fn balance(tx: &DatabaseTransaction, shift: Uuid, currency: Currency) -> Result<i64, Fault> {
    use cash_operation::Column;
    let last = cash_operation::Entity::find()
        .filter(Column::ShiftId.eq(shift))
        .filter(Column::Currency.eq(currency.code()))
        .order_by_desc(Column::Position)
        .one(tx)
        .await?;
    Ok(last.map_or(0, |row| row.balance_minor))
}
