//! Who did or read what. Never changed, never deleted; no personal data in it.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "audit")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub at: DateTimeUtc,
    pub account_id: Option<Uuid>,
    pub action: String,
    /// `order:…`, `trip:…`
    pub subject: String,
    pub address: Option<String>,
    /// Place in the chain, from 1; null for rows older than it.
    pub number: Option<i64>,
    /// SHA-256 of the hash before it and of this row.
    pub hash: Option<Vec<u8>>,
    /// JSON of what a change has changed, as it was; null for a reading, or where there was nothing.
    pub old_values: Option<String>,
    /// The same as it is now.
    pub new_values: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
