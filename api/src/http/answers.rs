//! Answers to public queries that are asked again and again, for as long as nothing they speak of has changed.
//!
//! An answer is kept only for a visitor without session or key, only for queries that are made of the fields listed
//! here, and only while no claim, no trip and no part of the timetable has changed anywhere: each of these raises an
//! epoch. It is told for a second at the most, since the clock changes answers too.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use async_graphql::parser::types::{DocumentOperations, OperationType, Selection};
use axum::body::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use moka::sync::Cache;

use crate::app::App;
use crate::graphql::Viewer;

use super::graphql_request::{Parsed, Parts};

/// Root fields whose answers depend on the timetable, the claims and the language alone.
const PUBLIC: [&str; 12] = [
    "arrivals",
    "carriers",
    "departures",
    "passengerCategories",
    "place",
    "places",
    "popularDirections",
    "searchJourneys",
    "seatMap",
    "station",
    "stations",
    "trip",
];
const LASTS: Duration = Duration::from_secs(1);

pub struct Answers {
    kept: Cache<String, Kept>,
    epoch: Arc<AtomicU64>,
}

#[derive(Clone)]
struct Kept {
    epoch: u64,
    /// By the application's clock, which a demonstration may push forward.
    at: DateTime<Utc>,
    body: Bytes,
}

/// What an answer that is being made will be kept under.
pub struct Keep {
    key: String,
    epoch: u64,
}

impl Answers {
    /// Starts to listen for changes.
    pub fn listen(app: &App) -> Self {
        let epoch = app.bus.epoch(&["space:", "trip:", "network:"]);
        let kept = Cache::builder()
            .max_capacity(64 * 1024 * 1024)
            .weigher(|key: &String, kept: &Kept| u32::try_from(key.len() + kept.body.len()).unwrap_or(u32::MAX))
            .time_to_live(LASTS)
            .build();
        Answers { kept, epoch }
    }

    /// The answer that was given to the same question a moment ago.
    pub fn find(&self, app: &App, viewer: &Viewer, parsed: &Parsed, parts: &Parts) -> Option<Bytes> {
        let key = key(viewer, parsed, parts)?;
        let kept = self.kept.get(&key)?;
        let fresh =
            kept.epoch == self.epoch.load(Ordering::Acquire) && app.clock.now() - kept.at < TimeDelta::seconds(1);
        fresh.then_some(kept.body)
    }

    /// Before the answer is made: what happens meanwhile makes it old.
    pub fn begin(&self, viewer: &Viewer, parsed: &Parsed, parts: &Parts) -> Option<Keep> {
        Some(Keep { key: key(viewer, parsed, parts)?, epoch: self.epoch.load(Ordering::Acquire) })
    }

    pub fn keep(&self, app: &App, keep: Keep, body: Bytes) {
        self.kept.insert(keep.key, Kept { epoch: keep.epoch, at: app.clock.now(), body });
    }
}

fn key(viewer: &Viewer, parsed: &Parsed, parts: &Parts) -> Option<String> {
    if viewer.session.is_some() || viewer.partner.is_some() {
        return None;
    }
    let DocumentOperations::Single(operation) = &parsed.document.operations else {
        return named(viewer, parsed, parts);
    };
    is_public(&operation.node).then(|| text(viewer, parsed, parts))
}

fn named(viewer: &Viewer, parsed: &Parsed, parts: &Parts) -> Option<String> {
    let DocumentOperations::Multiple(operations) = &parsed.document.operations else { return None };
    operations.values().all(|operation| is_public(&operation.node)).then(|| text(viewer, parsed, parts))
}

fn text(viewer: &Viewer, parsed: &Parsed, parts: &Parts) -> String {
    let variables = serde_json::to_string(&parts.variables).unwrap_or_default();
    format!(
        "{} {} {} {}",
        parsed.hash,
        viewer.language.code(),
        parts.operation_name.as_deref().unwrap_or_default(),
        variables
    )
}

fn is_public(operation: &async_graphql::parser::types::OperationDefinition) -> bool {
    operation.ty == OperationType::Query
        && !operation.selection_set.node.items.is_empty()
        && operation.selection_set.node.items.iter().all(|item| match &item.node {
            Selection::Field(field) => PUBLIC.contains(&field.node.name.node.as_str()),
            _ => false,
        })
}
