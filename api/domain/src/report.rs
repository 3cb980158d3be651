//! Reports: what may be asked of a data set, and what is wrong with a question. How it is answered is the database's.

mod check;
mod period;
mod schedule;
mod zone;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use check::{Problem, problems};
pub use period::Period;
pub use schedule::Rhythm;
pub use zone::{Offset, offsets};

/// Most groups within each other, columns, filters and measures of a report.
pub const MOST_GROUPS: usize = 4;
pub const MOST_COLUMNS: usize = 30;
pub const MOST_FILTERS: usize = 12;
pub const MOST_MEASURES: usize = 8;
/// Most values that one filter names.
pub const MOST_VALUES: usize = 200;
/// Longest period: three years.
pub const MOST_DAYS: i64 = 3 * 366;

/// What stands in a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ColumnKind {
    Text,
    /// One of a few codes that have words.
    Word,
    /// A row of another table, by its id and name.
    Reference,
    Integer,
    /// Minor units of the row's currency.
    Money,
    Date,
    /// An instant.
    Moment,
    /// One whole number as a share of another.
    Share,
}

/// A column of a data set, as far as questions go.
#[derive(Clone, Copy, Debug)]
pub struct ColumnFacts {
    pub code: &'static str,
    pub kind: ColumnKind,
}

impl ColumnKind {
    /// Rows can be put together by it.
    pub fn groups(self) -> bool {
        !matches!(self, ColumnKind::Money | ColumnKind::Share)
    }

    pub fn is_time(self) -> bool {
        matches!(self, ColumnKind::Date | ColumnKind::Moment)
    }

    pub fn adds_up(self) -> bool {
        matches!(self, ColumnKind::Integer | ColumnKind::Money)
    }

    /// What rows can be chosen by.
    pub fn operators(self) -> &'static [Operator] {
        use Operator::{AnyOf, AtLeast, AtMost, Contains, Empty, Filled, NoneOf};
        match self {
            ColumnKind::Text => &[AnyOf, NoneOf, Contains, Empty, Filled],
            ColumnKind::Word => &[AnyOf, NoneOf, Empty, Filled],
            ColumnKind::Reference => &[AnyOf, NoneOf, Contains, Empty, Filled],
            ColumnKind::Integer => &[AnyOf, AtLeast, AtMost, Empty, Filled],
            ColumnKind::Money => &[AtLeast, AtMost],
            ColumnKind::Date | ColumnKind::Moment => &[AtLeast, AtMost, Empty, Filled],
            ColumnKind::Share => &[],
        }
    }
}

/// What a time is put together by.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Part {
    Hour,
    Day,
    /// 1 is Monday.
    Weekday,
    Month,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Group {
    pub column: String,
    /// Of a date or an instant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum MeasureKind {
    /// Rows.
    Count,
    Sum,
    Average,
    /// Of everything in the report, in the same currency.
    ShareOfTotal,
    /// Of the group that it stands in.
    ShareOfGroup,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Measure {
    pub kind: MeasureKind,
    /// None: rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Operator {
    AnyOf,
    NoneOf,
    Contains,
    AtLeast,
    AtMost,
    Empty,
    Filled,
}

impl Operator {
    /// How many values it wants: at least, at most.
    fn values(self) -> (usize, usize) {
        match self {
            Operator::AnyOf | Operator::NoneOf => (1, MOST_VALUES),
            Operator::Contains | Operator::AtLeast | Operator::AtMost => (1, 1),
            Operator::Empty | Operator::Filled => (0, 0),
        }
    }
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Filter {
    pub column: String,
    pub operator: Operator,
    #[serde(default)]
    pub values: Vec<String>,
}

/// By what rows, or groups within their group, are sorted.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Sorting {
    /// A column of the rows, or of the groups; none: the measure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// Which measure, from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<usize>,
    pub descending: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Chart {
    #[default]
    None,
    Bars,
    Line,
}

/// A question.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Definition {
    pub data_set: String,
    pub period: Period,
    /// Of the rows, in their order.
    #[serde(default)]
    pub columns: Vec<String>,
    #[serde(default)]
    pub groups: Vec<Group>,
    #[serde(default)]
    pub measures: Vec<Measure>,
    #[serde(default)]
    pub filters: Vec<Filter>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<Sorting>,
    #[serde(default)]
    pub chart: Chart,
}

/// Its days, the last one included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Days {
    pub from: NaiveDate,
    pub to: NaiveDate,
}
