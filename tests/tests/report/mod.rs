//! Today's numbers, and reports.

mod debts;
mod drop_report;
mod export_report;
mod figures;
mod receipts;
mod save_report;
mod schedule_report;
mod today;

use tests::{Actor, Value, json};

/// A report's table.
pub async fn report(staff: &Actor, definition: &Value) -> Value {
    let query = "query($d: ReportDefinitionInput!) { report(definition: $d, first: 500) { __typename ... on InvalidInput { fields { path \
        code } } ... on ReportTable { from to totalCount groups { name kind part } measures { name kind } rows { level currency \
        keys { value text } measures { value text } } totals { level currency measures { value } } } } }";
    let table = staff.send(query, json!({ "d": definition })).await.data("report");
    assert_eq!(table["__typename"], "ReportTable", "{table}");
    table
}

/// The rows behind a figure.
pub async fn rows(staff: &Actor, definition: &Value, path: Value, currency: Value) -> Value {
    let query = "query($d: ReportDefinitionInput!, $p: [String]!, $c: String) { reportRows(definition: $d, path: $p, currency: $c) { \
        __typename ... on InvalidInput { fields { path code } } ... on ReportDetails { totalCount columns { name kind } \
        nodes { currency cells { value text } } pageInfo { hasNextPage endCursor } } } }";
    let details = staff.send(query, json!({ "d": definition, "p": path, "c": currency })).await.data("reportRows");
    assert_eq!(details["__typename"], "ReportDetails", "{details}");
    details
}

/// Of the rows of a level, the sum of a measure.
pub fn sum(rows: &Value, level: i64, measure: usize) -> f64 {
    let rows = rows.as_array().unwrap().iter().filter(|row| row["level"] == level);
    rows.map(|row| row["measures"][measure]["value"].as_str().unwrap().parse::<f64>().unwrap()).sum()
}
