//! A paper with a term: a licence, an insurance, an inspection.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "permit")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// CARRIER, VEHICLE or DRIVER.
    pub holder: String,
    pub holder_id: Uuid,
    pub kind: String,
    pub number: String,
    pub issued_on: Option<Date>,
    /// The last day on which it holds.
    pub expires_on: Date,
    pub note: Option<String>,
    /// Reminders sent so far: of those before its end, and of the end.
    pub reminded: i32,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
