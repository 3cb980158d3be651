use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use chrono_tz::Tz;
use domain::station::{BadOpening, Opening, check_openings};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;

use ::entity::{place, stop};

use crate::features::audit::{Change, audit_change};
use crate::features::network::{OFFICE, StopKind, begin_change, finish_change};
use crate::graphql::{Can, ChangedMeanwhile, Form, Gid, InvalidInput, Kind, Permission, ThreeNamesInput, app, viewer};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::access::{find_station, may_change, may_change_network};
use super::change::{calls_of, new_stop, read_active, read_point, station_facts};
use super::record::StationRecord;

/// When a station is open on a weekday, by its own clock.
#[derive(InputObject, Clone)]
pub struct OpeningHoursInput {
    /// 1 is Monday, 7 is Sunday.
    pub weekday: i32,
    /// Minutes after midnight, from 0 to 1439.
    pub opens: i32,
    /// Minutes after midnight, from 1 to 1440; earlier than it opens: on the next day.
    pub closes: i32,
}

#[derive(InputObject)]
pub struct SaveStationInput {
    /// Of the station that is changed; without it a new one is made.
    pub id: Option<ID>,
    /// As it was read, with `id`: a change on top of somebody else's is refused.
    pub version: Option<i32>,
    /// STATION, STOP or BORDER.
    pub kind: StopKind,
    /// Its town; none for a border point.
    pub place_id: Option<ID>,
    /// Short, at most 12 letters and digits; of a new station only.
    #[graphql(default)]
    pub code: String,
    pub names: ThreeNamesInput,
    /// IANA zone of the clock on its wall.
    pub time_zone: String,
    /// Degrees, WGS 84.
    pub latitude: f64,
    /// Degrees, WGS 84.
    pub longitude: f64,
    /// For passengers.
    pub phone: Option<String>,
    /// For passengers; without it there is none.
    pub address: Option<ThreeNamesInput>,
    /// A weekday that is left out is one on which it is closed; an empty list: not known. Around the clock is from 0 to
    /// 1440.
    #[graphql(default)]
    pub opening_hours: Vec<OpeningHoursInput>,
    /// False: out of use; refused while departures in the timetable use it.
    #[graphql(default = true)]
    pub active: bool,
}

/// The station as it is now.
#[derive(SimpleObject)]
pub struct StationSaved {
    pub station: StationRecord,
}

#[derive(Union)]
pub enum SaveStationResult {
    Saved(StationSaved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

#[derive(Default)]
pub struct SaveStation;

#[Object]
impl SaveStation {
    /// Staff: a new station, stop or border point, or a change of one; its platforms follow it to another town or time
    /// zone. From then on imports leave it alone.
    #[graphql(guard = "Can(Permission::ManageTimetable)", complexity = "20 + child_complexity")]
    async fn save_station(&self, ctx: &Context<'_>, input: SaveStationInput) -> Result<SaveStationResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        if input.id.is_some() { may_change(viewer) } else { may_change_network(viewer) }?;
        let tx = begin_change(app).await.map_err(Fault::from)?;
        let before = match &input.id {
            Some(id) => Some(find_station(&tx, viewer, id).await?),
            None => None,
        };
        if before.as_ref().is_some_and(|row| input.version.map(i64::from) != Some(row.version)) {
            let answer = SaveStationResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let mut form = Form::new(viewer.language);
        let mut row = before.clone().unwrap_or_else(|| new_stop(app.ids.new()));
        let calls = if before.is_some() { calls_of(app, row.id).await? } else { 0 };
        read_kind(&mut form, &*tx, &input, &mut row, calls).await?;
        read(&mut form, &input, &mut row);
        read_active(&mut form, &mut row, input.active, calls);
        row.edited_at = Some(app.clock.now());
        if before.is_none() && form.is_good() && code_taken(&*tx, &row.code).await? {
            form.wrong("code", "CODE_TAKEN");
        }
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(SaveStationResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        row.version = before.as_ref().map_or(1, |before| before.version + 1);
        let was = match &before {
            Some(before) => Some(station_facts(&*tx, before).await?),
            None => None,
        };
        let change = Change::saved(was, station_facts(&*tx, &row).await?);
        upsert::<stop::Entity>(&tx, vec![row.clone()]).await.map_err(Fault::from)?;
        if before.is_some_and(|before| (before.place_id, &before.time_zone) != (row.place_id, &row.time_zone)) {
            move_platforms(&*tx, &row).await?;
        }
        audit_change(app, &tx, viewer, "SAVE_STATION", &format!("station:{}", row.id), change).await?;
        finish_change(app, tx).await.map_err(Fault::from)?;
        Ok(SaveStationResult::Saved(StationSaved { station: StationRecord(row) }))
    }
}

/// What it is, and in which town.
async fn read_kind(
    form: &mut Form,
    db: &impl ConnectionTrait,
    input: &SaveStationInput,
    row: &mut stop::Model,
    calls: usize,
) -> Result<(), Fault> {
    let kind = match input.kind {
        StopKind::Station => "STATION",
        StopKind::Stop => "STOP",
        StopKind::Border => "BORDER",
        StopKind::Platform => {
            form.wrong("kind", "STATION_KIND");
            return Ok(());
        }
    };
    let turned = |into: &str| kind == into && row.kind != into;
    if turned("BORDER") && calls > 0 {
        form.wrong_with("kind", "STOP_IN_USE", &[("count", &calls.to_string())]);
    } else if row.kind == "STATION" && kind != "STATION" {
        let platforms = stop::Entity::find().filter(stop::Column::ParentId.eq(row.id));
        if platforms.filter(stop::Column::Active.eq(true)).count(db).await? > 0 {
            form.wrong("kind", "HAS_PLATFORMS");
        }
    }
    kind.clone_into(&mut row.kind);
    // Nobody travels to a border point.
    let town = input.place_id.as_ref().filter(|_| kind != "BORDER");
    row.place_id = town.and_then(|id| Gid::read(Kind::Place, id));
    let known = match row.place_id {
        Some(id) => place::Entity::find_by_id(id).one(db).await?.is_some(),
        None => kind == "BORDER",
    };
    if !known {
        form.wrong("placeId", "NO_SUCH_PLACE");
    }
    Ok(())
}

fn read(form: &mut Form, input: &SaveStationInput, row: &mut stop::Model) {
    if input.id.is_none() {
        row.code = form.code("code", &input.code);
    }
    row.name = form.names("names", &input.names, 120);
    match input.time_zone.trim().parse::<Tz>() {
        Ok(zone) => zone.name().clone_into(&mut row.time_zone),
        Err(_) => form.wrong("timeZone", "TIME_ZONE"),
    }
    read_point(form, input.latitude, input.longitude);
    (row.latitude, row.longitude) = (input.latitude, input.longitude);
    row.phone = form.phone("phone", input.phone.as_deref());
    let given = |names: &&ThreeNamesInput| [&names.ru, &names.ky, &names.en].iter().any(|text| !text.trim().is_empty());
    row.address = input.address.as_ref().filter(given).map(|address| form.names("address", address, 200));
    row.opening_hours = read_openings(form, &input.opening_hours);
}

fn read_openings(form: &mut Form, input: &[OpeningHoursInput]) -> Option<serde_json::Value> {
    let mut openings: Vec<Opening> = input
        .iter()
        .map(|input| Opening { weekday: input.weekday, opens: input.opens, closes: input.closes })
        .collect();
    for (n, wrong) in check_openings(&openings) {
        match wrong {
            BadOpening::Weekday => form.wrong(format!("openingHours.{n}.weekday"), "WEEKDAY"),
            BadOpening::Twice => form.wrong(format!("openingHours.{n}.weekday"), "WEEKDAY_TWICE"),
            BadOpening::Time => form.wrong(format!("openingHours.{n}.closes"), "OPENING"),
        }
    }
    openings.sort_by_key(|opening| opening.weekday);
    let rows: Vec<_> = openings.iter().map(|opening| (opening.weekday, opening.opens, opening.closes)).collect();
    (!rows.is_empty()).then(|| json!(rows))
}

async fn code_taken(db: &impl ConnectionTrait, code: &str) -> Result<bool, Fault> {
    let other = stop::Entity::find().filter(stop::Column::Feed.eq(OFFICE)).filter(stop::Column::Code.eq(code));
    Ok(other.one(db).await?.is_some())
}

/// Platforms are where their station is, and have its clock.
async fn move_platforms(db: &impl ConnectionTrait, station: &stop::Model) -> Result<(), Fault> {
    use stop::Column;
    stop::Entity::update_many()
        .col_expr(Column::PlaceId, Expr::value(station.place_id))
        .col_expr(Column::TimeZone, Expr::value(station.time_zone.clone()))
        .col_expr(Column::EditedAt, Expr::value(station.edited_at))
        .col_expr(Column::Version, sea_orm::ExprTrait::add(Expr::col(Column::Version), 1))
        .filter(Column::ParentId.eq(station.id))
        .exec(db)
        .await?;
    Ok(())
}
