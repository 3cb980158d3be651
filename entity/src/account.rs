//! A person who can sign in: a passenger, or with a role, staff.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    /// Lower case, confirmed; unique.
    pub email: Option<String>,
    /// E.164, confirmed; unique.
    pub phone: Option<String>,
    /// PHC string.
    pub password_hash: Option<String>,
    pub language: String,
    /// Staff only: a role's code.
    pub role: Option<String>,
    /// The carrier whose representative this is.
    pub carrier_id: Option<Uuid>,
    pub blocked_at: Option<DateTimeUtc>,
    pub deleted_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    /// Staff who have not yet accepted their invitation.
    pub invited_at: Option<DateTimeUtc>,
    /// Raised by each change that staff make of the account.
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
