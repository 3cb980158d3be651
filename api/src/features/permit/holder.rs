//! Who holds papers.

use std::collections::HashMap;

use async_graphql::{Error, ID};
use domain::permit::Holder;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use ::entity::{Names, carrier, driver, vehicle};

use crate::features::carrier::sees_carrier;
use crate::graphql::{Gid, Kind, Viewer, error};
use crate::platform::Fault;

/// A holder with whose it is and what people call it.
#[derive(Clone, Debug)]
pub struct Held {
    pub carrier: Uuid,
    pub name: Names,
}

pub fn kind_of(holder: Holder) -> Kind {
    match holder {
        Holder::Carrier => Kind::Carrier,
        Holder::Vehicle => Kind::Vehicle,
        Holder::Driver => Kind::Driver,
    }
}

/// Those of the ids that are there.
pub async fn holders(db: &impl ConnectionTrait, holder: Holder, ids: &[Uuid]) -> Result<HashMap<Uuid, Held>, Fault> {
    let ids = ids.iter().copied();
    Ok(match holder {
        Holder::Carrier => {
            let rows = carrier::Entity::find().filter(carrier::Column::Id.is_in(ids)).all(db).await?;
            rows.into_iter().map(|row| (row.id, Held { carrier: row.id, name: row.name })).collect()
        }
        Holder::Vehicle => {
            let rows = vehicle::Entity::find().filter(vehicle::Column::Id.is_in(ids)).all(db).await?;
            let named = |row: vehicle::Model| Held {
                carrier: row.carrier_id,
                name: Names::same(format!("{} {}", row.make, row.plate)),
            };
            rows.into_iter().map(|row| (row.id, named(row))).collect()
        }
        Holder::Driver => {
            let rows = driver::Entity::find().filter(driver::Column::Id.is_in(ids)).all(db).await?;
            let named = |row: driver::Model| Held {
                carrier: row.carrier_id,
                name: Names::same(format!("{} {}", row.last_name, row.first_name)),
            };
            rows.into_iter().map(|row| (row.id, named(row))).collect()
        }
    })
}

/// The holder whose papers staff want to see or change: NOT_FOUND when it is not theirs.
pub async fn find_holder(db: &impl ConnectionTrait, viewer: &Viewer, holder: Holder, id: &ID) -> Result<Uuid, Error> {
    let id = Gid::find(kind_of(holder), id)?;
    check_holder(db, viewer, holder, id).await?;
    Ok(id)
}

pub async fn check_holder(db: &impl ConnectionTrait, viewer: &Viewer, holder: Holder, id: Uuid) -> Result<Held, Error> {
    let held = holders(db, holder, &[id]).await?.remove(&id);
    held.filter(|held| sees_carrier(viewer, held.carrier)).ok_or_else(error::not_found)
}
