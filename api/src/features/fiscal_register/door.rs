//! What every cash register can do: the one trait that an adapter for another maker's register implements.

use async_graphql::async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::fiscal::{Item, ReceiptKind, Tenders};
use uuid::Uuid;

/// A receipt that is to be recorded.
#[derive(Clone, Debug)]
pub struct Order {
    /// Ours; the register records one receipt for it however often it is told.
    pub id: Uuid,
    pub kind: ReceiptKind,
    pub items: Vec<Item>,
    pub tenders: Tenders,
    pub cashier: Option<String>,
    /// Of a correction: why, and the day on which the money moved.
    pub correction: Option<(String, NaiveDate)>,
}

/// What the register has written on a receipt.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recorded {
    pub fn_number: String,
    pub fd_number: i64,
    pub fm: String,
    pub inn: String,
    pub reg_number: String,
    /// By the register's clock.
    pub at: DateTime<Utc>,
    pub shift_number: i64,
    /// Of the whole receipt, minor units: what it has understood.
    pub sum_minor: i64,
}

/// An open shift of a register.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RegisterShift {
    pub number: i64,
    /// By the register's clock.
    pub opened_at: DateTime<Utc>,
}

/// What a register says of itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RegisterState {
    pub inn: String,
    pub reg_number: String,
    pub fn_number: String,
    /// Documents that its module has recorded.
    pub last_fd_number: i64,
    pub shift: Option<RegisterShift>,
}

#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// No answer, or none that can be read: what it did is not known, so it has to be asked.
    #[error("no answer: {0}")]
    Unknown(String),
    /// It takes nothing in the shift that it has, or has none: its state has to be asked.
    #[error("its shift: {0}")]
    Shift(String),
    /// It understood and refused.
    #[error("refused: {0}")]
    Refused(String),
}

#[async_trait]
pub trait Register: Send + Sync {
    async fn state(&self) -> Result<RegisterState, RegisterError>;
    async fn open_shift(&self) -> Result<RegisterShift, RegisterError>;
    /// Closing a shift that is closed is no error.
    async fn close_shift(&self) -> Result<(), RegisterError>;
    /// Records a receipt in the open shift; told the same id again, it answers what it has recorded.
    async fn record(&self, order: &Order) -> Result<Recorded, RegisterError>;
    /// What it has recorded for an id, if anything.
    async fn find(&self, id: Uuid) -> Result<Option<Recorded>, RegisterError>;
}
