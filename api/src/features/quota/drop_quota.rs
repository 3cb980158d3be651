use async_graphql::{Context, ID, InputObject, Object, Result};

use ::entity::quota;

use crate::features::audit::audit_change;
use crate::graphql::{Can, ChangedMeanwhile, Permission, app, viewer};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::access::Subject;
use super::save_quota::{Seats, begin, told};
use super::types::{QuotaSaved, SaveQuotaResult, SeatQuota};

#[derive(InputObject)]
pub struct DropQuotaInput {
    pub id: ID,
    /// As it was read.
    pub version: i32,
}

#[derive(Default)]
pub struct DropQuota;

#[Object]
impl DropQuota {
    /// Staff: its seats are everybody's again, as far as no other quota keeps them.
    #[graphql(guard = "Can(Permission::ManageQuotas)", complexity = "50 + child_complexity")]
    async fn drop_quota(&self, ctx: &Context<'_>, input: DropQuotaInput) -> Result<SaveQuotaResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let (known, _) = Subject::of(app, app.db.read(), viewer, &input.id).await?;
        let tx = begin(app, known.series_id.is_some()).await?;
        let (before, subject) = Subject::of(app, &*tx, viewer, &input.id).await?;
        if before.version != i64::from(input.version) {
            let answer = SaveQuotaResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let change = Seats::lock(app, tx, &subject).await?;
        let row = quota::Model { dropped_at: Some(app.clock.now()), version: before.version + 1, ..before.clone() };
        upsert::<quota::Entity>(&change.tx, vec![row.clone()]).await.map_err(Fault::from)?;
        let network = app.network.get(app).await?;
        let told = told(&change.tx, &network, &subject, Some(&before), &row).await?;
        audit_change(app, &change.tx, viewer, "DROP_QUOTA", &subject.name(), told).await?;
        let trips = change.finish(app).await?;
        Ok(SaveQuotaResult::Saved(QuotaSaved { quota: SeatQuota(row), trips }))
    }
}
