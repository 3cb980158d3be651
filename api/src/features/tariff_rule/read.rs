//! What staff have typed of a rule, checked field by field.

use async_graphql::{ID, InputObject};
use chrono::NaiveDate;
use domain::dynamic::{self, Dynamic, Step};
use domain::money::Currency;
use domain::price::Ancillary;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::features::network::{
    AncillaryRule, ClassRule, DiscountRule, DynamicRule, FeeRule, Network, Reach, RefundRule, SCOPE_TAGS, Scopes,
};
use crate::features::quota::SalesChannel;
use crate::graphql::{Date, Form, Gid, Kind, ThreeNamesInput};
use crate::platform::Fault;

use super::types::TariffRuleKind;

#[derive(InputObject)]
pub struct SaveTariffRuleInput {
    /// Of the rule that is changed, in force or planned; without it a new one is made.
    pub code: Option<String>,
    /// As it was read, with `code`: a change on top of somebody else's is refused.
    pub version: Option<i32>,
    /// A rule stays of its kind.
    pub kind: TariffRuleKind,
    /// For what is sold from this day on by the clock of the home station; without it from now on. Not in the past.
    pub from: Option<Date>,
    /// As passengers read it, to 120 letters.
    pub names: ThreeNamesInput,
    /// What a passenger must know or show, to 300 letters. Of discounts, baggage and extras.
    pub conditions: Option<ThreeNamesInput>,
    /// Any of these, each with tags joined by `+`: all, bus, rail, minibus, coach, vip, doubledecker, suburban, intercity,
    /// domestic, international.
    pub scopes: Vec<String>,
    /// Only lines of this carrier, and before the rules for all.
    pub carrier_id: Option<ID>,
    /// Only these lines, at most 200; before the rules of carriers and for all.
    #[graphql(default)]
    pub routes: Vec<ID>,
    /// Only what is sold through these; empty: through all.
    #[graphql(default)]
    pub channels: Vec<SalesChannel>,
    /// The category that a discount makes, a word of Latin capitals; without it the discount is a group's.
    pub category: Option<String>,
    /// Of a discount, from 0 to 100.
    pub percent_off: Option<Decimal>,
    pub age_from: Option<i32>,
    pub age_to: Option<i32>,
    /// Of a discount; false: on a lap.
    #[graphql(default = true)]
    pub own_seat: bool,
    pub quota_per_trip: Option<i32>,
    /// `MM-DD`, with `seasonTo`.
    pub season_from: Option<String>,
    pub season_to: Option<String>,
    /// Of a group's discount, from 2.
    pub min_group: Option<i32>,
    #[graphql(default)]
    pub proof_required: bool,
    /// Of baggage and extras for each piece, of a fee for each ticket, or what a seat of the class costs more than the fare, in whole units of the currency.
    pub amount: Option<Decimal>,
    /// ISO 4217: of the amounts.
    #[graphql(default_with = "\"KGS\".to_owned()")]
    pub currency: String,
    /// Of baggage and extras, for one passenger, from 1 to 20.
    pub max_count: Option<i32>,
    /// Of a fee; true: the station's own.
    #[graphql(default)]
    pub of_station: bool,
    /// Of a fee or a class, instead of `amount`: of a class from -100 to 1,000 of the fare; of a refund or an exchange what comes back. From 0 to 100.
    pub percent: Option<Decimal>,
    /// Of a fee by per cent.
    pub most: Option<Decimal>,
    /// Of a refund or an exchange: in force while so many minutes remain; negative after departure.
    pub minutes_before: Option<i32>,
    /// Of a class: which, as layouts call it.
    pub seat_class: Option<String>,
    /// Of a class or of demand: what is added is rounded to the nearest multiple of it, in whole units of the currency.
    pub step: Option<Decimal>,
    /// Of a rule of demand.
    pub demand: Option<DemandInput>,
}

/// From so much on, until the next step.
#[derive(InputObject, Clone)]
pub struct DemandStepInput {
    /// Per cent of seats that are sold, from 0 to 100, or hours before departure, to a year; above the step before it.
    pub from: i32,
    /// On top of the fare, to 300; below zero, to -90: off it.
    pub percent: Decimal,
}

/// How prices follow demand.
#[derive(InputObject, Clone)]
pub struct DemandInput {
    /// By per cent of the seats that are sold on the fullest leg of the ride; at most 12.
    #[graphql(default)]
    pub occupancy: Vec<DemandStepInput>,
    /// By hours before departure; at most 12.
    #[graphql(default)]
    pub ahead: Vec<DemandStepInput>,
    /// No price is below so many per cent of the fare for the seat's class, from 1 to 100.
    pub floor: Decimal,
    /// None is above, from 100 to 400.
    pub ceiling: Decimal,
}

/// What of a row a person has typed.
pub struct Typed {
    pub scopes: Value,
    pub carrier_id: Option<Uuid>,
    pub routes: Value,
    pub channels: Value,
    pub terms: Value,
}

const CATEGORY_LENGTH: usize = 24;
const CLASS_LENGTH: usize = 24;
const MOST_ROUTES: usize = 200;
const MOST_MINUTES: i32 = 60 * 24 * 60;

pub fn read(form: &mut Form, network: &Network, input: &SaveTariffRuleInput) -> Result<Typed, Fault> {
    let name = form.names("names", &input.names, 120);
    let scopes = Scopes(input.scopes.iter().map(|scope| scope.trim().to_owned()).collect());
    if scopes.0.is_empty() || scopes.0.len() > 20 {
        form.wrong("scopes", "REQUIRED");
    }
    if scopes.0.iter().any(|scope| scope.split('+').any(|tag| !SCOPE_TAGS.contains(&tag))) {
        form.wrong("scopes", "NO_SUCH_SCOPE");
    }
    let carrier_id = input.carrier_id.as_ref().and_then(|id| Gid::read(Kind::Carrier, id));
    if input.carrier_id.is_some() && carrier_id.is_none_or(|id| network.carrier(id).is_none()) {
        form.wrong("carrierId", "NO_SUCH_CARRIER");
    }
    let routes: Vec<Option<Uuid>> = input.routes.iter().map(|id| Gid::read(Kind::Route, id)).collect();
    if routes.len() > MOST_ROUTES || routes.iter().any(|id| id.is_none_or(|id| network.route(id).is_none())) {
        form.wrong("routes", "NO_SUCH_ROUTE");
    }
    let routes: Vec<Uuid> = routes.into_iter().flatten().collect();
    let channels: Vec<&str> = input.channels.iter().map(|channel| channel.code()).collect();
    let condition = match &input.conditions {
        Some(names) if !names.ru.trim().is_empty() => Some(form.names("conditions", names, 300)),
        _ => None,
    };
    let currency = Currency::parse(&input.currency).ok();
    if currency.is_none() {
        form.wrong("currency", "CURRENCY");
    }
    let currency = currency.unwrap_or(Currency::KGS);
    let reach = Reach::default;
    let (code, whole) = (String::new(), Decimal::ONE_HUNDRED);
    let percent = |path: &str, value: Option<Decimal>, form: &mut Form| {
        if value.is_none_or(|value| value < Decimal::ZERO || value > whole || value.scale() > 2) {
            form.wrong_with(path, "BETWEEN", &[("least", "0"), ("most", "100")]);
        }
        value.unwrap_or_default()
    };
    let count = |path: &str, value: Option<i32>, (least, most): (i32, i32), form: &mut Form| {
        if value.is_some_and(|value| !(least..=most).contains(&value)) {
            form.wrong_with(path, "BETWEEN", &[("least", &least.to_string()), ("most", &most.to_string())]);
        }
        value
    };
    let terms = match input.kind {
        TariffRuleKind::Discount => {
            let category = input.category.as_deref().map(str::trim).filter(|category| !category.is_empty());
            let word = |text: &str| {
                text.len() <= CATEGORY_LENGTH
                    && text.starts_with(|c: char| c.is_ascii_uppercase())
                    && text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
            };
            if category.is_some_and(|category| !word(category) || category == "ADULT") {
                form.wrong("category", "CATEGORY_FORM");
            }
            let min_group = count("minGroup", input.min_group, (2, 20), form).filter(|_| category.is_none());
            if category.is_none() && min_group.is_none() {
                form.wrong("minGroup", "REQUIRED");
            }
            let (age_from, age_to) =
                (count("ageFrom", input.age_from, (0, 120), form), count("ageTo", input.age_to, (0, 120), form));
            if age_from.zip(age_to).is_some_and(|(from, to)| to < from) {
                form.wrong("ageTo", "ENDS_BEFORE_START");
            }
            serde_json::to_value(DiscountRule {
                code,
                reach: reach(),
                name,
                condition,
                category: category.map(str::to_owned),
                percent_off: percent("percentOff", input.percent_off, form),
                age_from,
                age_to,
                own_seat: input.own_seat || category.is_none(),
                quota_per_trip: count("quotaPerTrip", input.quota_per_trip, (1, 200), form),
                season: season(form, input),
                min_group,
                proof_required: input.proof_required,
            })?
        }
        TariffRuleKind::Baggage | TariffRuleKind::Extra => serde_json::to_value(AncillaryRule {
            code,
            kind: Ancillary::default(),
            reach: reach(),
            name,
            condition,
            price_minor: form.amount("amount", input.amount.unwrap_or(Decimal::NEGATIVE_ONE), currency),
            currency: currency.code().to_owned(),
            max_count: count("maxCount", Some(input.max_count.unwrap_or(0)), (1, 20), form).unwrap_or(1),
        })?,
        TariffRuleKind::Fee => {
            if input.amount.is_some() == input.percent.is_some() {
                form.wrong("amount", "AMOUNT_OR_PERCENT");
            }
            let most = input.most.filter(|_| input.percent.is_some());
            serde_json::to_value(FeeRule {
                code,
                reach: reach(),
                name,
                of_station: input.of_station,
                fixed_minor: input.amount.map(|amount| form.amount("amount", amount, currency)),
                percent: input.percent.map(|value| percent("percent", Some(value), form)),
                max_minor: most.map(|most| form.amount("most", most, currency)),
                currency: currency.code().to_owned(),
            })?
        }
        TariffRuleKind::Class => {
            if input.amount.is_some() == input.percent.is_some() {
                form.wrong("amount", "AMOUNT_OR_PERCENT");
            }
            let within = Decimal::NEGATIVE_ONE * whole..=Decimal::TEN * whole;
            if input.percent.is_some_and(|percent| !within.contains(&percent) || percent.scale() > 2) {
                form.wrong_with("percent", "BETWEEN", &[("least", "-100"), ("most", "1000")]);
            }
            serde_json::to_value(ClassRule {
                code,
                reach: reach(),
                name,
                seat_class: form.text("seatClass", input.seat_class.as_deref().unwrap_or(""), CLASS_LENGTH),
                percent: input.percent,
                fixed_minor: input.amount.map(|amount| form.amount("amount", amount, currency)),
                currency: currency.code().to_owned(),
                step_minor: step(form, input, currency),
            })?
        }
        TariffRuleKind::Dynamic => {
            let steps = |steps: &[DemandStepInput]| -> Vec<Step> {
                steps.iter().map(|step| Step { from: step.from.into(), percent: step.percent }).collect()
            };
            let terms = match &input.demand {
                Some(demand) => Dynamic {
                    occupancy: steps(&demand.occupancy),
                    ahead: steps(&demand.ahead),
                    floor: demand.floor,
                    ceiling: demand.ceiling,
                    step_minor: step(form, input, currency),
                },
                None => {
                    Dynamic { occupancy: Vec::new(), ahead: Vec::new(), floor: whole, ceiling: whole, step_minor: 1 }
                }
            };
            for fault in terms.faults() {
                tell(form, fault);
            }
            serde_json::to_value(DynamicRule { code, reach: reach(), name, terms })?
        }
        TariffRuleKind::Refund | TariffRuleKind::Exchange => {
            let minutes = count("minutesBefore", input.minutes_before, (-MOST_MINUTES, MOST_MINUTES), form);
            if minutes.is_none() {
                form.wrong("minutesBefore", "REQUIRED");
            }
            serde_json::to_value(RefundRule {
                code,
                reach: reach(),
                name,
                minutes_before: minutes.map(i64::from),
                percent_back: percent("percent", input.percent, form),
            })?
        }
    };
    Ok(Typed { scopes: json!(scopes), carrier_id, routes: json!(routes), channels: json!(channels), terms })
}

/// Minor units; where nothing is said, whole units of the currency.
fn step(form: &mut Form, input: &SaveTariffRuleInput, currency: Currency) -> i64 {
    let step = form.amount("step", input.step.unwrap_or(Decimal::ONE), currency);
    if step > 0 {
        return step;
    }
    if form.is_good() {
        form.wrong("step", "ABOVE_ZERO");
    }
    1
}

fn tell(form: &mut Form, fault: dynamic::Fault) {
    let kind = |of_occupancy| if of_occupancy { "occupancy" } else { "ahead" };
    let between = |form: &mut Form, path: &str, least: &str, most: &str| {
        form.wrong_with(path, "BETWEEN", &[("least", least), ("most", most)]);
    };
    match fault {
        dynamic::Fault::NoSteps => form.wrong("demand.occupancy", "REQUIRED"),
        dynamic::Fault::StepFrom { of_occupancy, index } => {
            form.wrong(format!("demand.{}.{index}.from", kind(of_occupancy)), "STEP_ORDER");
        }
        dynamic::Fault::StepPercent { of_occupancy, index } => {
            between(form, &format!("demand.{}.{index}.percent", kind(of_occupancy)), "-90", "300");
        }
        dynamic::Fault::Floor => between(form, "demand.floor", "1", "100"),
        dynamic::Fault::Ceiling => between(form, "demand.ceiling", "100", "400"),
    }
}

type Day = (u32, u32);

fn season(form: &mut Form, input: &SaveTariffRuleInput) -> Option<(Day, Day)> {
    let day = |text: &str| -> Option<Day> {
        let (month, day) = text.trim().split_once('-')?;
        let (month, day) = (month.parse().ok()?, day.parse().ok()?);
        // Any leap year: 29 February is a day of a season too.
        NaiveDate::from_ymd_opt(2028, month, day).map(|_| (month, day))
    };
    let typed = |text: &Option<String>| text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(day);
    match (typed(&input.season_from), typed(&input.season_to)) {
        (None, None) => None,
        (Some(Some(from)), Some(Some(to))) => Some((from, to)),
        (from, _) => {
            form.wrong(if matches!(from, Some(Some(_))) { "seasonTo" } else { "seasonFrom" }, "SEASON_DAY");
            None
        }
    }
}
