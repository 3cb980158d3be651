use chrono::{NaiveDate, NaiveTime, TimeDelta, TimeZone};
use domain::money::Currency;
use domain::registry::{BadFile, Columns, Difference, RowKind, compare, read};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use ::entity::{gateway, registry, registry_difference, registry_format, terminal_network};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::site::HOME_ZONE;
use crate::graphql::{Permission, Viewer};
use crate::platform::rows::insert_all;
use crate::platform::{Fault, secrets};

use super::ours::ours;
use super::table::cells;

/// Bytes of a file.
pub const MAX_BYTES: usize = 5 * 1024 * 1024;
/// Days of a file.
const MOST_DAYS: i64 = 100;
/// Mistakes in lines that are kept.
const MOST_ERRORS: usize = 200;

/// Of which payments a file tells, and of which days.
#[derive(serde::Deserialize)]
pub struct RegistryAsked {
    /// Of the file.
    #[serde(default)]
    pub name: String,
    pub from: NaiveDate,
    /// With this day.
    pub to: NaiveDate,
}

/// What came of a file.
pub enum Loaded {
    Registry {
        id: Uuid,
        again: bool,
    },
    Forbidden,
    /// No gateway and no network of terminals has such payments.
    NotFound,
    /// The last day is before the first, or they are too many.
    BadPeriod,
    NotATable,
    Empty,
    TooLong,
    NoColumn(String),
}

/// In what currency payments of a method are.
pub async fn currency_of(app: &App, method: &str) -> Result<Option<Currency>, Fault> {
    let db = app.db.read();
    let code = match domain::terminal::network_of(method) {
        Some(code) => {
            let row = terminal_network::Entity::find().filter(terminal_network::Column::Code.eq(code));
            row.one(db).await?.map(|row| row.currency)
        }
        None => {
            let row = gateway::Entity::find().filter(gateway::Column::Code.eq(method));
            row.one(db).await?.map(|row| row.currency)
        }
    };
    Ok(code.map(|code| Currency::parse(&code)).transpose()?)
}

/// How the files of a method are read.
pub async fn columns_of(app: &App, method: &str) -> Result<(Columns, i64), Fault> {
    let row = registry_format::Entity::find_by_id(method.to_owned()).one(app.db.read()).await?;
    Ok(match row {
        Some(row) => (serde_json::from_value(row.columns)?, row.version),
        None => (Columns::default(), 0),
    })
}

/// Reads a file, compares it with what we have, and keeps what differs.
pub async fn load_registry(
    app: &App,
    viewer: &Viewer,
    method: &str,
    asked: &RegistryAsked,
    bytes: &[u8],
) -> Result<Loaded, Fault> {
    if !viewer.can(Permission::ManageGateways) {
        return Ok(Loaded::Forbidden);
    }
    let Some(currency) = currency_of(app, method).await? else { return Ok(Loaded::NotFound) };
    if asked.to < asked.from || asked.to - asked.from > TimeDelta::days(MOST_DAYS) {
        return Ok(Loaded::BadPeriod);
    }
    let fingerprint = secrets::fingerprint(bytes);
    if let Some(id) = loaded_before(app, method, &fingerprint).await? {
        return Ok(Loaded::Registry { id, again: true });
    }
    let file = bytes.to_vec();
    let Ok(table) = tokio::task::spawn_blocking(move || cells(&file)).await? else { return Ok(Loaded::NotATable) };
    let (columns, _) = columns_of(app, method).await?;
    let read = match read(&table, &columns, currency) {
        Ok(read) => read,
        Err(BadFile::Empty) => return Ok(Loaded::Empty),
        Err(BadFile::TooLong) => return Ok(Loaded::TooLong),
        Err(BadFile::NoColumn(name)) => return Ok(Loaded::NoColumn(name)),
    };
    let start = |day: NaiveDate| HOME_ZONE.from_local_datetime(&day.and_time(NaiveTime::MIN)).earliest();
    let (Some(from), Some(until)) = (start(asked.from), asked.to.succ_opt().and_then(start)) else {
        return Ok(Loaded::BadPeriod);
    };
    let ours = ours(app, method, &read.rows, from.to_utc(), until.to_utc()).await?;
    let found = compare(&read.rows, &ours);
    let id = app.ids.new();
    let sum = |kind: RowKind| {
        let rows = read.rows.iter().filter(|row| row.kind == kind);
        rows.fold((0i64, 0i64), |(count, total), row| (count + 1, total + row.amount_minor))
    };
    let ((payments, paid_minor), (refunds, returned_minor)) = (sum(RowKind::Payment), sum(RowKind::Refund));
    let errors: Vec<_> = read.errors.iter().take(MOST_ERRORS).collect();
    let errors: Vec<_> = errors.iter().map(|(line, error)| json!({ "line": line, "code": error.code() })).collect();
    let count = i64::try_from(found.len())?;
    let row = registry::Model {
        id,
        method: method.to_owned(),
        name: asked.name.chars().filter(|letter| !letter.is_control()).take(100).collect(),
        fingerprint,
        first_day: asked.from,
        last_day: asked.to,
        currency: currency.code().to_owned(),
        payments,
        paid_minor,
        refunds,
        returned_minor,
        errors: json!(errors),
        differences: count,
        open: count,
        loaded_at: app.clock.now(),
        loaded_by: viewer.account_id().unwrap_or_default(),
    };
    let facts = json!({
        "method": method, "name": row.name, "from": asked.from, "to": asked.to, "payments": payments, "refunds": refunds,
        "differences": count, "errors": read.errors.len(),
    });
    let differences = found.into_iter().map(|one| kept(app, id, one)).collect();
    if write(app, viewer, &row, differences, &facts).await? {
        return Ok(Loaded::Registry { id, again: false });
    }
    // Somebody has loaded the same file at the same time.
    let other = loaded_before(app, method, &row.fingerprint).await?;
    let other = other.ok_or_else(|| Fault::new("a registry vanished"))?;
    Ok(Loaded::Registry { id: other, again: true })
}

/// The registry of the same bytes.
async fn loaded_before(app: &App, method: &str, fingerprint: &str) -> Result<Option<Uuid>, Fault> {
    let before = registry::Entity::find()
        .filter(registry::Column::Method.eq(method))
        .filter(registry::Column::Fingerprint.eq(fingerprint));
    Ok(before.one(app.db.read()).await?.map(|row| row.id))
}

/// All of it, or nothing where the same file is there already.
async fn write(
    app: &App,
    viewer: &Viewer,
    row: &registry::Model,
    differences: Vec<registry_difference::Model>,
    facts: &serde_json::Value,
) -> Result<bool, Fault> {
    let tx = app.db.begin().await?;
    if let Err(error) = insert_all::<registry::Entity>(&tx, vec![row.clone()]).await {
        if matches!(error.sql_err(), Some(sea_orm::SqlErr::UniqueConstraintViolation(_))) {
            return Ok(tx.give_up(false).await?);
        }
        return Err(error.into());
    }
    insert_all::<registry_difference::Entity>(&tx, differences).await?;
    audit_change(app, &tx, viewer, "LOAD_REGISTRY", &format!("registry:{}", row.id), Change::made(facts)).await?;
    tx.commit().await?;
    Ok(true)
}

fn kept(app: &App, registry: Uuid, one: Difference) -> registry_difference::Model {
    let id_of = |kind: RowKind| one.ours.as_ref().filter(|ours| ours.kind == kind).map(|ours| ours.id);
    registry_difference::Model {
        id: app.ids.new(),
        registry_id: registry,
        kind: one.kind.code().to_owned(),
        refund: one.of == RowKind::Refund,
        line: one.row.as_ref().map(|row| i64::from(row.line)),
        reference: match (&one.row, &one.ours) {
            (Some(row), _) => Some(row.reference.chars().take(100).collect()),
            (None, Some(ours)) => ours.references.first().cloned(),
            (None, None) => None,
        },
        payment_id: id_of(RowKind::Payment),
        refund_id: id_of(RowKind::Refund),
        theirs_minor: one.row.as_ref().map(|row| row.amount_minor),
        ours_minor: one.ours.as_ref().map(|ours| ours.amount_minor),
        their_fee_minor: one.row.as_ref().and_then(|row| row.fee_minor),
        our_fee_minor: one.ours.as_ref().and_then(|ours| ours.fee_minor),
        said_at: one.row.and_then(|row| row.time).map(|time| time.chars().take(40).collect()),
        state: "OPEN".to_owned(),
        note: None,
        settled_at: None,
        settled_by: None,
    }
}
