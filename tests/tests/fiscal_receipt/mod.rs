//! What cash registers record of sales and returns.

mod correct_receipt;
mod exchanges;
mod lists;
mod moods;
mod retry_receipt;
mod returns;
mod sales;

use tests::{Actor, Bought, TestApp, Value, json};

use crate::exchange::{amount, seats};
use crate::fiscal_register::recording;

/// Receipts of an order, as its customer sees them.
pub async fn receipts(customer: &Actor, order: &Bought) -> Vec<Value> {
    let query = "query($id: ID!, $s: String) { order(id: $id, secret: $s) { receipts { kind state amount { amount } \
        cash { amount } cashless { amount } offset { amount } items { name sum { amount } taxPercent tax { amount } \
        principal principalInn } marks { fnNumber fdNumber fm inn regNumber link } cashier problem } receiptsPdfUrl } }";
    let seen = customer.send(query, json!({ "id": order.id, "s": order.secret })).await.data("order");
    seen["receipts"].as_array().unwrap_or_else(|| panic!("{seen}")).clone()
}

/// An order of two, one of whom has given the ticket back, whose money has not moved yet; what was paid and what comes
/// back, minor units.
pub async fn one_of_two_goes(app: &TestApp, customer: &Actor) -> (Bought, i64, i64) {
    let order = customer.buy(app, &[app.ride("501").await], 2).await;
    let due = amount(&customer.order(&order).await["total"]);
    let lines = seats(customer, &order).await;
    let quote = customer.quote(&order, &[lines[0]["id"].as_str().unwrap()]).await["quote"].clone();
    customer.confirm(&order, quote["id"].as_str().unwrap(), "fiscal-return-0001").await;
    (order, due, amount(&quote["amount"]))
}

/// Receipts as the office sees them, oldest first.
pub async fn listed(staff: &Actor, filter: Value) -> Vec<Value> {
    let query = "query($f: FiscalReceiptFilterInput) { fiscalReceipts(filter: $f, direction: ASC, first: 100) { nodes { \
        id kind state amount { amount } problem attempts cashier basis settledOn register { name } order { number } \
        marks { fdNumber } } } }";
    staff.send(query, json!({ "f": filter })).await.data("fiscalReceipts")["nodes"].as_array().unwrap().clone()
}

/// A register that is switched off again, and a receipt that waits for it.
pub async fn one_of_each(app: &TestApp) -> (Value, Value) {
    let (register, id) = recording(app).await;
    register.is(api::features::fiscal_register::Mood::Refuses);
    app.visitor().buy(app, &[app.ride("501").await], 1).await;
    let accountant = app.staff("ACCOUNTANT").await;
    crate::fiscal_register::switch(&accountant, &id, false).await;
    let receipt = listed(&accountant, json!({})).await[0]["id"].clone();
    (id, receipt)
}
