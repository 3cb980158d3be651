//! A cash register in the cloud, as the office keeps it, and what is known of it.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "fiscal_register")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub name: String,
    /// Where its interface begins.
    pub url: String,
    /// Sealed: what it is asked with.
    pub token: Vec<u8>,
    /// Who sells, as receipts name it.
    pub organisation: String,
    /// Number of the taxpayer: 14 digits.
    pub inn: String,
    /// As the tax service has registered it.
    pub reg_number: String,
    /// Address of the place of sale, as receipts name it.
    pub place: String,
    /// Tax within the station's own fees, a decimal; none: without tax.
    pub fee_tax_percent: Option<String>,
    /// False: it is told nothing.
    pub enabled: bool,
    /// It records what is sold where no register is named: on the site, at terminals, at desks without one.
    pub serves_all: bool,
    /// Since when everything has to have a receipt.
    pub serves_since: Option<DateTimeUtc>,
    /// Of its open shift, by its clock.
    pub shift_opened_at: Option<DateTimeUtc>,
    pub shift_number: Option<i64>,
    /// Somebody wants its shift closed.
    pub close_asked_at: Option<DateTimeUtc>,
    /// It was told something and did not answer: it is asked for its state first.
    pub unsure: bool,
    /// In a row.
    pub failures: i32,
    pub next_try_at: Option<DateTimeUtc>,
    /// One worker at a time tells it something.
    pub locked_until: Option<DateTimeUtc>,
    pub last_ok_at: Option<DateTimeUtc>,
    pub last_error: Option<String>,
    pub last_error_at: Option<DateTimeUtc>,
    pub made_at: DateTimeUtc,
    /// Of what the office has set.
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
