//! The job that carries orders of a trip on a closed road over to another one.

use std::collections::{HashMap, HashSet};

use sea_orm::{DatabaseTransaction, EntityTrait, QuerySelect, Set};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use ::entity::{closure, rebooking};

use crate::app::App;
use crate::platform::Fault;
use crate::platform::jobs::JobError;

use super::carry::{Ask, Outcome, TRIES, carry, tell};
use super::trip_move::Both;

/// The job's kind.
pub const REBOOK_TRIP: &str = "rebook_trip";

#[derive(Serialize, Deserialize)]
pub struct Rebooking {
    /// The row that says who goes where.
    pub rebooking: Uuid,
}

/// Carries over whoever finds a seat at that moment; the others keep their tickets, and the row says how many. Run twice, it
/// finds the row done.
pub async fn carry_out(app: &App, payload: &serde_json::Value) -> Result<(), JobError> {
    let fatal = |error: serde_json::Error| JobError::Fatal(error.to_string());
    let Rebooking { rebooking } = serde_json::from_value(payload.clone()).map_err(fatal)?;
    for _ in 0..TRIES {
        match attempt(app, rebooking).await {
            Ok(Some(())) => return Ok(()),
            Ok(None) => {}
            Err(fault) if fault.is_transient() => {}
            Err(fault) => return Err(fault.into()),
        }
    }
    Err(JobError::Retry("no quiet moment".into()))
}

/// `None`: a sale came in between.
async fn attempt(app: &App, id: Uuid) -> Result<Option<()>, Fault> {
    let row = rebooking::Entity::find_by_id(id).one(app.db.read()).await?;
    let row = row.ok_or_else(|| Fault::new("no such rebooking"))?;
    let both = Both::of(app, row.from_trip_id, row.to_trip_id).await?;
    let both = both.ok_or_else(|| Fault::new("a rebooking between trips that are not there"))?;
    let closure = closure::Entity::find_by_id(row.closure_id).one(app.db.read()).await?;
    let closure = closure.ok_or_else(|| Fault::new("a rebooking of no closure"))?;
    let orders: HashSet<Uuid> = serde_json::from_value(row.orders.clone())?;
    let ask = Ask {
        orders: Some(&orders),
        whoever_fits: true,
        fixed: &HashMap::new(),
        other_class: row.other_class,
        cancel: false,
        road_closed: Some(&closure.reason),
        account_id: row.account_id,
        address: &row.address,
    };
    let tx = app.db.begin().await?;
    // Whoever does the same job at the same time comes after this one.
    let locked = rebooking::Entity::find_by_id(id).lock_exclusive().one(&*tx).await?;
    if locked.is_none_or(|row| row.done_at.is_some()) {
        return Ok(tx.give_up(Some(())).await?);
    }
    match carry(app, &tx, &both, &ask).await? {
        Outcome::Done(done) => {
            write_down(app, &tx, id, (done.passengers, done.behind)).await?;
            tx.commit().await?;
            tell(app, &both, &done);
            Ok(Some(()))
        }
        Outcome::Refused(_, behind) => {
            // Nobody was moved: what was locked for it is let go as it was.
            tx.give_up(()).await?;
            let tx = app.db.begin().await?;
            write_down(app, &tx, id, (0, behind)).await?;
            tx.commit().await?;
            Ok(Some(()))
        }
        Outcome::Again => Ok(tx.give_up(None).await?),
    }
}

async fn write_down(
    app: &App,
    tx: &DatabaseTransaction,
    id: Uuid,
    (moved, behind): (usize, usize),
) -> Result<(), Fault> {
    let count = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
    let row = rebooking::ActiveModel {
        id: Set(id),
        moved: Set(count(moved)),
        left_behind: Set(count(behind)),
        done_at: Set(Some(app.clock.now())),
        ..Default::default()
    };
    rebooking::Entity::update(row).exec(tx).await?;
    Ok(())
}
