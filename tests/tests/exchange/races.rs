//! Many at once, on whichever database the suite runs.

use futures::future::join_all;
use tests::{TestApp, Value, json};

use super::{confirm, offered, paid, rides, seats};

/// One key from many desks is one exchange.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_exchange_however_often_it_is_sent() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let (today, _, short) = rides(&app).await;
    let order = ana.buy(&app, std::slice::from_ref(&today), 1).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let lines = seats(&ana, &order).await;
    let before = paid(&ana, &order).await;
    let offer = offered(&agent, &order, &lines, &short, Some(&["12"])).await;
    let answers = join_all((0..20).map(|_| confirm(&agent, &order, &offer, "exchange-race-0001", json!({})))).await;
    assert!(answers.iter().all(|answer| answer["exchange"]["state"] == "DONE"), "{answers:?}");
    app.run_jobs().await;
    assert_eq!(paid(&ana, &order).await, before + super::amount(&offer["difference"]));
    app.done().await;
}

/// Exchanges and sales want the same seat: one of them gets it, and who does not keeps what they have.
async fn rush(app: &TestApp) -> (usize, usize, usize) {
    let (today, tomorrow, _) = rides(app).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let mut exchanges = Vec::new();
    for _ in 0..4 {
        let owner = app.visitor();
        let order = owner.buy(app, std::slice::from_ref(&today), 1).await;
        let lines = seats(&owner, &order).await;
        let offer = offered(&agent, &order, &lines, &tomorrow, Some(&["12"])).await;
        exchanges.push((owner, order, lines, offer));
    }
    let sent = join_all(exchanges.iter().enumerate().map(|(n, (_, order, _, offer))| {
        let (agent, key) = (&agent, format!("exchange-rush-{n:04}"));
        async move { confirm(agent, order, offer, &key, json!({})).await }
    }));
    let inputs: Vec<Value> =
        (0..8).map(|_| tests::hold_input(std::slice::from_ref(&tomorrow), 1, Some(&["12"]))).collect();
    let bought = join_all(inputs.iter().map(|input| {
        let buyer = app.visitor();
        async move { buyer.try_hold(input).await }
    }));
    let (sent, bought) = tokio::join!(sent, bought);
    let exchanged = sent.iter().filter(|answer| answer["exchange"]["state"] == "DONE").count();
    let held = bought.iter().filter(|answer| answer["__typename"] == "HeldSeats").count();
    let mut stayed = 0;
    for ((owner, order, lines, _), answer) in exchanges.iter().zip(&sent) {
        if answer["exchange"]["state"] != "DONE" {
            assert_eq!(answer["code"], "SEATS_TAKEN", "{answer}");
            stayed += usize::from(seats(owner, order).await == *lines);
        }
    }
    (exchanged, held, stayed)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_seat_goes_to_one_of_those_who_want_it() {
    let app = TestApp::new().await;
    let (exchanged, held, stayed) = rush(&app).await;
    assert_eq!(exchanged + held, 1, "{exchanged} exchanged and {held} held");
    assert_eq!(stayed, 4 - exchanged, "who did not get it has the old ticket");
    app.done().await;
}

/// Positive control: without the database's key the same rush gives the seat away more than once.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn without_the_key_the_seat_is_given_twice() {
    let app = TestApp::new().await;
    crate::order::races::lose_the_key(&app).await;
    let (exchanged, held, _) = rush(&app).await;
    assert!(exchanged + held > 1, "the planted bug was not felt");
    app.discard().await;
}

/// A difference is paid while the old ticket is given back: the one or the other, and the money adds up.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_payment_and_a_refund_at_once() {
    for _ in 0..4 {
        let app = TestApp::new().await;
        let ana = app.visitor();
        let (_, tomorrow, short) = rides(&app).await;
        let order = ana.buy(&app, std::slice::from_ref(&short), 1).await;
        let agent = app.staff("SUPPORT_AGENT").await;
        let lines = seats(&ana, &order).await;
        let offer = offered(&agent, &order, &lines, &tomorrow, None).await;
        confirm(&agent, &order, &offer, "exchange-both-0001", json!({})).await;
        let started = ana.try_pay(&order).await;
        let quote = ana.quote(&order, &[lines[0]["id"].as_str().unwrap()]).await["quote"].clone();
        let bank = started["payment"]["redirectUrl"].as_str().unwrap().to_owned();
        tokio::join!(
            async {
                ana.at_bank(&bank, "pay").await;
                app.run_jobs().await;
            },
            ana.confirm(&order, quote["id"].as_str().unwrap(), "exchange-both-refund")
        );
        app.run_jobs().await;
        let good = seats(&ana, &order).await.iter().filter(|line| line["ticket"]["valid"] == true).count();
        let refunded = ana.order(&order).await["status"] == "REFUNDED";
        assert_eq!(good, usize::from(!refunded));
        app.done().await;
    }
}
