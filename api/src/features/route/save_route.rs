use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use uuid::Uuid;

use ::entity::{layout, route};

use crate::features::audit::{Change, audit_change};
use crate::features::carrier::find_carrier;
use crate::features::departure::{RoutesTrips, follow_route};
use crate::features::network::{Network, OFFICE, RouteKind, begin_change, finish_change};
use crate::features::vehicle::AMENITIES;
use crate::graphql::{Can, ChangedMeanwhile, Form, Gid, InvalidInput, Kind, Permission, ThreeNamesInput, app, viewer};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::access::{find_route, may_change};
use super::record::RouteRecord;

/// Ways of running a line, as tariff rules name them.
pub const SERVICE_CLASSES: [&str; 6] = ["minibus", "coach", "vip", "suburban", "doubledecker", "rail"];

#[derive(InputObject)]
pub struct SaveRouteInput {
    /// Of the line that is changed; without it a new one is made.
    pub id: Option<ID>,
    /// As it was read, with `id`: a change on top of somebody else's is refused.
    pub version: Option<i32>,
    /// As on the board, at most 12 letters.
    pub number: String,
    pub names: ThreeNamesInput,
    pub carrier_id: ID,
    pub kind: RouteKind,
    /// minibus, coach, vip, doubledecker, suburban or rail.
    pub service_class: String,
    /// Of the vehicle that usually runs it; without it seats have no numbers.
    pub layout_id: Option<ID>,
    /// Vehicles, or coaches of a train, in each trip: 1 to 30.
    #[graphql(default = 1)]
    pub units: i32,
    /// False: open seating.
    #[graphql(default = true)]
    pub reserved: bool,
    /// False: sold at the desk alone.
    #[graphql(default = true)]
    pub online_sale: bool,
    /// Crosses a border: passengers need a passport.
    #[graphql(default)]
    pub passport_required: bool,
    /// Of: ac, toilet, usb, wifi, tv, buffet, blanket.
    #[graphql(default)]
    pub amenities: Vec<String>,
    /// False: all its departures leave the timetable.
    #[graphql(default = true)]
    pub active: bool,
}

/// The line as it is now.
#[derive(SimpleObject)]
pub struct RouteSaved {
    pub route: RouteRecord,
    /// Trips with sales that stay as they were sold, where the change concerns trips.
    pub kept_trips: i32,
}

#[derive(Union)]
pub enum SaveRouteResult {
    Saved(RouteSaved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

#[derive(Default)]
pub struct SaveRoute;

#[Object]
impl SaveRoute {
    /// Staff: a new line, or a change of one. From then on imports leave it alone. Trips without sales follow a change
    /// of carrier, layout and seating at once; those with sales stay as they were sold.
    #[graphql(guard = "Can(Permission::ManageTimetable)", complexity = "20 + child_complexity")]
    async fn save_route(&self, ctx: &Context<'_>, input: SaveRouteInput) -> Result<SaveRouteResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        may_change(viewer)?;
        let tx = begin_change(app).await.map_err(Fault::from)?;
        let carrier = find_carrier(&tx, viewer, &input.carrier_id).await?;
        let before = match &input.id {
            Some(id) => Some(find_route(&tx, viewer, id).await?),
            None => None,
        };
        if before.as_ref().is_some_and(|row| input.version.map(i64::from) != Some(row.version)) {
            let answer = SaveRouteResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let mut form = Form::new(viewer.language);
        let mut row = before.clone().unwrap_or_else(|| new(app.ids.new()));
        row.carrier_id = carrier.id;
        read(&mut form, &input, &mut row);
        row.layout_id = read_layout(&*tx, &mut form, &input).await?;
        row.edited_at = Some(app.clock.now());
        if row.active && number_taken(&*tx, &row).await? {
            form.wrong("number", "NUMBER_TAKEN");
        }
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(SaveRouteResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        row.version = before.as_ref().map_or(1, |before| before.version + 1);
        let network = app.network.get(app).await?;
        let old = match &before {
            Some(before) => Some(facts(&*tx, &network, before).await?),
            None => None,
        };
        let change = Change::saved(old, facts(&*tx, &network, &row).await?);
        upsert::<route::Entity>(&tx, vec![row.clone()]).await.map_err(Fault::from)?;
        let trips = match &before {
            Some(before) if concerns_trips(before, &row) => follow_route(app, &tx, &row).await?,
            _ => RoutesTrips::default(),
        };
        audit_change(app, &tx, viewer, "SAVE_ROUTE", &format!("route:{}", row.id), change).await?;
        finish_change(app, tx).await.map_err(Fault::from)?;
        let kept_trips = i32::try_from(trips.kept).unwrap_or(i32::MAX);
        Ok(SaveRouteResult::Saved(RouteSaved { route: RouteRecord(row), kept_trips }))
    }
}

fn concerns_trips(before: &route::Model, after: &route::Model) -> bool {
    let trips = |row: &route::Model| (row.carrier_id, row.layout_id, row.units, row.reserved, row.active);
    trips(before) != trips(after)
}

/// Nothing but what every line of the office has.
fn new(id: Uuid) -> route::Model {
    route::Model {
        id,
        feed: OFFICE.to_owned(),
        code: id.simple().to_string(),
        carrier_id: id,
        number: String::new(),
        name: Default::default(),
        kind: String::new(),
        service_class: String::new(),
        color: None,
        position: 0,
        layout_id: None,
        units: 1,
        reserved: true,
        online_sale: true,
        passport_required: false,
        amenities: json!([]),
        active: true,
        edited_at: None,
        version: 1,
    }
}

fn read(form: &mut Form, input: &SaveRouteInput, row: &mut route::Model) {
    row.number = form.text("number", &input.number, 12);
    row.name = form.names("names", &input.names, 160);
    row.kind = if input.kind == RouteKind::Rail { "RAIL" } else { "BUS" }.to_owned();
    if !SERVICE_CLASSES.contains(&input.service_class.as_str()) {
        form.wrong("serviceClass", "SERVICE_CLASS");
    }
    row.service_class = input.service_class.clone();
    if !(1..=30).contains(&input.units) {
        form.wrong_with("units", "BETWEEN", &[("least", "1"), ("most", "30")]);
    }
    row.units = input.units;
    row.reserved = input.reserved;
    row.online_sale = input.online_sale;
    row.passport_required = input.passport_required;
    if input.amenities.iter().any(|code| !AMENITIES.contains(&code.as_str())) {
        form.wrong("amenities", "AMENITY");
    }
    let there = AMENITIES.iter().filter(|code| input.amenities.iter().any(|one| one == *code));
    row.amenities = json!(there.collect::<Vec<_>>());
    row.active = input.active;
}

async fn read_layout(
    db: &impl ConnectionTrait,
    form: &mut Form,
    input: &SaveRouteInput,
) -> Result<Option<Uuid>, Fault> {
    let Some(id) = &input.layout_id else {
        if input.reserved {
            // Numbers of seats come from somewhere.
            form.wrong("layoutId", "REQUIRED");
        }
        return Ok(None);
    };
    let found = match Gid::read(Kind::Layout, id) {
        Some(id) => layout::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    if found.is_none() {
        form.wrong("layoutId", "NO_SUCH_LAYOUT");
    }
    Ok(found.map(|layout| layout.id))
}

/// Passengers tell a carrier's lines by their numbers.
async fn number_taken(db: &impl ConnectionTrait, row: &route::Model) -> Result<bool, Fault> {
    use route::Column;
    let same =
        route::Entity::find().filter(Column::Number.eq(&row.number)).filter(Column::CarrierId.eq(row.carrier_id));
    let same = same.filter(Column::Id.ne(row.id)).filter(Column::Active.eq(true));
    Ok(same.one(db).await?.is_some())
}

async fn facts(db: &impl ConnectionTrait, network: &Network, row: &route::Model) -> Result<Value, Fault> {
    let layout = match row.layout_id {
        Some(id) => layout::Entity::find_by_id(id).one(db).await?.map(|row| row.name.ru),
        None => None,
    };
    let carrier = network.carrier(row.carrier_id).map(|carrier| carrier.names.ru.clone());
    Ok(json!({
        "number": row.number, "nameRu": row.name.ru, "nameKy": row.name.ky, "nameEn": row.name.en,
        "carrier": carrier, "routeKind": row.kind, "serviceClass": row.service_class,
        "layout": layout, "units": row.units, "reserved": row.reserved, "onlineSale": row.online_sale,
        "passportRequired": row.passport_required, "amenities": row.amenities, "active": row.active,
    }))
}
