use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use domain::payment::PaymentState as State;
use domain::terminal;
use domain::till::Tender;
use domain::wallet;

use ::entity::payment;

use crate::app::App;
use crate::features::company::TRANSFER;
use crate::features::terminal_network::name_of;
use crate::features::ticket::qr_svg;
use crate::graphql::{Gid, Kind, Money, app, viewer};
use crate::i18n::{Language, t};
use crate::platform::Fault;

crate::connection!(Payment, PaymentConnection, PaymentEdge);

/// Money in, through a gateway or at a desk.
#[derive(Clone)]
pub struct Payment {
    pub row: payment::Model,
}

impl From<payment::Model> for Payment {
    fn from(row: payment::Model) -> Self {
        Payment { row }
    }
}

impl Payment {
    fn is_open(&self) -> bool {
        matches!(State::parse(&self.row.state), Some(State::Pending | State::Unknown))
    }
}

/// What people call a way of payment: a gateway, a network of terminals, or money by hand at a desk.
pub async fn method_name(app: &App, language: Language, method: &str) -> Result<String, Fault> {
    if let Some(network) = terminal::network_of(method) {
        return name_of(app, language, network).await;
    }
    if method == TRANSFER {
        return Ok(t(language, "gateway.bank_transfer", &[]));
    }
    if method == wallet::METHOD {
        return Ok(t(language, "gateway.wallet", &[]));
    }
    Ok(match (app.gateways.find(app, method).await?, Tender::of_method(method)) {
        (Some(gateway), _) => gateway.name(language),
        (None, Some(tender)) => t(language, &format!("gateway.{}", tender.method()), &[]),
        (None, None) => t(language, "gateway.none", &[]),
    })
}

/// Where a payment stands.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub enum PaymentState {
    /// The gateway has not been asked yet.
    Created,
    /// The customer is at the gateway.
    Pending,
    /// The bank keeps the money ready; it is being taken, or let go where the order cannot be bought any more.
    Authorised,
    Paid,
    Failed,
    Refunded,
    PartlyRefunded,
    /// The gateway does not answer; it is asked until it does.
    Unknown,
}

/// Money in, through a gateway or at a desk.
#[Object]
impl Payment {
    async fn id(&self) -> ID {
        Gid::of(Kind::Payment, self.row.id)
    }

    /// The gateway's code; `wallet` for the internal account; `cash` and `desk_card` at a desk, `terminal:` and the network's code at a terminal.
    async fn method(&self) -> &str {
        &self.row.method
    }

    /// What people call the way of payment.
    async fn method_name(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(method_name(app(ctx), viewer(ctx).language, &self.row.method).await?)
    }

    async fn state(&self) -> PaymentState {
        match State::parse(&self.row.state) {
            Some(State::Created) => PaymentState::Created,
            Some(State::Pending) => PaymentState::Pending,
            Some(State::Authorised) => PaymentState::Authorised,
            Some(State::Failed) => PaymentState::Failed,
            Some(State::Paid) if self.row.refunded_minor == 0 => PaymentState::Paid,
            Some(State::Paid) if self.row.refunded_minor >= self.row.amount_minor - self.row.moved_minor => {
                PaymentState::Refunded
            }
            Some(State::Paid) => PaymentState::PartlyRefunded,
            Some(State::Unknown) | None => PaymentState::Unknown,
        }
    }

    async fn amount(&self) -> Money {
        Money::of(self.row.amount_minor, &self.row.currency)
    }

    /// What of it belongs to orders that were split off; zero for nearly all.
    async fn moved(&self) -> Money {
        Money::of(self.row.moved_minor, &self.row.currency)
    }

    /// It is a share of a payment of another order, from which this one was split.
    async fn share(&self) -> bool {
        self.row.origin_id.is_some()
    }

    /// UTC.
    async fn created_at(&self) -> DateTime<Utc> {
        self.row.created_at
    }

    /// UTC.
    async fn paid_at(&self) -> Option<DateTime<Utc>> {
        self.row.paid_at
    }

    /// Where the customer pays, while that is open.
    async fn redirect_url(&self) -> Option<&str> {
        self.row.redirect_url.as_deref().filter(|_| self.is_open())
    }

    /// The text of the code that the customer pays by with the app of a bank, while that is open.
    async fn qr(&self) -> Option<&str> {
        self.row.qr.as_deref().filter(|_| self.is_open())
    }

    /// The code as an SVG image.
    async fn qr_svg(&self) -> Result<Option<String>> {
        let text = self.row.qr.as_deref().filter(|_| self.is_open());
        Ok(text.map(qr_svg).transpose()?)
    }

    /// What opens the bank's app on the customer's own phone instead of the code, while that is open.
    async fn app_url(&self) -> Option<&str> {
        self.row.app_url.as_deref().filter(|_| self.is_open())
    }

    /// Why a payment that FAILED did, in the viewer's language; null in every other state.
    async fn failure_reason(&self, ctx: &Context<'_>) -> Option<String> {
        let failed = State::parse(&self.row.state) == Some(State::Failed);
        // The gateway's own words are for the log and the table, not for people.
        let key = if self.row.gateway_ref.is_some() { "payment.REFUSED" } else { "payment.NOT_TAKEN" };
        failed.then(|| t(viewer(ctx).language, key, &[]))
    }
}

/// A way to pay.
#[derive(SimpleObject)]
pub struct PaymentMethod {
    /// What `startPayment` takes.
    pub code: String,
    pub name: String,
    pub detail: Option<String>,
    /// On top of the order's total; null: nothing.
    pub fee: Option<Money>,
}
