//! A partner's key; only its hash is kept.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "api_key")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub name: String,
    /// Keyed hash; unique.
    pub hash: Vec<u8>,
    /// `Vec<String>` of scopes.
    pub scopes: Json,
    pub created_at: DateTimeUtc,
    pub revoked_at: Option<DateTimeUtc>,
    /// The key's last characters, to recognise it by; empty for keys made before they were kept.
    pub tail: String,
    /// Whom to call when something is wrong.
    pub contact: Option<String>,
    /// To the hour.
    pub used_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
