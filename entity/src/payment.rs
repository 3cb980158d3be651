//! Money in through a gateway.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "payment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub order_id: Uuid,
    /// Code of the gateway.
    pub method: String,
    /// See `domain::payment::PaymentState`.
    pub state: String,
    pub currency: String,
    /// Minor units.
    pub amount_minor: i64,
    pub refunded_minor: i64,
    /// The gateway's own id.
    pub gateway_ref: Option<String>,
    pub redirect_url: Option<String>,
    /// The text of the code that the customer pays by.
    pub qr: Option<String>,
    /// What opens the bank's app on the customer's own phone.
    pub app_url: Option<String>,
    pub failure_reason: Option<String>,
    pub created_at: DateTimeUtc,
    pub paid_at: Option<DateTimeUtc>,
    /// When the gateway is asked about it next, while it is open and nothing was heard.
    pub next_poll_at: Option<DateTimeUtc>,
    /// What it is for, where it is the difference of an exchange and not the order.
    pub exchange_id: Option<Uuid>,
    /// Of which payment it is a share, where its order is a part of another one: the gateway knows that one.
    pub origin_id: Option<Uuid>,
    /// What of it is shares of other orders now, minor units.
    pub moved_minor: i64,
    /// In which shift it was taken, where it was by hand.
    pub shift_id: Option<Uuid>,
    /// With which payment it buys together: a part in cash, a part by card.
    pub together_id: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
