use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject, Union};
use domain::report::Rhythm;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use ::entity::{account, report_schedule, saved_report};

use crate::features::audit::{Change, audit_change};
use crate::features::site::HOME_ZONE;
use crate::graphql::{Can, Form, Gid, InvalidInput, Kind, Permission, app, error, viewer};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::saved::SavedReport;

/// Who gets one report.
const MOST: usize = 20;

/// How often a report is sent.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "Rhythm")]
pub enum ReportRhythm {
    Daily,
    /// On Mondays.
    Weekly,
    /// On the first of each month.
    Monthly,
}

#[derive(InputObject)]
pub struct ScheduleReportInput {
    /// One of the viewer's own saved reports.
    pub id: ID,
    /// None: not any more.
    pub rhythm: Option<ReportRhythm>,
    /// Full hour, 0 to 23, on the clock of the home station.
    #[graphql(default = 8)]
    pub hour: i32,
    /// Addresses of staff, at most 20. Each gets the rows that they may see, or nothing.
    #[graphql(default)]
    pub recipients: Vec<String>,
}

#[derive(SimpleObject)]
pub struct ReportScheduled {
    pub report: SavedReport,
}

#[derive(Union)]
pub enum ScheduleReportResult {
    Scheduled(ReportScheduled),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct ScheduleReport;

#[Object]
impl ScheduleReport {
    /// Staff: sends one of the viewer's own saved reports by mail, as a workbook, each day, week or month. Whoever gets it gets
    /// what they may see at that moment; who may not see its data any more gets nothing.
    #[graphql(guard = "Can(Permission::ViewReports)", complexity = "20 + child_complexity")]
    async fn schedule_report(&self, ctx: &Context<'_>, input: ScheduleReportInput) -> Result<ScheduleReportResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let mut form = Form::new(viewer.language);
        let mut accounts = Vec::new();
        let mut addresses = Vec::new();
        if input.rhythm.is_some() {
            if !(0..=23).contains(&input.hour) {
                form.wrong("hour", "REPORT_HOUR");
            }
            if input.recipients.is_empty() {
                form.wrong("recipients", "REQUIRED");
            } else if input.recipients.len() > MOST {
                form.wrong("recipients", "TOO_MANY");
            }
            for (n, address) in input.recipients.iter().take(MOST).enumerate() {
                let path = format!("recipients.{n}");
                let Some(address) = form.email(&path, Some(address)) else { continue };
                let staff = account::Entity::find().filter(account::Column::Email.eq(&address));
                let staff =
                    staff.filter(account::Column::Role.is_not_null()).filter(account::Column::BlockedAt.is_null());
                match staff.one(&tx).await.map_err(Fault::from)? {
                    Some(found) if !accounts.contains(&found.id) => {
                        accounts.push(found.id);
                        addresses.push(address);
                    }
                    Some(_) => {}
                    None => form.wrong(path, "NO_SUCH_STAFF"),
                }
            }
        }
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(ScheduleReportResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        let id = Gid::find(Kind::SavedReport, &input.id)?;
        let own = saved_report::Entity::find_by_id(id).filter(saved_report::Column::AccountId.eq(viewer.account_id()));
        let row = own.one(&tx).await.map_err(Fault::from)?.ok_or_else(error::not_found)?;
        match input.rhythm.map(Rhythm::from) {
            None => {
                report_schedule::Entity::delete_by_id(id).exec(&tx).await.map_err(Fault::from)?;
            }
            Some(rhythm) => {
                let hour = u32::try_from(input.hour).unwrap_or_default();
                let schedule = report_schedule::Model {
                    report_id: id,
                    rhythm: rhythm.code().into(),
                    hour: input.hour,
                    recipients: json!(accounts),
                    next_at: rhythm.next(hour, HOME_ZONE, app.clock.now()),
                };
                upsert::<report_schedule::Entity>(&tx, vec![schedule]).await.map_err(Fault::from)?;
            }
        }
        let rhythm = input.rhythm.map(|rhythm| Rhythm::from(rhythm).code());
        let made = json!({ "name": row.name, "rhythm": rhythm, "recipients": addresses.join(", ") });
        let subject = format!("report:{}", row.data_set);
        audit_change(app, &tx, viewer, "SCHEDULE_REPORT", &subject, Change::made(&made)).await?;
        tx.commit().await.map_err(Fault::from)?;
        let report = SavedReport { row, viewer: viewer.account_id() };
        Ok(ScheduleReportResult::Scheduled(ReportScheduled { report }))
    }
}
