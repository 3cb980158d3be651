//! What a seat costs: the fare, its class, demand, the passenger's discount, campaigns and codes, fees.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::company::{Sold, Terms};
use domain::price::{self, Discount, Part, Promotion, total};
use domain::promotion::Off;
use uuid::Uuid;

use ::entity::{order, order_line};

use crate::features::network::{DiscountRule, FarePrice, Network, PromotionRule, Route, Sale, TripView};

use super::bundle::Bundle;
use super::categories::{ADULT, rule_for};
use super::types::parts_of;

/// The rule of the part that a company's contract takes off.
pub const CONTRACT: &str = "contract";

/// The fare of a seat as it was held, in minor units.
#[derive(Clone, Debug)]
pub struct HeldFare {
    pub adult_minor: i64,
    pub child_minor: Option<i64>,
    /// What the seat's class and demand have added or taken off.
    pub supplements: Vec<Part>,
}

impl HeldFare {
    pub fn new(fare: &FarePrice, supplements: Vec<Part>) -> Self {
        HeldFare { adult_minor: fare.amount_minor, child_minor: fare.child_minor, supplements }
    }

    /// As a seat's line keeps it.
    pub fn of(line: &order_line::Model) -> Self {
        let supplements = parts_of(line).into_iter().filter(Part::is_supplement).collect();
        HeldFare { adult_minor: line.fare_minor, child_minor: line.child_fare_minor, supplements }
    }
}

/// Who sits there.
#[derive(Clone, Copy)]
pub struct Sitter<'a> {
    pub category: &'a str,
    /// The category's rule; `None` for adults.
    pub rule: Option<&'a DiscountRule>,
    /// Passengers together: adults in a group get its discount.
    pub party: usize,
    /// Of departure from the passenger's stop.
    pub day: NaiveDate,
}

impl Sitter<'_> {
    /// An adult alone, as prices are shown.
    pub fn adult(day: NaiveDate) -> Self {
        Sitter { category: ADULT, rule: None, party: 1, day }
    }
}

fn parts(
    network: &Network,
    sale: &Sale<'_>,
    currency: &str,
    fare: &HeldFare,
    sitter: &Sitter<'_>,
    promotions: &[Promotion],
    fees: bool,
) -> Vec<Part> {
    let group = || network.rules().group_discount(sale, i32::try_from(sitter.party).unwrap_or(i32::MAX));
    let discount = sitter.rule.or_else(group).map(|rule| Discount {
        rule: rule.code.clone(),
        percent_off: rule.percent_off,
        fare_minor: rule.fare_of_child(fare.child_minor),
    });
    let fees = if fees { network.rules().fees(sale, currency) } else { Vec::new() };
    price::seat(fare.adult_minor, &fare.supplements, discount.as_ref(), promotions, &fees)
}

/// The explained price of one passenger's ride, with these promotions taken off one after the other.
pub fn seat_parts(
    network: &Network,
    sale: &Sale<'_>,
    currency: &str,
    fare: &HeldFare,
    sitter: &Sitter<'_>,
    promotions: &[Promotion],
) -> Vec<Part> {
    parts(network, sale, currency, fare, sitter, promotions, true)
}

/// The campaign of a ticket that is sold now: the one that takes most off.
pub fn campaign_for<'a>(
    network: &'a Network,
    sale: &Sale<'_>,
    currency: &str,
    fare: &HeldFare,
    sitter: &Sitter<'_>,
    used_up: &HashSet<Uuid>,
) -> Option<&'a PromotionRule> {
    if !network.rules().has_campaigns() {
        return None;
    }
    let net = total(&parts(network, sale, currency, fare, sitter, &[], false));
    network.rules().campaign(sale, (sitter.day, sitter.category), currency, net, used_up)
}

/// What is shown before a sale: without fees, with the campaign and, where there is one, without it.
pub struct Shown<'a> {
    pub parts: Vec<Part>,
    pub campaign: Option<&'a PromotionRule>,
    /// Minor units, without the campaign.
    pub before_minor: i64,
}

pub fn shown<'a>(
    network: &'a Network,
    sale: &Sale<'_>,
    currency: &str,
    fare: &HeldFare,
    sitter: &Sitter<'_>,
    used_up: &HashSet<Uuid>,
) -> Shown<'a> {
    let plain = parts(network, sale, currency, fare, sitter, &[], false);
    let before_minor = total(&plain);
    let rules = network.rules();
    let campaign = rules.campaign(sale, (sitter.day, sitter.category), currency, before_minor, used_up);
    let parts = match campaign {
        Some(rule) => parts(network, sale, currency, fare, sitter, &[rule.of_price()], false),
        None => plain,
    };
    Shown { parts, campaign, before_minor }
}

/// The price of a held seat anew, for who has this category: by the rules and the fare of the order's time, with the
/// campaign that it was held with. A code that is for the ride comes on top where it may, and otherwise stands instead of
/// the campaign where that is better for the passenger.
pub fn held_parts(
    network: &Network,
    bundle: &Bundle,
    ride: &TripView,
    line: &order_line::Model,
    category: &str,
    code: Option<&PromotionRule>,
) -> Vec<Part> {
    let sale = Sale::of(&ride.route, bundle.order.created_at, &bundle.order.channel);
    let day = ride.local_date(line.from_call);
    let rule = rule_for(network, &sale, category, day).ok().flatten();
    let sitter = Sitter { category, rule, party: bundle.present_passengers().count(), day };
    let fare = HeldFare::of(line);
    let campaign = network.rules().promotion(line.campaign_id).filter(|rule| rule.terms.admits(category));
    let campaign = campaign.map(|rule| rule.of_held(line.campaign_minor));
    let code = code.filter(|code| code.terms.covers(&sale.ride(day)) && code.terms.admits(category));
    let with = |promotions: &[Promotion]| {
        let off = with_contract(&bundle.order, (&ride.route, category), promotions);
        seat_parts(network, &sale, &line.currency, &fare, &sitter, &off)
    };
    with_best(campaign.as_ref(), code, with)
}

/// What is taken off a seat, with what the contract of the order's company takes off after it.
pub fn with_contract(
    order: &order::Model,
    (route, category): (&Route, &str),
    promotions: &[Promotion],
) -> Vec<Promotion> {
    let terms = order.company_terms.clone().and_then(|terms| serde_json::from_value::<Terms>(terms).ok());
    let sold = Sold { route: route.id, service_class: &route.service_class, category };
    let percent = terms.and_then(|terms| terms.percent_off(sold));
    let contract =
        percent.map(|percent| Promotion { rule: CONTRACT.into(), off: Off::Percent(percent), most_minor: None });
    promotions.iter().cloned().chain(contract).collect()
}

/// A price with a campaign and a code: both where the code may be combined, otherwise the one that is better for the
/// passenger, and of equal ones the campaign.
pub fn with_best(
    campaign: Option<&Promotion>,
    code: Option<&PromotionRule>,
    with: impl Fn(&[Promotion]) -> Vec<Part>,
) -> Vec<Part> {
    let Some(code) = code else { return with(campaign.cloned().as_slice()) };
    let (off, campaign) = (code.of_price(), campaign.cloned());
    if code.combinable {
        return with(&campaign.into_iter().chain([off]).collect::<Vec<_>>());
    }
    let (one, other) = (with(campaign.as_slice()), with(&[off]));
    if total(&other) < total(&one) { other } else { one }
}
