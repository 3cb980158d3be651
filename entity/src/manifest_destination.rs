//! Who is sent manifests at departure.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "manifest_destination")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub name: String,
    pub url: String,
    /// `JSON` or `XML`.
    pub format: String,
    /// The key of its signatures, sealed.
    pub secret: Vec<u8>,
    /// Only this carrier's trips.
    pub carrier_id: Option<Uuid>,
    /// Only trips that call at this station.
    pub stop_id: Option<Uuid>,
    pub active: bool,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
