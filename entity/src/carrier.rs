//! Who runs the vehicles.

use sea_orm::entity::prelude::*;

use crate::Names;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "carrier")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub feed: String,
    pub code: String,
    pub name: Names,
    /// IANA zone in which the carrier's times are written.
    pub time_zone: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub url: Option<String>,
    /// False once a newer import of the feed no longer has it.
    pub active: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
