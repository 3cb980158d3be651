use domain::terminal::{Outcome, TxnState};
use sea_orm::DatabaseTransaction;

use ::entity::terminal_payment;

use crate::app::App;
use crate::features::order::lock_order;
use crate::features::refund::{Undone, tell_undone, undo_payment};
use crate::i18n::Language;
use crate::platform::Fault;

use super::check::language_of;
use super::door::Answer;
use super::pay::holder;
use super::reply::Reply;
use super::request::Asked;
use super::settings::Settings;
use super::transaction::{Begun, begin, complete};

/// Takes a payment back: its tickets are void and the network gives the money back itself. Once carried out it answers the
/// same however often it is asked for. One that comes before its payment makes that payment be refused.
pub async fn cancel(app: &App, network: &Settings, asked: &Asked) -> Result<Answer, Fault> {
    let (Some(txn), Ok(sum)) = (asked.good_txn(), asked.sum(network)) else {
        return Answer::of(network, &Reply::of(Outcome::Other, asked.good_txn(), Language::default()));
    };
    let tx = app.db.begin().await?;
    let mut row = match begin(app, &tx, network, txn).await? {
        Begun::Fresh(row) | Begun::Known(row) => row,
        Begun::Busy => {
            let busy = Reply::of(Outcome::InProgress, Some(txn), Language::default());
            return Ok(tx.give_up(Answer::of(network, &busy)?).await?);
        }
    };
    let differs = |row: &terminal_payment::Model| {
        let another = asked.named().is_some_and(|account| account != row.account);
        !row.account.is_empty() && (another || sum.is_some_and(|sum| sum != row.sum_minor))
    };
    if differs(&row) {
        let other = about(&row, Outcome::Other, Language::default());
        return Ok(tx.give_up(Answer::of(network, &other)?).await?);
    }
    if let Some(body) = row.cancel_answer.clone() {
        return Ok(tx.give_up(Answer { outcome: Outcome::Ok, body }).await?);
    }
    let (mut undone, mut language) = (None, Language::default());
    if row.state == TxnState::Paid.code() {
        match take_back(app, &tx, network, &row).await? {
            Ok((done, of_order)) => (undone, language) = (Some(done), of_order),
            Err(of_order) => {
                let refused = about(&row, Outcome::NotCancelled, of_order);
                return Ok(tx.give_up(Answer::of(network, &refused)?).await?);
            }
        }
    }
    // What was refused stays so: there is nothing to take back.
    if row.state != TxnState::Refused.code() || row.answer.is_empty() {
        row.state = TxnState::Cancelled.code().into();
        row.cancelled_at = Some(app.clock.now());
    }
    let words = crate::i18n::t(language, "terminal.taken_back", &[]);
    let reply = Reply { comment: words, ..about(&row, Outcome::Ok, language) };
    let answer = Answer::of(network, &reply)?;
    row.cancel_answer = Some(answer.body.clone());
    complete(&tx, row).await?;
    tx.commit().await?;
    if let Some(undone) = undone {
        tell_undone(app, &undone);
    }
    Ok(answer)
}

fn about(row: &terminal_payment::Model, outcome: Outcome, language: Language) -> Reply {
    Reply { number: Some(row.number), ..Reply::of(outcome, Some(&row.txn), language) }
}

/// Undoes a payment; the language of its order. `Err`: it cannot be undone any more.
async fn take_back(
    app: &App,
    tx: &DatabaseTransaction,
    network: &Settings,
    row: &terminal_payment::Model,
) -> Result<Result<(Undone, Language), Language>, Fault> {
    let (Some(order), Some(payment)) = (row.order_id, row.payment_id) else {
        return Err(Fault::new("a terminal's payment without its order"));
    };
    let bundle = lock_order(tx, order).await?.ok_or_else(|| Fault::new("an order vanished"))?;
    let language = language_of(&bundle);
    let undone = undo_payment(app, tx, &bundle, payment, holder(network), row.fee_minor).await?;
    Ok(undone.map(|undone| (undone, language)).ok_or(language))
}
