use async_graphql::{Context, Object, Result};
use sea_orm::{ConnectionTrait, TransactionTrait};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, Date, Form, InvalidInput, Page, PageInfo, Permission, Viewer, app, error, viewer};
use crate::platform::Fault;

use super::access::{Question, question};
use super::answer::Figures;
use super::data_set::DataSet;
use super::input::ReportDefinition;
use super::standard::{ReportView, standard};
use super::statement::{Asked, Step, is_key, stored};
use super::types::{ReportDataSet, ReportDetail, ReportDetails, ReportResult, ReportRowsResult, ReportTable};

/// Groups that one report may have, on the last level.
pub const MOST_ROWS: u64 = 20_000;
/// Rows behind a figure that are turned over page by page; all are in a file.
const DEEPEST: usize = 10_000;

#[derive(Default)]
pub struct ReportBuilderQuery;

#[Object]
impl ReportBuilderQuery {
    /// Staff: what can be reported on, as far as the viewer's rights go.
    #[graphql(guard = "Can(Permission::ViewReports)", complexity = "20 + child_complexity")]
    async fn report_data_sets(&self, ctx: &Context<'_>) -> Result<Vec<ReportDataSet>> {
        let viewer = viewer(ctx);
        let open = DataSet::ALL.into_iter().filter(|set| set.is_open_to(viewer));
        Ok(open.map(|set| ReportDataSet::of(set, viewer)).collect())
    }

    /// Staff: the ready views whose data sets the viewer may see.
    #[graphql(guard = "Can(Permission::ViewReports)", complexity = "20 + child_complexity")]
    async fn standard_reports(&self, ctx: &Context<'_>) -> Result<Vec<ReportView>> {
        Ok(standard(viewer(ctx)))
    }

    /// Staff: a report's groups with their figures, at most 500 at a time; counted and added up by the database. What
    /// would have more than 20000 groups is refused.
    #[graphql(guard = "Can(Permission::ViewReports)", complexity = "200 + child_complexity")]
    async fn report(
        &self,
        ctx: &Context<'_>,
        definition: ReportDefinition,
        #[graphql(default = 100)] first: i32,
        after: Option<String>,
    ) -> Result<ReportResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let (first, from) = place(first, 500, after.as_deref())?;
        let question = match question(app, viewer, definition).await? {
            Ok(question) => question,
            Err(problem) => return Ok(ReportResult::InvalidInput(problem)),
        };
        let asked = question.asked(app, viewer);
        let figures = match figures(app, &asked, MOST_ROWS).await? {
            Some(figures) => figures,
            None => return Ok(ReportResult::InvalidInput(too_many(viewer))),
        };
        let (totals, rows): (Vec<&Figures>, Vec<&Figures>) = figures.iter().partition(|one| one.level == 0);
        let days = question.days();
        Ok(ReportResult::Table(ReportTable {
            from: Date(days.from),
            to: Date(days.to),
            groups: asked.group_heads(),
            measures: asked.measure_heads(),
            page_info: page_info(from, first.min(rows.len().saturating_sub(from)), rows.len()),
            total_count: i32::try_from(rows.len()).unwrap_or(i32::MAX),
            rows: rows.into_iter().skip(from).take(first).map(Into::into).collect(),
            totals: totals.into_iter().map(Into::into).collect(),
        }))
    }

    /// Staff: the rows behind a figure, with the definition's columns in its order. `path` has the keys of the groups gone into,
    /// the outermost first, none for all rows; `currency` is the figure's. The first 10000 can be turned over, all are
    /// in a file. What names people is in the audit log.
    #[graphql(guard = "Can(Permission::ViewReports)", complexity = "200 + child_complexity")]
    async fn report_rows(
        &self,
        ctx: &Context<'_>,
        definition: ReportDefinition,
        #[graphql(default)] path: Vec<Option<String>>,
        currency: Option<String>,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<ReportRowsResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let (first, from) = place(first, 100, after.as_deref())?;
        if from + first > DEEPEST {
            return Err(error::bad_input("after: the first 10000 rows can be turned over, all are in a file"));
        }
        let question = match question(app, viewer, definition).await? {
            Ok(question) => question,
            Err(problem) => return Ok(ReportRowsResult::InvalidInput(problem)),
        };
        if let Some(problem) = wrong_path(viewer, &question, &path) {
            return Ok(ReportRowsResult::InvalidInput(problem));
        }
        let asked = question.asked(app, viewer);
        let db = app.db.read();
        let count = db.query_one_raw(asked.count(&path, currency.as_deref())?).await.map_err(Fault::from)?;
        let count: i64 = count.map_or(Ok(0), |row| row.try_get("", "n")).map_err(Fault::from)?;
        let page = Some((from as u64, first as u64));
        let rows = db.query_all_raw(asked.rows(&path, currency.as_deref(), page)?).await.map_err(Fault::from)?;
        let mut nodes = Vec::with_capacity(rows.len());
        for row in &rows {
            let (cells, currency) = asked.row(row)?;
            let currency = Some(currency).filter(|code| !code.is_empty());
            nodes.push(ReportDetail { cells: cells.iter().map(Into::into).collect(), currency });
        }
        if question.set.personal {
            let tx = app.db.begin().await.map_err(Fault::from)?;
            let subject = format!("report:{}", question.set.code);
            audit_change(app, &tx, viewer, "READ_REPORT", &subject, Change::none()).await?;
            tx.commit().await.map_err(Fault::from)?;
        }
        let total = usize::try_from(count).unwrap_or(usize::MAX);
        Ok(ReportRowsResult::Details(ReportDetails {
            columns: asked.column_heads(),
            page_info: page_info(from, nodes.len(), total.min(DEEPEST)),
            nodes,
            total_count: i32::try_from(count).unwrap_or(i32::MAX),
        }))
    }
}

/// How PostgreSQL plans reports. Sorting and hashing a year of sales within the memory that a server has by default goes over the
/// disk; pages of an index cost little more than those of a table on the disks of today, so that a day is read by its index; both
/// processors add up groups, which PostgreSQL takes to be many more than there are.
pub const FOR_REPORTS: &str = "SET LOCAL work_mem = '64MB'; SET LOCAL jit = off; SET LOCAL random_page_cost = 1.1; \
                               SET LOCAL parallel_tuple_cost = 0.01";

/// The figures of all groups and of the whole; `None` where there are more than that.
pub async fn figures(app: &App, asked: &Asked<'_>, most: u64) -> Result<Option<Vec<Figures>>, Fault> {
    let statement = asked.figures(most)?;
    let rows = if app.db.is_sqlite() {
        app.db.read().query_all_raw(statement).await?
    } else {
        let tx = app.db.read().begin().await?;
        tx.execute_unprepared(FOR_REPORTS).await?;
        let rows = tx.query_all_raw(statement).await?;
        tx.commit().await?;
        rows
    };
    if rows.len() as u64 > most {
        return Ok(None);
    }
    Ok(Some(asked.assemble(&rows)?))
}

pub fn too_many(viewer: &Viewer) -> InvalidInput {
    let mut form = Form::new(viewer.language);
    form.wrong("groups", "REPORT_TOO_MANY_GROUPS");
    form.told()
}

/// Keys that the groups cannot have.
pub fn wrong_path(viewer: &Viewer, question: &Question, path: &[Step]) -> Option<InvalidInput> {
    let mut form = Form::new(viewer.language);
    if path.len() > question.definition.groups.len() {
        form.wrong("path", "TOO_MANY");
    }
    for (n, (group, step)) in question.definition.groups.iter().zip(path).enumerate() {
        let kind = question.set.column(&group.column).map(|column| stored(column.kind, group.part));
        let fits = step.as_deref().is_none_or(|key| kind.is_some_and(|kind| is_key(kind, key)));
        if !fits {
            form.wrong(format!("path.{n}"), "REPORT_VALUE");
        }
    }
    form.problem()
}

/// How many, and after how many.
fn place(first: i32, most: i32, after: Option<&str>) -> Result<(usize, usize)> {
    if !(1..=most).contains(&first) {
        return Err(error::bad_input(format!("first: from 1 to {most}")));
    }
    let after = Page::read(1, after)?.after;
    let from = after.map(|key| key.parse::<usize>()).transpose();
    let from = from.map_err(|_| error::bad_input("after: not a cursor of this list"))?;
    Ok((usize::try_from(first).unwrap_or(1), from.unwrap_or(0)))
}

fn page_info(from: usize, shown: usize, total: usize) -> PageInfo {
    PageInfo {
        has_next_page: from + shown < total,
        has_previous_page: from > 0,
        start_cursor: (shown > 0).then(|| Page::cursor(&from.to_string())),
        end_cursor: (shown > 0).then(|| Page::cursor(&(from + shown).to_string())),
    }
}
