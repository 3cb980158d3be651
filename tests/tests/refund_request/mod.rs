pub mod answer_refund_request;
mod ask_for_refund;
mod withdraw_refund_request;

use tests::{Actor, Bought, TestApp, Value, json};

use crate::exchange::seats;

/// A ticket of somebody's, and its lines.
pub async fn bought(app: &TestApp, passengers: usize) -> (Actor, Bought, Vec<Value>) {
    let ana = app.visitor();
    let order = ana.buy(app, &[app.ride_after("501", tests::TimeDelta::hours(30)).await], passengers).await;
    let lines = seats(&ana, &order).await;
    (ana, order, lines)
}

/// Asks for all of the lines.
pub async fn ask(customer: &Actor, order: &Bought, lines: &[Value], key: &str) -> Value {
    let query = "mutation($i: AskForRefundInput!) { askForRefund(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } ... on NotRefundable { reason lineId } \
        ... on RefundAsked { request { id state reason text lineIds paid { amount } } order { refundRequests { state } } } } }";
    let lines: Vec<&Value> = lines.iter().map(|line| &line["id"]).collect();
    let text = "Врач не отпускает, справка приложена.";
    let input = json!({ "order": order.reference(), "lineIds": lines, "reason": "ILLNESS", "text": text, "idempotencyKey": key });
    customer.send(query, json!({ "i": input })).await.data("askForRefund")
}

/// The order's requests as its customer sees them.
pub async fn requests(customer: &Actor, order: &Bought) -> Vec<Value> {
    let query = "query($id: ID!, $secret: String) { order(id: $id, secret: $secret) { refundRequests { \
        id state answer answeredBy { id } documents { id name contentType size url } } } }";
    let order = customer.send(query, json!({ "id": order.id, "secret": order.secret })).await.data("order");
    order["refundRequests"].as_array().unwrap().clone()
}

/// Sends a document to a request with an order's secret; the status, and what was said.
pub async fn send_document(
    sender: &Actor,
    request: &Value,
    secret: Option<&str>,
    name: &str,
    bytes: &[u8],
) -> (u16, Value) {
    let path = format!("/refund-requests/{}/documents?name={name}", request.as_str().unwrap());
    let answer = sender.send_bytes(&path, bytes.to_vec(), |request| match secret {
        Some(secret) => request.header("x-order-secret", secret),
        None => request,
    });
    answer.await
}

/// What staff see of requests in that state.
pub async fn listed(staff: &Actor, state: &str) -> Vec<Value> {
    let query = "query($s: RefundRequestState) { refundRequests(filter: { state: $s }) { nodes { id orderNumber state text \
        paid { amount } documents { name url } answeredBy { lastName } } } }";
    let list = staff.send(query, json!({ "s": state })).await.data("refundRequests");
    list["nodes"].as_array().unwrap().clone()
}

pub fn pdf() -> Vec<u8> {
    [b"%PDF-1.7\n".to_vec(), vec![b' '; 2000], b"%%EOF\n".to_vec()].concat()
}
