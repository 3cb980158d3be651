//! What a shift comes to: the X report while it is open, the Z report once it is closed.

use std::collections::{BTreeMap, HashMap};

use async_graphql::SimpleObject;
use domain::money::Currency;
use domain::till::{CashKind, Tender};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use ::entity::cash_operation;

use crate::graphql::Money;
use crate::platform::Fault;

/// What a shift comes to in one currency: the X report while it is open, the Z report once it is closed.
#[derive(SimpleObject, Clone, Debug)]
pub struct ShiftTotals {
    /// ISO 4217.
    pub currency: String,
    /// What the cashier began with.
    pub float: Money,
    pub sold_for_cash: Money,
    pub sold_by_card: Money,
    /// Payments taken.
    pub sale_count: i32,
    pub returned_in_cash: Money,
    pub returned_by_card: Money,
    /// Refunds paid out.
    pub return_count: i32,
    pub put_in: Money,
    pub taken_out: Money,
    /// Handed over to the station's safe.
    pub collected: Money,
    /// What was counted at the end less what should have been there: negative, where something was missing.
    pub difference: Money,
    /// Cash in the till now; nothing once the shift is closed.
    pub in_till: Money,
}

#[derive(FromQueryResult)]
struct Sum {
    shift_id: Uuid,
    kind: String,
    tender: String,
    currency: String,
    amount_minor: i64,
    count: i64,
}

/// The totals of shifts by currency, in one statement; nothing of one in which no money moved.
pub async fn totals(db: &impl ConnectionTrait, shifts: &[Uuid]) -> Result<HashMap<Uuid, Vec<ShiftTotals>>, Fault> {
    let mut by_currency: BTreeMap<(Uuid, String), Vec<Sum>> = BTreeMap::new();
    for sum in sums(db, shifts).await? {
        by_currency.entry((sum.shift_id, sum.currency.clone())).or_default().push(sum);
    }
    let mut totals: HashMap<Uuid, Vec<ShiftTotals>> = HashMap::new();
    for ((shift, currency), sums) in &by_currency {
        totals.entry(*shift).or_default().push(of_currency(currency, sums));
    }
    Ok(totals)
}

fn of_currency(currency: &str, sums: &[Sum]) -> ShiftTotals {
    let found = |kind: CashKind, tender: Option<Tender>| {
        let same = move |sum: &&Sum| sum.kind == kind.code() && tender.is_none_or(|tender| sum.tender == tender.code());
        sums.iter().filter(same)
    };
    let amount = |kind, tender| found(kind, tender).map(|sum| sum.amount_minor).sum::<i64>();
    let count = |kind| i32::try_from(found(kind, None).map(|sum| sum.count).sum::<i64>()).unwrap_or(i32::MAX);
    let money = |minor: i64| Money::of(minor, currency);
    let cash = sums.iter().filter(|sum| sum.tender == Tender::Cash.code());
    ShiftTotals {
        currency: currency.to_owned(),
        float: money(amount(CashKind::Float, None)),
        sold_for_cash: money(amount(CashKind::Sale, Some(Tender::Cash))),
        sold_by_card: money(amount(CashKind::Sale, Some(Tender::Card))),
        sale_count: count(CashKind::Sale),
        returned_in_cash: money(-amount(CashKind::Return, Some(Tender::Cash))),
        returned_by_card: money(-amount(CashKind::Return, Some(Tender::Card))),
        return_count: count(CashKind::Return),
        put_in: money(amount(CashKind::In, None)),
        taken_out: money(-amount(CashKind::Out, None)),
        collected: money(-amount(CashKind::Collection, None)),
        difference: money(amount(CashKind::Difference, None)),
        in_till: money(cash.map(|sum| sum.amount_minor).sum()),
    }
}

async fn sums(db: &impl ConnectionTrait, shifts: &[Uuid]) -> Result<Vec<Sum>, Fault> {
    use cash_operation::Column;
    let sums = cash_operation::Entity::find()
        .select_only()
        .columns([Column::ShiftId, Column::Kind, Column::Tender, Column::Currency])
        .column_as(Expr::col(Column::AmountMinor).sum().cast_as("BIGINT"), "amount_minor")
        .column_as(Column::Id.count(), "count")
        .filter(Column::ShiftId.is_in(shifts.iter().copied()))
        .group_by(Column::ShiftId)
        .group_by(Column::Kind)
        .group_by(Column::Tender)
        .group_by(Column::Currency)
        .order_by_asc(Column::Currency);
    Ok(sums.into_model::<Sum>().all(db).await?)
}

/// The cash that should be in a till, by currency, minor units.
pub async fn balances(db: &impl ConnectionTrait, shift: Uuid) -> Result<BTreeMap<Currency, i64>, Fault> {
    let mut there = BTreeMap::new();
    for sum in sums(db, &[shift]).await?.into_iter().filter(|sum| sum.tender == Tender::Cash.code()) {
        *there.entry(Currency::parse(&sum.currency)?).or_insert(0) += sum.amount_minor;
    }
    Ok(there)
}
