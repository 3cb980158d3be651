//! What changes of towns, stations and platforms have in common.

use sea_orm::{ConnectionTrait, EntityTrait};
use serde_json::{Value, json};
use uuid::Uuid;

use ::entity::{Names, place, stop};

use crate::app::App;
use crate::features::network::OFFICE;
use crate::features::site::HOME_ZONE;
use crate::graphql::Form;
use crate::platform::Fault;

/// A point of the map, checked at `latitude` and `longitude`.
pub fn read_point(form: &mut Form, latitude: f64, longitude: f64) {
    if !(-90.0..=90.0).contains(&latitude) {
        form.wrong_with("latitude", "COORDINATE", &[("least", "−90"), ("most", "90")]);
    }
    if !(-180.0..=180.0).contains(&longitude) {
        form.wrong_with("longitude", "COORDINATE", &[("least", "−180"), ("most", "180")]);
    }
    // Feeds write that where they do not know.
    if (latitude, longitude) == (0.0, 0.0) {
        form.wrong("latitude", "COORDINATES_ZERO");
    }
}

/// Recurring departures that call at a stop or a platform of it.
pub async fn calls_of(app: &App, stop: Uuid) -> Result<usize, Fault> {
    let network = app.network.get(app).await?;
    Ok(network.stop(stop).map_or(0, |stop| network.calls_of(stop)))
}

/// What the timetable uses stays in use.
pub fn read_active(form: &mut Form, row: &mut stop::Model, active: bool, calls: usize) {
    if row.active && !active && calls > 0 {
        form.wrong_with("active", "STOP_IN_USE", &[("count", &calls.to_string())]);
    }
    row.active = active;
}

/// Nothing but what every stop of the office has.
pub fn new_stop(id: Uuid) -> stop::Model {
    stop::Model {
        id,
        feed: OFFICE.to_owned(),
        code: String::new(),
        name: Names::default(),
        kind: "STATION".to_owned(),
        place_id: None,
        parent_id: None,
        time_zone: HOME_ZONE.name().to_owned(),
        platform: None,
        zones: json!([]),
        latitude: 0.0,
        longitude: 0.0,
        active: true,
        edited_at: None,
        version: 1,
        phone: None,
        address: None,
        opening_hours: None,
    }
}

/// What the audit log keeps of a station: its town by name, for whoever reads it when the town may be gone.
pub async fn station_facts(db: &impl ConnectionTrait, row: &stop::Model) -> Result<Value, Fault> {
    let address = row.address.clone().unwrap_or_default();
    let town = match row.place_id {
        Some(id) => place::Entity::find_by_id(id).one(db).await?.map(|town| town.name.ru),
        None => None,
    };
    Ok(json!({
        "code": row.code, "nameRu": row.name.ru, "nameKy": row.name.ky, "nameEn": row.name.en, "stationKind": row.kind,
        "town": town, "timeZone": row.time_zone, "latitude": row.latitude, "longitude": row.longitude,
        "phone": row.phone, "addressRu": address.ru, "addressKy": address.ky, "addressEn": address.en,
        "openingHours": row.opening_hours, "active": row.active,
    }))
}
