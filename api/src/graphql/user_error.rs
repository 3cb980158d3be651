//! Expected errors: members of each mutation's result union. They carry a code for programs, words for people in the
//! request's language, and the data that the words speak of.

use async_graphql::{Enum, ID, Interface, SimpleObject};
use chrono::{DateTime, Utc};

use super::scalars::Money;
use crate::i18n::{Language, t};

/// An error that a person can do something about.
#[derive(Interface)]
#[expect(clippy::duplicated_attributes, reason = "two fields have the same type")]
#[graphql(
    field(name = "code", ty = "&String", desc = "For programs; does not change."),
    field(name = "message", ty = "&String", desc = "For people, in the request's language.")
)]
pub enum UserError {
    InvalidInput(InvalidInput),
    SeatsTaken(SeatsTaken),
    NotOnSale(NotOnSale),
    NotEnoughSeats(NotEnoughSeats),
    PriceChanged(PriceChanged),
    HoldExpired(HoldExpired),
    OrderClosed(OrderClosed),
    IdempotencyConflict(IdempotencyConflict),
    TooManyAttempts(TooManyAttempts),
    GatewayUnavailable(GatewayUnavailable),
    NotRefundable(NotRefundable),
    QuoteExpired(QuoteExpired),
    WrongCredentials(WrongCredentials),
    WrongCode(WrongCode),
    SecondFactorNeeded(SecondFactorNeeded),
    ChangedMeanwhile(ChangedMeanwhile),
    OverruleNeeded(OverruleNeeded),
    PassengersUnseated(PassengersUnseated),
    ShiftNeeded(ShiftNeeded),
}

/// What is wrong with one field of an input.
#[derive(SimpleObject, Clone, Debug)]
pub struct FieldError {
    /// Path in the input, for example `passengers.0.documentNumber`.
    pub path: String,
    /// For programs.
    pub code: String,
    /// For people.
    pub message: String,
}

impl FieldError {
    /// `code` is also the key of the words: `field.CODE`.
    pub fn new(language: Language, path: impl Into<String>, code: &str, values: &[(&str, &str)]) -> Self {
        FieldError { path: path.into(), code: code.to_owned(), message: t(language, &format!("field.{code}"), values) }
    }
}

/// The input has errors; nothing was changed.
#[derive(SimpleObject, Clone, Debug)]
pub struct InvalidInput {
    pub code: String,
    pub message: String,
    /// Every error found, not only the first.
    pub fields: Vec<FieldError>,
}

impl InvalidInput {
    pub fn new(language: Language, fields: Vec<FieldError>) -> Self {
        InvalidInput { code: "INVALID_INPUT".into(), message: t(language, "error.INVALID_INPUT", &[]), fields }
    }

    pub fn one(language: Language, path: &str, code: &str) -> Self {
        Self::new(language, vec![FieldError::new(language, path, code, &[])])
    }
}

/// Somebody else was faster.
#[derive(SimpleObject, Clone, Debug)]
pub struct SeatsTaken {
    pub code: String,
    pub message: String,
    pub trip_id: ID,
    /// Labels of the seats that are gone.
    pub seats: Vec<String>,
}

impl SeatsTaken {
    pub fn new(language: Language, trip_id: ID, seats: Vec<String>) -> Self {
        let message = t(language, "error.SEATS_TAKEN", &[("seats", &seats.join(", "))]);
        SeatsTaken { code: "SEATS_TAKEN".into(), message, trip_id, seats }
    }
}

/// Why a trip cannot be bought from stop to stop.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotOnSaleReason {
    /// It has left the boarding stop.
    Departed,
    Cancelled,
    /// Closed by the station.
    Closed,
    /// The time before departure when sale ends has begun.
    SaleEnded,
    /// The carrier may not carry passengers between these stops, as on a ride within another country.
    NotCarried,
    /// A section of the trip's road is closed.
    RoadClosed,
    /// The tariff has no price for this pair of stops: the carrier may not or does not carry between them.
    NoPrice,
    /// Tickets are sold at the desk or on board only.
    NotSoldOnline,
    /// Passengers may not get on at the one stop, or off at the other.
    NoBoardingHere,
    NotYetOpen,
    /// The trip does not stop at the one stop or the other after all.
    StopSkipped,
}

impl NotOnSaleReason {
    pub fn code(self) -> &'static str {
        match self {
            NotOnSaleReason::Departed => "DEPARTED",
            NotOnSaleReason::Cancelled => "CANCELLED",
            NotOnSaleReason::Closed => "CLOSED",
            NotOnSaleReason::SaleEnded => "SALE_ENDED",
            NotOnSaleReason::NotCarried => "NOT_CARRIED",
            NotOnSaleReason::RoadClosed => "ROAD_CLOSED",
            NotOnSaleReason::NoPrice => "NO_PRICE",
            NotOnSaleReason::NotSoldOnline => "NOT_SOLD_ONLINE",
            NotOnSaleReason::NoBoardingHere => "NO_BOARDING_HERE",
            NotOnSaleReason::NotYetOpen => "NOT_YET_OPEN",
            NotOnSaleReason::StopSkipped => "STOP_SKIPPED",
        }
    }
}

/// This ride is not sold now.
#[derive(SimpleObject, Clone, Debug)]
pub struct NotOnSale {
    pub code: String,
    pub message: String,
    pub trip_id: ID,
    pub reason: NotOnSaleReason,
}

impl NotOnSale {
    pub fn new(language: Language, trip_id: ID, reason: NotOnSaleReason) -> Self {
        let message = t(language, &format!("not_on_sale.{}", reason.code()), &[]);
        NotOnSale { code: "NOT_ON_SALE".into(), message, trip_id, reason }
    }
}

/// Fewer seats are left than asked for.
#[derive(SimpleObject, Clone, Debug)]
pub struct NotEnoughSeats {
    pub code: String,
    pub message: String,
    pub trip_id: ID,
    pub seats_left: i32,
}

impl NotEnoughSeats {
    pub fn new(language: Language, trip_id: ID, seats_left: i32) -> Self {
        let message = t(language, "error.NOT_ENOUGH_SEATS", &[("left", &seats_left.to_string())]);
        NotEnoughSeats { code: "NOT_ENOUGH_SEATS".into(), message, trip_id, seats_left }
    }
}

/// Meanwhile it costs more than the customer has seen: by demand, or because a campaign is over.
#[derive(SimpleObject, Clone, Debug)]
pub struct PriceChanged {
    pub code: String,
    pub message: String,
    pub trip_id: ID,
    /// What was expected.
    pub expected: Money,
    /// What it costs now, of the same seats.
    pub price: Money,
}

impl PriceChanged {
    pub fn new(language: Language, trip_id: ID, expected: Money, price: Money) -> Self {
        let message = t(language, "error.PRICE_CHANGED", &[]);
        PriceChanged { code: "PRICE_CHANGED".into(), message, trip_id, expected, price }
    }
}

/// The time to pay has ended and the seats are free for others.
#[derive(SimpleObject, Clone, Debug)]
pub struct HoldExpired {
    pub code: String,
    pub message: String,
    /// UTC.
    pub expired_at: DateTime<Utc>,
}

impl HoldExpired {
    pub fn new(language: Language, expired_at: DateTime<Utc>) -> Self {
        HoldExpired { code: "HOLD_EXPIRED".into(), message: t(language, "error.HOLD_EXPIRED", &[]), expired_at }
    }
}

/// What an order is, as its lines and the clock imply.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "domain::order::OrderStatus")]
pub enum OrderStatus {
    /// Waits for payment.
    Held,
    /// The hold ended without payment.
    Expired,
    /// Given up before payment.
    Cancelled,
    Paid,
    PartlyRefunded,
    Refunded,
}

/// The order's state does not allow it.
#[derive(SimpleObject, Clone, Debug)]
pub struct OrderClosed {
    pub code: String,
    pub message: String,
    pub status: OrderStatus,
}

impl OrderClosed {
    pub fn new(language: Language, status: OrderStatus) -> Self {
        OrderClosed { code: "ORDER_CLOSED".into(), message: t(language, "error.ORDER_CLOSED", &[]), status }
    }
}

macro_rules! plain_error {
    ($(#[$doc:meta])* $name:ident, $code:literal) => {
        $(#[$doc])*
        #[derive(SimpleObject, Clone, Debug)]
        pub struct $name {
            pub code: String,
            pub message: String,
        }

        impl $name {
            pub fn new(language: Language) -> Self {
                $name { code: $code.into(), message: t(language, concat!("error.", $code), &[]) }
            }
        }
    };
}

plain_error!(
    /// The same idempotency key came before with another input; nothing was changed.
    IdempotencyConflict,
    "IDEMPOTENCY_CONFLICT"
);
plain_error!(
    /// The payment service does not answer. The order stays held; try again or choose another way to pay.
    GatewayUnavailable,
    "GATEWAY_UNAVAILABLE"
);
plain_error!(
    /// Somebody else has changed it since it was read; nothing was changed. Read it again.
    ChangedMeanwhile,
    "CHANGED_MEANWHILE"
);
plain_error!(
    /// The offer's time has ended; ask for a new one.
    QuoteExpired,
    "QUOTE_EXPIRED"
);
plain_error!(
    /// The login or the password is wrong; which of them is not told.
    WrongCredentials,
    "WRONG_CREDENTIALS"
);

/// What speaks against a vehicle or a driver.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum ObjectionKind {
    /// A paper has run out by the day of the trip.
    Expired,
    /// On another trip at that time.
    Busy,
}

/// One thing that speaks against putting a vehicle or a driver on a trip.
#[derive(SimpleObject, Clone, Debug)]
pub struct Objection {
    pub kind: ObjectionKind,
    /// For people: of whom and what.
    pub message: String,
}

/// Somebody has to give a reason to do it all the same; nothing was changed.
#[derive(SimpleObject, Clone, Debug)]
pub struct OverruleNeeded {
    pub code: String,
    pub message: String,
    pub objections: Vec<Objection>,
}

impl OverruleNeeded {
    pub fn new(language: Language, objections: Vec<Objection>) -> Self {
        let code = "OVERRULE_NEEDED";
        OverruleNeeded { code: code.into(), message: t(language, "error.OVERRULE_NEEDED", &[]), objections }
    }
}

/// Passengers with a ticket have no seat in the new vehicle, and it was not said that they are given their money back.
/// Nothing was changed.
#[derive(SimpleObject, Clone, Debug)]
pub struct PassengersUnseated {
    pub code: String,
    pub message: String,
    /// Of the orders' lines.
    pub line_ids: Vec<ID>,
}

impl PassengersUnseated {
    pub fn new(language: Language, line_ids: Vec<ID>) -> Self {
        let count = line_ids.len().to_string();
        let message = t(language, "error.PASSENGERS_UNSEATED", &[("count", &count)]);
        PassengersUnseated { code: "PASSENGERS_UNSEATED".into(), message, line_ids }
    }
}

/// Whoever takes money by hand opens a shift first.
#[derive(SimpleObject, Clone, Debug)]
pub struct ShiftNeeded {
    pub code: String,
    pub message: String,
}

impl ShiftNeeded {
    pub fn new(language: Language) -> Self {
        ShiftNeeded { code: "SHIFT_NEEDED".into(), message: t(language, "error.SHIFT_NEEDED", &[]) }
    }
}

/// Too many tries from this address or for this account.
#[derive(SimpleObject, Clone, Debug)]
pub struct TooManyAttempts {
    pub code: String,
    pub message: String,
    pub retry_after_seconds: i32,
}

impl TooManyAttempts {
    pub fn new(language: Language, retry_after_seconds: i64) -> Self {
        let minutes = ((retry_after_seconds + 59) / 60).to_string();
        TooManyAttempts {
            code: "TOO_MANY_ATTEMPTS".into(),
            message: t(language, "error.TOO_MANY_ATTEMPTS", &[("minutes", &minutes)]),
            retry_after_seconds: i32::try_from(retry_after_seconds).unwrap_or(i32::MAX),
        }
    }
}

/// The password is right; a code of the authenticator app, or a recovery code, is needed with it.
#[derive(SimpleObject, Clone, Debug)]
pub struct SecondFactorNeeded {
    pub code: String,
    pub message: String,
    /// One was given, and it is wrong, old or used up.
    pub wrong: bool,
}

impl SecondFactorNeeded {
    pub fn new(language: Language, wrong: bool) -> Self {
        let code = if wrong { "WRONG_SECOND_FACTOR" } else { "SECOND_FACTOR_NEEDED" };
        SecondFactorNeeded { code: code.into(), message: t(language, &format!("error.{code}"), &[]), wrong }
    }
}

/// A line that cannot be given back, and why.
#[derive(SimpleObject, Clone, Debug)]
pub struct NotRefundable {
    pub code: String,
    pub message: String,
    pub line_id: Option<ID>,
    /// `TOO_LATE`, `NOT_ISSUED`, `PENDING`, `BOARDED`, `ALREADY_REFUNDED`, `NO_SUCH_LINE`, `NOTHING_CHOSEN`,
    /// `WAITS_FOR_APPROVAL` or `TRIP_CHANGED`.
    pub reason: String,
}

impl NotRefundable {
    pub fn new(language: Language, line_id: Option<ID>, reason: &str) -> Self {
        NotRefundable {
            code: "NOT_REFUNDABLE".into(),
            message: t(language, &format!("not_refundable.{reason}"), &[]),
            line_id,
            reason: reason.to_owned(),
        }
    }
}

/// The code is wrong, old or was never sent.
#[derive(SimpleObject, Clone, Debug)]
pub struct WrongCode {
    pub code: String,
    pub message: String,
    pub attempts_left: i32,
}

impl WrongCode {
    pub fn new(language: Language, attempts_left: i32) -> Self {
        let message = t(language, "error.WRONG_CODE", &[("left", &attempts_left.to_string())]);
        WrongCode { code: "WRONG_CODE".into(), message, attempts_left }
    }
}
