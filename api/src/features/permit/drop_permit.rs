use async_graphql::{Context, ID, Object, Result, SimpleObject};
use domain::permit::Holder;
use sea_orm::EntityTrait;
use serde_json::Value;

use ::entity::permit;

use crate::features::audit::{Change, audit_change};
use crate::features::network::forget_trip;
use crate::graphql::{Can, Gid, Kind, Permission, app, error, viewer};
use crate::platform::Fault;

use super::holder::check_holder;
use super::save_permit::{facts, made_good, subject};

/// It is gone.
#[derive(SimpleObject)]
pub struct PermitDropped {
    pub ok: bool,
}

#[derive(Default)]
pub struct DropPermit;

#[Object]
impl DropPermit {
    /// Staff: removes a paper that was written down by mistake; it stays in the log.
    #[graphql(guard = "Can(Permission::ManageFleet)", complexity = "20")]
    async fn drop_permit(&self, ctx: &Context<'_>, id: ID) -> Result<PermitDropped> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = Gid::find(Kind::Permit, &id)?;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let row = permit::Entity::find_by_id(id).one(&tx).await.map_err(Fault::from)?.ok_or_else(error::not_found)?;
        let holder = Holder::parse(&row.holder).ok_or_else(error::not_found)?;
        check_holder(&tx, viewer, holder, row.holder_id).await?;
        permit::Entity::delete_by_id(id).exec(&tx).await.map_err(Fault::from)?;
        let gone = Change::of(
            facts(&row),
            facts(&row).as_object().map_or(Value::Null, |fields| {
                fields.keys().map(|key| (key.clone(), Value::Null)).collect::<serde_json::Map<_, _>>().into()
            }),
        );
        audit_change(app, &tx, viewer, "DROP_PERMIT", &subject(&row), gone).await?;
        let put = made_good(app, &tx, viewer, holder, row.holder_id).await?;
        tx.commit().await.map_err(Fault::from)?;
        put.into_iter().for_each(|trip| forget_trip(app, trip));
        Ok(PermitDropped { ok: true })
    }
}
