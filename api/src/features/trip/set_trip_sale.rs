use async_graphql::{Context, ID, InputObject, Object, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::json;

use ::entity::trip;

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::network::TripView;
use crate::graphql::{Can, Permission, Viewer, app, viewer};
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
        set_sale(app, viewer, &view, input.closed).await
    }
}

/// The use case, for one trip or for each of many.
pub async fn set_sale(app: &App, viewer: &Viewer, view: &TripView, closed: bool) -> Result<ChangeTripResult> {
    let row = trip::ActiveModel { sale_closed: Set(closed), ..Default::default() };
    let changing = trip::Entity::update_many().set(row).filter(trip::Column::Id.eq(view.id));
    let tx = app.db.begin().await.map_err(Fault::from)?;
    changing.exec(&tx).await.map_err(Fault::from)?;
    let action = if closed { "CLOSE_SALE" } else { "OPEN_SALE" };
    let change = Change::of(json!({ "saleClosed": view.sale_closed }), json!({ "saleClosed": closed }));
    audit_change(app, &tx, viewer, action, &format!("trip:{}", view.id), change).await?;
    tx.commit().await.map_err(Fault::from)?;
    changed(app, view.id, 0, 0).await
}
