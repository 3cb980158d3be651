//! From the database's rows to a report's: names, words, shares, order.

use std::cmp::Ordering;
use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::money::{Currency, to_decimal};
use domain::report::{ColumnKind, MeasureKind, Part};
use rust_decimal::Decimal;
use sea_orm::QueryResult;
use uuid::Uuid;

use crate::features::site::at_home;
use crate::i18n::{Language, t};
use crate::platform::Fault;
use crate::platform::sheet::Cell as SheetCell;

use super::data_set::Column;
use super::statement::{Asked, Stored, stored};

/// What stands in a cell of a report.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Cell {
    #[default]
    Empty,
    /// What it is called, by its key.
    Named(String, String),
    Number(i64),
    /// An amount in whole units, an average.
    Decimal(Decimal),
    /// 0.25 is a quarter.
    Share(Decimal),
    Date(NaiveDate),
    Moment(DateTime<Utc>),
}

impl Cell {
    fn named(text: String) -> Cell {
        Cell::Named(text.clone(), text)
    }

    /// As a key, and as the schema says it.
    pub fn value(&self) -> Option<String> {
        match self {
            Cell::Empty => None,
            Cell::Named(key, _) => Some(key.clone()),
            Cell::Number(number) => Some(number.to_string()),
            Cell::Decimal(number) | Cell::Share(number) => Some(number.to_string()),
            Cell::Date(day) => Some(day.to_string()),
            Cell::Moment(at) => Some(at_home(*at).format("%Y-%m-%dT%H:%M:%S").to_string()),
        }
    }

    /// In the viewer's words, where there are any.
    pub fn text(&self) -> Option<String> {
        match self {
            Cell::Named(_, text) => Some(text.clone()),
            _ => None,
        }
    }

    pub fn in_sheet(&self) -> SheetCell {
        match self {
            Cell::Empty => SheetCell::Empty,
            Cell::Named(_, text) => SheetCell::Text(text.clone()),
            Cell::Number(number) => SheetCell::Number(*number),
            Cell::Decimal(number) => SheetCell::Amount(*number),
            Cell::Share(number) => SheetCell::Share(*number),
            Cell::Date(day) => SheetCell::Date(*day),
            Cell::Moment(at) => SheetCell::Moment(at_home(*at)),
        }
    }

    fn number(&self) -> Option<Decimal> {
        match self {
            Cell::Number(number) => Some(Decimal::from(*number)),
            Cell::Decimal(number) | Cell::Share(number) => Some(*number),
            _ => None,
        }
    }
}

/// A group with its figures; the whole report at level 0.
#[derive(Clone, Debug)]
pub struct Figures {
    /// How many groups deep.
    pub level: usize,
    /// Its groups, the outermost first.
    pub keys: Vec<Cell>,
    /// Of its amounts; empty where it has none.
    pub currency: String,
    pub measures: Vec<Cell>,
}

/// One figure row as the database answered it.
struct Raw {
    level: usize,
    keys: Vec<Cell>,
    currency: String,
    count: i64,
    /// By column: the sum and the count, or the part and the whole.
    sums: Vec<(i64, i64)>,
}

impl Asked<'_> {
    /// The groups in their order, each before those in it, and the whole last, once for each currency.
    pub fn assemble(&self, rows: &[QueryResult]) -> Result<Vec<Figures>, Fault> {
        let raws: Vec<Raw> = rows.iter().map(|row| self.raw(row)).collect::<Result<_, _>>()?;
        // By currency and the keys above.
        let mut within: HashMap<(String, Vec<Option<String>>), Vec<Raw>> = HashMap::new();
        let mut wholes = Vec::new();
        for raw in raws {
            match raw.level.checked_sub(1) {
                None => wholes.push(raw),
                Some(above) => {
                    let path = raw.keys[..above].iter().map(Cell::value).collect();
                    within.entry((raw.currency.clone(), path)).or_default().push(raw);
                }
            }
        }
        wholes.sort_by(|a, b| a.currency.cmp(&b.currency));
        let mut told = Vec::new();
        for whole in &wholes {
            self.descend(whole, whole, &mut within, &mut told);
        }
        told.extend(wholes.iter().map(|whole| self.figures_of(whole, whole, whole)));
        Ok(told)
    }

    fn descend(
        &self,
        whole: &Raw,
        above: &Raw,
        within: &mut HashMap<(String, Vec<Option<String>>), Vec<Raw>>,
        told: &mut Vec<Figures>,
    ) {
        let path = (above.currency.clone(), above.keys[..above.level].iter().map(Cell::value).collect());
        let Some(raws) = within.remove(&path) else { return };
        let mut rows: Vec<(Figures, Raw)> =
            raws.into_iter().map(|raw| (self.figures_of(&raw, above, whole), raw)).collect();
        rows.sort_by(|(a, _), (b, _)| self.order(a, b));
        for (figures, raw) in rows {
            told.push(figures);
            self.descend(whole, &raw, within, told);
        }
    }

    fn order(&self, a: &Figures, b: &Figures) -> Ordering {
        let last = a.level - 1;
        let sort = self.definition.sort.as_ref();
        let turned = |order: Ordering, turn: bool| if turn { order.reverse() } else { order };
        let by_key = compare(&a.keys[last], &b.keys[last]);
        match sort {
            Some(sort) if sort.measure.is_some() => {
                let of = |one: &Figures| sort.measure.and_then(|n| one.measures.get(n)).and_then(Cell::number);
                turned(of(a).cmp(&of(b)), sort.descending).then(by_key)
            }
            Some(sort) if sort.column.as_deref() == Some(&self.definition.groups[last].column) => {
                turned(by_key, sort.descending)
            }
            _ => by_key,
        }
    }

    fn raw(&self, row: &QueryResult) -> Result<Raw, Fault> {
        let level: i32 = row.try_get("", "level")?;
        let level = usize::try_from(level)?;
        let mut keys = Vec::with_capacity(self.definition.groups.len());
        for (n, group) in self.definition.groups.iter().enumerate() {
            let column = self.set.column(&group.column).ok_or_else(|| Fault::new("no such column"))?;
            let cell = if n < level {
                self.key_cell(row, (&format!("k{n}"), &format!("n{n}")), column, group.part)?
            } else {
                Cell::Empty
            };
            keys.push(cell);
        }
        let summed = self.summed();
        let mut sums = Vec::with_capacity(summed.len());
        for n in 0..summed.len() {
            let of = |name: String| row.try_get::<Option<i64>>("", &name).map(Option::unwrap_or_default);
            sums.push((of(format!("a{n}"))?, of(format!("b{n}"))?));
        }
        Ok(Raw { level, keys, currency: row.try_get("", "cur")?, count: row.try_get("", "n")?, sums })
    }

    fn key_cell(
        &self,
        row: &QueryResult,
        (key, name): (&str, &str),
        column: &Column,
        part: Option<Part>,
    ) -> Result<Cell, Fault> {
        Ok(match stored(column.kind, part) {
            Stored::Id => match row.try_get::<Option<Uuid>>("", key)? {
                None => Cell::Empty,
                Some(id) => {
                    let name: Option<String> = row.try_get("", name)?;
                    Cell::Named(id.to_string(), name.filter(|name| !name.is_empty()).unwrap_or_else(|| "—".into()))
                }
            },
            Stored::Integer if part == Some(Part::Weekday) => match row.try_get::<Option<i64>>("", key)? {
                None => Cell::Empty,
                Some(day) => Cell::Named(day.to_string(), t(self.language, &format!("report_weekday.{day}"), &[])),
            },
            Stored::Date if part == Some(Part::Month) => match row.try_get::<Option<NaiveDate>>("", key)? {
                None => Cell::Empty,
                Some(day) => {
                    let month = t(self.language, &format!("report_month.{}", day.format("%-m")), &[]);
                    Cell::Named(day.to_string(), format!("{month} {}", day.format("%Y")))
                }
            },
            Stored::Integer if part.is_some() => row.try_get::<Option<i64>>("", key)?.map_or(Cell::Empty, Cell::Number),
            Stored::Date => row.try_get::<Option<NaiveDate>>("", key)?.map_or(Cell::Empty, Cell::Date),
            _ => self.cell(row, key, column, "")?,
        })
    }

    /// A cell of a row; `whole` is the name of a share's other number.
    fn cell(&self, row: &QueryResult, at: &str, column: &Column, whole: &str) -> Result<Cell, Fault> {
        Ok(match column.kind {
            ColumnKind::Text | ColumnKind::Reference => {
                row.try_get::<Option<String>>("", at)?.filter(|text| !text.is_empty()).map_or(Cell::Empty, Cell::named)
            }
            ColumnKind::Word => row.try_get::<Option<String>>("", at)?.map_or(Cell::Empty, |code| {
                let words = word(self.language, column.more, &code);
                Cell::Named(code, words)
            }),
            ColumnKind::Integer => row.try_get::<Option<i64>>("", at)?.map_or(Cell::Empty, Cell::Number),
            ColumnKind::Money => {
                let currency: String = row.try_get("", "cur")?;
                row.try_get::<Option<i64>>("", at)?
                    .map_or(Cell::Empty, |minor| Cell::Decimal(whole_units(minor, &currency)))
            }
            ColumnKind::Date => row.try_get::<Option<NaiveDate>>("", at)?.map_or(Cell::Empty, Cell::Date),
            ColumnKind::Moment => row.try_get::<Option<DateTime<Utc>>>("", at)?.map_or(Cell::Empty, Cell::Moment),
            ColumnKind::Share => {
                let (part, whole): (Option<i64>, Option<i64>) = (row.try_get("", at)?, row.try_get("", whole)?);
                share(part.unwrap_or_default().into(), whole.unwrap_or_default().into())
            }
        })
    }

    /// The definition's columns of a row, and its currency.
    pub fn row(&self, row: &QueryResult) -> Result<(Vec<Cell>, String), Fault> {
        let mut cells = Vec::with_capacity(self.definition.columns.len());
        for (n, code) in self.definition.columns.iter().enumerate() {
            let column = self.set.column(code).ok_or_else(|| Fault::new("no such column"))?;
            cells.push(self.cell(row, &format!("c{n}"), column, &format!("s{n}"))?);
        }
        Ok((cells, row.try_get("", "cur")?))
    }

    fn figures_of(&self, raw: &Raw, above: &Raw, whole: &Raw) -> Figures {
        let summed = self.summed();
        let measures = self.definition.measures.iter().map(|measure| {
            let column = measure.column.as_deref().and_then(|code| summed.iter().position(|one| one.code == code));
            let kind = column.map(|n| summed[n].kind);
            let of = |raw: &Raw| Decimal::from(column.map_or(raw.count, |n| raw.sums[n].0));
            let (sum, count) = column.map_or((raw.count, raw.count), |n| raw.sums[n]);
            match (measure.kind, kind) {
                (MeasureKind::Count, _) => Cell::Number(raw.count),
                (MeasureKind::Sum, Some(ColumnKind::Money)) => Cell::Decimal(whole_units(sum, &raw.currency)),
                (MeasureKind::Sum, _) => Cell::Number(sum),
                (MeasureKind::Average, Some(ColumnKind::Share)) => share(sum.into(), count.into()),
                (MeasureKind::Average, _) if count == 0 => Cell::Empty,
                (MeasureKind::Average, Some(ColumnKind::Money)) => {
                    Cell::Decimal((whole_units(sum, &raw.currency) / Decimal::from(count)).round_dp(2))
                }
                (MeasureKind::Average, _) => Cell::Decimal((Decimal::from(sum) / Decimal::from(count)).round_dp(2)),
                (MeasureKind::ShareOfTotal, _) => share(of(raw), of(whole)),
                (MeasureKind::ShareOfGroup, _) => share(of(raw), of(above)),
            }
        });
        Figures {
            level: raw.level,
            keys: raw.keys.clone(),
            currency: raw.currency.clone(),
            measures: measures.collect(),
        }
    }
}

/// In the viewer's words; what has none stays as it is.
pub fn word(language: Language, group: &str, code: &str) -> String {
    // Accounts and ways of payment have a code of their own after a colon.
    let (head, rest) = code.split_once(':').map_or((code, None), |(head, rest)| (head, Some(rest)));
    let key = format!("{group}.{head}");
    let words = t(language, &key, &[]);
    match (words == key, rest) {
        (true, _) => code.to_owned(),
        (false, None) => words,
        (false, Some(rest)) => format!("{words} {rest}"),
    }
}

fn share(part: Decimal, whole: Decimal) -> Cell {
    if whole.is_zero() { Cell::Empty } else { Cell::Share((part / whole).round_dp(4)) }
}

fn whole_units(minor: i64, currency: &str) -> Decimal {
    to_decimal(minor, Currency::parse(currency).unwrap_or(Currency::KGS))
}

fn compare(a: &Cell, b: &Cell) -> Ordering {
    match (a, b) {
        (Cell::Named(key, text), Cell::Named(other, other_text)) => {
            // Months and weekdays by their keys, which sort as time does; names as they are read.
            let in_time = |key: &str| key.len() == 1 || key.parse::<NaiveDate>().is_ok();
            if in_time(key) && in_time(other) { key.cmp(other) } else { text.cmp(other_text).then(key.cmp(other)) }
        }
        (Cell::Date(a), Cell::Date(b)) => a.cmp(b),
        (Cell::Moment(a), Cell::Moment(b)) => a.cmp(b),
        (Cell::Empty, Cell::Empty) => Ordering::Equal,
        // What has no value comes last.
        (Cell::Empty, _) => Ordering::Greater,
        (_, Cell::Empty) => Ordering::Less,
        (a, b) => a.number().cmp(&b.number()),
    }
}
