//! A document that was sent with a request for a refund.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "refund_document")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub request_id: Uuid,
    pub name: String,
    pub content_type: String,
    /// Bytes.
    pub size: i64,
    /// Of the content: the same file twice is kept once.
    pub fingerprint: String,
    /// The content, sealed for this row; none once it was kept long enough.
    pub sealed: Option<Vec<u8>>,
    pub added_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
