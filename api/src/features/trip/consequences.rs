use std::collections::{BTreeMap, HashSet};

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use domain::order::LineState;
use uuid::Uuid;

use crate::graphql::{Can, Money, Permission, app, viewer};

use super::access::staff_trip;
use super::change::{lines_on, travellers};

/// Whom a change of a trip concerns, counted before it is made.
#[derive(SimpleObject)]
pub struct TripConsequences {
    /// Orders with tickets.
    pub orders: i32,
    /// Seats and laps with a ticket.
    pub passengers: i32,
    /// Seats that somebody is choosing or paying now.
    pub held: i32,
    /// Orders that can be told by mail.
    pub with_email: i32,
    /// Orders that can be told by SMS.
    pub with_phone: i32,
    /// What goes back if the trip is cancelled, by currency.
    pub paid: Vec<Money>,
}

#[derive(Default)]
pub struct TripConsequencesQuery;

#[Object]
impl TripConsequencesQuery {
    /// Staff: what a delay or a cancellation would touch; with `boardingAt`, the sequence of a call, only those who get on
    /// there, with `stoppingAt` those who get on or off there.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "20 + child_complexity")]
    async fn trip_consequences(
        &self,
        ctx: &Context<'_>,
        trip_id: ID,
        boarding_at: Option<i32>,
        stopping_at: Option<i32>,
    ) -> Result<TripConsequences> {
        let app = app(ctx);
        let trip = staff_trip(app, viewer(ctx), &trip_id).await?;
        let mut lines = lines_on(app.db.read(), trip.id, &[LineState::Issued, LineState::Held]).await?;
        let mut travellers = travellers(app.db.read(), trip.id).await?;
        if let Some(call) = boarding_at {
            lines.retain(|line| line.from_call == call);
            travellers.retain(|one| one.from_call == call);
        }
        if let Some(call) = stopping_at {
            lines.retain(|line| line.from_call == call || line.to_call == call);
            let orders: HashSet<Uuid> = lines.iter().map(|line| line.order_id).collect();
            travellers.retain(|one| orders.contains(&one.order.id));
        }
        let now = app.clock.now();
        let space = crate::features::inventory::state(app, trip.id).await?;
        let issued = || lines.iter().filter(|line| line.state == LineState::Issued.code());
        let mut paid: BTreeMap<&str, i64> = BTreeMap::new();
        for line in issued() {
            *paid.entry(&line.currency).or_default() += line.price_minor;
        }
        let count = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
        Ok(TripConsequences {
            orders: count(travellers.len()),
            passengers: count(issued().filter(|line| line.code.is_none()).count()),
            held: space.held(now),
            with_email: count(travellers.iter().filter(|one| one.order.email.is_some()).count()),
            with_phone: count(travellers.iter().filter(|one| one.order.phone.is_some()).count()),
            paid: paid.into_iter().map(|(currency, minor)| Money::of(minor, currency)).collect(),
        })
    }
}
