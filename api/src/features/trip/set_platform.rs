use std::collections::BTreeMap;

use async_graphql::{Context, ID, InputObject, Object, Result};
use sea_orm::{EntityTrait, QuerySelect, Set};
use serde_json::json;

use ::entity::trip;

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::network::{TripState, TripView};
use crate::features::notification::platform_changed;
use crate::graphql::{Can, InvalidInput, Permission, Viewer, app, viewer};
use crate::platform::Fault;

use super::access::{staff_trip, works_at};
use super::change::{ChangeTripResult, changed, travellers};

/// Letters of a sign.
const LONGEST: usize = 12;

#[derive(InputObject)]
pub struct SetPlatformInput {
    pub trip_id: ID,
    /// Sequence of the call.
    pub call: i32,
    /// What is written on the platform's sign; null: as planned.
    pub platform: Option<String>,
    /// Tell everybody who gets on there by mail and SMS.
    #[graphql(default = true)]
    pub notify: bool,
}

#[derive(Default)]
pub struct SetPlatform;

#[Object]
impl SetPlatform {
    /// Staff: at one of its stops the trip uses another platform than planned. Boards, tickets and the pages of orders show
    /// it at once, and those who get on there are told. Where the station has platforms it is one of them.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "20 + child_complexity")]
    async fn set_platform(&self, ctx: &Context<'_>, input: SetPlatformInput) -> Result<ChangeTripResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let view = staff_trip(app, viewer, &input.trip_id).await?;
        set_platform(app, viewer, &view, input.call, input.platform, input.notify).await
    }
}

/// The use case, for one trip or for each of many.
pub async fn set_platform(
    app: &App,
    viewer: &Viewer,
    view: &TripView,
    at: i32,
    platform: Option<String>,
    notify: bool,
) -> Result<ChangeTripResult> {
    let invalid = |path, code| Ok(ChangeTripResult::InvalidInput(InvalidInput::one(viewer.language, path, code)));
    let Some(call) = view.call(at) else { return invalid("call", "NO_SUCH_CALL") };
    if !works_at(viewer, call) {
        return invalid("call", "OTHER_STATION");
    }
    if matches!(view.state, TripState::Cancelled | TripState::Arrived) {
        return invalid("tripId", "TRIP_OVER");
    }
    let sign = platform.as_deref().map(str::trim).filter(|sign| !sign.is_empty()).map(str::to_owned);
    let network = app.network.get(app).await?;
    let there = network.signs_at(&call.stop);
    if let Some(sign) = &sign {
        if sign.chars().count() > LONGEST {
            return invalid("platform", "TOO_LONG");
        }
        if !there.is_empty() && !there.contains(sign) {
            return invalid("platform", "NO_SUCH_PLATFORM");
        }
    }
    let tx = app.db.begin().await.map_err(Fault::from)?;
    // Another call's platform may be set at the same time.
    let row = trip::Entity::find_by_id(view.id).lock_exclusive().one(&tx).await.map_err(Fault::from)?;
    let row = row.ok_or_else(|| Fault::new("a trip vanished"))?;
    let mut signs: BTreeMap<i32, String> = match row.platforms {
        Some(signs) => serde_json::from_value(signs).map_err(Fault::from)?,
        None => BTreeMap::new(),
    };
    let planned = call.stop.platform.clone();
    let before = signs.get(&at).cloned().or_else(|| planned.clone());
    match sign.filter(|sign| Some(sign) != planned.as_ref()) {
        Some(sign) => signs.insert(at, sign),
        None => signs.remove(&at),
    };
    let after = signs.get(&at).cloned().or(planned);
    let platforms = (!signs.is_empty()).then(|| serde_json::to_value(&signs)).transpose().map_err(Fault::from)?;
    let set = trip::ActiveModel { id: Set(view.id), platforms: Set(platforms), ..Default::default() };
    trip::Entity::update(set).exec(&tx).await.map_err(Fault::from)?;
    let mut messages = 0;
    if let Some(sign) = after.as_deref().filter(|_| notify && before != after) {
        let mut there = travellers(&*tx, view.id).await?;
        there.retain(|one| one.from_call == at);
        messages = platform_changed(app, &tx, view, &there, sign).await?;
    }
    let change = Change::of(
        json!({ "stop": call.stop.names.ru, "platform": before }),
        json!({ "stop": call.stop.names.ru, "platform": after }),
    );
    audit_change(app, &tx, viewer, "SET_PLATFORM", &format!("trip:{}", view.id), change).await?;
    tx.commit().await.map_err(Fault::from)?;
    app.jobs.wake();
    changed(app, view.id, messages, 0).await
}
