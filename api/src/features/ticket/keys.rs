use axum::Json;
use axum::extract::State;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::ticket_code::key_id;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use ::entity::ticket;

use crate::app::App;

/// The keys that validators accept: id and public key, the present one first.
pub fn public_keys(app: &App) -> Vec<(String, String)> {
    let hex = |id: [u8; 4]| id.iter().map(|byte| format!("{byte:02x}")).collect();
    app.ticket_keys.iter().map(|key| (hex(key_id(key)), URL_SAFE_NO_PAD.encode(key.as_bytes()))).collect()
}

/// `GET /.well-known/beket-ticket-keys.json`: public keys, and the numbers of tickets that were given back and whose
/// code would still read as valid.
pub async fn well_known(State(app): State<App>) -> Result<Json<serde_json::Value>, axum::http::StatusCode> {
    let since = app.clock.now() - chrono::TimeDelta::days(70);
    let revoked: Result<Vec<String>, _> = ticket::Entity::find()
        .select_only()
        .column(ticket::Column::Number)
        .filter(ticket::Column::VoidAt.gt(since))
        .into_tuple()
        .all(app.db.read())
        .await;
    let revoked = revoked.map_err(|error| {
        tracing::error!(%error, "the list of revoked tickets could not be read");
        axum::http::StatusCode::SERVICE_UNAVAILABLE
    })?;
    let keys: Vec<_> = public_keys(&app)
        .into_iter()
        .map(|(id, key)| serde_json::json!({ "id": id, "algorithm": "Ed25519", "publicKey": key }))
        .collect();
    Ok(Json(serde_json::json!({ "keys": keys, "revoked": revoked, "generatedAt": app.clock.now() })))
}
