use async_graphql::{ID, InputObject};

use rust_decimal::Decimal;

use super::types::SegmentDirection;

/// One ride to hold.
#[derive(InputObject, Clone, Debug)]
pub struct HoldSegmentInput {
    pub trip_id: ID,
    /// Sequence of the boarding call.
    pub from: i32,
    /// Sequence of the alighting call.
    pub to: i32,
    /// One label for each passenger who needs a seat, in the order of the passengers; null: the best seats are chosen.
    /// Not used where seats are not numbered.
    pub seats: Option<Vec<String>>,
    /// `planId` of the seat map on which they were chosen: if the trip has another vehicle by now, they are SeatsTaken.
    pub plan_id: Option<ID>,
    /// What the customer has seen: the prices of the seats for adults as `seatMap` tells them, added up over those who need a
    /// seat. Where they cost more by now, nothing is held and the answer is PriceChanged; null: whatever it costs.
    pub expected_price: Option<Decimal>,
    #[graphql(default_with = "SegmentDirection::Outbound")]
    pub direction: SegmentDirection,
}

/// One passenger to hold for.
#[derive(InputObject, Clone, Debug)]
pub struct HoldPassengerInput {
    /// A code of `passengerCategories`.
    pub category: String,
}

/// Seats for everybody on all rides, all or nothing.
#[derive(InputObject, Clone, Debug)]
pub struct HoldSeatsInput {
    /// Made by the client once for each attempt, 16 to 64 characters: the same key and input hold once.
    pub idempotency_key: String,
    /// In the order of travel, at most 6.
    pub segments: Vec<HoldSegmentInput>,
    /// At most 20.
    pub passengers: Vec<HoldPassengerInput>,
}

impl HoldSeatsInput {
    /// Everything that tells one input from another.
    pub fn fingerprint(&self) -> String {
        crate::platform::secrets::fingerprint(format!("{:?} {:?}", self.segments, self.passengers).as_bytes())
    }
}

/// Whether a key is long enough to be one's own.
pub fn key_is_good(key: &str) -> bool {
    (16..=64).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_graphic())
}
