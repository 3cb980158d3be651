use tests::printer::Printer;
use tests::{Actor, TestApp, Value, json};

use super::{ANSWER, put_printer};
use crate::refund::pay_out_refunds::sold;
use crate::shift::{at_desk, close, mine};

async fn print(cashier: &Actor, shift: &Value) -> Value {
    let query = format!("mutation($i: PrintShiftReportInput!) {{ printShiftReport(input: $i) {ANSWER} }}");
    cashier.send(&query, json!({ "i": { "shiftId": shift } })).await.data("printShiftReport")
}

#[tokio::test]
async fn the_x_and_the_z_report_come_out_of_the_desk_s_printer() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let (_, due) = sold(&app, &cashier, 1).await;
    let shift = mine(&cashier).await["id"].clone();
    assert_eq!(print(&cashier, &shift).await["fields"], json!([{ "path": "desk", "code": "NO_PRINTER" }]));
    let printer = Printer::start().await;
    put_printer(&app.staff("TRANSPORT_MANAGER").await, "1", Some(&printer.address), 80).await;
    assert_eq!(print(&cashier, &shift).await["printout"]["state"], "PRINTED");
    let x = printer.take();
    assert_eq!(x.len(), 1);
    let counted = crate::payment::take_payment::words(100_000 + due);
    assert_eq!(close(&cashier, &[(&counted, "KGS")], None, "printed-shift-01").await["__typename"], "ShiftClosed");
    assert_eq!(print(&cashier, &shift).await["printout"]["state"], "PRINTED");
    let z = printer.take();
    assert_ne!(x[0].dots, z[0].dots);
    if let Ok(folder) = std::env::var("BEKET_SLIPS") {
        std::fs::write(format!("{folder}/z-80.png"), z[0].picture()).unwrap();
    }
    // Somebody else's shift is not theirs to print.
    let support = app.staff("SUPPORT_AGENT").await;
    let query = "mutation($i: PrintShiftReportInput!) { printShiftReport(input: $i) { __typename } }";
    assert_eq!(support.send(query, json!({ "i": { "shiftId": shift } })).await.code(), "NOT_FOUND");
    app.done().await;
}
