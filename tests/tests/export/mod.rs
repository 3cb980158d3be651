//! Lists as files.

mod export_list;

use std::io::Cursor;

use calamine::{Data, Range, Reader as _, Xlsx};
use tests::{Actor, Value, json};

/// Asks for a list as a file.
pub async fn ask(staff: &Actor, list: Value, format: &str, columns: &[&str]) -> tests::Answer {
    let query = "mutation($i: ExportListInput!) { exportList(input: $i) { __typename ... on ExportReady { url expiresAt } \
        ... on UserError { code } ... on InvalidInput { fields { path code } } } }";
    staff.send(query, json!({ "i": { "list": list, "format": format, "columns": columns } })).await
}

/// The address of a file.
pub async fn url(staff: &Actor, list: Value, format: &str, columns: &[&str]) -> String {
    let ready = ask(staff, list, format, columns).await.data("exportList");
    ready["url"].as_str().unwrap_or_else(|| panic!("{ready}")).to_owned()
}

/// What stands in the cells of a workbook, as a program of others reads it.
pub async fn workbook(staff: &Actor, list: Value, columns: &[&str]) -> Range<Data> {
    let response = staff.get(&url(staff, list, "XLSX", columns).await).await;
    assert_eq!(response.status(), 200, "{:?}", response.text().await);
    let bytes = response.bytes().await.unwrap().to_vec();
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let name = book.sheet_names()[0].clone();
    book.worksheet_range(&name).unwrap()
}

/// A CSV file as text.
pub async fn text(staff: &Actor, list: Value, columns: &[&str]) -> String {
    let response = staff.get(&url(staff, list, "CSV", columns).await).await;
    let status = response.status();
    let text = response.text().await.unwrap();
    assert_eq!(status, 200, "{text}");
    text
}

/// The same as records, the head first.
pub async fn records(staff: &Actor, list: Value, columns: &[&str]) -> Vec<Vec<String>> {
    let text = text(staff, list, columns).await;
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}
