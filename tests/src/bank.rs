//! A bank: a server of its own over real connections, with its own books, that takes payments by QR code and by card, and can
//! misbehave as banks do.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use tokio::task::JoinHandle;
use uuid::Uuid;

use api::features::gateway::{MERCHANT, SIGNATURE, request_text, signature};

/// The key that the bank and the station share.
pub const BANK_KEY: &str = "a-key-of-the-bank-and-the-station";
/// What the station is called there.
pub const BANK_MERCHANT: &str = "station-1";

/// How it answers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Habit {
    Good,
    /// So long for each answer.
    Slow(Duration),
    /// The connection is closed without a word, and nothing is done.
    Silent,
    /// What was asked is done, and the answer is lost.
    Forgetful,
    /// Trouble of its own: HTTP 500.
    Broken,
    /// It answers with something that is no JSON.
    Babbling,
    /// It understands and refuses: HTTP 422.
    Refusing,
}

/// A payment in its books.
#[derive(Clone, Debug)]
pub struct Charge {
    pub id: String,
    pub state: String,
    pub amount: String,
    pub currency: String,
    pub callback_url: String,
    /// By the station's number of each.
    pub refunds: HashMap<String, String>,
    /// How often the money was taken or let go, however often it was asked for.
    pub captures: u32,
    pub voids: u32,
}

struct Books {
    habit: Habit,
    charges: HashMap<String, Charge>,
    /// Method and path of each request, and its body.
    asked: Vec<(String, String)>,
}

pub struct Bank {
    pub url: String,
    books: Arc<Mutex<Books>>,
    client: reqwest::Client,
    task: JoinHandle<()>,
}

impl Drop for Bank {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Bank {
    pub async fn open() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let books = Books { habit: Habit::Good, charges: HashMap::new(), asked: Vec::new() };
        let books = Arc::new(Mutex::new(books));
        let router = Router::new().fallback(answer).with_state(Arc::clone(&books));
        let task = tokio::spawn(async move { axum::serve(listener, router).await.expect("the bank serves") });
        #[expect(clippy::disallowed_methods, reason = "a bank's program, not the application's")]
        let client = reqwest::Client::new();
        Bank { url, books, client, task }
    }

    fn books(&self) -> MutexGuard<'_, Books> {
        self.books.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn is(&self, habit: Habit) {
        self.books().habit = habit;
    }

    /// Method and path of all requests so far, and what was asked.
    pub fn asked(&self) -> Vec<(String, String)> {
        self.books().asked.clone()
    }

    pub fn count(&self, begins: &str) -> usize {
        self.books().asked.iter().filter(|(what, _)| what.starts_with(begins)).count()
    }

    pub fn charge(&self, reference: &str) -> Charge {
        self.books().charges.get(reference).cloned().unwrap_or_else(|| panic!("no charge {reference}"))
    }

    /// The only payment in the books.
    pub fn only(&self) -> String {
        let books = self.books();
        assert_eq!(books.charges.len(), 1, "{:?}", books.charges);
        books.charges.keys().next().expect("one").clone()
    }

    /// The customer does something, or a clerk: the books change, and nobody is told.
    pub fn book(&self, reference: &str, state: &str) {
        let mut books = self.books();
        let charge = books.charges.get_mut(reference).unwrap_or_else(|| panic!("no charge {reference}"));
        charge.state = state.to_owned();
    }

    pub fn change(&self, reference: &str, change: impl FnOnce(&mut Charge)) {
        change(self.books().charges.get_mut(reference).expect("the charge"));
    }

    /// Somebody pays by a code that was made elsewhere: the bank hears of the payment now.
    pub fn pay_by_code(&self, reference: &str, amount: &str, callback_url: &str) {
        let charge = fresh("PAID", amount, "KGS", callback_url);
        self.books().charges.insert(reference.to_owned(), charge);
    }

    /// What it would tell of a payment, by its books.
    pub fn message(&self, reference: &str, event: &str) -> Value {
        let charge = self.charge(reference);
        json!({
            "event": event, "reference": reference, "id": charge.id, "state": charge.state, "amount": charge.amount,
            "currency": charge.currency,
        })
    }

    /// Tells the station of a payment, as its books have it. Returns the status of the station's answer.
    pub async fn tell(&self, reference: &str, event: &str) -> u16 {
        let url = self.charge(reference).callback_url;
        self.tell_that(&url, &self.message(reference, event)).await
    }

    /// Tells the station anything, signed.
    pub async fn tell_that(&self, url: &str, message: &Value) -> u16 {
        let body = message.to_string();
        let signed = signature(BANK_KEY.as_bytes(), body.as_bytes());
        self.send(url, body, Some(&signed)).await
    }

    /// Tells anything, signed as it likes.
    pub async fn send(&self, url: &str, body: String, signed: Option<&str>) -> u16 {
        let mut request = self.client.post(url).header("content-type", "application/json").body(body);
        if let Some(signed) = signed {
            request = request.header(SIGNATURE, signed);
        }
        request.send().await.expect("the station answers").status().as_u16()
    }
}

fn fresh(state: &str, amount: &str, currency: &str, callback_url: &str) -> Charge {
    Charge {
        id: format!("B{}", Uuid::from_u64_pair(rand::random(), rand::random()).simple()),
        state: state.to_owned(),
        amount: amount.to_owned(),
        currency: currency.to_owned(),
        callback_url: callback_url.to_owned(),
        refunds: HashMap::new(),
        captures: 0,
        voids: 0,
    }
}

async fn answer(
    State(books): State<Arc<Mutex<Books>>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let body = String::from_utf8_lossy(&body).into_owned();
    let path = uri.path().to_owned();
    let habit = {
        let mut books = books.lock().unwrap_or_else(PoisonError::into_inner);
        books.asked.push((format!("{method} {path}"), body.clone()));
        books.habit
    };
    match habit {
        Habit::Slow(wait) => tokio::time::sleep(wait).await,
        Habit::Silent => return broken_off(),
        Habit::Broken => return (StatusCode::INTERNAL_SERVER_ERROR, "the core is down").into_response(),
        Habit::Refusing => {
            return (StatusCode::UNPROCESSABLE_ENTITY, r#"{"error":"limit of the shop"}"#).into_response();
        }
        Habit::Babbling => return (StatusCode::OK, "<html>maintenance, card 4111111111111111</html>").into_response(),
        Habit::Good | Habit::Forgetful => {}
    }
    let signed = signature(BANK_KEY.as_bytes(), request_text(method.as_str(), &path, &body).as_bytes());
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    if header(SIGNATURE) != signed || header(MERCHANT) != BANK_MERCHANT {
        return (StatusCode::UNAUTHORIZED, r#"{"error":"signature"}"#).into_response();
    }
    let order: Value = serde_json::from_str(&body).unwrap_or_default();
    let done = done(&mut books.lock().unwrap_or_else(PoisonError::into_inner), &method, &path, &order);
    if habit == Habit::Forgetful {
        return broken_off();
    }
    match done {
        Ok(told) => axum::Json(told).into_response(),
        Err((status, words)) => (status, json!({ "error": words }).to_string()).into_response(),
    }
}

/// A body that breaks off: the other side has no answer.
fn broken_off() -> Response {
    let broken = futures::stream::once(async { Err::<Bytes, _>(std::io::Error::other("gone")) });
    axum::body::Body::from_stream(broken).into_response()
}

fn done(books: &mut Books, method: &Method, path: &str, order: &Value) -> Result<Value, (StatusCode, &'static str)> {
    let text = |name: &str| order[name].as_str().unwrap_or_default().to_owned();
    let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    let missing = (StatusCode::NOT_FOUND, "no such payment");
    match (method.as_str(), parts.as_slice()) {
        ("GET", ["ping"]) => Ok(json!({ "state": "OK" })),
        ("POST", ["payments"]) => {
            let charge = books
                .charges
                .entry(text("reference"))
                .or_insert_with(|| fresh("NEW", &text("amount"), &text("currency"), &text("callback_url")));
            Ok(json!({
                "id": charge.id, "state": charge.state, "amount": charge.amount, "currency": charge.currency,
                "page": format!("https://bank.example.com/pay/{}", charge.id),
                "qr": format!("https://qr.bank.example.com/#{}", charge.id),
                "link": format!("https://app.bank.example.com/qr/#{}", charge.id),
            }))
        }
        ("GET", ["payments", reference]) => {
            let charge = books.charges.get(*reference).ok_or(missing)?;
            Ok(told(charge))
        }
        ("POST", ["payments", reference, what @ ("capture" | "void")]) => {
            let charge = books.charges.get_mut(*reference).ok_or(missing)?;
            let after = if *what == "capture" { "PAID" } else { "VOIDED" };
            if charge.state == "AUTHORIZED" {
                if *what == "capture" && order["amount"].as_str() != Some(&charge.amount) {
                    return Err((StatusCode::CONFLICT, "another amount"));
                }
                charge.state = after.to_owned();
                charge.captures += u32::from(*what == "capture");
                charge.voids += u32::from(*what == "void");
            }
            if charge.state != after {
                return Err((StatusCode::CONFLICT, "not authorised"));
            }
            Ok(told(charge))
        }
        ("POST", ["refunds"]) => {
            let charge = books.charges.get_mut(&text("reference")).ok_or(missing)?;
            if charge.state != "PAID" {
                return Err((StatusCode::CONFLICT, "not paid"));
            }
            charge.refunds.insert(text("refund"), text("amount"));
            Ok(json!({ "state": "DONE" }))
        }
        _ => Err((StatusCode::NOT_FOUND, "no such address")),
    }
}

fn told(charge: &Charge) -> Value {
    json!({ "id": charge.id, "state": charge.state, "amount": charge.amount, "currency": charge.currency })
}
