//! Which orders can be paid now: the same for every way of payment.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::order::{LineState, OrderStatus};
use domain::price::{Part, PartKind, carrier_share};
use domain::wallet::Refused;
use sea_orm::EntityTrait;
use uuid::Uuid;

use ::entity::{order_line, wallet};

use crate::app::App;
use crate::features::network::{is_of_promotion, trip_view};
use crate::features::order::{Bundle, awaits_exchange, parts_of};
use crate::features::wallet::admits;
use crate::platform::Fault;

/// Why an order cannot be paid.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotPayable {
    /// When the hold ended.
    Expired(DateTime<Utc>),
    /// Paid or given up.
    Closed(OrderStatus),
    /// Somebody is not named yet, or cannot be reached.
    NotReady,
    /// It has become less than its promotional code asks for.
    BelowPromotion,
    RoadClosed,
    /// It is a company's, and paid from its account alone.
    Company,
    /// The account that it tops up takes no such sum.
    Wallet(Refused),
}

impl NotPayable {
    /// For people; the key of the words is `field.CODE`.
    pub fn code(self) -> &'static str {
        match self {
            NotPayable::Expired(_) | NotPayable::Closed(_) => "ORDER_CLOSED",
            NotPayable::NotReady => "NOT_READY_TO_PAY",
            NotPayable::BelowPromotion => "PROMOTION_BELOW",
            NotPayable::RoadClosed => "ROAD_CLOSED",
            NotPayable::Company => "COMPANY_PAYS",
            NotPayable::Wallet(refused) => refused.code(),
        }
    }
}

/// Whether an order can be paid by money that comes from outside: a company's is paid from its account alone, since it has the
/// company's price.
pub async fn payable(app: &App, bundle: &Bundle, late: bool) -> Result<Result<Option<Uuid>, NotPayable>, Fault> {
    let buyable = buyable(app, bundle, late).await?;
    Ok(buyable.and_then(|exchange| bundle.order.company_id.map_or(Ok(exchange), |_| Err(NotPayable::Company))))
}

/// Whether a held order can be paid, or the difference of an exchange that waits for it: the answer is that exchange, if it
/// is one. `late`: money that was taken already is good for a hold that has ended, too.
pub async fn buyable(app: &App, bundle: &Bundle, late: bool) -> Result<Result<Option<Uuid>, NotPayable>, Fault> {
    let now = app.clock.now();
    let exchange_id = bundle.waiting_exchange(now);
    match bundle.status(now) {
        OrderStatus::Held => {}
        _ if exchange_id.is_some() => {}
        OrderStatus::Expired if late => {}
        OrderStatus::Expired => return Ok(Err(NotPayable::Expired(bundle.order.hold_until))),
        status => return Ok(Err(NotPayable::Closed(status))),
    }
    if !bundle.ready_to_pay() {
        return Ok(Err(NotPayable::NotReady));
    }
    if let Some(wallet) = bundle.order.wallet_id {
        let refused = refused_by(app, wallet, bundle.total_minor()).await?;
        return Ok(refused.map_or(Ok(None), |refused| Err(NotPayable::Wallet(refused))));
    }
    if exchange_id.is_none() && below_minimum(app, bundle).await? {
        return Ok(Err(NotPayable::BelowPromotion));
    }
    if road_closed(app, bundle).await? {
        return Ok(Err(NotPayable::RoadClosed));
    }
    Ok(Ok(exchange_id))
}

/// Why an internal account takes no such sum now.
async fn refused_by(app: &App, id: Uuid, amount_minor: i64) -> Result<Option<Refused>, Fault> {
    let limits = app.network.get(app).await?.settings.wallet;
    let row = wallet::Entity::find_by_id(id).one(app.db.read()).await?;
    let row = row.ok_or_else(|| Fault::new("a top-up without its wallet"))?;
    Ok(admits(limits, &row, amount_minor).err())
}

/// Whether the road of a ride that is not paid yet was closed after its seats were held: nothing is sold of it any more.
async fn road_closed(app: &App, bundle: &Bundle) -> Result<bool, Fault> {
    let unpaid = |line: &&order_line::Model| match LineState::parse(&line.state) {
        Some(LineState::Held) => true,
        Some(LineState::Expired) => !awaits_exchange(line),
        _ => false,
    };
    let trips: BTreeSet<Uuid> = bundle.lines.iter().filter(unpaid).map(|line| line.space_id).collect();
    for trip in trips {
        if trip_view(app, trip).await?.is_some_and(|trip| trip.road_closed) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether the order has become less than its code asks for: somebody may have been taken out of it since.
async fn below_minimum(app: &App, bundle: &Bundle) -> Result<bool, Fault> {
    let network = app.network.get(app).await?;
    let Some(rule) = network.rules().promotion(bundle.order.promotion_id) else { return Ok(false) };
    let parts = bundle.counted_lines().flat_map(parts_of);
    let fares: Vec<Part> =
        parts.filter(|part| !is_of_promotion(&part.rule) && part.kind != PartKind::Baggage).collect();
    Ok(carrier_share(&fares) < rule.terms.minimum_minor)
}
