use chrono::{DateTime, TimeDelta, Utc};
use futures::future::join_all;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, Set, Statement};

use domain::payment::News;

use ::entity::payment;

use crate::app::App;
use crate::features::gateway::{GatewayError, mark_status};
use crate::platform::Fault;

use super::settle::{Heard, hear};

/// A gateway is asked first so long after a payment began,
pub const FIRST: TimeDelta = TimeDelta::seconds(30);
/// then again when it is twice as old, at the latest after this,
const SELDOM: TimeDelta = TimeDelta::minutes(4);
/// and after that nobody asks any more; a callback is still heard.
const GIVE_UP: TimeDelta = TimeDelta::days(3);
/// Who has begun to ask and does not finish is taken for dead.
const LEASE: TimeDelta = TimeDelta::minutes(1);
const BATCH: u32 = 20;

/// Asks the gateways about open payments whose callback has not come, and once more about refusals that one told. Returns how many were asked about.
pub async fn poll(app: &App) -> Result<usize, Fault> {
    let mut asked = 0;
    loop {
        let due = take(app).await?;
        if due.is_empty() {
            return Ok(asked);
        }
        asked += due.len();
        for outcome in join_all(due.iter().map(|row| ask(app, row))).await {
            if let Err(fault) = outcome {
                tracing::error!(?fault, "a payment could not be asked about; it is tried again");
            }
        }
    }
}

async fn take(app: &App) -> Result<Vec<payment::Model>, Fault> {
    let now = app.clock.now();
    let due =
        "FROM payment WHERE state IN ('CREATED', 'PENDING', 'UNKNOWN', 'AUTHORISED', 'FAILED') AND next_poll_at <= $1";
    if app.db.is_sqlite() {
        // A look without the writer first.
        let look = format!("SELECT 1 {due} LIMIT 1");
        let look = Statement::from_sql_and_values(app.db.read().get_database_backend(), look, [now.into()]);
        if app.db.read().query_one_raw(look).await?.is_none() {
            return Ok(Vec::new());
        }
    }
    let skip_locked = if app.db.is_sqlite() { "" } else { "FOR UPDATE SKIP LOCKED" };
    let take = format!(
        "UPDATE payment SET next_poll_at = $2 WHERE id IN (\
         SELECT id {due} ORDER BY next_poll_at LIMIT {BATCH} {skip_locked}) RETURNING *"
    );
    let db = app.db.once();
    let take = Statement::from_sql_and_values(db.get_database_backend(), take, [now.into(), (now + LEASE).into()]);
    let rows = db.query_all_raw(take).await?;
    Ok(rows.iter().map(|row| payment::Model::from_query_result(row, "")).collect::<Result<_, _>>()?)
}

async fn ask(app: &App, row: &payment::Model) -> Result<(), Fault> {
    let Some(gateway) = app.gateways.find(app, &row.method).await? else {
        return Err(Fault::new(format!("no gateway {}", row.method)));
    };
    let report = match gateway.status(app, row.id).await {
        Ok(report) => Some(report),
        // The charge was never made there: nobody can pay it any more.
        Err(GatewayError::NoSuchPayment) => Some(News::Failed.into()),
        Err(GatewayError::Unknown(words) | GatewayError::Refused(words)) => {
            tracing::warn!(payment = %row.id, words, "the gateway does not tell of a payment");
            None
        }
    };
    let mut over = false;
    if let Some(report) = report {
        match hear(app, row.id, report, None).await? {
            Heard::Contradicted(what) => mark_status(app, &gateway, row.id, what).await?,
            _ => over = matches!(report.news, News::Paid | News::Failed),
        }
    }
    // What is paid or has failed by its own word is not asked about again; a callback is still heard.
    let next = if over { None } else { next(row.created_at, app.clock.now()) };
    let again = payment::ActiveModel { next_poll_at: Set(next), ..Default::default() };
    let again = payment::Entity::update_many().set(again).filter(payment::Column::Id.eq(row.id));
    again.exec(&app.db.once()).await?;
    Ok(())
}

fn next(began: DateTime<Utc>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let age = now - began;
    (age < GIVE_UP).then(|| now + age.clamp(FIRST, SELDOM))
}
