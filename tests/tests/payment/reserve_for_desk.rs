use api::features::site::set_setting;
use tests::{Actor, Bought, TestApp, TimeDelta, Value, json};

use super::take_payment::{take, total, words};
use crate::shift::at_desk;

async fn offer(actor: &Actor, order: &Bought) -> Value {
    let query = "query($o: OrderRefInput!) { deskOffer(order: $o) { at timeZone } }";
    actor.send(query, json!({ "o": order.reference() })).await.data("deskOffer")
}

async fn reserve(actor: &Actor, order: &Bought) -> Value {
    let query = "mutation($i: ReserveForDeskInput!) { reserveForDesk(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } ... on OrderChanged { order { status holdUntil reservedUntil { at } } } } }";
    actor.send(query, json!({ "i": { "order": order.reference() } })).await.data("reserveForDesk")
}

fn refused_with(answer: &Value) -> &str {
    assert_eq!(answer["__typename"], "InvalidInput", "{answer}");
    assert_eq!(answer["fields"][0]["path"], "order", "{answer}");
    answer["fields"][0]["code"].as_str().unwrap()
}

#[tokio::test]
async fn an_order_of_the_site_waits_for_the_desk_and_is_paid_there() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.visitor(), app.visitor());
    at_desk(&app).await;
    let ride = app.ride("501").await;
    let order = ana.hold(std::slice::from_ref(&ride), 1, Some(&["1"])).await;
    // A stranger neither sees the offer nor takes it.
    let stranger = Bought { secret: "x".repeat(43), ..order.clone() };
    let query = "mutation($i: ReserveForDeskInput!) { reserveForDesk(input: $i) { __typename } }";
    let asked = json!({ "i": { "order": stranger.reference() } });
    assert_eq!(ben.send(query, asked).await.code(), "NOT_FOUND");
    assert_eq!(refused_with(&reserve(&ana, &order).await), "NOT_READY_TO_PAY");
    ana.name(&order).await;
    let offered = offer(&ana, &order).await;
    assert_eq!(offered["timeZone"], "Asia/Bishkek", "{offered}");

    let reserved = reserve(&ana, &order).await;
    assert_eq!(reserved["order"]["reservedUntil"]["at"], offered["at"], "{reserved}");
    assert_eq!(reserved["order"]["holdUntil"], offered["at"]);
    // Asked again it answers the same and tells nobody twice.
    assert_eq!(reserve(&ana, &order).await, reserved);
    assert_eq!(offer(&ana, &order).await, Value::Null);
    app.run_jobs().await;
    let told = app.messages().await;
    let letters: Vec<_> = told.iter().filter(|(_, _, text)| text.contains(&order.number)).collect();
    assert_eq!(letters.len(), 2, "a letter and an SMS: {told:?}");

    // An hour later, long after a hold of a quarter of an hour, the seat is still theirs and nobody else's.
    app.advance(TimeDelta::minutes(60));
    app.run_jobs().await;
    let other = ben.try_hold(&tests::hold_input(std::slice::from_ref(&ride), 1, Some(&["1"]))).await;
    assert_eq!(other["__typename"], "SeatsTaken", "{other}");
    let (due, cashier) = (total(&ana, &order).await, app.staff("CASHIER").await);
    let taken = take(&cashier, &order, json!({ "cash": words(due) }), "reserved-order-0001").await;
    assert_eq!((&taken["order"]["status"], &taken["order"]["channel"]), (&json!("PAID"), &json!("WEB")), "{taken}");
    assert_eq!(ana.order(&order).await["holdUntil"], Value::Null);
    app.run_jobs().await;
    app.done().await;
}

#[tokio::test]
async fn who_does_not_come_has_no_seat_and_may_pay_on_the_site_until_then() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.visitor(), app.visitor());
    at_desk(&app).await;
    let ride = app.ride("501").await;
    let late = ana.hold(std::slice::from_ref(&ride), 1, Some(&["1"])).await;
    ana.name(&late).await;
    assert_eq!(reserve(&ana, &late).await["order"]["status"], "HELD");
    let paying = ben.hold(std::slice::from_ref(&ride), 1, Some(&["2"])).await;
    ben.name(&paying).await;
    assert_eq!(reserve(&ben, &paying).await["order"]["status"], "HELD");
    app.advance(TimeDelta::minutes(90));
    let started = ben.try_pay(&paying).await;
    ben.at_bank(started["payment"]["redirectUrl"].as_str().unwrap(), "pay").await;
    app.run_jobs().await;
    assert_eq!(ben.order(&paying).await["status"], "PAID");

    app.advance(TimeDelta::minutes(31));
    assert_eq!(ana.order(&late).await["status"], "EXPIRED");
    let (due, cashier) = (total(&ana, &late).await, app.staff("CASHIER").await);
    let refused = take(&cashier, &late, json!({ "cash": words(due) }), "reserved-order-0001").await;
    assert_eq!(refused["code"], "HOLD_EXPIRED", "{refused}");
    assert_eq!(reserve(&ana, &late).await["code"], "HOLD_EXPIRED");
    let free = app.visitor().try_hold(&tests::hold_input(std::slice::from_ref(&ride), 1, Some(&["1"]))).await;
    assert_eq!(free["__typename"], "HeldSeats", "{free}");
    app.run_jobs().await;
    app.done().await;
}

#[tokio::test]
async fn no_reservation_where_it_would_not_help_or_the_station_does_not_want_it() {
    let app = TestApp::new().await;
    let named = async |count: usize| {
        let mut orders = Vec::new();
        for _ in 0..count {
            let actor = app.visitor();
            let order = actor.hold(&[app.ride("501").await], 1, None).await;
            actor.name(&order).await;
            orders.push((actor, order));
        }
        orders
    };
    // Two of one phone at a time; when one is paid, another may wait.
    let three = named(3).await;
    for (actor, order) in &three[..2] {
        assert_eq!(reserve(actor, order).await["__typename"], "OrderChanged");
    }
    let (actor, order) = &three[2];
    assert_eq!(refused_with(&reserve(actor, order).await), "TOO_MANY_RESERVED");
    let started = three[0].0.try_pay(&three[0].1).await;
    three[0].0.at_bank(started["payment"]["redirectUrl"].as_str().unwrap(), "pay").await;
    app.run_jobs().await;
    assert_eq!(reserve(actor, order).await["__typename"], "OrderChanged");
    assert_eq!(reserve(&three[0].0, &three[0].1).await["code"], "ORDER_CLOSED");

    // A cashier's own order is paid at once; an office that takes no money for the site offers nothing.
    let cashier = at_desk(&app).await;
    let walk_in = super::take_payment::walk_in(&app, &cashier, 1).await;
    assert_eq!(offer(&cashier, &walk_in).await, Value::Null);
    assert_eq!(refused_with(&reserve(&cashier, &walk_in).await), "NOT_AT_DESK");
    assert_eq!(set_setting(&app.app, "desk_payment_minutes", 0).await.unwrap(), Ok(()));
    app.advance(TimeDelta::seconds(2));
    let (actor, order) = &named(1).await[0];
    assert_eq!(offer(actor, order).await, Value::Null);
    assert_eq!(refused_with(&reserve(actor, order).await), "NOT_AT_DESK");

    // Half an hour before the bus leaves others may still buy the seat.
    assert_eq!(set_setting(&app.app, "desk_payment_minutes", 2880).await.unwrap(), Ok(()));
    app.advance(TimeDelta::seconds(2));
    let (actor, order) = &named(1).await[0];
    let until: chrono::DateTime<chrono::Utc> = offer(actor, order).await["at"].as_str().unwrap().parse().unwrap();
    let departs =
        "query($id: ID!, $s: String) { order(id: $id, secret: $s) { segments { from { departure { at } } } } }";
    let rides = actor.send(departs, json!({ "id": order.id, "s": order.secret })).await.data("order");
    let departs: chrono::DateTime<chrono::Utc> =
        rides["segments"][0]["from"]["departure"]["at"].as_str().unwrap().parse().unwrap();
    assert!(until <= departs - TimeDelta::minutes(30), "{until} before {departs}");
    app.done().await;
}
