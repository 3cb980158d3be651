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
    /// Registered name, for contracts and receipts.
    pub legal_name: Option<String>,
    /// Number of the taxpayer: 14 digits.
    pub inn: Option<String>,
    pub address: Option<String>,
    /// Who signs for it.
    pub director: Option<String>,
    pub bank: Option<String>,
    pub bank_account: Option<String>,
    /// Tax within its fares, a decimal; none: without tax.
    pub tax_percent: Option<String>,
    /// Nothing of it is on sale since.
    pub blocked_at: Option<DateTimeUtc>,
    pub blocked_reason: Option<String>,
    /// The office has changed it: imports leave it alone since.
    pub edited_at: Option<DateTimeUtc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
