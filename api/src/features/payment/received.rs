use domain::payment::PaymentState;
use uuid::Uuid;

use ::entity::payment;

use crate::app::App;

/// A payment whose money is here already: at a desk, from an account, by a terminal or a bank. What else is known of it the
/// caller fills in.
pub fn received(app: &App, order_id: Uuid, method: &str, currency: &str, amount_minor: i64) -> payment::Model {
    let now = app.clock.now();
    payment::Model {
        id: app.ids.new(),
        order_id,
        method: method.to_owned(),
        state: PaymentState::Paid.code().into(),
        currency: currency.to_owned(),
        amount_minor,
        refunded_minor: 0,
        gateway_ref: None,
        redirect_url: None,
        qr: None,
        app_url: None,
        failure_reason: None,
        created_at: now,
        paid_at: Some(now),
        next_poll_at: None,
        exchange_id: None,
        origin_id: None,
        moved_minor: 0,
        shift_id: None,
        together_id: None,
    }
}
