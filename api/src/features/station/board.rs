//! A station's board: what leaves and what arrives, with delays.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use async_graphql::{Context, ID, Object, Result, SimpleObject, Subscription};
use chrono::{DateTime, TimeDelta, Utc};
use domain::timetable::{instant, service_dates};
use futures::Stream;
use uuid::Uuid;

use crate::app::App;
use crate::features::announcement::NOTE as ANNOUNCED;
use crate::features::inventory::{on_sale, seats_left};
use crate::features::network::{Network, TripState, TripView, trip_id, trip_views};
use crate::features::trip::{StopCall, Trip};
use crate::graphql::{ZonedTime, app, error};
use crate::platform::bus::Note;
use domain::quota::Buyer;

/// A trip stays on the board so long after it has left or arrived.
const STAYS: TimeDelta = TimeDelta::minutes(10);
/// A delayed trip is looked for so far back.
const LONGEST_DELAY: TimeDelta = TimeDelta::hours(12);
/// The board reaches so far ahead.
const AHEAD: TimeDelta = TimeDelta::hours(36);
/// A board changes by itself as time passes.
const REFRESH: Duration = Duration::from_secs(60);
/// However much is sold, a board is told at most so often.
const PAUSE: Duration = Duration::from_secs(5);

/// One line of a board.
#[derive(SimpleObject)]
pub struct BoardEntry {
    pub trip: Trip,
    /// The trip's call at this station.
    pub call: StopCall,
    /// With the delay, in the station's zone.
    pub expected_at: ZonedTime,
    /// From here to the last stop; null on the board of arrivals, and where no ticket for that is sold.
    pub seats_left: Option<i32>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Departures,
    Arrivals,
}

#[derive(Default)]
pub struct BoardQuery;

#[Object]
impl BoardQuery {
    /// What leaves a station or town (all of its platforms) from now on, in order of departure; at most 100. Empty for
    /// an unknown one.
    #[graphql(complexity = "20 + 3 * child_complexity")]
    async fn departures(
        &self,
        ctx: &Context<'_>,
        station_id: ID,
        #[graphql(default = 30)] first: i32,
    ) -> Result<Vec<BoardEntry>> {
        board(app(ctx), &station_id, first, Side::Departures).await
    }

    /// What arrives at a station or town from now on, in order of arrival; at most 100. Empty for an unknown one.
    #[graphql(complexity = "20 + 3 * child_complexity")]
    async fn arrivals(
        &self,
        ctx: &Context<'_>,
        station_id: ID,
        #[graphql(default = 30)] first: i32,
    ) -> Result<Vec<BoardEntry>> {
        board(app(ctx), &station_id, first, Side::Arrivals).await
    }
}

async fn board(app: &App, station_id: &str, first: i32, side: Side) -> Result<Vec<BoardEntry>> {
    if !(1..=100).contains(&first) {
        return Err(error::bad_input("first: from 1 to 100"));
    }
    let first = usize::try_from(first).unwrap_or(1);
    let network = app.network.get(app).await?;
    // A station that is no longer there has an empty board; whether it exists is what `station` tells.
    let Ok(target) = super::find_target(&network, station_id) else { return Ok(Vec::new()) };
    let stops = network.stops_of_target(target);
    let now = app.clock.now();
    let planned = calls_around(&network, &stops, side, now);
    let (late, coming): (Vec<_>, Vec<_>) = planned.into_iter().partition(|(at, _)| *at < now - STAYS);
    let mut entries: Vec<(DateTime<Utc>, Arc<TripView>, usize)> = Vec::new();
    // Planned to be gone, but perhaps late; then those to come, until enough come before any that was not looked at.
    for some in std::iter::once(late.as_slice()).chain(coming.chunks(first)) {
        let ids: Vec<Uuid> = some.iter().map(|(_, id)| *id).collect();
        let mut views = trip_views(app, &ids).await?;
        for id in ids {
            let Some(view) = views.remove(&id) else { continue };
            let Some((at, call)) = expected(&view, &stops, side) else { continue };
            let gone = at < now - STAYS || (view.state == TripState::Cancelled && at < now);
            if !gone {
                entries.push((at, view, call));
            }
        }
        let looked_at = some.last().map(|(at, _)| *at);
        if entries.iter().filter(|(at, _, _)| Some(*at) <= looked_at).count() >= first {
            break;
        }
    }
    entries.sort_by_key(|(at, view, _)| (*at, view.id));
    entries.truncate(first);
    let asks: Vec<(Uuid, i32, i32)> = match side {
        Side::Arrivals => Vec::new(),
        Side::Departures => entries
            .iter()
            .map(|(_, view, call)| {
                (view.id, view.calls[*call].sequence, view.calls.last().map_or(0, |last| last.sequence))
            })
            .collect(),
    };
    let left = seats_left(app, &Buyer::PUBLIC, &asks).await?;
    let sold = asks
        .iter()
        .zip(&entries)
        .map(|((_, from, to), (_, view, _))| on_sale(&network, view, (*from, *to), now, &Buyer::PUBLIC));
    let left: Vec<Option<i32>> = left.into_iter().zip(sold).map(|(left, sold)| sold.ok().map(|_| left)).collect();
    let mut left = left.into_iter();
    Ok(entries
        .into_iter()
        .map(|(at, view, call)| BoardEntry {
            expected_at: ZonedTime::new(at, view.calls[call].stop.zone),
            call: StopCall::new(&view, &view.calls[call]),
            trip: Trip::from(view),
            seats_left: left.next().flatten(),
        })
        .collect())
}

/// Planned calls at these stops around now, by time.
fn calls_around(network: &Network, stops: &[u32], side: Side, now: DateTime<Utc>) -> Vec<(DateTime<Utc>, Uuid)> {
    let mut found: HashMap<Uuid, DateTime<Utc>> = HashMap::new();
    for (stop, (pattern, position)) in
        stops.iter().flat_map(|stop| network.calls_at[*stop as usize].iter().map(move |call| (*stop, *call)))
    {
        let pattern = &network.patterns[pattern as usize];
        let call = pattern.stops[usize::from(position)];
        if !(if side == Side::Departures { call.boarding } else { call.alighting }) {
            continue;
        }
        let stop_zone = network.stops[stop as usize].zone;
        let today = now.with_timezone(&stop_zone).date_naive();
        for schedule in pattern.schedules.iter().map(|schedule| &network.schedules[*schedule as usize]) {
            let [arrival, departure] = schedule.times[usize::from(position)];
            let seconds = if side == Side::Departures { departure } else { arrival };
            for day in -1..=1 {
                for date in service_dates(today + TimeDelta::days(day), seconds, schedule.zone, stop_zone) {
                    if !schedule.days.contains(date) {
                        continue;
                    }
                    let at = instant(date, seconds, schedule.zone);
                    if at > now - LONGEST_DELAY && at < now + AHEAD {
                        found.entry(trip_id(schedule.series_id, date)).or_insert(at);
                    }
                }
            }
        }
    }
    let mut calls: Vec<_> = found.into_iter().map(|(id, at)| (at, id)).collect();
    calls.sort_unstable();
    calls
}

/// When the trip really leaves (or arrives) here, and its call.
fn expected(view: &TripView, stops: &[u32], side: Side) -> Option<(DateTime<Utc>, usize)> {
    let here = |call: &crate::features::network::Call| stops.contains(&call.stop.index);
    let index = match side {
        Side::Departures => view.calls.iter().position(|call| here(call) && call.boarding)?,
        Side::Arrivals => view.calls.iter().rposition(|call| here(call) && call.alighting)?,
    };
    let call = &view.calls[index];
    let planned = if side == Side::Departures { call.departure } else { call.arrival };
    Some((planned + view.delay(), index))
}

#[derive(Default)]
pub struct StationSubscription;

#[Subscription]
impl StationSubscription {
    /// Tells when a station's boards and announcements should be read again: a number that grows. First at once; then
    /// after sales, changes of trips, of the timetable and of announcements, at most every five seconds; and every minute as time passes.
    async fn departures_changed(&self, ctx: &Context<'_>, station_id: ID) -> Result<impl Stream<Item = i32>> {
        let app = app(ctx).clone();
        let network = app.network.get(&app).await?;
        super::find_target(&network, &station_id)?;
        Ok(board_changes(app, PAUSE))
    }
}

/// Whatever a board shows may have changed: a growing number, at most one to a pause.
pub fn board_changes(app: App, pause: Duration) -> impl Stream<Item = i32> {
    async_stream::stream! {
        let mut notes = ["space:", "trip:", "network:", "passage:", ANNOUNCED].map(|kind| app.bus.subscribe(kind));
        let mut number = 0;
        loop {
            number += 1;
            yield number;
            tokio::time::sleep(pause).await;
            let [space, trip, network, passage, announced] = &mut notes;
            let closed = tokio::select! {
                note = space.recv() => is_closed(&note),
                note = trip.recv() => is_closed(&note),
                note = network.recv() => is_closed(&note),
                note = passage.recv() => is_closed(&note),
                note = announced.recv() => is_closed(&note),
                () = tokio::time::sleep(REFRESH) => false,
            };
            if closed {
                return;
            }
            // What came meanwhile is told together.
            for receiver in &mut notes {
                while receiver.try_recv().is_ok() {}
            }
        }
    }
}

fn is_closed(note: &std::result::Result<Note, tokio::sync::broadcast::error::RecvError>) -> bool {
    matches!(note, Err(tokio::sync::broadcast::error::RecvError::Closed))
}
