//! The adapter for the sandbox bank: talks to it over HTTP as to any other, with signed messages both ways.

use async_graphql::async_trait::async_trait;
use axum::http::HeaderMap;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::money::{Currency, percent_of};
use domain::payment::News;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::i18n::{Language, t};
use crate::platform::secrets::{mac, same};

use super::gateway::{BadCallback, Callback, Charge, Created, Gateway, GatewayError};

pub const CODE: &str = "sandbox";
pub const SIGNATURE: &str = "x-sandbox-signature";

pub struct Sandbox {
    base: String,
    key: Vec<u8>,
    client: reqwest::Client,
}

/// The bank's order to charge.
#[derive(Serialize, Deserialize)]
pub struct ChargeOrder {
    pub reference: Uuid,
    pub amount_minor: i64,
    pub currency: String,
    pub description: String,
    pub return_url: String,
    pub callback_url: String,
    pub language: String,
}

#[derive(Serialize, Deserialize)]
pub struct ChargeMade {
    pub id: Uuid,
    pub pay_path: String,
}

#[derive(Serialize, Deserialize)]
pub struct StatusAsked {
    pub reference: Uuid,
}

/// `state` is NEW, PAID or FAILED.
#[derive(Serialize, Deserialize)]
pub struct StatusTold {
    pub state: String,
}

#[derive(Serialize, Deserialize)]
pub struct RefundOrder {
    pub refund: Uuid,
    pub reference: Uuid,
    pub amount_minor: i64,
    pub currency: String,
}

/// What the bank calls back with.
#[derive(Serialize, Deserialize)]
pub struct Event {
    pub event: String,
    pub reference: Uuid,
    pub state: String,
}

/// HMAC-SHA-256 of the body, base64url.
pub fn signature(key: &[u8], body: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(mac(key, body))
}

/// Whether the body was signed by who knows the key.
pub fn signed(key: &[u8], headers: &HeaderMap, body: &[u8]) -> bool {
    headers
        .get(SIGNATURE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|given| same(given.as_bytes(), signature(key, body).as_bytes()))
}

fn news(state: &str) -> Option<News> {
    match state {
        "NEW" => Some(News::Pending),
        "PAID" => Some(News::Paid),
        "FAILED" => Some(News::Failed),
        _ => None,
    }
}

impl Sandbox {
    pub fn new(base: &str, key: &[u8], client: reqwest::Client) -> Self {
        Sandbox { base: base.trim_end_matches('/').to_owned(), key: key.to_vec(), client }
    }

    async fn call<T: for<'a> Deserialize<'a>>(&self, path: &str, order: &impl Serialize) -> Result<T, GatewayError> {
        let body = serde_json::to_vec(order).map_err(|error| GatewayError::Refused(error.to_string()))?;
        let answer = self
            .client
            .post(format!("{}/sandbox/api/{path}", self.base))
            .header(SIGNATURE, signature(&self.key, &body))
            .header("content-type", "application/json")
            .body(body)
            .send()
            .await
            .map_err(|error| GatewayError::Unknown(error.to_string()))?;
        let status = answer.status();
        if status.is_client_error() {
            let words = answer.text().await.unwrap_or_default();
            return Err(GatewayError::Refused(format!("{status}: {words}")));
        }
        if !status.is_success() {
            return Err(GatewayError::Unknown(status.to_string()));
        }
        answer.json().await.map_err(|error| GatewayError::Unknown(error.to_string()))
    }
}

#[async_trait]
impl Gateway for Sandbox {
    fn code(&self) -> &'static str {
        CODE
    }

    fn name(&self, language: Language) -> String {
        t(language, "gateway.sandbox", &[])
    }

    fn detail(&self, language: Language) -> String {
        t(language, "gateway.sandbox.detail", &[])
    }

    fn fee(&self, amount_minor: i64) -> i64 {
        percent_of(amount_minor, Decimal::new(8, 1))
    }

    async fn create(&self, charge: &Charge) -> Result<Created, GatewayError> {
        let order = ChargeOrder {
            reference: charge.payment,
            amount_minor: charge.amount_minor,
            currency: charge.currency.code().to_owned(),
            description: charge.description.clone(),
            return_url: charge.return_url.clone(),
            callback_url: charge.callback_url.clone(),
            language: charge.language.code().to_owned(),
        };
        let made: ChargeMade = self.call("charges", &order).await?;
        Ok(Created { gateway_ref: made.id.to_string(), redirect_url: made.pay_path })
    }

    async fn status(&self, payment: Uuid) -> Result<News, GatewayError> {
        let told: StatusTold = self.call("status", &StatusAsked { reference: payment }).await?;
        news(&told.state).ok_or_else(|| GatewayError::Unknown(format!("state {}", told.state)))
    }

    fn read_callback(&self, headers: &HeaderMap, body: &[u8]) -> Result<Callback, BadCallback> {
        if !signed(&self.key, headers, body) {
            return Err(BadCallback::Signature);
        }
        let event: Event = serde_json::from_slice(body).map_err(|_| BadCallback::Form)?;
        let news = news(&event.state).ok_or(BadCallback::Form)?;
        Ok(Callback { event_id: event.event, payment: event.reference, news })
    }

    async fn refund(
        &self,
        refund: Uuid,
        payment: Uuid,
        amount_minor: i64,
        currency: Currency,
    ) -> Result<(), GatewayError> {
        let order = RefundOrder { refund, reference: payment, amount_minor, currency: currency.code().to_owned() };
        self.call::<StatusTold>("refunds", &order).await.map(|_| ())
    }
}
