//! What can be reported on: tables with typed columns. One file of `sets` for each.

use domain::report::{ColumnFacts, ColumnKind};

use crate::graphql::{Permission, Viewer};

use super::sets;

/// A table that is joined where a column needs it: n rows to one, so that leaving it out changes no figure.
pub struct Join {
    /// Columns that mention `alias.` need it.
    pub alias: &'static str,
    /// `{from}` and `{to}` stand for when the report's period begins and ends.
    pub sql: &'static str,
}

/// Which rows whoever is tied to stations sees.
#[derive(Clone, Copy)]
pub enum Stations {
    /// None.
    Nobody,
    /// Those whose trip, `t`, calls there.
    Trip,
    /// Those with the station's id in this expression.
    Is(&'static str),
}

/// Rows that can be counted and added up.
pub struct DataSet {
    /// Its name is `report_set.<code>` in the catalogues.
    pub code: &'static str,
    /// Beside the right to see reports.
    pub may: Permission,
    pub from: &'static str,
    pub joins: &'static [Join],
    /// Holds for each row.
    pub always: &'static str,
    /// The column that the period is of; none: rows tell how things stand today, whatever the period.
    pub period: Option<&'static str>,
    /// Tells rows apart.
    pub id: &'static str,
    /// Of its amounts.
    pub currency: Option<&'static str>,
    /// The carrier that a row belongs to; none: rows are of the whole office.
    pub carrier: Option<&'static str>,
    pub stations: Stations,
    /// Its rows name people: who reads them is in the log.
    pub personal: bool,
    pub columns: &'static [Column],
}

/// A column. Its name is `report_column.<code>` in the catalogues.
#[derive(Clone, Copy)]
pub struct Column {
    pub code: &'static str,
    pub kind: ColumnKind,
    /// `{today}` and `{today-30}` stand for days: today at the station, and so many before it.
    pub sql: &'static str,
    /// Of a reference: its name by `{key}`, in `{lang}`. Of a share: the whole. Of a word: its group in the catalogues.
    pub more: &'static str,
    /// Beside the data set's.
    pub needs: Option<Permission>,
}

const fn plain(code: &'static str, kind: ColumnKind, sql: &'static str, more: &'static str) -> Column {
    Column { code, kind, sql, more, needs: None }
}

pub const fn text(code: &'static str, sql: &'static str) -> Column {
    plain(code, ColumnKind::Text, sql, "")
}

pub const fn word(code: &'static str, sql: &'static str, words: &'static str) -> Column {
    plain(code, ColumnKind::Word, sql, words)
}

pub const fn reference(code: &'static str, sql: &'static str, name: &'static str) -> Column {
    plain(code, ColumnKind::Reference, sql, name)
}

pub const fn integer(code: &'static str, sql: &'static str) -> Column {
    plain(code, ColumnKind::Integer, sql, "")
}

pub const fn money(code: &'static str, sql: &'static str) -> Column {
    plain(code, ColumnKind::Money, sql, "")
}

pub const fn date(code: &'static str, sql: &'static str) -> Column {
    plain(code, ColumnKind::Date, sql, "")
}

pub const fn moment(code: &'static str, sql: &'static str) -> Column {
    plain(code, ColumnKind::Moment, sql, "")
}

pub const fn share(code: &'static str, part: &'static str, whole: &'static str) -> Column {
    plain(code, ColumnKind::Share, part, whole)
}

impl Column {
    pub const fn needs(self, permission: Permission) -> Column {
        Column { needs: Some(permission), ..self }
    }
}

/// Names of what rows refer to.
pub const CARRIER: &str = "SELECT y.name ->> '{lang}' FROM carrier y WHERE y.id = {key}";
pub const ROUTE: &str = "SELECT y.number || ' · ' || (y.name ->> '{lang}') FROM route y WHERE y.id = {key}";
pub const STATION: &str = "SELECT y.name ->> '{lang}' FROM stop y WHERE y.id = {key}";
pub const DESK: &str = "SELECT y.sign FROM desk y WHERE y.id = {key}";
pub const PERSON: &str = "SELECT TRIM(COALESCE(y.last_name, '') || ' ' || COALESCE(y.first_name, '')) FROM account y \
                          WHERE y.id = {key}";
pub const REGISTER: &str = "SELECT y.name FROM fiscal_register y WHERE y.id = {key}";
pub const COMPANY: &str = "SELECT y.name FROM company y WHERE y.id = {key}";
pub const PARTNER: &str = "SELECT y.name FROM api_key y WHERE y.id = {key}";

impl DataSet {
    pub const ALL: [&'static DataSet; 13] = [
        &sets::SALES,
        &sets::RETURNS,
        &sets::PAYMENTS,
        &sets::PASSENGERS,
        &sets::TRIPS,
        &sets::CASH,
        &sets::LEDGER,
        &sets::AUDIT,
        &sets::CUSTOMERS,
        &sets::RECEIPTS,
        &sets::SETTLEMENT,
        &sets::DEBTS,
        &sets::TICKETS,
    ];

    pub fn find(code: &str) -> Option<&'static DataSet> {
        Self::ALL.into_iter().find(|set| set.code == code)
    }

    /// Whether the viewer may ask it anything.
    pub fn is_open_to(&self, viewer: &Viewer) -> bool {
        viewer.can(Permission::ViewReports)
            && viewer.can(self.may)
            && (viewer.only_carrier().is_none() || self.carrier.is_some())
            && (viewer.only_stations().is_empty() || !matches!(self.stations, Stations::Nobody))
    }

    /// The columns that the viewer may see.
    pub fn columns_for(&self, viewer: &Viewer) -> impl Iterator<Item = &'static Column> {
        self.columns.iter().filter(|column| column.needs.is_none_or(|needs| viewer.can(needs)))
    }

    pub fn facts_for(&self, viewer: &Viewer) -> Vec<ColumnFacts> {
        self.columns_for(viewer).map(|column| ColumnFacts { code: column.code, kind: column.kind }).collect()
    }

    pub fn column(&self, code: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.code == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Language, t};

    #[test]
    fn each_set_and_column_has_its_words_and_a_period() {
        for set in DataSet::ALL {
            let mut keys = vec![format!("report_set.{}", set.code)];
            keys.extend(set.columns.iter().map(|column| format!("report_column.{}", column.code)));
            for key in keys {
                assert_ne!(t(Language::En, &key, &[]), key, "no words for it");
            }
            let period = set.period.map(|period| set.column(period).is_some_and(|column| column.kind.is_time()));
            assert_ne!(period, Some(false), "{}", set.code);
            let sums = set.columns.iter().any(|column| column.kind == ColumnKind::Money);
            assert!(!sums || set.currency.is_some(), "{}: amounts of no currency", set.code);
            let mut codes: Vec<&str> = set.columns.iter().map(|column| column.code).collect();
            codes.sort_unstable();
            codes.dedup();
            assert_eq!(codes.len(), set.columns.len(), "{}: a code twice", set.code);
        }
    }
}
