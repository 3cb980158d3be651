use std::collections::HashMap;

use async_graphql::{Context, ID, InputObject, Object, Result};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use ::entity::printout;

use crate::app::App;
use crate::features::order::{Bundle, staff_order};
use crate::features::shift::own_open_desk;
use crate::features::ticket::sheets;
use crate::graphql::{Can, InvalidInput, Permission, ShiftNeeded, app, viewer};
use crate::i18n::Language;
use crate::platform::Fault;

use super::send::{Asked, print_at};
use super::ticket_slip::ticket_slip;
use super::types::PrintResult;

#[derive(InputObject)]
pub struct PrintTicketsInput {
    pub order_id: ID,
}

#[derive(Default)]
pub struct PrintTickets;

#[Object]
impl PrintTickets {
    /// Cashiers: prints the valid tickets of an order on the receipt printer of the desk of one's open shift, a slip each, and
    /// waits for the printer, ten seconds at most. What was printed before says that it is a copy, and each printing is in
    /// the log. NO_TICKETS at `orderId`; NO_PRINTER at `desk`.
    #[graphql(guard = "Can(Permission::SellAtDesk)", complexity = "50 + child_complexity")]
    async fn print_tickets(&self, ctx: &Context<'_>, input: PrintTicketsInput) -> Result<PrintResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let order = staff_order(app, viewer, &input.order_id).await?;
        let refused =
            |path: &str, code: &str| Ok(PrintResult::InvalidInput(InvalidInput::one(viewer.language, path, code)));
        let Some(desk) = own_open_desk(app, viewer).await? else {
            return Ok(PrintResult::ShiftNeeded(ShiftNeeded::new(viewer.language)));
        };
        if desk.printer.is_none() {
            return refused("desk", "NO_PRINTER");
        }
        let bundle = Bundle::one(app.db.read(), order.id).await?.ok_or_else(|| Fault::new("an order vanished"))?;
        let sheets = sheets(app, &bundle).await?;
        if sheets.is_empty() {
            return refused("orderId", "NO_TICKETS");
        }
        let language = Language::parse(&order.language).unwrap_or_default();
        let before = printed_before(app, order.id).await?;
        let tickets: Vec<String> = sheets.iter().map(|sheet| sheet.number.clone()).collect();
        let copy = |number: &String| before.get(number).copied().unwrap_or(0);
        let slips = sheets.iter().map(|sheet| ticket_slip(sheet, copy(&sheet.number), language));
        let asked = Asked {
            kind: "TICKETS",
            order: Some(order.id),
            shift: None,
            slips: slips.collect::<Result<_, _>>()?,
            subject: format!("order:{}", order.id),
            facts: json!({ "desk": desk.sign, "tickets": tickets, "copy": tickets.iter().map(copy).max().unwrap_or(0) }),
            tickets,
        };
        Ok(print_at(app, viewer, &desk, asked).await?)
    }
}

/// How often each ticket of an order was printed; what surely failed does not count.
async fn printed_before(app: &App, order: Uuid) -> Result<HashMap<String, usize>, Fault> {
    let rows = printout::Entity::find()
        .filter(printout::Column::OrderId.eq(order))
        .filter(Condition::any().add(printout::Column::Problem.is_null()).add(printout::Column::Problem.eq("BROKEN")))
        .all(app.db.read())
        .await?;
    let mut often: HashMap<String, usize> = HashMap::new();
    for row in rows {
        for number in serde_json::from_value::<Vec<String>>(row.tickets)? {
            *often.entry(number).or_default() += 1;
        }
    }
    Ok(often)
}
