//! A place of a station where tickets are sold by hand.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "desk")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub stop_id: Uuid,
    /// As its sign says, unique among those of the station in use.
    pub sign: String,
    /// Where it is and what for, for staff.
    pub note: Option<String>,
    pub active: bool,
    /// Host and port of its receipt printer, where it has one.
    pub printer: Option<String>,
    /// Width of the printer's paper: 80 or 58.
    pub paper_mm: i32,
    /// What records its sales, where it is not the one for everything.
    pub register_id: Option<Uuid>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
