use async_graphql::{Context, ID, InputObject, Object, Result};
use sea_orm::EntityTrait;
use serde_json::json;

use ::entity::desk;

use crate::features::shift::{report_slip, seen_shift};
use crate::graphql::{StaffSession, app, viewer};
use crate::platform::Fault;

use super::send::{Asked, print_at};
use super::types::PrintResult;

#[derive(InputObject)]
pub struct PrintShiftReportInput {
    pub shift_id: ID,
}

#[derive(Default)]
pub struct PrintShiftReport;

#[Object]
impl PrintShiftReport {
    /// Staff: prints the X report of an open shift or the Z report of a closed one on the receipt printer of its desk; of one's
    /// own shift, or anybody's with the right to view shifts. NO_PRINTER at `desk`.
    #[graphql(guard = "StaffSession", complexity = "50 + child_complexity")]
    async fn print_shift_report(&self, ctx: &Context<'_>, input: PrintShiftReportInput) -> Result<PrintResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let shift = seen_shift(app, viewer, &input.shift_id).await?;
        let desk = desk::Entity::find_by_id(shift.desk_id).one(app.db.read()).await.map_err(Fault::from)?;
        let desk = desk.ok_or_else(|| Fault::new("a shift without its desk"))?;
        let asked = Asked {
            kind: "REPORT",
            order: None,
            shift: Some(shift.id),
            tickets: Vec::new(),
            slips: vec![report_slip(app, &shift, viewer.language).await?],
            subject: format!("shift:{}", shift.id),
            facts: json!({ "desk": desk.sign, "shift": shift.number }),
        };
        Ok(print_at(app, viewer, &desk, asked).await?)
    }
}
