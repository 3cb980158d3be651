//! The past that `beket demo --days` makes up.

use api::demonstration::{Growth, grow};
use tests::{TestApp, json};

#[tokio::test]
async fn what_is_made_up_keeps_every_rule_and_can_be_worked_with() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let ride = app.ride("501").await;
    ana.buy(&app, std::slice::from_ref(&ride), 2).await;
    let seats_left = async || {
        let query = "query($t: ID!) { seatMap(tripId: $t, from: 0, to: 1) { seatsLeft } }";
        ana.send(query, json!({ "t": ride.id() })).await.data("seatMap")["seatsLeft"].as_i64().unwrap()
    };
    assert!(seats_left().await > 0);

    let growth = Growth { days: 4, orders: 200 };
    let grown = grow(&app.app, &growth, &|_| {}).await.unwrap();
    assert!(grown.trips > 1000, "{grown:?}");
    assert!((190..=200).contains(&grown.orders) && grown.tickets > grown.orders, "{grown:?}");
    assert_eq!(app.violations().await, []);
    let again = grow(&app.app, &growth, &|_| {}).await.unwrap();
    assert_eq!(again.trips, 0, "past trips are made once");
    assert_eq!(app.violations().await, [], "nor is a seat sold twice with what was there");

    // Days before today and to come, every channel, some of them given back with their money.
    let past = "SELECT id FROM \"order\" WHERE first_departure_at < '2026-12-01'";
    let (past, all) = (app.count(past).await, app.count("SELECT id FROM \"order\"").await);
    assert!(past > all / 3 && past < all, "{past} of {all}");
    assert_eq!(app.count("SELECT channel FROM \"order\" GROUP BY channel").await, 4);
    assert_eq!(
        app.count("SELECT id FROM \"order\" WHERE created_at > '2026-12-01T06:00:01'").await,
        0,
        "none tomorrow"
    );
    assert!(app.count("SELECT id FROM refund WHERE state = 'DONE'").await > 2);

    // Staff find them, and the owner of a ticket for a coming trip gives it back as any other.
    let clerk = app.staff("SUPPORT_AGENT").await;
    let list = "{ orders(filter: { status: PAID }, first: 100) { nodes { number status } } }";
    assert_eq!(clerk.send(list, json!({})).await.data("orders")["nodes"].as_array().unwrap().len(), 100);
    assert!(ana.buy(&app, &[app.ride("505").await], 1).await.number.starts_with("BK-"), "and seats go on being sold");
    app.done().await;
}
