//! A company that buys on account, by a contract with the station.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "company")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Registered name.
    pub name: String,
    /// Number of the taxpayer: 14 digits; unique.
    pub inn: String,
    pub address: Option<String>,
    /// Whom to call.
    pub contact: Option<String>,
    pub email: Option<String>,
    /// E.164.
    pub phone: Option<String>,
    pub contract_number: String,
    pub contract_from: Date,
    /// The last day; none: until it is ended.
    pub contract_to: Option<Date>,
    /// Taken off fares by the contract, a decimal; none: nothing.
    pub discount_percent: Option<String>,
    /// Of some lines, classes and categories: see `domain::company::Price`.
    pub prices: Json,
    /// Days within which what was bought on credit is to be paid.
    pub term_days: i32,
    pub made_at: DateTimeUtc,
    /// Grows with every change.
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
