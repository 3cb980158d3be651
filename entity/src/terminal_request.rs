//! What somebody has asked at a network's address, and what the answer was.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "terminal_request")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub network_id: Uuid,
    pub at: DateTimeUtc,
    /// Network address of who asked.
    pub address: String,
    /// Method, path and parameters, without secrets, no longer than a page.
    pub raw: String,
    pub command: Option<String>,
    pub txn: Option<String>,
    /// As an order's number where it is one.
    pub account: Option<String>,
    /// See `domain::terminal::Outcome`; `UNAUTHORIZED`, `FORBIDDEN` and `FAILED` too.
    pub outcome: String,
    /// The network's number of the outcome.
    pub result: Option<i32>,
    /// Of HTTP.
    pub status: i32,
    pub answer: String,
    pub took_ms: i64,
    /// Somebody should look at it.
    pub trouble: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
