use std::sync::Arc;

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject, Union};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use ::entity::quota;

use crate::features::inventory::SeatMapUnit;
use crate::features::network::Network;
use crate::features::partner::Partner;
use crate::features::station::Stop;
use crate::graphql::{ChangedMeanwhile, Gid, InvalidInput, Kind, app};
use crate::platform::Fault;

use super::keep::seats_of;

/// Whose the seats are until they are released.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum QuotaPurpose {
    /// Out of order: nobody's, never released.
    Closed,
    /// Nobody's for the time being.
    Reserve,
    /// Sold by the station's own staff alone.
    Staff,
    /// Sold through some channels alone.
    Channels,
    /// Sold by one partner alone.
    Partner,
    /// Sold to those alone who get on at a stop or after it.
    Stop,
    /// On this trip free for all, whatever its departure keeps.
    Open,
}

impl QuotaPurpose {
    pub const ALL: [QuotaPurpose; 7] = [
        QuotaPurpose::Closed,
        QuotaPurpose::Reserve,
        QuotaPurpose::Staff,
        QuotaPurpose::Channels,
        QuotaPurpose::Partner,
        QuotaPurpose::Stop,
        QuotaPurpose::Open,
    ];

    pub fn code(self) -> &'static str {
        match self {
            QuotaPurpose::Closed => "CLOSED",
            QuotaPurpose::Reserve => "RESERVE",
            QuotaPurpose::Staff => "STAFF",
            QuotaPurpose::Channels => "CHANNELS",
            QuotaPurpose::Partner => "PARTNER",
            QuotaPurpose::Stop => "STOP",
            QuotaPurpose::Open => super::keep::OPEN,
        }
    }
}

/// Where an order comes from.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum SalesChannel {
    Web,
    /// By the station's staff.
    Desk,
    /// With a partner's key.
    Partner,
    Terminal,
    Onboard,
    Bot,
}

impl SalesChannel {
    pub const ALL: [SalesChannel; 6] = [
        SalesChannel::Web,
        SalesChannel::Desk,
        SalesChannel::Partner,
        SalesChannel::Terminal,
        SalesChannel::Onboard,
        SalesChannel::Bot,
    ];

    pub fn code(self) -> &'static str {
        match self {
            SalesChannel::Web => "WEB",
            SalesChannel::Desk => "DESK",
            SalesChannel::Partner => "PARTNER",
            SalesChannel::Terminal => "TERMINAL",
            SalesChannel::Onboard => "ONBOARD",
            SalesChannel::Bot => "BOT",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }
}

/// Seats that are kept or closed.
#[derive(Clone)]
pub struct SeatQuota(pub quota::Model);

#[Object]
impl SeatQuota {
    async fn id(&self) -> ID {
        Gid::of(Kind::Quota, self.0.id)
    }

    /// For changes: grows with each.
    async fn version(&self) -> i32 {
        i32::try_from(self.0.version).unwrap_or(i32::MAX)
    }

    /// For one trip; false: for all coming trips of its departure.
    async fn of_trip(&self) -> bool {
        self.0.trip_id.is_some()
    }

    async fn purpose(&self) -> QuotaPurpose {
        let all = QuotaPurpose::ALL.into_iter();
        all.into_iter().find(|purpose| purpose.code() == self.0.purpose).unwrap_or(QuotaPurpose::Closed)
    }

    /// Labels of seats; empty where seats have no numbers.
    async fn seats(&self) -> Result<Vec<String>> {
        Ok(seats_of(&self.0)?)
    }

    /// How many, where seats have no numbers.
    async fn places(&self) -> i32 {
        self.0.places
    }

    /// With CHANNELS.
    async fn channels(&self) -> Result<Vec<SalesChannel>> {
        let codes: Vec<String> = serde_json::from_value(self.0.channels.clone()).map_err(Fault::from)?;
        Ok(codes.iter().filter_map(|code| SalesChannel::parse(code)).collect())
    }

    /// With PARTNER.
    async fn partner(&self, ctx: &Context<'_>) -> Result<Option<Partner>> {
        Partner::load(ctx, self.0.partner_id).await
    }

    /// With STOP: the first from which they are sold.
    async fn stop(&self, ctx: &Context<'_>) -> Result<Option<Stop>> {
        let app = app(ctx);
        let network = app.network.get(app).await?;
        Ok(self.0.stop_id.and_then(|id| network.stop(id)).map(|stop| Stop(Arc::clone(stop))))
    }

    /// For the office.
    async fn reason(&self) -> Option<&str> {
        self.0.reason.as_deref()
    }

    /// Minutes before departure from the first stop, from which on the seats are everybody's; null: never.
    async fn release_minutes(&self) -> Option<i32> {
        self.0.release_minutes
    }

    async fn made_at(&self) -> DateTime<Utc> {
        self.0.made_at
    }
}

/// What is kept of a trip or a departure, and what there is to keep.
#[derive(SimpleObject)]
pub struct SeatQuotas {
    /// What passengers call it.
    pub number: String,
    /// The line's name.
    pub name: String,
    /// In force: of the departure and, for a trip, its own.
    pub quotas: Vec<SeatQuota>,
    /// The plan of the vehicle; empty where seats have no numbers.
    pub units: Vec<SeatMapUnit>,
    pub open_seating: bool,
    /// Seats, or places where seats have no numbers.
    pub capacity: i32,
    /// Where passengers get on, in order.
    pub stops: Vec<Stop>,
    /// Partners who may be given seats.
    pub partners: Vec<Partner>,
    /// For a trip: seats that somebody has already, on whatever part of the way.
    pub taken: Vec<String>,
    /// The departure that a trip is of; of a departure itself.
    pub departure_id: ID,
}

/// A quota as it is now.
#[derive(SimpleObject)]
pub struct QuotaSaved {
    pub quota: SeatQuota,
    /// Trips whose seats it is about: those that are on sale already.
    pub trips: i32,
}

#[derive(Union)]
pub enum SaveQuotaResult {
    Saved(QuotaSaved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

/// What the audit log keeps.
pub fn facts(network: &Network, row: &quota::Model, partner: Option<&str>) -> Value {
    json!({
        "quota": row.purpose, "seats": row.seats, "places": row.places, "channels": row.channels, "partner": partner,
        "stop": row.stop_id.and_then(|id| network.stop(id)).map(|stop| stop.names.ru.clone()), "reason": row.reason,
        "releaseMinutes": row.release_minutes, "dropped": row.dropped_at.is_some(),
    })
}
