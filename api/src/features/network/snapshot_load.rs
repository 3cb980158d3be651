//! Reading the timetable into memory, and keeping it as new as the database's.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use chrono_tz::Tz;
use domain::path::PathStop;
use domain::station::Opening;
use domain::text::SearchKey;
use domain::timetable::{CallTimes, ServiceDays};
use entity::Names;
use moka::sync::Cache;
use sea_orm::{ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use tokio::sync::broadcast::{Receiver, error::RecvError};
use uuid::Uuid;

use super::OFFICE;
use super::generate_trips::service_days;
use super::plan::StoredStop;
use super::snapshot::{
    Carrier, FarePrice, FareScope, Fares, Network, Pattern, PatternStop, Place, PriceList, Route, RouteKind,
    SaleWindow, Schedule, Searchable, Stop, StopKind, Target, Vehicle,
};
use super::tariff_rules::{PromotionRule, TariffRules, promotion_rule, terms_of};
use super::trip_view::{OldSchedule, TripView};
use super::version::network_version;
use crate::app::App;
use crate::features::site::load_settings;
use crate::platform::Fault;
use crate::platform::bus::Note;

/// The database is asked at most so often whether another replica has imported a timetable.
const CHECK_EVERY: Duration = Duration::from_secs(2);

struct Current {
    network: Arc<Network>,
    checked: Instant,
}

/// Holds the timetable and the trips looked at lately.
pub struct NetworkStore {
    current: RwLock<Option<Current>>,
    loading: tokio::sync::Mutex<()>,
    /// Whether changes are being listened to.
    listening: AtomicBool,
    /// Somebody has told of a change of the timetable.
    stale: Arc<AtomicBool>,
    pub(super) trips: Cache<Uuid, Arc<TripView>>,
    /// Schedules no longer active that sold trips still follow.
    pub(super) old_schedules: Cache<Uuid, Arc<OldSchedule>>,
    /// Seat maps, which never change, of vehicles that were put on trips since the timetable was read.
    pub(super) new_seat_maps: Cache<Uuid, Arc<domain::seat_map::SeatMap>>,
}

impl Default for NetworkStore {
    fn default() -> Self {
        Self::new()
    }
}

impl NetworkStore {
    pub fn new() -> Self {
        Self {
            current: RwLock::new(None),
            loading: tokio::sync::Mutex::new(()),
            listening: AtomicBool::new(false),
            stale: Arc::default(),
            trips: Cache::builder().max_capacity(30_000).time_to_live(Duration::from_secs(60)).build(),
            old_schedules: Cache::builder().max_capacity(5_000).build(),
            new_seat_maps: Cache::builder().max_capacity(5_000).build(),
        }
    }

    /// A trip is read again the next time, here alone.
    pub fn forget_trip(&self, trip: Uuid) {
        self.trips.invalidate(&trip);
    }

    /// The timetable, read again after an import.
    pub async fn get(&self, app: &App) -> Result<Arc<Network>, Fault> {
        if let Some(network) = self.fresh() {
            return Ok(network);
        }
        if !self.listening.swap(true, Ordering::SeqCst) {
            tokio::spawn(forget_changed(app.bus.subscribe("trip:"), self.trips.clone()));
            tokio::spawn(hear_of_changes(app.bus.subscribe("network:"), Arc::clone(&self.stale)));
        }
        let version = network_version(app.db.read()).await?;
        if let Some(network) = self.confirm(version) {
            return Ok(network);
        }
        // While one reads, others go on with the former timetable if there is one.
        let guard = match self.loading.try_lock() {
            Ok(guard) => guard,
            Err(_) => match self.present() {
                Some(network) => return Ok(network),
                None => self.loading.lock().await,
            },
        };
        if let Some(network) = self.confirm(version) {
            return Ok(network);
        }
        let network = Arc::new(load(app.db.read()).await?);
        self.trips.invalidate_all();
        self.old_schedules.invalidate_all();
        let current = Current { network: Arc::clone(&network), checked: Instant::now() };
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Some(current);
        drop(guard);
        Ok(network)
    }

    fn present(&self) -> Option<Arc<Network>> {
        let current = self.current.read().unwrap_or_else(PoisonError::into_inner);
        current.as_ref().map(|current| Arc::clone(&current.network))
    }

    fn fresh(&self) -> Option<Arc<Network>> {
        if self.stale.swap(false, Ordering::AcqRel) {
            return None;
        }
        let current = self.current.read().unwrap_or_else(PoisonError::into_inner);
        current
            .as_ref()
            .filter(|current| current.checked.elapsed() < CHECK_EVERY)
            .map(|current| Arc::clone(&current.network))
    }

    /// The timetable in memory if it has that version.
    fn confirm(&self, version: i64) -> Option<Arc<Network>> {
        let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
        let current = current.as_mut().filter(|current| current.network.version == version)?;
        current.checked = Instant::now();
        Some(Arc::clone(&current.network))
    }

    /// Forgets everything: after an import by this process.
    pub fn forget(&self) {
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = None;
        self.trips.invalidate_all();
        self.old_schedules.invalidate_all();
    }
}

/// Forgets trips that any replica has changed, for as long as the bus lives.
async fn forget_changed(mut notes: Receiver<Note>, trips: Cache<Uuid, Arc<TripView>>) {
    loop {
        match notes.recv().await {
            Ok(Note::Message(id)) => {
                if let Ok(id) = id.parse::<Uuid>() {
                    trips.invalidate(&id);
                }
            }
            Ok(Note::Resync) | Err(RecvError::Lagged(_)) => trips.invalidate_all(),
            Err(RecvError::Closed) => return,
        }
    }
}

/// Notes that the timetable in memory may be old, for as long as the bus lives.
async fn hear_of_changes(mut notes: Receiver<Note>, stale: Arc<AtomicBool>) {
    while !matches!(notes.recv().await, Err(RecvError::Closed)) {
        stale.store(true, Ordering::Release);
    }
}

fn zone(name: &str) -> Tz {
    // Zones are checked before they are stored.
    name.parse().unwrap_or(Tz::UTC)
}

/// Numbers for strings.
#[derive(Default)]
struct Numbers(HashMap<String, u32>);

impl Numbers {
    fn of(&mut self, text: String) -> u32 {
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        *self.0.entry(text).or_insert(next)
    }
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

async fn load(db: &DatabaseConnection) -> Result<Network, Fault> {
    // The version first: what is imported meanwhile is read again next time.
    let version = network_version(db).await?;
    let mut numbers = Numbers::default();
    let places: Vec<Arc<Place>> = entity::place::Entity::find()
        .order_by_asc(entity::place::Column::Code)
        .all(db)
        .await?
        .into_iter()
        .enumerate()
        .map(|(index, row)| {
            let (latitude, longitude) = (row.latitude, row.longitude);
            let own = row.feed == OFFICE;
            Arc::new(Place { index: number(index), id: row.id, names: row.name, latitude, longitude, own })
        })
        .collect();
    let place_index: HashMap<Uuid, u32> = places.iter().map(|place| (place.id, place.index)).collect();
    let rows = entity::stop::Entity::find().order_by_asc(entity::stop::Column::Code).all(db).await?;
    let mut zones: HashMap<Uuid, Vec<u32>> = HashMap::with_capacity(rows.len());
    let mut zones_of_stations: HashMap<Uuid, Vec<u32>> = HashMap::new();
    for row in &rows {
        let own: Vec<String> = serde_json::from_value(row.zones.clone())?;
        let own: Vec<u32> = own.into_iter().map(|zone| numbers.of(format!("{}\n{zone}", row.feed))).collect();
        let station = zones_of_stations.entry(row.parent_id.unwrap_or(row.id)).or_default();
        for zone in &own {
            if !station.contains(zone) {
                station.push(*zone);
            }
        }
        zones.insert(row.id, own);
    }
    // A platform that the office has added costs what the others of its station do.
    let zones_of = |row: &entity::stop::Model| {
        let station = row.parent_id.filter(|_| row.feed == OFFICE).and_then(|id| zones_of_stations.get(&id));
        station.or_else(|| zones.get(&row.id)).cloned().unwrap_or_default()
    };
    let stops: Vec<Arc<Stop>> = rows
        .into_iter()
        .enumerate()
        .map(|(index, row)| {
            let place =
                row.place_id.and_then(|id| place_index.get(&id)).map(|index| Arc::clone(&places[*index as usize]));
            let zones = zones_of(&row);
            stop(number(index), row, place, zones).map(Arc::new)
        })
        .collect::<Result<_, Fault>>()?;
    let stop_index: HashMap<Uuid, u32> = stops.iter().map(|stop| (stop.id, stop.index)).collect();
    let carriers = load_carriers(db).await?;
    let vehicles = load_vehicles(db).await?;
    let routes = load_routes(db, &carriers, &mut numbers).await?;
    let (patterns, schedules) = load_schedules(db, &routes, &stop_index).await?;
    let mut calls_at: Vec<Vec<(u32, u16)>> = vec![Vec::new(); stops.len()];
    for (index, pattern) in patterns.iter().enumerate() {
        for (position, call) in (0..).zip(&pattern.stops) {
            calls_at[call.stop as usize].push((number(index), position));
        }
    }
    let mut stops_of_place = vec![Vec::new(); places.len()];
    let mut platforms: HashMap<Uuid, Vec<u32>> = HashMap::new();
    for stop in &stops {
        if let Some(place) = &stop.place {
            stops_of_place[place.index as usize].push(stop.index);
        }
        if let Some(parent) = stop.parent {
            platforms.entry(parent).or_default().push(stop.index);
        }
    }
    let mut rules = TariffRules::default();
    let mut rows =
        entity::tariff_rule::Entity::find().order_by_asc(entity::tariff_rule::Column::Position).all(db).await?;
    // Rules of lines stand before a carrier's, and those before rules for all.
    rows.sort_by_key(|row| (row.routes == serde_json::json!([]), row.carrier_id.is_none()));
    for row in rows {
        rules.add(row)?;
    }
    use entity::promotion::{Column, Entity};
    for row in Entity::find().order_by_asc(Column::MadeAt).order_by_asc(Column::Id).all(db).await? {
        rules.promotions.push(PromotionRule {
            id: row.id,
            code: promotion_rule(row.id),
            terms: terms_of(&row)?,
            typed: row.code,
            name: row.name,
            active: row.active,
            automatic: row.automatic,
            combinable: row.combinable,
            uses_limit: row.uses_limit,
            budget_minor: row.budget_minor,
        });
    }
    let mut network = Network {
        version,
        settings: load_settings(db).await?,
        carriers,
        vehicles,
        seat_maps: load_seat_maps(db).await?,
        fares: load_fares(db, &mut numbers).await?,
        price_lists: load_price_lists(db).await?,
        rules,
        schedule_index: schedules.iter().enumerate().map(|(index, schedule)| (schedule.id, number(index))).collect(),
        routes,
        patterns,
        schedules,
        calls_at,
        places,
        stops,
        stop_index,
        place_index,
        stops_of_place,
        platforms,
        searchables: Vec::new(),
    };
    network.searchables = searchables(&network);
    Ok(network)
}

fn stop(index: u32, row: entity::stop::Model, place: Option<Arc<Place>>, zones: Vec<u32>) -> Result<Stop, Fault> {
    let openings: Vec<(i32, i32, i32)> = row.opening_hours.map(serde_json::from_value).transpose()?.unwrap_or_default();
    let opening = |(weekday, opens, closes)| Opening { weekday, opens, closes };
    Ok(Stop {
        index,
        id: row.id,
        code: row.code,
        names: row.name,
        kind: match row.kind.as_str() {
            "STATION" => StopKind::Station,
            "PLATFORM" => StopKind::Platform,
            "BORDER" => StopKind::Border,
            _ => StopKind::Stop,
        },
        place,
        parent: row.parent_id,
        zone: zone(&row.time_zone),
        platform: row.platform,
        latitude: row.latitude,
        longitude: row.longitude,
        phone: row.phone,
        address: row.address,
        openings: openings.into_iter().map(opening).collect(),
        active: row.active,
        own: row.feed == OFFICE,
        zones,
    })
}

async fn load_vehicles(db: &DatabaseConnection) -> Result<HashMap<Uuid, Arc<Vehicle>>, Fault> {
    use entity::vehicle::{Column, Entity};
    let columns = [Column::Id, Column::Plate, Column::Make];
    let rows: Vec<(Uuid, String, String)> = Entity::find().select_only().columns(columns).into_tuple().all(db).await?;
    Ok(rows.into_iter().map(|(id, plate, make)| (id, Arc::new(Vehicle { id, plate, make }))).collect())
}

async fn load_carriers(db: &DatabaseConnection) -> Result<HashMap<Uuid, Arc<Carrier>>, Fault> {
    let rows = entity::carrier::Entity::find().all(db).await?;
    let carrier = |row: entity::carrier::Model| Carrier {
        id: row.id,
        code: row.code,
        names: row.name,
        zone: zone(&row.time_zone),
        phone: row.phone,
        email: row.email,
        url: row.url,
        active: row.active,
        blocked: row.blocked_at.is_some(),
    };
    Ok(rows.into_iter().map(|row| (row.id, Arc::new(carrier(row)))).collect())
}

async fn load_routes(
    db: &DatabaseConnection,
    carriers: &HashMap<Uuid, Arc<Carrier>>,
    numbers: &mut Numbers,
) -> Result<HashMap<Uuid, Arc<Route>>, Fault> {
    let mut routes = HashMap::new();
    for row in entity::route::Entity::find().all(db).await? {
        let Some(carrier) = carriers.get(&row.carrier_id) else { continue };
        let route = Route {
            id: row.id,
            code: row.code,
            number: row.number,
            names: row.name,
            kind: if row.kind == "RAIL" { RouteKind::Rail } else { RouteKind::Bus },
            service_class: row.service_class,
            color: row.color,
            position: row.position,
            carrier: Arc::clone(carrier),
            online_sale: row.online_sale,
            passport_required: row.passport_required,
            amenities: serde_json::from_value(row.amenities)?,
            feed: numbers.of(row.feed),
        };
        routes.insert(row.id, Arc::new(route));
    }
    Ok(routes)
}

/// Stops of a stored pattern.
pub(super) fn pattern_stops(text: &str, stop_index: &HashMap<Uuid, u32>) -> Result<Vec<PatternStop>, Fault> {
    let stops: Vec<StoredStop> = serde_json::from_str(text)?;
    stops
        .into_iter()
        .map(|stored| {
            let PathStop { stop: id, boarding, alighting, metres, cabotage, .. } = stored.at([0, 0], 0);
            let stop = *stop_index
                .get(&id)
                .ok_or_else(|| Fault::new(format!("a pattern calls at stop {id}, which is not there")))?;
            Ok(PatternStop { stop, boarding, alighting, metres, cabotage })
        })
        .collect()
}

async fn load_schedules(
    db: &DatabaseConnection,
    routes: &HashMap<Uuid, Arc<Route>>,
    stop_index: &HashMap<Uuid, u32>,
) -> Result<(Vec<Pattern>, Vec<Schedule>), Fault> {
    let services = entity::service::Entity::find().all(db).await?;
    let exceptions = entity::service_exception::Entity::find().all(db).await?;
    let days: HashMap<Uuid, Arc<ServiceDays>> =
        service_days(&services, &exceptions).into_iter().map(|(id, days)| (id, Arc::new(days))).collect();
    let used = entity::schedule::Entity::find()
        .select_only()
        .column(entity::schedule::Column::PatternId)
        .filter(entity::schedule::Column::Active.eq(true))
        .into_query();
    let mut patterns = Vec::new();
    let mut pattern_index: HashMap<Uuid, u32> = HashMap::new();
    for row in entity::pattern::Entity::find().filter(entity::pattern::Column::Id.in_subquery(used)).all(db).await? {
        let Some(route) = routes.get(&row.route_id) else { continue };
        pattern_index.insert(row.id, number(patterns.len()));
        let stops = pattern_stops(&row.stops, stop_index)?;
        patterns.push(Pattern { route: Arc::clone(route), stops, schedules: Vec::new() });
    }
    let rows = entity::schedule::Entity::find().filter(entity::schedule::Column::Active.eq(true)).all(db).await?;
    let mut headsigns: HashMap<Names, Arc<Names>> = HashMap::new();
    let mut schedules = Vec::with_capacity(rows.len());
    for row in rows {
        let (Some(pattern), Some(days)) = (pattern_index.get(&row.pattern_id), days.get(&row.service_id)) else {
            continue;
        };
        let times: Box<[CallTimes]> = serde_json::from_str(&row.times)?;
        if times.len() != patterns[*pattern as usize].stops.len() {
            return Err(Fault::new(format!("schedule {} has not as many times as its pattern has stops", row.id)));
        }
        let headsign = headsigns.entry(row.headsign).or_insert_with_key(|names| Arc::new(names.clone()));
        schedules.push(Schedule {
            id: row.id,
            series_id: row.series_id,
            pattern: *pattern,
            days: Arc::clone(days),
            number: row.number,
            headsign: Arc::clone(headsign),
            zone: zone(&row.time_zone),
            times,
            sale: SaleWindow { opens_days: row.sale_opens_days, closes_minutes: row.sale_closes_minutes },
        });
    }
    schedules.sort_by(|a, b| (a.times[0][1], a.id).cmp(&(b.times[0][1], b.id)));
    for (index, schedule) in schedules.iter().enumerate() {
        patterns[schedule.pattern as usize].schedules.push(number(index));
    }
    Ok((patterns, schedules))
}

async fn load_seat_maps(db: &DatabaseConnection) -> Result<HashMap<Uuid, Arc<domain::seat_map::SeatMap>>, Fault> {
    let rows = entity::seat_map::Entity::find().all(db).await?;
    rows.into_iter().map(|row| Ok((row.id, Arc::new(serde_json::from_str(&row.content)?)))).collect()
}

async fn load_fares(db: &DatabaseConnection, numbers: &mut Numbers) -> Result<Fares, Fault> {
    let mut fares = Fares::default();
    for row in entity::fare::Entity::find().order_by_asc(entity::fare::Column::Position).all(db).await? {
        let scope = match row.route_id {
            Some(route) => FareScope::Route(route),
            None => FareScope::Feed(numbers.of(row.feed.clone())),
        };
        let mut zone = |zone: Option<String>| zone.map(|zone| numbers.of(format!("{}\n{zone}", row.feed)));
        let key = (scope, zone(row.from_zone), zone(row.to_zone));
        let price = FarePrice {
            amount_minor: row.amount,
            currency: row.currency,
            product: row.product,
            child_minor: row.child_amount,
            infant_minor: row.infant_amount,
            classes: Vec::new(),
        };
        fares.by_scope.entry(key).or_insert((row.position, price));
    }
    Ok(fares)
}

/// Lists of the office, for each route the one that decides first.
async fn load_price_lists(db: &DatabaseConnection) -> Result<HashMap<Uuid, Vec<PriceList>>, Fault> {
    use entity::price_list::{Column, Entity};
    let rows = Entity::find().filter(Column::Active.eq(true)).order_by_desc(Column::MadeAt).order_by_desc(Column::Id);
    let mut lists: HashMap<Uuid, Vec<PriceList>> = HashMap::new();
    for row in rows.all(db).await? {
        let prices: Vec<(Uuid, Uuid, i64)> = serde_json::from_str(&row.prices)?;
        let price = |amount_minor| FarePrice {
            amount_minor,
            currency: row.currency.clone(),
            product: "price_list".to_owned(),
            child_minor: None,
            infant_minor: None,
            classes: Vec::new(),
        };
        let list = PriceList {
            first: row.first_date,
            last: row.last_date,
            weekdays: u8::try_from(row.weekdays).unwrap_or(0),
            seat_class: row.seat_class.clone(),
            prices: prices.into_iter().map(|(from, to, amount)| ((from, to), price(amount))).collect(),
        };
        lists.entry(row.route_id).or_default().push(list);
    }
    Ok(lists)
}

/// What people call towns besides their names on the map: names they had in the 20th century, and regions and sights
/// that stand for the town one travels to.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("Алма-Ата", "Алматы"),
    ("Фрунзе", "Бишкек"),
    ("Пржевальск", "Каракол"),
    ("Рыбачье", "Балыкчы"),
    ("Джамбул", "Тараз"),
    ("Чимкент", "Шымкент"),
    ("Георгиевка", "Кордай"),
    ("Иссык-Куль", "Чолпон-Ата"),
    ("Ысык-Көл", "Чолпон-Ата"),
    ("Сон-Куль", "Кочкор"),
];

/// Towns, and the stations and stops that are called at.
fn searchables(network: &Network) -> Vec<Searchable> {
    let keys = |names: &Names| {
        let mut keys: Vec<SearchKey> = Vec::new();
        let other = OTHER_NAMES.iter().filter(|(_, now)| names.ru.starts_with(now)).map(|(other, _)| *other);
        let all = [names.ru.as_str(), &names.ky, &names.en].into_iter().chain(other);
        for key in all.map(SearchKey::new) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    };
    // Where trips only end one can still travel to.
    let calls = |stops: &[u32]| stops.iter().map(|stop| network.calls_at[*stop as usize].len()).sum::<usize>().min(1);
    let weight = |stops: &[u32]| network.departures_from(stops).max(number(calls(stops)));
    let places = network.places.iter().map(|place| Searchable {
        target: Target::Place(place.index),
        keys: keys(&place.names),
        weight: weight(network.stops_of(place)),
    });
    let stations = network.stops.iter().filter(|stop| {
        // A town's only stop is the town.
        let only = |place: &Arc<Place>| {
            network.stops_of(place).iter().filter(|other| network.stops[**other as usize].parent.is_none()).count() < 2
        };
        stop.parent.is_none() && stop.kind != StopKind::Border && !stop.place.as_ref().is_some_and(only)
    });
    let stations = stations.map(|stop| Searchable {
        target: Target::Station(stop.index),
        keys: keys(&stop.names),
        weight: weight(&network.platforms_of(stop)),
    });
    // What nothing calls at is a leftover of a feed, unless the office has made it: then it is to be used.
    let ready = |stop: &Stop| stop.own && stop.active;
    let known = |target| match target {
        Target::Station(stop) => ready(&network.stops[stop as usize]),
        Target::Place(place) => {
            let place = &network.places[place as usize];
            place.own || network.stops_of(place).iter().any(|stop| ready(&network.stops[*stop as usize]))
        }
    };
    places.chain(stations).filter(|searchable| searchable.weight > 0 || known(searchable.target)).collect()
}
