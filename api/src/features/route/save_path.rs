use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use domain::path::{PathStop, problems};
use serde_json::{Value, json};
use uuid::Uuid;

use ::entity::path;

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::departure::{follow_path, runs_along};
use crate::features::network::{Network, begin_change, finish_change};
use crate::graphql::{Can, ChangedMeanwhile, Form, Gid, InvalidInput, Kind, Permission, app, error, viewer};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::access::{find_path, find_route, may_change};
use super::record::PathRecord;

/// A stop of a way; see the fields of `PathCall`.
#[derive(InputObject, Clone)]
pub struct PathStopInput {
    /// A station, a stop in the street or a border point; platforms are chosen with the departure.
    pub stop_id: ID,
    /// Minutes after the departure from the first stop.
    pub arrives: i32,
    /// Minutes after the departure from the first stop.
    pub departs: i32,
    pub boarding: bool,
    pub alighting: bool,
    /// From the first stop.
    pub metres: Option<i32>,
    /// 1 to 99: between two stops with the same number nobody is carried.
    pub cabotage: Option<i32>,
}

#[derive(InputObject)]
pub struct SavePathInput {
    /// Of the way that is changed; without it a new one is made.
    pub id: Option<ID>,
    /// As it was read, with `id`: a change on top of somebody else's is refused.
    pub version: Option<i32>,
    /// Whose; a way stays with its line.
    pub route_id: ID,
    pub stops: Vec<PathStopInput>,
    /// False: out of use; refused while departures run along it.
    #[graphql(default = true)]
    pub active: bool,
}

/// The way as it is now.
#[derive(SimpleObject)]
pub struct PathSaved {
    pub path: PathRecord,
    /// Trips with sales along it that stay as they were sold.
    pub kept_trips: i32,
}

#[derive(Union)]
pub enum SavePathResult {
    Saved(PathSaved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

#[derive(Default)]
pub struct SavePath;

#[Object]
impl SavePath {
    /// Staff: a new way of a line, or a change of one. Departures along it follow: their trips without sales at once,
    /// those with sales stay as they were sold.
    #[graphql(guard = "Can(Permission::ManageTimetable)", complexity = "20 + child_complexity")]
    async fn save_path(&self, ctx: &Context<'_>, input: SavePathInput) -> Result<SavePathResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        may_change(viewer)?;
        let tx = begin_change(app).await.map_err(Fault::from)?;
        let route = find_route(&tx, viewer, &input.route_id).await?;
        let before = match &input.id {
            Some(id) => {
                let (path, of) = find_path(&tx, viewer, id).await?;
                Some(if of.id == route.id { path } else { return Err(error::not_found()) })
            }
            None => None,
        };
        if before.as_ref().is_some_and(|row| input.version.map(i64::from) != Some(row.version)) {
            let answer = SavePathResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let mut form = Form::new(viewer.language);
        let stops = read(app, &mut form, &input.stops).await?;
        if let Some(before) = before.as_ref().filter(|before| before.active && !input.active) {
            let departures = runs_along(&*tx, before.id).await?;
            if departures > 0 {
                form.wrong_with("active", "PATH_IN_USE", &[("count", &departures.to_string())]);
            }
        }
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(SavePathResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        let network = app.network.get(app).await?;
        let row = path::Model {
            id: before.as_ref().map_or_else(|| app.ids.new(), |before| before.id),
            route_id: route.id,
            stops: serde_json::to_string(&stops).map_err(Fault::from)?,
            active: input.active,
            version: before.as_ref().map_or(1, |before| before.version + 1),
        };
        let change = Change::saved(before.as_ref().map(|before| facts(&network, before)), facts(&network, &row));
        upsert::<path::Entity>(&tx, vec![row.clone()]).await.map_err(Fault::from)?;
        let trips = follow_path(app, &tx, &route, &row).await?;
        audit_change(app, &tx, viewer, "SAVE_PATH", &format!("route:{}", route.id), change).await?;
        finish_change(app, tx).await.map_err(Fault::from)?;
        let kept_trips = i32::try_from(trips.kept).unwrap_or(i32::MAX);
        Ok(SavePathResult::Saved(PathSaved { path: PathRecord(row), kept_trips }))
    }
}

async fn read(app: &App, form: &mut Form, input: &[PathStopInput]) -> Result<Vec<PathStop>, Fault> {
    let network = app.network.get(app).await?;
    let mut stops = Vec::with_capacity(input.len());
    for (index, call) in input.iter().enumerate() {
        let stop = Gid::read(Kind::Stop, &call.stop_id).and_then(|id| network.stop(id));
        match stop {
            None => form.wrong(format!("stops.{index}.stopId"), "NO_SUCH_STOP"),
            Some(stop) if stop.parent.is_some() => form.wrong(format!("stops.{index}.stopId"), "NOT_A_PLATFORM"),
            Some(stop) if !stop.active => form.wrong(format!("stops.{index}.stopId"), "STATION_NOT_IN_USE"),
            Some(_) => {}
        }
        let cabotage = call.cabotage.map(|zone| u8::try_from(zone).ok().filter(|zone| (1..=99).contains(zone)));
        if cabotage == Some(None) {
            form.wrong_with(format!("stops.{index}.cabotage"), "BETWEEN", &[("least", "1"), ("most", "99")]);
        }
        stops.push(PathStop {
            stop: stop.map_or(Uuid::from_u128(index as u128), |stop| stop.id),
            arrives: call.arrives,
            departs: call.departs,
            boarding: call.boarding,
            alighting: call.alighting,
            metres: call.metres,
            cabotage: cabotage.flatten(),
        });
    }
    for problem in problems(&stops) {
        let path = match problem.field {
            "" => "stops".to_owned(),
            field => format!("stops.{}.{field}", problem.index),
        };
        form.wrong(path, problem.code);
    }
    Ok(stops)
}

fn facts(network: &Network, row: &path::Model) -> Value {
    let stops: Vec<PathStop> = serde_json::from_str(&row.stops).unwrap_or_default();
    let told = |call: &PathStop| {
        let name = network.stop(call.stop).map_or("", |stop| stop.names.ru.as_str());
        let clock = |minutes: i32| format!("{}:{:02}", minutes / 60, minutes % 60);
        let km = call.metres.map_or_else(String::new, |metres| format!(", {} km", f64::from(metres) / 1_000.0));
        let barred = match (call.boarding, call.alighting) {
            (true, false) => " ↑",
            (false, true) => " ↓",
            _ => "",
        };
        let cabotage = call.cabotage.map_or_else(String::new, |zone| format!(" [{zone}]"));
        format!("{name} {}–{}{km}{barred}{cabotage}", clock(call.arrives), clock(call.departs))
    };
    json!({ "stops": stops.iter().map(told).collect::<Vec<_>>(), "active": row.active })
}
