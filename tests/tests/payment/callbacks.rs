use rand::seq::SliceRandom;
use rand::{Rng, SeedableRng};
use tests::{TestApp, TimeDelta, Value, json};

#[tokio::test]
async fn the_bank_may_be_slow_double_or_out_of_order() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    for action in ["pay", "twice", "slow", "out_of_order"] {
        let ana = app.visitor();
        let order = ana.hold(std::slice::from_ref(&ride), 1, None).await;
        ana.name(&order).await;
        let started = ana.try_pay(&order).await;
        ana.at_bank(started["payment"]["redirectUrl"].as_str().unwrap(), action).await;
        app.run_jobs().await;
        app.advance(TimeDelta::seconds(30));
        app.run_jobs().await;
        let seen = ana.order(&order).await;
        assert_eq!(seen["status"], "PAID", "{action}");
        assert_eq!(seen["payments"], json!([{ "state": "PAID" }]), "{action}");
    }
    app.done().await;
}

#[tokio::test]
async fn a_refusal_leaves_the_hold_and_another_try_pays() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.hold(&[app.ride("501").await], 1, None).await;
    ana.name(&order).await;
    let started = ana.try_pay(&order).await;
    ana.at_bank(started["payment"]["redirectUrl"].as_str().unwrap(), "refuse").await;
    app.run_jobs().await;
    let seen = ana.order(&order).await;
    assert_eq!((&seen["status"], &seen["payments"][0]["state"]), (&json!("HELD"), &json!("FAILED")));
    ana.pay(&app, order.clone()).await;
    assert_eq!(ana.order(&order).await["status"], "PAID");
    app.done().await;
}

#[tokio::test]
async fn late_money_buys_the_same_seat_if_it_is_free() {
    let app = TestApp::new().await;
    let (ana, ride) = (app.visitor(), app.ride("501").await);
    let order = ana.hold(&[ride], 1, Some(&["5"])).await;
    ana.name(&order).await;
    let started = ana.try_pay(&order).await;
    ana.at_bank(started["payment"]["redirectUrl"].as_str().unwrap(), "late").await;
    app.advance(TimeDelta::minutes(19));
    api::features::order::sweep(&app.app).await.unwrap();
    assert_eq!(ana.order(&order).await["status"], "EXPIRED");
    app.advance(TimeDelta::minutes(2));
    app.run_jobs().await;
    let seen = ana.order(&order).await;
    assert_eq!(seen["status"], "PAID");
    assert_eq!(seen["segments"][0]["lines"][0]["seat"], "5");
    app.done().await;
}

#[tokio::test]
async fn late_money_for_a_seat_that_is_gone_goes_back_at_once() {
    let app = TestApp::new().await;
    let (ana, ben, ride) = (app.visitor(), app.visitor(), app.ride("501").await);
    let order = ana.hold(std::slice::from_ref(&ride), 1, Some(&["5"])).await;
    ana.name(&order).await;
    let started = ana.try_pay(&order).await;
    ana.at_bank(started["payment"]["redirectUrl"].as_str().unwrap(), "late").await;
    app.advance(TimeDelta::minutes(16));
    ben.hold(&[ride], 1, Some(&["5"])).await;
    app.advance(TimeDelta::minutes(5));
    app.run_jobs().await;

    let seen = ana.order(&order).await;
    assert_eq!(seen["status"], "EXPIRED");
    assert_eq!(seen["paid"]["amount"], "0.00");
    assert_eq!(seen["refunds"][0]["state"], "DONE");
    assert_eq!(seen["refunds"][0]["amount"], seen["total"]);
    let told = app.messages().await.into_iter().filter(|(.., text)| text.contains(&order.number)).count();
    assert_eq!(told, 2, "mail and SMS tell of it");
    app.done().await;
}

#[tokio::test]
async fn an_order_paid_twice_gives_the_second_payment_back() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.hold(&[app.ride("501").await], 1, None).await;
    ana.name(&order).await;
    let (first, second) = (ana.try_pay(&order).await, ana.try_pay(&order).await);
    for started in [&first, &second] {
        ana.at_bank(started["payment"]["redirectUrl"].as_str().unwrap(), "pay").await;
    }
    app.run_jobs().await;
    let seen = ana.order(&order).await;
    assert_eq!(seen["status"], "PAID");
    assert_eq!(seen["paid"], seen["total"]);
    assert_eq!(seen["refunds"].as_array().unwrap().len(), 1);
    app.done().await;
}

#[tokio::test]
async fn a_callback_with_a_bad_signature_is_refused() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.hold(&[app.ride("501").await], 1, None).await;
    ana.name(&order).await;
    ana.try_pay(&order).await;
    let payment = entity_payment(&app).await;
    let body = json!({ "event": "forged-1", "reference": payment, "state": "PAID" }).to_string();
    for signature in [None, Some("AAAA"), Some("")] {
        let mut request =
            reqwest::Client::new().post(format!("{}/gateways/sandbox/callback", app.url)).body(body.clone());
        if let Some(signature) = signature {
            request = request.header("x-sandbox-signature", signature);
        }
        assert_eq!(request.send().await.unwrap().status().as_u16(), 401);
    }
    assert_eq!(ana.order(&order).await["status"], "HELD");
    app.done().await;
}

async fn entity_payment(app: &TestApp) -> uuid::Uuid {
    use sea_orm::EntityTrait;
    entity::payment::Entity::find().one(app.app.db.read()).await.unwrap().unwrap().id
}

/// Every event five times, shuffled, up to three days late, for payments that were refused, paid, or both.
#[tokio::test]
async fn events_in_any_order_and_number_end_the_same() {
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    for seed in 0..6u64 {
        let app = TestApp::new().await;
        let ride = app.ride("604V").await;
        let mut rng = rand::rngs::StdRng::seed_from_u64(seed);
        let mut events: Vec<(uuid::Uuid, String, &str)> = Vec::new();
        let mut orders = Vec::new();
        for n in 0..6 {
            let ana = app.visitor();
            let order = ana.hold(std::slice::from_ref(&ride), 1, None).await;
            ana.name(&order).await;
            let started = ana.try_pay(&order).await;
            assert_eq!(started["__typename"], "PaymentStarted");
            let states: &[&str] = [&["PAID"][..], &["FAILED"], &["FAILED", "PAID"]][n % 3];
            let id = api::graphql::Gid::read(api::graphql::Kind::Payment, started["payment"]["id"].as_str().unwrap())
                .unwrap();
            for (m, state) in states.iter().enumerate() {
                // The bank's own books say the same, so that money can go back.
                let book = format!("UPDATE sandbox_charge SET state = '{state}' WHERE reference = '{id}'");
                app.break_by_hand(&book).await;
                events.extend((0..5).map(|_| (id, format!("{id}-{m}"), *state)));
            }
            orders.push((ana, order, states.contains(&"PAID")));
        }
        events.shuffle(&mut rng);
        for (n, (id, event, state)) in events.iter().enumerate() {
            if n % 9 == 0 {
                app.advance(TimeDelta::minutes(rng.random_range(0..400)));
            }
            let body = json!({ "event": event, "reference": id, "state": state }).to_string();
            let signature = api::features::payment::sign_as_bank(app.app.secrets.sandbox_key(), body.as_bytes());
            let request = reqwest::Client::new()
                .post(format!("{}/gateways/sandbox/callback", app.url))
                .header("x-sandbox-signature", signature)
                .body(body);
            assert_eq!(request.send().await.unwrap().status().as_u16(), 200);
        }
        app.run_jobs().await;
        for (ana, order, paid) in &orders {
            let seen: Value = ana.order(order).await;
            let ticket = seen["segments"][0]["lines"][0]["ticket"]["valid"] == true;
            let refund = seen["refunds"][0]["state"] == "DONE";
            assert_eq!(ticket || refund, *paid, "seed {seed}: {seen}");
            assert!(!(ticket && refund), "seed {seed}: {seen}");
        }
        let settled = entity::posting::Entity::find()
            .filter(entity::posting::Column::Kind.eq("PAYMENT"))
            .all(app.app.db.read())
            .await;
        assert_eq!(settled.unwrap().len(), 4, "each payment is booked once");
        app.done().await;
    }
}

/// Positive control: a payment that forgets what it was told does not end the same when it is told again.
#[tokio::test]
async fn a_forgetful_payment_is_noticed() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.buy(&app, &[app.ride("501").await], 1).await;
    let before = ana.order(&order).await;
    assert_eq!(before["refunds"], json!([]));
    app.break_by_hand("DELETE FROM payment_event").await;
    app.break_by_hand("UPDATE payment SET state = 'PENDING'").await;
    app.break_by_hand("DROP INDEX posting_source").await;
    app.break_by_hand("CREATE UNIQUE INDEX posting_source ON posting (source, id)").await;
    let payment = entity_payment(&app).await;
    let body = json!({ "event": "again", "reference": payment, "state": "PAID" }).to_string();
    let signature = api::features::payment::sign_as_bank(app.app.secrets.sandbox_key(), body.as_bytes());
    let request = reqwest::Client::new()
        .post(format!("{}/gateways/sandbox/callback", app.url))
        .header("x-sandbox-signature", signature)
        .body(body);
    let told = request.send().await.unwrap().status().as_u16();
    let after = ana.order(&order).await;
    assert!(told != 200 || after["refunds"] != json!([]), "nobody noticed: {after}");
    app.discard().await;
}

#[tokio::test]
async fn a_poll_settles_what_no_callback_told() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.hold(&[app.ride("501").await], 1, None).await;
    ana.name(&order).await;
    ana.try_pay(&order).await;
    app.break_by_hand("UPDATE sandbox_charge SET state = 'PAID'").await;
    app.advance(TimeDelta::seconds(31));
    app.run_jobs().await;
    assert_eq!(ana.order(&order).await["status"], "PAID");
    app.done().await;
}
