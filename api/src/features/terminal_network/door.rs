//! Who may ask, what is answered, and what is kept of it.

use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use chrono::TimeDelta;
use domain::terminal::{Command, Outcome};
use sea_orm::EntityTrait;
use uuid::Uuid;

use ::entity::terminal_request;

use crate::app::App;
use crate::i18n::Language;
use crate::platform::Fault;
use crate::platform::limit::Quota;
use crate::platform::secrets::same;

use super::addresses::is_allowed;
use super::cancel::cancel;
use super::check::check;
use super::pay::pay;
use super::reply::Reply;
use super::request::{Asked, Call};
use super::settings::{Settings, password_hash};
use super::status::status;

/// Requests of strangers that are kept, of each network: they are told to everybody, but nobody fills the disk with them.
pub const STRANGERS: Quota = Quota { name: "terminal-stranger", count: 20, per: TimeDelta::minutes(1) };
/// Wrong passwords that are looked at, of each network and address. No longer than a minute: who repairs the password of a
/// whole network's terminals shall not wait.
const GUESSES: Quota = Quota { name: "terminal-password", count: 10, per: TimeDelta::minutes(1) };
/// A transaction that meets another one in the database is tried again for so long: networks wait about a minute.
const PATIENCE: Duration = Duration::from_secs(15);
/// Of the header with which the office tries a network's door.
const TEST: &str = "Beket-Test ";
/// A test's header is good so long.
const TEST_SECONDS: i64 = 60;

/// An answer and what it says.
pub struct Answer {
    pub outcome: Outcome,
    /// The document.
    pub body: String,
}

impl Answer {
    pub fn of(network: &Settings, reply: &Reply) -> Result<Self, Fault> {
        Ok(Answer { outcome: reply.outcome, body: reply.write(network)? })
    }
}

/// What goes back over HTTP.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Told {
    pub status: u16,
    pub body: String,
    /// Seconds until a password is looked at again.
    pub retry_after: Option<i64>,
}

/// Whose request it is.
enum Caller {
    Network,
    /// Of the office, through the same door.
    Test,
    /// Why it is not answered, and with which status.
    Stranger(&'static str, Told),
}

/// Answers a request at a network's address; `None`: there is no such network.
pub async fn ask(app: &App, code: &str, call: &Call) -> Option<Told> {
    let began = Instant::now();
    let network = match Settings::find(app, code).await {
        Ok(Some(network)) => network,
        Ok(None) => return None,
        Err(fault) => {
            tracing::error!(?fault, code, "a terminal's network cannot be read");
            return Some(xml(temporary().write_usual().unwrap_or_default()));
        }
    };
    let asked = Asked::read(call);
    let (seen, told) = match caller(app, &network, call).await {
        Caller::Stranger(why, told) => {
            if app.limits.take(STRANGERS, code).await.is_err() {
                return Some(told);
            }
            (Err(why), told)
        }
        caller => {
            let answer = respond(app, &network, &asked, matches!(caller, Caller::Test), began).await;
            (Ok(answer.outcome), xml(answer.body))
        }
    };
    let took = i64::try_from(began.elapsed().as_millis()).unwrap_or(i64::MAX);
    let row = terminal_request::Model {
        id: app.ids.new(),
        network_id: network.row.id,
        at: app.clock.now(),
        address: call.address.clone(),
        raw: call.raw(),
        command: asked.command.clone(),
        txn: asked.txn.clone(),
        account: asked.named(),
        outcome: seen.map_or_else(|why| why, Outcome::code).to_owned(),
        result: seen.ok().map(|outcome| network.results.number(outcome)),
        status: i32::from(told.status),
        answer: told.body.clone(),
        took_ms: took,
        trouble: seen.map_or(true, Outcome::is_trouble),
    };
    let kept = terminal_request::Entity::insert(terminal_request::ActiveModel::from(row));
    if let Err(error) = kept.exec_without_returning(&app.db.once()).await {
        // What was done is done: the network hears of it.
        tracing::error!(%error, code, "a terminal's request could not be kept");
    }
    Some(told)
}

fn xml(body: String) -> Told {
    Told { status: 200, body, retry_after: None }
}

fn temporary() -> Reply {
    Reply::of(Outcome::Temporary, None, Language::default())
}

async fn caller(app: &App, network: &Settings, call: &Call) -> Caller {
    let header = call.authorization.as_deref().unwrap_or_default();
    if header.strip_prefix(TEST).is_some_and(|token| is_test(app, network.row.id, token)) {
        return Caller::Test;
    }
    if !is_allowed(&network.addresses, &call.address) {
        let body = "this address may not ask".to_owned();
        return Caller::Stranger("FORBIDDEN", Told { status: 403, body, retry_after: None });
    }
    let key = format!("{}:{}", network.row.code, call.address);
    let retry_after = match app.limits.guess(GUESSES, &key, || knows_password(app, network, header)).await {
        Ok(true) => return Caller::Network,
        Ok(false) => None,
        Err(limited) => Some(limited.retry_after_seconds),
    };
    Caller::Stranger("UNAUTHORIZED", Told { status: 401, body: "login and password".to_owned(), retry_after })
}

fn knows_password(app: &App, network: &Settings, header: &str) -> bool {
    let Some((scheme, sent)) = header.split_once(' ') else { return false };
    let sent = STANDARD.decode(sent.trim()).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let Some(sent) = sent.filter(|_| scheme.eq_ignore_ascii_case("basic")) else { return false };
    let Some((login, password)) = sent.split_once(':') else { return false };
    let right = same(&password_hash(app, network.row.id, password), &network.row.password);
    right && same(login.as_bytes(), network.row.login.as_bytes())
}

/// What the office shows instead of the password, which it does not know, when it tries a network's door.
pub fn test_header(app: &App, network: Uuid) -> String {
    let until = app.clock.now().timestamp() + TEST_SECONDS;
    format!("{TEST}{until}.{}", test_mac(app, network, until))
}

fn test_mac(app: &App, network: Uuid, until: i64) -> String {
    URL_SAFE_NO_PAD.encode(app.secrets.token_hash("terminal test", &format!("{network}\n{until}")))
}

fn is_test(app: &App, network: Uuid, token: &str) -> bool {
    let Some((until, mac)) = token.split_once('.') else { return false };
    let Ok(until) = until.parse::<i64>() else { return false };
    app.clock.now().timestamp() <= until && same(mac.as_bytes(), test_mac(app, network, until).as_bytes())
}

/// The answer, whatever happens: trouble of ours is told as such, and the network asks again.
async fn respond(app: &App, network: &Settings, asked: &Asked, test: bool, began: Instant) -> Answer {
    loop {
        match answer(app, network, asked, test).await {
            Ok(answer) => return answer,
            Err(fault) if fault.is_transient() && began.elapsed() < PATIENCE => {}
            Err(fault) => {
                tracing::error!(?fault, network = network.row.code, "a terminal's request could not be answered");
                let reply = Reply { txn: asked.good_txn().map(ToOwned::to_owned), ..temporary() };
                return Answer { outcome: reply.outcome, body: reply.write(network).unwrap_or_default() };
            }
        }
    }
}

async fn answer(app: &App, network: &Settings, asked: &Asked, test: bool) -> Result<Answer, Fault> {
    let command = asked.command().filter(|command| match command {
        Command::Check => true,
        Command::Pay => !test,
        Command::Cancel => !test && network.row.cancels,
        Command::Status => !test && network.row.tells_status,
    });
    match command.filter(|_| !asked.doubled && asked.good_txn().is_some()) {
        Some(Command::Check) => Answer::of(network, &check(app, network, asked).await?),
        Some(Command::Pay) => pay(app, network, asked).await,
        Some(Command::Cancel) => cancel(app, network, asked).await,
        Some(Command::Status) => status(app, network, asked).await,
        None => Answer::of(network, &Reply::of(Outcome::Other, asked.good_txn(), Language::default())),
    }
}
