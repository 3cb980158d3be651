//! What every gateway can do.

use async_graphql::async_trait::async_trait;
use axum::http::HeaderMap;
use domain::money::Currency;
use domain::payment::Report;
use uuid::Uuid;

use crate::i18n::{Language, t};

/// What the customer is to pay.
#[derive(Clone, Debug)]
pub struct Charge {
    /// Ours; the gateway makes one charge for it however often it is asked.
    pub payment: Uuid,
    /// The order's number, for people.
    pub number: String,
    pub amount_minor: i64,
    pub currency: Currency,
    pub description: String,
    /// Where the customer comes back to.
    pub return_url: String,
    /// Where the gateway tells us.
    pub callback_url: String,
    pub language: Language,
}

/// The gateway's answer to a charge: a page to pay on, or a code to pay by.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Created {
    pub gateway_ref: String,
    /// The page that the customer pays on.
    pub redirect_url: Option<String>,
    /// The text of a QR code.
    pub qr: Option<String>,
    /// What opens the bank's app on the customer's own phone.
    pub app_url: Option<String>,
}

#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum GatewayError {
    /// No answer, or none that can be read: what it did is not known, so it has to be asked.
    #[error("the gateway did not answer: {0}")]
    Unknown(String),
    /// It understood and refused.
    #[error("the gateway refused: {0}")]
    Refused(String),
    /// It has never heard of the payment.
    #[error("the gateway does not know the payment")]
    NoSuchPayment,
}

impl GatewayError {
    /// For people; what the gateway itself says is told as it came.
    pub fn in_words(&self, language: Language) -> String {
        match self {
            GatewayError::Unknown(what) => t(language, "gateway.problem.UNKNOWN", &[("what", what)]),
            GatewayError::Refused(what) => t(language, "gateway.problem.REFUSED", &[("what", what)]),
            GatewayError::NoSuchPayment => t(language, "gateway.problem.NO_SUCH_PAYMENT", &[]),
        }
    }
}

/// What it has said, to the letter: it is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Raw {
    /// Of HTTP.
    pub status: u16,
    pub text: String,
}

/// An answer as it came, and what it means.
pub struct Reply<T> {
    /// None: it was not asked, or nobody answered.
    pub raw: Option<Raw>,
    pub outcome: Result<T, GatewayError>,
}

impl<T> Reply<T> {
    /// What needs nobody outside.
    pub fn own(outcome: Result<T, GatewayError>) -> Self {
        Reply { raw: None, outcome }
    }

    pub fn map<U>(self, read: impl FnOnce(T) -> Result<U, GatewayError>) -> Reply<U> {
        Reply { raw: self.raw, outcome: self.outcome.and_then(read) }
    }
}

/// One message from a gateway, its signature checked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Callback {
    /// The same for every repeat of the message.
    pub event_id: String,
    /// `None`: it names a payment as we never do.
    pub payment: Option<Uuid>,
    pub report: Report,
}

#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadCallback {
    #[error("the signature is missing or wrong")]
    Signature,
    #[error("the message cannot be read")]
    Form,
}

#[async_trait]
pub trait Gateway: Send + Sync {
    async fn create(&self, charge: &Charge) -> Reply<Created>;
    async fn status(&self, payment: Uuid) -> Reply<Report>;
    fn read_callback(&self, headers: &HeaderMap, body: &[u8]) -> Result<Callback, BadCallback>;
    /// Takes money that is kept ready; repeated, it takes it once.
    async fn capture(&self, payment: Uuid, amount_minor: i64, currency: Currency) -> Reply<Report>;
    /// Lets money go that is kept ready; repeated, it does no more.
    async fn void(&self, payment: Uuid) -> Reply<Report>;
    /// Gives money back; repeated with the same `refund`, it gives it back once.
    async fn refund(&self, refund: Uuid, payment: Uuid, amount_minor: i64, currency: Currency) -> Reply<()>;
    /// Whether it is there and knows us; nothing is registered.
    async fn test(&self) -> Reply<()>;
}
