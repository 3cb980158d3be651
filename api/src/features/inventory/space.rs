//! States of spaces in memory: read once for each version and shared by everybody who looks.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use moka::sync::Cache;
use sea_orm::{ConnectionTrait, Statement};
use tokio::sync::Mutex;
use uuid::Uuid;

use domain::quota::{Asked, Buyer, Kept};

use crate::app::App;
use crate::features::network::{Call, TripView, trip_view, trip_views};
use crate::platform::Fault;
use crate::platform::bus::Note;
use crate::platform::memory::newest;

use super::claims::{Claim, Raised};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SeatStatus {
    Free,
    Held,
    Sold,
    /// Nobody has it, and it is kept for others than who asks.
    Kept,
}

#[derive(Clone, Copy, Debug)]
struct Taken {
    leg: i32,
    held_until: Option<DateTime<Utc>>,
}

/// All claims of a space at a version.
#[derive(Debug)]
pub struct SpaceState {
    pub version: i64,
    /// Whose ordinals the seats are.
    pub seat_map: Option<Uuid>,
    /// Seats that not everybody may take.
    pub kept: Option<Arc<Kept>>,
    seats: HashMap<i32, Vec<Taken>>,
}

/// A trip's row: its version, seat map and kept seats.
type Row = (i64, Option<Uuid>, Option<Arc<Kept>>);

/// Seats, or counted places, that somebody may not take, whoever has them.
pub type Refused = HashSet<i32>;

/// Of all that is kept of a trip, what stands in the way of a buyer who gets on at `from`.
pub fn refused(kept: &Kept, trip: &TripView, buyer: &Buyer, from: i32, now: DateTime<Utc>) -> Refused {
    let Some(first) = trip.calls.first() else { return Refused::new() };
    let asked = Asked { from, minutes_left: (first.departure + trip.delay() - now).num_minutes() };
    let call_of = |stop| {
        let there = |call: &&Call| call.stop.id == stop || call.stop.parent == Some(stop);
        trip.calls.iter().find(there).map(|call| call.sequence)
    };
    let refused = kept.refused(buyer, asked, call_of);
    match trip.seat_map.as_ref().filter(|_| trip.reserved) {
        Some(map) => refused.labels.iter().filter_map(|label| map.ordinal(label)).map(i32::from).collect(),
        None => refused.places.iter().flat_map(|(from, to)| *from..*to).map(|back| trip.capacity - back).collect(),
    }
}

impl SpaceState {
    /// What the seat is on the legs `from..to`.
    pub fn seat(&self, seat: i32, from: i32, to: i32, now: DateTime<Utc>) -> SeatStatus {
        let mut status = SeatStatus::Free;
        for taken in self.seats.get(&seat).into_iter().flatten().filter(|taken| (from..to).contains(&taken.leg)) {
            match taken.held_until {
                None => return SeatStatus::Sold,
                Some(until) if until > now => status = SeatStatus::Held,
                Some(_) => {}
            }
        }
        status
    }

    /// What the buyer may not take who gets on at `from`; empty where nothing is kept.
    pub fn refused(&self, trip: &TripView, buyer: &Buyer, from: i32, now: DateTime<Utc>) -> Refused {
        self.kept.as_ref().map_or_else(Refused::new, |kept| refused(kept, trip, buyer, from, now))
    }

    /// What the seat is on the legs `from..to` for who is refused these.
    pub fn seat_for(&self, refused: &Refused, seat: i32, from: i32, to: i32, now: DateTime<Utc>) -> SeatStatus {
        match self.seat(seat, from, to, now) {
            SeatStatus::Free if refused.contains(&seat) => SeatStatus::Kept,
            status => status,
        }
    }

    /// Seats that somebody has now, with the leg.
    pub fn taken(&self, now: DateTime<Utc>) -> impl Iterator<Item = (i32, i32)> {
        let live = move |taken: &&Taken| taken.held_until.is_none_or(|until| until > now);
        self.seats.iter().flat_map(move |(seat, taken)| taken.iter().filter(live).map(|taken| (*seat, taken.leg)))
    }

    /// Seats that somebody holds now, on whatever leg.
    pub fn held(&self, now: DateTime<Utc>) -> i32 {
        let held = |taken: &Taken| taken.held_until.is_some_and(|until| until > now);
        i32::try_from(self.seats.values().filter(|taken| taken.iter().any(held)).count()).unwrap_or(i32::MAX)
    }

    /// Whether nobody has the seat on one leg.
    pub fn is_free(&self, seat: i32, leg: i32, now: DateTime<Utc>) -> bool {
        self.seat(seat, leg, leg + 1, now) == SeatStatus::Free
    }

    /// Free seats, or free places of an uncounted vehicle on its fullest leg, between two calls: those that the buyer may
    /// take.
    pub fn seats_left(&self, trip: &TripView, buyer: &Buyer, from: i32, to: i32, now: DateTime<Utc>) -> i32 {
        let refused = self.refused(trip, buyer, from, now);
        let others = || self.seats.keys().filter(|seat| !refused.contains(seat));
        let taken = if trip.reserved {
            others().filter(|seat| self.seat(**seat, from, to, now) != SeatStatus::Free).count()
        } else {
            let on = |leg| others().filter(|seat| !self.is_free(**seat, leg, now)).count();
            (from..to).map(on).max().unwrap_or(0)
        };
        (trip.capacity - i32::try_from(taken + refused.len()).unwrap_or(i32::MAX)).max(0)
    }

    /// Per cent of the seats, or places, that are sold on the fullest of the legs `from..to`. What is only held does not count:
    /// who lets a hold end would drive the price up for nothing, their own too.
    pub fn occupied(&self, trip: &TripView, from: i32, to: i32) -> u8 {
        let mut legs = vec![0i64; usize::try_from(to - from).unwrap_or(0)];
        for taken in self.seats.values().flatten().filter(|taken| taken.held_until.is_none()) {
            if let Some(sold) = usize::try_from(taken.leg - from).ok().and_then(|leg| legs.get_mut(leg)) {
                *sold += 1;
            }
        }
        let fullest = legs.into_iter().max().unwrap_or(0);
        u8::try_from((fullest * 100).checked_div(trip.capacity.into()).unwrap_or(0)).unwrap_or(100).min(100)
    }

    /// When the next hold ends, which frees seats without a word on the bus.
    pub fn next_expiry(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.seats.values().flatten().filter_map(|taken| taken.held_until).filter(|until| *until > now).min()
    }
}

/// The states that have been looked at lately.
pub struct Inventory {
    states: Cache<Uuid, Arc<SpaceState>>,
    /// The newest version that was heard of: an older state that was being read meanwhile is not kept.
    heard: Cache<Uuid, i64>,
    /// Spaces that somebody reads at this moment: others who want the same wait for that.
    reading: Cache<Uuid, Arc<Mutex<()>>>,
}

impl Default for Inventory {
    fn default() -> Self {
        Self::new()
    }
}

impl Inventory {
    pub fn new() -> Self {
        Inventory {
            // A note on the bus may be lost: what was not heard is seen at the latest after this time.
            states: newest(20_000, Duration::from_secs(20)),
            heard: newest(100_000, Duration::from_secs(120)),
            reading: Cache::builder().max_capacity(100_000).time_to_idle(Duration::from_secs(120)).build(),
        }
    }

    fn hear(&self, space: Uuid, version: i64) {
        let known =
            |known: Option<moka::Entry<Uuid, i64>>| known.map_or(version, |known| known.into_value().max(version));
        self.heard.entry(space).and_upsert_with(known);
        self.drop_old(space);
    }

    /// Keeps a state, unless a newer one was heard of while it was read or made.
    fn keep(&self, space: Uuid, state: Arc<SpaceState>) {
        self.states.insert(space, state);
        self.drop_old(space);
    }

    /// Looks after whatever was written: of two who write and look at the same time, the second to look sees both.
    fn drop_old(&self, space: Uuid) {
        let heard = self.heard.get(&space);
        if self.states.get(&space).is_some_and(|state| heard.is_some_and(|heard| state.version < heard)) {
            self.states.invalidate(&space);
        }
    }

    /// Keeps the states true to what the bus tells, for as long as the application lives.
    pub fn listen(app: &App) {
        let mut notes = app.bus.subscribe("space:");
        let app = app.clone();
        tokio::spawn(async move {
            loop {
                match notes.recv().await {
                    Ok(Note::Message(message)) => {
                        if let Some((space, version)) = read_note(&message) {
                            app.inventory.hear(space, version);
                        }
                    }
                    Ok(Note::Resync) | Err(tokio::sync::broadcast::error::RecvError::Lagged(_)) => {
                        app.inventory.states.invalidate_all();
                    }
                    Err(tokio::sync::broadcast::error::RecvError::Closed) => return,
                }
            }
        });
    }
}

/// Takes a note of the bus before its state is looked at.
///
/// Returns the version that was told.
pub fn hear(app: &App, message: &str) -> i64 {
    let Some((space, version)) = read_note(message) else { return 0 };
    app.inventory.hear(space, version);
    version
}

fn read_note(message: &str) -> Option<(Uuid, i64)> {
    let (space, version) = message.split_once(' ')?;
    Some((space.parse().ok()?, version.parse().ok()?))
}

/// Tells everybody, after the commit, that claims have changed.
pub fn changed(app: &App, raised: &[Raised]) {
    for Raised { space, version, .. } in raised {
        app.inventory.hear(*space, *version);
        app.bus.publish(&format!("space:{space}"), &format!("{space} {version}"));
    }
}

/// The same as [`changed`] for who knows all that the transaction has done to claims, that these are now held until then
/// or, with `None`, sold: a state that was in memory just before it is brought up to date there, and nobody has to read
/// it anew.
pub fn changed_to(app: &App, raised: &[Raised], claims: &[Claim], held_until: Option<DateTime<Utc>>) {
    for Raised { space, version, seat_map, .. } in raised {
        if let Some(before) =
            known(app, *space).filter(|state| state.version == version - 1 && state.seat_map == *seat_map)
        {
            let mut seats = before.seats.clone();
            for Claim { seat, leg, .. } in claims.iter().filter(|claim| claim.space == *space) {
                let taken = seats.entry(*seat).or_default();
                taken.retain(|taken| taken.leg != *leg);
                taken.push(Taken { leg: *leg, held_until });
            }
            app.inventory.keep(
                *space,
                Arc::new(SpaceState { version: *version, seat_map: *seat_map, kept: before.kept.clone(), seats }),
            );
        }
    }
    changed(app, raised);
}

/// Drops what is in memory of these spaces: the database has just contradicted it.
pub fn forget(app: &App, spaces: impl IntoIterator<Item = Uuid>) {
    for space in spaces {
        app.inventory.states.invalidate(&space);
    }
}

/// The state of one space, if it is in memory.
pub fn known(app: &App, space: Uuid) -> Option<Arc<SpaceState>> {
    app.inventory.states.get(&space)
}

/// The state of one space. When it has changed and thousands look at it, one of them reads it for all.
pub async fn state(app: &App, space: Uuid) -> Result<Arc<SpaceState>, Fault> {
    if let Some(state) = known(app, space) {
        return Ok(state);
    }
    let reading = app.inventory.reading.get_with(space, Arc::default);
    let _reading = reading.lock().await;
    let mut states = states(app, &[space]).await?;
    states.remove(&space).ok_or_else(|| Fault::new("a space without a state"))
}

/// Seats that must be of the same vehicle are looked at so often while it is being changed.
const LOOKS: usize = 20;

/// A trip and its state, of the same seats: in a moment of the vehicle's change the one in memory may be older.
pub async fn seated(app: &App, trip: Uuid) -> Result<Option<(Arc<TripView>, Arc<SpaceState>)>, Fault> {
    for _ in 0..LOOKS {
        let Some(view) = trip_view(app, trip).await? else { return Ok(None) };
        let state = state(app, trip).await?;
        if view.seat_map_id == state.seat_map {
            return Ok(Some((view, state)));
        }
        look_again(app, trip);
    }
    Err(Fault::new("a trip's vehicle changes faster than it can be read"))
}

/// The database has contradicted what is in memory of a trip's seats.
pub fn look_again(app: &App, trip: Uuid) {
    app.network.forget_trip(trip);
    forget(app, [trip]);
}

/// The states of many spaces, by one query for those that are not in memory.
pub async fn states(app: &App, spaces: &[Uuid]) -> Result<HashMap<Uuid, Arc<SpaceState>>, Fault> {
    let mut found = HashMap::with_capacity(spaces.len());
    let mut missing = Vec::new();
    for space in spaces {
        match app.inventory.states.get(space) {
            Some(state) => {
                found.insert(*space, state);
            }
            None if missing.contains(space) => {}
            None => missing.push(*space),
        }
    }
    if missing.is_empty() {
        return Ok(found);
    }
    let db = app.db.read();
    for chunk in missing.chunks(400) {
        // One statement: the claims are those of the version.
        let values: Vec<sea_orm::Value> = chunk.iter().map(|space| (*space).into()).collect();
        let marks: Vec<String> = (1..=values.len()).map(|n| format!("${n}")).collect();
        let marks = marks.join(", ");
        // Both halves by their primary keys, whatever the planner believes of the tables' sizes.
        let sql = format!(
            "SELECT id, version, NULL, NULL, NULL, seat_map_id, kept FROM trip WHERE id IN ({marks}) \
             UNION ALL SELECT space_id, NULL, seat, leg, held_until, NULL, NULL FROM claim WHERE space_id IN ({marks})"
        );
        let rows = db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
        let mut versions: HashMap<Uuid, Row> = HashMap::with_capacity(chunk.len());
        let mut seats: HashMap<Uuid, HashMap<i32, Vec<Taken>>> = HashMap::new();
        for row in rows {
            let space: Uuid = row.try_get_by_index(0)?;
            if let Some(version) = row.try_get_by_index(1)? {
                let kept: Option<String> = row.try_get_by_index(6)?;
                versions.insert(space, (version, row.try_get_by_index(5)?, read_kept(kept.as_deref())?));
            }
            let seat: Option<i32> = row.try_get_by_index(2)?;
            let leg: Option<i32> = row.try_get_by_index(3)?;
            if let (Some(seat), Some(leg)) = (seat, leg) {
                let taken = Taken { leg, held_until: row.try_get_by_index(4)? };
                seats.entry(space).or_default().entry(seat).or_default().push(taken);
            }
        }
        for (space, (version, seat_map, kept)) in versions {
            let seats = seats.remove(&space).unwrap_or_default();
            let state = Arc::new(SpaceState { version, seat_map, kept, seats });
            app.inventory.keep(space, Arc::clone(&state));
            found.insert(space, state);
        }
    }
    Ok(found)
}

/// What a trip's row says of seats that are kept.
pub fn read_kept(text: Option<&str>) -> Result<Option<Arc<Kept>>, Fault> {
    Ok(text.map(serde_json::from_str).transpose()?.map(Arc::new))
}

/// Seats left for the buyer on each of the asked pieces of trips: (trip, from call, to call).
pub async fn seats_left(app: &App, buyer: &Buyer, asks: &[(Uuid, i32, i32)]) -> Result<Vec<i32>, Fault> {
    let ids: Vec<Uuid> = asks.iter().map(|(trip, ..)| *trip).collect();
    let trips = trip_views(app, &ids).await?;
    let states = states(app, &ids).await?;
    let now = app.clock.now();
    Ok(asks
        .iter()
        .map(|(id, from, to)| match (trips.get(id), states.get(id)) {
            (Some(trip), Some(state)) => state.seats_left(trip, buyer, *from, *to, now),
            _ => 0,
        })
        .collect())
}
