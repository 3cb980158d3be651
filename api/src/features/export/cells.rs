//! From what a list's field answers to the cells of a row.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use rust_decimal::Decimal;
use serde_json::Value;

use crate::features::site::at_home;
use crate::i18n::{Language, t};
use crate::platform::sheet::Cell;

/// How a value of an answer becomes a cell. Paths are as `/calls/last/departure/local`.
#[derive(Clone, Copy)]
pub enum Read {
    Text(&'static str),
    /// A member of an enum, in the viewer's words: their group in the catalogues, then the path.
    Word(&'static str, &'static str),
    Number(&'static str),
    /// A number that need not be whole, in words of the schema.
    Decimal(&'static str),
    /// Two cells: the amount and its currency.
    Money(&'static str),
    Date(&'static str),
    /// An instant, shown on the clock of the home station.
    Moment(&'static str),
    /// A time on the clock of its stop.
    Local(&'static str),
    /// Yes or no, or nothing.
    Yes(&'static str),
    /// Yes where there is something.
    Has(&'static str),
    /// Several texts in one.
    Texts(&'static [&'static str]),
    /// Each of a list: the texts of each joined by the first sign, and they by the second.
    Each(&'static str, &'static [&'static str], &'static str, &'static str),
    /// Of the first in a list where a field has a value: its text.
    Which {
        list: &'static str,
        field: &'static str,
        is: &'static str,
        text: &'static str,
    },
    /// Members of an enum, each in the viewer's words: their group in the catalogues, then the path of the list.
    Words(&'static str, &'static str),
    /// As it is.
    Json(&'static str),
}

impl Read {
    /// Makes two cells, the other one for the currency.
    pub fn is_money(self) -> bool {
        matches!(self, Read::Money(_))
    }

    pub fn push(self, node: &Value, language: Language, row: &mut Vec<Cell>) {
        let cell = match self {
            Read::Money(path) => {
                let currency = text(node, &format!("{path}/currency")).map_or(Cell::Empty, Cell::Text);
                row.push(decimal(node, &format!("{path}/amount")));
                currency
            }
            Read::Text(path) => text(node, path).map_or(Cell::Empty, Cell::Text),
            Read::Word(group, path) => word(node, group, path, language).map_or(Cell::Empty, Cell::Text),
            Read::Decimal(path) => decimal(node, path),
            Read::Number(path) => at(node, path).and_then(Value::as_i64).map_or(Cell::Empty, Cell::Number),
            Read::Date(path) => {
                text(node, path).and_then(|day| day.parse::<NaiveDate>().ok()).map_or(Cell::Empty, Cell::Date)
            }
            Read::Moment(path) => {
                let instant = text(node, path).and_then(|at| at.parse::<DateTime<Utc>>().ok());
                instant.map_or(Cell::Empty, |instant| Cell::Moment(at_home(instant)))
            }
            Read::Local(path) => {
                text(node, path).and_then(|at| at.parse::<NaiveDateTime>().ok()).map_or(Cell::Empty, Cell::Moment)
            }
            Read::Yes(path) => at(node, path).and_then(Value::as_bool).map_or(Cell::Empty, |is| yes(is, language)),
            Read::Has(path) => yes(at(node, path).is_some_and(|value| !value.is_null()), language),
            Read::Texts(paths) => joined(node, paths, " "),
            Read::Each(list, paths, within, between) => {
                let each = at(node, list).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
                let each = each.iter().filter_map(|one| match joined(one, paths, within) {
                    Cell::Text(text) => Some(text),
                    _ => None,
                });
                filled(each.collect::<Vec<_>>().join(between))
            }
            Read::Which { list, field, is, text: path } => {
                let each = at(node, list).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
                let found = each.iter().find(|one| text(one, field).as_deref() == Some(is));
                found.and_then(|one| text(one, path)).map_or(Cell::Empty, Cell::Text)
            }
            Read::Words(group, path) => {
                let each = at(node, path).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
                filled(each.iter().filter_map(|one| word(one, group, "", language)).collect::<Vec<_>>().join(", "))
            }
            Read::Json(path) => match at(node, path) {
                Some(Value::Null) | None => Cell::Empty,
                Some(value) => Cell::Text(value.to_string()),
            },
        };
        row.push(cell);
    }
}

/// What a path leads to; `last` is the last of a list.
fn at<'a>(node: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('/').skip(1).try_fold(node, |value, step| match value {
        Value::Array(items) if step == "last" => items.last(),
        Value::Array(items) => items.get(step.parse::<usize>().ok()?),
        value => value.get(step),
    })
}

fn text(node: &Value, path: &str) -> Option<String> {
    match at(node, path)? {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn decimal(node: &Value, path: &str) -> Cell {
    let number = text(node, path).and_then(|text| text.parse::<Decimal>().ok());
    number.map_or(Cell::Empty, Cell::Amount)
}

/// In the viewer's words; what has none stays as it is.
fn word(node: &Value, group: &str, path: &str, language: Language) -> Option<String> {
    let code = text(node, path)?;
    let key = format!("{group}.{code}");
    let word = t(language, &key, &[]);
    Some(if word == key { code } else { word })
}

fn yes(is: bool, language: Language) -> Cell {
    Cell::Text(t(language, if is { "sheet.yes" } else { "sheet.no" }, &[]))
}

fn joined(node: &Value, paths: &[&str], by: &str) -> Cell {
    filled(paths.iter().filter_map(|path| text(node, path)).collect::<Vec<_>>().join(by))
}

fn filled(text: String) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(read: Read, node: &Value) -> Vec<Cell> {
        let mut row = Vec::new();
        read.push(node, Language::En, &mut row);
        row
    }

    #[test]
    fn answers_become_typed_cells() {
        let node = json!({
            "number": "501", "left": 7, "none": null, "active": false, "at": "2026-12-01T06:00:00Z",
            "total": { "amount": "-57.50", "currency": "KGS" },
            "calls": [{ "local": "2026-12-01T09:00:00" }, { "local": "2026-12-02T01:30:00" }],
            "people": [{ "a": "Асанов", "b": "Асан" }, { "a": null, "b": null }, { "a": "Ли", "b": null }],
        "steps": [{ "from": 50, "percent": "-7.5" }, { "from": 80, "percent": "20" }], "share": "-7.5",
            "rights": ["RUN_TRIPS", "X"],
            "contracts": [{ "s": "ENDED", "n": "1" }, { "s": "CURRENT", "n": "2" }],
        });
        let words = |word: &str| vec![Cell::Text(word.to_owned())];
        assert_eq!(read(Read::Text("/number"), &node), words("501"));
        assert_eq!(read(Read::Text("/none"), &node), [Cell::Empty]);
        assert_eq!(read(Read::Number("/left"), &node), [Cell::Number(7)]);
        assert_eq!(read(Read::Yes("/active"), &node), words("no"));
        assert_eq!(read(Read::Yes("/none"), &node), [Cell::Empty]);
        assert_eq!(read(Read::Has("/none"), &node), words("no"));
        assert_eq!(read(Read::Decimal("/share"), &node), [Cell::Amount(Decimal::new(-75, 1))]);
        assert_eq!(read(Read::Each("/steps", &["/from", "/percent"], ": ", "; "), &node), words("50: -7.5; 80: 20"));
        assert_eq!(read(Read::Words("permission", "/rights"), &node), words("run trips, X"));
        assert_eq!(
            read(Read::Money("/total"), &node),
            [Cell::Amount(Decimal::new(-5750, 2)), Cell::Text("KGS".into())]
        );
        assert_eq!(read(Read::Money("/none"), &node), [Cell::Empty, Cell::Empty]);
        // Noon in Bishkek.
        assert_eq!(read(Read::Moment("/at"), &node), [Cell::Moment("2026-12-01T12:00:00".parse().unwrap())]);
        assert_eq!(
            read(Read::Local("/calls/last/local"), &node),
            [Cell::Moment("2026-12-02T01:30:00".parse().unwrap())]
        );
        assert_eq!(read(Read::Each("/people", &["/a", "/b"], " ", ", "), &node), words("Асанов Асан, Ли"));
        let current = Read::Which { list: "/contracts", field: "/s", is: "CURRENT", text: "/n" };
        assert_eq!(read(current, &node), words("2"));
    }
}
