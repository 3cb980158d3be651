//! What a desk's receipt printer prints.

mod print_receipts;
mod print_shift_report;
mod print_tickets;
mod test_printer;

use tests::{Actor, Value, json};

/// Gives the desk with this sign a printer.
pub async fn put_printer(staff: &Actor, sign: &str, printer: Option<&str>, paper_mm: i32) -> Value {
    let query = "{ desks { id sign note version station { id } } }";
    let desks = staff.send(query, json!({})).await.data("desks");
    let desk = desks.as_array().unwrap().iter().find(|desk| desk["sign"] == sign).unwrap().clone();
    let query = "mutation($i: SaveDeskInput!) { saveDesk(input: $i) { __typename ... on InvalidInput { fields { path code } } \
        ... on DeskSaved { desk { id printer paperMm } } } }";
    let input = json!({ "id": desk["id"], "version": desk["version"], "stationId": desk["station"]["id"], "sign": sign,
        "note": desk["note"], "printer": printer, "paperMm": paper_mm });
    staff.send(query, json!({ "i": input })).await.data("saveDesk")
}

pub const ANSWER: &str = "{ __typename ... on UserError { code } ... on InvalidInput { fields { path code } } \
    ... on PrintoutSent { printout { state problem problemText } } }";
