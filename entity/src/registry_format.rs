//! How the files of a gateway or of a terminals' network are read.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "registry_format")]
pub struct Model {
    /// Of the payments that its files are about.
    #[sea_orm(primary_key, auto_increment = false)]
    pub method: String,
    /// `domain::registry::Columns`.
    pub columns: Json,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
