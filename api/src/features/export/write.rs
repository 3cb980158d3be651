use std::fs::File;
use std::sync::LazyLock;
use std::time::Duration;

use async_graphql::{Executor, Name, Request, Value, Variables};
use chrono::NaiveDate;
use serde_json::json;
use tokio::sync::Semaphore;

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::company::write_invoice;
use crate::features::report::{MOST_FILE_ROWS, NoFile, ReportFile, ReportOrder, write_report};
use crate::features::settlement::{Act, write_act};
use crate::features::site::local_today;
use crate::graphql::{Audited, Viewer};
use crate::i18n::t;
use crate::platform::Fault;
use crate::platform::sheet::{Format, Sheet};

use super::columns::Column;
use super::lists::List;
use super::order::Order;

/// Rows that are read at a time.
const STEP: i32 = 100;
/// Nobody waits longer for their turn.
const TURN: Duration = Duration::from_secs(60);
/// Files that are written at a time: sales come first.
static WRITERS: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(2));

pub struct Written {
    /// `orders-2026-12-01.xlsx`
    pub name: String,
    pub mime: &'static str,
    pub file: File,
}

/// Why there is no file.
#[derive(Debug)]
pub enum Refused {
    /// More than so many.
    TooManyRows(u32),
    /// Others are being written.
    Busy,
    /// What the list's field has said.
    Code(String),
}

/// Writes the file, page by page of the list's own field in the schema.
pub async fn write(
    app: &App,
    viewer: &Viewer,
    order: &Order,
    schema: &impl Executor,
) -> Result<Result<Written, Refused>, Fault> {
    let Ok(turn) = tokio::time::timeout(TURN, WRITERS.acquire()).await else { return Ok(Err(Refused::Busy)) };
    let _turn = turn?;
    if let Some(report) = &order.report {
        return of_report(app, viewer, report, order.format()).await;
    }
    if let Some(act) = &order.act {
        let written = write_act(app, viewer, serde_json::from_value(act.clone())?).await?;
        let written = written.map(|Act { file, name, mime }| Written { name, mime, file });
        return Ok(written.ok_or_else(|| Refused::Code("NOT_FOUND".into())));
    }
    if let Some(invoice) = &order.invoice {
        let written = write_invoice(app, viewer, serde_json::from_value(invoice.clone())?).await?;
        let written = written.map(|(file, name)| Written { name, mime: "application/pdf", file });
        return Ok(written.ok_or_else(|| Refused::Code("NOT_FOUND".into())));
    }
    let list = List::find(&order.list).ok_or_else(|| Fault::new("an export of no list"))?;
    let chosen: Vec<&Column> = if order.columns.is_empty() {
        list.columns.iter().collect()
    } else {
        order.columns.iter().filter_map(|code| list.columns.iter().find(|column| column.code == code)).collect()
    };
    let language = viewer.language;
    let word = |code: &str| t(language, &format!("sheet.{code}"), &[]);
    let mut heads = Vec::new();
    for column in &chosen {
        heads.push(word(column.code));
        if column.read.is_money() {
            heads.push(word("currency"));
        }
    }
    let mut sheet = Sheet::begin(order.format(), &word(&format!("list.{}", list.name)), &heads)?;
    let document = list.document(&chosen);
    let mut after = Value::Null;
    loop {
        let Value::Object(mut variables) = order.arguments.clone() else {
            return Err(Fault::new("an export without arguments"));
        };
        variables.insert(Name::new("first"), STEP.into());
        variables.insert(Name::new("after"), after);
        let request = Request::new(&document).variables(Variables::from_value(Value::Object(variables)));
        let answer = schema.execute(request.data(viewer.clone()).data(Audited)).await;
        if let Some(problem) = answer.errors.first() {
            let code = problem.extensions.as_ref().and_then(|extensions| extensions.get("code"));
            return match code {
                Some(Value::String(code)) => Ok(Err(Refused::Code(code.clone()))),
                _ => Err(Fault::new(problem.message.clone())),
            };
        }
        let page = answer.data.into_json()?;
        let rows = &page["rows"];
        for node in rows["nodes"].as_array().map(Vec::as_slice).unwrap_or_default() {
            if sheet.rows() == app.config.export_rows {
                return Ok(Err(Refused::TooManyRows(app.config.export_rows)));
            }
            let mut cells = Vec::with_capacity(heads.len());
            for column in &chosen {
                column.read.push(node, language, &mut cells);
            }
            sheet.write(&cells)?;
        }
        if rows["pageInfo"]["hasNextPage"] != true {
            break;
        }
        after = Value::from_json(rows["pageInfo"]["endCursor"].clone())?;
    }
    let rows = sheet.rows();
    let file = tokio::task::spawn_blocking(move || sheet.finish()).await??;
    record(app, viewer, order, rows).await?;
    let days = days(&order.arguments.clone().into_json()?, local_today(app.clock.now()));
    let name = format!("{}-{days}.{}", list.name, order.format().ending());
    Ok(Ok(Written { name, mime: order.format().mime(), file }))
}

async fn of_report(
    app: &App,
    viewer: &Viewer,
    report: &serde_json::Value,
    format: Format,
) -> Result<Result<Written, Refused>, Fault> {
    let asked: ReportOrder = serde_json::from_value(report.clone())?;
    Ok(match write_report(app, viewer, asked, format).await? {
        Ok(ReportFile { file, name }) => Ok(Written { name, mime: format.mime(), file }),
        Err(NoFile::TooManyRows) => Err(Refused::TooManyRows(MOST_FILE_ROWS)),
        Err(NoFile::Code(code)) => Err(Refused::Code(code.to_owned())),
    })
}

/// The days or the year whose rows the list was asked for, as a file's name says them; of a list of no days, the day of
/// the file.
fn days(arguments: &serde_json::Value, today: NaiveDate) -> String {
    let day = |name: &str| arguments["filter"][name].as_str().filter(|day| day.parse::<NaiveDate>().is_ok());
    if let Some(year) = arguments["filter"]["year"].as_i64() {
        return year.to_string();
    }
    match (day("date"), day("from"), day("to")) {
        (Some(only), ..) => only.to_owned(),
        (None, Some(from), Some(to)) if from == to => from.to_owned(),
        (None, Some(from), Some(to)) => format!("{from}-to-{to}"),
        (None, Some(from), None) => format!("from-{from}"),
        (None, None, Some(to)) => format!("to-{to}"),
        (None, None, None) => today.to_string(),
    }
}

/// Who has taken which rows with them. What was searched for may be somebody's name and is not written down.
async fn record(app: &App, viewer: &Viewer, order: &Order, rows: u32) -> Result<(), Fault> {
    let mut arguments = order.arguments.clone().into_json()?;
    if let Some(text) = arguments.pointer_mut("/filter/text").filter(|text| !text.is_null()) {
        *text = json!("…");
    }
    let made = json!({
        "list": order.list, "format": order.format().ending(), "rows": rows, "columns": order.columns.join(", "),
        "filter": without_nulls(arguments["filter"].take()), "sort": arguments["sort"], "direction": arguments["direction"],
    });
    let tx = app.db.begin().await?;
    audit_change(app, &tx, viewer, "EXPORT_LIST", &format!("list:{}", order.list), Change::made(&made)).await?;
    tx.commit().await?;
    Ok(())
}

fn without_nulls(value: serde_json::Value) -> serde_json::Value {
    match value {
        serde_json::Value::Object(fields) => {
            serde_json::Value::Object(fields.into_iter().filter(|(_, value)| !value.is_null()).collect())
        }
        other => other,
    }
}
