use async_graphql::{Context, InputObject, Object, Result, Union};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use domain::report::Definition;

use crate::features::export::{ExportFormat, ExportReady, Order, limited};
use crate::graphql::{Can, InvalidInput, Permission, TooManyAttempts, app, error, viewer};

use super::access::question;
use super::ask::wrong_path;
use super::input::ReportDefinition;

#[derive(InputObject)]
pub struct ExportReportInput {
    pub definition: ReportDefinition,
    pub format: ExportFormat,
    /// The rows behind a figure, by the keys of its groups; none: the report's groups with subtotals and totals, or, of a
    /// report without groups, all its rows with a total.
    pub path: Option<Vec<Option<String>>>,
    /// Of the figure.
    pub currency: Option<String>,
}

#[derive(Union)]
pub enum ExportReportResult {
    Ready(ExportReady),
    TooManyAttempts(TooManyAttempts),
    InvalidInput(InvalidInput),
}

/// What a file is asked for.
#[derive(Serialize, Deserialize)]
pub struct ReportOrder {
    pub definition: Definition,
    pub path: Option<Vec<Option<String>>>,
    pub currency: Option<String>,
}

#[derive(Default)]
pub struct ExportReport;

#[Object]
impl ExportReport {
    /// Staff: a report as a file for spreadsheets, of a million rows at most: typed cells, groups that fold, subtotals and
    /// totals. Whoever fetches it gets what they may see then; each file is in the audit log.
    #[graphql(guard = "Can(Permission::ViewReports)", complexity = "20 + child_complexity")]
    async fn export_report(&self, ctx: &Context<'_>, input: ExportReportInput) -> Result<ExportReportResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let question = match question(app, viewer, input.definition).await? {
            Ok(question) => question,
            Err(problem) => return Ok(ExportReportResult::InvalidInput(problem)),
        };
        let path = input.path.as_deref().unwrap_or_default();
        if let Some(problem) = wrong_path(viewer, &question, path) {
            return Ok(ExportReportResult::InvalidInput(problem));
        }
        if let Some(limited) = limited(app, viewer).await {
            return Ok(ExportReportResult::TooManyAttempts(limited));
        }
        let asked = ReportOrder { definition: question.definition, path: input.path, currency: input.currency };
        let order = Order::of_report(app, viewer, serde_json::to_value(asked)?, input.format);
        let order = order.ok_or_else(error::unauthenticated)?;
        Ok(ExportReportResult::Ready(ExportReady {
            url: format!("{}/exports/{}", app.config.public_url, order.seal(app)?),
            expires_at: app.clock.now() + TimeDelta::seconds(Order::GOOD_SECONDS),
        }))
    }
}
