//! A person who may buy for a company: whoever has confirmed the e-mail address.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "company_member")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub company_id: Uuid,
    /// Lower case; unique among a company's members.
    pub email: String,
    /// What the person may spend in a calendar month, minor units; none: what the account has.
    pub monthly_minor: Option<i64>,
    pub added_at: DateTimeUtc,
    /// Buys nothing more since.
    pub removed_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
