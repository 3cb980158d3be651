use futures::future::join_all;
use tests::{TestApp, TimeDelta, json};

#[tokio::test]
async fn one_passenger_gives_back_and_the_seat_is_free_at_once() {
    let app = TestApp::new().await;
    let (ana, ben, ride) = (app.visitor(), app.visitor(), app.ride_after("501", TimeDelta::hours(30)).await);
    let order = ana.buy(&app, std::slice::from_ref(&ride), 2).await;
    let seen = ana.order(&order).await;
    let line = &seen["segments"][0]["lines"][0];
    let seat = line["seat"].as_str().unwrap();
    let quote = ana.quote(&order, &[line["id"].as_str().unwrap()]).await;
    let quote = quote["quote"]["id"].as_str().unwrap();

    let done = ana.confirm(&order, quote, "key-of-this-refund-1").await;
    assert_eq!(done["order"]["status"], "PARTLY_REFUNDED", "{done}");
    assert_eq!(done["refund"]["state"], "PENDING");
    ben.hold(&[ride], 1, Some(&[seat])).await;
    let again = ana.confirm(&order, quote, "key-of-this-refund-1").await;
    assert_eq!(again["__typename"], "RefundConfirmed", "the same key answers the same: {again}");
    let other = ana.confirm(&order, quote, "key-of-this-refund-2").await;
    assert_eq!(other["reason"], "ALREADY_REFUNDED");

    app.run_jobs().await;
    let after = ana.order(&order).await;
    assert_eq!(after["refunds"][0]["state"], "DONE");
    assert_eq!(after["refunds"][0]["amount"]["amount"], "570.00");
    assert_eq!(after["paid"]["amount"], "686.00");
    let tickets: Vec<bool> =
        after["segments"][0]["lines"].as_array().unwrap().iter().map(|l| l["ticket"]["valid"] == true).collect();
    assert_eq!(tickets.iter().filter(|valid| **valid).count(), 1);
    let mail = app.messages().await.into_iter().filter(|(.., text)| text.contains("570\u{a0}")).count();
    assert_eq!(mail, 1);
    app.done().await;
}

#[tokio::test]
async fn one_direction_of_two() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let there = app.ride("501").await;
    let back = app.ride_after("503", TimeDelta::hours(30)).await;
    let order = ana.buy(&app, &[there, back], 2).await;
    let seen = ana.order(&order).await;
    let lines: Vec<&str> =
        seen["segments"][1]["lines"].as_array().unwrap().iter().map(|l| l["id"].as_str().unwrap()).collect();
    let quote = ana.quote(&order, &lines).await;
    let done = ana.confirm(&order, quote["quote"]["id"].as_str().unwrap(), "key-of-one-direction").await;
    assert_eq!(done["order"]["status"], "PARTLY_REFUNDED");
    let after = ana.order(&order).await;
    let states = |n: usize| {
        after["segments"][n]["lines"].as_array().unwrap().iter().map(|l| l["state"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(states(0), [json!("ISSUED"), json!("ISSUED")]);
    assert_eq!(states(1), [json!("REFUNDED"), json!("REFUNDED")]);
    app.done().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_hundred_refunds_at_once_give_back_once() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.buy(&app, &[app.ride("501").await], 2).await;
    let seen = ana.order(&order).await;
    let lines: Vec<&str> =
        seen["segments"][0]["lines"].as_array().unwrap().iter().map(|l| l["id"].as_str().unwrap()).collect();
    let quotes = join_all((0..100).map(|n| ana.quote(&order, if n % 2 == 0 { &lines } else { &lines[..1] }))).await;

    let answers =
        join_all(quotes.iter().enumerate().map(|(n, quote)| {
            let (ana, order) = (ana.clone(), order.clone());
            async move {
                ana.confirm(&order, quote["quote"]["id"].as_str().unwrap(), &format!("race-of-refunds-{n:04}")).await
            }
        }))
        .await;

    app.run_jobs().await;
    let confirmed = answers.iter().filter(|answer| answer["__typename"] == "RefundConfirmed").count();
    assert!((1..=2).contains(&confirmed), "{confirmed} were told of a refund");
    let after = ana.order(&order).await;
    let amount = |value: &tests::Value| value["amount"].as_str().unwrap().parse::<f64>().unwrap();
    let back: f64 = after["refunds"].as_array().unwrap().iter().map(|refund| amount(&refund["amount"])).sum();
    assert!(back <= amount(&seen["paid"]));
    assert_eq!(after["refunds"].as_array().unwrap().len(), confirmed, "as many as were told");
    app.done().await;
}

#[tokio::test]
async fn an_old_offer_is_not_taken() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.buy(&app, &[app.ride("501").await], 1).await;
    let seen = ana.order(&order).await;
    let quote = ana.quote(&order, &[seen["segments"][0]["lines"][0]["id"].as_str().unwrap()]).await;
    app.advance(TimeDelta::minutes(16));
    let answer = ana.confirm(&order, quote["quote"]["id"].as_str().unwrap(), "key-of-an-old-offer").await;
    assert_eq!(answer["code"], "QUOTE_EXPIRED");
    app.done().await;
}
