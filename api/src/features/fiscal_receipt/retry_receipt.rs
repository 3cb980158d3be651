use async_graphql::{Context, ID, InputObject, Object, Result};
use domain::fiscal::ReceiptState;
use sea_orm::{EntityTrait, QuerySelect, Set};
use serde_json::json;

use ::entity::{fiscal_receipt, fiscal_register};

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, Gid, InvalidInput, Kind, Permission, app, error, viewer};
use crate::platform::Fault;

use super::types::{FiscalReceipt, FiscalReceiptResult, FiscalReceiptSaved};

#[derive(InputObject)]
pub struct RetryReceiptInput {
    pub id: ID,
    /// By which register; without it by the same. What was told to one register stays with it until that one has refused
    /// it.
    pub register_id: Option<ID>,
}

#[derive(Default)]
pub struct RetryReceipt;

#[Object]
impl RetryReceipt {
    /// Staff: puts a receipt that a register has refused at the end of its queue, or of another register's. A register that
    /// was told before is asked first what it has recorded. One that waits for its register is moved to another, while it
    /// was not told. NOT_FAILED at `id`; REGISTER_OFF at `registerId`.
    #[graphql(guard = "Can(Permission::ManageRegisters)", complexity = "20 + child_complexity")]
    async fn retry_receipt(&self, ctx: &Context<'_>, input: RetryReceiptInput) -> Result<FiscalReceiptResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = Gid::find(Kind::FiscalReceipt, &input.id)?;
        let other = input.register_id.as_ref().map(|id| Gid::find(Kind::FiscalRegister, id)).transpose()?;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let row = fiscal_receipt::Entity::find_by_id(id).lock_exclusive().one(&*tx).await.map_err(Fault::from)?;
        let row = row.ok_or_else(error::not_found)?;
        let wrong =
            |path: &str, code: &str| FiscalReceiptResult::InvalidInput(InvalidInput::one(viewer.language, path, code));
        let moves = other.is_some_and(|other| other != row.register_id);
        let may = match ReceiptState::parse(&row.state) {
            Some(ReceiptState::Failed) => true,
            Some(ReceiptState::Queued) => moves,
            _ => false,
        };
        if !may {
            return Ok(tx.give_up(wrong("id", "NOT_FAILED")).await.map_err(Fault::from)?);
        }
        if let Some(other) = other {
            let register = fiscal_register::Entity::find_by_id(other).one(&*tx).await.map_err(Fault::from)?;
            if !register.ok_or_else(error::not_found)?.enabled {
                return Ok(tx.give_up(wrong("registerId", "REGISTER_OFF")).await.map_err(Fault::from)?);
            }
        }
        let state = if row.attempts > 0 && !moves { ReceiptState::Sending } else { ReceiptState::Queued };
        let queued = fiscal_receipt::ActiveModel {
            id: Set(id),
            state: Set(state.code().into()),
            register_id: Set(other.unwrap_or(row.register_id)),
            queued_at: Set(Some(app.clock.now())),
            ..Default::default()
        };
        let after = fiscal_receipt::Entity::update(queued).exec(&*tx).await.map_err(Fault::from)?;
        let facts = json!({ "reason": row.last_error, "anotherRegister": moves });
        let subject = format!("fiscal_receipt:{id}");
        audit_change(app, &tx, viewer, "RETRY_RECEIPT", &subject, Change::made(&facts)).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(FiscalReceiptResult::Saved(FiscalReceiptSaved { receipt: FiscalReceipt(after) }))
    }
}
