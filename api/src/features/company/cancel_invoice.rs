use async_graphql::{Context, ID, InputObject, Object, Result, Union};
use domain::wallet::InvoiceKind;
use sea_orm::{EntityTrait, Set};
use serde_json::json;

use ::entity::company_invoice;

use crate::features::audit::{Change, audit_change};
use crate::features::ledger::lock_books;
use crate::graphql::{Can, Form, Gid, InvalidInput, Kind, Permission, app, error, viewer};
use crate::platform::Fault;

use super::invoice::{CompanyInvoice, last_period};
use super::issue_invoice::InvoiceChanged;

#[derive(InputObject)]
pub struct CancelInvoiceInput {
    pub id: ID,
    /// At most 300 characters.
    pub reason: String,
}

#[derive(Union)]
pub enum CancelInvoiceResult {
    Cancelled(InvoiceChanged),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct CancelInvoice;

#[Object]
impl CancelInvoice {
    /// Staff: an invoice counts no more; it stays on the list with its number, and the next one begins where it did.
    /// INVOICE_CANCELLED and LATER_INVOICE at `id`: a later one goes on from it, which is to be cancelled first.
    #[graphql(guard = "Can(Permission::ManageClients)", complexity = "20 + child_complexity")]
    async fn cancel_invoice(&self, ctx: &Context<'_>, input: CancelInvoiceInput) -> Result<CancelInvoiceResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = Gid::find(Kind::CompanyInvoice, &input.id)?;
        let mut form = Form::new(viewer.language);
        let reason = form.text("reason", &input.reason, 300);
        let tx = app.db.begin().await.map_err(Fault::from)?;
        lock_books(&tx).await?;
        let row = company_invoice::Entity::find_by_id(id).one(&*tx).await.map_err(Fault::from)?;
        let row = row.ok_or_else(error::not_found)?;
        let last = last_period(&*tx, row.company_id).await?;
        if row.cancelled_at.is_some() {
            form.wrong("id", "INVOICE_CANCELLED");
        } else if row.kind == InvoiceKind::Period.code() && last.is_some_and(|last| last.id != row.id) {
            form.wrong("id", "LATER_INVOICE");
        }
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(CancelInvoiceResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        let change = company_invoice::ActiveModel {
            id: Set(id),
            cancelled_at: Set(Some(app.clock.now())),
            cancelled_by: Set(viewer.account_id()),
            cancelled_reason: Set(Some(reason.clone())),
            ..Default::default()
        };
        let row = company_invoice::Entity::update(change).exec(&*tx).await.map_err(Fault::from)?;
        let facts = json!({ "invoice": row.number, "reason": reason });
        let subject = format!("company:{}", row.company_id);
        audit_change(app, &tx, viewer, "CANCEL_INVOICE", &subject, Change::made(&facts)).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(CancelInvoiceResult::Cancelled(InvoiceChanged { invoice: CompanyInvoice(row) }))
    }
}
