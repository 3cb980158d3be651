use async_graphql::{Context, ID, InputObject, Object, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::json;

use ::entity::trip;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, Permission, app, viewer};
use crate::platform::Fault;

use super::access::staff_trip;
use super::change::{ChangeTripResult, changed};

#[derive(InputObject)]
pub struct SetTripSaleInput {
    pub trip_id: ID,
    /// Nothing more is held; orders that are being paid are finished.
    pub closed: bool,
}

#[derive(Default)]
pub struct SetTripSale;

#[Object]
impl SetTripSale {
    /// Staff: closes or opens the sale of a trip, tickets that were sold stay valid.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "20 + child_complexity")]
    async fn set_trip_sale(&self, ctx: &Context<'_>, input: SetTripSaleInput) -> Result<ChangeTripResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let view = staff_trip(app, viewer, &input.trip_id).await?;
        let row = trip::ActiveModel { sale_closed: Set(input.closed), ..Default::default() };
        let changing = trip::Entity::update_many().set(row).filter(trip::Column::Id.eq(view.id));
        let tx = app.db.begin().await.map_err(Fault::from)?;
        changing.exec(&tx).await.map_err(Fault::from)?;
        let action = if input.closed { "CLOSE_SALE" } else { "OPEN_SALE" };
        let change = Change::of(json!({ "saleClosed": view.sale_closed }), json!({ "saleClosed": input.closed }));
        audit_change(app, &tx, viewer, action, &format!("trip:{}", view.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        changed(app, view.id, 0, 0).await
    }
}
