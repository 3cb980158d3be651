//! Photos are kept in the database: a village station has nothing else, and a copy of the database is a copy of all.

use async_graphql::ID;
use domain::media::picture_type;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};

use ::entity::{photo, vehicle};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::carrier::sees_carrier;
use crate::graphql::{Gid, Kind, Permission, Viewer};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::types::Photo;

/// The largest photo that is taken.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;
const MOST: u64 = 8;

/// What became of a photo that somebody sent.
pub enum Added {
    Photo(Photo),
    /// Nobody is signed in, or without the right.
    Forbidden,
    /// There is no such vehicle for them.
    NotFound,
    /// Neither JPEG, PNG nor WebP.
    NotAPicture,
    /// The vehicle has enough.
    TooMany,
}

/// Adds a photo to a vehicle.
pub async fn add_photo(app: &App, viewer: &Viewer, vehicle: &str, bytes: &[u8]) -> Result<Added, Fault> {
    if !viewer.can(Permission::ManageFleet) {
        return Ok(Added::Forbidden);
    }
    let Some(id) = Gid::read(Kind::Vehicle, vehicle) else { return Ok(Added::NotFound) };
    let Some(content_type) = picture_type(bytes) else { return Ok(Added::NotAPicture) };
    let tx = app.db.begin().await?;
    let row = vehicle::Entity::find_by_id(id).lock_exclusive().one(&tx).await?;
    if !row.is_some_and(|row| sees_carrier(viewer, row.carrier_id)) {
        return Ok(tx.give_up(Added::NotFound).await?);
    }
    if photo::Entity::find().filter(photo::Column::VehicleId.eq(id)).count(&tx).await? >= MOST {
        return Ok(tx.give_up(Added::TooMany).await?);
    }
    let row = photo::Model {
        id: app.ids.new(),
        vehicle_id: id,
        content_type: content_type.to_owned(),
        bytes: bytes.to_vec(),
        made_at: app.clock.now(),
    };
    let photo = Photo::new(row.id);
    upsert::<photo::Entity>(&tx, vec![row]).await?;
    audit_change(app, &tx, viewer, "ADD_PHOTO", &format!("vehicle:{id}"), Change::none()).await?;
    tx.commit().await?;
    Ok(Added::Photo(photo))
}

/// A photo by its id, with its kind.
pub async fn find_photo(app: &App, id: &str) -> Result<Option<(String, Vec<u8>)>, Fault> {
    let Some(id) = Gid::read(Kind::Photo, &ID::from(id)) else { return Ok(None) };
    let row = photo::Entity::find_by_id(id).one(app.db.read()).await?;
    Ok(row.map(|row| (row.content_type, row.bytes)))
}
