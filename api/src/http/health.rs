use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use sea_orm::ConnectionTrait;

use super::serve::Web;

/// `GET /health`: 200 while the database answers; the bus and the timetable are told besides.
pub async fn health(State(web): State<Web>) -> (StatusCode, Json<serde_json::Value>) {
    let app = &web.app;
    let database = app.db.read().execute_unprepared("SELECT 1").await.is_ok();
    let bus = app.bus.healthy().await;
    let timetable = database && app.network.get(app).await.is_ok();
    let status = if database && timetable { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let body = serde_json::json!({
        "status": if status == StatusCode::OK { "ok" } else { "unavailable" },
        "database": database,
        "bus": bus,
        "timetable": timetable,
        "version": env!("CARGO_PKG_VERSION"),
        "time": app.clock.now(),
    });
    (status, Json(body))
}
