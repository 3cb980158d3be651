use tests::{Actor, Bought, TestApp, json};

use super::{Scene, input, made, merchant, messages, pay_with, save};

async fn methods(customer: &Actor, order: &Bought) -> Vec<String> {
    let query = "query($o: OrderRefInput!) { paymentMethods(order: $o) { code name detail } }";
    let found = customer.send(query, json!({ "o": order.reference() })).await.data("paymentMethods");
    found.as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn customers_see_what_takes_their_order_in_the_office_s_order() {
    let app = TestApp::new().await;
    let accountant = app.staff("ACCOUNTANT").await;
    let url = "http://127.0.0.1:9";
    let mut ids = Vec::new();
    for more in [
        json!({ "code": "second", "position": 2 }),
        json!({ "code": "first", "position": 1, "kind": "ELQR", "elqr": merchant(json!({})) }),
        json!({ "code": "other-channel", "position": 0, "channels": ["DESK", "PARTNER"] }),
        json!({ "code": "off", "position": 0, "enabled": false }),
        json!({ "code": "large-sums", "position": 0, "smallest": "40000" }),
        json!({ "code": "small-sums", "position": 0, "largest": "2" }),
        json!({ "code": "dollars", "position": 0, "currency": "USD" }),
    ] {
        ids.push(made(&accountant, url, more).await["id"].clone());
    }
    let ana = app.visitor();
    let order = ana.hold(&[app.ride("501").await], 1, None).await;
    ana.name(&order).await;
    assert_eq!(methods(&ana, &order).await, ["first", "second", "sandbox"]);
    for (code, why) in [
        ("other-channel", "NO_SUCH_METHOD"),
        ("off", "NO_SUCH_METHOD"),
        ("dollars", "NO_SUCH_METHOD"),
        ("nobody", "NO_SUCH_METHOD"),
        ("large-sums", "METHOD_SMALLEST"),
        ("small-sums", "METHOD_LARGEST"),
    ] {
        let refused = pay_with(&ana, &order, code, &format!("a-key-of-{code}-and-so-on")).await;
        assert_eq!(crate::station::wrong(&refused), [("method", why)], "{code}");
    }
    assert_eq!(ana.order(&order).await["payments"], json!([]), "nothing was begun");
    // Put last, it is shown last, at once.
    let last = json!({ "id": ids[1], "version": 1, "code": "first", "position": 500, "kind": "ELQR", "elqr": merchant(json!({})) });
    save(&accountant, input(url, last)).await;
    assert_eq!(methods(&ana, &order).await, ["second", "sandbox", "first"]);
    app.done().await;
}

#[tokio::test]
async fn messages_are_found_by_gateway_order_and_what_was_made_of_them() {
    let (scene, _) = Scene::begun(json!({})).await;
    let other = made(&scene.accountant, &scene.bank.url, json!({ "code": "other" })).await;
    let reference = scene.bank.only();
    scene.bank.book(&reference, "PAID");
    scene.bank.tell(&reference, "event-1").await;
    scene.bank.send(&scene.callback(), "{}".into(), None).await;
    let count = async |filter| messages(&scene.accountant, filter).await.len();
    assert_eq!(count(json!({})).await, 3);
    assert_eq!(count(json!({ "gatewayId": scene.gateway["id"] })).await, 3);
    assert_eq!(count(json!({ "gatewayId": other["id"] })).await, 0);
    assert_eq!(count(json!({ "text": scene.order.number })).await, 2);
    assert_eq!(count(json!({ "text": "BK-AAAA-AAAA" })).await, 0);
    assert_eq!(count(json!({ "about": "CREATE" })).await, 1);
    assert_eq!(count(json!({ "outcome": "BAD_SIGNATURE" })).await, 1);
    assert_eq!(count(json!({ "trouble": true })).await, 1);
    scene.app.done().await;
}
