use std::collections::HashMap;

use async_graphql::{Context, ID, Object, Result};
use sea_orm::{EntityTrait, QueryOrder};

use ::entity::manifest_destination;

use crate::features::audit::audit;
use crate::features::trip::staff_trip;
use crate::graphql::{Can, Gid, Kind, Permission, app, viewer};
use crate::platform::Fault;

use super::access::{find_manifest, sees_destination};
use super::content::{open, versions};
use super::destination::ManifestDestination;
use super::file::{ManifestFile, ManifestFileFormat, file};
use super::types::Manifest;

/// Versions of one trip that are shown.
const MOST: usize = 20;

#[derive(Default)]
pub struct ManifestQuery;

#[Object]
impl ManifestQuery {
    /// Staff: the last versions of a trip's manifest, newest first. Each reading is in the audit log.
    #[graphql(guard = "Can(Permission::ViewPassengers)", complexity = "50 + 3 * child_complexity")]
    async fn manifests(&self, ctx: &Context<'_>, trip_id: ID) -> Result<Vec<Manifest>> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let trip = staff_trip(app, viewer, &trip_id).await?;
        let rows = versions(app.db.read(), trip.id).await?;
        if !rows.is_empty() {
            audit(app, viewer, "READ_MANIFEST", &format!("trip:{}", trip.id)).await?;
        }
        let mut contents = HashMap::new();
        for row in rows.iter().take(MOST + 1) {
            contents.insert(row.number, open(app, row)?);
        }
        let made = rows.into_iter().take(MOST).map(|row| {
            let content = |number| contents.get(&number).cloned().unwrap_or_default();
            let (entries, former) = (content(row.number), content(row.number - 1));
            Manifest::new(row, entries, &former, std::sync::Arc::clone(&trip))
        });
        Ok(made.collect())
    }

    /// Staff: a version as a file, in the viewer's language. Each is in the audit log.
    #[graphql(guard = "Can(Permission::ViewPassengers)", complexity = "100 + child_complexity")]
    async fn manifest_file(&self, ctx: &Context<'_>, id: ID, format: ManifestFileFormat) -> Result<ManifestFile> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let (row, trip) = find_manifest(app, viewer, Gid::find(Kind::Manifest, &id)?).await?;
        audit(app, viewer, "EXPORT_MANIFEST", &format!("trip:{}", trip.id)).await?;
        Ok(file(format, &row, &trip, &open(app, &row)?, viewer.language)?)
    }

    /// Staff: who is sent manifests at departure, by name.
    #[graphql(guard = "Can(Permission::ManageExchange)", complexity = "20 + 10 * child_complexity")]
    async fn manifest_destinations(&self, ctx: &Context<'_>) -> Result<Vec<ManifestDestination>> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let rows = manifest_destination::Entity::find().order_by_asc(manifest_destination::Column::Name);
        let rows = rows.all(app.db.read()).await.map_err(Fault::from)?;
        Ok(rows.into_iter().filter(|row| sees_destination(viewer, row)).map(ManifestDestination).collect())
    }
}
