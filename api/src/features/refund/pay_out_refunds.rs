use std::collections::HashMap;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use domain::ledger::{self, PostingKind};
use domain::money::Currency;
use domain::refund::{RefundState, RefundWay};
use domain::till::{CashKind, Operation, Tender};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use serde_json::json;
use uuid::Uuid;

use ::entity::{cash_operation, payment, refund};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::fiscal_receipt;
use crate::features::ledger::{Details, Entry, post};
use crate::features::order::{Bundle, Order, key_is_good, lock_order, staff_order};
use crate::features::shift::{
    self, AtDesk, CashOperation, Movement, NotEnoughCash, holder, lock_open_shift, record, tell_short,
};
use crate::graphql::{Can, Form, IdempotencyConflict, InvalidInput, Permission, ShiftNeeded, Viewer, app, viewer};
use crate::i18n::money;
use crate::platform::idempotency::{self, Begun};
use crate::platform::{Fault, secrets};

use super::carry_out::raise_version;

const OPERATION: &str = "payOutRefunds";

#[derive(InputObject, Clone, Debug)]
pub struct PayOutRefundsInput {
    pub order_id: ID,
    /// How the customer gets it.
    pub tender: shift::Tender,
    /// Made by the client once for each attempt, 16 to 64 characters.
    pub idempotency_key: String,
}

/// The money is with the customer.
#[derive(SimpleObject)]
pub struct RefundsPaidOut {
    pub operations: Vec<CashOperation>,
    pub order: Order,
}

#[derive(Union)]
pub enum PayOutRefundsResult {
    PaidOut(RefundsPaidOut),
    InvalidInput(InvalidInput),
    ShiftNeeded(ShiftNeeded),
    IdempotencyConflict(IdempotencyConflict),
}

enum Rejection {
    Invalid(InvalidInput),
    NoShift,
    Conflict,
}

#[derive(Default)]
pub struct PayOutRefunds;

#[Object]
impl PayOutRefunds {
    /// Cashiers: pays out by hand, from one's open shift, all that an order is to give back at a desk, and all that could
    /// not go back the way it came: in cash all of it, by card what was not paid in cash. NOTHING_TO_PAY_OUT at
    /// `orderId`: there is nothing of the kind; NOT_PAID_BY_CARD at `tender`: all of it was paid in cash; NOT_ENOUGH_CASH at
    /// `tender`: there is less in the till.
    #[graphql(guard = "Can(Permission::SellAtDesk)", complexity = "30 + child_complexity")]
    async fn pay_out_refunds(&self, ctx: &Context<'_>, input: PayOutRefundsInput) -> Result<PayOutRefundsResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let order = staff_order(app, viewer, &input.order_id).await?.id;
        if !key_is_good(&input.idempotency_key) {
            let problem = InvalidInput::one(viewer.language, "idempotencyKey", "KEY_FORM");
            return Ok(PayOutRefundsResult::InvalidInput(problem));
        }
        let outcome = loop {
            match pay_out(app, viewer, order, &input).await {
                Err(fault) if fault.is_transient() => {}
                outcome => break outcome?,
            }
        };
        Ok(match outcome {
            Ok(refunds) => {
                let rows = cash_operation::Entity::find().filter(cash_operation::Column::RefundId.is_in(refunds));
                let rows = rows.all(app.db.read()).await.map_err(Fault::from)?;
                PayOutRefundsResult::PaidOut(RefundsPaidOut {
                    operations: rows.into_iter().map(CashOperation::from).collect(),
                    order: Order::for_staff(crate::features::order::reread(app, order).await?),
                })
            }
            Err(Rejection::Invalid(problem)) => PayOutRefundsResult::InvalidInput(problem),
            Err(Rejection::NoShift) => PayOutRefundsResult::ShiftNeeded(ShiftNeeded::new(viewer.language)),
            Err(Rejection::Conflict) => {
                PayOutRefundsResult::IdempotencyConflict(IdempotencyConflict::new(viewer.language))
            }
        })
    }
}

/// Money that an order is to give back by hand.
pub fn waits_at_desk(row: &refund::Model) -> bool {
    let state = RefundState::parse(&row.state);
    state == Some(RefundState::Failed) || state == Some(RefundState::Pending) && row.way == RefundWay::Desk.code()
}

/// Whether a refund may go to a card: cash that was taken would leave the till's books by the bank.
pub fn may_go_to_card(bundle: &Bundle, row: &refund::Model) -> bool {
    let of = bundle.payments.iter().find(|payment| Some(payment.id) == row.payment_id);
    of.is_some_and(|payment| Tender::of_method(&payment.method) != Some(Tender::Cash))
}

async fn pay_out(
    app: &App,
    viewer: &Viewer,
    order: Uuid,
    input: &PayOutRefundsInput,
) -> Result<Result<Vec<Uuid>, Rejection>, Fault> {
    let now = app.clock.now();
    let cashier = viewer.account_id().ok_or_else(|| Fault::new("money is paid out by nobody"))?;
    let fingerprint = secrets::fingerprint(format!("{cashier} {order} {:?}", input.tender).as_bytes());
    let tx = app.db.begin().await?;
    let bundle = lock_order(&tx, order).await?.ok_or_else(|| Fault::new("an order vanished"))?;
    let mut waiting: Vec<&refund::Model> = bundle.refunds.iter().filter(|row| waits_at_desk(row)).collect();
    let any = !waiting.is_empty();
    if input.tender == shift::Tender::Card {
        waiting.retain(|row| may_go_to_card(&bundle, row));
    }
    let ids: Vec<Uuid> = waiting.iter().map(|row| row.id).collect();
    match idempotency::begin(&tx, OPERATION, &input.idempotency_key, &fingerprint, json!(ids), now).await? {
        Begun::Fresh => {}
        Begun::Repeated(answer) => return Ok(tx.give_up(Ok(serde_json::from_value(answer)?)).await?),
        Begun::Conflict => return Ok(tx.give_up(Err(Rejection::Conflict)).await?),
    }
    if waiting.is_empty() {
        let (path, code) = if any { ("tender", "NOT_PAID_BY_CARD") } else { ("orderId", "NOTHING_TO_PAY_OUT") };
        let problem = InvalidInput::one(viewer.language, path, code);
        return Ok(tx.give_up(Err(Rejection::Invalid(problem))).await?);
    }
    let Some(at) = lock_open_shift(&tx, cashier).await? else {
        return Ok(tx.give_up(Err(Rejection::NoShift)).await?);
    };
    let tender = input.tender.into();
    if let Err(short) = hand_over(app, &tx, &at, &bundle, &waiting, tender).await? {
        let mut form = Form::new(viewer.language);
        tell_short(&mut form, "tender", &short);
        return Ok(tx.give_up(Err(Rejection::Invalid(form.told()))).await?);
    }
    raise_version(&tx, &bundle).await?;
    let whole: i64 = waiting.iter().map(|row| row.amount_minor).sum();
    let facts = json!({ "paidOut": money(viewer.language, whole, &bundle.order.currency), "tender": tender.code() });
    audit_change(app, &tx, viewer, "PAY_OUT_REFUNDS", &format!("order:{order}"), Change::made(&facts)).await?;
    tx.commit().await?;
    crate::features::order::changed(app, order);
    Ok(Ok(ids))
}

/// Gives the money of refunds to the customer at the desk: the till's operations, the refunds, the ledger and what is known
/// of the payments.
pub(super) async fn hand_over(
    app: &App,
    tx: &DatabaseTransaction,
    at: &AtDesk,
    bundle: &Bundle,
    waiting: &[&refund::Model],
    tender: Tender,
) -> Result<Result<(), NotEnoughCash>, Fault> {
    let (now, order) = (app.clock.now(), bundle.order.id);
    let movements = waiting.iter().map(|row| {
        let operation = Operation {
            kind: CashKind::Return,
            tender,
            currency: Currency::parse(&row.currency)?,
            amount_minor: -row.amount_minor,
        };
        let id = app.ids.new();
        Ok(Movement { id, operation, order: Some(order), payment: row.payment_id, refund: Some(row.id), note: None })
    });
    let movements = movements.collect::<Result<Vec<_>, domain::money::BadCurrency>>()?;
    if let Err(short) = record(app, tx, at, movements).await? {
        return Ok(Err(short));
    }
    let holder = holder(tender.method(), at.desk.id);
    for row in waiting {
        let paid = refund::ActiveModel {
            id: Set(row.id),
            state: Set(RefundState::Done.code().into()),
            way: Set(RefundWay::Desk.code().into()),
            shift_id: Set(Some(at.shift.id)),
            done_at: Set(Some(now)),
            ..Default::default()
        };
        refund::Entity::update(paid).exec(tx).await?;
        let entry = Entry {
            source: format!("money-back:{}", row.id),
            kind: PostingKind::MoneyBack,
            order: Some(order),
            posting: ledger::money_back(holder.clone(), Currency::parse(&row.currency)?, row.amount_minor)?,
            more: Details::default(),
        };
        if !post(app, tx, [entry]).await? {
            return Err(Fault::new("a refund was booked before it was paid out"));
        }
    }
    note_on_payments(tx, bundle, waiting).await?;
    let ids: Vec<Uuid> = waiting.iter().map(|row| row.id).collect();
    fiscal_receipt::money_back(app, tx, &ids, Some(tender), Some(at.shift.id)).await?;
    Ok(Ok(()))
}

/// What of the order's payments has gone back.
async fn note_on_payments(tx: &DatabaseTransaction, bundle: &Bundle, paid_out: &[&refund::Model]) -> Result<(), Fault> {
    let mut back: HashMap<Uuid, i64> = HashMap::new();
    for row in paid_out {
        let payment = row.payment_id.ok_or_else(|| Fault::new("a refund without its payment"))?;
        *back.entry(payment).or_default() += row.amount_minor;
    }
    for payment in &bundle.payments {
        if let Some(back) = back.get(&payment.id) {
            let refunded = payment::ActiveModel {
                id: Set(payment.id),
                refunded_minor: Set(payment.refunded_minor + back),
                ..Default::default()
            };
            payment::Entity::update(refunded).exec(tx).await?;
        }
    }
    Ok(())
}
