//! A cashier's time at a desk, with the money of its till.

mod close_shift;
mod lists;
mod move_cash;
mod open_shift;

use tests::{Actor, TestApp, Value, json};

use crate::station::record;

/// A desk of a station, made by the transport manager.
pub async fn desk(app: &TestApp, town: &str, sign: &str) -> Value {
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let station = record(&manager, town).await["id"].clone();
    crate::desk::save(&manager, &json!({ "stationId": station, "sign": sign })).await["desk"]["id"].clone()
}

pub async fn open(cashier: &Actor, desk: &Value, float: &[(&str, &str)], key: &str) -> Value {
    let float: Vec<Value> =
        float.iter().map(|(amount, currency)| json!({ "amount": amount, "currency": currency })).collect();
    let query = "mutation($i: OpenShiftInput!) { openShift(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code message } } ... on ShiftOpened { shift { id number desk { sign } \
        totals { currency float { amount } inTill { amount } } } } } }";
    let input = json!({ "deskId": desk, "float": float, "idempotencyKey": key });
    cashier.send(query, json!({ "i": input })).await.data("openShift")
}

/// A cashier of the demonstration with an open shift and 1000 som for change.
pub async fn at_desk(app: &TestApp) -> Actor {
    let desk = desk(app, "Бишкек", "1").await;
    let cashier = app.staff("CASHIER").await;
    let opened = open(&cashier, &desk, &[("1000", "KGS")], "open-shift-of-a-cashier").await;
    assert_eq!(opened["__typename"], "ShiftOpened", "{opened}");
    cashier
}

pub async fn move_cash(cashier: &Actor, kind: &str, amount: &str, reason: Option<&str>, key: &str) -> Value {
    let query = "mutation($i: MoveCashInput!) { moveCash(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code message } } ... on CashMoved { operation { position kind amount { amount } \
        balance { amount } note } } } }";
    let input = json!({ "kind": kind, "amount": amount, "currency": "KGS", "reason": reason, "idempotencyKey": key });
    cashier.send(query, json!({ "i": input })).await.data("moveCash")
}

pub async fn close(cashier: &Actor, counted: &[(&str, &str)], note: Option<&str>, key: &str) -> Value {
    let counted: Vec<Value> =
        counted.iter().map(|(amount, currency)| json!({ "amount": amount, "currency": currency })).collect();
    let query = "mutation($i: CloseShiftInput!) { closeShift(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } ... on ShiftClosed { shift { id closedAt closingNote \
        totals { currency soldForCash { amount } soldByCard { amount } saleCount returnedInCash { amount } returnCount \
        putIn { amount } takenOut { amount } collected { amount } difference { amount } inTill { amount } } } } } }";
    let input = json!({ "counted": counted, "note": note, "idempotencyKey": key });
    cashier.send(query, json!({ "i": input })).await.data("closeShift")
}

/// The cashier's open shift with its totals in som and its operations, the latest first.
pub async fn mine(cashier: &Actor) -> Value {
    let query = "{ myShift { id number closedAt totals { currency float { amount } soldForCash { amount } \
        soldByCard { amount } saleCount returnedInCash { amount } returnedByCard { amount } returnCount inTill { amount } } \
        operations(first: 50) { nodes { position kind tender amount { amount } balance { amount } orderNumber note } } } }";
    cashier.send(query, json!({})).await.data("myShift")
}
