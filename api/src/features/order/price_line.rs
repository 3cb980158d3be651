//! A price in steps and words.

use async_graphql::{Enum, SimpleObject};
use domain::price::{Facts, Part, PartKind, merge};
use rust_decimal::Decimal;

use crate::features::blank::PAPER;
use crate::features::network::{Network, class_of_code, in_language};
use crate::graphql::Money;
use crate::i18n::{Language, t};

use super::seat_price::CONTRACT;

/// What a part of a price is.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "domain::price::PartKind")]
pub enum PriceLineKind {
    /// The adult fare.
    Fare,
    /// What a seat of its class costs more than the fare; negative: less.
    ClassSupplement,
    /// What demand adds to the fare, or takes off: negative.
    Demand,
    /// Taken off all of that: negative.
    Discount,
    Baggage,
    /// What the station sells beside tickets.
    Extra,
    StationFee,
    /// For the service of selling. Not returned unless the trip was cancelled.
    ServiceFee,
}

/// One step of a price.
#[derive(SimpleObject, Clone)]
pub struct PriceLine {
    pub kind: PriceLineKind,
    /// In the request's language.
    pub title: String,
    /// Negative for a discount.
    pub amount: Money,
    /// The tariff rule's code.
    pub rule: Option<String>,
    /// The percentage it was computed with.
    pub detail: Option<String>,
}

/// What demand was, in words.
fn demand(language: Language, facts: Facts, percent: Option<Decimal>) -> String {
    match facts {
        Facts::Occupied(percent) => t(language, "part.OCCUPIED", &[("percent", &percent.to_string())]),
        Facts::HoursAhead(hours) if hours < 48 => t(language, "part.HOURS_AHEAD", &[("count", &hours.to_string())]),
        Facts::HoursAhead(hours) => t(language, "part.DAYS_AHEAD", &[("count", &(hours / 24).to_string())]),
        Facts::Ceiling | Facts::Floor => {
            let percent = percent.unwrap_or_default().normalize().to_string();
            t(language, if facts == Facts::Floor { "part.FLOOR" } else { "part.CEILING" }, &[("percent", &percent)])
        }
    }
}

/// The class whose own list made a part.
fn listed_class(language: Language, rule: &str) -> Option<String> {
    let class = class_of_code(rule)?;
    let known = ["standard", "comfort", "vip", "panorama"].contains(&class);
    let name = if known { t(language, &format!("seat_class.{class}"), &[]) } else { class.to_owned() };
    Some(t(language, "part.OF_CLASS", &[("class", &name)]))
}

/// Parts of one kind and rule added up, with words.
pub fn price_lines<'a>(
    network: &Network,
    language: Language,
    currency: &str,
    parts: impl IntoIterator<Item = &'a Part>,
) -> Vec<PriceLine> {
    merge(parts)
        .into_iter()
        .map(|part| {
            let name = network.rules().name(&part.rule).map(|names| in_language(names, language).to_owned());
            let kind = match part.kind {
                PartKind::Fare => "part.FARE",
                PartKind::ClassSupplement => "part.CLASS_SUPPLEMENT",
                PartKind::Demand => "part.DEMAND",
                PartKind::Discount => "part.DISCOUNT",
                PartKind::Baggage => "part.BAGGAGE",
                PartKind::Extra => "part.EXTRA",
                PartKind::StationFee => "part.STATION_FEE",
                PartKind::ServiceFee => "part.SERVICE_FEE",
            };
            let contract = (part.rule == CONTRACT).then(|| t(language, "part.CONTRACT", &[]));
            let paper = (part.rule == PAPER).then(|| t(language, "part.PAPER", &[]));
            let name = name
                .or(contract)
                .or(paper)
                .or_else(|| listed_class(language, &part.rule))
                .unwrap_or_else(|| t(language, kind, &[]));
            let title = match part.facts {
                Some(facts) => format!("{name}: {}", demand(language, facts, part.percent)),
                None => name,
            };
            let bound = matches!(part.facts, Some(Facts::Ceiling | Facts::Floor));
            let signed = |percent: Decimal| {
                let plus = if part.is_supplement() && percent > Decimal::ZERO { "+" } else { "" };
                format!("{plus}{} %", percent.normalize())
            };
            let detail = part.percent.filter(|_| !bound).map(signed);
            PriceLine {
                kind: part.kind.into(),
                title,
                amount: Money::of(part.amount_minor, currency),
                rule: Some(part.rule).filter(|rule| !rule.is_empty()),
                detail,
            }
        })
        .collect()
}
