use async_graphql::{Context, InputObject, Object, Result, SimpleObject, Union};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::{Value, json};

use ::entity::ledger_account::{Column, Entity, Model};

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, ChangedMeanwhile, Form, InvalidInput, Permission, ThreeNamesInput, app, error, viewer};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::account::LedgerKind;

#[derive(InputObject)]
pub struct SaveLedgerAccountInput {
    /// CARRIER, TILL, …
    pub code: String,
    /// As it was read.
    pub version: i32,
    /// In the station's own books: digits, dots and hyphens, to 20; unique.
    pub number: Option<String>,
    pub names: ThreeNamesInput,
    /// To 300 letters.
    pub note: Option<String>,
}

/// A kind of account that was saved.
#[derive(SimpleObject)]
pub struct LedgerAccountSaved {
    pub account: LedgerKind,
}

#[derive(Union)]
pub enum SaveLedgerAccountResult {
    Saved(LedgerAccountSaved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

#[derive(Default)]
pub struct SaveLedgerAccount;

#[Object]
impl SaveLedgerAccount {
    /// Staff: how the station names and numbers a kind of account. ACCOUNT_NUMBER, ACCOUNT_NUMBER_TAKEN at `number`.
    #[graphql(guard = "Can(Permission::ManageSettlements)", complexity = "20 + child_complexity")]
    async fn save_ledger_account(
        &self,
        ctx: &Context<'_>,
        input: SaveLedgerAccountInput,
    ) -> Result<SaveLedgerAccountResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let before = Entity::find_by_id(&input.code).lock_exclusive().one(&*tx).await.map_err(Fault::from)?;
        let before = before.ok_or_else(error::not_found)?;
        if before.version != i64::from(input.version) {
            let answer = SaveLedgerAccountResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let mut form = Form::new(viewer.language);
        let number = form.optional("number", input.number.as_deref(), 20);
        if let Some(number) = &number {
            let others = Entity::find().filter(Column::Number.eq(number)).filter(Column::Code.ne(&before.code));
            if !number.chars().all(|sign| sign.is_ascii_digit() || sign == '.' || sign == '-') {
                form.wrong("number", "ACCOUNT_NUMBER");
            } else if others.one(&*tx).await.map_err(Fault::from)?.is_some() {
                form.wrong("number", "ACCOUNT_NUMBER_TAKEN");
            }
        }
        let name = form.names("names", &input.names, 80);
        let note = form.optional("note", input.note.as_deref(), 300);
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(SaveLedgerAccountResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        let after = Model { number, name, note, version: before.version + 1, ..before.clone() };
        upsert::<Entity>(&tx, vec![after.clone()]).await.map_err(Fault::from)?;
        let subject = format!("ledgerAccount:{}", after.code);
        let change = Change::of(facts(&before), facts(&after));
        audit_change(app, &tx, viewer, "SAVE_LEDGER_ACCOUNT", &subject, change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(SaveLedgerAccountResult::Saved(LedgerAccountSaved { account: LedgerKind(after) }))
    }
}

fn facts(row: &Model) -> Value {
    json!({ "account": row.code, "number": row.number, "names": [row.name.ru, row.name.ky, row.name.en], "note": row.note })
}
