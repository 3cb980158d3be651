use std::fs::File;

use async_graphql::{Context, Enum, ID, InputObject, Object, Result, Union};
use chrono::TimeDelta;
use domain::wallet::InvoiceKind;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::export::{ExportReady, Order, limited};
use crate::graphql::{Gid, InvalidInput, Kind, SignedIn, TooManyAttempts, Viewer, app, error, viewer};
use crate::platform::Fault;
use crate::platform::paper::on_disk;

use super::invoice::find_invoice;
use super::invoice_paper::{Paper, pdf};

/// Which of an invoice's papers.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum InvoicePaper {
    /// What is to be paid, and until when.
    Invoice,
    /// What was bought and given back, for both to sign; not of an advance.
    Act,
}

#[derive(InputObject)]
pub struct ExportInvoiceInput {
    pub id: ID,
    pub paper: InvoicePaper,
}

#[derive(Union)]
pub enum ExportInvoiceResult {
    Ready(ExportReady),
    InvalidInput(InvalidInput),
    TooManyAttempts(TooManyAttempts),
}

/// What a file is asked for.
#[derive(Serialize, Deserialize)]
pub struct InvoiceOrder {
    id: Uuid,
    paper: InvoicePaper,
}

#[derive(Default)]
pub struct ExportInvoice;

#[Object]
impl ExportInvoice {
    /// An invoice or its act as a PDF in the viewer's language: for staff who keep companies, and for who buys for the company.
    /// NO_ACT at `paper`: an advance has none. NOT_FOUND for anybody else.
    #[graphql(guard = "SignedIn", complexity = "20 + child_complexity")]
    async fn export_invoice(&self, ctx: &Context<'_>, input: ExportInvoiceInput) -> Result<ExportInvoiceResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let row = find_invoice(app, viewer, &input.id).await?;
        if input.paper == InvoicePaper::Act && row.kind != InvoiceKind::Period.code() {
            let problem = InvalidInput::one(viewer.language, "paper", "NO_ACT");
            return Ok(ExportInvoiceResult::InvalidInput(problem));
        }
        if let Some(limited) = limited(app, viewer).await {
            return Ok(ExportInvoiceResult::TooManyAttempts(limited));
        }
        let order = Order::of_invoice(app, viewer, InvoiceOrder { id: row.id, paper: input.paper });
        let order = order.ok_or_else(error::unauthenticated)?;
        Ok(ExportInvoiceResult::Ready(ExportReady {
            url: format!("{}/exports/{}", app.config.public_url, order.seal(app)?),
            expires_at: app.clock.now() + TimeDelta::seconds(Order::GOOD_SECONDS),
        }))
    }
}

/// Writes the file with its name, with the viewer's rights of this moment; none where they may not see it any more.
pub async fn write_invoice(
    app: &App,
    viewer: &Viewer,
    order: InvoiceOrder,
) -> std::result::Result<Option<(File, String)>, Fault> {
    let id = Gid::of(Kind::CompanyInvoice, order.id);
    let Ok(row) = find_invoice(app, viewer, &id).await else { return Ok(None) };
    let kind = if order.paper == InvoicePaper::Act { "act" } else { "invoice" };
    let name = format!("{kind}-{}.pdf", row.number);
    let change = Change::made(&json!({ "invoice": row.number, "paper": kind }));
    let subject = format!("company:{}", row.company_id);
    let paper = Paper::of(row, order.paper, viewer.language)?;
    let file = tokio::task::spawn_blocking(move || on_disk(&pdf(&paper)?)).await??;
    let tx = app.db.begin().await?;
    audit_change(app, &tx, viewer, "EXPORT_INVOICE", &subject, change).await?;
    tx.commit().await?;
    Ok(Some((file, name)))
}
