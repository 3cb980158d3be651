//! What was sent to a desk's receipt printer: kept so that a second copy says that it is one.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "printout")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub desk_id: Uuid,
    /// Who asked for it.
    pub account_id: Uuid,
    /// `TICKETS`, `REPORT` or `TEST`.
    pub kind: String,
    pub order_id: Option<Uuid>,
    pub shift_id: Option<Uuid>,
    /// Numbers of the tickets on it, a JSON list; of other kinds an empty one.
    pub tickets: Json,
    /// `SENDING`, `PRINTED`, `TAKEN` or `FAILED`. SENDING after a minute: the server ended meanwhile, nobody knows.
    pub state: String,
    pub problem: Option<String>,
    pub created_at: DateTimeUtc,
    pub done_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
