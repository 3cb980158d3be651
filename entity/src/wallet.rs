//! An internal account of a customer: what a person or a company keeps with the station, or owes it.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "wallet")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Ten digits, the last of which checks the others; unique.
    pub number: String,
    /// The person whose it is; unique. Either this or a company.
    pub account_id: Option<Uuid>,
    /// The company whose it is; unique.
    pub company_id: Option<Uuid>,
    /// ISO 4217.
    pub currency: String,
    /// Minor units, the sum of its entries. Below zero it is a debt; the table admits none beyond the credit.
    pub balance_minor: i64,
    /// How far below zero the balance may go, minor units.
    pub credit_minor: i64,
    /// Nothing is bought from it and nothing is put on it since.
    pub blocked_at: Option<DateTimeUtc>,
    pub blocked_reason: Option<String>,
    pub opened_at: DateTimeUtc,
    /// Grows with every entry and every change.
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
