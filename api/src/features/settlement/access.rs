//! Which settlements staff see: all, or, who represents a carrier, those of their own that were approved.

use async_graphql::{Error, ID};
use domain::carrier_settlement::State;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait};

use ::entity::settlement::{Column, Entity, Model};

use crate::features::carrier::sees_carrier;
use crate::graphql::{Gid, Kind, Permission, Viewer, error};
use crate::platform::Fault;

/// The settlements that the viewer may see.
pub fn seen(viewer: &Viewer) -> Condition {
    let mut all = Condition::all();
    if let Some(own) = viewer.only_carrier() {
        all = all.add(Column::CarrierId.eq(own));
    }
    if !viewer.can(Permission::ManageSettlements) {
        all = all.add(Column::State.ne(State::Draft.code()));
    }
    all
}

/// A settlement that the viewer may see; NOT_FOUND otherwise.
pub async fn find_settlement(db: &impl ConnectionTrait, viewer: &Viewer, id: &ID) -> Result<Model, Error> {
    let id = Gid::find(Kind::Settlement, id)?;
    let row = Entity::find_by_id(id).one(db).await.map_err(Fault::from)?.ok_or_else(error::not_found)?;
    let open = viewer.can(Permission::ManageSettlements) || row.state != State::Draft.code();
    if open && sees_carrier(viewer, row.carrier_id) { Ok(row) } else { Err(error::not_found()) }
}
