//! A passenger asks for more than the rules of refunds give.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "refund_request")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub order_id: Uuid,
    /// See `domain::refund_request::RequestState`.
    pub state: String,
    /// See `domain::refund_request::RequestReason`.
    pub reason: String,
    pub text: String,
    /// `Vec<Uuid>`: the order's lines that are to be given back.
    pub lines: Json,
    pub asked_at: DateTimeUtc,
    /// What staff have written last.
    pub answer: Option<String>,
    pub answered_by: Option<Uuid>,
    pub answered_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
