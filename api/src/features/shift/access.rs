//! Who may see a shift: its cashier, and whoever may view shifts at its station.

use async_graphql::{Error, ID};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use ::entity::{desk, shift};

use crate::app::App;
use crate::graphql::{Gid, Kind, Permission, Viewer, error};
use crate::platform::Fault;

/// The shift with that id; NOT_FOUND where it is not the viewer's to see.
pub async fn seen_shift(app: &App, viewer: &Viewer, id: &ID) -> Result<shift::Model, Error> {
    let row = shift::Entity::find_by_id(Gid::find(Kind::Shift, id)?).one(app.db.read()).await;
    let row = row.map_err(Fault::from)?.ok_or_else(error::not_found)?;
    if Some(row.account_id) == viewer.account_id() {
        return Ok(row);
    }
    let stations = viewer.only_stations();
    let desk = desk::Entity::find_by_id(row.desk_id).one(app.db.read()).await.map_err(Fault::from)?;
    let here = stations.is_empty() || desk.is_some_and(|desk| stations.contains(&desk.stop_id));
    if viewer.can(Permission::ViewShifts) && here { Ok(row) } else { Err(error::not_found()) }
}

/// The open shift of a cashier, to look at.
pub async fn open_shift_of(db: &impl ConnectionTrait, cashier: Uuid) -> Result<Option<shift::Model>, Fault> {
    let own = shift::Entity::find().filter(shift::Column::AccountId.eq(cashier));
    Ok(own.filter(shift::Column::ClosedAt.is_null()).one(db).await?)
}

/// The desk of the viewer's open shift; `None` without one.
pub async fn own_open_desk(app: &App, viewer: &Viewer) -> Result<Option<desk::Model>, Fault> {
    let Some(cashier) = viewer.account_id() else { return Ok(None) };
    let Some(row) = open_shift_of(app.db.read(), cashier).await? else { return Ok(None) };
    Ok(desk::Entity::find_by_id(row.desk_id).one(app.db.read()).await?)
}
