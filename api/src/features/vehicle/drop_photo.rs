use async_graphql::{Context, ID, Object, Result, SimpleObject};
use sea_orm::EntityTrait;

use ::entity::{photo, vehicle};

use crate::features::audit::{Change, audit_change};
use crate::features::carrier::sees_carrier;
use crate::graphql::{Can, Gid, Kind, Permission, app, error, viewer};
use crate::platform::Fault;

/// It is gone.
#[derive(SimpleObject)]
pub struct PhotoDropped {
    pub ok: bool,
}

#[derive(Default)]
pub struct DropPhoto;

#[Object]
impl DropPhoto {
    /// Staff: removes a photo of a vehicle.
    #[graphql(guard = "Can(Permission::ManageFleet)", complexity = "20")]
    async fn drop_photo(&self, ctx: &Context<'_>, id: ID) -> Result<PhotoDropped> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = Gid::find(Kind::Photo, &id)?;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let row = photo::Entity::find_by_id(id).one(&tx).await.map_err(Fault::from)?.ok_or_else(error::not_found)?;
        let of = vehicle::Entity::find_by_id(row.vehicle_id).one(&tx).await.map_err(Fault::from)?;
        if !of.is_some_and(|vehicle| sees_carrier(viewer, vehicle.carrier_id)) {
            return Err(error::not_found());
        }
        photo::Entity::delete_by_id(id).exec(&tx).await.map_err(Fault::from)?;
        let subject = format!("vehicle:{}", row.vehicle_id);
        audit_change(app, &tx, viewer, "DROP_PHOTO", &subject, Change::none()).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(PhotoDropped { ok: true })
    }
}
