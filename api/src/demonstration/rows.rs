//! The rows of a day's orders.

use sea_orm::DatabaseTransaction;

use ::entity::{
    carrier_ticket, claim, message, note, order, order_line, order_passenger, order_segment, passage, payment, posting,
    posting_line, refund, sandbox_charge, ticket,
};

use crate::platform::Fault;
use crate::platform::rows::insert_all;

#[derive(Default)]
pub struct Rows {
    pub orders: Vec<order::Model>,
    pub segments: Vec<order_segment::Model>,
    pub passengers: Vec<order_passenger::Model>,
    pub lines: Vec<order_line::Model>,
    pub claims: Vec<claim::Model>,
    pub payments: Vec<payment::Model>,
    pub charges: Vec<sandbox_charge::Model>,
    pub postings: Vec<posting::Model>,
    pub posting_lines: Vec<posting_line::Model>,
    pub carrier_tickets: Vec<carrier_ticket::Model>,
    pub tickets: Vec<ticket::Model>,
    pub refunds: Vec<refund::Model>,
    pub passages: Vec<passage::Model>,
    pub notes: Vec<note::Model>,
    pub messages: Vec<message::Model>,
}

impl Rows {
    pub async fn write(self, tx: &DatabaseTransaction) -> Result<(), Fault> {
        insert_all::<order::Entity>(tx, self.orders).await?;
        insert_all::<order_segment::Entity>(tx, self.segments).await?;
        insert_all::<order_passenger::Entity>(tx, self.passengers).await?;
        insert_all::<order_line::Entity>(tx, self.lines).await?;
        insert_all::<claim::Entity>(tx, self.claims).await?;
        insert_all::<payment::Entity>(tx, self.payments).await?;
        insert_all::<sandbox_charge::Entity>(tx, self.charges).await?;
        insert_all::<posting::Entity>(tx, self.postings).await?;
        insert_all::<posting_line::Entity>(tx, self.posting_lines).await?;
        insert_all::<carrier_ticket::Entity>(tx, self.carrier_tickets).await?;
        insert_all::<ticket::Entity>(tx, self.tickets).await?;
        insert_all::<refund::Entity>(tx, self.refunds).await?;
        insert_all::<passage::Entity>(tx, self.passages).await?;
        insert_all::<note::Entity>(tx, self.notes).await?;
        insert_all::<message::Entity>(tx, self.messages).await?;
        Ok(())
    }
}
