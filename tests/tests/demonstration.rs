//! The past that `beket demo --days` makes up, with the office that it furnishes.

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
    assert!(past > all / 6 && past < all, "{past} of {all}");
    assert_eq!(app.count("SELECT channel FROM \"order\" GROUP BY channel").await, 4);
    assert_eq!(
        app.count("SELECT id FROM \"order\" WHERE created_at > '2026-12-01T06:00:01'").await,
        0,
        "none tomorrow"
    );
    assert!(app.count("SELECT id FROM refund WHERE state = 'DONE'").await > 2);

    // What a sale leaves behind it: boardings of trips that have left, a mailbox, and money back for trips that did not run.
    let now = "'2026-12-01T06:00:01'";
    assert!(app.count("SELECT id FROM passage WHERE outcome = 'ACCEPTED'").await > 100);
    assert_eq!(app.count(&format!("SELECT id FROM passage WHERE recorded_at > {now}")).await, 0);
    assert!(app.count("SELECT id FROM message WHERE state = 'SENT' AND order_id IS NOT NULL").await > 20);
    let kept = "SELECT line_id FROM claim JOIN trip ON trip.id = claim.space_id WHERE trip.state = 'CANCELLED'";
    assert_eq!(app.count(kept).await, 0, "nobody sits in a trip that did not run");

    // Staff find them, and the owner of a ticket for a coming trip gives it back as any other.
    let clerk = app.staff("SUPPORT_AGENT").await;
    let list = "{ orders(filter: { status: PAID }, first: 100) { nodes { number status } } }";
    assert_eq!(clerk.send(list, json!({})).await.data("orders")["nodes"].as_array().unwrap().len(), 100);
    assert!(ana.buy(&app, &[app.ride("505").await], 1).await.number.starts_with("BK-"), "and seats go on being sold");
    app.done().await;
}

#[tokio::test]
async fn past_trips_are_over_and_have_their_crews() {
    let app = TestApp::new().await;
    grow(&app.app, &Growth { days: 3, orders: 100 }, &|_| {}).await.unwrap();
    let past = "SELECT id FROM trip WHERE service_date < '2026-12-01' AND arrives_at < '2026-12-01T04:00:00'";
    let count = async |and: &str| app.count(&format!("{past} AND {and}")).await;
    let all = count("TRUE").await;
    assert_eq!(count("state IN ('ARRIVED', 'CANCELLED')").await, all);
    let cancelled = count("state = 'CANCELLED'").await;
    assert!(cancelled > 0 && cancelled < all / 50, "{cancelled} of {all}");
    let late = count("delay_minutes > 0").await;
    assert!(late > all / 20 && late < all / 5, "{late} of {all}");
    let with_crew = count("vehicle_id IS NOT NULL AND id IN (SELECT trip_id FROM trip_driver)").await;
    assert!(with_crew > all * 9 / 10, "{with_crew} of {all}");
    let coming = "SELECT id FROM trip WHERE service_date = '2026-12-02' AND vehicle_id IS NOT NULL";
    assert!(app.count(coming).await > 500, "tomorrow's have theirs too");
    let twice = "SELECT one.id FROM trip one JOIN trip other ON other.vehicle_id = one.vehicle_id AND other.id <> one.id \
                 AND other.departs_at < one.arrives_at AND other.arrives_at > one.departs_at \
                 AND other.delay_minutes = 0 WHERE one.delay_minutes = 0 AND one.state <> 'CANCELLED' \
                 AND other.state <> 'CANCELLED'";
    assert_eq!(app.count(twice).await, 0, "no vehicle is at two places at once");
    app.done().await;
}

#[tokio::test]
async fn the_office_is_furnished_once() {
    let app = TestApp::new().await;
    let tables = [
        "contract",
        "driver",
        "permit",
        "desk",
        "blank",
        "promotion",
        "price_list",
        "quota",
        "closure",
        "announcement",
    ];
    let rows = async || {
        let mut rows = Vec::new();
        for table in tables {
            rows.push(app.count(&format!("SELECT id FROM {table}")).await);
        }
        rows
    };
    assert_eq!(rows().await, vec![0; tables.len()]);
    let growth = Growth { days: 2, orders: 400 };
    grow(&app.app, &growth, &|_| {}).await.unwrap();
    let furnished = rows().await;
    assert!(furnished.iter().all(|count| *count > 0), "{furnished:?}");
    assert_eq!(app.count("SELECT id FROM contract GROUP BY carrier_id, id").await, furnished[0]);
    let soon = "SELECT id FROM permit WHERE expires_on >= '2026-12-01' AND expires_on <= '2026-12-31'";
    let ended = "SELECT id FROM permit WHERE expires_on < '2026-12-01'";
    let (soon, ended) = (app.count(soon).await, app.count(ended).await);
    assert!(soon > 0 && ended > 0 && (soon + ended) * 10 < furnished[2], "most papers are good: {soon}, {ended}");
    assert!(app.count("SELECT id FROM api_key").await >= 2, "partners sell");
    assert!(app.count("SELECT id FROM audit WHERE action = 'SAVE_DRIVER'").await > 100, "and the log tells of it");
    grow(&app.app, &growth, &|_| {}).await.unwrap();
    assert_eq!(rows().await, furnished);

    // As staff see it.
    let dispatcher = app.staff("DISPATCHER").await;
    let day = "{ tripDay { trips places sold cancelled delayed } }";
    let day = dispatcher.send(day, json!({})).await.data("tripDay");
    assert!(day["delayed"].as_i64().unwrap() > 0 && day["sold"].as_i64().unwrap() > 50, "{day}");
    app.done().await;
}
