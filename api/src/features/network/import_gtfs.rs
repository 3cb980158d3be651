//! `beket import-gtfs`: a timetable from a GTFS feed with its side files, in one transaction.
//!
//! What can be taken is taken; every row that cannot is in the report. Imported again, the same files change nothing,
//! and changed ones leave the trips that have sales as they were sold.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, DbErr, EntityTrait, Iterable, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};
use uuid::Uuid;

use super::closed_sections::renew_marks;
use super::feed::Feed;
use super::feed_files::{FeedFiles, ImportError};
use super::generate_trips::service_days;
use super::layouts::write_layouts;
use super::plan::{Plan, plan};
use super::renew_trips::Renewal;
use super::report::ImportReport;
use super::side_files::SideFiles;
use super::version::{lock_network, set_network_version};
use crate::app::App;
use crate::platform::rows::{insert_missing, upsert, upsert_unedited};

/// Issues kept with the run; the caller gets all of them.
const STORED_ISSUES: usize = 1_000;

pub struct ImportGtfs {
    /// A zip, a folder with the `.txt` files, or a folder with them in `gtfs/` and side files beside it.
    pub path: PathBuf,
    /// Name under which the feed's codes are unique; another name is another timetable beside it. By default the
    /// name of the file or folder.
    pub feed: Option<String>,
    /// Import even what was imported last.
    pub force: bool,
}

/// Tells a person what is going on.
pub type OnProgress = Arc<dyn Fn(&str) + Send + Sync>;

impl ImportGtfs {
    pub fn feed_name(&self) -> String {
        let named = self.feed.clone().or_else(|| self.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
        named.filter(|name| !name.is_empty()).unwrap_or_else(|| "gtfs".to_owned())
    }
}

/// Reads and stores the feed. On any error the database is as before.
pub async fn import_gtfs(app: &App, input: &ImportGtfs, progress: OnProgress) -> Result<ImportReport, ImportError> {
    let started_at = app.clock.now();
    let feed = input.feed_name();
    let path = input.path.clone();
    let (files, hash) = blocking(move || {
        let files = FeedFiles::open(&path)?;
        let hash = files.hash();
        Ok((files, hash))
    })
    .await?;
    let last = entity::import_run::Entity::find()
        .filter(entity::import_run::Column::Feed.eq(&feed))
        .order_by_desc(entity::import_run::Column::FinishedAt)
        .one(app.db.read())
        .await?;
    if !input.force && last.is_some_and(|run| run.content_hash == hash) {
        return Ok(ImportReport { feed, unchanged: true, ..ImportReport::default() });
    }
    let (name, reading) = (feed.clone(), Arc::clone(&progress));
    let (plan, report) = blocking(move || read_plan(&name, &files, &reading)).await?;
    progress("writing to the database");
    let run = ImportRun { feed, source: input.path.display().to_string(), hash, started_at };
    store(app, plan, report, run).await
}

/// Reads the files into rows; refuses a feed without a single usable trip.
fn read_plan(name: &str, files: &FeedFiles, progress: &OnProgress) -> Result<(Plan, ImportReport), ImportError> {
    let mut report =
        ImportReport { feed: name.to_owned(), ignored_files: files.ignored.clone(), ..ImportReport::default() };
    let feed = Feed::read(files, &mut report, progress.as_ref())?;
    let side = SideFiles::read(files, &mut report)?;
    progress("putting the timetable together");
    let plan = plan(name, &feed, &side, &mut report);
    if plan.schedules.is_empty() {
        let problems = report.issues.len();
        return Err(ImportError::NothingToImport { path: files.path.clone(), problems, report: Box::new(report) });
    }
    Ok((plan, report))
}

/// A feed's files as rows, for whoever wants to make another timetable of them.
pub fn read_feed(path: &Path) -> Result<(Feed, SideFiles), ImportError> {
    let files = FeedFiles::open(path)?;
    let mut report = ImportReport::default();
    Ok((Feed::read(&files, &mut report, &|_| {})?, SideFiles::read(&files, &mut report)?))
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ImportError> + Send + 'static,
) -> Result<T, ImportError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(error) => Err(ImportError::Broken(format!("reading the feed stopped: {error}"))),
    }
}

/// What is known of an import besides its rows.
pub struct ImportRun {
    pub feed: String,
    pub source: String,
    pub hash: String,
    pub started_at: DateTime<Utc>,
}

/// Stores the rows in one transaction and tells everybody that the network has changed.
pub async fn store(
    app: &App,
    mut plan: Plan,
    mut report: ImportReport,
    run: ImportRun,
) -> Result<ImportReport, ImportError> {
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    let version = lock_network(&tx, now).await?;
    report.counts = counts(&plan);
    let days = service_days(&plan.services, &plan.exceptions);
    let departures: HashSet<Uuid> = entity::departure::Entity::find()
        .select_only()
        .column(entity::departure::Column::Id)
        .into_tuple::<Uuid>()
        .all(&*tx)
        .await?
        .into_iter()
        .collect();
    plan.schedules.retain(|schedule| !departures.contains(&schedule.series_id));
    let new_schedules: HashMap<Uuid, entity::schedule::Model> =
        plan.schedules.iter().map(|schedule| (schedule.id, schedule.clone())).collect();
    let before = active_schedules(&tx, &run.feed).await?;
    report.schedules_added = count(new_schedules.keys().filter(|id| !before.contains(*id)).count());
    report.schedules_retired = count(before.iter().filter(|id| !new_schedules.contains_key(*id)).count());
    let carriers = plan.routes.iter().map(|route| (route.id, route.carrier_id)).collect();
    write(&tx, plan, &run.feed, now, &mut report).await?;
    let renewal = Renewal { schedules: &new_schedules, carriers: &carriers, days: &days, now };
    let of_feed = Condition::all().add(entity::schedule::Column::Feed.eq(&run.feed));
    let of_feed = of_feed.add(entity::schedule::Column::SeriesId.not_in_subquery(kept_by_office()));
    let renewed = renewal.renew(&tx, of_feed).await.map_err(|fault| ImportError::Broken(format!("{fault:?}")))?;
    report.trips_kept = count(renewed.kept.len());
    report.trips_removed = count(renewed.removed);
    report.trips_renewed = count(renewed.renewed);
    let row = entity::import_run::Model {
        id: app.ids.new(),
        feed: run.feed,
        source: run.source,
        content_hash: run.hash,
        started_at: run.started_at,
        finished_at: app.clock.now(),
        report: serde_json::json!(report.shortened(STORED_ISSUES)),
    };
    insert_missing::<entity::import_run::Entity>(&tx, vec![row]).await?;
    set_network_version(&tx, version + 1, now).await?;
    tx.commit().await?;
    app.network.forget();
    app.bus.publish("network:changed", &(version + 1).to_string());
    if let Err(fault) = renew_marks(app).await {
        // The import holds; whoever makes trips next sets them.
        tracing::error!(?fault, "trips on closed roads were not marked");
    }
    Ok(report)
}

fn count(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

fn counts(plan: &Plan) -> BTreeMap<String, u64> {
    [
        ("carrier", plan.carriers.len()),
        ("place", plan.places.len()),
        ("stop", plan.stops.len()),
        ("layout", plan.layouts.len()),
        ("seat_map", plan.seat_maps.len()),
        ("route", plan.routes.len()),
        ("vehicle", plan.vehicles.len()),
        ("service", plan.services.len()),
        ("service_exception", plan.exceptions.len()),
        ("pattern", plan.patterns.len()),
        ("schedule", plan.schedules.len()),
        ("fare", plan.fares.len()),
        ("tariff_rule", plan.rules.len()),
        ("holiday", plan.holidays.len()),
    ]
    .into_iter()
    .map(|(table, rows)| (table.to_owned(), count(rows)))
    .collect()
}

/// Departures that the office has taken over.
fn kept_by_office() -> sea_orm::sea_query::SelectStatement {
    entity::departure::Entity::find().select_only().column(entity::departure::Column::Id).into_query()
}

async fn active_schedules(tx: &DatabaseTransaction, feed: &str) -> Result<HashSet<Uuid>, DbErr> {
    use entity::schedule::{Column, Entity};
    let ids: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Feed.eq(feed))
        .filter(Column::Active.eq(true))
        .into_tuple()
        .all(tx)
        .await?;
    Ok(ids.into_iter().collect())
}

/// Marks everything of the feed as gone, then writes what there is now.
async fn write(
    tx: &DatabaseTransaction,
    plan: Plan,
    feed: &str,
    now: DateTime<Utc>,
    report: &mut ImportReport,
) -> Result<(), DbErr> {
    macro_rules! retire {
        ($table:ident) => {
            entity::$table::Entity::update_many()
                .col_expr(entity::$table::Column::Active, false.into())
                .filter(entity::$table::Column::Feed.eq(feed))
                .filter(entity::$table::Column::Active.eq(true))
                .filter(entity::$table::Column::EditedAt.is_null())
                .exec(tx)
                .await?
        };
    }
    entity::schedule::Entity::update_many()
        .col_expr(entity::schedule::Column::Active, false.into())
        .filter(entity::schedule::Column::Feed.eq(feed))
        .filter(entity::schedule::Column::Active.eq(true))
        .filter(entity::schedule::Column::SeriesId.not_in_subquery(kept_by_office()))
        .exec(tx)
        .await?;
    retire!(carrier);
    retire!(stop);
    retire!(route);
    retire!(vehicle);
    use entity::{carrier, place, route, stop, vehicle};
    {
        use carrier::Column::{Active, EditedAt, Email, Name, Phone, TimeZone, Url};
        let columns = [Name, TimeZone, Phone, Email, Url, Active];
        upsert_unedited::<carrier::Entity>(tx, plan.carriers, &columns, EditedAt).await?;
    }
    let columns = [place::Column::Name, place::Column::Latitude, place::Column::Longitude];
    upsert_unedited::<place::Entity>(tx, plan.places, &columns, place::Column::EditedAt).await?;
    let columns: Vec<stop::Column> = stop::Column::iter()
        .filter(|column| !matches!(column, stop::Column::Id | stop::Column::EditedAt | stop::Column::Version))
        .collect();
    upsert_unedited::<stop::Entity>(tx, plan.stops, &columns, stop::Column::EditedAt).await?;
    let used = plan.routes.iter().filter_map(|route| route.layout_id);
    let used = used.chain(plan.vehicles.iter().filter_map(|vehicle| vehicle.layout_id)).collect();
    write_layouts(tx, plan.layouts, &used, now, report).await?;
    insert_missing::<entity::seat_map::Entity>(tx, plan.seat_maps).await?;
    let columns: Vec<route::Column> = route::Column::iter()
        .filter(|column| !matches!(column, route::Column::Id | route::Column::EditedAt | route::Column::Version))
        .collect();
    upsert_unedited::<route::Entity>(tx, plan.routes, &columns, route::Column::EditedAt).await?;
    let columns: Vec<vehicle::Column> = vehicle::Column::iter()
        .filter(|column| !matches!(column, vehicle::Column::Id | vehicle::Column::EditedAt | vehicle::Column::Version))
        .collect();
    upsert_unedited::<vehicle::Entity>(tx, plan.vehicles, &columns, vehicle::Column::EditedAt).await?;
    upsert::<entity::service::Entity>(tx, plan.services).await?;
    let services = entity::service::Entity::find()
        .select_only()
        .column(entity::service::Column::Id)
        .filter(entity::service::Column::Feed.eq(feed));
    entity::service_exception::Entity::delete_many()
        .filter(entity::service_exception::Column::ServiceId.in_subquery(QueryTrait::into_query(services)))
        .exec(tx)
        .await?;
    insert_missing::<entity::service_exception::Entity>(tx, plan.exceptions).await?;
    insert_missing::<entity::pattern::Entity>(tx, plan.patterns).await?;
    upsert::<entity::schedule::Entity>(tx, plan.schedules).await?;
    entity::fare::Entity::delete_many().filter(entity::fare::Column::Feed.eq(feed)).exec(tx).await?;
    upsert::<entity::fare::Entity>(tx, plan.fares).await?;
    write_rules(tx, feed, plan.rules).await?;
    let kept = entity::holiday::Entity::find().filter(entity::holiday::Column::EditedAt.is_not_null());
    let kept: HashSet<NaiveDate> = kept.all(tx).await?.into_iter().map(|row| row.date).collect();
    let holidays = plan.holidays.into_iter().filter(|holiday| !kept.contains(&holiday.date)).collect();
    upsert::<entity::holiday::Entity>(tx, holidays).await
}

/// Rules of the tariff, but those that the office has changed.
async fn write_rules(
    tx: &DatabaseTransaction,
    feed: &str,
    rules: Vec<entity::tariff_rule::Model>,
) -> Result<(), sea_orm::DbErr> {
    use entity::tariff_rule::{Column, Entity};
    Entity::delete_many().filter(Column::Feed.eq(feed)).filter(Column::EditedAt.is_null()).exec(tx).await?;
    let kept = Entity::find().select_only().column(Column::Series).filter(Column::EditedAt.is_not_null());
    let kept: Vec<String> = kept.into_tuple().all(tx).await?;
    upsert::<Entity>(tx, rules.into_iter().filter(|rule| !kept.contains(&rule.series)).collect()).await
}
