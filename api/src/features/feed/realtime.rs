//! What differs from the timetable: delays, cancellations, reported departures and arrivals.
//!
//! Only trips that the published timetable has are spoken of. One that nothing is known of runs as planned.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use domain::timetable::CallTimes;
use prost::Message;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use ::entity::{schedule, trip};

use crate::app::App;
use crate::features::network::{Call, Network, TripState, TripView, in_language, trip_views};
use crate::i18n::{Language, t};
use crate::platform::Fault;

use super::message::{
    Alert, Cause, Effect, EntitySelector, FeedEntity, FeedHeader, FeedMessage, Incrementality, Severity, StopRelation,
    StopTimeEvent, StopTimeProperties, StopTimeUpdate, TimeRange, TranslatedString, Translation, TripDescriptor,
    TripRelation, TripUpdate, VERSION,
};
use super::naming::{Departure, Published};
use super::store::StaticFeed;

/// From so many minutes on a delay is an alert too.
const LONG_DELAY: i32 = 30;
/// A trip is spoken of for so long after its arrival.
const AFTER: TimeDelta = TimeDelta::hours(1);
/// A delay is at most a day.
const MOST_DELAY: TimeDelta = TimeDelta::days(1);

/// The words of one feed in both forms.
#[derive(Clone)]
pub struct Told {
    pub binary: Bytes,
    pub json: Bytes,
}

/// The three feeds of one moment.
pub struct Live {
    pub trip_updates: Told,
    pub vehicle_positions: Told,
    pub alerts: Told,
}

/// A trip that does not run as planned, under its name in the timetable.
struct Deviation {
    view: Arc<TripView>,
    name: Published,
    platforms: BTreeMap<i32, Uuid>,
}

/// Reads what is known now.
pub async fn read(app: &App, timetable: &StaticFeed) -> Result<Live, Fault> {
    let now = app.clock.now();
    let deviations = deviations(app, timetable, now).await?;
    let header = FeedHeader {
        gtfs_realtime_version: VERSION.to_owned(),
        incrementality: Some(Incrementality::FullDataset.into()),
        timestamp: u64::try_from(now.timestamp()).ok(),
        feed_version: Some(timetable.written.version.clone()),
    };
    let told = |entity: Vec<FeedEntity>| -> Result<Told, Fault> {
        let message = FeedMessage { header: header.clone(), entity };
        Ok(Told { binary: message.encode_to_vec().into(), json: serde_json::to_vec(&message)?.into() })
    };
    Ok(Live {
        trip_updates: told(deviations.iter().map(|one| update(one, timetable)).collect())?,
        // No vehicle tells where it is.
        vehicle_positions: told(Vec::new())?,
        alerts: told(deviations.iter().filter_map(alert).collect())?,
    })
}

async fn deviations(app: &App, timetable: &StaticFeed, now: DateTime<Utc>) -> Result<Vec<Deviation>, Fault> {
    let found: Vec<(Uuid, Uuid)> = trip::Entity::find()
        .select_only()
        .columns([trip::Column::Id, trip::Column::ScheduleId])
        // As the index says it, which has only these.
        .filter(Expr::cust(
            "(state <> 'SCHEDULED' OR delay_minutes <> 0 OR platforms IS NOT NULL OR skipped IS NOT NULL)",
        ))
        .filter(trip::Column::ArrivesAt.gt(now - AFTER - MOST_DELAY))
        .order_by_asc(trip::Column::DepartsAt)
        .order_by_asc(trip::Column::Id)
        .into_tuple()
        .all(app.db.read())
        .await?;
    let ids: Vec<Uuid> = found.iter().map(|(id, _)| *id).collect();
    let mut views = trip_views(app, &ids).await?;
    let mut wanted: Vec<Uuid> = found.iter().map(|(_, schedule)| *schedule).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let mut schedules = HashMap::with_capacity(wanted.len());
    for chunk in wanted.chunks(5_000) {
        let rows = schedule::Entity::find().filter(schedule::Column::Id.is_in(chunk.iter().copied()));
        schedules.extend(rows.all(app.db.read()).await?.into_iter().map(|row| (row.id, row)));
    }
    let network = app.network.get(app).await?;
    let mut deviations = Vec::new();
    for (id, schedule) in found {
        let (Some(view), Some(row)) = (views.remove(&id), schedules.get(&schedule)) else { continue };
        let over = view.calls.last().is_none_or(|call| call.arrival + view.delay() + AFTER < now);
        let zone: Tz = row.time_zone.parse().unwrap_or(Tz::UTC);
        let times: Vec<CallTimes> = serde_json::from_str(&row.times)?;
        let departure = Departure {
            feed: &row.feed,
            code: &row.code,
            schedule: row.id,
            active: row.active,
            zone,
            first: times.first().map_or(0, |call| call[0]),
        };
        let name = timetable.naming.published(departure, view.service_date);
        if !over && timetable.written.trips.contains(&name.trip_id) {
            let platforms = other_platforms(&network, &view);
            deviations.push(Deviation { view, name, platforms });
        }
    }
    Ok(deviations)
}

/// Platforms that are others than planned, by the call's sequence, where the timetable knows them as stops.
fn other_platforms(network: &Network, view: &TripView) -> BTreeMap<i32, Uuid> {
    let other = |call: &Call| {
        let sign = call.platform.as_ref().filter(|sign| call.stop.platform.as_ref() != Some(sign))?;
        let station = call.stop.parent.and_then(|parent| network.stop(parent)).unwrap_or(&call.stop);
        let platforms = network.platforms_of(station).into_iter().map(|index| &network.stops[index as usize]);
        let there = platforms.into_iter().find(|stop| stop.platform.as_ref() == Some(sign))?;
        Some((call.sequence, there.id))
    };
    view.calls.iter().filter_map(other).collect()
}

fn seconds(minutes: i32) -> i32 {
    minutes.max(0) * 60
}

impl Deviation {
    fn key(&self) -> String {
        format!("{}:{}", self.name.trip_id, self.name.start_date.format("%Y%m%d"))
    }

    fn cancelled(&self) -> bool {
        self.view.state == TripState::Cancelled
    }

    fn descriptor(&self) -> TripDescriptor {
        let relation = if self.cancelled() { TripRelation::Canceled } else { TripRelation::Scheduled };
        TripDescriptor {
            trip_id: Some(self.name.trip_id.clone()),
            start_date: Some(self.name.start_date.format("%Y%m%d").to_string()),
            schedule_relationship: Some(relation.into()),
        }
    }
}

fn update(deviation: &Deviation, timetable: &StaticFeed) -> FeedEntity {
    let view = &deviation.view;
    let event = |at: DateTime<Utc>| {
        Some(StopTimeEvent { delay: Some(seconds(view.delay_minutes)), time: Some((at + view.delay()).timestamp()) })
    };
    let calls = (1..).zip(view.calls.iter().filter(|_| !deviation.cancelled()));
    let stop_id = |id| timetable.written.stops.get(id).cloned();
    let stops = calls.map(|(n, call)| StopTimeUpdate {
        stop_sequence: Some(n),
        arrival: event(call.arrival).filter(|_| !call.skipped),
        departure: event(call.departure).filter(|_| !call.skipped),
        stop_id: stop_id(&call.stop.id),
        schedule_relationship: call.skipped.then(|| StopRelation::Skipped.into()),
        stop_time_properties: deviation
            .platforms
            .get(&call.sequence)
            .and_then(stop_id)
            .map(|id| StopTimeProperties { assigned_stop_id: Some(id) }),
    });
    let trip_update = TripUpdate {
        trip: deviation.descriptor(),
        stop_time_update: stops.collect(),
        delay: (!deviation.cancelled()).then(|| seconds(view.delay_minutes)),
    };
    FeedEntity { id: deviation.key(), trip_update: Some(trip_update), alert: None }
}

/// Of what a traveller has to know before leaving home.
fn alert(deviation: &Deviation) -> Option<FeedEntity> {
    let view = &deviation.view;
    let (cancelled, minutes) = (deviation.cancelled(), view.delay_minutes);
    let skipped: Vec<&Call> = view.calls.iter().filter(|call| call.skipped).collect();
    // Who is on the way already sees it.
    let minor = minutes < LONG_DELAY && skipped.is_empty();
    if !cancelled && (minor || matches!(view.state, TripState::Departed | TripState::Arrived)) {
        return None;
    }
    let (first, last) = (view.calls.first()?, view.calls.last()?);
    let texts = |make: &dyn Fn(Language) -> String| {
        let translation = Language::ALL
            .map(|language| Translation { text: make(language), language: Some(language.code().to_owned()) });
        Some(TranslatedString { translation: translation.into() })
    };
    let local = |minutes: i32| {
        let at = first.departure + TimeDelta::minutes(minutes.into());
        at.with_timezone(&first.stop.zone).format("%d.%m.%Y %H:%M").to_string()
    };
    let town = |call: &Call, language| {
        let names = call.stop.place.as_ref().map_or(&call.stop.names, |place| &place.names);
        in_language(names, language).to_owned()
    };
    let name =
        |language| format!("{}, {} — {}, {}", view.number, town(first, language), town(last, language), local(0));
    let count = minutes.to_string();
    let header = |language| {
        let key = match (cancelled, minutes >= LONG_DELAY) {
            (true, _) => "mail.cancelled.subject",
            (_, true) => "mail.delayed.subject",
            _ => "mail.stop_skipped.subject",
        };
        t(language, key, &[("trip", &name(language)), ("minutes", &count)])
    };
    let description = |language| {
        if cancelled {
            return t(language, "alert.cancelled", &[]);
        }
        let mut texts = Vec::new();
        if !skipped.is_empty() {
            let stops: Vec<&str> = skipped.iter().map(|call| in_language(&call.stop.names, language)).collect();
            texts.push(t(language, "alert.stops", &[("stops", &stops.join(", "))]));
        }
        if minutes >= LONG_DELAY {
            texts.push(t(language, "alert.delayed", &[("planned", &local(0)), ("time", &local(minutes))]));
        }
        if minutes > 60 {
            texts.push(t(language, "mail.delayed.refund", &[]));
        }
        texts.join(" ")
    };
    let end = last.arrival + view.delay();
    let alert = Alert {
        active_period: vec![TimeRange { end: u64::try_from(end.timestamp()).ok() }],
        informed_entity: vec![EntitySelector { trip: Some(deviation.descriptor()) }],
        cause: Some(Cause::Unknown.into()),
        effect: Some(
            match (cancelled, minutes >= LONG_DELAY) {
                (true, _) => Effect::NoService,
                (_, true) => Effect::SignificantDelays,
                _ => Effect::ModifiedService,
            }
            .into(),
        ),
        header_text: texts(&header),
        description_text: texts(&description),
        severity_level: Some(if cancelled { Severity::Severe } else { Severity::Warning }.into()),
    };
    Some(FeedEntity { id: deviation.key(), trip_update: None, alert: Some(alert) })
}
