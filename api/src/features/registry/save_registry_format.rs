use async_graphql::{Context, InputObject, Object, Result};
use domain::registry::Columns;
use sea_orm::{EntityTrait, QuerySelect};
use serde_json::json;

use ::entity::registry_format;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, ChangedMeanwhile, Form, Permission, app, error, viewer};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::load::currency_of;
use super::types::{RegistryColumns, RegistryFormat, RegistryFormatSaved, SaveRegistryFormatResult};

const MOST_WORDS: usize = 20;

#[derive(InputObject)]
pub struct SaveRegistryFormatInput {
    /// The gateway's code; `terminal:` and the network's code for terminals.
    pub method: String,
    /// As it was read: a change on top of somebody else's is refused.
    pub version: i32,
    /// Names of columns, to 60 letters each.
    pub columns: RegistryColumns,
}

#[derive(Default)]
pub struct SaveRegistryFormat;

#[Object]
impl SaveRegistryFormat {
    /// Staff: says which column of a gateway's files is what; files that were loaded stay as they were read. NOT_FOUND for
    /// another method.
    #[graphql(guard = "Can(Permission::ManageGateways)", complexity = "20 + child_complexity")]
    async fn save_registry_format(
        &self,
        ctx: &Context<'_>,
        input: SaveRegistryFormatInput,
    ) -> Result<SaveRegistryFormatResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        if currency_of(app, &input.method).await?.is_none() {
            return Err(error::not_found());
        }
        let mut form = Form::new(viewer.language);
        let typed = &input.columns;
        if typed.refund_words.len() > MOST_WORDS {
            form.wrong("columns.refundWords", "TOO_MANY");
        }
        let columns = Columns {
            reference: form.text("columns.reference", &typed.reference, 60),
            amount: form.text("columns.amount", &typed.amount, 60),
            fee: form.optional("columns.fee", typed.fee.as_deref(), 60),
            time: form.optional("columns.time", typed.time.as_deref(), 60),
            kind: form.optional("columns.kind", typed.kind.as_deref(), 60),
            refund_words: typed
                .refund_words
                .iter()
                .enumerate()
                .map(|(n, word)| form.text(&format!("columns.refundWords.{n}"), word, 60))
                .collect(),
        };
        if let Some(problem) = form.problem() {
            return Ok(SaveRegistryFormatResult::InvalidInput(problem));
        }
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let before = registry_format::Entity::find_by_id(input.method.clone()).lock_exclusive().one(&*tx).await;
        let before = before.map_err(Fault::from)?;
        let version = before.as_ref().map_or(0, |row| row.version);
        if i64::from(input.version) != version {
            let answer = SaveRegistryFormatResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let row = registry_format::Model {
            method: input.method.clone(),
            columns: serde_json::to_value(&columns).map_err(Fault::from)?,
            version: version + 1,
        };
        upsert::<registry_format::Entity>(&tx, vec![row.clone()]).await.map_err(Fault::from)?;
        let facts = |row: &registry_format::Model| json!({ "method": row.method, "columns": row.columns });
        let change = Change::saved(before.as_ref().map(facts), facts(&row));
        let subject = format!("registry_format:{}", row.method);
        audit_change(app, &tx, viewer, "SAVE_REGISTRY_FORMAT", &subject, change).await?;
        tx.commit().await.map_err(Fault::from)?;
        let format = RegistryFormat { method: row.method, columns: columns.into(), version: row.version };
        Ok(SaveRegistryFormatResult::Saved(RegistryFormatSaved { format }))
    }
}
