//! Baggage and extras for who has a ticket already.

use async_graphql::{Enum, ID, SimpleObject};
use chrono::{DateTime, Utc};
use domain::order::LineState;
use domain::price::total;
use uuid::Uuid;

use ::entity::{order_line, order_segment};

use crate::app::App;
use crate::features::network::{AncillaryRule, Network, Sale, TripState, TripView, in_language, trip_views};
use crate::graphql::{Gid, Kind, Money};
use crate::i18n::Language;
use crate::platform::Fault;

use super::bundle::Bundle;

/// Whose prices and conditions hold for what a cashier adds: those of the desk, now.
const CHANNEL: &str = "DESK";

/// What is bought with a seat.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "domain::price::Ancillary")]
pub enum AncillaryKind {
    /// The carrier takes it along.
    Baggage,
    /// The station serves it: a blanket, a porter.
    Extra,
}

/// Baggage or an extra that can be added at a desk to a ticket that is paid.
#[derive(SimpleObject)]
pub struct LaterAncillary {
    pub kind: AncillaryKind,
    /// Who has the ticket.
    pub passenger_id: ID,
    /// Index of the ride.
    pub segment_index: i32,
    /// Of the tariff's rule.
    pub code: String,
    /// In the request's language.
    pub name: String,
    /// Size and weight, or another condition, in the request's language.
    pub detail: Option<String>,
    /// Of one piece, by the tariff of now.
    pub price: Money,
    /// How many more pieces this passenger may take on this ride.
    pub most: i32,
}

/// The same, as it is sold.
pub struct Addable {
    pub passenger: Uuid,
    pub segment: order_segment::Model,
    pub rule: AncillaryRule,
    pub most: i32,
}

impl Addable {
    pub fn shown(&self, language: Language, currency: &str) -> LaterAncillary {
        let words = |names| in_language(names, language).to_owned();
        LaterAncillary {
            kind: self.rule.kind.into(),
            passenger_id: Gid::of(Kind::Passenger, self.passenger),
            segment_index: self.segment.position,
            code: self.rule.code.clone(),
            name: words(&self.rule.name),
            detail: self.rule.condition.as_ref().map(words),
            price: Money::of(self.rule.price_minor, currency),
            most: self.most,
        }
    }

    /// One more piece, not paid yet.
    pub fn line(&self, app: &App, currency: &str) -> Result<order_line::Model, Fault> {
        ancillary_line(app, &self.rule, currency, self.passenger, &self.segment)
    }
}

/// One piece for a passenger on a ride, not paid yet.
pub fn ancillary_line(
    app: &App,
    rule: &AncillaryRule,
    currency: &str,
    passenger: Uuid,
    segment: &order_segment::Model,
) -> Result<order_line::Model, Fault> {
    let parts = rule.kind.price(&rule.code, rule.price_minor);
    Ok(order_line::Model {
        id: app.ids.new(),
        order_id: segment.order_id,
        passenger_id: passenger,
        segment: segment.position,
        kind: rule.kind.code().into(),
        code: Some(rule.code.clone()),
        space_id: segment.trip_id,
        from_call: segment.from_call,
        to_call: segment.to_call,
        seat: None,
        seat_label: None,
        state: LineState::Held.code().into(),
        currency: currency.to_owned(),
        price_minor: total(&parts),
        fare_minor: 0,
        child_fare_minor: None,
        campaign_id: None,
        campaign_minor: 0,
        parts: serde_json::to_value(&parts)?,
        created_at: app.clock.now(),
        exchange_id: None,
        moved_at: None,
        sold_at: None,
    })
}

/// What each passenger with a ticket may still add on each ride that has not left.
pub async fn addable(app: &App, bundle: &Bundle) -> Result<Vec<Addable>, Fault> {
    let now = app.clock.now();
    let ids: Vec<Uuid> = bundle.segments.iter().map(|segment| segment.trip_id).collect();
    let trips = trip_views(app, &ids).await?;
    let network = app.network.get(app).await?;
    let mut found = Vec::new();
    for segment in &bundle.segments {
        let Some(trip) = trips.get(&segment.trip_id).filter(|trip| leaves(trip, segment, now)) else { continue };
        for passenger in bundle.present_passengers() {
            let sold = |line: &&order_line::Model| {
                line.passenger_id == passenger.id
                    && line.segment == segment.position
                    && LineState::parse(&line.state).is_some_and(LineState::is_sold)
            };
            if bundle.lines.iter().filter(sold).any(|line| line.code.is_none()) {
                let has = |code: &str| {
                    let same = |line: &&order_line::Model| line.code.as_deref() == Some(code);
                    i32::try_from(bundle.lines.iter().filter(sold).filter(same).count()).unwrap_or(i32::MAX)
                };
                let rules = offered(&network, trip, &bundle.order.currency, now);
                found.extend(rules.into_iter().map(|rule| Addable {
                    passenger: passenger.id,
                    segment: segment.clone(),
                    most: (rule.max_count - has(&rule.code)).max(0),
                    rule,
                }));
            }
        }
    }
    Ok(found)
}

fn offered(network: &Network, trip: &TripView, currency: &str, now: DateTime<Utc>) -> Vec<AncillaryRule> {
    let sale = Sale::of(&trip.route, now, CHANNEL);
    network.rules().ancillaries(&sale, currency).cloned().collect()
}

fn leaves(trip: &TripView, segment: &order_segment::Model, now: DateTime<Utc>) -> bool {
    trip.state != TripState::Cancelled && segment.departs_at + trip.delay() > now
}
