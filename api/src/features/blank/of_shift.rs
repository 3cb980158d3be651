//! Which blanks a shift has used up: what the X and the Z report name.

use std::collections::BTreeMap;

use async_graphql::SimpleObject;
use domain::blank::{BlankState as State, printed_run, runs};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use ::entity::blank;

use crate::platform::Fault;

use super::types::BlankState;

/// Blanks of paper tickets that a shift has entered or marked.
#[derive(SimpleObject, Clone)]
pub struct ShiftBlanks {
    pub state: BlankState,
    /// How many.
    pub count: i32,
    /// As they are printed, those that follow each other together: `АБ 000001–000004`.
    pub ranges: Vec<String>,
}

impl ShiftBlanks {
    /// The code of their state.
    pub fn code(&self) -> &'static str {
        State::from(self.state).code()
    }
}

pub async fn blanks_of(db: &impl ConnectionTrait, shift: Uuid) -> Result<Vec<ShiftBlanks>, Fault> {
    let rows = blank::Entity::find().filter(blank::Column::ShiftId.eq(shift)).all(db).await?;
    let mut all = Vec::new();
    for state in [State::Sold, State::Spoilt, State::Lost] {
        let mut by_series: BTreeMap<&str, Vec<i32>> = BTreeMap::new();
        for row in rows.iter().filter(|row| row.state == state.code()) {
            by_series.entry(&row.series).or_default().push(row.number);
        }
        let count = by_series.values().map(Vec::len).sum::<usize>();
        let ranges = by_series.into_iter().flat_map(|(series, numbers)| {
            runs(numbers).into_iter().map(move |run| printed_run(series, run)).collect::<Vec<_>>()
        });
        let ranges: Vec<String> = ranges.collect();
        if count > 0 {
            all.push(ShiftBlanks { state: state.into(), count: i32::try_from(count).unwrap_or(i32::MAX), ranges });
        }
    }
    Ok(all)
}
