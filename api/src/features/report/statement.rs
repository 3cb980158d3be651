//! From a question to SQL. Values are bound, never written into the text; the text is the same for both databases but for
//! the parts of a time.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::money::{Currency, from_decimal};
use domain::report::{ColumnKind, Days, Definition, Filter, Group, Measure, Operator, Part, offsets};
use rust_decimal::Decimal;
use sea_orm::{DbBackend, Statement, Value};
use uuid::Uuid;

use crate::features::site::{HOME_ZONE, day_begins, day_ends};
use crate::i18n::Language;
use crate::platform::Fault;

use super::data_set::{Column, DataSet, Stations};

/// Clocks are known so long before and after a report's period, for its columns of other times.
const AROUND: TimeDelta = TimeDelta::days(800);

/// What stands in a cell that the database answers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stored {
    Text,
    Id,
    Integer,
    Date,
    Moment,
    /// Two whole numbers.
    Share,
}

pub fn stored(kind: ColumnKind, part: Option<Part>) -> Stored {
    match (kind, part) {
        (_, Some(Part::Hour | Part::Weekday)) | (ColumnKind::Integer | ColumnKind::Money, _) => Stored::Integer,
        (_, Some(Part::Day | Part::Month)) | (ColumnKind::Date, None) => Stored::Date,
        (ColumnKind::Reference, None) => Stored::Id,
        (ColumnKind::Moment, None) => Stored::Moment,
        (ColumnKind::Share, None) => Stored::Share,
        (ColumnKind::Text | ColumnKind::Word, None) => Stored::Text,
    }
}

/// Whose rows are asked for.
pub struct Whose {
    pub carrier: Option<Uuid>,
    /// None: of all stations. The stations with their platforms.
    pub stops: Option<Vec<Uuid>>,
}

/// A question to one data set, while it becomes SQL.
pub struct Asked<'a> {
    pub set: &'static DataSet,
    pub definition: &'a Definition,
    pub days: Days,
    pub today: NaiveDate,
    pub language: Language,
    pub backend: DbBackend,
    pub whose: &'a Whose,
}

/// A group that is gone into: its key, as a text.
pub type Step = Option<String>;

struct Text {
    backend: DbBackend,
    values: Vec<Value>,
}

impl Text {
    fn bind(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }

    fn list(&mut self, values: Vec<Value>) -> String {
        values.into_iter().map(|value| self.bind(value)).collect::<Vec<_>>().join(", ")
    }
}

impl Asked<'_> {
    fn column(&self, code: &str) -> Result<&'static Column, Fault> {
        self.set.column(code).ok_or_else(|| Fault::new(format!("no column {code}")))
    }

    /// Of which columns sums are needed.
    pub fn summed(&self) -> Vec<&'static Column> {
        let mut found: Vec<&'static Column> = Vec::new();
        for Measure { column, .. } in &self.definition.measures {
            let column = column.as_deref().and_then(|code| self.set.column(code));
            if let Some(column) = column.filter(|column| found.iter().all(|other| other.code != column.code)) {
                found.push(column);
            }
        }
        found
    }

    /// Amounts of different currencies are never added up: each is a group of its own.
    pub fn by_currency(&self) -> bool {
        self.summed().iter().any(|column| column.kind == ColumnKind::Money)
    }

    /// Figures of all groups, of all levels, at once: the leaves are counted in one pass over the table, and those above
    /// are sums of theirs. Columns: level, k0…, n0… (names of references), cur, n, a0, b0, …
    pub fn figures(&self, most: u64) -> Result<Statement, Fault> {
        let mut text = Text { backend: self.backend, values: Vec::new() };
        let groups = &self.definition.groups;
        let mut select = Vec::new();
        for (n, group) in groups.iter().enumerate() {
            select.push(format!("{} AS k{n}", self.key(&mut text, group)?));
        }
        let mut keys: Vec<String> = (1..=groups.len()).map(|n| n.to_string()).collect();
        if self.by_currency() {
            select.push(format!("{} AS cur", self.set.currency.unwrap_or("''")));
            keys.push(select.len().to_string());
        } else {
            select.push("'' AS cur".into());
        }
        select.push("COUNT(*) AS n".into());
        let summed = self.summed();
        for (n, column) in summed.iter().enumerate() {
            let (part, whole) = match column.kind {
                ColumnKind::Share => (column.sql.to_owned(), format!("SUM({})", column.more)),
                _ => (column.sql.to_owned(), format!("COUNT({})", column.sql)),
            };
            select.push(format!("CAST(SUM({part}) AS BIGINT) AS a{n}, CAST({whole} AS BIGINT) AS b{n}"));
        }
        let rest = self.rest(&mut text, &[], None, &select.join(", "))?;
        let group_by = if keys.is_empty() { String::new() } else { format!(" GROUP BY {}", keys.join(", ")) };
        let leaf = format!("SELECT {} {rest}{group_by}", select.join(", "));

        let sums: Vec<String> = (0..summed.len())
            .map(|n| format!("CAST(SUM(a{n}) AS BIGINT) AS a{n}, CAST(SUM(b{n}) AS BIGINT) AS b{n}"))
            .collect();
        let sums = std::iter::once("CAST(SUM(n) AS BIGINT) AS n".to_owned()).chain(sums).collect::<Vec<_>>().join(", ");
        let mut levels = Vec::new();
        for level in (0..=groups.len()).rev() {
            let mut parts = vec![format!("{level} AS level")];
            let mut by: Vec<String> = (0..level).map(|n| format!("k{n}")).collect();
            for (n, group) in groups.iter().enumerate() {
                parts.push(if n < level { format!("k{n}") } else { format!("NULL AS k{n}") });
                let column = self.column(&group.column)?;
                if column.kind == ColumnKind::Reference && n < level {
                    let name = self.name_of(column, &format!("leaf.k{n}"));
                    parts.push(format!("{name} AS n{n}"));
                } else {
                    parts.push(format!("CAST(NULL AS TEXT) AS n{n}"));
                }
            }
            parts.push("cur".into());
            by.push("cur".into());
            levels.push(format!("SELECT {}, {sums} FROM leaf GROUP BY {}", parts.join(", "), by.join(", ")));
        }
        // At the end: for a few of the leaves the database would choose a way that takes long for all of them.
        let most = text.bind(i64::try_from(most + 1)?);
        let sql = format!("WITH leaf AS MATERIALIZED ({leaf}) {} LIMIT {most}", levels.join(" UNION ALL "));
        Ok(self.statement(&sql, text))
    }

    /// The rows behind the groups of a path, with the definition's columns as c0…, s0… (the wholes of shares) and `cur`.
    pub fn rows(&self, path: &[Step], currency: Option<&str>, page: Option<(u64, u64)>) -> Result<Statement, Fault> {
        let mut text = Text { backend: self.backend, values: Vec::new() };
        let mut select = Vec::new();
        let mut sort = None;
        for (n, code) in self.definition.columns.iter().enumerate() {
            let column = self.column(code)?;
            if self.definition.sort.as_ref().and_then(|sort| sort.column.as_ref()) == Some(code) {
                sort = Some(select.len() + 1);
            }
            match column.kind {
                ColumnKind::Reference => select.push(format!("{} AS c{n}", self.name_of(column, column.sql))),
                ColumnKind::Integer | ColumnKind::Money => {
                    select.push(format!("CAST({} AS BIGINT) AS c{n}", column.sql));
                }
                ColumnKind::Share => {
                    select.push(format!("CAST({} AS BIGINT) AS c{n}", column.sql));
                    select.push(format!("CAST({} AS BIGINT) AS s{n}", column.more));
                }
                _ => select.push(format!("{} AS c{n}", column.sql)),
            }
        }
        select.push(format!("{} AS cur", self.set.currency.unwrap_or("''")));
        let select = select.join(", ");
        let rest = self.rest(&mut text, path, currency, &select)?;
        let descending = self.definition.sort.as_ref().is_some_and(|sort| sort.descending);
        let direction = if descending { " DESC" } else { "" };
        let period = self.set.period.map(|period| self.column(period)).transpose()?.map(|column| column.sql);
        let by = period.into_iter().chain(self.set.id.split(", "));
        let by = by.map(|one| format!("{one}{direction}")).collect::<Vec<_>>().join(", ");
        let first = sort.map_or_else(String::new, |at| format!("{at}{direction}, "));
        let mut sql = format!("SELECT {select} {rest} ORDER BY {first}{by}");
        if let Some((offset, limit)) = page {
            let limit = text.bind(i64::try_from(limit)?);
            let offset = text.bind(i64::try_from(offset)?);
            sql.push_str(&format!(" LIMIT {limit} OFFSET {offset}"));
        }
        Ok(self.statement(&sql, text))
    }

    /// With the days that columns are counted from.
    fn statement(&self, sql: &str, text: Text) -> Statement {
        Statement::from_sql_and_values(self.backend, dated(sql, self.today, self.backend), text.values)
    }

    /// How many rows there are: `n`.
    pub fn count(&self, path: &[Step], currency: Option<&str>) -> Result<Statement, Fault> {
        let mut text = Text { backend: self.backend, values: Vec::new() };
        let rest = self.rest(&mut text, path, currency, "")?;
        Ok(self.statement(&format!("SELECT COUNT(*) AS n {rest}"), text))
    }

    /// From FROM to the end of WHERE; only what is mentioned is joined.
    fn rest(&self, text: &mut Text, path: &[Step], currency: Option<&str>, select: &str) -> Result<String, Fault> {
        let mut wheres = vec![self.set.always.to_owned()];
        if let Some(period) = self.set.period {
            let period = self.column(period)?;
            let from = self.day_bound(text, period, self.days.from, true);
            let to = self.day_bound(text, period, self.days.to, false);
            wheres.extend([from, to]);
        }
        if let (Some(id), Some(carrier)) = (self.whose.carrier, self.set.carrier) {
            wheres.push(format!("{carrier} = {}", text.bind(id)));
        }
        if let Some(stops) = &self.whose.stops {
            wheres.push(self.at_stations(text, stops));
        }
        for filter in &self.definition.filters {
            wheres.push(self.filter(text, filter)?);
        }
        for (group, step) in self.definition.groups.iter().zip(path) {
            wheres.push(self.step(text, group, step.as_deref())?);
        }
        if let (Some(code), Some(column)) = (currency, self.set.currency) {
            wheres.push(format!("{column} = {}", text.bind(code)));
        }
        let wheres = wheres.join(" AND ");
        let mut needed: Vec<&str> = Vec::new();
        for join in self.set.joins.iter().rev() {
            let by_others = needed.iter().any(|other| mentions(other, join.alias));
            if by_others || mentions(select, join.alias) || mentions(&wheres, join.alias) {
                needed.push(join.sql);
            }
        }
        needed.reverse();
        let mut joins = needed.join(" ");
        for (place, at) in [("{from}", day_begins(self.days.from)), ("{to}", day_ends(self.days.to))] {
            if joins.contains(place) {
                joins = joins.replace(place, &text.bind(at));
            }
        }
        Ok(format!("FROM {} {joins} WHERE {wheres}", self.set.from))
    }

    /// From the beginning of a day, or until its end.
    fn day_bound(&self, text: &mut Text, column: &Column, day: NaiveDate, from: bool) -> String {
        let sql = column.sql;
        match (column.kind, from) {
            (ColumnKind::Date, true) => format!("{sql} >= {}", text.bind(day)),
            (ColumnKind::Date, false) => format!("{sql} <= {}", text.bind(day)),
            (_, true) => format!("{sql} >= {}", text.bind(day_begins(day))),
            (_, false) => format!("{sql} < {}", text.bind(day_ends(day))),
        }
    }

    fn at_stations(&self, text: &mut Text, stops: &[Uuid]) -> String {
        let none = "1 = 0".to_owned();
        match self.set.stations {
            Stations::Nobody => none,
            _ if stops.is_empty() => none,
            Stations::Is(column) => {
                format!("{column} IN ({})", text.list(stops.iter().map(|id| (*id).into()).collect()))
            }
            Stations::Trip => {
                let calls: Vec<String> =
                    stops.iter().map(|id| format!("w.stops LIKE {}", text.bind(format!("%{id}%")))).collect();
                format!(
                    "t.schedule_id IN (SELECT q.id FROM schedule q JOIN pattern w ON w.id = q.pattern_id WHERE {})",
                    calls.join(" OR ")
                )
            }
        }
    }

    fn filter(&self, text: &mut Text, filter: &Filter) -> Result<String, Fault> {
        let column = self.column(&filter.column)?;
        let sql = column.sql;
        let value = filter.values.first().map(String::as_str).unwrap_or_default();
        Ok(match filter.operator {
            Operator::Empty => format!("{sql} IS NULL"),
            Operator::Filled => format!("{sql} IS NOT NULL"),
            Operator::AnyOf | Operator::NoneOf => {
                let values = filter.values.iter().map(|value| typed(stored(column.kind, None), value));
                let list = text.list(values.collect::<Result<_, _>>()?);
                match filter.operator {
                    Operator::AnyOf => format!("{sql} IN ({list})"),
                    // What is empty is none of them.
                    _ => format!("({sql} IS NULL OR {sql} NOT IN ({list}))"),
                }
            }
            Operator::Contains => {
                let within = match column.kind {
                    ColumnKind::Reference => self.name_of(column, sql),
                    _ => sql.to_owned(),
                };
                // A letter may be a capital: SQLite knows that of Latin letters alone.
                let mut capital = value.chars();
                let capital: String =
                    capital.next().map(|first| first.to_uppercase().chain(capital).collect()).unwrap_or_default();
                let any: Vec<String> = [value.to_owned(), value.to_lowercase(), capital]
                    .map(|one| one.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"))
                    .map(|one| format!("{within} LIKE {} ESCAPE '\\'", text.bind(format!("%{one}%"))))
                    .into();
                format!("({})", any.join(" OR "))
            }
            Operator::AtLeast | Operator::AtMost => {
                let least = filter.operator == Operator::AtLeast;
                match column.kind {
                    ColumnKind::Date | ColumnKind::Moment => self.day_bound(text, column, value.parse()?, least),
                    kind => {
                        let bound = if kind == ColumnKind::Money {
                            from_decimal(value.parse::<Decimal>()?, Currency::KGS).unwrap_or_default()
                        } else {
                            value.parse::<i64>()?
                        };
                        format!("{sql} {} {}", if least { ">=" } else { "<=" }, text.bind(bound))
                    }
                }
            }
        })
    }

    /// Rows of one group.
    fn step(&self, text: &mut Text, group: &Group, key: Option<&str>) -> Result<String, Fault> {
        let column = self.column(&group.column)?;
        let Some(key) = key else { return Ok(format!("{} IS NULL", column.sql)) };
        let (stored, sql) = (stored(column.kind, group.part), self.key(text, group)?);
        // The days of a period are read by the index of their column.
        if let (ColumnKind::Moment | ColumnKind::Date, Some(Part::Day)) = (column.kind, group.part) {
            let day = key.parse()?;
            return Ok(format!(
                "{} AND {}",
                self.day_bound(text, column, day, true),
                self.day_bound(text, column, day, false)
            ));
        }
        Ok(format!("{sql} = {}", text.bind(typed(stored, key)?)))
    }

    fn name_of(&self, column: &Column, key: &str) -> String {
        format!("({})", column.more.replace("{key}", key).replace("{lang}", self.language.code()))
    }

    /// What rows are put together by.
    fn key(&self, text: &mut Text, group: &Group) -> Result<String, Fault> {
        let column = self.column(&group.column)?;
        let Some(part) = group.part else {
            let sql = column.sql;
            return Ok(if column.kind == ColumnKind::Integer { format!("CAST({sql} AS BIGINT)") } else { sql.into() });
        };
        let local = Local::of(text, column, self.days);
        Ok(match (text.backend, part) {
            (DbBackend::Sqlite, Part::Day) => format!("date({local})"),
            (DbBackend::Sqlite, Part::Month) => format!("date({local}, 'start of month')"),
            (DbBackend::Sqlite, Part::Hour) => format!("CAST(strftime('%H', {local}) AS INTEGER)"),
            (DbBackend::Sqlite, Part::Weekday) => {
                format!("((CAST(strftime('%w', {local}) AS INTEGER) + 6) % 7 + 1)")
            }
            (_, Part::Day) => format!("CAST({local} AS date)"),
            (_, Part::Month) => format!("CAST(date_trunc('month', {local}) AS date)"),
            (_, Part::Hour) => format!("CAST(extract(hour FROM {local}) AS BIGINT)"),
            (_, Part::Weekday) => format!("CAST(extract(isodow FROM {local}) AS BIGINT)"),
        })
    }
}

/// A time on the clock of the station: in SQLite with a modifier, in PostgreSQL as a timestamp without a zone.
struct Local;

impl Local {
    fn of(text: &mut Text, column: &Column, days: Days) -> String {
        let sql = column.sql;
        let sqlite = text.backend == DbBackend::Sqlite;
        if column.kind == ColumnKind::Date {
            return if sqlite { sql.to_owned() } else { format!("CAST({sql} AS timestamp)") };
        }
        let ahead = |seconds: i32| {
            if sqlite { format!("'{seconds:+} seconds'") } else { format!("interval '{seconds} seconds'") }
        };
        let known = offsets(HOME_ZONE, day_begins(days.from) - AROUND, day_ends(days.to) + AROUND);
        let mut shift = known.first().map_or_else(|| ahead(0), |first| ahead(first.seconds));
        if known.len() > 1 {
            let mut cases = String::new();
            for (one, next) in known.iter().zip(known.iter().skip(1)) {
                cases.push_str(&format!("WHEN {sql} < {} THEN {} ", bound(text, next.since), ahead(one.seconds)));
            }
            let last = known.last().map_or(0, |last| last.seconds);
            shift = format!("CASE {cases}ELSE {} END", ahead(last));
        }
        if sqlite { format!("{sql}, {shift}") } else { format!("({sql} AT TIME ZONE 'UTC' + {shift})") }
    }
}

fn bound(text: &mut Text, at: DateTime<Utc>) -> String {
    text.bind(at)
}

/// A key of a path or a value of a filter, as the database keeps it.
fn typed(stored: Stored, value: &str) -> Result<Value, Fault> {
    Ok(match stored {
        Stored::Text | Stored::Moment | Stored::Share => value.to_owned().into(),
        Stored::Id => value.parse::<Uuid>()?.into(),
        Stored::Integer => value.parse::<i64>()?.into(),
        Stored::Date => value.parse::<NaiveDate>()?.into(),
    })
}

/// Whether a key is one that the group can have.
pub fn is_key(stored: Stored, value: &str) -> bool {
    typed(stored, value).is_ok()
}

/// With a day for each `{today}` and `{today-30}`; what people have typed is bound and does not stand in the text.
fn dated(sql: &str, today: NaiveDate, backend: DbBackend) -> String {
    let mut pieces = sql.split("{today");
    let mut dated = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (back, rest) = piece.split_once('}').unwrap_or(("", piece));
        let back = back.trim_start_matches('-').parse().unwrap_or(0);
        let kind = if backend == DbBackend::Sqlite { "" } else { "DATE " };
        dated.push_str(&format!("{kind}'{}'{rest}", today - TimeDelta::days(back)));
    }
    dated
}

/// Whether a piece of SQL speaks of a table's alias.
fn mentions(sql: &str, alias: &str) -> bool {
    let needle = format!("{alias}.");
    sql.match_indices(&needle).any(|(at, _)| {
        let before = sql[..at].chars().next_back();
        before.is_none_or(|letter| !letter.is_alphanumeric() && letter != '_' && letter != '"')
    })
}
