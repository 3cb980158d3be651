//! Who travels. Document numbers are sealed; an index finds them by equality.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "order_passenger")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub order_id: Uuid,
    pub position: i32,
    pub category: String,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub middle_name: Option<String>,
    pub birth_date: Option<ChronoDate>,
    /// ISO 3166-1 alpha-2.
    pub citizenship: Option<String>,
    pub document_kind: Option<String>,
    pub document_sealed: Option<Vec<u8>>,
    pub document_index: Option<Vec<u8>>,
    /// Its last characters, to recognise it by.
    pub document_tail: Option<String>,
    /// Left the order before payment.
    pub dropped_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
