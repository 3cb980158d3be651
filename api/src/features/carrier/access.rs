//! Which carriers staff see: all, or the one they represent.

use async_graphql::{Error, ID};
use sea_orm::{ConnectionTrait, EntityTrait};
use uuid::Uuid;

use ::entity::carrier;

use crate::graphql::{Form, Gid, Kind, Viewer, error};
use crate::platform::Fault;

/// Whether the carrier is this member of staff's to see.
pub fn sees_carrier(viewer: &Viewer, carrier: Uuid) -> bool {
    viewer.only_carrier().is_none_or(|own| own == carrier)
}

/// A carrier that staff may see; NOT_FOUND otherwise.
pub async fn find_carrier(db: &impl ConnectionTrait, viewer: &Viewer, id: &ID) -> Result<carrier::Model, Error> {
    let id = Gid::find(Kind::Carrier, id)?;
    if !sees_carrier(viewer, id) {
        return Err(error::not_found());
    }
    let row = carrier::Entity::find_by_id(id).one(db).await.map_err(Fault::from)?;
    row.ok_or_else(error::not_found)
}

/// The carrier that was chosen in a form; where none was, the form says so with all else that is wrong.
pub async fn chosen_carrier(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    id: &ID,
    form: &mut Form,
) -> Result<Option<carrier::Model>, Error> {
    if id.is_empty() {
        form.wrong("carrierId", "REQUIRED");
        return Ok(None);
    }
    find_carrier(db, viewer, id).await.map(Some)
}
