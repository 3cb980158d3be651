use std::sync::Arc;

use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};

use crate::features::carrier::Carrier;
use crate::features::inventory::{ClassPrice, cheapest};
use crate::features::network::{Call, FarePrice, RouteKind, TripView, in_language};
use crate::features::order::{PriceLine, price_lines};
use crate::features::station::PlaceSuggestion;
use crate::features::trip::{StopCall, Trip};
use crate::graphql::{Date, Gid, Kind, Money, NotOnSaleReason, ZonedTime, app, viewer};

/// So many passengers of a category.
#[derive(InputObject)]
pub struct PassengerCountInput {
    /// A code of `passengerCategories`.
    pub category: String,
    /// From 1.
    pub count: i32,
}

/// The order of a search's journeys.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum JourneySort {
    #[default]
    Departure,
    Arrival,
    /// The cheapest first, those without a price last.
    Price,
    /// The quickest first.
    Duration,
}

/// Which journeys to leave in; every condition has to hold.
#[derive(InputObject, Default)]
pub struct JourneyFilterInput {
    /// All segments by one of these carriers.
    pub carriers: Option<Vec<ID>>,
    /// HH:MM by the clock of the boarding stop.
    pub depart_after: Option<String>,
    /// HH:MM by the clock of the boarding stop.
    pub depart_before: Option<String>,
    /// 0: direct only.
    pub max_changes: Option<i32>,
    /// All segments by vehicles of these classes (minibus, coach, vip, doubledecker, suburban, rail).
    pub vehicle_classes: Option<Vec<String>>,
    pub kinds: Option<Vec<RouteKind>>,
    /// Only what is on sale and has seats for everybody.
    pub only_available: Option<bool>,
}

/// What is searched.
#[derive(InputObject)]
pub struct SearchInput {
    /// A place or a station.
    pub from: ID,
    /// A place or a station.
    pub to: ID,
    /// Of departure, by the clock of the boarding stop.
    pub date: Date,
    /// Default: one adult. Codes are those of passengerCategories.
    pub passengers: Option<Vec<PassengerCountInput>>,
    #[graphql(default)]
    pub sort: JourneySort,
    pub filter: Option<JourneyFilterInput>,
}

/// Whether and why a journey can be bought.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum JourneyState {
    OnSale,
    /// Nobody fits in any more.
    SoldOut,
    /// It has left the boarding stop.
    Departed,
    Cancelled,
    /// See `notOnSaleReason` of its segments.
    NotOnSale,
}

/// The answer to a search.
#[derive(SimpleObject)]
pub struct SearchResult {
    pub from: PlaceSuggestion,
    pub to: PlaceSuggestion,
    pub date: Date,
    pub journeys: Vec<Journey>,
    /// Three days before and after, and the date itself.
    pub days: Vec<SearchDay>,
    /// What filters have to offer, counted over the unfiltered result.
    pub facets: SearchFacets,
}

/// A neighbouring day.
#[derive(SimpleObject)]
pub struct SearchDay {
    pub date: Date,
    /// Journeys in the timetable of that day, whether or not seats are left; 0 beyond the days of sale.
    pub journeys: i32,
    /// For one adult without fees, the least of that day.
    pub price_from: Option<Money>,
}

/// What can be filtered by.
#[derive(SimpleObject)]
pub struct SearchFacets {
    pub carriers: Vec<CarrierFacet>,
    pub vehicle_classes: Vec<ClassFacet>,
}

/// Journeys with a carrier.
#[derive(SimpleObject)]
pub struct CarrierFacet {
    pub carrier: Carrier,
    pub count: i32,
}

/// Journeys with a class of vehicles.
#[derive(SimpleObject)]
pub struct ClassFacet {
    pub vehicle_class: String,
    pub count: i32,
}

/// One ride of a journey.
#[derive(Clone)]
pub struct JourneySegment {
    pub view: Arc<TripView>,
    pub from: usize,
    pub to: usize,
    pub fare: Option<FarePrice>,
    /// Of the classes of its seats.
    pub prices: Arc<Vec<ClassPrice>>,
    pub seats_left: i32,
    pub reason: Option<NotOnSaleReason>,
}

impl JourneySegment {
    pub fn board(&self) -> &Call {
        &self.view.calls[self.from]
    }

    pub fn alight(&self) -> &Call {
        &self.view.calls[self.to]
    }

    pub fn state_now(&self) -> JourneyState {
        match self.reason {
            Some(NotOnSaleReason::Departed) => JourneyState::Departed,
            Some(NotOnSaleReason::Cancelled) => JourneyState::Cancelled,
            Some(_) => JourneyState::NotOnSale,
            None if self.seats_left < 1 => JourneyState::SoldOut,
            None => JourneyState::OnSale,
        }
    }
}

fn minutes(from: DateTime<Utc>, to: DateTime<Utc>) -> i32 {
    i32::try_from((to - from).num_minutes()).unwrap_or(i32::MAX)
}

/// A ride on one trip from stop to stop.
#[Object]
impl JourneySegment {
    async fn trip(&self) -> Trip {
        Trip::from(Arc::clone(&self.view))
    }

    /// Where to get on.
    async fn from(&self) -> StopCall {
        StopCall::new(&self.view, self.board())
    }

    /// Where to get off.
    async fn to(&self) -> StopCall {
        StopCall::new(&self.view, self.alight())
    }

    /// As planned, whatever the clocks at both ends show.
    async fn duration_minutes(&self) -> i32 {
        minutes(self.board().departure, self.alight().arrival)
    }

    /// For one adult, without fees, now: of the cheapest class that has a free seat; null where the pair of stops is not
    /// priced.
    async fn price(&self) -> Option<Money> {
        let fare = self.fare.as_ref()?;
        Some(Money::of(cheapest(&self.prices).map_or(fare.amount_minor, ClassPrice::minor), &fare.currency))
    }

    /// Whether seats of other classes cost more.
    async fn price_varies(&self) -> bool {
        let least = cheapest(&self.prices).map(ClassPrice::minor);
        self.prices.iter().any(|one| one.left > 0 && Some(one.minor()) > least)
    }

    /// That price, line by line: the fare, its class, demand, a campaign.
    #[graphql(complexity = "2 + 4 * child_complexity")]
    async fn price_lines(&self, ctx: &Context<'_>) -> Result<Vec<PriceLine>> {
        let network = app(ctx).network.get(app(ctx)).await?;
        let (Some(fare), Some(price)) = (&self.fare, cheapest(&self.prices)) else { return Ok(Vec::new()) };
        Ok(price_lines(&network, viewer(ctx).language, &fare.currency, &price.parts))
    }

    /// Free from `from` to `to`.
    async fn seats_left(&self) -> i32 {
        self.seats_left
    }

    async fn state(&self) -> JourneyState {
        self.state_now()
    }

    /// Why it is not on sale; null while it is, or was until it was sold out.
    async fn not_on_sale_reason(&self) -> Option<NotOnSaleReason> {
        self.reason
    }
}

/// One way to travel: a ride, or two with a change between them.
#[derive(Clone)]
pub struct Journey {
    pub segments: Vec<JourneySegment>,
    /// Minor units and currency, for one adult and for the party.
    pub price_from: Option<(i64, String)>,
    pub price_total: Option<(i64, String)>,
    /// The same without campaigns.
    pub price_from_before: Option<(i64, String)>,
    pub price_total_before: Option<(i64, String)>,
    /// Seats that the party takes.
    pub seats_needed: i32,
}

impl Journey {
    pub fn first(&self) -> &Call {
        self.segments[0].board()
    }

    pub fn last(&self) -> &Call {
        self.segments[self.segments.len() - 1].alight()
    }

    pub fn state_now(&self) -> JourneyState {
        let states = || self.segments.iter().map(JourneySegment::state_now);
        let order = [JourneyState::Departed, JourneyState::Cancelled, JourneyState::NotOnSale, JourneyState::SoldOut];
        order.into_iter().find(|state| states().any(|other| other == *state)).unwrap_or(JourneyState::OnSale)
    }

    pub fn least_seats(&self) -> i32 {
        self.segments.iter().map(|segment| segment.seats_left).min().unwrap_or(0)
    }

    pub fn is_available(&self) -> bool {
        self.state_now() == JourneyState::OnSale && self.least_seats() >= self.seats_needed
    }
}

/// A journey of a search.
#[Object]
impl Journey {
    /// The same for the same rides in every search.
    async fn id(&self) -> ID {
        let parts: Vec<String> = self
            .segments
            .iter()
            .map(|segment| format!("{}.{}.{}", Gid::of(Kind::Trip, segment.view.id).as_str(), segment.from, segment.to))
            .collect();
        ID(parts.join("~"))
    }

    /// The worst of its segments'.
    async fn state(&self) -> JourneyState {
        self.state_now()
    }

    /// In order of travel.
    async fn segments(&self) -> &[JourneySegment] {
        &self.segments
    }

    /// Planned, in the zone of the boarding stop.
    async fn departure(&self) -> ZonedTime {
        ZonedTime::new(self.first().departure, self.first().stop.zone)
    }

    /// Planned, in the zone of the last stop.
    async fn arrival(&self) -> ZonedTime {
        ZonedTime::new(self.last().arrival, self.last().stop.zone)
    }

    /// Between the two, changes included.
    async fn duration_minutes(&self) -> i32 {
        minutes(self.first().departure, self.last().arrival)
    }

    async fn changes(&self) -> i32 {
        i32::try_from(self.segments.len()).unwrap_or(1) - 1
    }

    /// Minutes to change, when there is a change.
    async fn change_minutes(&self) -> Option<i32> {
        match &self.segments[..] {
            [first, second] => Some(minutes(first.alight().arrival, second.board().departure)),
            _ => None,
        }
    }

    /// For one adult, all segments, without service fee; null where a segment is not priced or currencies differ.
    async fn price_from(&self) -> Option<Money> {
        self.price_from.as_ref().map(|(minor, currency)| Money::of(*minor, currency))
    }

    /// For all passengers asked for, with their discounts, without service fee.
    async fn price_total(&self) -> Option<Money> {
        self.price_total.as_ref().map(|(minor, currency)| Money::of(*minor, currency))
    }

    /// `priceFrom` without campaigns; null where none applies.
    async fn price_from_before(&self) -> Option<Money> {
        before(&self.price_from_before, &self.price_from)
    }

    /// `priceTotal` without campaigns; null where none applies.
    async fn price_total_before(&self) -> Option<Money> {
        before(&self.price_total_before, &self.price_total)
    }

    /// Names of the campaigns that take something off, in the request's language.
    async fn campaigns(&self, ctx: &Context<'_>) -> Result<Vec<String>> {
        let network = app(ctx).network.get(app(ctx)).await?;
        let mut names: Vec<String> = Vec::new();
        let ids = self.segments.iter().filter_map(|segment| cheapest(&segment.prices)?.campaign);
        for rule in ids.filter_map(|id| network.rules().promotion(Some(id))) {
            let name = in_language(&rule.name, viewer(ctx).language);
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
        Ok(names)
    }

    /// Least over the segments.
    async fn seats_left(&self) -> i32 {
        self.least_seats()
    }
}

fn before(before: &Option<(i64, String)>, now: &Option<(i64, String)>) -> Option<Money> {
    before.as_ref().filter(|before| Some(*before) != now.as_ref()).map(|(minor, currency)| Money::of(*minor, currency))
}
