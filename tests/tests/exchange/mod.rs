//! Tickets given for others.

mod confirm_exchange;
mod drop_exchange;
mod quote_exchange;
mod races;

use tests::{Actor, Bought, Ride, TestApp, Value, json};

/// Lines of the order's seats, as its customer sees them.
pub async fn seats(customer: &Actor, order: &Bought) -> Vec<Value> {
    let segments = customer.order(order).await["segments"].as_array().unwrap().clone();
    segments.iter().flat_map(|segment| segment["lines"].as_array().unwrap().clone()).collect()
}

/// An answer about every line given to a ride, with these seats or the best.
pub async fn quote(staff: &Actor, order: &Bought, lines: &[Value], ride: &Ride, seats: Option<&[&str]>) -> Value {
    let moves: Vec<Value> = lines
        .iter()
        .enumerate()
        .map(|(n, line)| {
            let seat = seats.map(|seats| seats[n]);
            json!({ "lineId": line["id"], "tripId": ride.id(), "from": ride.from, "to": ride.to, "seat": seat })
        })
        .collect();
    let query = "mutation($i: QuoteExchangeInput!) { quoteExchange(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } ... on NotOnSale { reason } ... on SeatsTaken { seats } \
        ... on ExchangeQuoted { exchange { id state needsOverrule difference { amount } lines { credit { amount } \
        price { amount } withheld { amount } difference { amount } new { title } explanation { kind amount { amount } } } } } } }";
    staff.send(query, json!({ "i": { "orderId": order.id, "moves": moves } })).await.data("quoteExchange")
}

/// The offer's id; it has to be one.
pub async fn offered(staff: &Actor, order: &Bought, lines: &[Value], ride: &Ride, seats: Option<&[&str]>) -> Value {
    let quoted = quote(staff, order, lines, ride, seats).await;
    assert_eq!(quoted["__typename"], "ExchangeQuoted", "{quoted}");
    quoted["exchange"].clone()
}

pub async fn confirm(staff: &Actor, order: &Bought, exchange: &Value, key: &str, more: Value) -> Value {
    let query = "mutation($i: ConfirmExchangeInput!) { confirmExchange(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } ... on ExchangeConfirmed { exchange { state difference { amount } \
        forgone { amount } } order { status } } } }";
    let mut input = json!({ "orderId": order.id, "exchangeId": exchange["id"], "idempotencyKey": key });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let answer = staff.send(query, json!({ "i": input })).await;
    match answer.body.get("errors") {
        Some(_) => json!({ "error": answer.code() }),
        None => answer.data("confirmExchange"),
    }
}

/// What the money of an order has come to: paid less given back.
pub async fn paid(customer: &Actor, order: &Bought) -> i64 {
    amount(&customer.order(order).await["paid"])
}

/// In minor units.
pub fn amount(money: &Value) -> i64 {
    let decimal: f64 = money["amount"].as_str().unwrap().parse().unwrap();
    (decimal * 100.0).round() as i64
}

/// The next day's trip of a line, and a piece of today's: a dearer ride and a cheaper one.
pub async fn rides(app: &TestApp) -> (Ride, Ride, Ride) {
    let today = app.ride("501").await;
    let tomorrow = app.ride_after("501", chrono::TimeDelta::hours(27)).await;
    let short = today.piece(0, today.to - 1);
    (today, tomorrow, short)
}
