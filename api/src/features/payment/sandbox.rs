//! The adapter for the sandbox bank: talks to it over HTTP as to any other, with signed messages both ways.

use async_graphql::async_trait::async_trait;
use axum::http::HeaderMap;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::gateway::without_cards;
use domain::money::Currency;
use domain::payment::{News, Report};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::features::gateway::{BadCallback, Callback, Charge, Created, Gateway, GatewayError, Raw, Reply};
use crate::platform::secrets::{mac, same};

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

    async fn call<T: for<'a> Deserialize<'a>>(&self, path: &str, order: &impl Serialize) -> Reply<T> {
        let body = match serde_json::to_vec(order) {
            Ok(body) => body,
            Err(error) => return Reply::own(Err(GatewayError::Refused(error.to_string()))),
        };
        let unknown = |error: reqwest::Error| Reply::own(Err(GatewayError::Unknown(error.to_string())));
        let asked = self
            .client
            .post(format!("{}/sandbox/api/{path}", self.base))
            .header(SIGNATURE, signature(&self.key, &body))
            .header("content-type", "application/json")
            .body(body);
        let answer = match asked.send().await {
            Ok(answer) => answer,
            Err(error) => return unknown(error),
        };
        let status = answer.status();
        let text = match answer.text().await {
            Ok(text) => without_cards(&text),
            Err(error) => return unknown(error),
        };
        let outcome = if status == 404 {
            Err(GatewayError::NoSuchPayment)
        } else if status.is_client_error() {
            Err(GatewayError::Refused(format!("{status}: {text}")))
        } else if !status.is_success() {
            Err(GatewayError::Unknown(status.to_string()))
        } else {
            serde_json::from_str(&text).map_err(|error| GatewayError::Unknown(error.to_string()))
        };
        Reply { raw: Some(Raw { status: status.as_u16(), text }), outcome }
    }
}

#[async_trait]
impl Gateway for Sandbox {
    async fn create(&self, charge: &Charge) -> Reply<Created> {
        let order = ChargeOrder {
            reference: charge.payment,
            amount_minor: charge.amount_minor,
            currency: charge.currency.code().to_owned(),
            description: charge.description.clone(),
            return_url: charge.return_url.clone(),
            callback_url: charge.callback_url.clone(),
            language: charge.language.code().to_owned(),
        };
        self.call("charges", &order).await.map(|made: ChargeMade| {
            let redirect_url = Some(made.pay_path);
            Ok(Created { gateway_ref: made.id.to_string(), redirect_url, ..Created::default() })
        })
    }

    async fn status(&self, payment: Uuid) -> Reply<Report> {
        self.call("status", &StatusAsked { reference: payment }).await.map(|told: StatusTold| {
            let news = news(&told.state).ok_or_else(|| GatewayError::Unknown(format!("state {}", told.state)))?;
            Ok(news.into())
        })
    }

    fn read_callback(&self, headers: &HeaderMap, body: &[u8]) -> Result<Callback, BadCallback> {
        if !signed(&self.key, headers, body) {
            return Err(BadCallback::Signature);
        }
        let event: Event = serde_json::from_slice(body).map_err(|_| BadCallback::Form)?;
        let news = news(&event.state).ok_or(BadCallback::Form)?;
        Ok(Callback { event_id: event.event, payment: Some(event.reference), report: news.into() })
    }

    async fn capture(&self, _: Uuid, _: i64, _: Currency) -> Reply<Report> {
        Reply::own(Err(nothing_ready()))
    }

    async fn void(&self, _: Uuid) -> Reply<Report> {
        Reply::own(Err(nothing_ready()))
    }

    async fn refund(&self, refund: Uuid, payment: Uuid, amount_minor: i64, currency: Currency) -> Reply<()> {
        let order = RefundOrder { refund, reference: payment, amount_minor, currency: currency.code().to_owned() };
        self.call("refunds", &order).await.map(|_: StatusTold| Ok(()))
    }

    async fn test(&self) -> Reply<()> {
        let mut reply = self.call("status", &StatusAsked { reference: Uuid::nil() }).await.map(|_: StatusTold| Ok(()));
        // It has answered that there is no such payment, as it should.
        if reply.outcome == Err(GatewayError::NoSuchPayment) {
            reply.outcome = Ok(());
        }
        reply
    }
}

fn nothing_ready() -> GatewayError {
    GatewayError::Refused("the sandbox keeps no money ready".into())
}
