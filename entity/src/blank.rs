//! One numbered blank of a paper ticket. Series and number are unique: no two blocks have the same blank.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "blank")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub block_id: Uuid,
    pub series: String,
    pub number: i32,
    /// See `domain::blank::BlankState`.
    pub state: String,
    /// What was sold with it.
    pub line_id: Option<Uuid>,
    pub order_id: Option<Uuid>,
    /// The shift in which its sale was entered, or in which it was marked.
    pub shift_id: Option<Uuid>,
    /// When it was sold by hand.
    pub sold_at: Option<DateTimeUtc>,
    /// Why it is as it is, or why its price was another than the tariff's.
    pub note: Option<String>,
    /// Who entered or marked it last.
    pub account_id: Option<Uuid>,
    pub changed_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
