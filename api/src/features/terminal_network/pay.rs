use chrono::{DateTime, Utc};
use domain::ledger::Account;
use domain::terminal::{self, AccountRef, Outcome, TxnState, excess};
use sea_orm::DatabaseTransaction;

use ::entity::{payment, terminal_payment};

use crate::app::App;
use crate::features::order::{Bundle, lock_order};
use crate::features::payment::{Settled, received, sell, tell_settled};
use crate::i18n::{Language, money, t};
use crate::platform::Fault;

use super::check::{due, language_of};
use super::door::Answer;
use super::reply::Reply;
use super::request::Asked;
use super::settings::Settings;
use super::top_up::begin_top_up;
use super::transaction::{Begun, begin, complete, order_of};

/// A payment as the network tells it.
struct Wanted {
    txn: String,
    /// A number of ours where it is one, otherwise as it was typed.
    account: String,
    names: Option<AccountRef>,
    sum_minor: i64,
    at: Option<DateTime<Utc>>,
}

/// Why nothing is bought, and in whose language it is told.
type Refusal = (Outcome, Language);

/// What was bought, and how much more was paid.
struct Sold {
    bundle: Bundle,
    settled: Settled,
    excess_minor: i64,
}

/// What came of a try to buy.
enum Tried {
    Sold(Box<Sold>),
    Refused(Refusal),
    /// The same, but what was written has to be rolled back.
    Undone(Refusal),
}

/// Takes the money that a customer has given to a terminal: what is due is bought and booked, or it is refused for good and
/// nothing is booked. Asked again, it answers the same to the byte.
pub async fn pay(app: &App, network: &Settings, asked: &Asked) -> Result<Answer, Fault> {
    let (Some(txn), Ok(Some(sum_minor)), Ok(at), Some(account)) =
        (asked.good_txn(), asked.sum(network), asked.paid_at(), asked.named())
    else {
        return Answer::of(network, &Reply::of(Outcome::Other, asked.good_txn(), Language::default()));
    };
    let wanted = Wanted { txn: txn.to_owned(), account, names: asked.names(), sum_minor, at };
    match attempt(app, network, &wanted, None).await? {
        Ok(answer) => Ok(answer),
        // The refusal is written down by itself. If somebody else has had the transaction meanwhile, theirs counts.
        Err(refusal) => {
            let written = attempt(app, network, &wanted, Some(refusal)).await?;
            written.map_err(|_| Fault::new("a refusal was tried to be sold"))
        }
    }
}

/// One try, or with `refused` none. `Err`: nothing is bought, and that is still to be written down.
async fn attempt(
    app: &App,
    network: &Settings,
    wanted: &Wanted,
    refused: Option<Refusal>,
) -> Result<Result<Answer, Refusal>, Fault> {
    let tx = app.db.begin().await?;
    let mut row = match begin(app, &tx, network, &wanted.txn).await? {
        Begun::Fresh(row) => row,
        Begun::Known(known) => return Ok(tx.give_up(Ok(repeated(network, wanted, &known)?)).await?),
        Begun::Busy => {
            let busy = Reply::of(Outcome::InProgress, Some(&wanted.txn), Language::default());
            return Ok(tx.give_up(Ok(Answer::of(network, &busy)?)).await?);
        }
    };
    row.account.clone_from(&wanted.account);
    row.sum_minor = wanted.sum_minor;
    row.txn_at = wanted.at;
    let tried = match refused {
        Some(refusal) => Tried::Refused(refusal),
        None => buy(app, &tx, network, wanted, &mut row).await?,
    };
    let (reply, sold) = match tried {
        Tried::Sold(sold) => (paid(&row, &sold), Some(sold)),
        Tried::Refused((outcome, language)) => {
            (Reply { number: Some(row.number), ..Reply::of(outcome, Some(&row.txn), language) }, None)
        }
        Tried::Undone(refusal) => return Ok(tx.give_up(Err(refusal)).await?),
    };
    let answer = Answer::of(network, &reply)?;
    row.state = if sold.is_some() { TxnState::Paid } else { TxnState::Refused }.code().into();
    row.outcome = reply.outcome.code().into();
    row.answer.clone_from(&answer.body);
    complete(&tx, row).await?;
    tx.commit().await?;
    if let Some(sold) = sold {
        tell_settled(app, sold.bundle, &sold.settled);
    }
    Ok(Ok(answer))
}

/// Buys what is due, in the caller's transaction.
async fn buy(
    app: &App,
    tx: &DatabaseTransaction,
    network: &Settings,
    wanted: &Wanted,
    row: &mut terminal_payment::Model,
) -> Result<Tried, Fault> {
    let plain = |outcome| Ok(Tried::Refused((outcome, Language::default())));
    if !network.row.enabled {
        return plain(Outcome::Technical);
    }
    let order = match &wanted.names {
        Some(AccountRef::Order(number)) => order_of(tx, number).await?,
        // What such an order puts on the account is what was paid.
        Some(AccountRef::Wallet(number)) => match begin_top_up(app, tx, network, number, wanted.sum_minor).await? {
            Ok(order) => Some(order),
            Err(outcome) => return plain(outcome),
        },
        None => return plain(Outcome::AccountForm),
    };
    let Some(order) = order else { return plain(Outcome::NoAccount) };
    let Some(mut bundle) = lock_order(tx, order).await? else { return plain(Outcome::NoAccount) };
    let language = language_of(&bundle);
    let refused = |outcome| Ok(Tried::Refused((outcome, language)));
    row.order_id = Some(order);
    let due = match due(app, network, &bundle, true).await? {
        Ok(due) => due,
        Err(outcome) => return refused(outcome),
    };
    let excess_minor = match excess(due.minor, wanted.sum_minor, network.bounds()) {
        Ok(excess_minor) => excess_minor,
        Err(outcome) => return refused(outcome),
    };
    let payment = payment::Model {
        gateway_ref: Some(wanted.txn.clone()),
        exchange_id: due.exchange,
        ..received(app, order, &terminal::method(&network.row.code), &bundle.order.currency, wanted.sum_minor)
    };
    row.payment_id = Some(payment.id);
    row.fee_minor = network.fee(wanted.sum_minor);
    let taken = vec![(payment, holder(network), row.fee_minor)];
    match sell(app, tx, &mut bundle, taken).await? {
        Ok(settled) => Ok(Tried::Sold(Box::new(Sold { bundle, settled, excess_minor }))),
        Err(_) => Ok(Tried::Undone((Outcome::Refused, language))),
    }
}

/// Where the money of a network's terminals is: with the network, which owes it to us.
pub fn holder(network: &Settings) -> Account {
    Account::Gateway(terminal::method(&network.row.code))
}

fn paid(row: &terminal_payment::Model, sold: &Sold) -> Reply {
    let language = language_of(&sold.bundle);
    let change = money(language, sold.excess_minor, &sold.bundle.order.currency);
    let sum = money(language, row.sum_minor, &sold.bundle.order.currency);
    let values =
        [("number", sold.bundle.order.number.as_str()), ("change", &change), ("account", &row.account), ("sum", &sum)];
    let key = match (sold.bundle.order.wallet_id, sold.excess_minor) {
        (Some(_), _) => "terminal.topped_up",
        (None, 0) => "terminal.paid",
        (None, _) => "terminal.paid_change",
    };
    Reply {
        number: Some(row.number),
        sum_minor: Some(row.sum_minor),
        ..Reply::saying(Outcome::Ok, Some(&row.txn), t(language, key, &values))
    }
}

/// The answer to a transaction that came before.
fn repeated(network: &Settings, wanted: &Wanted, known: &terminal_payment::Model) -> Result<Answer, Fault> {
    let about =
        |outcome| Reply { number: Some(known.number), ..Reply::of(outcome, Some(&known.txn), Language::default()) };
    if known.state == TxnState::Cancelled.code() {
        return Answer::of(network, &about(Outcome::Cancelled));
    }
    if known.account != wanted.account || known.sum_minor != wanted.sum_minor {
        let words = t(Language::default(), "terminal.other_data", &[]);
        return Answer::of(network, &Reply { comment: words, ..about(Outcome::Other) });
    }
    let outcome = Outcome::parse(&known.outcome).ok_or_else(|| Fault::new("a transaction with no known outcome"))?;
    Ok(Answer { outcome, body: known.answer.clone() })
}
