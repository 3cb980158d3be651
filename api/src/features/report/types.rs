use async_graphql::{Enum, SimpleObject};
use domain::report::{ColumnKind, MeasureKind};

use crate::graphql::{Date, InvalidInput, PageInfo, Viewer};
use crate::i18n::t;

use super::answer::{Cell, Figures};
use super::data_set::{Column, DataSet};
use super::input::{ReportMeasure, ReportMeasureKind, ReportOperator, ReportPart};
use super::statement::Asked;

/// What stands in a column.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReportColumnKind {
    Text,
    /// A code with words.
    Word,
    /// Something with a name of its own, by its key.
    Reference,
    Integer,
    /// A number that need not be whole.
    Decimal,
    /// In whole units of the row's currency.
    Money,
    /// `YYYY-MM-DD`.
    Date,
    /// `YYYY-MM-DDTHH:MM:SS` on the clock of the home station.
    Moment,
    /// A share: 1 is all.
    Share,
}

impl From<ColumnKind> for ReportColumnKind {
    fn from(kind: ColumnKind) -> Self {
        match kind {
            ColumnKind::Text => ReportColumnKind::Text,
            ColumnKind::Word => ReportColumnKind::Word,
            ColumnKind::Reference => ReportColumnKind::Reference,
            ColumnKind::Integer => ReportColumnKind::Integer,
            ColumnKind::Money => ReportColumnKind::Money,
            ColumnKind::Date => ReportColumnKind::Date,
            ColumnKind::Moment => ReportColumnKind::Moment,
            ColumnKind::Share => ReportColumnKind::Share,
        }
    }
}

/// A column that can be reported on.
#[derive(SimpleObject, Clone, Debug)]
pub struct ReportColumn {
    pub code: String,
    /// In the viewer's language.
    pub name: String,
    pub kind: ReportColumnKind,
    /// Rows can be put together by it.
    pub groups: bool,
    /// It can be summed and averaged; a share can be averaged alone.
    pub adds_up: bool,
    /// What rows can be chosen by.
    pub operators: Vec<ReportOperator>,
}

/// Rows that can be counted and added up.
#[derive(SimpleObject, Clone, Debug)]
pub struct ReportDataSet {
    pub code: String,
    /// In the viewer's language.
    pub name: String,
    /// The column that a report's period is of; null: it tells how things stand today, whatever the period.
    pub period: Option<String>,
    /// Those that the viewer may see.
    pub columns: Vec<ReportColumn>,
}

impl ReportDataSet {
    pub fn of(set: &DataSet, viewer: &Viewer) -> Self {
        let column = |column: &Column| ReportColumn {
            code: column.code.into(),
            name: t(viewer.language, &format!("report_column.{}", column.code), &[]),
            kind: column.kind.into(),
            groups: column.kind.groups(),
            adds_up: column.kind.adds_up(),
            operators: column.kind.operators().iter().map(|one| (*one).into()).collect(),
        };
        ReportDataSet {
            code: set.code.into(),
            name: t(viewer.language, &format!("report_set.{}", set.code), &[]),
            period: set.period.map(Into::into),
            columns: set.columns_for(viewer).map(column).collect(),
        }
    }
}

/// The head of a report's column.
#[derive(SimpleObject, Clone, Debug)]
pub struct ReportHead {
    /// In the viewer's language.
    pub name: String,
    pub kind: ReportColumnKind,
    /// Of a group by a part of a time.
    pub part: Option<ReportPart>,
    /// Of a figure.
    pub measure: Option<ReportMeasure>,
    /// The column's code; none for a count of rows.
    pub column: Option<String>,
}

/// A cell of a report.
#[derive(SimpleObject, Clone, Debug)]
pub struct ReportCell {
    /// By its column's kind; of a group its key. None: nothing.
    pub value: Option<String>,
    /// In the viewer's words, where there are any.
    pub text: Option<String>,
}

impl From<&Cell> for ReportCell {
    fn from(cell: &Cell) -> Self {
        ReportCell { value: cell.value(), text: cell.text() }
    }
}

/// A group with its figures.
#[derive(SimpleObject, Clone, Debug)]
pub struct ReportRow {
    /// How many groups deep: 1 is the outermost, 0 the whole report.
    pub level: i32,
    /// Its groups, the outermost first, `level` of them.
    pub keys: Vec<ReportCell>,
    /// Of its amounts: what is in different currencies is never added up. None where the report has no amounts.
    pub currency: Option<String>,
    /// One for each of the definition's.
    pub measures: Vec<ReportCell>,
}

impl From<&Figures> for ReportRow {
    fn from(one: &Figures) -> Self {
        ReportRow {
            level: i32::try_from(one.level).unwrap_or_default(),
            keys: one.keys[..one.level].iter().map(ReportCell::from).collect(),
            currency: Some(one.currency.clone()).filter(|currency| !currency.is_empty()),
            measures: one.measures.iter().map(ReportCell::from).collect(),
        }
    }
}

/// A report's groups with their figures.
#[derive(SimpleObject, Clone, Debug)]
pub struct ReportTable {
    /// The first day, on the calendar of the home station.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Of the groups.
    pub groups: Vec<ReportHead>,
    pub measures: Vec<ReportHead>,
    /// Each group before those in it: subtotals stand above.
    pub rows: Vec<ReportRow>,
    /// How many groups there are, on all levels.
    pub total_count: i32,
    /// The whole report, once for each currency.
    pub totals: Vec<ReportRow>,
    pub page_info: PageInfo,
}

/// A row behind a figure.
#[derive(SimpleObject, Clone, Debug)]
pub struct ReportDetail {
    pub cells: Vec<ReportCell>,
    /// Of its amounts.
    pub currency: Option<String>,
}

/// The rows behind a figure.
#[derive(SimpleObject, Clone, Debug)]
pub struct ReportDetails {
    pub columns: Vec<ReportHead>,
    pub nodes: Vec<ReportDetail>,
    /// How many there are.
    pub total_count: i32,
    pub page_info: PageInfo,
}

#[derive(async_graphql::Union)]
pub enum ReportResult {
    Table(ReportTable),
    InvalidInput(InvalidInput),
}

#[derive(async_graphql::Union)]
pub enum ReportRowsResult {
    Details(ReportDetails),
    InvalidInput(InvalidInput),
}

impl Asked<'_> {
    fn head(&self, code: &str) -> Option<(&'static Column, String)> {
        let column = self.set.column(code)?;
        Some((column, t(self.language, &format!("report_column.{code}"), &[])))
    }

    pub fn group_heads(&self) -> Vec<ReportHead> {
        let heads = self.definition.groups.iter().filter_map(|group| {
            let (column, name) = self.head(&group.column)?;
            let part = group.part.map(ReportPart::from);
            let name = match group.part {
                None => name,
                Some(part) => format!("{name}: {}", t(self.language, &format!("report_part.{part:?}"), &[])),
            };
            Some(ReportHead { name, kind: column.kind.into(), part, measure: None, column: Some(column.code.into()) })
        });
        heads.collect()
    }

    pub fn measure_heads(&self) -> Vec<ReportHead> {
        let heads = self.definition.measures.iter().map(|measure| {
            let column = measure.column.as_deref().and_then(|code| self.head(code));
            let of =
                column.as_ref().map_or_else(|| t(self.language, "report_measure.rows", &[]), |(_, name)| name.clone());
            let name = match (measure.kind, &column) {
                (MeasureKind::Count, _) | (MeasureKind::Sum, Some(_)) => of,
                (kind, _) => t(self.language, &format!("report_measure.{kind:?}"), &[("of", &of)]),
            };
            let kind = match (measure.kind, column.map(|(column, _)| column.kind)) {
                (MeasureKind::ShareOfTotal | MeasureKind::ShareOfGroup, _) | (_, Some(ColumnKind::Share)) => {
                    ReportColumnKind::Share
                }
                (_, Some(ColumnKind::Money)) => ReportColumnKind::Money,
                (MeasureKind::Average, _) => ReportColumnKind::Decimal,
                _ => ReportColumnKind::Integer,
            };
            let measure = ReportMeasure { kind: ReportMeasureKind::from(measure.kind), column: measure.column.clone() };
            ReportHead { name, kind, part: None, column: measure.column.clone(), measure: Some(measure) }
        });
        heads.collect()
    }

    pub fn column_heads(&self) -> Vec<ReportHead> {
        let heads = self.definition.columns.iter().filter_map(|code| {
            let (column, name) = self.head(code)?;
            Some(ReportHead {
                name,
                kind: column.kind.into(),
                part: None,
                measure: None,
                column: Some(column.code.into()),
            })
        });
        heads.collect()
    }
}
