//! Trips get the vehicles that they are planned with, when its papers are good again.

use sea_orm::{ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter};
use uuid::Uuid;

use ::entity::{schedule, trip};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::network::put_on;
use crate::graphql::Viewer;
use crate::platform::Fault;
use crate::platform::rows::MAX_IDS;

use super::assign_trip::facts;

/// Puts these vehicles on the coming trips that were left without them, with an entry in the log of each. Whoever calls
/// forgets the trips after the commit.
pub async fn put_planned_vehicles(
    app: &App,
    tx: &DatabaseTransaction,
    viewer: &Viewer,
    vehicles: &[Uuid],
) -> Result<Vec<Uuid>, Fault> {
    let mut put = Vec::new();
    for some in vehicles.chunks(MAX_IDS) {
        let theirs = Condition::all().add(schedule::Column::VehicleId.is_in(some.iter().copied()));
        put.extend(put_on(tx, theirs, app.clock.now()).await?);
    }
    for some in put.chunks(MAX_IDS) {
        for row in trip::Entity::find().filter(trip::Column::Id.is_in(some.iter().copied())).all(tx).await? {
            let change = Change::of(facts(tx, None, &[], None).await?, facts(tx, row.vehicle_id, &[], None).await?);
            audit_change(app, tx, viewer, "ASSIGN_TRIP", &format!("trip:{}", row.id), change).await?;
        }
    }
    Ok(put)
}
