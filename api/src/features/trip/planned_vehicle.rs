//! Trips get the vehicles that they are planned with, when its papers are good again.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ColumnTrait, Condition, DatabaseTransaction};
use uuid::Uuid;

use ::entity::schedule;

use crate::app::App;
use crate::features::audit::{Change, Done, audit_all};
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
    if put.is_empty() {
        return Ok(Vec::new());
    }
    let nobody = facts(tx, None, &[], None).await?;
    let mut known = BTreeMap::new();
    for vehicle in put.iter().map(|(_, vehicle)| *vehicle).collect::<BTreeSet<_>>() {
        known.insert(vehicle, facts(tx, Some(vehicle), &[], None).await?);
    }
    let entries = put.iter().map(|(trip, vehicle)| Done {
        at: app.clock.now(),
        account_id: viewer.account_id(),
        action: "ASSIGN_TRIP".to_owned(),
        subject: format!("trip:{trip}"),
        address: Some(viewer.address.clone()),
        change: Change::of(nobody.clone(), known[vehicle].clone()),
    });
    audit_all(app, tx, entries.collect()).await?;
    Ok(put.into_iter().map(|(trip, _)| trip).collect())
}
