//! A staff member's work, as a set of permissions that administrators edit.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "role")]
pub struct Model {
    /// Stable: `DISPATCHER`, or `ROLE_…` for one that a station has added.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub name_ru: String,
    pub name_ky: String,
    pub name_en: String,
    /// Codes of permissions.
    pub permissions: Json,
    /// It allows nothing without a second factor.
    pub second_factor: bool,
    /// Place in lists.
    pub position: i32,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
