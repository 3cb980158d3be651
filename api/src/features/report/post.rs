//! Reports by mail: what is due is promised once, and each letter's workbook is made when it leaves, with the rights that
//! its reader has then.

use chrono::{DateTime, Utc};
use domain::report::{Definition, Period, Rhythm};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde::{Deserialize, Serialize};
use std::io::Read as _;
use uuid::Uuid;

use ::entity::{account, report_schedule, saved_report};

use crate::app::App;
use crate::features::account::staff_session;
use crate::features::notification::{self, AttachedReport};
use crate::features::site::{HOME_ZONE, local_today};
use crate::graphql::Viewer;
use crate::i18n::Language;
use crate::platform::Fault;
use crate::platform::jobs::JobError;
use crate::platform::sheet::Format;

use super::data_set::DataSet;
use super::export_report::ReportOrder;
use super::file::write_report;

/// The job that writes the letter of one reader.
pub const SEND_REPORT: &str = "send_report";
/// Larger files are fetched, not sent.
const LARGEST: u64 = 15 * 1024 * 1024;

#[derive(Serialize, Deserialize)]
struct Due {
    report: Uuid,
    account: Uuid,
    at: DateTime<Utc>,
}

/// Promises what is due by now; each once, however many servers look.
pub async fn promise_due(app: &App) -> Result<usize, Fault> {
    let now = app.clock.now();
    let due = report_schedule::Entity::find().filter(report_schedule::Column::NextAt.lte(now));
    let mut promised = 0;
    for row in due.all(app.db.read()).await? {
        let Some(rhythm) = Rhythm::parse(&row.rhythm) else { continue };
        let next_at = rhythm.next(u32::try_from(row.hour).unwrap_or_default(), HOME_ZONE, now);
        let tx = app.db.begin().await?;
        let moved = report_schedule::Entity::update_many()
            .set(report_schedule::ActiveModel { next_at: Set(next_at), ..Default::default() })
            .filter(report_schedule::Column::ReportId.eq(row.report_id))
            .filter(report_schedule::Column::NextAt.eq(row.next_at));
        if moved.exec(&tx).await?.rows_affected == 0 {
            tx.give_up(()).await?;
            continue;
        }
        let accounts: Vec<Uuid> = serde_json::from_value(row.recipients)?;
        let mut jobs = Vec::new();
        for account in accounts {
            let key = format!("{}:{}:{account}", row.report_id, row.next_at.timestamp());
            jobs.push((key, serde_json::to_value(Due { report: row.report_id, account, at: row.next_at })?));
        }
        promised += jobs.len();
        app.jobs.promise_all(&*tx, SEND_REPORT, jobs, now).await?;
        tx.commit().await?;
        app.jobs.wake();
    }
    Ok(promised)
}

/// Writes the letter, where its reader may see the report.
pub async fn send_report(app: &App, payload: &serde_json::Value) -> Result<(), JobError> {
    let due: Due = serde_json::from_value(payload.clone()).map_err(|error| JobError::Fatal(error.to_string()))?;
    Ok(write_letter(app, &due).await?)
}

async fn write_letter(app: &App, due: &Due) -> Result<(), Fault> {
    let Some((report, reader, viewer)) = reader_of(app, due.report, due.account).await? else { return Ok(()) };
    let (Some(address), true) = (reader.email, may_read(&report, &viewer)) else { return Ok(()) };
    let attached = AttachedReport { report: report.id, account: due.account, at: due.at };
    let tx = app.db.begin().await?;
    notification::report(app, &tx, viewer.language, &address, (&report.name, &attached)).await?;
    tx.commit().await?;
    app.jobs.wake();
    Ok(())
}

fn may_read(report: &saved_report::Model, viewer: &Viewer) -> bool {
    DataSet::find(&report.data_set).is_some_and(|set| set.is_open_to(viewer))
}

async fn reader_of(
    app: &App,
    report: Uuid,
    account: Uuid,
) -> Result<Option<(saved_report::Model, account::Model, Viewer)>, Fault> {
    let db = app.db.read();
    let Some(report) = saved_report::Entity::find_by_id(report).one(db).await? else { return Ok(None) };
    let Some((reader, session)) = staff_session(app, account).await? else { return Ok(None) };
    let language = Language::parse(&reader.language).unwrap_or_default();
    let viewer = Viewer::of_session(session, language, "mail".into());
    Ok(Some((report, reader, viewer)))
}

/// The workbook of a letter, of the days as they were when it was due; `None` where its reader may not have it any more,
/// or it is too large for a letter.
pub async fn attached(app: &App, attached: &AttachedReport) -> Result<Option<(String, Vec<u8>)>, Fault> {
    let Some((report, _, viewer)) = reader_of(app, attached.report, attached.account).await? else { return Ok(None) };
    let mut definition: Definition = serde_json::from_value(report.definition)?;
    let days = definition.period.days(local_today(attached.at));
    definition.period = Period::Between { from: days.from, to: days.to };
    let order = ReportOrder { definition, path: None, currency: None };
    let Ok(written) = write_report(app, &viewer, order, Format::Xlsx).await? else { return Ok(None) };
    if written.file.metadata()?.len() > LARGEST {
        return Ok(None);
    }
    let mut file = written.file;
    let bytes = tokio::task::spawn_blocking(move || {
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map(|_| bytes)
    });
    Ok(Some((written.name, bytes.await??)))
}
