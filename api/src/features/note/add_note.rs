use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use sea_orm::{EntityTrait, IntoActiveModel};

use serde_json::json;

use ::entity::note;

use crate::features::audit::{Change, audit_change};
use crate::features::order::staff_order;
use crate::graphql::{Can, Form, Gid, InvalidInput, Kind, Permission, app, error, viewer};
use crate::platform::Fault;

/// Longest text of a note, in characters.
const LONGEST: usize = 2_000;

#[derive(InputObject)]
pub struct AddNoteInput {
    pub order_id: ID,
    /// At most 2000 characters.
    pub text: String,
}

/// The note stands in the order's timeline.
#[derive(SimpleObject)]
pub struct NoteAdded {
    pub id: ID,
}

#[derive(Union)]
pub enum AddNoteResult {
    Added(NoteAdded),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct AddNote;

#[Object]
impl AddNote {
    /// Staff: writes something down about an order. It is never changed afterwards; customers do not see it.
    #[graphql(guard = "Can(Permission::ChangeOrders)", complexity = "20 + child_complexity")]
    async fn add_note(&self, ctx: &Context<'_>, input: AddNoteInput) -> Result<AddNoteResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let order = staff_order(app, viewer, &input.order_id).await?;
        let account_id = viewer.account_id().ok_or_else(error::forbidden)?;
        let mut form = Form::new(viewer.language);
        let text = form.text("text", &input.text, LONGEST);
        if let Some(problem) = form.problem() {
            return Ok(AddNoteResult::InvalidInput(problem));
        }
        let row = note::Model { id: app.ids.new(), order_id: order.id, account_id, text, created_at: app.clock.now() };
        let id = Gid::of(Kind::Note, row.id);
        let tx = app.db.begin().await.map_err(Fault::from)?;
        note::Entity::insert(row.into_active_model()).exec_without_returning(&tx).await.map_err(Fault::from)?;
        // What it says may name people: the log tells that it was written.
        let written = Change::made(&json!({ "note": true }));
        audit_change(app, &tx, viewer, "ADD_NOTE", &format!("order:{}", order.id), written).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(AddNoteResult::Added(NoteAdded { id }))
    }
}
