use std::time::Duration;

use async_graphql::{Context, ID, Result, Subscription};
use domain::quota::Buyer;
use futures::Stream;
use tokio::sync::broadcast::error::RecvError;
use uuid::Uuid;

use crate::app::App;
use crate::features::network::trip_view;
use crate::graphql::{Gid, Kind, app, error, viewer};
use crate::platform::Fault;
use crate::platform::bus::Note;

use super::space::{forget, hear, seated};
use super::types::{SeatMapUpdate, plan_id, seat_states};

/// However quiet the bus is, the state is compared so often: a note may have been lost.
const COMPARE: Duration = Duration::from_secs(20);

#[derive(Default)]
pub struct InventorySubscription;

#[Subscription]
impl InventorySubscription {
    /// The seats of a trip from stop to stop: first all of them, then those that change. After a reconnection all
    /// again, so nothing is missed; and all, on another plan, after the vehicle was changed.
    async fn seat_map_changed(
        &self,
        ctx: &Context<'_>,
        trip_id: ID,
        from: i32,
        to: i32,
    ) -> Result<impl Stream<Item = Result<SeatMapUpdate>>> {
        let app = app(ctx).clone();
        let trip = trip_view(&app, Gid::find(Kind::Trip, &trip_id)?).await?.ok_or_else(error::not_found)?;
        let last = i32::try_from(trip.calls.len()).unwrap_or(0) - 1;
        if from < 0 || from >= to || to > last {
            return Err(error::bad_input("from, to: the trip has no such calls in this order"));
        }
        Ok(updates(app, viewer(ctx).buyer(), trip.id, from, to))
    }
}

fn updates(app: App, buyer: Buyer, trip: Uuid, from: i32, to: i32) -> impl Stream<Item = Result<SeatMapUpdate>> {
    async_stream::stream! {
        // Listen first, look then: what happens in between is told twice rather than never.
        let mut notes = app.bus.subscribe(&format!("space:{trip}"));
        let mut told = 0;
        let mut before: Option<SeatMapUpdate> = None;
        loop {
            match look(&app, &buyer, trip, from, to).await {
                // A reading that was under way when the note came is older than it.
                Ok((update, _)) if update.version < told => tokio::time::sleep(Duration::from_millis(5)).await,
                Ok((update, wait)) => {
                    if let Some(change) = since(before.as_ref(), &update) {
                        yield Ok(change);
                    }
                    before = Some(update);
                    tokio::select! {
                        note = notes.recv() => match note {
                            // The state in memory hears of it by another listener, perhaps a moment later: say it first.
                            Ok(Note::Message(message)) => told = told.max(hear(&app, &message)),
                            Ok(Note::Resync) | Err(RecvError::Lagged(_)) => forget(&app, [trip]),
                            Err(RecvError::Closed) => return,
                        },
                        () = tokio::time::sleep(wait) => {}
                    }
                }
                Err(fault) => {
                    yield Err(fault.into());
                    return;
                }
            }
        }
    }
}

/// The whole state now, and how long it stands if nothing is told.
async fn look(app: &App, buyer: &Buyer, trip: Uuid, from: i32, to: i32) -> Result<(SeatMapUpdate, Duration), Fault> {
    let (trip, state) = seated(app, trip).await?.ok_or_else(|| Fault::new("a trip vanished"))?;
    let now = app.clock.now();
    let update = SeatMapUpdate {
        trip_id: SeatMapUpdate::trip(trip.id),
        version: state.version,
        plan_id: plan_id(&trip),
        full: true,
        states: seat_states(&trip, &state, buyer, from, to, now),
        seats_left: state.seats_left(&trip, buyer, from, to, now),
    };
    let expiry = state.next_expiry(now).and_then(|at| (at - now).to_std().ok()).unwrap_or(COMPARE);
    Ok((update, expiry.min(COMPARE) + Duration::from_millis(5)))
}

/// What has changed since `before`, if anything has.
fn since(before: Option<&SeatMapUpdate>, now: &SeatMapUpdate) -> Option<SeatMapUpdate> {
    let Some(before) = before.filter(|before| before.plan_id == now.plan_id) else { return Some(now.clone()) };
    let changed: Vec<_> =
        now.states.iter().zip(&before.states).filter(|(new, old)| new != old).map(|(new, _)| new.clone()).collect();
    (!changed.is_empty() || before.seats_left != now.seats_left).then(|| SeatMapUpdate {
        full: false,
        states: changed,
        ..now.clone()
    })
}
