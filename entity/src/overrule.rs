//! A refund of more than the rules give: who asked for it and why, and who said yes or no.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "overrule")]
pub struct Model {
    /// The refund's.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub order_id: Uuid,
    /// See `domain::overrule::OverruleState`.
    pub state: String,
    /// See `domain::overrule::OverruleReason`.
    pub reason: String,
    pub note: String,
    pub currency: String,
    /// What is given beyond the rules.
    pub beyond_minor: i64,
    /// How the money was asked to go, where it was said.
    pub way: Option<String>,
    pub asked_by: Uuid,
    pub asked_at: DateTimeUtc,
    /// The second person.
    pub decided_by: Option<Uuid>,
    pub decided_at: Option<DateTimeUtc>,
    /// Why it was declined.
    pub decision_note: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
