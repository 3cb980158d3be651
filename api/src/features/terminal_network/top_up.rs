//! Digits alone name an internal account: what is paid for one is put there, as much as the customer gives.

use domain::terminal::{Outcome, excess};
use domain::wallet::Refused;
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use ::entity::wallet;

use crate::app::App;
use crate::features::order::PAYMENT_EXTENSION;
use crate::features::wallet::{TopUp, admits, begin, masked_holder, wallet_by_number};
use crate::i18n::{Language, t};
use crate::platform::Fault;

use super::reply::Reply;
use super::settings::Settings;

/// Whether an account takes so much. Registers nothing. A sum of zero, or none, asks for the account alone.
pub async fn check_top_up(
    app: &App,
    network: &Settings,
    number: &str,
    sum: Option<i64>,
    txn: Option<&str>,
) -> Result<Reply, Fault> {
    let language = Language::default();
    let db = app.db.read();
    let Some(row) = wallet_by_number(db, number).await? else {
        return Ok(Reply::of(Outcome::NoAccount, txn, language));
    };
    let outcome = match sum.filter(|sum| *sum > 0) {
        Some(sum) => refused(app, network, &row, sum).await?.err().unwrap_or(Outcome::Ok),
        None if row.currency != network.row.currency => Outcome::Refused,
        None if row.blocked_at.is_some() => Outcome::Inactive,
        None => Outcome::Ok,
    };
    if outcome != Outcome::Ok {
        return Ok(Reply::of(outcome, txn, language));
    }
    let holder = masked_holder(db, &row).await?;
    let comment = t(language, "terminal.top_up", &[("number", &row.number), ("holder", &holder)]);
    Ok(Reply { fields: vec![("holder", holder)], ..Reply::saying(Outcome::Ok, txn, comment) })
}

async fn refused(app: &App, network: &Settings, row: &wallet::Model, sum: i64) -> Result<Result<(), Outcome>, Fault> {
    if row.currency != network.row.currency {
        return Ok(Err(Outcome::Refused));
    }
    if let Err(outcome) = excess(sum, sum, network.bounds()) {
        return Ok(Err(outcome));
    }
    let limits = app.network.get(app).await?.settings.wallet;
    Ok(admits(limits, row, sum).map_err(|refused| match refused {
        Refused::Blocked => Outcome::Inactive,
        Refused::TooSmall => Outcome::TooSmall,
        Refused::TooLarge | Refused::Full => Outcome::TooLarge,
        Refused::NotEnough => Outcome::Refused,
    }))
}

/// The order of a top-up, in the transaction of its payment; why there is none.
pub async fn begin_top_up(
    app: &App,
    tx: &DatabaseTransaction,
    network: &Settings,
    number: &str,
    sum_minor: i64,
) -> Result<Result<Uuid, Outcome>, Fault> {
    let Some(wallet) = wallet_by_number(tx, number).await? else { return Ok(Err(Outcome::NoAccount)) };
    if let Err(outcome) = refused(app, network, &wallet, sum_minor).await? {
        return Ok(Err(outcome));
    }
    let of = TopUp {
        wallet: &wallet,
        amount_minor: sum_minor,
        channel: "TERMINAL",
        by: None,
        language: Language::default(),
        until: app.clock.now() + PAYMENT_EXTENSION,
    };
    Ok(Ok(begin(app, tx, &of).await?.id))
}
