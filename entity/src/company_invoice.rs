//! An invoice of a company, as it was issued: its figures never change, a mistake is cancelled.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "company_invoice")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Grows by one with each document of the station; a cancelled one keeps its number.
    pub number: i64,
    pub company_id: Uuid,
    /// See `domain::wallet::InvoiceKind`.
    pub kind: String,
    /// On the clock of the home station; none of an advance.
    pub starts_on: Option<Date>,
    /// With this day.
    pub ends_on: Option<Date>,
    /// To be paid until this day.
    pub due_on: Date,
    /// ISO 4217.
    pub currency: String,
    /// What was on the account before, minor units; below zero it was owed.
    pub opening_minor: i64,
    /// What has left the account for tickets: zero or below.
    pub bought_minor: i64,
    pub returned_minor: i64,
    /// What was put on the account less what was taken back.
    pub paid_minor: i64,
    pub closing_minor: i64,
    /// What is to be paid.
    pub due_minor: i64,
    /// The last line of the account's statement that it has; the next one begins after it. 0 of an advance.
    pub last_position: i64,
    /// Both parties and the lines, as they were.
    pub facts: Json,
    pub issued_at: DateTimeUtc,
    pub issued_by: Option<Uuid>,
    pub cancelled_at: Option<DateTimeUtc>,
    pub cancelled_by: Option<Uuid>,
    pub cancelled_reason: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
