use api::features::site::set_setting;
use futures::future::join_all;
use tests::{TestApp, TimeDelta, Value, json};

use super::{clock, enter, field, with_blanks, written, wrong};
use crate::exchange::amount;
use crate::passage::{boarding, record};
use crate::shift::{close, mine};

#[tokio::test]
async fn a_sale_by_hand_is_in_the_shift_though_the_trip_has_left() {
    let app = TestApp::new().await;
    let (cashier, _) = with_blanks(&app).await;
    let ride = app.ride("501").await;
    let sale = written(&app, &cashier, &ride, "аб-1", "3").await;
    let price = format!("{}.00", sale["cash"].as_str().unwrap());
    let sold_at = app.now() - TimeDelta::minutes(1);
    // The power is back when the bus has left.
    app.advance(ride.trip.calls[0].departure - app.now() + TimeDelta::hours(1));
    let cashier = app.staff("CASHIER").await;
    let entered = enter(&cashier, &sale).await;
    assert_eq!(entered["__typename"], "BlankEntered", "{entered}");
    assert_eq!((&entered["blank"]["number"], &entered["blank"]["state"]), (&json!("АБ 000001"), &json!("SOLD")));
    let order = &entered["order"];
    assert_eq!((&order["status"], &order["channel"]), (&json!("PAID"), &json!("DESK")));
    assert_eq!(
        (&order["total"]["amount"], &order["payments"]),
        (&json!(price), &json!([{ "method": "cash", "amount": { "amount": price } }]))
    );
    for at in [&order["createdAt"], &entered["blank"]["soldAt"]] {
        let at: chrono::DateTime<chrono::Utc> = at.as_str().unwrap().parse().unwrap();
        assert_eq!(at.timestamp(), sold_at.timestamp(), "{entered}");
    }
    let line = &order["segments"][0]["lines"][0];
    assert_eq!(
        (&line["seat"], &line["state"], &line["ticket"]["blank"]),
        (&json!("3"), &json!("ISSUED"), &json!("АБ 000001"))
    );
    // The same again is told the same, and moves nothing.
    assert_eq!(enter(&cashier, &sale).await["order"]["number"], order["number"]);
    let mut twice = sale.clone();
    twice["idempotencyKey"] = json!("enter-the-blank-twice");
    assert_eq!(field(&enter(&cashier, &twice).await), wrong("blank", "BLANK_USED"));
    let totals = mine(&cashier).await["totals"][0].clone();
    assert_eq!((&totals["soldForCash"]["amount"], &totals["saleCount"]), (&json!(price), &json!(1)));
    // The paper's number is what the passenger has: the order is found by it, and its holder gets on with it.
    let query = "query($t: String) { orders(filter: { text: $t }) { nodes { number } } }";
    let found = cashier.send(query, json!({ "t": "аб 1" })).await.data("orders");
    assert_eq!(found["nodes"], json!([{ "number": order["number"] }]));
    let inspector = app.staff("INSPECTOR").await;
    assert_eq!(record(&inspector, &ride, json!({ "code": "АБ 000001" })).await["outcome"], "ACCEPTED");
    assert_eq!(record(&inspector, &ride, json!({ "code": "аб1" })).await["outcome"], "ALREADY");
    assert_eq!(record(&inspector, &ride, json!({ "code": "АБ 000002" })).await["outcome"], "UNKNOWN");
    assert_eq!(boarding(&inspector, &ride).await["boarded"], 1);
    // The shift's report names it.
    let query = "{ myShift { id blanks { state count ranges } } }";
    let shift = cashier.send(query, json!({})).await.data("myShift");
    assert_eq!(shift["blanks"], json!([{ "state": "SOLD", "count": 1, "ranges": ["АБ 000001"] }]));
    let counted = 100_000 + amount(&json!({ "amount": price }));
    let closed = close(&cashier, &[(&format!("{}.00", counted / 100), "KGS")], None, "close-the-shift-0001").await;
    assert_eq!(closed["__typename"], "ShiftClosed", "{closed}");
    assert_eq!(app.violations().await, []);
    app.done().await;
}

#[tokio::test]
async fn what_is_wrong_on_a_blank_is_told_at_its_field() {
    let app = TestApp::new().await;
    let (cashier, _) = with_blanks(&app).await;
    let ride = app.ride("501").await;
    let sale = written(&app, &cashier, &ride, "АБ 1", "3").await;
    let with = |change: Value| {
        let mut input = sale.clone();
        input.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        input
    };
    let cases = [
        (json!({ "blank": "АБ 21" }), "blank", "NO_SUCH_BLANK"),
        (json!({ "blank": "21" }), "blank", "NO_SUCH_BLANK"),
        (json!({ "soldAt": clock(&app, TimeDelta::minutes(1)) }), "soldAt", "SOLD_IN_FUTURE"),
        (json!({ "soldAt": clock(&app, TimeDelta::hours(-73)) }), "soldAt", "SOLD_LONG_AGO"),
        (json!({ "tripId": "nonsense" }), "tripId", "NO_SUCH_TRIP"),
        (json!({ "from": 99 }), "from", "NO_BOARDING_HERE"),
        (json!({ "from": -1 }), "from", "NO_BOARDING_HERE"),
        (json!({ "from": ride.to, "to": ride.from }), "from", "NO_BOARDING_HERE"),
        (json!({ "seat": " " }), "seat", "REQUIRED"),
        (json!({ "seat": "999" }), "seat", "NO_SUCH_SEAT"),
        (json!({ "category": "NOBODY" }), "category", "CATEGORY_NOT_HERE"),
        (json!({ "cash": "-1" }), "cash", "AMOUNT"),
        (json!({ "cash": "0" }), "cash", "PAPER_PRICE"),
        (json!({ "cash": "0", "reason": "so" }), "cash", "PAPER_BELOW_FEES"),
        (json!({ "idempotencyKey": "short" }), "idempotencyKey", "KEY_FORM"),
        (json!({ "phone": "x" }), "phone", "PHONE"),
        (
            json!({ "passenger": { "firstName": "", "lastName": "Усенов", "birthDate": "1990-01-01", "citizenship": "KG",
            "documentKind": "ID_CARD", "documentNumber": "ID1234567" } }),
            "passenger.firstName",
            "REQUIRED",
        ),
        (
            json!({ "passenger": { "firstName": "Асан", "lastName": "Усенов", "birthDate": "1990-01-01", "citizenship": "KG",
            "documentKind": "ID_CARD", "documentNumber": "12" } }),
            "passenger.documentNumber",
            "ID_CARD_FORM",
        ),
    ];
    for (change, path, code) in cases {
        let answer = enter(&cashier, &with(change.clone())).await;
        let told = answer["fields"].as_array().cloned().unwrap_or_default();
        assert!(told.iter().any(|one| one["path"] == path && one["code"] == code), "{change}: {answer}");
    }
    assert_eq!(app.count("SELECT id FROM blank WHERE state <> 'FREE'").await, 0);
    // Nothing that was refused is remembered: the same attempt goes in once it is right.
    let named = json!({ "passenger": { "firstName": "Асан", "lastName": "Усенов", "birthDate": "1990-01-01", "citizenship": "KG",
        "documentKind": "ID_CARD", "documentNumber": "ID1234567" }, "phone": "0555 11 22 33" });
    let entered = enter(&cashier, &with(named)).await;
    assert_eq!(entered["order"]["passengers"], json!([{ "lastName": "Усенов" }]), "{entered}");
    // Without a shift nobody sells.
    let other = app.staff("CASHIER").await;
    let total = mine(&other).await["totals"][0]["inTill"]["amount"].as_str().unwrap().to_owned();
    close(&other, &[(&total, "KGS")], None, "close-the-shift-0001").await;
    let next = with(json!({ "blank": "АБ 2", "seat": "5", "idempotencyKey": "enter-without-a-shift" }));
    assert_eq!(enter(&other, &next).await["__typename"], "ShiftNeeded");
    app.done().await;
}

#[tokio::test]
async fn a_seat_that_was_sold_meanwhile_is_told_with_the_free_ones_or_the_passenger_stands() {
    let app = TestApp::new().await;
    let (cashier, _) = with_blanks(&app).await;
    let ride = app.ride("501").await;
    let sale = written(&app, &cashier, &ride, "АБ 1", "3").await;
    let visitor = app.visitor();
    visitor.hold(std::slice::from_ref(&ride), 1, Some(&["3"])).await;
    let refused = enter(&cashier, &sale).await;
    assert_eq!(field(&refused), wrong("seat", "PAPER_SEAT_SOLD"));
    let told = refused["fields"][0]["message"].as_str().unwrap();
    assert!(told.contains(": 1, 2, 4, 5"), "{told}");
    let mut standing = sale.clone();
    standing["standing"] = json!(true);
    let before = app.claimed(ride.trip.id).await;
    let entered = enter(&cashier, &standing).await;
    let line = &entered["order"]["segments"][0]["lines"][0];
    assert_eq!((&line["seat"], &line["state"]), (&Value::Null, &json!("ISSUED")), "{entered}");
    assert!(line["title"].as_str().unwrap().contains("Without a seat"), "{line}");
    assert_eq!(app.claimed(ride.trip.id).await, before);
    // The manifest has who stands, without a name, and the trip's lists can be read.
    let admin = app.staff("ADMINISTRATOR").await;
    crate::manifest::make(&admin, &ride).await;
    let query = "query($t: ID!) { tripPassengers(tripId: $t) { line { title } passenger { lastName } } }";
    let listed = admin.send(query, json!({ "t": ride.id() })).await.data("tripPassengers");
    assert_eq!(listed.as_array().map(Vec::len), Some(2), "{listed}");
    assert_eq!(app.violations().await, []);
    app.done().await;
}

#[tokio::test]
async fn another_price_than_the_tariffs_needs_a_reason_and_far_from_it_a_right() {
    let app = TestApp::new().await;
    let (cashier, _) = with_blanks(&app).await;
    let ride = app.ride("501").await;
    let mut sale = written(&app, &cashier, &ride, "АБ 1", "3").await;
    let tariff: i64 = sale["cash"].as_str().unwrap().parse().unwrap();
    sale["cash"] = json!((tariff - 50).to_string());
    assert_eq!(field(&enter(&cashier, &sale).await), wrong("cash", "PAPER_PRICE"));
    sale["reason"] = json!("Старый прейскурант");
    assert_eq!(set_setting(&app.app, "paper_difference", 20).await.unwrap(), Ok(()));
    app.advance(TimeDelta::seconds(2));
    let cashier = app.staff("CASHIER").await;
    assert_eq!(field(&enter(&cashier, &sale).await), wrong("cash", "PAPER_PRICE_FAR"));
    assert_eq!(set_setting(&app.app, "paper_difference", 50).await.unwrap(), Ok(()));
    app.advance(TimeDelta::seconds(2));
    let cashier = app.staff("CASHIER").await;
    let entered = enter(&cashier, &sale).await;
    let explained = entered["order"]["explanation"].as_array().unwrap();
    let part = explained.iter().find(|one| one["title"] == "Taken by hand").map(|one| one["amount"]["amount"].clone());
    assert_eq!(part, Some(json!("-50.00")), "{entered}");
    assert_eq!(
        (&entered["blank"]["note"], amount(&entered["order"]["total"])),
        (&json!("Старый прейскурант"), (tariff - 50) * 100)
    );
    assert_eq!(app.violations().await, []);
    // A paper that no ticket names is found by the check.
    app.break_by_hand("UPDATE ticket SET blank = NULL").await;
    let named = app.violations().await.iter().any(|one| one.rule == 3 && one.what.contains("a blank is sold"));
    assert!(named, "{:?}", app.violations().await);
    app.discard().await;
}

#[tokio::test]
async fn of_those_who_enter_a_blank_or_a_seat_at_once_one_does() {
    let app = TestApp::new().await;
    let (cashier, _) = with_blanks(&app).await;
    let ride = app.ride("501").await;
    let sale = written(&app, &cashier, &ride, "АБ 1", "3").await;
    let of = |n: usize, blank: &str, seat: &str| {
        let mut input = sale.clone();
        let change = json!({ "blank": blank, "seat": seat, "idempotencyKey": format!("all-at-once-{seat}-{n:04}") });
        input.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        input
    };
    let one_blank: Vec<Value> = (0..8).map(|n| of(n, "АБ 1", ["3", "4", "5", "6"][n % 4])).collect();
    let answers = join_all(one_blank.iter().map(|input| enter(&cashier, input))).await;
    assert_eq!(answers.iter().filter(|one| one["__typename"] == "BlankEntered").count(), 1, "{answers:?}");
    let one_seat: Vec<Value> = (2..10).map(|n| of(n, &format!("АБ {n}"), "9")).collect();
    let answers = join_all(one_seat.iter().map(|input| enter(&cashier, input))).await;
    assert_eq!(answers.iter().filter(|one| one["__typename"] == "BlankEntered").count(), 1, "{answers:?}");
    assert_eq!(app.count("SELECT id FROM blank WHERE state = 'SOLD'").await, 2);
    assert_eq!(mine(&cashier).await["totals"][0]["saleCount"], 2);
    assert_eq!(app.violations().await, []);
    app.done().await;
}
