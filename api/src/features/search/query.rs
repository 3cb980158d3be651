use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use chrono::{NaiveTime, TimeDelta};
use uuid::Uuid;

use super::answer::{Search, answer};
use super::price::Party;
use super::types::{
    CarrierFacet, ClassFacet, Journey, JourneyFilterInput, JourneySort, PassengerCountInput, SearchDay, SearchFacets,
    SearchInput, SearchResult,
};
use crate::features::carrier::Carrier;
use crate::features::station::{PlaceSuggestion, find_target};
use crate::graphql::{Date, Gid, Kind, Money, app, error, viewer};
use crate::platform::limit::Quota;

/// Searches from one address; more than a person types, less than a robot would like.
const SEARCHES: Quota = Quota { name: "search", count: 1_200, per: TimeDelta::minutes(1) };

/// Passengers in one search.
const MOST_PASSENGERS: i32 = 20;

#[derive(Default)]
pub struct SearchQuery;

#[Object]
impl SearchQuery {
    /// Journeys on a date: direct ones, and with one change where nothing direct is sold. Sold out, departed and
    /// cancelled ones are in the list, each with its state. NOT_FOUND for an unknown place; BAD_INPUT for a wrong
    /// filter or passengers; RATE_LIMITED after 1,200 a minute from one address.
    #[graphql(complexity = "30 + 2 * child_complexity")]
    async fn search_journeys(&self, ctx: &Context<'_>, input: SearchInput) -> Result<SearchResult> {
        let app = app(ctx);
        let address = &viewer(ctx).address;
        // The machine's own address is no visitor.
        if !address.parse::<IpAddr>().is_ok_and(|address| address.is_loopback()) {
            let limited = app.limits.take(SEARCHES, address).await;
            limited.map_err(|limited| error::rate_limited(limited.retry_after_seconds))?;
        }
        let network = app.network.get(app).await?;
        let (from, to) = (find_target(&network, &input.from)?, find_target(&network, &input.to)?);
        if from == to {
            return Err(error::bad_input("to: must differ from from"));
        }
        let mut asked = input.passengers.iter().flatten().map(|asked| asked.category.as_str());
        if let Some(unknown) = asked.find(|code| !network.rules().knows_category(code)) {
            return Err(error::bad_input(format!("passengers: there is no category {unknown}")));
        }
        let filter = Filter::read(input.filter.unwrap_or_default())?;
        let search = Search {
            from,
            to,
            date: input.date.0,
            party: party(input.passengers)?,
            buyer: viewer(ctx).buyer(),
            changes: filter.max_changes > 0,
        };
        let found = answer(app, &network, &search).await?;
        let facets = facets(&found.journeys);
        let mut journeys: Vec<Journey> = found.journeys.into_iter().filter(|journey| filter.admits(journey)).collect();
        sort(&mut journeys, input.sort);
        let language = viewer(ctx).language;
        let days = found.days.into_iter().map(|day| SearchDay {
            date: Date(day.date),
            journeys: i32::try_from(day.journeys).unwrap_or(i32::MAX),
            price_from: day.price.map(|(minor, currency)| Money::of(minor, &currency)),
        });
        Ok(SearchResult {
            from: PlaceSuggestion::of(&network, from, language),
            to: PlaceSuggestion::of(&network, to, language),
            date: input.date,
            days: days.collect(),
            journeys,
            facets,
        })
    }
}

fn party(passengers: Option<Vec<PassengerCountInput>>) -> Result<Party> {
    let Some(passengers) = passengers.filter(|passengers| !passengers.is_empty()) else {
        return Ok(Party::one_adult());
    };
    if passengers.iter().any(|passengers| !(1..=MOST_PASSENGERS).contains(&passengers.count)) {
        return Err(error::bad_input(format!("passengers: each count from 1 to {MOST_PASSENGERS}")));
    }
    let party = Party(passengers.into_iter().map(|passengers| (passengers.category, passengers.count)).collect());
    if party.0.len() > 20 || party.size() > MOST_PASSENGERS {
        return Err(error::bad_input(format!("passengers: at most {MOST_PASSENGERS} together")));
    }
    Ok(party)
}

struct Filter {
    carriers: Option<Vec<Uuid>>,
    after: Option<NaiveTime>,
    before: Option<NaiveTime>,
    max_changes: i32,
    input: JourneyFilterInput,
}

impl Filter {
    fn read(input: JourneyFilterInput) -> Result<Self> {
        let time = |text: &Option<String>, name: &str| match text {
            None => Ok(None),
            Some(text) => NaiveTime::parse_from_str(text, "%H:%M")
                .map(Some)
                .map_err(|_| error::bad_input(format!("filter.{name}: expected HH:MM"))),
        };
        let carriers = input.carriers.as_ref().filter(|ids| !ids.is_empty());
        Ok(Self {
            carriers: carriers
                .map(|ids| ids.iter().map(|id| Gid::find(Kind::Carrier, id)).collect::<Result<_>>())
                .transpose()?,
            after: time(&input.depart_after, "departAfter")?,
            before: time(&input.depart_before, "departBefore")?,
            max_changes: input.max_changes.unwrap_or(1),
            input,
        })
    }

    fn admits(&self, journey: &Journey) -> bool {
        let first = journey.first();
        let leaves = first.departure.with_timezone(&first.stop.zone).time();
        let classes = self.input.vehicle_classes.as_ref().filter(|classes| !classes.is_empty());
        let kinds = self.input.kinds.as_ref().filter(|kinds| !kinds.is_empty());
        self.after.is_none_or(|after| leaves >= after)
            && self.before.is_none_or(|before| leaves <= before)
            && i32::try_from(journey.segments.len()).is_ok_and(|segments| segments - 1 <= self.max_changes)
            && (self.input.only_available != Some(true) || journey.is_available())
            && journey.segments.iter().all(|segment| {
                let route = &segment.view.route;
                self.carriers.as_ref().is_none_or(|carriers| carriers.contains(&segment.view.carrier.id))
                    && classes.is_none_or(|classes| classes.contains(&route.service_class))
                    && kinds.is_none_or(|kinds| kinds.contains(&route.kind))
            })
    }
}

fn sort(journeys: &mut [Journey], by: JourneySort) {
    let times = |journey: &Journey| (journey.first().departure, journey.last().arrival);
    match by {
        JourneySort::Departure => journeys.sort_by_key(times),
        JourneySort::Arrival => journeys.sort_by_key(|journey| (times(journey).1, times(journey).0)),
        JourneySort::Duration => journeys.sort_by_key(|journey| (times(journey).1 - times(journey).0, times(journey))),
        JourneySort::Price => {
            journeys.sort_by_key(|journey| {
                let price = journey.price_total.as_ref();
                (price.is_none(), price.map(|(minor, _)| *minor), times(journey))
            });
        }
    }
}

fn facets(journeys: &[Journey]) -> SearchFacets {
    let mut carriers: Vec<CarrierFacet> = Vec::new();
    let mut classes: Vec<ClassFacet> = Vec::new();
    let mut carrier_at: HashMap<Uuid, usize> = HashMap::new();
    for journey in journeys {
        let mut own_carriers: Vec<Uuid> = Vec::new();
        let mut own_classes: Vec<&str> = Vec::new();
        for segment in &journey.segments {
            let carrier = &segment.view.carrier;
            if !own_carriers.contains(&carrier.id) {
                own_carriers.push(carrier.id);
                let at = *carrier_at.entry(carrier.id).or_insert_with(|| {
                    carriers.push(CarrierFacet { carrier: Carrier(Arc::clone(carrier)), count: 0 });
                    carriers.len() - 1
                });
                carriers[at].count += 1;
            }
            let class = segment.view.route.service_class.as_str();
            if !own_classes.contains(&class) {
                own_classes.push(class);
                match classes.iter_mut().find(|facet| facet.vehicle_class == class) {
                    Some(facet) => facet.count += 1,
                    None => classes.push(ClassFacet { vehicle_class: class.to_owned(), count: 1 }),
                }
            }
        }
    }
    carriers.sort_by_key(|facet| std::cmp::Reverse(facet.count));
    classes.sort_by_key(|facet| std::cmp::Reverse(facet.count));
    SearchFacets { carriers, vehicle_classes: classes }
}
