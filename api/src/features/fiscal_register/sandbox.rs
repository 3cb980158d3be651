//! The sandbox register: it keeps a shift, counts documents, checks sums, taxes and the order of things as a real one does,
//! over a real connection, and can misbehave. It stands for a register in demonstrations and tests; what it has recorded is
//! gone with its process, as with a module that was replaced.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use chrono::TimeDelta;
use domain::fiscal::tax_within;
use serde_json::json;
use uuid::Uuid;

use crate::platform::clock::Clock;
use crate::platform::secrets::fingerprint;

use super::cloud::{ReceiptOrder, ReceiptTold, RefusalTold, ShiftTold, StateTold};

/// What the sandbox register is asked with.
pub const DEMONSTRATION_TOKEN: &str = "beket-demo-register";
const INN: &str = "00000000000000";
const REG_NUMBER: &str = "0000000000000001";
/// The law's: a shift that is older takes nothing.
const SHIFT_LASTS: TimeDelta = TimeDelta::hours(24);
/// Longer than who asks waits.
const NEVER: Duration = Duration::from_secs(60);

/// How it behaves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mood {
    Good,
    /// 503 at once, and nothing is done.
    Down,
    /// Nothing is done and nothing answered.
    Silent,
    /// What it is told is done, and never answered.
    Mute,
    /// What it is told is done after the next question about it, and never answered.
    Late,
    /// It records, and answers another sum.
    WrongSum,
    /// It answers with something that is no JSON.
    Babbles,
    /// Refuses every receipt.
    Refuses,
}

#[derive(Default)]
struct Memory {
    shift: Option<ShiftTold>,
    shifts: i64,
    documents: i64,
    receipts: HashMap<Uuid, ReceiptTold>,
    /// In the order in which they were recorded, with what was asked.
    recorded: Vec<ReceiptOrder>,
    late: Vec<ReceiptOrder>,
    mood: Option<Mood>,
}

/// A register in the cloud.
#[derive(Clone)]
pub struct SandboxRegister {
    clock: Clock,
    fn_number: String,
    memory: Arc<Mutex<Memory>>,
}

impl SandboxRegister {
    pub fn new(clock: Clock) -> Self {
        // Another module each time that it begins.
        let fn_number = format!("{:016}", clock.now().timestamp_micros());
        SandboxRegister { clock, fn_number, memory: Arc::default() }
    }

    /// Below the address of the register.
    pub fn router(self) -> Router {
        Router::new()
            .route("/state", get(state))
            .route("/shift/open", post(open_shift))
            .route("/shift/close", post(close_shift))
            .route("/receipts", post(record))
            .route("/receipts/{id}", get(find))
            .with_state(self)
    }

    pub fn is(&self, mood: Mood) {
        self.memory().mood = Some(mood);
    }

    /// What it has recorded, in this order.
    pub fn recorded<T>(&self, each: impl Fn(&ReceiptOrder) -> T) -> Vec<T> {
        self.memory().recorded.iter().map(each).collect()
    }

    /// Shifts that it has opened.
    pub fn shifts(&self) -> i64 {
        self.memory().shifts
    }

    /// Somebody closes its shift elsewhere.
    pub fn close_elsewhere(&self) {
        self.memory().shift = None;
    }

    fn memory(&self) -> std::sync::MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is wrong before anything is done.
    async fn door(&self, headers: &HeaderMap) -> Result<Mood, Trouble> {
        let mood = self.memory().mood.unwrap_or(Mood::Good);
        let token = headers.get("authorization").and_then(|value| value.to_str().ok());
        if token != Some(&format!("Bearer {DEMONSTRATION_TOKEN}")) {
            return Err((StatusCode::UNAUTHORIZED, "unknown token"));
        }
        match mood {
            Mood::Down => Err((StatusCode::SERVICE_UNAVAILABLE, "the register is being served")),
            Mood::Babbles => Err((StatusCode::OK, "<html>maintenance</html>")),
            Mood::Silent => Err(never().await),
            mood => Ok(mood),
        }
    }

    /// Does what it was told, once for each id.
    fn do_record(&self, order: ReceiptOrder) -> Result<ReceiptTold, (&'static str, String)> {
        let mut memory = self.memory();
        if let Some(told) = memory.receipts.get(&order.id) {
            return Ok(told.clone());
        }
        if memory.mood == Some(Mood::Refuses) {
            return Err(("REFUSED", "the taxpayer's data are being checked".into()));
        }
        let now = self.clock.now();
        let Some(shift) = memory.shift else { return Err(("SHIFT_CLOSED", "no shift is open".into())) };
        if now - shift.opened_at >= SHIFT_LASTS {
            return Err(("SHIFT_EXPIRED", "the shift is older than 24 hours".into()));
        }
        proof(&order)?;
        memory.documents += 1;
        let fd_number = memory.documents;
        let sign = fingerprint(format!("{} {fd_number} {}", self.fn_number, order.id).as_bytes());
        let sign = u64::from_str_radix(&sign[..8], 16).unwrap_or_default();
        let told = ReceiptTold {
            id: order.id,
            fn_number: self.fn_number.clone(),
            fd_number,
            fm: format!("{sign:010}"),
            inn: INN.into(),
            reg_number: REG_NUMBER.into(),
            at: now,
            shift_number: shift.number,
            sum_minor: order.total_minor,
        };
        memory.receipts.insert(order.id, told.clone());
        memory.recorded.push(order);
        Ok(told)
    }

    fn be_late(&self) {
        let late = std::mem::take(&mut self.memory().late);
        for order in late {
            // What it cannot record late it has not recorded.
            let _ = self.do_record(order);
        }
    }
}

/// An answer that says nothing about what was asked.
type Trouble = (StatusCode, &'static str);

/// Says nothing for longer than anybody waits.
async fn never() -> Trouble {
    tokio::time::sleep(NEVER).await;
    (StatusCode::GATEWAY_TIMEOUT, "too late")
}

/// Sums and taxes as a register checks them.
fn proof(order: &ReceiptOrder) -> Result<(), (&'static str, String)> {
    let wrong = |code: &'static str, what: String| Err((code, what));
    if order.items.is_empty() {
        return wrong("NO_ITEMS", "a receipt of nothing".into());
    }
    for item in &order.items {
        if item.name.trim().is_empty() || item.name.chars().count() > 128 {
            return wrong("ITEM_NAME", format!("a name of {} letters", item.name.chars().count()));
        }
        if item.sum_minor <= 0 || item.quantity <= 0 {
            return wrong("ITEM_SUM", item.name.clone());
        }
        if item.tax_minor != tax_within(item.sum_minor, item.tax_percent) {
            return wrong("TAX", format!("{}: {}", item.name, item.tax_minor));
        }
        let inn = item.principal.as_ref().and_then(|principal| principal.inn.as_deref());
        if inn.is_some_and(|inn| inn.len() != 14) {
            return wrong("PRINCIPAL", format!("INN {}", inn.unwrap_or_default()));
        }
    }
    let items: i64 = order.items.iter().map(|item| item.sum_minor).sum();
    let paid = order.cash_minor + order.cashless_minor + order.offset_minor;
    if [order.cash_minor, order.cashless_minor, order.offset_minor].iter().any(|sum| *sum < 0) {
        return wrong("PAID", "below zero".into());
    }
    if items != order.total_minor || paid != order.total_minor {
        return wrong("SUM", format!("items {items}, total {}, paid {paid}", order.total_minor));
    }
    let corrects = order.kind.code().ends_with("CORRECTION");
    if corrects != order.correction.is_some() {
        return wrong("CORRECTION", "a correction needs its basis, and nothing else has one".into());
    }
    Ok(())
}

fn refused((code, message): (&'static str, String)) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, Json(RefusalTold { code: code.into(), message })).into_response()
}

async fn state(State(register): State<SandboxRegister>, headers: HeaderMap) -> Result<Response, Trouble> {
    register.door(&headers).await?;
    let memory = register.memory();
    Ok(Json(StateTold {
        inn: INN.into(),
        reg_number: REG_NUMBER.into(),
        fn_number: register.fn_number.clone(),
        last_fd_number: memory.documents,
        shift: memory.shift,
    })
    .into_response())
}

async fn open_shift(State(register): State<SandboxRegister>, headers: HeaderMap) -> Result<Response, Trouble> {
    let mood = register.door(&headers).await?;
    let opened = {
        let mut memory = register.memory();
        if memory.shift.is_some() {
            return Ok(refused(("SHIFT_OPEN", "a shift is open".into())));
        }
        memory.shifts += 1;
        memory.documents += 1;
        let opened = ShiftTold { number: memory.shifts, opened_at: register.clock.now() };
        memory.shift = Some(opened);
        opened
    };
    if mood == Mood::Mute {
        return Err(never().await);
    }
    Ok(Json(opened).into_response())
}

async fn close_shift(State(register): State<SandboxRegister>, headers: HeaderMap) -> Result<Response, Trouble> {
    let mood = register.door(&headers).await?;
    {
        let mut memory = register.memory();
        if memory.shift.take().is_some() {
            memory.documents += 1;
        }
    }
    if mood == Mood::Mute {
        return Err(never().await);
    }
    Ok(Json(json!({})).into_response())
}

async fn record(
    State(register): State<SandboxRegister>,
    headers: HeaderMap,
    Json(order): Json<ReceiptOrder>,
) -> Result<Response, Trouble> {
    let mood = register.door(&headers).await?;
    if mood == Mood::Late {
        register.memory().late.push(order);
        return Err(never().await);
    }
    match (mood, register.do_record(order)) {
        (_, Err(refusal)) => Ok(refused(refusal)),
        (Mood::Mute, Ok(_)) => Err(never().await),
        (_, Ok(told)) => Ok(as_told(mood, told)),
    }
}

/// What it has recorded, or another sum.
fn as_told(mood: Mood, told: ReceiptTold) -> Response {
    let more = if mood == Mood::WrongSum { 100 } else { 0 };
    Json(ReceiptTold { sum_minor: told.sum_minor + more, ..told }).into_response()
}

async fn find(
    State(register): State<SandboxRegister>,
    headers: HeaderMap,
    Path(id): Path<Uuid>,
) -> Result<Response, Trouble> {
    let mood = register.door(&headers).await?;
    let told = register.memory().receipts.get(&id).cloned();
    // Whoever asks is told that there is nothing, and then it is there.
    register.be_late();
    Ok(match told {
        Some(told) => as_told(mood, told),
        None => (StatusCode::NOT_FOUND, "no such receipt").into_response(),
    })
}
