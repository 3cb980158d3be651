//! The statements that take, keep and free seats.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::quota::Kept;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect, Statement, Value,
};
use uuid::Uuid;

use ::entity::claim;

use crate::graphql::NotOnSaleReason;
use crate::platform::Fault;
use crate::platform::rows::MAX_IDS;

use super::space::read_kept;

/// A seat on one leg.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Claim {
    pub space: Uuid,
    pub seat: i32,
    pub leg: i32,
    pub line: Uuid,
}

/// Somebody else has one of them: the transaction has to be rolled back.
#[derive(Debug, PartialEq, Eq)]
pub struct ClaimsLost;

/// Databases bind a limited number of values: claims go in by so many.
const CHUNK: usize = 500;

/// Takes all claims or none. One whose hold has ended is taken over; the primary key refuses any other.
///
/// Sorted, so that two transactions never wait for each other in a circle.
pub async fn take(
    tx: &DatabaseTransaction,
    mut claims: Vec<Claim>,
    held_until: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<Result<(), ClaimsLost>, Fault> {
    claims.sort_unstable();
    for chunk in claims.chunks(CHUNK) {
        let mut values: Vec<Value> = vec![now.into()];
        let mut rows = Vec::with_capacity(chunk.len());
        for claim in chunk {
            let n = values.len();
            rows.push(format!("(${}, ${}, ${}, ${}, ${})", n + 1, n + 2, n + 3, n + 4, n + 5));
            values.extend([
                claim.space.into(),
                claim.seat.into(),
                claim.leg.into(),
                claim.line.into(),
                held_until.into(),
            ]);
        }
        let sql = format!(
            "INSERT INTO claim (space_id, seat, leg, line_id, held_until) VALUES {} \
             ON CONFLICT (space_id, seat, leg) DO UPDATE \
             SET line_id = excluded.line_id, held_until = excluded.held_until \
             WHERE claim.held_until IS NOT NULL AND claim.held_until <= $1",
            rows.join(", ")
        );
        let done = tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, values)).await?;
        if usize::try_from(done.rows_affected()).unwrap_or(0) != chunk.len() {
            return Ok(Err(ClaimsLost));
        }
    }
    Ok(Ok(()))
}

/// Keeps the claims of these lines for good; returns how many there were.
pub async fn confirm(tx: &DatabaseTransaction, lines: &[Uuid]) -> Result<u64, Fault> {
    use ::entity::claim::{ActiveModel, Column, Entity};
    let row = ActiveModel { held_until: sea_orm::Set(None), ..Default::default() };
    let done = Entity::update_many().set(row).filter(Column::LineId.is_in(lines.iter().copied())).exec(tx).await?;
    Ok(done.rows_affected)
}

/// Holds the claims of these lines until then.
pub async fn extend(tx: &DatabaseTransaction, lines: &[Uuid], until: DateTime<Utc>) -> Result<(), Fault> {
    use ::entity::claim::{ActiveModel, Column, Entity};
    let later = ActiveModel { held_until: sea_orm::Set(Some(until)), ..Default::default() };
    Entity::update_many().set(later).filter(Column::LineId.is_in(lines.iter().copied())).exec(tx).await?;
    Ok(())
}

/// A space's claims become these and no others, each with the end of its hold. For who has locked the space's trip and all
/// orders that sit in it; `ClaimsLost`: two of these are of one seat on one leg.
pub async fn reseat(
    tx: &DatabaseTransaction,
    space: Uuid,
    claims: Vec<(Claim, Option<DateTime<Utc>>)>,
    now: DateTime<Utc>,
) -> Result<Result<(), ClaimsLost>, Fault> {
    use ::entity::claim::{Column, Entity};
    Entity::delete_many().filter(Column::SpaceId.eq(space)).exec(tx).await?;
    let mut by_end: BTreeMap<Option<DateTime<Utc>>, Vec<Claim>> = BTreeMap::new();
    for (claim, held_until) in claims {
        by_end.entry(held_until).or_default().push(claim);
    }
    for (held_until, claims) in by_end {
        if let Err(lost) = take(tx, claims, held_until, now).await? {
            return Ok(Err(lost));
        }
    }
    Ok(Ok(()))
}

/// Frees the claims of these lines.
pub async fn release(tx: &DatabaseTransaction, lines: &[Uuid]) -> Result<(), Fault> {
    use ::entity::claim::{Column, Entity};
    Entity::delete_many().filter(Column::LineId.is_in(lines.iter().copied())).exec(tx).await?;
    Ok(())
}

/// A space whose claims were changed, as its row now is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Raised {
    pub space: Uuid,
    pub version: i64,
    /// Nothing of it is sold any more.
    pub cancelled: bool,
    /// No new sale begins; one that has begun may end.
    pub sale_closed: bool,
    /// Whose seats are sold: of another one, ordinals say nothing.
    pub seat_map: Option<Uuid>,
    pub road_closed: bool,
    /// Seats that not everybody may take, as this sale finds them.
    pub kept: Option<Arc<Kept>>,
    /// Calls at which it does not stop after all.
    pub skipped: Vec<i32>,
}

impl Raised {
    /// Why one of these rides (space, call to get on, call to get off) is not sold, by the row itself.
    pub fn off_sale(&self, rides: &[(Uuid, i32, i32)]) -> Option<NotOnSaleReason> {
        match self {
            Raised { cancelled: true, .. } => Some(NotOnSaleReason::Cancelled),
            Raised { road_closed: true, .. } => Some(NotOnSaleReason::RoadClosed),
            Raised { sale_closed: true, .. } => Some(NotOnSaleReason::Closed),
            _ => {
                let passed = rides.iter().any(|(space, from, to)| *space == self.space && self.skips(*from, *to));
                passed.then_some(NotOnSaleReason::StopSkipped)
            }
        }
    }

    /// Whether who gets on at the one call and off at the other can't.
    pub fn skips(&self, from: i32, to: i32) -> bool {
        self.skipped.contains(&from) || self.skipped.contains(&to)
    }
}

/// Raises the versions of the spaces whose claims this transaction has changed: its last statements but the commit,
/// since they make others who change the same space wait. Who cancels a trip or closes its sale does it on the same row,
/// so that either is before the other: a sale looks at what this returns.
pub async fn bump(tx: &DatabaseTransaction, mut spaces: Vec<Uuid>) -> Result<Vec<Raised>, Fault> {
    spaces.sort_unstable();
    spaces.dedup();
    let mut raised = Vec::with_capacity(spaces.len());
    for space in spaces {
        let raise = Statement::from_sql_and_values(
            tx.get_database_backend(),
            "UPDATE trip SET version = version + 1 WHERE id = $1 RETURNING version, state, road_closed, sale_closed OR EXISTS (SELECT 1 \
             FROM carrier WHERE carrier.id = trip.carrier_id AND carrier.blocked_at IS NOT NULL) AS sale_closed, \
             seat_map_id, kept, skipped",
            [space.into()],
        );
        let row = tx.query_one_raw(raise).await?.ok_or_else(|| Fault::new("claims on a trip that does not exist"))?;
        let skipped: Option<serde_json::Value> = row.try_get("", "skipped")?;
        raised.push(Raised {
            space,
            version: row.try_get("", "version")?,
            cancelled: row.try_get::<String>("", "state")? == "CANCELLED",
            sale_closed: row.try_get("", "sale_closed")?,
            seat_map: row.try_get("", "seat_map_id")?,
            road_closed: row.try_get("", "road_closed")?,
            kept: read_kept(row.try_get::<Option<String>>("", "kept")?.as_deref())?,
            skipped: skipped.map(serde_json::from_value).transpose()?.unwrap_or_default(),
        });
    }
    Ok(raised)
}

/// Seats that somebody has now, with the leg, as this transaction sees them.
pub async fn taken_now(tx: &DatabaseTransaction, space: Uuid, now: DateTime<Utc>) -> Result<Vec<(i32, i32)>, Fault> {
    let live = claim::Column::HeldUntil.is_null().or(claim::Column::HeldUntil.gt(now));
    let rows = claim::Entity::find().filter(claim::Column::SpaceId.eq(space)).filter(live).all(tx).await?;
    Ok(rows.into_iter().map(|row| (row.seat, row.leg)).collect())
}

/// Places sold on each of these spaces, on at least a part of the way.
pub async fn sold_places(db: &impl ConnectionTrait, spaces: &[Uuid]) -> Result<HashMap<Uuid, i64>, Fault> {
    let mut found = HashMap::new();
    for some in spaces.chunks(MAX_IDS) {
        let rows = claim::Entity::find()
            .select_only()
            .column(claim::Column::SpaceId)
            .column_as(ExprTrait::count_distinct(Expr::col(claim::Column::Seat)), "seats")
            .filter(claim::Column::SpaceId.is_in(some.iter().copied()))
            .filter(claim::Column::HeldUntil.is_null())
            .group_by(claim::Column::SpaceId);
        found.extend(rows.into_tuple::<(Uuid, i64)>().all(db).await?);
    }
    Ok(found)
}
