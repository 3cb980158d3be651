use tests::{TestApp, TimeDelta, Value, json};

const SALES: &str = "query($d: Int!) { salesByDay(days: $d) { date orders amounts { amount currency } channels { channel orders amounts { amount } } } }";
const TRIPS: &str = "{ tripDay { date trips places sold cancelled delayed late { id delayMinutes } lines { number trips places sold delayed } } }";

async fn sales(app: &TestApp, days: i32) -> Vec<Value> {
    let clerk = app.staff("ACCOUNTANT").await;
    clerk.send(SALES, json!({ "d": days })).await.data("salesByDay").as_array().unwrap().clone()
}

#[tokio::test]
async fn sales_are_counted_on_the_stations_day_by_channel() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let ride = app.ride_after("501", TimeDelta::hours(40)).await;
    let order = ana.buy(&app, std::slice::from_ref(&ride), 2).await;
    let paid = ana.order(&order).await["total"]["amount"].clone();
    ana.hold(std::slice::from_ref(&ride), 1, None).await;
    let days = sales(&app, 2).await;
    assert_eq!((&days[0]["date"], &days[0]["orders"]), (&json!("2026-11-30"), &json!(0)));
    assert_eq!((&days[1]["date"], &days[1]["orders"]), (&json!("2026-12-01"), &json!(1)), "a hold is no sale");
    assert_eq!(days[1]["amounts"], json!([{ "amount": paid, "currency": "KGS" }]));
    assert_eq!(days[1]["channels"], json!([{ "channel": "WEB", "orders": 1, "amounts": [{ "amount": paid }] }]));
    // 23:30 in Bishkek, and half an hour after midnight: two days there, one in UTC.
    app.advance(TimeDelta::minutes(11 * 60 + 30));
    ana.buy(&app, std::slice::from_ref(&ride), 1).await;
    app.advance(TimeDelta::hours(1));
    ana.buy(&app, std::slice::from_ref(&ride), 1).await;
    let days = sales(&app, 2).await;
    let told: Vec<_> =
        days.iter().map(|day| (day["date"].as_str().unwrap(), day["orders"].as_i64().unwrap())).collect();
    assert_eq!(told, [("2026-12-01", 2), ("2026-12-02", 1)]);
    let clerk = app.staff("ACCOUNTANT").await;
    assert_eq!(clerk.send(SALES, json!({ "d": 32 })).await.code(), "BAD_INPUT");
    app.done().await;
}

#[tokio::test]
async fn trips_of_the_day_are_those_one_works_with() {
    let app = TestApp::new().await;
    let dispatcher = app.staff("DISPATCHER").await;
    let before = dispatcher.send(TRIPS, json!({})).await.data("tripDay");
    assert!(before["trips"].as_i64().unwrap() > 100 && before["places"].as_i64().unwrap() > 1000, "{before}");
    assert_eq!((&before["sold"], &before["cancelled"], &before["delayed"]), (&json!(0), &json!(0), &json!(0)));
    let ride = app.ride("501").await;
    assert_eq!(ride.trip.service_date.to_string(), "2026-12-01", "today's");
    app.visitor().buy(&app, std::slice::from_ref(&ride), 3).await;
    let delay = "mutation($t: ID!) { delayTrip(input: { tripId: $t, minutes: 25 }) { __typename } }";
    dispatcher.send(delay, json!({ "t": ride.id() })).await.data("delayTrip");
    let after = dispatcher.send(TRIPS, json!({})).await.data("tripDay");
    assert_eq!((&after["sold"], &after["delayed"]), (&json!(3), &json!(1)));
    assert_eq!(after["late"], json!([{ "id": ride.id(), "delayMinutes": 25 }]));
    // Each line apart, those with the most places first.
    let lines = after["lines"].as_array().unwrap();
    let ours = lines.iter().find(|line| line["number"] == ride.trip.route.number).unwrap();
    assert_eq!((&ours["sold"], &ours["delayed"]), (&json!(3), &json!(1)), "{ours}");
    let places: Vec<i64> = lines.iter().map(|line| line["places"].as_i64().unwrap()).collect();
    assert!(lines.len() == 12 && places.is_sorted_by(|a, b| a >= b), "{places:?}");
    let cancel = "mutation($t: ID!) { cancelTrip(input: { tripId: $t }) { __typename } }";
    dispatcher.send(cancel, json!({ "t": ride.id() })).await.data("cancelTrip");
    let gone = dispatcher.send(TRIPS, json!({})).await.data("tripDay");
    assert_eq!((&gone["sold"], &gone["cancelled"], &gone["delayed"]), (&json!(0), &json!(1), &json!(0)));
    assert_eq!(gone["trips"], before["trips"]);

    let own = app.staff("CARRIER_REPRESENTATIVE").await.send(TRIPS, json!({})).await.data("tripDay");
    let (own, all) = (own["trips"].as_i64().unwrap(), before["trips"].as_i64().unwrap());
    assert!(0 < own && own < all, "a representative counts the own carrier's alone: {own} of {all}");
    app.done().await;
}

#[tokio::test]
async fn what_failed_is_told() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let alarms = async || admin.send("{ alarms { failedJobs failedRefunds } }", json!({})).await.data("alarms");
    assert_eq!(alarms().await, json!({ "failedJobs": 0, "failedRefunds": 0 }));
    app.visitor().buy(&app, &[app.ride("501").await], 1).await;
    app.break_by_hand("UPDATE job SET state = 'FAILED'").await;
    assert!(alarms().await["failedJobs"].as_i64().unwrap() > 0);
    app.discard().await;
}
