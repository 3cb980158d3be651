use chrono::TimeDelta;
use domain::ticket_code::{TicketClaims, sign};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};

use ::entity::{order_line, ticket};

use crate::app::App;
use crate::features::order::Bundle;
use crate::platform::Fault;

/// A ticket says nothing a day after its arrival.
const VALID_AFTER_ARRIVAL: TimeDelta = TimeDelta::hours(24);

/// Issues a ticket for each seat and lap among the lines, in the transaction of their sale.
pub async fn issue(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    lines: &[&order_line::Model],
) -> Result<(), Fault> {
    let now = app.clock.now();
    let mut rows = Vec::new();
    for line in lines.iter().filter(|line| line.code.is_none()) {
        let segment = bundle.segments.iter().find(|segment| segment.position == line.segment);
        let segment = segment.ok_or_else(|| Fault::new("a line without its ride"))?;
        let number = app.ids.readable(10);
        let claims = TicketClaims {
            number: number.clone(),
            trip: line.space_id,
            from_call: u16::try_from(line.from_call)?,
            to_call: u16::try_from(line.to_call)?,
            seat: line.seat_label.clone().unwrap_or_default(),
            departs_at: segment.departs_at,
            valid_until: segment.arrives_at + VALID_AFTER_ARRIVAL,
        };
        rows.push(ticket::ActiveModel {
            id: Set(app.ids.new()),
            line_id: Set(line.id),
            order_id: Set(line.order_id),
            number: Set(number),
            qr: Set(sign(&claims, app.secrets.ticket_key())),
            issued_at: Set(now),
            void_at: Set(None),
            // Who has it on paper still has the paper.
            blank: Set(bundle.tickets.iter().find(|old| old.line_id == line.id).and_then(|old| old.blank.clone())),
        });
    }
    // Of baggage alone: it stands on the ticket that there is.
    if rows.is_empty() {
        return Ok(());
    }
    ticket::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

/// Issues new tickets for lines that have become others, and voids those that they had: whoever shows an old one is told
/// that there is a newer.
pub async fn reissue(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    lines: &[&order_line::Model],
) -> Result<(), Fault> {
    if !lines.iter().any(|line| line.code.is_none()) {
        return Ok(());
    }
    let void = ticket::ActiveModel { void_at: Set(Some(app.clock.now())), ..Default::default() };
    let replaced = ticket::Entity::update_many().set(void).filter(ticket::Column::VoidAt.is_null());
    replaced.filter(ticket::Column::LineId.is_in(lines.iter().map(|line| line.id))).exec(tx).await?;
    issue(app, tx, bundle, lines).await
}
