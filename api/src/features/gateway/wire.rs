//! How banks are spoken to: JSON over HTTP, signed with a key that both sides have ([docs/gateways.md]).

use axum::http::HeaderMap;
use domain::elqr;
use domain::gateway::without_cards;
use domain::money::{Currency, from_decimal, to_decimal};
use domain::payment::{News, Report};
use reqwest::Method;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::platform::secrets::{mac, same};

use super::adapter::{BadCallback, Callback, Charge, GatewayError, Raw, Reply};

/// Of requests of ours and of callbacks.
pub const SIGNATURE: &str = "x-signature";
pub const MERCHANT: &str = "x-merchant";
/// Longer answers are cut where they are kept.
const LONGEST: usize = 16_000;

/// A bank's address, and what we are there.
pub struct Wire {
    pub address: String,
    pub merchant: String,
    pub key: Vec<u8>,
    pub client: reqwest::Client,
}

#[derive(Serialize)]
struct PaymentAsked<'a> {
    reference: String,
    order: &'a str,
    amount: Decimal,
    currency: &'a str,
    description: &'a str,
    return_url: &'a str,
    callback_url: &'a str,
    language: &'a str,
}

#[derive(Serialize)]
struct AmountAsked<'a> {
    amount: Decimal,
    currency: &'a str,
}

#[derive(Serialize)]
struct RefundAsked<'a> {
    refund: Uuid,
    reference: String,
    amount: Decimal,
    currency: &'a str,
}

/// A payment as the bank tells of it.
#[derive(Deserialize)]
pub struct PaymentTold {
    /// The bank's own number.
    #[serde(default)]
    pub id: String,
    pub state: String,
    amount: Option<Decimal>,
    currency: Option<String>,
    /// Where the customer pays by card.
    pub page: Option<String>,
    /// The text of a code to pay by.
    pub qr: Option<String>,
    /// What opens the bank's app.
    pub link: Option<String>,
}

#[derive(Deserialize)]
struct StateTold {
    state: String,
}

#[derive(Deserialize)]
struct Event {
    event: String,
    reference: String,
    #[serde(flatten)]
    payment: PaymentTold,
}

impl PaymentTold {
    /// What it means for us.
    pub fn report(&self) -> Result<Report, GatewayError> {
        let unreadable = |what: &str| GatewayError::Unknown(format!("the answer's {what} cannot be read"));
        let news = match self.state.as_str() {
            "NEW" | "PENDING" => News::Pending,
            "AUTHORIZED" => News::Authorised,
            "PAID" | "PARTLY_REFUNDED" | "REFUNDED" => News::Paid,
            "FAILED" | "VOIDED" | "EXPIRED" => News::Failed,
            other => return Err(GatewayError::Unknown(format!("a state that nobody has heard of: {other}"))),
        };
        let sum = match (self.amount, self.currency.as_deref()) {
            (Some(amount), Some(currency)) => {
                let currency = Currency::parse(currency).map_err(|_| unreadable("currency"))?;
                let minor = from_decimal(amount, currency).filter(|minor| to_decimal(*minor, currency) == amount);
                Some((minor.ok_or_else(|| unreadable("amount"))?, currency))
            }
            _ => None,
        };
        // Money is believed with its sum alone.
        if sum.is_none() && matches!(news, News::Paid | News::Authorised) {
            return Err(unreadable("amount"));
        }
        Ok(Report { news, sum })
    }
}

/// HMAC-SHA-256 in hexadecimal digits: of a request over its method, path and body in lines, of a callback over its body.
pub fn signature(key: &[u8], message: &[u8]) -> String {
    mac(key, message).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Text that was signed for a request.
pub fn request_text(method: &str, path: &str, body: &str) -> String {
    format!("{method}\n{path}\n{body}")
}

impl Wire {
    /// Asks, and reads what comes. An answer that is no success is a refusal only where the bank understood what was asked:
    /// a wrong key, too many requests or trouble of its own say nothing of the payment.
    async fn ask<T: for<'a> Deserialize<'a>>(&self, method: Method, path: &str, order: Option<String>) -> Reply<T> {
        let body = order.unwrap_or_default();
        let signed = signature(&self.key, request_text(method.as_str(), path, &body).as_bytes());
        let mut request = self
            .client
            .request(method, format!("{}{path}", self.address))
            .header(SIGNATURE, signed)
            .header(MERCHANT, &self.merchant);
        if !body.is_empty() {
            request = request.header("content-type", "application/json").body(body);
        }
        let unknown = |words: String| Err(GatewayError::Unknown(words));
        let answer = match request.send().await {
            Ok(answer) => answer,
            // Neither the address nor what was asked stands in these words.
            Err(error) => return Reply::own(unknown(words_of(&error))),
        };
        let status = answer.status().as_u16();
        let text = match answer.text().await {
            Ok(text) => without_cards(&text).chars().take(LONGEST).collect::<String>(),
            Err(error) => return Reply::own(unknown(words_of(&error))),
        };
        let outcome = match status {
            200..300 => serde_json::from_str(&text)
                .map_err(|error| GatewayError::Unknown(format!("the answer cannot be read: {error}"))),
            404 => Err(GatewayError::NoSuchPayment),
            400 | 409 | 410 | 422 => Err(GatewayError::Refused(format!("{status}: {}", short(&text)))),
            _ => Err(GatewayError::Unknown(format!("HTTP {status}"))),
        };
        Reply { raw: Some(Raw { status, text }), outcome }
    }

    pub async fn create(&self, charge: &Charge) -> Reply<PaymentTold> {
        let order = PaymentAsked {
            reference: charge.payment.to_string(),
            order: &charge.number,
            amount: to_decimal(charge.amount_minor, charge.currency),
            currency: charge.currency.code(),
            description: &charge.description,
            return_url: &charge.return_url,
            callback_url: &charge.callback_url,
            language: charge.language.code(),
        };
        self.post("/payments", &order).await.map(|told: PaymentTold| {
            if told.id.is_empty() {
                return Err(GatewayError::Unknown("a payment without the bank's number".into()));
            }
            Ok(told)
        })
    }

    pub async fn status(&self, reference: &str) -> Reply<Report> {
        let told: Reply<PaymentTold> = self.ask(Method::GET, &format!("/payments/{reference}"), None).await;
        told.map(|told| told.report())
    }

    pub async fn capture(&self, reference: &str, amount_minor: i64, currency: Currency) -> Reply<Report> {
        let order = AmountAsked { amount: to_decimal(amount_minor, currency), currency: currency.code() };
        self.post(&format!("/payments/{reference}/capture"), &order).await.map(|told: PaymentTold| told.report())
    }

    pub async fn void(&self, reference: &str) -> Reply<Report> {
        let told: Reply<PaymentTold> = self.ask(Method::POST, &format!("/payments/{reference}/void"), None).await;
        told.map(|told| told.report())
    }

    pub async fn refund(&self, refund: Uuid, reference: String, amount_minor: i64, currency: Currency) -> Reply<()> {
        let amount = to_decimal(amount_minor, currency);
        let order = RefundAsked { refund, reference, amount, currency: currency.code() };
        self.post("/refunds", &order).await.map(|told: StateTold| match told.state.as_str() {
            "DONE" => Ok(()),
            "FAILED" => Err(GatewayError::Refused("the bank has not given it back".into())),
            // It is asked again with the same number until it is done.
            state => Err(GatewayError::Unknown(format!("the refund is {state}"))),
        })
    }

    pub async fn test(&self) -> Reply<()> {
        let told: Reply<StateTold> = self.ask(Method::GET, "/ping", None).await;
        let mut reply = told.map(|told| match told.state.as_str() {
            "OK" => Ok(()),
            state => Err(GatewayError::Unknown(format!("the bank is {state}"))),
        });
        if reply.outcome == Err(GatewayError::NoSuchPayment) {
            reply.outcome = Err(GatewayError::Unknown("HTTP 404".into()));
        }
        reply
    }

    async fn post<T: for<'a> Deserialize<'a>>(&self, path: &str, order: &impl Serialize) -> Reply<T> {
        match serde_json::to_string(order) {
            Ok(body) => self.ask(Method::POST, path, Some(body)).await,
            Err(error) => Reply::own(Err(GatewayError::Refused(error.to_string()))),
        }
    }

    pub fn read_callback(&self, headers: &HeaderMap, body: &[u8]) -> Result<Callback, BadCallback> {
        let given = headers.get(SIGNATURE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if !same(given.to_ascii_lowercase().as_bytes(), signature(&self.key, body).as_bytes()) {
            return Err(BadCallback::Signature);
        }
        let event: Event = serde_json::from_slice(body).map_err(|_| BadCallback::Form)?;
        let readable = !event.event.is_empty() && event.event.chars().count() <= 100;
        let report = event.payment.report().ok().filter(|_| readable).ok_or(BadCallback::Form)?;
        let reference = event.reference.as_str();
        let payment = Uuid::try_parse(reference).ok().or_else(|| elqr::payment_of(reference));
        Ok(Callback { event_id: event.event, payment, report })
    }
}

/// A page or a link that may be opened: of the web, never a script.
pub fn opened(url: Option<String>) -> Result<Option<String>, GatewayError> {
    let good = |url: &String| reqwest::Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "https" | "http"));
    match url {
        Some(url) if !good(&url) => Err(GatewayError::Unknown("an address that is not of the web".into())),
        url => Ok(url),
    }
}

fn words_of(error: &reqwest::Error) -> String {
    let words = if error.is_timeout() {
        "no answer in time"
    } else if error.is_connect() {
        "no connection"
    } else {
        "the connection broke"
    };
    words.to_owned()
}

fn short(text: &str) -> String {
    text.chars().take(200).collect()
}
