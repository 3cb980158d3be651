use tests::{TestApp, TimeDelta, Value, json};

use super::{amount, confirm, offered, paid, quote, rides, seats};

#[tokio::test]
async fn another_seat_is_free_of_charge_and_frees_the_old_one() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let (today, ..) = rides(&app).await;
    let order = ana.buy(&app, std::slice::from_ref(&today), 2).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let lines = seats(&ana, &order).await;
    let (before, claims) = (paid(&ana, &order).await, app.claimed(today.trip.id).await);
    let offer = offered(&agent, &order, &lines[..1], &today, Some(&["12"])).await;
    let done = confirm(&agent, &order, &offer, "exchange-seat-0001", json!({})).await;
    assert_eq!(done["exchange"]["state"], "DONE", "{done}");
    assert_eq!(done["order"]["status"], "PAID", "an exchange is no refund");
    app.run_jobs().await;
    let now = seats(&ana, &order).await;
    assert_eq!(now.len(), 2);
    let moved = now.iter().find(|line| line["seat"] == "12").unwrap();
    assert_eq!((moved["state"].as_str(), moved["ticket"]["valid"].as_bool()), (Some("ISSUED"), Some(true)));
    assert_ne!(moved["ticket"]["number"], lines[0]["ticket"]["number"]);
    assert!(now.contains(&lines[1]), "the other passenger stays");
    assert_eq!((paid(&ana, &order).await, app.claimed(today.trip.id).await), (before, claims));
    let old = lines[0]["seat"].as_str().unwrap();
    app.visitor().hold(std::slice::from_ref(&today), 1, Some(&[old])).await;
    // The same again is the same; another order of things under the key is not.
    let again = confirm(&agent, &order, &offer, "exchange-seat-0001", json!({})).await;
    assert_eq!(again["exchange"]["state"], "DONE");
    let anew = confirm(&agent, &order, &offer, "exchange-seat-0002", json!({})).await;
    assert_eq!(anew["fields"][0]["code"], "NO_GOOD_TICKET");
    app.done().await;
}

#[tokio::test]
async fn a_cheaper_ride_gives_the_difference_back() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let (today, _, short) = rides(&app).await;
    let order = ana.buy(&app, std::slice::from_ref(&today), 1).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let lines = seats(&ana, &order).await;
    let before = paid(&ana, &order).await;
    // The same seat, shorter: nobody else's.
    let seat = lines[0]["seat"].as_str().unwrap().to_owned();
    let offer = offered(&agent, &order, &lines, &short, Some(&[&seat])).await;
    let difference = amount(&offer["difference"]);
    assert!(difference < 0, "{offer}");
    let done = confirm(&agent, &order, &offer, "exchange-cheap-001", json!({})).await;
    assert_eq!(done["exchange"]["state"], "DONE", "{done}");
    app.run_jobs().await;
    let now = ana.order(&order).await;
    assert_eq!(amount(&now["paid"]), before + difference);
    assert_eq!(amount(&now["total"]), before + difference);
    assert_eq!(now["refunds"][0]["state"], "DONE");
    // Given back afterwards, it brings no more than was left of it.
    let line = seats(&ana, &order).await[0]["id"].as_str().unwrap().to_owned();
    let refund = ana.quote(&order, &[&line]).await["quote"].clone();
    ana.confirm(&order, refund["id"].as_str().unwrap(), "exchange-refund-01").await;
    app.run_jobs().await;
    let end = ana.order(&order).await;
    assert_eq!(end["status"], "REFUNDED");
    assert!(amount(&end["paid"]) >= 0);
    app.done().await;
}

#[tokio::test]
async fn a_dearer_ride_waits_for_its_difference() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let (_, tomorrow, short) = rides(&app).await;
    let order = ana.buy(&app, std::slice::from_ref(&short), 1).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let lines = seats(&ana, &order).await;
    let before = paid(&ana, &order).await;
    let offer = offered(&agent, &order, &lines, &tomorrow, Some(&["12"])).await;
    let waits = confirm(&agent, &order, &offer, "exchange-dear-0001", json!({})).await;
    assert_eq!(waits["exchange"]["state"], "WAITING", "{waits}");
    app.run_jobs().await;
    assert_eq!(seats(&ana, &order).await, lines, "the old ticket is good until it is paid");
    let second = offered(&agent, &order, &lines, &short, Some(&["14"])).await;
    let refused = confirm(&agent, &order, &second, "exchange-dear-0002", json!({})).await;
    assert_eq!(refused["fields"][0]["code"], "EXCHANGE_WAITS");
    let told = app.messages().await.into_iter().filter(|message| message.2.contains("old tickets")).count();
    assert_eq!(told, 1, "the customer is told what to pay");

    let started = ana.try_pay(&order).await;
    assert_eq!(started["__typename"], "PaymentStarted", "{started}");
    ana.at_bank(started["payment"]["redirectUrl"].as_str().unwrap(), "twice").await;
    app.run_jobs().await;
    let now = seats(&ana, &order).await;
    assert_eq!((now.len(), now[0]["seat"].as_str()), (1, Some("12")));
    assert_eq!(paid(&ana, &order).await, before + amount(&offer["difference"]));
    assert_eq!(ana.order(&order).await["status"], "PAID");
    let inspector = app.staff("INSPECTOR").await;
    let read = crate::passage::record(&inspector, &short, json!({ "code": lines[0]["ticket"]["number"] })).await;
    assert_eq!(read["outcome"], "REFUNDED", "the old ticket is void");

    // All of it goes back by both payments, each no more than it brought.
    app.break_by_hand(&format!(
        "UPDATE trip SET state = 'CANCELLED', version = version + 1 WHERE {}",
        id_of(&app, &tomorrow)
    ))
    .await;
    api::features::network::forget_trip(&app.app, tomorrow.trip.id);
    let refund = ana.quote(&order, &[now[0]["id"].as_str().unwrap()]).await["quote"].clone();
    assert_eq!(amount(&refund["amount"]), before + amount(&offer["difference"]));
    ana.confirm(&order, refund["id"].as_str().unwrap(), "exchange-refund-02").await;
    app.run_jobs().await;
    let end = ana.order(&order).await;
    assert_eq!((amount(&end["paid"]), end["refunds"].as_array().unwrap().len()), (0, 2), "{end}");
    app.done().await;
}

fn id_of(app: &TestApp, ride: &tests::Ride) -> String {
    let id = ride.trip.id;
    if app.app.db.is_sqlite() { format!("id = x'{}'", id.simple()) } else { format!("id = '{id}'") }
}

#[tokio::test]
async fn a_difference_that_is_not_paid_in_time_changes_nothing() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let (_, tomorrow, short) = rides(&app).await;
    let order = ana.buy(&app, std::slice::from_ref(&short), 1).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let lines = seats(&ana, &order).await;
    let before = paid(&ana, &order).await;
    let offer = offered(&agent, &order, &lines, &tomorrow, Some(&["12"])).await;
    confirm(&agent, &order, &offer, "exchange-late-0001", json!({})).await;
    let started = ana.try_pay(&order).await;
    app.advance(TimeDelta::hours(1));
    api::features::order::sweep(&app.app).await.unwrap();
    assert_eq!(seats(&ana, &order).await, lines);
    assert_eq!(ana.try_pay(&order).await["code"], "ORDER_CLOSED");
    // Somebody else has the seat by now: late money goes back, and the old ticket is good.
    let ben = app.visitor();
    ben.hold(std::slice::from_ref(&tomorrow), 1, Some(&["12"])).await;
    ana.at_bank(started["payment"]["redirectUrl"].as_str().unwrap(), "pay").await;
    app.run_jobs().await;
    assert_eq!(seats(&ana, &order).await, lines);
    assert_eq!(paid(&ana, &order).await, before);

    // Late money for a seat that is still free buys it.
    let agent = app.staff("SUPPORT_AGENT").await;
    let offer = offered(&agent, &order, &lines, &tomorrow, Some(&["13"])).await;
    confirm(&agent, &order, &offer, "exchange-late-0002", json!({})).await;
    let started = ana.try_pay(&order).await;
    app.advance(TimeDelta::hours(1));
    ana.at_bank(started["payment"]["redirectUrl"].as_str().unwrap(), "pay").await;
    app.run_jobs().await;
    assert_eq!(seats(&ana, &order).await[0]["seat"], "13");
    assert_eq!(paid(&ana, &order).await, before + amount(&offer["difference"]));
    app.done().await;
}

#[tokio::test]
async fn a_manager_forgoes_the_difference_with_a_reason() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let (_, tomorrow, short) = rides(&app).await;
    let order = ana.buy(&app, std::slice::from_ref(&short), 1).await;
    let lines = seats(&ana, &order).await;
    let before = paid(&ana, &order).await;
    let (agent, manager) = (app.staff("SUPPORT_AGENT").await, app.staff("TRANSPORT_MANAGER").await);
    let offer = offered(&agent, &order, &lines, &tomorrow, None).await;
    let free = json!({ "forgo": true, "overrule": "Our mistake" });
    let forbidden = confirm(&agent, &order, &offer, "exchange-free-0001", free.clone()).await;
    assert_eq!(forbidden["error"], "FORBIDDEN");
    let silent = confirm(&manager, &order, &offer, "exchange-free-0002", json!({ "forgo": true })).await;
    assert_eq!(silent["fields"], json!([{ "path": "overrule", "code": "REQUIRED" }]));
    let done = confirm(&manager, &order, &offer, "exchange-free-0003", free).await;
    assert_eq!((&done["exchange"]["state"], &done["exchange"]["forgone"]), (&json!("DONE"), &offer["difference"]));
    let now = ana.order(&order).await;
    assert_eq!((amount(&now["paid"]), amount(&now["total"])), (before, before));
    assert_eq!(
        app.count("SELECT id FROM audit WHERE action = 'EXCHANGE_TICKETS' AND new_values LIKE '%Our mistake%'").await,
        1
    );
    app.done().await;
}

#[tokio::test]
async fn who_has_boarded_is_exchanged_only_with_a_reason_and_never_refunded() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let (today, tomorrow, _) = rides(&app).await;
    let order = ana.buy(&app, std::slice::from_ref(&today), 1).await;
    let lines = seats(&ana, &order).await;
    crate::passage::record(&app.staff("INSPECTOR").await, &today, json!({ "lineId": lines[0]["id"] })).await;
    let refund = ana.quote(&order, &[lines[0]["id"].as_str().unwrap()]).await;
    assert_eq!(refund["reason"], "BOARDED", "{refund}");
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let offer = offered(&manager, &order, &lines, &tomorrow, None).await;
    assert_eq!(offer["needsOverrule"], true);
    let refused = confirm(&manager, &order, &offer, "exchange-board-001", json!({})).await;
    assert_eq!(refused["fields"], json!([{ "path": "overrule", "code": "BOARDED_OR_LEFT" }]));
    let overruled = json!({ "overrule": "The bus broke down" });
    let done = confirm(&manager, &order, &offer, "exchange-board-002", overruled).await;
    assert_eq!(done["exchange"]["state"], "DONE", "{done}");
    app.done().await;
}

#[tokio::test]
async fn an_offer_ends_and_its_trip_may_be_cancelled() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let (_, tomorrow, short) = rides(&app).await;
    let order = ana.buy(&app, std::slice::from_ref(&short), 1).await;
    let lines = seats(&ana, &order).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let offer = offered(&agent, &order, &lines, &tomorrow, None).await;
    app.advance(TimeDelta::minutes(16));
    let agent = app.staff("SUPPORT_AGENT").await;
    let late = confirm(&agent, &order, &offer, "exchange-over-0001", json!({})).await;
    assert_eq!(late["code"], "QUOTE_EXPIRED");
    // The new trip is cancelled while its difference waits: the old ticket stays, the money goes back.
    let offer = offered(&agent, &order, &lines, &tomorrow, None).await;
    confirm(&agent, &order, &offer, "exchange-over-0002", json!({})).await;
    let started = ana.try_pay(&order).await;
    let dispatcher = app.staff("DISPATCHER").await;
    crate::trip::change(&dispatcher, "cancelTrip", json!({ "tripId": tomorrow.id() })).await;
    app.run_jobs().await;
    let before = paid(&ana, &order).await;
    ana.at_bank(started["payment"]["redirectUrl"].as_str().unwrap(), "pay").await;
    app.run_jobs().await;
    assert_eq!((seats(&ana, &order).await, paid(&ana, &order).await), (lines.clone(), before));
    let gone = quote(&agent, &order, &lines, &tomorrow, None).await;
    assert_eq!(gone["reason"], "CANCELLED");
    app.done().await;
}

/// The old trip is cancelled while the difference waits: everything of the old ticket goes back, the payment too.
#[tokio::test]
async fn a_ticket_that_was_returned_meanwhile_is_not_exchanged() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let (_, tomorrow, short) = rides(&app).await;
    let order = ana.buy(&app, std::slice::from_ref(&short), 1).await;
    let lines: Vec<Value> = seats(&ana, &order).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let offer = offered(&agent, &order, &lines, &tomorrow, None).await;
    confirm(&agent, &order, &offer, "exchange-gone-0001", json!({})).await;
    let started = ana.try_pay(&order).await;
    let dispatcher = app.staff("DISPATCHER").await;
    crate::trip::change(&dispatcher, "cancelTrip", json!({ "tripId": short.id() })).await;
    app.run_jobs().await;
    ana.at_bank(started["payment"]["redirectUrl"].as_str().unwrap(), "pay").await;
    app.run_jobs().await;
    assert_eq!(paid(&ana, &order).await, 0);
    app.done().await;
}
