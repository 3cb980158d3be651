use domain::refund::{QuotedLine, RefundState, RefundWay, everything, spread};
use domain::settlement::Why;
use sea_orm::{DatabaseTransaction, EntityTrait};
use uuid::Uuid;

use ::entity::{order_line, payment, refund};

use crate::app::App;
use crate::features::fiscal_receipt;
use crate::features::order::{Bundle, parts_of};
use crate::features::refund_request::{By, close_given_back};
use crate::platform::Fault;

use super::SEND_REFUND;
use super::carry_out::give_back;

/// Why money goes back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// The customer gives a ticket back.
    Customer,
    /// The money came when the seats were gone or the trip had left.
    LatePayment,
    /// The order was paid before, or given up.
    PaidTwice,
    /// Less was paid than the order costs.
    WrongAmount,
    /// The trip was cancelled.
    TripCancelled,
    /// The trip has another vehicle with no seat for the passenger.
    NoSeat,
    /// The road of the trip is closed.
    RoadClosed,
    /// The trip does not stop where the passenger gets on or off.
    StopSkipped,
    /// More was paid than the order costs; the difference goes back.
    Overpaid,
    /// Tickets were exchanged for cheaper ones.
    Exchanged,
    /// A sale that should not have been made.
    Annulled,
    /// The network of terminals has taken the payment back.
    TerminalCancelled,
    /// The internal account that it was for takes it not.
    NoRoom,
}

impl From<Why> for Reason {
    fn from(why: Why) -> Self {
        match why {
            Why::PaidTwice => Reason::PaidTwice,
            Why::WrongAmount => Reason::WrongAmount,
            Why::Late => Reason::LatePayment,
        }
    }
}

impl Reason {
    pub fn code(self) -> &'static str {
        match self {
            Reason::Customer => "CUSTOMER",
            Reason::LatePayment => "LATE_PAYMENT",
            Reason::PaidTwice => "PAID_TWICE",
            Reason::WrongAmount => "WRONG_AMOUNT",
            Reason::TripCancelled => "TRIP_CANCELLED",
            Reason::NoSeat => "NO_SEAT",
            Reason::RoadClosed => "ROAD_CLOSED",
            Reason::StopSkipped => "STOP_SKIPPED",
            Reason::Overpaid => "OVERPAID",
            Reason::Exchanged => "EXCHANGED",
            Reason::Annulled => "ANNULLED",
            Reason::TerminalCancelled => "TERMINAL_CANCELLED",
            Reason::NoRoom => "NO_ROOM",
        }
    }
}

/// The payments that still hold so much of the order's money, with the share of each: one where one is enough, otherwise
/// the largest first. `None`: there is not so much.
pub fn payments_for(bundle: &Bundle, amount_minor: i64) -> Option<Vec<(&payment::Model, i64)>> {
    let promised = |payment: &payment::Model| -> i64 {
        let of_it = bundle.refunds.iter().filter(|refund| refund.payment_id == Some(payment.id));
        of_it.filter(|refund| refund.confirmed_at.is_some()).map(|refund| refund.amount_minor).sum()
    };
    let paid = bundle.payments.iter().filter(|payment| payment.paid_at.is_some());
    let held: Vec<(&payment::Model, i64)> =
        paid.map(|payment| (payment, payment.amount_minor - payment.moved_minor - promised(payment))).collect();
    let amounts: Vec<i64> = held.iter().map(|(_, left)| *left).collect();
    let shares = spread(&amounts, amount_minor)?;
    Some(shares.into_iter().map(|(n, share)| (held[n].0, share)).collect())
}

/// The rest of a refund that no one payment holds: each share goes back the way it came, unless another one is said.
/// The refunds that bring it, with their shares.
pub async fn promise_rest(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    rest: &[(&payment::Model, i64)],
    reason: &str,
    way: Option<RefundWay>,
) -> Result<Vec<(Uuid, i64)>, Fault> {
    let mut shares = Vec::with_capacity(rest.len());
    for (payment, amount_minor) in rest {
        shares.push((promise(app, tx, bundle, payment, *amount_minor, reason, way).await?, *amount_minor));
    }
    Ok(shares)
}

/// Promises money that bought nothing back to where it came from: the refund that brings it.
pub async fn promise_whole(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    payment: &payment::Model,
    amount_minor: i64,
    reason: Reason,
) -> Result<Uuid, Fault> {
    promise(app, tx, bundle, payment, amount_minor, reason.code(), None).await
}

async fn promise(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    payment: &payment::Model,
    amount_minor: i64,
    reason: &str,
    way: Option<RefundWay>,
) -> Result<Uuid, Fault> {
    let now = app.clock.now();
    let row = refund::Model {
        id: app.ids.new(),
        order_id: bundle.order.id,
        payment_id: Some(payment.id),
        state: RefundState::Pending.code().into(),
        currency: payment.currency.clone(),
        amount_minor,
        withheld_minor: 0,
        reason: reason.into(),
        lines: serde_json::Value::Array(Vec::new()),
        valid_until: now,
        created_at: now,
        confirmed_at: Some(now),
        done_at: None,
        failure_reason: None,
        way: RefundWay::chosen(&payment.method, way).code().into(),
        shift_id: None,
    };
    promise_sending(app, tx, &row).await?;
    let id = row.id;
    refund::Entity::insert(refund::ActiveModel::from(row)).exec_without_returning(tx).await?;
    Ok(id)
}

/// Promises the job that sends the money; what is paid out at a desk waits for its cashier.
pub async fn promise_sending(app: &App, tx: &DatabaseTransaction, row: &refund::Model) -> Result<(), Fault> {
    if row.way == RefundWay::Desk.code() {
        return Ok(());
    }
    let payload = serde_json::json!({ "refund": row.id });
    app.jobs.promise(tx, SEND_REFUND, &row.id.to_string(), payload, app.clock.now()).await
}

/// Lines with all that was paid for them, fees included, and the rule by which it comes back.
pub(super) fn in_full<'a>(paid: &[&'a order_line::Model], reason: Reason) -> Vec<(&'a order_line::Model, QuotedLine)> {
    let rule = match reason {
        Reason::RoadClosed => "road_closed",
        Reason::StopSkipped => "stop_skipped",
        Reason::Annulled => "annulled",
        Reason::TerminalCancelled => "terminal_cancelled",
        _ => "trip_cancelled",
    };
    paid.iter().map(|line| (*line, everything(line.id, &parts_of(line), rule))).collect()
}

/// Gives lines back for all that was paid for them, fees included, because the carrier failed or a sale is undone: they are
/// free for others at once and the money follows. The caller has locked the order and raises its version.
pub async fn return_in_full(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    paid: &[&order_line::Model],
    reason: Reason,
) -> Result<refund::Model, Fault> {
    let now = app.clock.now();
    let lines = in_full(paid, reason);
    let whole_minor = lines.iter().map(|(_, quoted)| quoted.refunded_minor).sum();
    let shares = payments_for(bundle, whole_minor).ok_or_else(|| Fault::new("a refund of more than was paid"))?;
    let payment = shares.first().map(|(payment, _)| *payment);
    let amount_minor = shares.first().map_or(0, |(_, share)| *share);
    let done = amount_minor == 0;
    let row = refund::Model {
        id: app.ids.new(),
        order_id: bundle.order.id,
        payment_id: payment.map(|payment| payment.id),
        state: if done { RefundState::Done } else { RefundState::Pending }.code().into(),
        currency: bundle.order.currency.clone(),
        amount_minor,
        withheld_minor: 0,
        reason: reason.code().into(),
        lines: serde_json::to_value(lines.iter().map(|(_, quoted)| quoted).collect::<Vec<_>>())?,
        valid_until: now,
        created_at: now,
        confirmed_at: Some(now),
        done_at: done.then_some(now),
        failure_reason: None,
        way: payment.map_or(RefundWay::Original, |payment| RefundWay::of_method(&payment.method)).code().into(),
        shift_id: None,
    };
    refund::Entity::insert(refund::ActiveModel::from(row.clone())).exec_without_returning(tx).await?;
    give_back(app, tx, bundle, &row, &lines).await?;
    close_given_back(app, tx, bundle.order.id, By::Office).await?;
    if !done {
        promise_sending(app, tx, &row).await?;
        let mut brings = vec![(row.id, amount_minor)];
        brings.extend(promise_rest(app, tx, bundle, &shares[1..], reason.code(), None).await?);
        fiscal_receipt::returned(app, tx, bundle, &lines, &brings).await?;
    }
    // What the customer is told of is the whole of it.
    Ok(refund::Model { amount_minor: whole_minor, ..row })
}
