pub mod feed;
mod generate_trips;
mod import_gtfs;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use api::app::App;
use api::features::network::{
    ImportError, ImportGtfs, ImportReport, Network, TripView, generate_trips, import_gtfs, trip_views,
};
use chrono::NaiveDate;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

/// A file or folder of the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

pub async fn try_import(app: &App, path: &Path, force: bool) -> Result<ImportReport, ImportError> {
    let input = ImportGtfs { path: path.to_owned(), feed: Some("test".into()), force };
    import_gtfs(app, &input, Arc::new(|_: &str| {})).await
}

pub async fn import(app: &App, path: &Path) -> ImportReport {
    try_import(app, path, false).await.unwrap()
}

pub async fn generate(app: &App, days: u32) -> u64 {
    generate_trips(app, days, &|_: &str| {}).await.unwrap()
}

pub async fn network(app: &App) -> Arc<Network> {
    app.network.get(app).await.unwrap()
}

pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Trips of a service date in order of departure.
pub async fn trips_on(app: &App, day: &str) -> Vec<Arc<TripView>> {
    let rows = entity::trip::Entity::find()
        .filter(entity::trip::Column::ServiceDate.eq(date(day)))
        .order_by_asc(entity::trip::Column::DepartsAt)
        .all(app.db.read())
        .await
        .unwrap();
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let mut views = trip_views(app, &ids).await.unwrap();
    ids.iter().map(|id| views.remove(id).unwrap()).collect()
}

/// Local departure and arrival times of each call, by the clocks of its stop.
pub fn local_times(view: &TripView) -> Vec<(String, String)> {
    let show = |at: chrono::DateTime<chrono::Utc>, call: &api::features::network::Call| {
        at.with_timezone(&call.stop.zone).format("%m-%d %H:%M").to_string()
    };
    view.calls.iter().map(|call| (show(call.arrival, call), show(call.departure, call))).collect()
}
