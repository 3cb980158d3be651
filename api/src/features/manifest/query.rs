use std::collections::HashMap;

use async_graphql::{Context, ID, Object, Result};

use crate::features::audit::audit;
use crate::features::trip::staff_trip;
use crate::graphql::{Can, Gid, Kind, Permission, app, viewer};

use super::access::find_manifest;
use super::content::{open, versions};
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
}
