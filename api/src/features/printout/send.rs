use sea_orm::{EntityTrait, Set};
use serde_json::json;
use uuid::Uuid;

use ::entity::{desk, printout};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::graphql::{InvalidInput, Viewer};
use crate::platform::Fault;
use crate::platform::escpos::{PrintError, Printed, print};
use crate::platform::slip::{Dots, NARROW, Slip, WIDE, dots};

use super::types::{PrintResult, Printout, PrintoutSent};

/// What is to be printed.
pub struct Asked {
    /// `TICKETS`, `RECEIPTS`, `REPORT` or `TEST`.
    pub kind: &'static str,
    pub order: Option<Uuid>,
    pub shift: Option<Uuid>,
    /// Numbers of the tickets on it.
    pub tickets: Vec<String>,
    pub slips: Vec<Slip>,
    /// Of the log: what it is about, and what is worth knowing of it.
    pub subject: String,
    pub facts: serde_json::Value,
}

/// Writes down that it is being printed, prints, and writes down what became of it. NO_PRINTER at `desk`: it has none.
pub async fn print_at(app: &App, viewer: &Viewer, desk: &desk::Model, asked: Asked) -> Result<PrintResult, Fault> {
    let Some(address) = &desk.printer else {
        return Ok(PrintResult::InvalidInput(InvalidInput::one(viewer.language, "desk", "NO_PRINTER")));
    };
    let width = if desk.paper_mm == 58 { NARROW } else { WIDE };
    let slips = asked.slips.iter().map(|slip| dots(slip, width)).collect::<Result<Vec<Dots>, _>>()?;
    let row = printout::Model {
        id: app.ids.new(),
        desk_id: desk.id,
        account_id: viewer.account_id().ok_or_else(|| Fault::new("nobody prints"))?,
        kind: asked.kind.to_owned(),
        order_id: asked.order,
        shift_id: asked.shift,
        tickets: json!(asked.tickets),
        state: "SENDING".to_owned(),
        problem: None,
        created_at: app.clock.now(),
        done_at: None,
    };
    let tx = app.db.begin().await?;
    printout::Entity::insert(printout::ActiveModel::from(row.clone())).exec_without_returning(&tx).await?;
    let action = if asked.kind == "TICKETS" { "PRINT_TICKETS" } else { "PRINT_SLIP" };
    audit_change(app, &tx, viewer, action, &asked.subject, Change::made(&asked.facts)).await?;
    tx.commit().await?;

    let (state, problem) = match print(address, &slips).await {
        Ok(Printed::Done) => ("PRINTED", None),
        Ok(Printed::Taken) => ("TAKEN", None),
        Err(error) => {
            tracing::warn!(desk = desk.sign, %error, "a slip was not printed");
            ("FAILED", Some(code(error)))
        }
    };
    let done = printout::ActiveModel {
        id: Set(row.id),
        state: Set(state.to_owned()),
        problem: Set(problem.map(ToOwned::to_owned)),
        done_at: Set(Some(app.clock.now())),
        ..Default::default()
    };
    let printout = Printout(printout::Entity::update(done).exec(&app.db.once()).await?);
    Ok(PrintResult::Sent(PrintoutSent { printout }))
}

fn code(error: PrintError) -> &'static str {
    match error {
        PrintError::Unreachable => "UNREACHABLE",
        PrintError::NoPaper => "NO_PAPER",
        PrintError::CoverOpen => "COVER_OPEN",
        PrintError::Stopped => "STOPPED",
        PrintError::Broken => "BROKEN",
    }
}
