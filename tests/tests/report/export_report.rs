use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use tests::{Actor, TestApp, TimeDelta, Value, json};

use super::report;

async fn file(staff: &Actor, input: Value) -> reqwest::Response {
    let query = "mutation($i: ExportReportInput!) { exportReport(input: $i) { __typename ... on ExportReady { url } \
        ... on InvalidInput { fields { path code } } } }";
    let ready = staff.send(query, json!({ "i": input })).await.data("exportReport");
    staff.get(ready["url"].as_str().unwrap_or_else(|| panic!("{ready}"))).await
}

async fn workbook(staff: &Actor, input: Value) -> calamine::Range<Data> {
    let response = file(staff, input).await;
    assert_eq!(response.status(), 200, "{:?}", response.text().await);
    let mut book = Xlsx::new(Cursor::new(response.bytes().await.unwrap().to_vec())).unwrap();
    let name = book.sheet_names()[0].clone();
    book.worksheet_range(&name).unwrap()
}

fn number(cell: &Data) -> f64 {
    match cell {
        Data::Float(number) => *number,
        Data::Int(number) => *number as f64,
        other => panic!("no number: {other:?}"),
    }
}

#[tokio::test]
async fn a_workbook_has_the_groups_with_sums_that_agree() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    for (route, seats) in [("501", 2), ("505", 1)] {
        ana.buy(&app, &[app.ride_after(route, TimeDelta::hours(60)).await], seats).await;
        app.advance(TimeDelta::hours(13));
    }
    let clerk = app.staff("ACCOUNTANT").await;
    let asked = json!({
        "dataSet": "sales", "period": { "kind": "BETWEEN", "from": "2026-12-01", "to": "2026-12-03" },
        "groups": [{ "column": "sold", "part": "DAY" }, { "column": "route" }],
        "measures": [{ "kind": "COUNT" }, { "kind": "SUM", "column": "price" }, { "kind": "SHARE_OF_TOTAL", "column": "price" }],
        "columns": ["sold", "number", "price"],
    });
    let table = report(&clerk, &asked).await;
    let sheet = workbook(&clerk, json!({ "definition": asked, "format": "XLSX" })).await;
    let head: Vec<String> = sheet.rows().next().unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(head, ["Sold: day", "Route", "Count", "Price", "Price: share of all", "Currency"]);
    let rows: Vec<&[Data]> = sheet.rows().skip(1).collect();
    assert_eq!(rows.len(), 5, "two days with a route in each, and the total: {rows:?}");
    let total: f64 = table["totals"][0]["measures"][1]["value"].as_str().unwrap().parse().unwrap();
    assert_eq!((rows[4][0].to_string().as_str(), number(&rows[4][3])), ("Total", total));
    assert_eq!(number(&rows[0][3]) + number(&rows[2][3]), total, "subtotals");
    assert_eq!(number(&rows[1][3]) + number(&rows[3][3]), total, "what they are of");
    assert!(matches!(rows[0][0], Data::DateTime(_)), "a day is a day: {:?}", rows[0][0]);
    assert_eq!(rows[0][5].to_string(), "KGS");

    // The rows behind a figure, with their sum.
    let behind =
        workbook(&clerk, json!({ "definition": asked, "format": "XLSX", "path": ["2026-12-01"], "currency": "KGS" }))
            .await;
    let rows: Vec<&[Data]> = behind.rows().skip(1).collect();
    assert_eq!(rows.len(), 3, "two tickets and their sum");
    assert_eq!(number(&rows[0][2]) + number(&rows[1][2]), number(&rows[2][2]));
    let first: f64 = table["rows"][0]["measures"][1]["value"].as_str().unwrap().parse().unwrap();
    assert_eq!(number(&rows[2][2]), first);
    assert_eq!(app.count("SELECT id FROM audit WHERE action = 'EXPORT_REPORT' AND subject = 'report:sales'").await, 2);

    // The same as a text file.
    let response = file(&clerk, json!({ "definition": asked, "format": "CSV" })).await;
    let name = response.headers()["content-disposition"].to_str().unwrap().to_owned();
    assert!(name.contains("sales-2026-12-01-to-2026-12-03.csv"), "{name}");
    let text = response.text().await.unwrap();
    assert_eq!(text.lines().count(), 6, "{text}");
    assert!(text.lines().last().unwrap().starts_with("\"Total\""), "{text}");
    app.done().await;
}

#[tokio::test]
async fn a_file_is_for_whoever_may_see_the_report_at_that_moment() {
    let app = TestApp::new().await;
    let clerk = app.staff("ACCOUNTANT").await;
    let asked = json!({ "dataSet": "payments", "period": { "kind": "TODAY" }, "columns": ["paid", "amount"] });
    let query = "mutation($i: ExportReportInput!) { exportReport(input: $i) { ... on ExportReady { url } } }";
    let input = json!({ "i": { "definition": asked, "format": "CSV" } });
    let url = clerk.send(query, input.clone()).await.data("exportReport")["url"].as_str().unwrap().to_owned();
    assert_eq!(app.staff("INSPECTOR").await.send(query, input).await.code(), "FORBIDDEN");
    app.break_by_hand("UPDATE role SET permissions = '[\"VIEW_REPORTS\"]' WHERE code = 'ACCOUNTANT'").await;
    assert_eq!(clerk.get(&url).await.status(), 403);
    app.advance(TimeDelta::minutes(6));
    assert_eq!(clerk.get(&url).await.status(), 410);
    app.discard().await;
}
