use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::json;

use ::entity::passage;

use crate::features::audit::{Change, audit_change};
use crate::features::trip::staff_trip;
use crate::graphql::{Can, Gid, InvalidInput, Kind, Permission, app, viewer};
use crate::platform::Fault;

use super::types::{Boarding, PassageOutcome};

#[derive(InputObject)]
pub struct UndoPassageInput {
    pub trip_id: ID,
    /// Who is not on board after all.
    pub line_id: ID,
}

/// The trip without that passenger on board.
#[derive(SimpleObject)]
pub struct PassageUndone {
    pub boarding: Boarding,
}

#[derive(Union)]
pub enum UndoPassageResult {
    Undone(PassageUndone),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct UndoPassage;

#[Object]
impl UndoPassage {
    /// Staff: a passenger was taken for boarded by mistake. The reading stays in the record.
    #[graphql(guard = "Can(Permission::CheckTickets)", complexity = "50 + child_complexity")]
    async fn undo_passage(&self, ctx: &Context<'_>, input: UndoPassageInput) -> Result<UndoPassageResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let trip = staff_trip(app, viewer, &input.trip_id).await?;
        let line = Gid::find(Kind::Line, &input.line_id)?;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let row = passage::ActiveModel { undone_at: Set(Some(app.clock.now())), ..Default::default() };
        let undone = passage::Entity::update_many()
            .set(row)
            .filter(passage::Column::TripId.eq(trip.id))
            .filter(passage::Column::LineId.eq(line))
            .filter(passage::Column::Outcome.eq(PassageOutcome::Accepted.code()))
            .filter(passage::Column::UndoneAt.is_null())
            .exec(&*tx)
            .await
            .map_err(Fault::from)?;
        if undone.rows_affected == 0 {
            let nobody = InvalidInput::one(viewer.language, "lineId", "NOT_BOARDED");
            return Ok(tx.give_up(UndoPassageResult::InvalidInput(nobody)).await.map_err(Fault::from)?);
        }
        let change = Change::of(json!({ "boarded": true }), json!({ "boarded": false }));
        audit_change(app, &tx, viewer, "UNDO_PASSAGE", &format!("trip:{}", trip.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        app.bus.publish(&format!("passage:{}", trip.id), "");
        let boarding = Boarding::read(app.db.read(), &trip).await?;
        Ok(UndoPassageResult::Undone(PassageUndone { boarding }))
    }
}
