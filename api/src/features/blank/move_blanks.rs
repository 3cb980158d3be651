use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use sea_orm::{EntityTrait, QuerySelect, Set};
use serde_json::json;

use ::entity::blank_block;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, ChangedMeanwhile, Form, Gid, InvalidInput, Kind, Permission, app, error, viewer};
use crate::platform::Fault;

use super::issue_blanks::desk_in_use;
use super::types::BlankBlock;

#[derive(InputObject)]
pub struct MoveBlanksInput {
    pub id: ID,
    /// As it was read: a change on top of somebody else's is refused.
    pub version: i32,
    /// To which desk; null: back into the store.
    pub desk_id: Option<ID>,
}

/// The block is there now.
#[derive(SimpleObject)]
pub struct BlanksMoved {
    pub block: BlankBlock,
}

#[derive(Union)]
pub enum MoveBlanksResult {
    Moved(BlanksMoved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

#[derive(Default)]
pub struct MoveBlanks;

#[Object]
impl MoveBlanks {
    /// Accountants: gives a block to another desk, or takes it back. What was sold of it stays where it was sold.
    /// NO_SUCH_DESK at `deskId`; NOT_FOUND.
    #[graphql(guard = "Can(Permission::ManageBlanks)", complexity = "20 + child_complexity")]
    async fn move_blanks(&self, ctx: &Context<'_>, input: MoveBlanksInput) -> Result<MoveBlanksResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = Gid::find(Kind::BlankBlock, &input.id)?;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let before = blank_block::Entity::find_by_id(id).lock_exclusive().one(&*tx).await.map_err(Fault::from)?;
        let before = before.ok_or_else(error::not_found)?;
        if i64::from(input.version) != before.version {
            let answer = MoveBlanksResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let mut form = Form::new(viewer.language);
        let desk_id = desk_in_use(&*tx, &mut form, input.desk_id.as_ref()).await?;
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(MoveBlanksResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        if desk_id == before.desk_id {
            let answer = MoveBlanksResult::Moved(BlanksMoved { block: BlankBlock(before) });
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let row = blank_block::ActiveModel {
            id: Set(id),
            desk_id: Set(desk_id),
            moved_at: Set(app.clock.now()),
            version: Set(before.version + 1),
            ..Default::default()
        };
        let block = blank_block::Entity::update(row).exec(&*tx).await.map_err(Fault::from)?;
        let facts = |desk: Option<uuid::Uuid>| json!({ "desk": desk.map(|id| Gid::of(Kind::Desk, id).to_string()) });
        let change = Change::saved(Some(facts(before.desk_id)), facts(desk_id));
        audit_change(app, &tx, viewer, "MOVE_BLANKS", &format!("blank_block:{id}"), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(MoveBlanksResult::Moved(BlanksMoved { block: BlankBlock(block) }))
    }
}
