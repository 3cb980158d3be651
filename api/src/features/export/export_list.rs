use async_graphql::{Context, Enum, InputObject, Object, Result, SimpleObject, Union};
use chrono::{DateTime, TimeDelta, Utc};

use crate::graphql::{Form, InvalidInput, StaffSession, TooManyAttempts, app, error, viewer};
use crate::platform::limit::Quota;
use crate::platform::sheet::Format;

use super::inputs::ExportedListInput;
use super::order::{GOOD_SECONDS, Order};

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
        let who = viewer.account_id().unwrap_or_default().to_string();
        if let Err(limited) = app.limits.take(FILES, &who).await {
            let limited = TooManyAttempts::new(viewer.language, limited.retry_after_seconds);
            return Ok(ExportListResult::TooManyAttempts(limited));
        }
        let format = match input.format {
            ExportFormat::Csv => Format::Csv,
            ExportFormat::Xlsx => Format::Xlsx,
        };
        let order = Order::new(app, viewer, list, arguments, input.columns, format);
        let order = order.ok_or_else(error::unauthenticated)?;
        Ok(ExportListResult::Ready(ExportReady {
            url: format!("{}/exports/{}", app.config.public_url, order.seal(app)?),
            expires_at: app.clock.now() + TimeDelta::seconds(GOOD_SECONDS),
        }))
    }
}
