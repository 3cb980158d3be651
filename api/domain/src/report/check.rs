use chrono::NaiveDate;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::{
    ColumnFacts, ColumnKind, Days, Definition, Filter, MOST_COLUMNS, MOST_DAYS, MOST_FILTERS, MOST_GROUPS,
    MOST_MEASURES, MeasureKind, Operator,
};

/// What is wrong, and in which field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    pub path: String,
    pub code: &'static str,
}

/// Everything that is wrong with a question to a data set with these columns.
pub fn problems(asked: &Definition, days: Days, columns: &[ColumnFacts]) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut wrong = |path: String, code| found.push(Problem { path, code });
    let kind_of = |code: &str| columns.iter().find(|column| column.code == code).map(|column| column.kind);
    if days.to < days.from {
        wrong("period".into(), "ENDS_BEFORE_START");
    } else if (days.to - days.from).num_days() >= MOST_DAYS {
        wrong("period".into(), "REPORT_TOO_LONG");
    }
    for (field, has, most) in [
        ("columns", asked.columns.len(), MOST_COLUMNS),
        ("groups", asked.groups.len(), MOST_GROUPS),
        ("filters", asked.filters.len(), MOST_FILTERS),
        ("measures", asked.measures.len(), MOST_MEASURES),
    ] {
        if has > most {
            wrong(field.into(), "TOO_MANY");
        }
    }
    for (n, code) in asked.columns.iter().enumerate() {
        if kind_of(code).is_none() || asked.columns[..n].contains(code) {
            wrong(format!("columns.{n}"), "NO_SUCH_COLUMN");
        }
    }
    for (n, group) in asked.groups.iter().enumerate() {
        let code = match kind_of(&group.column) {
            None => "NO_SUCH_COLUMN",
            Some(kind) if !kind.groups() => "REPORT_NOT_GROUPED",
            Some(kind) if kind.is_time() != group.part.is_some() => "REPORT_PART",
            Some(ColumnKind::Date) if group.part == Some(super::Part::Hour) => "REPORT_PART",
            Some(_) if asked.groups[..n].contains(group) => "REPORT_TWICE",
            Some(_) => continue,
        };
        wrong(format!("groups.{n}"), code);
    }
    for (n, measure) in asked.measures.iter().enumerate() {
        let kind = measure.column.as_deref().map(kind_of);
        let code = match (measure.kind, kind) {
            (_, Some(None)) => "NO_SUCH_COLUMN",
            (MeasureKind::Count, Some(_)) => "REPORT_COUNTS_ROWS",
            (MeasureKind::Sum | MeasureKind::Average, None) => "REQUIRED",
            (MeasureKind::Average, Some(Some(ColumnKind::Share))) => continue,
            (_, Some(Some(kind))) if !kind.adds_up() => "REPORT_NO_SUM",
            _ => continue,
        };
        wrong(format!("measures.{n}"), code);
    }
    for (n, filter) in asked.filters.iter().enumerate() {
        match kind_of(&filter.column) {
            None => wrong(format!("filters.{n}.column"), "NO_SUCH_COLUMN"),
            Some(kind) if !kind.operators().contains(&filter.operator) => {
                wrong(format!("filters.{n}.operator"), "REPORT_OPERATOR");
            }
            Some(kind) => {
                let (least, most) = filter.operator.values();
                if filter.values.len() < least {
                    wrong(format!("filters.{n}.values"), "REQUIRED");
                } else if filter.values.len() > most {
                    wrong(format!("filters.{n}.values"), "TOO_MANY");
                } else if !filter.values.iter().all(|value| is_value(kind, filter, value)) {
                    wrong(format!("filters.{n}.values"), "REPORT_VALUE");
                }
            }
        }
    }
    if asked.groups.is_empty() && asked.columns.is_empty() && asked.measures.is_empty() {
        wrong("columns".into(), "REQUIRED");
    }
    if let Some(sort) = &asked.sort {
        let known = match (&sort.column, sort.measure) {
            (Some(code), None) => kind_of(code).is_some_and(|kind| kind != ColumnKind::Share),
            (None, Some(measure)) => measure < asked.measures.len(),
            _ => false,
        };
        if !known {
            wrong("sort".into(), "NO_SUCH_COLUMN");
        }
    }
    found
}

/// Whether a value is one of the column's kind.
fn is_value(kind: ColumnKind, filter: &Filter, value: &str) -> bool {
    if value.trim().is_empty() || value.chars().count() > 200 {
        return false;
    }
    match kind {
        ColumnKind::Text | ColumnKind::Word => true,
        ColumnKind::Reference => filter.operator == Operator::Contains || value.parse::<Uuid>().is_ok(),
        ColumnKind::Integer => value.parse::<i64>().is_ok(),
        ColumnKind::Money => {
            value.parse::<Decimal>().is_ok_and(|amount| amount.abs() < Decimal::from(1_000_000_000_000_i64))
        }
        ColumnKind::Date | ColumnKind::Moment => value.parse::<NaiveDate>().is_ok(),
        ColumnKind::Share => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const COLUMNS: &[ColumnFacts] = &[
        ColumnFacts { code: "sold", kind: ColumnKind::Moment },
        ColumnFacts { code: "day", kind: ColumnKind::Date },
        ColumnFacts { code: "channel", kind: ColumnKind::Word },
        ColumnFacts { code: "carrier", kind: ColumnKind::Reference },
        ColumnFacts { code: "price", kind: ColumnKind::Money },
        ColumnFacts { code: "seats", kind: ColumnKind::Integer },
        ColumnFacts { code: "full", kind: ColumnKind::Share },
        ColumnFacts { code: "number", kind: ColumnKind::Text },
    ];

    fn check(change: &Value, wrong: &[(&str, &str)]) {
        let mut asked = json!({ "data_set": "sales", "period": "TODAY", "columns": ["sold"] });
        let change = change.as_object().unwrap().clone();
        asked.as_object_mut().unwrap().extend(change);
        let asked: Definition = serde_json::from_value(asked).unwrap();
        let days = asked.period.days("2026-12-01".parse().unwrap());
        let found = problems(&asked, days, COLUMNS);
        let found: Vec<_> = found.iter().map(|one| (one.path.as_str(), one.code)).collect();
        assert_eq!(found, wrong, "{asked:?}");
    }

    #[test]
    fn what_can_be_asked() {
        check(
            &json!({
                "groups": [{ "column": "sold", "part": "DAY" }, { "column": "carrier" }, { "column": "seats" }],
                "measures": [{ "kind": "COUNT" }, { "kind": "SUM", "column": "price" }, { "kind": "AVERAGE", "column": "full" },
                    { "kind": "SHARE_OF_TOTAL" }, { "kind": "SHARE_OF_GROUP", "column": "price" }],
                "filters": [{ "column": "price", "operator": "AT_LEAST", "values": ["-10.50"] },
                    { "column": "carrier", "operator": "ANY_OF", "values": ["018f2f39-1111-7000-8000-000000000001"] },
                    { "column": "carrier", "operator": "CONTAINS", "values": ["Ош"] },
                    { "column": "day", "operator": "EMPTY" }],
                "sort": { "measure": 1, "descending": true },
            }),
            &[],
        );
    }

    #[test]
    fn what_is_wrong_is_told_at_its_field() {
        check(&json!({ "columns": [] }), &[("columns", "REQUIRED")]);
        check(
            &json!({ "columns": ["sold", "sold", "x"] }),
            &[("columns.1", "NO_SUCH_COLUMN"), ("columns.2", "NO_SUCH_COLUMN")],
        );
        check(
            &json!({ "groups": [{ "column": "price" }, { "column": "sold" }, { "column": "channel", "part": "DAY" },
                { "column": "day", "part": "HOUR" }] }),
            &[
                ("groups.0", "REPORT_NOT_GROUPED"),
                ("groups.1", "REPORT_PART"),
                ("groups.2", "REPORT_PART"),
                ("groups.3", "REPORT_PART"),
            ],
        );
        check(
            &json!({ "groups": [{ "column": "channel" }, { "column": "channel" }] }),
            &[("groups.1", "REPORT_TWICE")],
        );
        check(
            &json!({ "measures": [{ "kind": "SUM", "column": "number" }, { "kind": "SUM" }, { "kind": "COUNT", "column": "price" },
                { "kind": "SUM", "column": "full" }] }),
            &[
                ("measures.0", "REPORT_NO_SUM"),
                ("measures.1", "REQUIRED"),
                ("measures.2", "REPORT_COUNTS_ROWS"),
                ("measures.3", "REPORT_NO_SUM"),
            ],
        );
        check(
            &json!({ "filters": [{ "column": "price", "operator": "CONTAINS", "values": ["1"] },
                { "column": "carrier", "operator": "ANY_OF", "values": ["Ош"] }, { "column": "sold", "operator": "AT_MOST", "values": [] },
                { "column": "number", "operator": "CONTAINS", "values": ["a", "b"] }] }),
            &[
                ("filters.0.operator", "REPORT_OPERATOR"),
                ("filters.1.values", "REPORT_VALUE"),
                ("filters.2.values", "REQUIRED"),
                ("filters.3.values", "TOO_MANY"),
            ],
        );
        check(&json!({ "sort": { "measure": 0, "descending": true } }), &[("sort", "NO_SUCH_COLUMN")]);
        check(
            &json!({ "period": { "BETWEEN": { "from": "2026-12-02", "to": "2026-12-01" } } }),
            &[("period", "ENDS_BEFORE_START")],
        );
        check(
            &json!({ "period": { "BETWEEN": { "from": "2020-01-01", "to": "2026-12-01" } } }),
            &[("period", "REPORT_TOO_LONG")],
        );
    }
}
