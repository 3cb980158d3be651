//! What the tariff says of those for whom seats are held.

use chrono::{DateTime, Utc};
use sea_orm::DatabaseTransaction;

use crate::features::network::{DiscountRule, Network, Sale};
use crate::graphql::{FieldError, InvalidInput};
use crate::i18n::Language;
use crate::platform::Fault;

use super::categories::{NoCategory, count_category, rule_for};
use super::hold_input::HoldSeatsInput;
use super::hold_seats::Ride;

/// The tariff's rule for each passenger on each ride; `None` for adults.
pub type Rules<'a> = Vec<Vec<Option<&'a DiscountRule>>>;

/// Finds them; or what is wrong with the passengers.
pub fn categories<'a>(
    network: &'a Network,
    (language, now, channel): (Language, DateTime<Utc>, &str),
    input: &HoldSeatsInput,
    rides: &[Ride],
) -> Result<Rules<'a>, Vec<FieldError>> {
    let mut errors = Vec::new();
    let mut rules: Rules<'a> = Vec::new();
    for (n, passenger) in input.passengers.iter().enumerate() {
        let mut of_rides = Vec::new();
        for ride in rides {
            let sale = Sale::of(&ride.trip.route, now, channel);
            match rule_for(network, &sale, &passenger.category, ride.trip.local_date(ride.from)) {
                Ok(rule) => of_rides.push(rule),
                Err(problem) => {
                    let code = match problem {
                        NoCategory::NotHere => "CATEGORY_NOT_HERE",
                        NoCategory::OutOfSeason => "CATEGORY_OUT_OF_SEASON",
                    };
                    errors.push(FieldError::new(language, format!("passengers.{n}.category"), code, &[]));
                    break;
                }
            }
        }
        rules.push(of_rides);
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let on_lap = |rules: &[Option<&DiscountRule>]| rules.iter().flatten().any(|rule| !rule.own_seat);
    let grown = |rules: &[Option<&DiscountRule>]| rules.iter().flatten().all(|rule| rule.age_to.is_none());
    let laps = rules.iter().filter(|rules| on_lap(rules)).count();
    let adults = rules.iter().filter(|rules| grown(rules)).count();
    if laps > adults {
        errors.push(FieldError::new(language, "passengers", "LAPS_PER_ADULT", &[]));
    }
    let seated = rules.len() - laps;
    for (n, ride) in rides.iter().enumerate() {
        if ride.wanted.as_ref().is_some_and(|wanted| wanted.len() != seated) {
            errors.push(FieldError::new(
                language,
                format!("segments.{n}.seats"),
                "SEAT_COUNT",
                &[("count", &seated.to_string())],
            ));
        }
    }
    if errors.is_empty() { Ok(rules) } else { Err(errors) }
}

/// Categories that have only so many places on a trip. Counted after the trip's version was raised, so nobody else is
/// counting at the same time.
pub async fn quotas(
    tx: &DatabaseTransaction,
    language: Language,
    input: &HoldSeatsInput,
    rides: &[Ride],
    rules: &Rules<'_>,
    now: DateTime<Utc>,
) -> Result<Option<InvalidInput>, Fault> {
    for (n, ride) in rides.iter().enumerate() {
        for (passenger, of_rides) in input.passengers.iter().zip(rules) {
            let Some(quota) = of_rides.get(n).copied().flatten().and_then(|rule| rule.quota_per_trip) else { continue };
            if count_category(tx, ride.trip.id, &passenger.category, now).await? > u64::try_from(quota).unwrap_or(0) {
                let at = input.passengers.iter().position(|other| other.category == passenger.category).unwrap_or(0);
                let field = FieldError::new(
                    language,
                    format!("passengers.{at}.category"),
                    "CATEGORY_QUOTA",
                    &[("count", &quota.to_string())],
                );
                return Ok(Some(InvalidInput::new(language, vec![field])));
            }
        }
    }
    Ok(None)
}
