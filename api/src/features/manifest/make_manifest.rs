use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use serde_json::json;

use crate::features::audit::{Change, audit_change};
use crate::features::trip::staff_trip;
use crate::graphql::{Can, InvalidInput, Permission, app, viewer};
use crate::platform::Fault;

use super::content::{ManifestCause, make, open, versions};
use super::departure::lock;
use super::types::Manifest;

#[derive(InputObject)]
pub struct MakeManifestInput {
    pub trip_id: ID,
}

/// The version that says who travels now.
#[derive(SimpleObject)]
pub struct ManifestMade {
    pub manifest: Manifest,
    /// False: nothing has changed since the last version, which is this one.
    pub is_new: bool,
}

#[derive(Union)]
pub enum MakeManifestResult {
    Made(ManifestMade),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct MakeManifest;

#[Object]
impl MakeManifest {
    /// Staff: the passengers of a trip as they are now. A new version is made only where something has changed; a trip
    /// without a ticket has none.
    #[graphql(guard = "Can(Permission::ViewPassengers)", complexity = "50 + child_complexity")]
    async fn make_manifest(&self, ctx: &Context<'_>, input: MakeManifestInput) -> Result<MakeManifestResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let trip = staff_trip(app, viewer, &input.trip_id).await?;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        lock(&tx, trip.id).await?;
        let before = versions(&*tx, trip.id).await?;
        let Some(row) = make(app, &*tx, trip.id, ManifestCause::Office).await? else {
            let nobody = InvalidInput::one(viewer.language, "tripId", "NOBODY_TRAVELS");
            return Ok(tx.give_up(MakeManifestResult::InvalidInput(nobody)).await.map_err(Fault::from)?);
        };
        let is_new = before.first().is_none_or(|last| last.id != row.id);
        let change = Change::made(&json!({ "version": row.number, "passengers": row.passengers }));
        audit_change(app, &tx, viewer, "MAKE_MANIFEST", &format!("trip:{}", trip.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        let former = before.iter().find(|other| other.number == row.number - 1);
        let former = former.map(|row| open(app, row)).transpose()?;
        let entries = open(app, &row)?;
        let manifest = Manifest::new(row, entries, &former.unwrap_or_default(), trip);
        Ok(MakeManifestResult::Made(ManifestMade { manifest, is_new }))
    }
}
