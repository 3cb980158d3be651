use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::json;

use ::entity::manifest_delivery;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, InvalidInput, Permission, app, error, viewer};
use crate::platform::Fault;

use super::access::find_delivery;
use super::delivery::promise_sending;
use super::types::{ManifestDelivery, names_of_destinations};

#[derive(InputObject)]
pub struct ResendManifestInput {
    pub delivery_id: ID,
}

/// The delivery, waiting to be sent.
#[derive(SimpleObject)]
pub struct ManifestResent {
    pub delivery: ManifestDelivery,
}

#[derive(Union)]
pub enum ResendManifestResult {
    Resent(ManifestResent),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct ResendManifest;

#[Object]
impl ResendManifest {
    /// Staff: sends a version again that its receiver has refused or never answered, under the same id.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "20 + child_complexity")]
    async fn resend_manifest(&self, ctx: &Context<'_>, input: ResendManifestInput) -> Result<ResendManifestResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let (delivery, trip) = find_delivery(app, viewer, &input.delivery_id).await?;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let row = manifest_delivery::ActiveModel { state: Set("WAITING".into()), ..Default::default() };
        let waiting = manifest_delivery::Entity::update_many()
            .set(row)
            .filter(manifest_delivery::Column::Id.eq(delivery.id))
            .filter(manifest_delivery::Column::State.eq("FAILED"))
            .exec(&tx)
            .await
            .map_err(Fault::from)?;
        if waiting.rows_affected == 0 {
            let under_way = InvalidInput::one(viewer.language, "deliveryId", "DELIVERY_NOT_FAILED");
            return Ok(tx.give_up(ResendManifestResult::InvalidInput(under_way)).await.map_err(Fault::from)?);
        }
        promise_sending(app, &tx, delivery.id, delivery.attempts).await?;
        let change = Change::of(json!({ "state": delivery.state }), json!({ "state": "WAITING" }));
        audit_change(app, &tx, viewer, "RESEND_MANIFEST", &format!("trip:{trip}"), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        app.jobs.wake();
        let row = manifest_delivery::Entity::find_by_id(delivery.id).one(app.db.read()).await.map_err(Fault::from)?;
        let row = row.ok_or_else(error::not_found)?;
        let names = names_of_destinations(app.db.read(), std::slice::from_ref(&row)).await?;
        Ok(ResendManifestResult::Resent(ManifestResent { delivery: ManifestDelivery::new(row, &names) }))
    }
}
