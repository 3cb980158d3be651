use domain::ledger::{self, Account, PostingKind};
use domain::money::Currency;
use domain::order::OrderStatus;
use domain::refund::{RefundState, RefundWay};
use domain::terminal::{CancelFacts, may_cancel};
use sea_orm::{DatabaseTransaction, EntityTrait, Set};
use uuid::Uuid;

use ::entity::{order_line, payment, refund};

use crate::app::App;
use crate::features::exchange::used_lines;
use crate::features::fiscal_receipt;
use crate::features::inventory::{self, Raised};
use crate::features::ledger::{Details, Entry, post};
use crate::features::order::Bundle;
use crate::features::{notification, wallet};
use crate::platform::Fault;

use super::carry_out::{give_back, raise_version};
use super::promise::{Reason, in_full};

/// A payment that was taken back.
pub struct Undone {
    order: Uuid,
    raised: Vec<Raised>,
}

/// Takes a payment back whole because who took the money gives it back: tickets are void, seats free, the money and what was
/// charged for it are with the customer. `None`: something has come of it that cannot be undone. The caller has locked the
/// order.
pub async fn undo_payment(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    payment: Uuid,
    holder: Account,
    fee_minor: i64,
) -> Result<Option<Undone>, Fault> {
    let now = app.clock.now();
    let payment = bundle.payments.iter().find(|row| row.id == payment);
    let payment = payment.ok_or_else(|| Fault::new("a payment left its order"))?;
    if bundle.order.wallet_id.is_some() {
        return undo_top_up(app, tx, bundle, payment, holder, fee_minor).await;
    }
    let sold: Vec<&order_line::Model> = bundle.counted_lines().collect();
    let ids: Vec<Uuid> = sold.iter().map(|line| line.id).collect();
    let change: Vec<&refund::Model> = bundle.refunds.iter().filter(|row| is_change(row, payment)).collect();
    let change_minor: i64 = change.iter().map(|row| row.amount_minor).sum();
    let price_minor: i64 = sold.iter().map(|line| line.price_minor).sum();
    let promised = bundle.refunds.iter().filter(|row| row.confirmed_at.is_some()).count();
    let paid_otherwise = bundle.payments.iter().any(|row| row.id != payment.id && row.paid_at.is_some());
    let facts = CancelFacts {
        used: !used_lines(app, tx, bundle, &ids).await?.is_empty(),
        refunded: promised > change.len() || payment.refunded_minor > 0,
        entangled: bundle.status(now) != OrderStatus::Paid
            || bundle.waiting_exchange(now).is_some()
            || paid_otherwise
            || payment.moved_minor > 0
            || price_minor + change_minor != payment.amount_minor,
    };
    if !may_cancel(facts) {
        return Ok(None);
    }
    let lines = in_full(&sold, Reason::TerminalCancelled);
    let quoted = serde_json::to_value(lines.iter().map(|(_, quoted)| quoted).collect::<Vec<_>>())?;
    let row = undone(app, bundle, payment, price_minor, quoted);
    refund::Entity::insert(refund::ActiveModel::from(row.clone())).exec_without_returning(tx).await?;
    give_back(app, tx, bundle, &row, &lines).await?;
    fiscal_receipt::returned(app, tx, bundle, &lines, &[(row.id, price_minor)]).await?;
    fiscal_receipt::money_back(app, tx, &[row.id], None, None).await?;
    for waiting in &change {
        let gone = refund::ActiveModel {
            id: Set(waiting.id),
            state: Set(RefundState::Done.code().into()),
            way: Set(RefundWay::Original.code().into()),
            done_at: Set(Some(now)),
            ..Default::default()
        };
        refund::Entity::update(gone).exec(tx).await?;
    }
    let gone: Vec<&refund::Model> = change.iter().copied().chain([&row]).collect();
    let entries = booked_back(bundle, payment, &gone, holder, fee_minor)?;
    if !post(app, tx, entries).await? {
        return Err(Fault::new("a payment was taken back before"));
    }
    finish(tx, bundle, payment).await?;
    notification::payment_undone(app, tx, &bundle.order, payment).await?;
    let raised = inventory::bump(tx, sold.iter().map(|line| line.space_id).collect()).await?;
    Ok(Some(Undone { order: bundle.order.id, raised }))
}

/// Takes a top-up back while the money is on the account.
async fn undo_top_up(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    payment: &payment::Model,
    holder: Account,
    fee_minor: i64,
) -> Result<Option<Undone>, Fault> {
    let row = undone(app, bundle, payment, payment.amount_minor, serde_json::json!([]));
    if bundle.order.topped_up_at.is_none() || payment.refunded_minor > 0 {
        return Ok(None);
    }
    let Some(taken) = wallet::undo(app, tx, bundle, payment, row.id).await? else { return Ok(None) };
    refund::Entity::insert(refund::ActiveModel::from(row.clone())).exec_without_returning(tx).await?;
    let mut entries = vec![taken];
    entries.extend(booked_back(bundle, payment, &[&row], holder, fee_minor)?);
    if !post(app, tx, entries).await? {
        return Err(Fault::new("a payment was taken back before"));
    }
    fiscal_receipt::top_up_undone(app, tx, bundle, &row).await?;
    finish(tx, bundle, payment).await?;
    Ok(Some(Undone { order: bundle.order.id, raised: Vec::new() }))
}

/// The refund that stands for a payment taken back.
fn undone(
    app: &App,
    bundle: &Bundle,
    payment: &payment::Model,
    amount_minor: i64,
    lines: serde_json::Value,
) -> refund::Model {
    let now = app.clock.now();
    refund::Model {
        id: app.ids.new(),
        order_id: bundle.order.id,
        payment_id: Some(payment.id),
        state: RefundState::Done.code().into(),
        currency: payment.currency.clone(),
        amount_minor,
        withheld_minor: 0,
        reason: Reason::TerminalCancelled.code().into(),
        lines,
        valid_until: now,
        created_at: now,
        confirmed_at: Some(now),
        done_at: Some(now),
        failure_reason: None,
        way: RefundWay::Original.code().into(),
        shift_id: None,
    }
}

/// The money of refunds is with who had taken the payment, and so is what was charged for it.
fn booked_back(
    bundle: &Bundle,
    payment: &payment::Model,
    refunds: &[&refund::Model],
    holder: Account,
    fee_minor: i64,
) -> Result<Vec<Entry>, Fault> {
    let currency = Currency::parse(&payment.currency)?;
    let mut entries = Vec::new();
    for gone in refunds {
        entries.push(Entry {
            source: format!("money-back:{}", gone.id),
            kind: PostingKind::MoneyBack,
            order: Some(bundle.order.id),
            posting: ledger::money_back(holder.clone(), currency, gone.amount_minor)?,
            more: Details::default(),
        });
    }
    entries.push(Entry {
        source: format!("fee-back:{}", payment.id),
        kind: PostingKind::FeeBack,
        order: Some(bundle.order.id),
        posting: ledger::fee_back(holder, currency, fee_minor)?,
        more: Details::default(),
    });
    Ok(entries)
}

/// All of the payment has gone back, and the order has changed.
async fn finish(tx: &DatabaseTransaction, bundle: &Bundle, payment: &payment::Model) -> Result<(), Fault> {
    let back = payment.amount_minor;
    let refunded = payment::ActiveModel { id: Set(payment.id), refunded_minor: Set(back), ..Default::default() };
    payment::Entity::update(refunded).exec(tx).await?;
    raise_version(tx, bundle).await
}

/// What was paid too much and waits at a desk: it goes back with the rest.
fn is_change(row: &refund::Model, payment: &payment::Model) -> bool {
    row.payment_id == Some(payment.id)
        && row.reason == Reason::Overpaid.code()
        && row.state == RefundState::Pending.code()
        && row.way == RefundWay::Desk.code()
}

/// Tells those who look on, once it is committed.
pub fn tell_undone(app: &App, undone: &Undone) {
    app.jobs.wake();
    inventory::changed(app, &undone.raised);
    crate::features::order::changed(app, undone.order);
}
