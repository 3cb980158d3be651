use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use domain::exchange::Move;
use domain::order::LineState;
use uuid::Uuid;

use ::entity::{exchange, order_line};

use crate::features::network::{TripView, trip_views};
use crate::features::order::{Bundle, OrderPassenger, PriceLine, line_title, parts_of, price_lines};
use crate::features::trip::{StopCall, Trip};
use crate::graphql::{Gid, Kind, Money, app, viewer};
use crate::i18n::t;
use crate::platform::Fault;

use super::{DONE, DROPPED, QUOTED, WAITING};

/// Tickets that are given for others.
#[derive(Clone)]
pub struct Exchange {
    row: exchange::Model,
    bundle: Arc<Bundle>,
}

impl Exchange {
    pub fn of(row: exchange::Model, bundle: Arc<Bundle>) -> Self {
        Exchange { row, bundle }
    }
}

/// Where an exchange stands.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub enum ExchangeState {
    /// Offered, not taken.
    Quoted,
    /// The new seats are held until the difference is paid; the old tickets are good.
    Waiting,
    /// The old tickets are void, the new ones issued.
    Done,
    /// The time has ended or it was given up: everything is as before.
    Ended,
}

/// A ride with its seat, as one ticket names it.
#[derive(SimpleObject)]
pub struct ExchangeRide {
    pub trip: Trip,
    /// Boarding.
    pub from: StopCall,
    /// Alighting.
    pub to: StopCall,
    /// The seat, the lap or the baggage, in the request's language.
    pub title: String,
}

/// One ticket given for another.
#[derive(SimpleObject)]
pub struct ExchangeLine {
    pub passenger: Option<OrderPassenger>,
    pub old: Option<ExchangeRide>,
    pub new: Option<ExchangeRide>,
    /// What the old ticket cost, part by part.
    pub paid: Vec<PriceLine>,
    /// Of that, what the tariff withholds.
    pub withheld: Money,
    /// What the old ticket brings.
    pub credit: Money,
    /// What the new one costs.
    pub price: Money,
    /// The new price, part by part.
    pub explanation: Vec<PriceLine>,
    /// To be paid; below zero: to be given back.
    pub difference: Money,
    /// Of a seat in an order with a promotional code: whether the code is taken off the new ticket too. It goes along where
    /// it is for the new ride, and no campaign takes off more.
    pub code_kept: Option<bool>,
}

/// Tickets that are given for others.
#[Object]
impl Exchange {
    async fn id(&self) -> ID {
        Gid::of(Kind::Exchange, self.row.id)
    }

    async fn state(&self, ctx: &Context<'_>) -> ExchangeState {
        let now = app(ctx).clock.now();
        match self.row.state.as_str() {
            QUOTED if self.row.valid_until > now => ExchangeState::Quoted,
            WAITING if self.bundle.waiting_exchange(now) == Some(self.row.id) => ExchangeState::Waiting,
            DONE => ExchangeState::Done,
            _ => ExchangeState::Ended,
        }
    }

    /// To be paid for all of it; below zero: to be given back.
    async fn difference(&self) -> Money {
        Money::of(self.row.difference_minor, &self.row.currency)
    }

    /// What the office has forgone of the difference.
    async fn forgone(&self) -> Money {
        Money::of(self.row.forgone_minor, &self.row.currency)
    }

    /// UTC. The offer stands until then; of a waiting one: the new seats are held until then. Null once it is over.
    async fn valid_until(&self, ctx: &Context<'_>) -> Option<DateTime<Utc>> {
        let now = app(ctx).clock.now();
        match self.row.state.as_str() {
            QUOTED => Some(self.row.valid_until),
            WAITING => (self.bundle.waiting_exchange(now) == Some(self.row.id)).then_some(self.bundle.order.hold_until),
            _ => None,
        }
    }

    /// UTC.
    async fn created_at(&self) -> DateTime<Utc> {
        self.row.created_at
    }

    /// Of the old tickets, those with which somebody has boarded or whose trip has left: the exchange needs a reason.
    async fn needs_overrule(&self, ctx: &Context<'_>) -> Result<bool> {
        if [DONE, DROPPED].contains(&self.row.state.as_str()) {
            return Ok(false);
        }
        let moves: Vec<Move> = serde_json::from_value(self.row.moves.clone()).map_err(Fault::from)?;
        let used = super::offer::used(app(ctx), &self.bundle, &moves).await?;
        Ok(!used.is_empty())
    }

    /// Ticket by ticket, with baggage.
    #[graphql(complexity = "10 + 5 * child_complexity")]
    async fn lines(&self, ctx: &Context<'_>) -> Result<Vec<ExchangeLine>> {
        let (app, language) = (app(ctx), viewer(ctx).language);
        let network = app.network.get(app).await?;
        let moves: Vec<Move> = serde_json::from_value(self.row.moves.clone()).map_err(Fault::from)?;
        let old = |one: &Move| self.bundle.lines.iter().find(|line| line.id == one.from_line);
        let ids: Vec<Uuid> =
            moves.iter().flat_map(|one| [Some(one.trip), old(one).map(|line| line.space_id)]).flatten().collect();
        let trips = trip_views(app, &ids).await?;
        let money = |minor| Money::of(minor, &self.row.currency);
        let words = |parts: &[_]| price_lines(&network, language, &self.row.currency, parts);
        let mut lines = Vec::with_capacity(moves.len());
        for one in &moves {
            let Some(before) = old(one) else { continue };
            let passenger = self.bundle.passengers.iter().find(|row| row.id == before.passenger_id);
            let title = match (&before.code, &one.seat) {
                (None, Some(seat)) => t(language, "line.seat", &[("seat", seat)]),
                _ => line_title(&network, language, &order_line::Model { seat_label: None, ..before.clone() }),
            };
            let code = network.rules().promotion(self.bundle.order.promotion_id).filter(|_| before.code.is_none());
            lines.push(ExchangeLine {
                code_kept: code.map(|code| one.swap.price.iter().any(|part| part.rule == code.code)),
                passenger: passenger.map(|row| OrderPassenger { row: row.clone(), bundle: Arc::clone(&self.bundle) }),
                old: ride(
                    &trips,
                    before.space_id,
                    (before.from_call, before.to_call),
                    line_title(&network, language, before),
                ),
                new: ride(&trips, one.trip, (one.from_call, one.to_call), title),
                paid: words(&parts_of(before)),
                withheld: money(one.swap.withheld_minor),
                credit: money(one.swap.credit_minor()),
                price: money(one.swap.price_minor()),
                explanation: words(&one.swap.price),
                difference: money(one.swap.difference_minor()),
            });
        }
        Ok(lines)
    }
}

fn ride(trips: &HashMap<Uuid, Arc<TripView>>, trip: Uuid, way: (i32, i32), title: String) -> Option<ExchangeRide> {
    let view = trips.get(&trip)?;
    Some(ExchangeRide {
        from: StopCall::new(view, view.call(way.0)?),
        to: StopCall::new(view, view.call(way.1)?),
        trip: Trip::from(Arc::clone(view)),
        title,
    })
}

/// Whether a line may be given for another: it has a ticket that is good.
pub(super) fn is_good(line: &order_line::Model) -> bool {
    line.state == LineState::Issued.code()
}
