use async_graphql::{Context, ID, InputObject, Object, Result};
use serde_json::json;

use crate::features::fiscal_receipt::{receipt_slip, receipts_of};
use crate::features::order::staff_order;
use crate::features::shift::own_open_desk;
use crate::graphql::{Can, InvalidInput, Permission, ShiftNeeded, app, viewer};
use crate::i18n::Language;

use super::send::{Asked, print_at};
use super::types::PrintResult;

#[derive(InputObject)]
pub struct PrintReceiptsInput {
    pub order_id: ID,
}

#[derive(Default)]
pub struct PrintReceipts;

#[Object]
impl PrintReceipts {
    /// Cashiers: prints the recorded fiscal receipts of an order on the receipt printer of the desk of one's open shift, a
    /// slip each. NO_RECEIPTS at `orderId`: none is recorded yet; NO_PRINTER at `desk`.
    #[graphql(guard = "Can(Permission::SellAtDesk)", complexity = "50 + child_complexity")]
    async fn print_receipts(&self, ctx: &Context<'_>, input: PrintReceiptsInput) -> Result<PrintResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let order = staff_order(app, viewer, &input.order_id).await?;
        let Some(desk) = own_open_desk(app, viewer).await? else {
            return Ok(PrintResult::ShiftNeeded(ShiftNeeded::new(viewer.language)));
        };
        let language = Language::parse(&order.language).unwrap_or_default();
        let mut slips = Vec::new();
        for row in receipts_of(app, order.id).await? {
            slips.extend(receipt_slip(app, &row, language).await?);
        }
        if slips.is_empty() {
            let problem = InvalidInput::one(viewer.language, "orderId", "NO_RECEIPTS");
            return Ok(PrintResult::InvalidInput(problem));
        }
        let asked = Asked {
            kind: "RECEIPTS",
            order: Some(order.id),
            shift: None,
            tickets: Vec::new(),
            facts: json!({ "desk": desk.sign, "receipts": slips.len() }),
            slips,
            subject: format!("order:{}", order.id),
        };
        Ok(print_at(app, viewer, &desk, asked).await?)
    }
}
