//! Sending a version to a destination, again and again until it is taken.

use reqwest::header::{CONTENT_TYPE, HeaderName};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use ::entity::{manifest, manifest_delivery, manifest_destination};

use crate::app::App;
use crate::features::network::{TripView, trip_view};
use crate::platform::Fault;
use crate::platform::jobs::{JobError, MAX_ATTEMPTS};
use crate::platform::secrets::mac;

use super::content::open;
use super::destination::{ExchangeFormat, destinations_of};
use super::exchange::body;

/// The kind of job that sends one.
pub const SEND_MANIFEST: &str = "send_manifest";

#[derive(Serialize, Deserialize)]
struct ToSend {
    delivery: Uuid,
}

/// Promises the version to everybody who is to have it and has not been promised it.
pub async fn promise(app: &App, tx: &DatabaseTransaction, row: &manifest::Model, trip: &TripView) -> Result<(), Fault> {
    let there =
        manifest_delivery::Entity::find().filter(manifest_delivery::Column::ManifestId.eq(row.id)).all(tx).await?;
    for destination in destinations_of(tx, trip).await? {
        if there.iter().any(|delivery| delivery.destination_id == destination.id) {
            continue;
        }
        let id = app.ids.new();
        let delivery = manifest_delivery::ActiveModel {
            id: Set(id),
            manifest_id: Set(row.id),
            destination_id: Set(destination.id),
            state: Set("WAITING".into()),
            attempts: Set(0),
            last_status: Set(None),
            last_error: Set(None),
            created_at: Set(app.clock.now()),
            delivered_at: Set(None),
        };
        manifest_delivery::Entity::insert(delivery).exec_without_returning(tx).await?;
        promise_sending(app, tx, id, 0).await?;
    }
    Ok(())
}

/// `attempts` that were made before: a job for each time somebody wants it to be sent.
pub async fn promise_sending(app: &App, tx: &DatabaseTransaction, id: Uuid, attempts: i32) -> Result<(), Fault> {
    let payload = serde_json::to_value(ToSend { delivery: id })?;
    app.jobs.promise(tx, SEND_MANIFEST, &format!("{id}:{attempts}"), payload, app.clock.now()).await
}

/// Does the job. A receiver that has taken the same delivery before answers as it did then.
pub async fn deliver(app: &App, payload: &serde_json::Value, attempt: i32) -> Result<(), JobError> {
    let ToSend { delivery } = serde_json::from_value(payload.clone()).map_err(|e| JobError::Fatal(e.to_string()))?;
    let lost = |what: &str| JobError::Fatal(format!("a delivery has lost its {what}"));
    let db = app.db.read();
    let delivery = manifest_delivery::Entity::find_by_id(delivery)
        .one(db)
        .await
        .map_err(Fault::from)?
        .ok_or_else(|| lost("row"))?;
    if delivery.state == "DELIVERED" {
        return Ok(());
    }
    let destination =
        manifest_destination::Entity::find_by_id(delivery.destination_id).one(db).await.map_err(Fault::from)?;
    let destination = destination.ok_or_else(|| lost("destination"))?;
    let row = manifest::Entity::find_by_id(delivery.manifest_id).one(db).await.map_err(Fault::from)?;
    let row = row.ok_or_else(|| lost("manifest"))?;
    let trip = trip_view(app, row.trip_id).await?.ok_or_else(|| lost("trip"))?;
    let entries = open(app, &row)?;
    let (mime, text) = body(ExchangeFormat::parse(&destination.format), &row, &trip, &entries);
    let told = send(app, &destination, delivery.id, mime, text).await?;
    let last = matches!(told, Told::Refused(..)) || (attempt >= MAX_ATTEMPTS && !matches!(told, Told::Taken(_)));
    let (state, status, words) = match &told {
        Told::Taken(status) => ("DELIVERED", Some(*status), None),
        Told::Refused(status) => ("FAILED", Some(*status), Some(format!("refused with {status}"))),
        Told::Unclear(status, words) => (if last { "FAILED" } else { "WAITING" }, *status, Some(words.clone())),
    };
    let after = manifest_delivery::ActiveModel {
        id: Set(delivery.id),
        state: Set(state.into()),
        attempts: Set(delivery.attempts + 1),
        last_status: Set(status.map(i32::from)),
        last_error: Set(words.clone()),
        delivered_at: Set((state == "DELIVERED").then(|| app.clock.now())),
        ..Default::default()
    };
    manifest_delivery::Entity::update(after).exec(&app.db.once()).await.map_err(Fault::from)?;
    match told {
        Told::Taken(_) => Ok(()),
        Told::Refused(_) => Err(JobError::Fatal(words.unwrap_or_default())),
        Told::Unclear(..) => Err(JobError::Retry(words.unwrap_or_default())),
    }
}

enum Told {
    Taken(u16),
    /// The same would be refused again: somebody has to look at it.
    Refused(u16),
    /// Worth another try.
    Unclear(Option<u16>, String),
}

async fn send(
    app: &App,
    destination: &manifest_destination::Model,
    id: Uuid,
    mime: &str,
    text: String,
) -> Result<Told, JobError> {
    let secret = app.secrets.open(destination.id, &destination.secret)?;
    let at = app.clock.now().timestamp();
    let signature = mac(secret.as_bytes(), format!("{at}.{text}").as_bytes());
    let signature: String = signature.iter().map(|byte| format!("{byte:02x}")).collect();
    let request = app
        .client
        .post(&destination.url)
        .header(CONTENT_TYPE, mime)
        .header(HeaderName::from_static("beket-delivery"), id.to_string())
        .header(HeaderName::from_static("beket-signature"), format!("t={at},v1={signature}"))
        .body(text);
    Ok(match request.send().await {
        Ok(answer) => {
            let status = answer.status();
            match status.as_u16() {
                code if status.is_success() => Told::Taken(code),
                // The server is busy, or asks to come again.
                code @ (408 | 425 | 429) => Told::Unclear(Some(code), format!("answered {code}")),
                code if status.is_client_error() || status.is_redirection() => Told::Refused(code),
                code => Told::Unclear(Some(code), format!("answered {code}")),
            }
        }
        // The address may hold a key: it is not for the log.
        Err(error) => {
            let words = if error.is_timeout() { "did not answer in time" } else { "could not be reached" };
            Told::Unclear(None, words.to_owned())
        }
    })
}
