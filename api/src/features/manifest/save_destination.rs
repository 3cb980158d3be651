use async_graphql::{Context, ID, InputObject, Object, Result};

use ::entity::manifest_destination;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, ChangedMeanwhile, Form, Gid, Kind, Permission, app, viewer};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::access::{find_destination, sees_destination};
use super::destination::{DestinationSaved, ExchangeFormat, ManifestDestination, SaveDestinationResult, facts};

/// A key of signatures is at least so long.
const SECRET: usize = 16;

#[derive(InputObject)]
pub struct SaveDestinationInput {
    /// Of the destination that is changed; without it a new one is made.
    pub id: Option<ID>,
    /// As it was read, with `id`.
    pub version: Option<i64>,
    pub name: String,
    /// Begins with `https://` or `http://`.
    pub url: String,
    pub format: ExchangeFormat,
    /// The key of its signatures, at least 16 characters; left out: the present one stays. It is never shown again.
    pub secret: Option<String>,
    /// Only this carrier's trips.
    pub carrier_id: Option<ID>,
    /// Only trips that call at this station.
    pub station_id: Option<ID>,
    /// False: nothing more is sent there.
    pub active: bool,
}

#[derive(Default)]
pub struct SaveDestination;

#[Object]
impl SaveDestination {
    /// Staff: who is sent manifests at departure, where and how.
    #[graphql(guard = "Can(Permission::ManageExchange)", complexity = "20 + child_complexity")]
    async fn save_destination(&self, ctx: &Context<'_>, input: SaveDestinationInput) -> Result<SaveDestinationResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let network = app.network.get(app).await?;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let before = match &input.id {
            Some(id) => Some(find_destination(&*tx, viewer, id).await?),
            None => None,
        };
        if before.as_ref().is_some_and(|row| input.version != Some(row.version)) {
            let answer = SaveDestinationResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let mut form = Form::new(viewer.language);
        let id = before.as_ref().map_or_else(|| app.ids.new(), |row| row.id);
        let secret = match input.secret.as_deref().map(str::trim).filter(|secret| !secret.is_empty()) {
            Some(secret) => {
                if !(SECRET..=200).contains(&secret.chars().count()) {
                    form.wrong("secret", "SECRET_LENGTH");
                }
                app.secrets.seal(&app.ids, id, secret)?
            }
            None => before.as_ref().map(|row| row.secret.clone()).unwrap_or_else(|| {
                form.wrong("secret", "REQUIRED");
                Vec::new()
            }),
        };
        let carrier_id = input.carrier_id.as_ref().and_then(|id| Gid::read(Kind::Carrier, id));
        if input.carrier_id.is_some() && carrier_id.is_none_or(|id| network.carrier(id).is_none()) {
            form.wrong("carrierId", "UNKNOWN");
        }
        let stop_id = input.station_id.as_ref().and_then(|id| Gid::read(Kind::Stop, id));
        if input.station_id.is_some() && stop_id.is_none_or(|id| network.stop(id).is_none()) {
            form.wrong("stationId", "UNKNOWN");
        }
        let row = manifest_destination::Model {
            id,
            name: form.text("name", &input.name, 120),
            url: form.url("url", &input.url, 500),
            format: input.format.code().to_owned(),
            secret,
            carrier_id,
            stop_id,
            active: input.active,
            version: before.as_ref().map_or(1, |row| row.version + 1),
        };
        // Nobody makes one that they would not see afterwards.
        if viewer.only_carrier().is_some() && row.carrier_id != viewer.only_carrier() {
            form.wrong("carrierId", "OWN_CARRIER");
        } else if !sees_destination(viewer, &row) {
            form.wrong("stationId", "OWN_STATION");
        }
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(SaveDestinationResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        let change = Change::saved(before.as_ref().map(facts), facts(&row));
        upsert::<manifest_destination::Entity>(&tx, vec![row.clone()]).await.map_err(Fault::from)?;
        audit_change(app, &tx, viewer, "SAVE_DESTINATION", &format!("destination:{id}"), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(SaveDestinationResult::Saved(DestinationSaved { destination: ManifestDestination(row) }))
    }
}
