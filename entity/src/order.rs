//! What a customer buys in one go. It has no status of its own: that follows from its lines and payments.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "order")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// For people, `BK-7F3K-2QXM`; unique.
    pub number: String,
    /// `WEB`, `DESK`, `PARTNER`, …
    pub channel: String,
    /// Whose key held it, where a partner sells.
    pub partner_id: Option<Uuid>,
    /// The promotional code that is taken off its tickets.
    pub promotion_id: Option<Uuid>,
    /// The signed-in buyer; guests have none until they confirm the contact.
    pub account_id: Option<Uuid>,
    /// ISO 4217; an order has one currency.
    pub currency: String,
    /// `ru`, `ky` or `en`: the language of its mail and ticket.
    pub language: String,
    pub email: Option<String>,
    /// E.164.
    pub phone: Option<String>,
    /// The hold ends then; kept after payment as a record.
    pub hold_until: DateTimeUtc,
    /// The payment step extends the hold once.
    pub hold_extended: bool,
    /// It waits for its payment at a desk until then, or waited.
    pub reserved_until: Option<DateTimeUtc>,
    /// When consent to the processing of personal data was given.
    pub consent_at: Option<DateTimeUtc>,
    /// Grows with every change.
    pub version: i64,
    pub created_at: DateTimeUtc,
    /// Of which order it was a part.
    pub split_from_id: Option<Uuid>,
    /// The trip that leaves first, for lists; of a top-up, which has none, when it was made.
    pub first_departure_at: DateTimeUtc,
    /// The internal account that it puts money on: such an order buys nothing else and has no lines.
    pub wallet_id: Option<Uuid>,
    /// What it puts there, minor units; nothing for all other orders.
    pub top_up_minor: i64,
    /// When the money was there.
    pub topped_up_at: Option<DateTimeUtc>,
    /// The company that it is bought for, from whose account alone it is paid.
    pub company_id: Option<Uuid>,
    /// What the company's contract takes off fares, as it was when the company was chosen: see `domain::company::Terms`.
    pub company_terms: Option<Json>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
