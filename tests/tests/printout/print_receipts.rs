use tests::printer::Printer;
use tests::{Actor, Bought, TestApp, Value, json};

use super::{ANSWER, put_printer};
use crate::fiscal_receipt::receipts;
use crate::fiscal_register::recording;
use crate::refund::pay_out_refunds::sold;
use crate::shift::at_desk;

async fn print(cashier: &Actor, order: &Bought) -> Value {
    let query = format!("mutation($i: PrintReceiptsInput!) {{ printReceipts(input: $i) {ANSWER} }}");
    cashier.send(&query, json!({ "i": { "orderId": order.id } })).await.data("printReceipts")
}

#[tokio::test]
async fn a_receipt_comes_out_with_the_tax_services_code_once_it_is_recorded() {
    let app = TestApp::new().await;
    let (_register, _) = recording(&app).await;
    let cashier = at_desk(&app).await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let printer = Printer::start().await;
    put_printer(&manager, "1", Some(&printer.address), 80).await;
    let (order, _) = sold(&app, &cashier, 2).await;
    let early = print(&cashier, &order).await;
    assert_eq!(early["fields"], json!([{ "path": "orderId", "code": "NO_RECEIPTS" }]));
    app.run_jobs().await;
    assert_eq!(print(&cashier, &order).await["printout"]["state"], "PRINTED");
    let papers = printer.take();
    assert_eq!(papers.len(), 1);
    let link = receipts(&cashier, &order).await[0]["marks"]["link"].as_str().unwrap().to_owned();
    assert_eq!(papers[0].code().as_deref(), Some(link.as_str()));
    if let Ok(folder) = std::env::var("BEKET_SLIPS") {
        std::fs::write(format!("{folder}/receipt-80.png"), papers[0].picture()).unwrap();
    }
    app.done().await;
}
