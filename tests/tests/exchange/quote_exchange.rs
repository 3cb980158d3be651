use tests::{TestApp, TimeDelta, json};

use super::{amount, offered, quote, rides, seats};

#[tokio::test]
async fn an_offer_tells_what_counts_and_what_it_costs() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let (today, tomorrow, short) = rides(&app).await;
    let order = ana.buy(&app, std::slice::from_ref(&short), 1).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let lines = seats(&ana, &order).await;
    let before = app.claimed(tomorrow.trip.id).await;

    let dearer = offered(&agent, &order, &lines, &tomorrow, None).await;
    let line = &dearer["lines"][0];
    let paid = super::paid(&ana, &order).await;
    assert_eq!(amount(&line["credit"]), paid, "everything that was paid counts");
    assert!(amount(&dearer["difference"]) > 0, "{dearer}");
    assert_eq!(amount(&line["price"]) - amount(&line["credit"]), amount(&dearer["difference"]));
    let parts = line["explanation"].as_array().unwrap();
    assert_eq!(parts.iter().map(|part| amount(&part["amount"])).sum::<i64>(), amount(&line["price"]));
    assert_eq!(app.claimed(tomorrow.trip.id).await, before, "an offer holds nothing");

    let other_seat = offered(&agent, &order, &lines, &short, Some(&["12"])).await;
    assert_eq!(amount(&other_seat["difference"]), 0);
    assert_eq!(other_seat["lines"][0]["new"]["title"], "Seat 12");
    let same = quote(&agent, &order, &lines, &short, Some(&[lines[0]["seat"].as_str().unwrap()])).await;
    assert_eq!(same["fields"][0]["code"], "NOTHING_CHANGES", "{same}");

    app.visitor().hold(std::slice::from_ref(&today), 1, Some(&["13"])).await;
    let taken = quote(&agent, &order, &lines, &short, Some(&["13"])).await;
    assert_eq!(taken["seats"], json!(["13"]));
    let unknown = quote(&agent, &order, &lines, &short, Some(&["77"])).await;
    assert_eq!(unknown["fields"][0]["code"], "NO_SUCH_SEAT");
    let twice = quote(&agent, &order, &[lines.clone(), lines.clone()].concat(), &tomorrow, None).await;
    assert_eq!(twice["fields"][0]["code"], "TICKET_TWICE");
    let none = quote(&agent, &order, &[], &tomorrow, None).await;
    assert_eq!(none["fields"][0]["code"], "NOTHING_CHOSEN");
    app.done().await;
}

#[tokio::test]
async fn what_is_not_sold_is_not_offered() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let (today, tomorrow, _) = rides(&app).await;
    let order = ana.buy(&app, std::slice::from_ref(&tomorrow), 1).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let lines = seats(&ana, &order).await;
    app.advance(TimeDelta::hours(12));
    let agent_later = app.staff("SUPPORT_AGENT").await;
    let left = quote(&agent_later, &order, &lines, &today, None).await;
    assert_eq!(left["reason"], "DEPARTED", "{left}");
    // Somebody else's ticket is none of the order's.
    let stranger = app.visitor();
    let theirs = stranger.buy(&app, std::slice::from_ref(&tomorrow), 1).await;
    let foreign = quote(&agent_later, &theirs, &lines, &tomorrow, Some(&["12"])).await;
    assert_eq!(foreign["fields"][0]["code"], "NO_GOOD_TICKET");
    drop(agent);
    app.done().await;
}

/// A tariff may withhold a part of the old ticket.
#[tokio::test]
async fn what_the_tariff_withholds_is_told() {
    let app = TestApp::new().await;
    app.break_by_hand(
        "INSERT INTO tariff_rule (code, feed, kind, scopes, channels, series, version, terms, position) SELECT 'exchange_fee', feed, 'exchange', scopes, channels, 'exchange_fee', 1, \
         '{\"name\":{\"ru\":\"Обмен\",\"ky\":\"Алмаштыруу\",\"en\":\"Exchange\"},\"minutes_before\":0,\"percent_back\":\"90\"}', 99 FROM tariff_rule WHERE code LIKE '%refund_24h'",
    )
    .await;
    app.app.network.forget();
    let ana = app.visitor();
    let (today, tomorrow, _) = rides(&app).await;
    let order = ana.buy(&app, std::slice::from_ref(&today), 1).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let lines = seats(&ana, &order).await;
    let offer = offered(&agent, &order, &lines, &tomorrow, None).await;
    let line = &offer["lines"][0];
    assert!(amount(&line["withheld"]) > 0, "{offer}");
    assert_eq!(amount(&line["credit"]) + amount(&line["withheld"]), super::paid(&ana, &order).await);
    assert_eq!(
        amount(&offer["difference"]),
        amount(&line["withheld"]),
        "the same ride a day later costs what is withheld"
    );
    app.discard().await;
}
