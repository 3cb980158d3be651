//! What every gateway can do, and the list of those in use.

use std::sync::Arc;

use async_graphql::async_trait::async_trait;
use axum::http::HeaderMap;
use domain::money::Currency;
use domain::payment::News;
use uuid::Uuid;

use crate::config::Config;
use crate::i18n::Language;
use crate::platform::secrets::Secrets;

use super::sandbox::Sandbox;

/// What the customer is to pay.
#[derive(Clone, Debug)]
pub struct Charge {
    /// Ours; the gateway makes one charge for it however often it is asked.
    pub payment: Uuid,
    pub amount_minor: i64,
    pub currency: Currency,
    pub description: String,
    /// Where the customer comes back to.
    pub return_url: String,
    /// Where the gateway tells us.
    pub callback_url: String,
    pub language: Language,
}

/// The gateway's answer to a charge.
#[derive(Clone, Debug)]
pub struct Created {
    pub gateway_ref: String,
    /// Where the customer pays.
    pub redirect_url: String,
}

#[derive(Debug, thiserror::Error)]
pub enum GatewayError {
    /// No answer, or none that can be read: what it did is not known, so it has to be asked.
    #[error("the gateway did not answer: {0}")]
    Unknown(String),
    /// It understood and refused.
    #[error("the gateway refused: {0}")]
    Refused(String),
}

/// One message from a gateway, its signature checked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Callback {
    /// The same for every repeat of the message.
    pub event_id: String,
    pub payment: Uuid,
    pub news: News,
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
    /// Stable; stored with payments.
    fn code(&self) -> &'static str;
    fn name(&self, language: Language) -> String;
    fn detail(&self, language: Language) -> String;
    /// What it charges us for a payment, minor units.
    fn fee(&self, amount_minor: i64) -> i64;
    async fn create(&self, charge: &Charge) -> Result<Created, GatewayError>;
    async fn status(&self, payment: Uuid) -> Result<News, GatewayError>;
    fn read_callback(&self, headers: &HeaderMap, body: &[u8]) -> Result<Callback, BadCallback>;
    /// Gives money back; repeated with the same `refund`, it gives it back once.
    async fn refund(
        &self,
        refund: Uuid,
        payment: Uuid,
        amount_minor: i64,
        currency: Currency,
    ) -> Result<(), GatewayError>;
}

/// The gateways in use.
#[derive(Clone)]
pub struct Gateways {
    all: Vec<Arc<dyn Gateway>>,
    client: reqwest::Client,
}

impl Gateways {
    pub fn new(config: &Config, secrets: &Secrets, client: reqwest::Client) -> Self {
        let mut all: Vec<Arc<dyn Gateway>> = Vec::new();
        if !config.is_production() {
            all.push(Arc::new(Sandbox::new(config.sandbox_url(), secrets.sandbox_key(), client.clone())));
        }
        Gateways { all, client }
    }

    /// For calls to other systems.
    pub fn client(&self) -> &reqwest::Client {
        &self.client
    }

    pub fn all(&self) -> &[Arc<dyn Gateway>] {
        &self.all
    }

    pub fn find(&self, code: &str) -> Option<&Arc<dyn Gateway>> {
        self.all.iter().find(|gateway| gateway.code() == code)
    }
}
