//! The right to travel.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "ticket")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub line_id: Uuid,
    pub order_id: Uuid,
    /// For people; unique.
    pub number: String,
    /// The signed text of its QR code.
    pub qr: String,
    pub issued_at: DateTimeUtc,
    /// Given back, or replaced by another of the same line: one of them is good at most.
    pub void_at: Option<DateTimeUtc>,
    /// Of the blank that it was sold on, `АБ 000123`.
    pub blank: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
