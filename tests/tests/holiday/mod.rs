//! Public holidays that the office keeps.

mod drop_holiday;
mod save_holiday;

use tests::{Actor, Value, json};

const ANSWER: &str = "{ __typename ... on UserError { code } ... on InvalidInput { fields { path code } } \
    ... on HolidaySaved { made removed kept { tickets } holiday { date version names { ru ky en } nonWorking } } }";

pub async fn save(staff: &Actor, input: Value) -> Value {
    let query = format!("mutation($i: SaveHolidayInput!) {{ saveHoliday(input: $i) {ANSWER} }}");
    staff.send(&query, json!({ "i": input })).await.data("saveHoliday")
}

pub async fn drop_holiday(staff: &Actor, date: &str, version: i32) -> Value {
    let query = format!("mutation($i: DropHolidayInput!) {{ dropHoliday(input: $i) {ANSWER} }}");
    staff.send(&query, json!({ "i": { "date": date, "version": version } })).await.data("dropHoliday")
}

pub async fn holidays(staff: &Actor, year: i32) -> Vec<Value> {
    let query = "query($y: Int!) { holidays(filter: { year: $y }, first: 100) { nodes { date version name names { ru ky en } \
        nonWorking shortenedDay certain keptByOffice } } }";
    staff.send(query, json!({ "y": year })).await.data("holidays")["nodes"].as_array().unwrap().clone()
}
