use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use ::entity::passage::{Column, Entity};

use crate::platform::Fault;

use super::types::PassageOutcome;

/// Of these lines those that somebody is on board with.
pub async fn boarded_lines(db: &impl ConnectionTrait, lines: &[Uuid]) -> Result<Vec<Uuid>, Fault> {
    let accepted = Entity::find()
        .filter(Column::LineId.is_in(lines.iter().copied()))
        .filter(Column::Outcome.eq(PassageOutcome::Accepted.code()))
        .filter(Column::UndoneAt.is_null());
    Ok(accepted.all(db).await?.into_iter().filter_map(|row| row.line_id).collect())
}
