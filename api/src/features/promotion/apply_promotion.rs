use async_graphql::{Context, InputObject, Object, Result, Union};
use chrono::{DateTime, TimeDelta, Utc};
use domain::order::{LineState, OrderStatus};
use domain::price::{carrier_share, total};
use domain::promotion::{Ride, Unfit};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use ::entity::{order, order_line};

use crate::app::App;
use crate::features::network::{Network, PromotionRule, TripView, trip_views};
use crate::features::order::{
    Bundle, Order, OrderChanged, OrderRefInput, changed, held_parts, lock_changing, own_order, parts_of, reread,
};
use crate::graphql::{FieldError, HoldExpired, InvalidInput, Money, OrderClosed, TooManyAttempts, app, error, viewer};
use crate::i18n::Language;
use crate::platform::Fault;
use crate::platform::limit::Quota;

use super::uses::{Full, take_use};

/// Codes that are not there: more than people mistype, fewer than somebody who guesses needs.
const GUESSES: Quota = Quota { name: "promotion", count: 10, per: TimeDelta::hours(1) };

#[derive(InputObject)]
pub struct ApplyPromotionInput {
    pub order: OrderRefInput,
    /// As it was typed; without it the order's code is taken off again.
    pub code: Option<String>,
}

#[derive(Union)]
pub enum ApplyPromotionResult {
    Changed(OrderChanged),
    InvalidInput(InvalidInput),
    HoldExpired(HoldExpired),
    OrderClosed(OrderClosed),
    TooManyAttempts(TooManyAttempts),
}

enum Rejection {
    Invalid(FieldError),
    Expired(DateTime<Utc>),
    Closed(OrderStatus),
}

#[derive(Default)]
pub struct ApplyPromotion;

#[Object]
impl ApplyPromotion {
    /// Takes a promotional code off the tickets of a held order whose passengers are named, or takes it back; may be
    /// repeated until payment. Where a campaign applies already, a code comes on top if it may be combined, and otherwise
    /// stands instead of it where that is better for the passenger. The error at `code` says why it takes nothing off. TooManyAttempts: after ten unknown codes
    /// within an hour from one address, or for one order.
    #[graphql(complexity = "20 + child_complexity")]
    async fn apply_promotion(&self, ctx: &Context<'_>, input: ApplyPromotionInput) -> Result<ApplyPromotionResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let language = viewer.language;
        let id = own_order(app, viewer, &input.order).await?;
        let network = app.network.get(app).await?;
        let code = input.code.as_deref().map(str::trim).filter(|code| !code.is_empty()).map(str::to_uppercase);
        let promotion = match &code {
            None => None,
            Some(code) => {
                let found = network.rules().promotions.iter().find(|rule| rule.is_code(code));
                for key in [viewer.address.clone(), id.to_string()] {
                    let guess = app.limits.guess(GUESSES, &key, || found.is_some()).await;
                    if let Err(limited) = guess {
                        let wait = TooManyAttempts::new(language, limited.retry_after_seconds);
                        return Ok(ApplyPromotionResult::TooManyAttempts(wait));
                    }
                }
                let Some(found) = found else {
                    let unknown = InvalidInput::one(language, "code", "PROMOTION_UNKNOWN");
                    return Ok(ApplyPromotionResult::InvalidInput(unknown));
                };
                Some(found)
            }
        };
        Ok(match apply(app, language, &network, id, promotion).await?.ok_or_else(error::not_found)? {
            Ok(()) => {
                changed(app, id);
                ApplyPromotionResult::Changed(OrderChanged { order: Order::customers(reread(app, id).await?) })
            }
            Err(Rejection::Invalid(field)) => {
                ApplyPromotionResult::InvalidInput(InvalidInput::new(language, vec![field]))
            }
            Err(Rejection::Expired(at)) => ApplyPromotionResult::HoldExpired(HoldExpired::new(language, at)),
            Err(Rejection::Closed(status)) => {
                ApplyPromotionResult::OrderClosed(OrderClosed::new(language, status.into()))
            }
        })
    }
}

async fn apply(
    app: &App,
    language: Language,
    network: &Network,
    id: Uuid,
    promotion: Option<&PromotionRule>,
) -> Result<Option<Result<(), Rejection>>, Fault> {
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    let row = order::ActiveModel { promotion_id: Set(promotion.map(|rule| rule.id)), ..Default::default() };
    let change = order::Entity::update_many().set(row).filter(order::Column::Id.eq(id));
    let Some(bundle) = lock_changing(app, &tx, change).await? else { return Ok(tx.give_up(None).await?) };
    match bundle.status(now) {
        OrderStatus::Held => {}
        OrderStatus::Expired => return Ok(tx.give_up(Some(Err(Rejection::Expired(bundle.order.hold_until)))).await?),
        status => return Ok(tx.give_up(Some(Err(Rejection::Closed(status)))).await?),
    }
    let ids: Vec<Uuid> = bundle.segments.iter().map(|segment| segment.trip_id).collect();
    let trips = trip_views(app, &ids).await?;
    let rides: Vec<&TripView> = ids.iter().filter_map(|id| trips.get(id)).map(AsRef::as_ref).collect();
    let refused = |code: &str, values: &[(&str, &str)]| {
        Some(Err(Rejection::Invalid(FieldError::new(language, "code", code, values))))
    };
    if let Some(rule) = promotion {
        // Limits by customer need to know who it is.
        if !bundle.ready_to_pay() {
            return Ok(tx.give_up(refused("PROMOTION_NAMES_FIRST", &[])).await?);
        }
        match fits(network, rule, &bundle, &rides, now)? {
            // A campaign that takes off as much stands, and the code is kept for another time.
            Ok(()) if !takes_off(network, rule, &bundle, &rides)? => {
                return Ok(tx.give_up(refused("PROMOTION_CAMPAIGN", &[])).await?);
            }
            Ok(()) => {}
            Err(Unfit::NotNow) => return Ok(tx.give_up(refused("PROMOTION_NOT_NOW", &[])).await?),
            Err(Unfit::NotHere | Unfit::OtherCurrency) => {
                return Ok(tx.give_up(refused("PROMOTION_NOT_HERE", &[])).await?);
            }
            Err(Unfit::TooLittle { minimum_minor }) => {
                let least = Money::of(minimum_minor, &rule.terms.currency);
                let least = format!("{} {}", least.amount, least.currency);
                return Ok(tx.give_up(refused("PROMOTION_MINIMUM", &[("least", &least)])).await?);
            }
        };
    }
    reprice(&tx, network, &bundle, &rides, promotion).await?;
    if let Some(rule) = promotion
        && let Err(full) = take_use(&tx, rule.id, &bundle.order, now).await?
    {
        let code = match full {
            Full::Ended => "PROMOTION_UNKNOWN",
            Full::All => "PROMOTION_USED_UP",
            Full::Customer => "PROMOTION_CUSTOMER",
        };
        return Ok(tx.give_up(refused(code, &[])).await?);
    }
    tx.commit().await?;
    Ok(Some(Ok(())))
}

fn seats(bundle: &Bundle) -> impl Iterator<Item = &order_line::Model> {
    bundle.lines.iter().filter(|line| line.code.is_none() && line.state == LineState::Held.code())
}

/// Whether the code is for the order.
fn fits(
    network: &Network,
    rule: &PromotionRule,
    bundle: &Bundle,
    rides: &[&TripView],
    now: DateTime<Utc>,
) -> Result<Result<(), Unfit>, Fault> {
    let facts: Vec<Ride> = bundle
        .segments
        .iter()
        .zip(rides)
        .map(|(segment, ride)| Ride {
            route: ride.route.id,
            carrier: ride.carrier.id,
            day: ride.local_date(segment.from_call),
        })
        .collect();
    let mut fares = 0;
    for line in seats(bundle) {
        let plain = order_line::Model { campaign_id: None, ..line.clone() };
        fares += carrier_share(&parts(network, bundle, rides, &plain, None)?);
    }
    let order = &bundle.order;
    let found = rule.terms.rides(&facts, (now, &order.channel), &order.currency, fares);
    let someone = bundle.present_passengers().any(|passenger| rule.terms.admits(&passenger.category));
    Ok(if someone { found.map(|_| ()) } else { Err(Unfit::NotHere) })
}

/// Whether some seat costs less with the code.
fn takes_off(network: &Network, rule: &PromotionRule, bundle: &Bundle, rides: &[&TripView]) -> Result<bool, Fault> {
    for line in seats(bundle) {
        let (with, without) =
            (parts(network, bundle, rides, line, Some(rule))?, parts(network, bundle, rides, line, None)?);
        if total(&with) < total(&without) || line.campaign_id.is_none() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A seat's price by the rules of the order's time, with a code or without.
fn parts(
    network: &Network,
    bundle: &Bundle,
    rides: &[&TripView],
    line: &order_line::Model,
    promotion: Option<&PromotionRule>,
) -> Result<Vec<domain::price::Part>, Fault> {
    let position = usize::try_from(line.segment).unwrap_or(0);
    let ride = rides.get(position).ok_or_else(|| Fault::new("a line without its ride"))?;
    let passenger = bundle.passengers.iter().find(|passenger| passenger.id == line.passenger_id);
    let category = passenger.map(|passenger| passenger.category.as_str()).unwrap_or_default();
    Ok(held_parts(network, bundle, ride, line, category, promotion))
}

/// Writes the seats' prices anew, with this code or none.
pub async fn reprice(
    tx: &DatabaseTransaction,
    network: &Network,
    bundle: &Bundle,
    rides: &[&TripView],
    promotion: Option<&PromotionRule>,
) -> Result<(), Fault> {
    for line in seats(bundle) {
        let parts = parts(network, bundle, rides, line, promotion)?;
        if parts == parts_of(line) {
            continue;
        }
        let row = order_line::ActiveModel {
            id: Set(line.id),
            price_minor: Set(total(&parts)),
            parts: Set(serde_json::to_value(&parts)?),
            ..Default::default()
        };
        order_line::Entity::update(row).exec(tx).await?;
    }
    Ok(())
}
