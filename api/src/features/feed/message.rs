//! The part of GTFS-Realtime 2.0 that is published, as protocol buffers and as their JSON.
//!
//! The bindings on crates.io are made from the whole specification at build time by a compiler that every machine would
//! have to have; a dozen small messages need none.

use serde::{Serialize, Serializer};

pub const VERSION: &str = "2.0";

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $number:literal $text:literal),* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, prost::Enumeration)]
        #[repr(i32)]
        pub enum $name { $($variant = $number),* }

        impl $name {
            fn json<S: Serializer>(code: &Option<i32>, serializer: S) -> Result<S::Ok, S::Error> {
                match code.and_then(|code| Self::try_from(code).ok()) {
                    $(Some(Self::$variant) => serializer.serialize_str($text),)*
                    None => serializer.serialize_none(),
                }
            }
        }
    };
}

codes!(
    /// Each message is everything that is known.
    Incrementality { FullDataset = 0 "FULL_DATASET" }
);
codes!(
    /// How a trip relates to the timetable.
    TripRelation { Scheduled = 0 "SCHEDULED", Canceled = 3 "CANCELED" }
);
codes!(
    /// How a stop relates to the timetable.
    StopRelation { Scheduled = 0 "SCHEDULED", Skipped = 1 "SKIPPED" }
);
codes!(
    /// Why: the station is not told.
    Cause { Unknown = 1 "UNKNOWN_CAUSE" }
);
codes!(
    Effect {
        NoService = 1 "NO_SERVICE",
        SignificantDelays = 3 "SIGNIFICANT_DELAYS",
        ModifiedService = 6 "MODIFIED_SERVICE"
    }
);
codes!(
    Severity { Warning = 3 "WARNING", Severe = 4 "SEVERE" }
);

/// Numbers of 64 bits are text in the JSON of protocol buffers.
fn text<S: Serializer, N: std::fmt::Display>(number: &Option<N>, serializer: S) -> Result<S::Ok, S::Error> {
    match number {
        Some(number) => serializer.collect_str(number),
        None => serializer.serialize_none(),
    }
}

macro_rules! message {
    ($(#[$doc:meta])* $name:ident { $($(#[$field:meta])* $tag:ident: $ty:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, prost::Message, Serialize)]
        #[serde(rename_all = "camelCase")]
        pub struct $name { $($(#[$field])* pub $tag: $ty,)* }
    };
}

message!(FeedMessage {
    #[prost(message, required, tag = "1")]
    header: FeedHeader,
    #[prost(message, repeated, tag = "2")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    entity: Vec<FeedEntity>,
});

message!(FeedHeader {
    #[prost(string, required, tag = "1")]
    gtfs_realtime_version: String,
    #[prost(enumeration = "Incrementality", optional, tag = "2")]
    #[serde(serialize_with = "Incrementality::json")]
    incrementality: Option<i32>,
    #[prost(uint64, optional, tag = "3")]
    #[serde(serialize_with = "text")]
    timestamp: Option<u64>,
    #[prost(string, optional, tag = "4")]
    #[serde(skip_serializing_if = "Option::is_none")]
    feed_version: Option<String>,
});

message!(FeedEntity {
    #[prost(string, required, tag = "1")]
    id: String,
    #[prost(message, optional, tag = "3")]
    #[serde(skip_serializing_if = "Option::is_none")]
    trip_update: Option<TripUpdate>,
    #[prost(message, optional, tag = "5")]
    #[serde(skip_serializing_if = "Option::is_none")]
    alert: Option<Alert>,
});

message!(TripUpdate {
    #[prost(message, required, tag = "1")]
    trip: TripDescriptor,
    #[prost(message, repeated, tag = "2")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    stop_time_update: Vec<StopTimeUpdate>,
    #[prost(int32, optional, tag = "5")]
    #[serde(skip_serializing_if = "Option::is_none")]
    delay: Option<i32>,
});

message!(TripDescriptor {
    #[prost(string, optional, tag = "1")]
    trip_id: Option<String>,
    #[prost(string, optional, tag = "3")]
    start_date: Option<String>,
    #[prost(enumeration = "TripRelation", optional, tag = "4")]
    #[serde(serialize_with = "TripRelation::json", skip_serializing_if = "Option::is_none")]
    schedule_relationship: Option<i32>,
});

message!(StopTimeUpdate {
    #[prost(uint32, optional, tag = "1")]
    stop_sequence: Option<u32>,
    #[prost(message, optional, tag = "2")]
    arrival: Option<StopTimeEvent>,
    #[prost(message, optional, tag = "3")]
    departure: Option<StopTimeEvent>,
    #[prost(string, optional, tag = "4")]
    #[serde(skip_serializing_if = "Option::is_none")]
    stop_id: Option<String>,
    #[prost(enumeration = "StopRelation", optional, tag = "5")]
    #[serde(serialize_with = "StopRelation::json", skip_serializing_if = "Option::is_none")]
    schedule_relationship: Option<i32>,
    #[prost(message, optional, tag = "6")]
    #[serde(skip_serializing_if = "Option::is_none")]
    stop_time_properties: Option<StopTimeProperties>,
});

message!(StopTimeProperties {
    #[prost(string, optional, tag = "1")]
    assigned_stop_id: Option<String>,
});

message!(StopTimeEvent {
    #[prost(int32, optional, tag = "1")]
    delay: Option<i32>,
    #[prost(int64, optional, tag = "2")]
    #[serde(serialize_with = "text")]
    time: Option<i64>,
});

message!(Alert {
    #[prost(message, repeated, tag = "1")]
    active_period: Vec<TimeRange>,
    #[prost(message, repeated, tag = "5")]
    informed_entity: Vec<EntitySelector>,
    #[prost(enumeration = "Cause", optional, tag = "6")]
    #[serde(serialize_with = "Cause::json")]
    cause: Option<i32>,
    #[prost(enumeration = "Effect", optional, tag = "7")]
    #[serde(serialize_with = "Effect::json")]
    effect: Option<i32>,
    #[prost(message, optional, tag = "10")]
    header_text: Option<TranslatedString>,
    #[prost(message, optional, tag = "11")]
    description_text: Option<TranslatedString>,
    #[prost(enumeration = "Severity", optional, tag = "14")]
    #[serde(serialize_with = "Severity::json")]
    severity_level: Option<i32>,
});

message!(TimeRange {
    #[prost(uint64, optional, tag = "2")]
    #[serde(serialize_with = "text")]
    end: Option<u64>,
});

message!(EntitySelector {
    #[prost(message, optional, tag = "4")]
    trip: Option<TripDescriptor>,
});

message!(TranslatedString {
    #[prost(message, repeated, tag = "1")]
    translation: Vec<Translation>,
});

message!(Translation {
    #[prost(string, required, tag = "1")]
    text: String,
    #[prost(string, optional, tag = "2")]
    language: Option<String>,
});
