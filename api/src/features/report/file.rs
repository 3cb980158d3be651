//! A report as a file: groups with subtotals, or rows one by one as the database sends them.

use std::fs::File;

use futures::TryStreamExt as _;
use rust_decimal::Decimal;
use sea_orm::{ConnectionTrait, StreamTrait, TransactionTrait};
use serde_json::json;

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::graphql::Viewer;
use crate::i18n::t;
use crate::platform::Fault;
use crate::platform::sheet::{Cell as SheetCell, Format, Sheet};

use super::access::{Question, may_ask};
use super::answer::{Cell, Figures};
use super::ask::{FOR_REPORTS, figures};
use super::export_report::ReportOrder;
use super::statement::Asked;
use super::types::{ReportColumnKind, ReportHead};

/// Rows of one file: a workbook's sheet has hardly more.
pub const MOST_FILE_ROWS: u32 = 1_048_000;
/// Groups of one file.
const MOST_FILE_GROUPS: u64 = 100_000;

/// Why there is no file.
pub enum NoFile {
    TooManyRows,
    /// The viewer may not, or not any more; or the question has become a wrong one.
    Code(&'static str),
}

/// A file with the days that it is of, for its name.
pub struct ReportFile {
    pub file: File,
    pub name: String,
}

/// Writes the file with the viewer's rights of this moment.
pub async fn write_report(
    app: &App,
    viewer: &Viewer,
    order: ReportOrder,
    format: Format,
) -> Result<Result<ReportFile, NoFile>, Fault> {
    let question = match may_ask(app, viewer, order.definition).await {
        Ok(Ok(question)) => question,
        Ok(Err(_)) => return Ok(Err(NoFile::Code("BAD_INPUT"))),
        Err(_) => return Ok(Err(NoFile::Code("FORBIDDEN"))),
    };
    let asked = question.asked(app, viewer);
    let title = t(viewer.language, &format!("report_set.{}", question.set.code), &[]);
    let as_rows = order.path.is_some() || question.definition.groups.is_empty();
    let path = order.path.unwrap_or_default();
    let written = if as_rows {
        rows(app, &asked, (&path, order.currency.as_deref()), (format, &title)).await?
    } else {
        groups(app, &asked, (format, &title)).await?
    };
    let Some(sheet) = written else { return Ok(Err(NoFile::TooManyRows)) };
    let count = sheet.rows();
    let file = tokio::task::spawn_blocking(move || sheet.finish()).await??;
    record(app, viewer, &question, (format, count)).await?;
    let days = question.days();
    let name = format!("{}-{}-to-{}.{}", question.set.code, days.from, days.to, format.ending());
    Ok(Ok(ReportFile { file, name }))
}

/// Heads of cells: an amount has its currency beside it.
fn heads(asked: &Asked<'_>, heads: &[ReportHead]) -> Vec<String> {
    let mut names: Vec<String> = heads.iter().map(|head| head.name.clone()).collect();
    if heads.iter().any(|head| head.kind == ReportColumnKind::Money) {
        names.push(t(asked.language, "sheet.currency", &[]));
    }
    names
}

async fn groups(app: &App, asked: &Asked<'_>, (format, title): (Format, &str)) -> Result<Option<Sheet>, Fault> {
    let Some(figures) = figures(app, asked, MOST_FILE_GROUPS).await? else { return Ok(None) };
    let all: Vec<ReportHead> = asked.group_heads().into_iter().chain(asked.measure_heads()).collect();
    let has_money = all.iter().any(|head| head.kind == ReportColumnKind::Money);
    let deepest = asked.definition.groups.len();
    let mut sheet = Sheet::begin(format, title, &heads(asked, &all))?;
    for one in &figures {
        let Figures { level, keys, currency, measures } = one;
        let mut cells: Vec<SheetCell> = keys.iter().map(Cell::in_sheet).collect();
        // What has no value is told from what is a subtotal.
        for (n, cell) in cells.iter_mut().enumerate() {
            if n < *level && *cell == SheetCell::Empty {
                *cell = SheetCell::Text("—".into());
            }
        }
        if *level == 0 {
            cells[0] = SheetCell::Text(t(asked.language, "report_total", &[]));
        }
        cells.extend(measures.iter().map(Cell::in_sheet));
        if has_money {
            cells.push(SheetCell::Text(currency.clone()));
        }
        let fold = u8::try_from(level.saturating_sub(1)).unwrap_or(0);
        sheet.write_folded(&cells, fold, *level < deepest)?;
    }
    Ok(Some(sheet))
}

async fn rows(
    app: &App,
    asked: &Asked<'_>,
    (path, currency): (&[Option<String>], Option<&str>),
    (format, title): (Format, &str),
) -> Result<Option<Sheet>, Fault> {
    // Before anything is written: it takes a fraction of the time.
    let counted = app.db.read().query_one_raw(asked.count(path, currency)?).await?;
    let counted: i64 = counted.map_or(Ok(0), |row| row.try_get("", "n"))?;
    if counted > i64::from(MOST_FILE_ROWS) {
        return Ok(None);
    }
    let columns = asked.column_heads();
    let has_money = columns.iter().any(|head| head.kind == ReportColumnKind::Money);
    let mut sheet = Sheet::begin(format, title, &heads(asked, &columns))?;
    let statement = asked.rows(path, currency, None)?;
    // Totals of amounts, by currency and column.
    let mut totals: std::collections::BTreeMap<String, Vec<Decimal>> = std::collections::BTreeMap::new();
    // In a transaction of its own: a file takes longer than a statement may.
    let tx = app.db.read().begin().await?;
    if !app.db.is_sqlite() {
        tx.execute_unprepared(&format!("SET LOCAL statement_timeout = '300s'; {FOR_REPORTS}")).await?;
    }
    let mut fits = true;
    let mut stream = tx.stream_raw(statement).await?;
    while let Some(row) = stream.try_next().await? {
        if sheet.rows() == MOST_FILE_ROWS {
            fits = false;
            break;
        }
        let (cells, currency) = asked.row(&row)?;
        let mut out: Vec<SheetCell> = cells.iter().map(Cell::in_sheet).collect();
        if has_money {
            let sums = totals.entry(currency.clone()).or_insert_with(|| vec![Decimal::ZERO; columns.len()]);
            for ((sum, cell), head) in sums.iter_mut().zip(&cells).zip(&columns) {
                if let (Cell::Decimal(amount), ReportColumnKind::Money) = (cell, head.kind) {
                    *sum += *amount;
                }
            }
            out.push(SheetCell::Text(currency));
        }
        sheet.write(&out)?;
    }
    drop(stream);
    tx.commit().await?;
    for (currency, sums) in totals {
        let mut out: Vec<SheetCell> = columns
            .iter()
            .zip(&sums)
            .map(|(head, sum)| match head.kind {
                ReportColumnKind::Money => SheetCell::Amount(*sum),
                _ => SheetCell::Empty,
            })
            .collect();
        if out.first() == Some(&SheetCell::Empty) {
            out[0] = SheetCell::Text(t(asked.language, "report_total", &[]));
        }
        out.push(SheetCell::Text(currency));
        sheet.write_folded(&out, 0, true)?;
    }
    Ok(fits.then_some(sheet))
}

/// Who has taken which rows with them; what was filtered by may be somebody's name and is not written down.
async fn record(app: &App, viewer: &Viewer, question: &Question, (format, rows): (Format, u32)) -> Result<(), Fault> {
    let days = question.days();
    let filters: Vec<&str> = question.definition.filters.iter().map(|filter| filter.column.as_str()).collect();
    let made = json!({
        "format": format.ending(), "rows": rows, "columns": question.definition.columns.join(", "),
        "filter": filters.join(", "), "startsOn": days.from, "endsOn": days.to,
    });
    let tx = app.db.begin().await?;
    let subject = format!("report:{}", question.set.code);
    audit_change(app, &tx, viewer, "EXPORT_REPORT", &subject, Change::made(&made)).await?;
    tx.commit().await?;
    Ok(())
}
