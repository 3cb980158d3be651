use domain::terminal::{Outcome, TxnState};

use crate::app::App;
use crate::i18n::Language;
use crate::platform::Fault;

use super::door::Answer;
use super::reply::Reply;
use super::request::Asked;
use super::settings::Settings;
use super::transaction::{Begun, begin};

/// What came of a transaction: as its payment was answered, or that it was cancelled. It waits for a payment that is being
/// worked on, so that a network never hears that there is none of what is just being booked.
pub async fn status(app: &App, network: &Settings, asked: &Asked) -> Result<Answer, Fault> {
    let Some(txn) = asked.good_txn() else {
        return Answer::of(network, &Reply::of(Outcome::Other, None, Language::default()));
    };
    let tx = app.db.begin().await?;
    let begun = begin(app, &tx, network, txn).await?;
    let plain = |outcome| Reply::of(outcome, Some(txn), Language::default());
    let reply = match begun {
        Begun::Fresh(_) => plain(Outcome::NoTransaction),
        Begun::Busy => plain(Outcome::InProgress),
        Begun::Known(row) => {
            let outcome = match TxnState::parse(&row.state) {
                Some(TxnState::Paid) => Outcome::Ok,
                Some(TxnState::Cancelled) => Outcome::Cancelled,
                Some(TxnState::Refused) => Outcome::parse(&row.outcome).unwrap_or(Outcome::Refused),
                None => return Err(Fault::new("a transaction in no known state")),
            };
            let sum_minor = (outcome == Outcome::Ok).then_some(row.sum_minor);
            Reply { number: Some(row.number), sum_minor, ..plain(outcome) }
        }
    };
    Ok(tx.give_up(Answer::of(network, &reply)?).await?)
}
