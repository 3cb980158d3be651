use domain::terminal::{AccountRef, Outcome, excess};
use uuid::Uuid;

use ::entity::order_segment;

use crate::app::App;
use crate::features::network::trip_view;
use crate::features::notification::trip_name;
use crate::features::order::Bundle;
use crate::features::payment::{NotPayable, payable};
use crate::i18n::{Language, money, t};
use crate::platform::Fault;

use super::reply::Reply;
use super::request::Asked;
use super::settings::Settings;
use super::top_up::check_top_up;
use super::transaction::order_of;

/// What is to be paid of an order.
pub struct Due {
    pub minor: i64,
    /// The exchange whose difference it is; none: all of the order.
    pub exchange: Option<Uuid>,
}

/// What an order owes a network's terminal, or why it cannot be paid there. `late`: the money is with the network, so that a
/// hold that has ended is tried too.
pub async fn due(app: &App, network: &Settings, bundle: &Bundle, late: bool) -> Result<Result<Due, Outcome>, Fault> {
    if bundle.order.currency != network.row.currency {
        return Ok(Err(Outcome::Refused));
    }
    let exchange = match payable(app, bundle, late).await? {
        Ok(exchange) => exchange,
        Err(NotPayable::Expired(_) | NotPayable::Closed(_)) => return Ok(Err(Outcome::Inactive)),
        Err(
            NotPayable::NotReady
            | NotPayable::BelowPromotion
            | NotPayable::RoadClosed
            | NotPayable::Company
            | NotPayable::Wallet(_),
        ) => {
            return Ok(Err(Outcome::Refused));
        }
    };
    let minor = match exchange {
        Some(_) => bundle.due_minor(app.clock.now()),
        None => bundle.total_minor(),
    };
    Ok(Ok(Due { minor, exchange }))
}

/// Whether an order can be paid, and what is due. Registers nothing. A sum of zero, or none, asks what is due alone.
pub async fn check(app: &App, network: &Settings, asked: &Asked) -> Result<Reply, Fault> {
    let txn = asked.good_txn();
    let plain = |outcome| Ok(Reply::of(outcome, txn, Language::default()));
    let Ok(sum) = asked.sum(network) else { return plain(Outcome::Other) };
    if !network.row.enabled {
        return plain(Outcome::CannotCheck);
    }
    let number = match asked.names() {
        Some(AccountRef::Order(number)) => number,
        Some(AccountRef::Wallet(number)) => return check_top_up(app, network, &number, sum, txn).await,
        None => return plain(Outcome::AccountForm),
    };
    let db = app.db.read();
    let bundle = match order_of(db, &number).await? {
        Some(id) => Bundle::one(db, id).await?,
        None => None,
    };
    let Some(bundle) = bundle else { return plain(Outcome::NoAccount) };
    let language = language_of(&bundle);
    let due = match due(app, network, &bundle, false).await? {
        Ok(due) => due,
        Err(outcome) => return Ok(Reply::of(outcome, txn, language)),
    };
    let sum = sum.filter(|sum| *sum > 0).unwrap_or(due.minor);
    let outcome = excess(due.minor, sum, network.bounds()).map_or_else(|outcome| outcome, |_| Outcome::Ok);
    let amount = money(language, due.minor, &bundle.order.currency);
    let rides = rides(app, &bundle, &due, language).await?;
    let comment = match outcome {
        Outcome::Ok => t(language, "terminal.due", &[("amount", &amount), ("number", &bundle.order.number)]),
        other => {
            t(language, &format!("terminal.{}", other.code()), &[])
                + " "
                + &t(language, "terminal.due", &[("amount", &amount), ("number", &bundle.order.number)])
        }
    };
    Ok(Reply {
        sum_minor: Some(due.minor),
        fields: vec![("due", amount), ("trip", rides.join("; "))],
        ..Reply::saying(outcome, txn, comment)
    })
}

/// The trips that are paid for, each with its way and time: `501, Бишкек — Ош, 21.11.2026 08:30`.
async fn rides(app: &App, bundle: &Bundle, due: &Due, language: Language) -> Result<Vec<String>, Fault> {
    let of_exchange = |segment: &&order_segment::Model| {
        let new =
            |line: &&::entity::order_line::Model| line.exchange_id == due.exchange && line.segment == segment.position;
        bundle.lines.iter().any(|line| new(&line))
    };
    let rides = match due.exchange {
        Some(_) => bundle.segments.iter().filter(of_exchange).collect(),
        None => bundle.rides(),
    };
    let mut names = Vec::new();
    for ride in rides {
        if let Some(trip) = trip_view(app, ride.trip_id).await? {
            names.push(trip_name(&trip, ride.from_call, ride.to_call, language));
        }
    }
    Ok(names)
}

/// Of the order's mail.
pub fn language_of(bundle: &Bundle) -> Language {
    Language::parse(&bundle.order.language).unwrap_or_default()
}
