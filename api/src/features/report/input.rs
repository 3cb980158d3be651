//! A report's definition, as the schema takes it and gives it back.

use async_graphql::{Enum, InputObject, SimpleObject};
use domain::report as rules;

use crate::graphql::Date;

/// What a time is put together by, on the clock of the home station.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "rules::Part")]
pub enum ReportPart {
    Hour,
    Day,
    /// 1 is Monday.
    Weekday,
    Month,
}

/// A figure of a group.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "rules::MeasureKind")]
pub enum ReportMeasureKind {
    /// Rows.
    Count,
    Sum,
    Average,
    /// Of the whole report, in the same currency; 1 is all of it.
    ShareOfTotal,
    /// Of the group that it stands in.
    ShareOfGroup,
}

/// How a column's values are chosen.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "rules::Operator")]
pub enum ReportOperator {
    AnyOf,
    NoneOf,
    /// The text, or the name of what is referred to, has it in it.
    Contains,
    /// Of a time: from the beginning of the day on.
    AtLeast,
    /// Of a time: until the end of the day.
    AtMost,
    Empty,
    Filled,
}

/// How figures are drawn.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "rules::Chart")]
pub enum ReportChart {
    None,
    Bars,
    Line,
}

/// Days that follow from the day on which the report is read.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReportPeriodKind {
    /// From the day `from` to the day `to`.
    Between,
    Today,
    Yesterday,
    /// Until today.
    Last7Days,
    /// Until today.
    Last30Days,
    /// Until today.
    ThisMonth,
    LastMonth,
    /// Until today.
    ThisYear,
    /// The year until today.
    LastYear,
}

/// Of which days, on the calendar of the home station.
#[derive(InputObject, SimpleObject, Clone, Debug)]
#[graphql(input_name = "ReportPeriodInput")]
pub struct ReportPeriod {
    pub kind: ReportPeriodKind,
    /// Of BETWEEN: the first day.
    pub from: Option<Date>,
    /// Of BETWEEN: the last day, included; at most three years.
    pub to: Option<Date>,
}

/// What rows are put together by.
#[derive(InputObject, SimpleObject, Clone, Debug)]
#[graphql(input_name = "ReportGroupInput")]
pub struct ReportGroup {
    pub column: String,
    /// Of a date or an instant, and only of these.
    pub part: Option<ReportPart>,
}

/// What is told of each group.
#[derive(InputObject, SimpleObject, Clone, Debug)]
#[graphql(input_name = "ReportMeasureInput")]
pub struct ReportMeasure {
    pub kind: ReportMeasureKind,
    /// None: rows.
    pub column: Option<String>,
}

/// Which rows count.
#[derive(InputObject, SimpleObject, Clone, Debug)]
#[graphql(input_name = "ReportFilterInput")]
pub struct ReportFilter {
    pub column: String,
    pub operator: ReportOperator,
    /// Codes, keys of references, numbers, amounts in whole units, days.
    #[graphql(default)]
    pub values: Vec<String>,
}

/// In which order rows stand, or groups within theirs.
#[derive(InputObject, SimpleObject, Clone, Debug)]
#[graphql(input_name = "ReportSortingInput")]
pub struct ReportSorting {
    /// A column of the rows, or one that is grouped by; none: the measure.
    pub column: Option<String>,
    /// Which measure, from 0.
    pub measure: Option<i32>,
    pub descending: bool,
}

/// A question to a data set.
#[derive(InputObject, SimpleObject, Clone, Debug)]
#[graphql(input_name = "ReportDefinitionInput")]
pub struct ReportDefinition {
    /// A code of `reportDataSets`.
    pub data_set: String,
    pub period: ReportPeriod,
    /// Of the rows, in their order.
    #[graphql(default)]
    pub columns: Vec<String>,
    /// From the outside in, at most four.
    #[graphql(default)]
    pub groups: Vec<ReportGroup>,
    #[graphql(default)]
    pub measures: Vec<ReportMeasure>,
    #[graphql(default)]
    pub filters: Vec<ReportFilter>,
    pub sort: Option<ReportSorting>,
    #[graphql(default_with = "ReportChart::None")]
    pub chart: ReportChart,
}

impl ReportDefinition {
    /// None: a period between days that are not named.
    pub fn read(self) -> Option<rules::Definition> {
        Some(rules::Definition {
            data_set: self.data_set,
            period: self.period.read()?,
            columns: self.columns,
            groups: self
                .groups
                .into_iter()
                .map(|group| rules::Group { column: group.column, part: group.part.map(Into::into) })
                .collect(),
            measures: self
                .measures
                .into_iter()
                .map(|measure| rules::Measure { kind: measure.kind.into(), column: measure.column })
                .collect(),
            filters: self
                .filters
                .into_iter()
                .map(|one| rules::Filter { column: one.column, operator: one.operator.into(), values: one.values })
                .collect(),
            sort: self.sort.map(|sort| rules::Sorting {
                column: sort.column,
                measure: sort.measure.map(|n| usize::try_from(n).unwrap_or(usize::MAX)),
                descending: sort.descending,
            }),
            chart: self.chart.into(),
        })
    }
}

impl ReportPeriod {
    fn read(self) -> Option<rules::Period> {
        Some(match self.kind {
            ReportPeriodKind::Between => rules::Period::Between { from: self.from?.0, to: self.to?.0 },
            ReportPeriodKind::Today => rules::Period::Today,
            ReportPeriodKind::Yesterday => rules::Period::Yesterday,
            ReportPeriodKind::Last7Days => rules::Period::Last7Days,
            ReportPeriodKind::Last30Days => rules::Period::Last30Days,
            ReportPeriodKind::ThisMonth => rules::Period::ThisMonth,
            ReportPeriodKind::LastMonth => rules::Period::LastMonth,
            ReportPeriodKind::ThisYear => rules::Period::ThisYear,
            ReportPeriodKind::LastYear => rules::Period::LastYear,
        })
    }
}

impl From<rules::Period> for ReportPeriod {
    fn from(period: rules::Period) -> Self {
        let (mut from, mut to) = (None, None);
        let kind = match period {
            rules::Period::Between { from: first, to: last } => {
                (from, to) = (Some(Date(first)), Some(Date(last)));
                ReportPeriodKind::Between
            }
            rules::Period::Today => ReportPeriodKind::Today,
            rules::Period::Yesterday => ReportPeriodKind::Yesterday,
            rules::Period::Last7Days => ReportPeriodKind::Last7Days,
            rules::Period::Last30Days => ReportPeriodKind::Last30Days,
            rules::Period::ThisMonth => ReportPeriodKind::ThisMonth,
            rules::Period::LastMonth => ReportPeriodKind::LastMonth,
            rules::Period::ThisYear => ReportPeriodKind::ThisYear,
            rules::Period::LastYear => ReportPeriodKind::LastYear,
        };
        ReportPeriod { kind, from, to }
    }
}

impl From<rules::Definition> for ReportDefinition {
    fn from(asked: rules::Definition) -> Self {
        ReportDefinition {
            data_set: asked.data_set,
            period: asked.period.into(),
            columns: asked.columns,
            groups: asked
                .groups
                .into_iter()
                .map(|group| ReportGroup { column: group.column, part: group.part.map(Into::into) })
                .collect(),
            measures: asked
                .measures
                .into_iter()
                .map(|one| ReportMeasure { kind: one.kind.into(), column: one.column })
                .collect(),
            filters: asked
                .filters
                .into_iter()
                .map(|one| ReportFilter { column: one.column, operator: one.operator.into(), values: one.values })
                .collect(),
            sort: asked.sort.map(|sort| ReportSorting {
                column: sort.column,
                measure: sort.measure.and_then(|n| i32::try_from(n).ok()),
                descending: sort.descending,
            }),
            chart: asked.chart.into(),
        }
    }
}
