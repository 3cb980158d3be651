use async_graphql::{ComplexObject, Context, Enum, Result, SimpleObject};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::features::site::HOME_ZONE;
use crate::features::staff::StaffMember;
use crate::graphql::{Money, ZonedTime};

/// What has happened.
#[derive(Enum, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum OrderEventKind {
    /// Seats were held; `code` is the channel.
    Created,
    /// Somebody was taken out of it before payment.
    PassengerDropped,
    /// Everybody was named for the first time.
    PassengersNamed,
    /// `code` is the way of payment.
    PaymentStarted,
    /// `text` is the gateway's reason.
    PaymentFailed,
    /// `code` is the way of payment, `text` what people call it.
    Paid,
    /// The hold ended without payment.
    HoldEnded,
    /// `text` is the numbers of the tickets.
    TicketsIssued,
    /// Given back or replaced; `text` is the numbers.
    TicketsVoid,
    /// `code` is the channel, `text` the receiver and the subject.
    MessageWaits,
    MessageSent,
    MessageFailed,
    /// Other seats are held for tickets until the difference is paid.
    ExchangeWaits,
    /// Tickets were given for others.
    Exchanged,
    /// An offer was accepted, or given by the station; `code` is the reason.
    RefundAccepted,
    MoneyReturned,
    /// `text` is the gateway's reason.
    RefundFailed,
    /// A ticket was read at boarding; `code` is the outcome, `text` the ticket.
    Passage,
    /// Taken for boarded by mistake.
    PassageUndone,
    /// Written down by staff: `text`.
    Note,
    /// Staff did something to the order; `code` is the action of the audit log.
    StaffChange,
    /// Staff did something to a trip of it; `code` is the action of the audit log, `text` what came of it: the delay, the
    /// state, the platform, the vehicle, the stop, from which trip to which.
    TripChange,
}

/// One thing that has happened to an order.
#[derive(SimpleObject, Clone, Debug)]
#[graphql(complex)]
pub struct OrderEvent {
    pub kind: OrderEventKind,
    #[graphql(skip)]
    pub at: DateTime<Utc>,
    /// For programs; what it is, the kind says.
    pub code: Option<String>,
    /// For people; what it is, the kind says.
    pub text: Option<String>,
    pub amount: Option<Money>,
    #[graphql(skip)]
    pub account: Option<Uuid>,
}

impl OrderEvent {
    pub fn new(kind: OrderEventKind, at: DateTime<Utc>) -> Self {
        OrderEvent { kind, at, code: None, text: None, amount: None, account: None }
    }

    pub fn coded(self, code: &str) -> Self {
        OrderEvent { code: Some(code.to_owned()), ..self }
    }

    pub fn saying(self, text: impl Into<String>) -> Self {
        OrderEvent { text: Some(text.into()).filter(|text| !text.is_empty()), ..self }
    }

    pub fn worth(self, minor: i64, currency: &str) -> Self {
        OrderEvent { amount: Some(Money::of(minor, currency)), ..self }
    }

    pub fn by(self, account: Option<Uuid>) -> Self {
        OrderEvent { account, ..self }
    }
}

#[ComplexObject]
impl OrderEvent {
    /// On the clock of the home station.
    #[graphql(name = "at")]
    async fn at_home(&self) -> ZonedTime {
        ZonedTime::new(self.at, HOME_ZONE)
    }

    /// Whose doing it was; null for customers and for the system.
    async fn staff(&self, ctx: &Context<'_>) -> Result<Option<StaffMember>> {
        StaffMember::load(ctx, self.account).await
    }
}
