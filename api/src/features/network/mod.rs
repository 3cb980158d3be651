//! The network: carriers, towns and stops, the timetable, fares and tariff rules; where it comes from (GTFS), the
//! dated trips made of it, and the copy of it in memory that everything else reads.
//!
//! Invariants: patterns, schedules and seat maps are immutable, their ids are made from their contents; a series of
//! departures has at most one trip on a date; a trip with sales keeps the schedule and the seat map it was sold with,
//! whatever is imported later; an import is one transaction.

use std::sync::Arc;

mod closed_sections;
mod feed;
mod feed_fares;
mod feed_files;
mod feed_names;
mod feed_table;
mod feed_trips;
mod generate_network;
mod generate_trips;
mod import_gtfs;
mod layouts;
mod places;
mod plan;
mod planned;
mod planned_vehicle;
mod renew_trips;
mod report;
mod side_files;
mod snapshot;
mod snapshot_load;
mod tariff_rules;
mod trip_view;
mod version;

pub use closed_sections::{ClosedSection, end_of_section, mark_trips, road_is_closed};
pub use feed_files::ImportError;
pub use generate_network::generate_network;
pub use generate_trips::{Departure, PastTrips, calendars, generate_trips};
pub use import_gtfs::{ImportGtfs, OnProgress, import_gtfs};
pub use layouts::{NewestMaps, layout_of, map_of_layout, seat_map_id, version_of};
pub use places::NAMESAKES_KM;
pub use plan::{StoredStop, trip_id};
pub use planned::{DepartureEffect, Planned, calls, taken_over};
pub use planned_vehicle::{overruled_of, put_on};
pub use report::{FileCount, ImportReport, Issue, Severity};
pub use snapshot::{
    Carrier, FarePrice, Network, Pattern, PatternStop, Place, Route, RouteKind, SaleWindow, Schedule, Stop, StopKind,
    Target, Vehicle,
};
pub use snapshot_load::NetworkStore;
pub use tariff_rules::{
    AncillaryRule, ClassRule, DiscountRule, DynamicRule, FeeRule, PromotionRule, Reach, RefundRule, SCOPE_TAGS, Sale,
    Scopes, TariffRules, class_of_code, is_of_promotion, promotion_rule, terms_of,
};
pub use trip_view::{Call, TripState, TripView, forget_trip, trip_view, trip_views, views_of};
pub use version::{begin_change, finish_change, network_version};

/// The feed of what the office has made itself.
pub const OFFICE: &str = "office";

/// What somebody searches names for, in small letters; `None` where nothing was typed.
pub fn searched(text: Option<&str>) -> Option<String> {
    text.map(|text| text.trim().to_lowercase()).filter(|text| !text.is_empty())
}

/// Whether a name has that part, in any language.
pub fn has_part(names: &entity::Names, searched: &str) -> bool {
    [&names.ru, &names.ky, &names.en].iter().any(|name| name.to_lowercase().contains(searched))
}

/// The name in a viewer's language.
pub fn in_language(names: &entity::Names, language: crate::i18n::Language) -> &str {
    language.pick(&names.ru, &names.ky, &names.en)
}

/// The carriers' ids in the order of their names, as a viewer reads them.
pub fn by_name(carriers: &[&Arc<Carrier>], language: crate::i18n::Language) -> Vec<uuid::Uuid> {
    let mut named: Vec<(String, uuid::Uuid)> =
        carriers.iter().map(|one| (domain::text::alphabetical(in_language(&one.names, language)), one.id)).collect();
    named.sort();
    named.into_iter().map(|(_, id)| id).collect()
}
