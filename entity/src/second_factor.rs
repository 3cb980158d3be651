//! What a member of staff shows beside the password.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "second_factor")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    /// Base32, sealed for the account.
    pub secret_sealed: Vec<u8>,
    /// Of the last code that was taken, in 30 seconds since 1970: none from then or before is good any more.
    pub last_step: i64,
    /// A first code was shown then; none: it is being set up and not asked for.
    pub confirmed_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
