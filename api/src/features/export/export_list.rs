use async_graphql::{Context, Enum, InputObject, Object, Result, SimpleObject, Union};
use chrono::{DateTime, TimeDelta, Utc};

use crate::app::App;
use crate::graphql::{Form, InvalidInput, StaffSession, TooManyAttempts, Viewer, app, error, viewer};
use crate::platform::limit::Quota;
use crate::platform::sheet::Format;

use super::inputs::ExportedListInput;
use super::order::Order;

/// Files of one person.
const FILES: Quota = Quota { name: "export", count: 30, per: TimeDelta::minutes(10) };

/// What kind of file.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum ExportFormat {
    /// UTF-8 with a byte order mark; texts that begin like a formula have an apostrophe before them.
    Csv,
    /// A workbook with typed cells: times on the clock of their stop or of the home station, amounts as numbers.
    Xlsx,
}

#[derive(InputObject)]
pub struct ExportListInput {
    /// The list with its filter and order.
    pub list: ExportedListInput,
    pub format: ExportFormat,
    /// The codes of the columns, in their order; empty: all that there are. An amount takes two: the number and the
    /// currency.
    #[graphql(default)]
    pub columns: Vec<String>,
}

impl From<ExportFormat> for Format {
    fn from(format: ExportFormat) -> Self {
        match format {
            ExportFormat::Csv => Format::Csv,
            ExportFormat::Xlsx => Format::Xlsx,
        }
    }
}

/// Takes one of the files that the viewer may have.
pub async fn limited(app: &App, viewer: &Viewer) -> Option<TooManyAttempts> {
    let who = viewer.account_id().unwrap_or_default().to_string();
    let limited = app.limits.take(FILES, &who).await.err()?;
    Some(TooManyAttempts::new(viewer.language, limited.retry_after_seconds))
}

/// A file that waits to be fetched.
#[derive(SimpleObject)]
pub struct ExportReady {
    /// `GET` it without anything more: whoever has the address gets the file, as the one who asked for it would.
    /// Answers the file, or `{"code":…}`: TOO_MANY_ROWS with `limit`, EXPIRED, FORBIDDEN, NOT_FOUND, BUSY.
    pub url: String,
    /// UTC. The address is good until then.
    pub expires_at: DateTime<Utc>,
}

#[derive(Union)]
pub enum ExportListResult {
    Ready(ExportReady),
    TooManyAttempts(TooManyAttempts),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct ExportList;

#[Object]
impl ExportList {
    /// Staff: a list as a file for spreadsheets, of as many rows at most as the server is set to (50000), for whoever may see the list: the same rows, in
    /// the same order, with the chosen columns, heads and words in the viewer's language. Each file is in the audit log.
    #[graphql(guard = "StaffSession", complexity = "20 + child_complexity")]
    async fn export_list(&self, ctx: &Context<'_>, input: ExportListInput) -> Result<ExportListResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let (list, arguments) = input.list.asked();
        if !viewer.can(list.permission) {
            return Err(error::forbidden());
        }
        let mut form = Form::new(viewer.language);
        for (n, code) in input.columns.iter().enumerate() {
            let known = list.columns.iter().any(|column| column.code == code);
            if !known || input.columns[..n].contains(code) {
                form.wrong(format!("columns.{n}"), "NO_SUCH_COLUMN");
            }
        }
        if let Some(problem) = form.problem() {
            return Ok(ExportListResult::InvalidInput(problem));
        }
        if let Some(limited) = limited(app, viewer).await {
            return Ok(ExportListResult::TooManyAttempts(limited));
        }
        let order = Order::new(app, viewer, list, arguments, input.columns, input.format.into());
        let order = order.ok_or_else(error::unauthenticated)?;
        Ok(ExportListResult::Ready(ExportReady {
            url: format!("{}/exports/{}", app.config.public_url, order.seal(app)?),
            expires_at: app.clock.now() + TimeDelta::seconds(Order::GOOD_SECONDS),
        }))
    }
}
