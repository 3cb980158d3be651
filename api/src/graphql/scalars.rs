use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, SimpleObject, Value};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Offset, Utc};
use chrono_tz::Tz;
use domain::money::{Currency, to_decimal};
use rust_decimal::Decimal;

/// An amount of money in whole units of its currency.
#[derive(SimpleObject, Clone, Debug, PartialEq)]
pub struct Money {
    /// An exact decimal as a string: "1234.50" is 1234 som 50 tyiyn.
    pub amount: Decimal,
    /// ISO 4217.
    pub currency: String,
}

impl Money {
    pub fn new(minor: i64, currency: Currency) -> Self {
        Money { amount: to_decimal(minor, currency), currency: currency.code().to_owned() }
    }

    /// From a row's two columns.
    pub fn of(minor: i64, currency: &str) -> Self {
        Money::new(minor, Currency::parse(currency).unwrap_or(Currency::KGS))
    }
}

/// An instant together with what a clock on the wall of that stop shows.
#[derive(SimpleObject, Clone, Debug, PartialEq)]
pub struct ZonedTime {
    /// UTC.
    pub at: DateTime<Utc>,
    /// Date and time at the stop.
    pub local: LocalDateTime,
    /// IANA name, for example `Asia/Bishkek`.
    pub time_zone: String,
    /// Minutes east of UTC at that instant.
    pub offset_minutes: i32,
}

impl ZonedTime {
    pub fn new(at: DateTime<Utc>, zone: Tz) -> Self {
        let local = at.with_timezone(&zone);
        ZonedTime {
            at,
            local: LocalDateTime(local.naive_local()),
            time_zone: zone.name().to_owned(),
            offset_minutes: local.offset().fix().local_minus_utc() / 60,
        }
    }
}

/// A calendar date, `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date(pub NaiveDate);

#[Scalar(name = "Date")]
impl ScalarType for Date {
    fn parse(value: Value) -> InputValueResult<Self> {
        match &value {
            Value::String(text) if text.len() == 10 => {
                text.parse().map(Date).map_err(|_| InputValueError::custom("not a date: expected YYYY-MM-DD"))
            }
            _ => Err(InputValueError::custom("not a date: expected a string YYYY-MM-DD")),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

/// A date and time without offset, `YYYY-MM-DDTHH:MM:SS`, in the zone that stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalDateTime(pub NaiveDateTime);

#[Scalar(name = "LocalDateTime")]
impl ScalarType for LocalDateTime {
    fn parse(value: Value) -> InputValueResult<Self> {
        match &value {
            Value::String(text) => text.parse().map(LocalDateTime).map_err(InputValueError::custom),
            _ => Err(InputValueError::custom("expected a string YYYY-MM-DDTHH:MM:SS")),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.format("%Y-%m-%dT%H:%M:%S").to_string())
    }
}
