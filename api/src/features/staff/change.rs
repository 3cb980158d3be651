//! What changes of staff have in common.

use std::collections::BTreeSet;

use async_graphql::{Error, ID, SimpleObject, Union};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};
use serde_json::{Value, json};
use uuid::Uuid;

use ::entity::{account, carrier, desk, role};

use crate::app::App;
use crate::features::network::Network;
use crate::graphql::{ChangedMeanwhile, FieldError, Gid, InvalidInput, Kind, Viewer, error};
use crate::platform::Fault;

use super::types::StaffMember;
use super::{ADMINISTRATOR, CARRIER_REPRESENTATIVE, access};

/// The person as they are now.
#[derive(SimpleObject)]
pub struct StaffChanged {
    pub member: StaffMember,
}

#[derive(Union)]
pub enum ChangeStaffResult {
    Changed(StaffChanged),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

impl ChangeStaffResult {
    pub fn changed(row: account::Model) -> Self {
        ChangeStaffResult::Changed(StaffChanged { member: StaffMember(row) })
    }

    pub fn invalid(viewer: &Viewer, path: &str, code: &str) -> Self {
        ChangeStaffResult::InvalidInput(InvalidInput::one(viewer.language, path, code))
    }
}

/// One of those who work here, locked; NOT_FOUND for anybody else. Changes of staff come one after the other: two
/// administrators who block each other at once must not leave the station without one.
pub async fn lock_member(tx: &DatabaseTransaction, id: &ID) -> Result<account::Model, Error> {
    let id = Gid::find(Kind::Account, id)?;
    role::Entity::find_by_id(ADMINISTRATOR).lock_exclusive().one(tx).await.map_err(Fault::from)?;
    let row = account::Entity::find_by_id(id).lock_exclusive().one(tx).await.map_err(Fault::from)?;
    row.filter(|row| row.role.is_some() && row.deleted_at.is_none()).ok_or_else(error::not_found)
}

/// Name, role and carrier as they were given, checked.
pub struct Place {
    pub first_name: String,
    pub last_name: String,
    pub role: String,
    pub carrier_id: Option<Uuid>,
    pub ties: Ties,
}

/// Where alone somebody works; each once.
#[derive(Default)]
pub struct Ties {
    /// None: at all.
    pub stations: Vec<Uuid>,
    /// None: at all of the stations.
    pub desks: Vec<Uuid>,
}

impl Ties {
    pub async fn of(db: &impl ConnectionTrait, account: Uuid) -> Result<Self, Fault> {
        Ok(Ties { stations: access::stations_of(db, account).await?, desks: access::desks_of(db, account).await? })
    }
}

/// All errors at once, each with the path of its field.
pub async fn check_place(
    app: &App,
    viewer: &Viewer,
    names: (&str, &str),
    role: &str,
    carrier: Option<&ID>,
    (stations, desks): (&[ID], &[ID]),
) -> Result<Result<Place, Vec<FieldError>>, Error> {
    let mut errors = Vec::new();
    let mut wrong = |path: &str, code: &str| errors.push(FieldError::new(viewer.language, path, code, &[]));
    for (path, name) in [("firstName", names.0), ("lastName", names.1)] {
        match name.trim().chars().count() {
            0 => wrong(path, "REQUIRED"),
            1..=60 => {}
            _ => wrong(path, "TOO_LONG"),
        }
    }
    let known = role::Entity::find_by_id(role).one(app.db.read()).await.map_err(Fault::from)?;
    if known.is_none() {
        wrong("role", "NO_SUCH_ROLE");
    }
    let carrier_id = carrier.and_then(|id| Gid::read(Kind::Carrier, id));
    let exists = match carrier_id {
        Some(id) => carrier::Entity::find_by_id(id).one(app.db.read()).await.map_err(Fault::from)?.is_some(),
        None => false,
    };
    if carrier.is_some() && !exists {
        wrong("carrierId", "NO_SUCH_CARRIER");
    } else if role == CARRIER_REPRESENTATIVE && carrier.is_none() {
        wrong("carrierId", "CARRIER_OF_REPRESENTATIVE");
    }
    let network = app.network.get(app).await?;
    let named = stations.iter().map(|id| Gid::read(Kind::Stop, id).filter(|id| is_station(&network, *id)));
    let stations: Option<BTreeSet<Uuid>> = named.collect();
    if stations.is_none() {
        wrong("stationIds", "NO_SUCH_STATION");
    }
    let named: Option<BTreeSet<Uuid>> = desks.iter().map(|id| Gid::read(Kind::Desk, id)).collect();
    let desks = desk::Entity::find().filter(desk::Column::Id.is_in(named.iter().flatten().copied()));
    let desks = desks.all(app.db.read()).await.map_err(Fault::from)?;
    let works_at = |one: &desk::Model| stations.iter().all(|tied| tied.is_empty() || tied.contains(&one.stop_id));
    if named.is_none_or(|named| named.len() != desks.len()) {
        wrong("deskIds", "NO_SUCH_DESK");
    } else if !desks.iter().all(works_at) {
        wrong("deskIds", "DESK_ELSEWHERE");
    }
    if !errors.is_empty() {
        return Ok(Err(errors));
    }
    let text = |name: &str| name.trim().to_owned();
    Ok(Ok(Place {
        first_name: text(names.0),
        last_name: text(names.1),
        role: role.to_owned(),
        carrier_id,
        ties: Ties {
            stations: stations.into_iter().flatten().collect(),
            desks: desks.into_iter().map(|one| one.id).collect(),
        },
    }))
}

/// A platform is of its station, which is what somebody works at.
fn is_station(network: &Network, id: Uuid) -> bool {
    network.stop(id).is_some_and(|stop| stop.parent.is_none())
}

/// The same with the stations and desks somebody is tied to.
pub fn facts_with(row: &account::Model, ties: &Ties) -> Value {
    let mut facts = facts(row);
    facts["stationIds"] = ties.stations.iter().map(|id| Gid::of(Kind::Stop, *id).to_string()).collect();
    facts["deskIds"] = ties.desks.iter().map(|id| Gid::of(Kind::Desk, *id).to_string()).collect();
    facts
}

/// What the audit log keeps of a person.
pub fn facts(row: &account::Model) -> Value {
    json!({
        "firstName": row.first_name, "lastName": row.last_name, "email": row.email, "role": row.role,
        "carrierId": row.carrier_id.map(|id| Gid::of(Kind::Carrier, id).to_string()), "blocked": row.blocked_at.is_some(), "invited": row.invited_at.is_some(),
    })
}

/// Whether the station would be left without an administrator who can sign in.
pub async fn leaves_none(tx: &DatabaseTransaction, row: &account::Model) -> Result<bool, Fault> {
    Ok(row.role.as_deref() == Some(ADMINISTRATOR) && !access::another_administrator(tx, row.id).await?)
}
