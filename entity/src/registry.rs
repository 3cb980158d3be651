//! A file of a gateway or of a terminals' network: what it says was paid and given back in a period.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "registry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Of the payments that it is about.
    pub method: String,
    /// Of the file.
    pub name: String,
    /// Of its bytes: the same file is one registry.
    pub fingerprint: String,
    /// On the clock of the home station.
    pub first_day: Date,
    /// With this day.
    pub last_day: Date,
    pub currency: String,
    pub payments: i64,
    pub paid_minor: i64,
    pub refunds: i64,
    pub returned_minor: i64,
    /// Lines that could not be understood: number and code.
    pub errors: Json,
    pub differences: i64,
    /// Of them, those that nobody has settled.
    pub open: i64,
    pub loaded_at: DateTimeUtc,
    pub loaded_by: Uuid,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
