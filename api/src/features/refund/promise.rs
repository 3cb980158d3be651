use domain::refund::RefundState;
use domain::settlement::Why;
use sea_orm::{DatabaseTransaction, EntityTrait};

use ::entity::{payment, refund};

use crate::app::App;
use crate::features::order::Bundle;
use crate::platform::Fault;

use super::SEND_REFUND;

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
    /// More was paid than the order costs; the difference goes back.
    Overpaid,
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
            Reason::Overpaid => "OVERPAID",
        }
    }
}

/// The payment that still holds so much of the order's money.
pub fn payment_for(bundle: &Bundle, amount_minor: i64) -> Option<&payment::Model> {
    let promised = |payment: &payment::Model| -> i64 {
        let of_it = bundle.refunds.iter().filter(|refund| refund.payment_id == Some(payment.id));
        of_it.filter(|refund| refund.confirmed_at.is_some()).map(|refund| refund.amount_minor).sum()
    };
    bundle
        .payments
        .iter()
        .filter(|payment| payment.paid_at.is_some())
        .find(|payment| payment.amount_minor - promised(payment) >= amount_minor)
}

/// Promises money that bought nothing back to where it came from.
pub async fn promise_whole(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    payment: &payment::Model,
    amount_minor: i64,
    reason: Reason,
) -> Result<(), Fault> {
    let now = app.clock.now();
    let row = refund::Model {
        id: app.ids.new(),
        order_id: bundle.order.id,
        payment_id: Some(payment.id),
        state: RefundState::Pending.code().into(),
        currency: payment.currency.clone(),
        amount_minor,
        withheld_minor: 0,
        reason: reason.code().into(),
        lines: serde_json::Value::Array(Vec::new()),
        valid_until: now,
        created_at: now,
        confirmed_at: Some(now),
        done_at: None,
        failure_reason: None,
    };
    promise_sending(app, tx, &row).await?;
    refund::Entity::insert(refund::ActiveModel::from(row)).exec_without_returning(tx).await?;
    Ok(())
}

/// Promises the job that sends the money.
pub async fn promise_sending(app: &App, tx: &DatabaseTransaction, row: &refund::Model) -> Result<(), Fault> {
    let payload = serde_json::json!({ "refund": row.id });
    app.jobs.promise(tx, SEND_REFUND, &row.id.to_string(), payload, app.clock.now()).await
}
