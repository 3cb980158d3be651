//! The adapter for registers that are asked over HTTP in JSON, and the making of adapters. The form of the messages is in
//! `docs/fiscal.md`.

use std::sync::Arc;
use std::time::Duration;

use async_graphql::async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::fiscal::{Item, ReceiptKind};
use reqwest::{Method, StatusCode};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use ::entity::fiscal_register;

use crate::platform::Fault;
use crate::platform::secrets::Secrets;

use super::door::{Order, Recorded, Register, RegisterError, RegisterShift, RegisterState};

/// How long a register may take for an answer, milliseconds.
const PATIENCE_MS: u64 = 10_000;
/// Characters of what it says that are kept.
const LONGEST: usize = 500;

/// Makes the adapter of each register.
#[derive(Clone)]
pub struct Registers {
    client: reqwest::Client,
    secrets: Secrets,
    patience_ms: Arc<std::sync::atomic::AtomicU64>,
}

impl Registers {
    pub fn new(client: reqwest::Client, secrets: Secrets) -> Self {
        Registers { client, secrets, patience_ms: Arc::new(PATIENCE_MS.into()) }
    }

    /// For tests that wait for a register that does not answer.
    pub fn set_patience(&self, patience: Duration) {
        let millis = u64::try_from(patience.as_millis()).unwrap_or(PATIENCE_MS);
        self.patience_ms.store(millis, std::sync::atomic::Ordering::SeqCst);
    }

    pub fn open(&self, row: &fiscal_register::Model) -> Result<Box<dyn Register>, Fault> {
        let patience = Duration::from_millis(self.patience_ms.load(std::sync::atomic::Ordering::SeqCst));
        Ok(Box::new(Cloud {
            base: row.url.trim_end_matches('/').to_owned(),
            token: token_of(&self.secrets, row)?,
            client: self.client.clone(),
            patience,
        }))
    }
}

/// What a register is asked with.
fn token_of(secrets: &Secrets, row: &fiscal_register::Model) -> Result<String, Fault> {
    secrets.open(row.id, &row.token)
}

struct Cloud {
    base: String,
    token: String,
    client: reqwest::Client,
    patience: Duration,
}

#[derive(Serialize, Deserialize, Debug)]
#[serde(rename_all = "camelCase")]
pub struct ReceiptOrder {
    pub id: Uuid,
    pub kind: ReceiptKind,
    pub items: Vec<Item>,
    pub cash_minor: i64,
    pub cashless_minor: i64,
    pub offset_minor: i64,
    pub total_minor: i64,
    pub cashier: Option<String>,
    pub correction: Option<CorrectionOrder>,
}

#[derive(Serialize, Deserialize, Debug)]
#[serde(rename_all = "camelCase")]
pub struct CorrectionOrder {
    pub basis: String,
    pub settled_on: NaiveDate,
}

#[derive(Serialize, Deserialize, Clone, Debug)]
#[serde(rename_all = "camelCase")]
pub struct ReceiptTold {
    pub id: Uuid,
    pub fn_number: String,
    pub fd_number: i64,
    pub fm: String,
    pub inn: String,
    pub reg_number: String,
    pub at: DateTime<Utc>,
    pub shift_number: i64,
    pub sum_minor: i64,
}

#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
#[serde(rename_all = "camelCase")]
pub struct ShiftTold {
    pub number: i64,
    pub opened_at: DateTime<Utc>,
}

#[derive(Serialize, Deserialize, Debug)]
#[serde(rename_all = "camelCase")]
pub struct StateTold {
    pub inn: String,
    pub reg_number: String,
    pub fn_number: String,
    pub last_fd_number: i64,
    pub shift: Option<ShiftTold>,
}

#[derive(Serialize, Deserialize, Debug)]
pub struct RefusalTold {
    pub code: String,
    pub message: String,
}

impl From<ShiftTold> for RegisterShift {
    fn from(told: ShiftTold) -> Self {
        RegisterShift { number: told.number, opened_at: told.opened_at }
    }
}

impl Cloud {
    /// `None` where there is no such thing.
    async fn call<T: for<'a> Deserialize<'a>>(
        &self,
        method: Method,
        path: &str,
        body: Option<&impl Serialize>,
    ) -> Result<Option<T>, RegisterError> {
        let unknown = |error: reqwest::Error| RegisterError::Unknown(words(&error.without_url().to_string()));
        let mut request = self.client.request(method, format!("{}/{path}", self.base));
        request = request.bearer_auth(&self.token).timeout(self.patience);
        if let Some(body) = body {
            request = request.json(body);
        }
        let answer = request.send().await.map_err(unknown)?;
        let status = answer.status();
        let text = answer.text().await.map_err(unknown)?;
        if status.is_success() {
            return serde_json::from_str(&text)
                .map(Some)
                .map_err(|error| RegisterError::Unknown(words(&format!("{error}: {text}"))));
        }
        if status == StatusCode::NOT_FOUND {
            return Ok(None);
        }
        // What it did not understand it has not done.
        if status == StatusCode::UNPROCESSABLE_ENTITY {
            let told: Result<RefusalTold, _> = serde_json::from_str(&text);
            let shift = told.as_ref().is_ok_and(|told| told.code.starts_with("SHIFT_"));
            let told = words(&told.map_or(text, |told| format!("{}: {}", told.code, told.message)));
            return Err(if shift { RegisterError::Shift(told) } else { RegisterError::Refused(told) });
        }
        Err(RegisterError::Unknown(words(&format!("HTTP {}: {text}", status.as_u16()))))
    }

    async fn told<T: for<'a> Deserialize<'a>>(
        &self,
        method: Method,
        path: &str,
        body: Option<&impl Serialize>,
    ) -> Result<T, RegisterError> {
        let told = self.call(method, path, body).await?;
        told.ok_or_else(|| RegisterError::Unknown(format!("HTTP 404 at /{path}")))
    }
}

fn words(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).take(LONGEST).collect()
}

const NOTHING: Option<&()> = None;

#[async_trait]
impl Register for Cloud {
    async fn state(&self) -> Result<RegisterState, RegisterError> {
        let told: StateTold = self.told(Method::GET, "state", NOTHING).await?;
        Ok(RegisterState {
            inn: told.inn,
            reg_number: told.reg_number,
            fn_number: told.fn_number,
            last_fd_number: told.last_fd_number,
            shift: told.shift.map(Into::into),
        })
    }

    async fn open_shift(&self) -> Result<RegisterShift, RegisterError> {
        let told: ShiftTold = self.told(Method::POST, "shift/open", NOTHING).await?;
        Ok(told.into())
    }

    async fn close_shift(&self) -> Result<(), RegisterError> {
        let _: serde_json::Value = self.told(Method::POST, "shift/close", NOTHING).await?;
        Ok(())
    }

    async fn record(&self, order: &Order) -> Result<Recorded, RegisterError> {
        let body = ReceiptOrder {
            id: order.id,
            kind: order.kind,
            items: order.items.clone(),
            cash_minor: order.tenders.cash_minor,
            cashless_minor: order.tenders.cashless_minor,
            offset_minor: order.tenders.offset_minor,
            total_minor: order.tenders.total_minor(),
            cashier: order.cashier.clone(),
            correction: order.correction.clone().map(|(basis, settled_on)| CorrectionOrder { basis, settled_on }),
        };
        let told: ReceiptTold = self.told(Method::POST, "receipts", Some(&body)).await?;
        recorded(order.id, told)
    }

    async fn find(&self, id: Uuid) -> Result<Option<Recorded>, RegisterError> {
        let told: Option<ReceiptTold> = self.call(Method::GET, &format!("receipts/{id}"), NOTHING).await?;
        told.map(|told| recorded(id, told)).transpose()
    }
}

/// An answer about another receipt is none.
fn recorded(id: Uuid, told: ReceiptTold) -> Result<Recorded, RegisterError> {
    if told.id != id {
        return Err(RegisterError::Unknown(format!("an answer about {} instead of {id}", told.id)));
    }
    Ok(Recorded {
        fn_number: told.fn_number,
        fd_number: told.fd_number,
        fm: told.fm,
        inn: told.inn,
        reg_number: told.reg_number,
        at: told.at,
        shift_number: told.shift_number,
        sum_minor: told.sum_minor,
    })
}
