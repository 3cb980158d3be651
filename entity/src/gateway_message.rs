//! What a gateway has said, kept as it came but for numbers of cards: callbacks, and answers to what it was asked.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "gateway_message")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub gateway_id: Uuid,
    /// CALLBACK, CREATE, STATUS, CAPTURE, VOID, REFUND or TEST.
    pub about: String,
    pub payment_id: Option<Uuid>,
    /// Of HTTP, with answers; none: nobody answered.
    pub status: Option<i32>,
    pub raw: String,
    /// What we made of it.
    pub outcome: String,
    /// Somebody should look at it.
    pub trouble: bool,
    /// The same answer about the same payment came so often.
    pub times: i64,
    pub at: DateTimeUtc,
    /// When it came last.
    pub last_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
