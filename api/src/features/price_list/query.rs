use std::collections::HashSet;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use domain::dynamic::Look;
use domain::money::{Currency, from_decimal};
use domain::path::{PathStop, carries};
use domain::price::{Part, total};
use domain::price_list::ByDistance;
use domain::promotion::Terms;
use domain::timetable::local_to_utc;
use rust_decimal::Decimal;

use crate::features::network::{PromotionRule, Sale};
use crate::features::order::{
    HeldFare, PassengerCategory, PriceLine, Sitter, campaign_for, price_lines, rule_for, seat_parts, with_best,
};
use crate::features::quota::SalesChannel;
use crate::features::route::{find_path, find_route};
use crate::features::site::HOME_ZONE;
use crate::graphql::{Can, Date, Gid, Kind, Money, Permission, app, error, viewer};
use crate::platform::Fault;

use super::record::ListedPrice;

/// A price by distance, in whole units of the currency.
#[derive(InputObject)]
pub struct ByDistanceInput {
    /// To begin with.
    pub base: Decimal,
    /// For each kilometre.
    pub per_km: Decimal,
    /// Prices are rounded to the nearest multiple of it.
    pub step: Decimal,
    /// No price is less.
    #[graphql(default)]
    pub least: Decimal,
    /// ISO 4217.
    pub currency: String,
}

/// How somebody buys.
#[derive(InputObject)]
pub struct PriceTermsInput {
    /// Passengers together: groups may have a discount.
    #[graphql(default = 1)]
    pub party: i32,
    /// Bought on this day, by the clock of the home station; without it now.
    pub sold_on: Option<Date>,
    #[graphql(default_with = "SalesChannel::Web")]
    pub channel: SalesChannel,
    /// A promotional code, whatever its limits and minimum; campaigns apply by themselves, whatever theirs.
    pub promo_code: Option<String>,
    /// Of the seat, as layouts call it; without it the fare alone.
    pub seat_class: Option<String>,
    /// Suppose so many per cent of the seats to be sold already, from 0 to 100.
    #[graphql(default)]
    pub occupied: i32,
    /// Codes of baggage and extras that each buys, one piece of each.
    #[graphql(default)]
    pub ancillaries: Vec<String>,
}

impl Default for PriceTermsInput {
    fn default() -> Self {
        PriceTermsInput {
            party: 1,
            sold_on: None,
            channel: SalesChannel::Web,
            promo_code: None,
            seat_class: None,
            occupied: 0,
            ancillaries: Vec::new(),
        }
    }
}

/// What one passenger pays, explained.
#[derive(SimpleObject)]
pub struct CategoryPrice {
    pub category: PassengerCategory,
    /// Line by line, in their order.
    pub lines: Vec<PriceLine>,
    pub total: Money,
}

#[derive(Default)]
pub struct PriceListQuery;

#[Object]
impl PriceListQuery {
    /// Staff: prices between all stops of a way that are sold, by their distance; pairs whose distance is not known are
    /// left out. Nothing is saved.
    #[graphql(guard = "Can(Permission::ManagePrices)", complexity = "20 + 20 * child_complexity")]
    async fn prices_by_distance(
        &self,
        ctx: &Context<'_>,
        path_id: ID,
        rule: ByDistanceInput,
    ) -> Result<Vec<ListedPrice>> {
        let (path, _) = find_path(app(ctx).db.read(), viewer(ctx), &path_id).await?;
        let currency = Currency::parse(&rule.currency).map_err(|_| error::bad_input("no such currency"))?;
        let minor = |amount: Decimal| {
            let minor = from_decimal(amount, currency).filter(|minor| (0..=1_000_000_000_000).contains(minor));
            minor.ok_or_else(|| error::bad_input("an amount is below zero or too large"))
        };
        let rule = ByDistance {
            base_minor: minor(rule.base)?,
            per_km_minor: minor(rule.per_km)?,
            step_minor: minor(rule.step)?,
            least_minor: minor(rule.least)?,
        };
        let stops: Vec<PathStop> = serde_json::from_str(&path.stops).map_err(Fault::from)?;
        let mut prices = Vec::new();
        for (index, from) in stops.iter().enumerate() {
            for to in stops[index + 1..].iter().filter(|to| carries(from, to)) {
                let (Some(start), Some(end)) = (from.metres, to.metres) else { continue };
                let price = rule.price(end - start).ok_or_else(|| error::bad_input("an amount is too large"))?;
                prices.push(ListedPrice {
                    from_id: Gid::of(Kind::Stop, from.stop),
                    to_id: Gid::of(Kind::Stop, to.stop),
                    price: Money::new(price, currency),
                });
            }
        }
        Ok(prices)
    }

    /// Staff: what passengers of each category pay for a ride of a line that leaves on a date, at noon for rules that count hours,
    /// explained: class, demand, discounts, campaigns, a code, fees, baggage, extras.
    /// Empty where the pair is not sold.
    #[graphql(guard = "Can(Permission::ManagePrices)", complexity = "20 + 10 * child_complexity")]
    async fn price_calculation(
        &self,
        ctx: &Context<'_>,
        route_id: ID,
        from_id: ID,
        to_id: ID,
        date: Date,
        #[graphql(default_with = "PriceTermsInput::default()")] terms: PriceTermsInput,
    ) -> Result<Vec<CategoryPrice>> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let row = find_route(app.db.read(), viewer, &route_id).await?;
        let network = app.network.get(app).await?;
        let stop = |id: &ID| network.stop(Gid::find(Kind::Stop, id)?).ok_or_else(error::not_found);
        let (from, to) = (stop(&from_id)?, stop(&to_id)?);
        let route = network.route(row.id).ok_or_else(error::not_found)?;
        let Some(fare) = network.price(row.id, from, to, date.0) else { return Ok(Vec::new()) };
        let party = usize::try_from(terms.party.clamp(1, 100)).unwrap_or(1);
        let at = terms.sold_on.map_or_else(|| app.clock.now(), |date| noon(date.0));
        let sale = Sale::of(route, at, terms.channel.code());
        // When it leaves is not asked: at noon, so that days count.
        let occupied = u8::try_from(terms.occupied.clamp(0, 100)).unwrap_or(0);
        let look = Look { occupied, hours_ahead: (noon(date.0) - at).num_hours().max(0) };
        let supplements = network.rules().supplements(&sale, &fare, terms.seat_class.as_deref(), look);
        let held = HeldFare::new(&fare, supplements);
        let typed = terms.promo_code.map(|code| code.trim().to_uppercase());
        let ride = sale.ride(date.0);
        let fits = |rule: &&PromotionRule| {
            let unlimited = Terms { minimum_minor: 0, ..rule.terms.clone() };
            typed.as_ref().is_some_and(|typed| rule.is_code(typed))
                && unlimited.rides(&[ride], (at, terms.channel.code()), &fare.currency, 0).is_ok()
        };
        let code = network.rules().promotions.iter().find(fits);
        let taken: Vec<Part> = network
            .rules()
            .ancillaries(&sale, &fare.currency)
            .filter(|rule| terms.ancillaries.contains(&rule.code))
            .flat_map(|rule| rule.kind.price(&rule.code, rule.price_minor))
            .collect();
        let mut prices = Vec::new();
        for category in PassengerCategory::all(&network, at, viewer.language) {
            let Ok(rule) = rule_for(&network, &sale, &category.code, date.0) else { continue };
            let sitter = Sitter { category: &category.code, rule, party, day: date.0 };
            let open = HashSet::new();
            let campaign = campaign_for(&network, &sale, &fare.currency, &held, &sitter, &open);
            let campaign = campaign.map(PromotionRule::of_price);
            let code = code.filter(|code| code.terms.admits(&category.code));
            let mut parts = with_best(campaign.as_ref(), code, |off| {
                seat_parts(&network, &sale, &fare.currency, &held, &sitter, off)
            });
            parts.extend(taken.iter().cloned());
            prices.push(CategoryPrice {
                category: PassengerCategory::find(&network, Some(&sale), &category.code, viewer.language),
                lines: price_lines(&network, viewer.language, &fare.currency, &parts),
                total: Money::of(total(&parts), &fare.currency),
            });
        }
        Ok(prices)
    }
}

/// The middle of a day at the home station.
fn noon(date: NaiveDate) -> DateTime<Utc> {
    local_to_utc(date.and_time(NaiveTime::MIN) + TimeDelta::hours(12), HOME_ZONE)
}
