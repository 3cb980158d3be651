use tests::{Actor, TimeDelta, Value, json};

use super::Scene;

pub async fn switch(staff: &Actor, gateway: &Value, enabled: bool) -> Value {
    let query = "mutation($i: SwitchGatewayInput!) { switchGateway(input: $i) { gateway { enabled version } } }";
    staff.send(query, json!({ "i": { "id": gateway["id"], "enabled": enabled } })).await.data("switchGateway")["gateway"].clone()
}

#[tokio::test]
async fn what_was_begun_goes_on_where_nothing_new_is_taken() {
    let (scene, _) = Scene::begun(json!({})).await;
    let first = scene.bank.only();
    assert_eq!(switch(&scene.accountant, &scene.gateway, false).await, json!({ "enabled": false, "version": 2 }));
    assert_eq!(switch(&scene.accountant, &scene.gateway, false).await, json!({ "enabled": false, "version": 2 }));
    let refused = scene.start("another-key-of-the-scene").await;
    assert_eq!(crate::station::wrong(&refused), [("method", "NO_SUCH_METHOD")]);
    // It is still asked,
    scene.later(TimeDelta::seconds(31)).await;
    assert_eq!(scene.bank.count("GET /payments/"), 1);
    // heard,
    scene.bank.book(&first, "PAID");
    assert_eq!(scene.bank.tell(&first, "event-1").await, 200);
    assert_eq!(scene.status().await, "PAID");
    // and gives back.
    let line = scene.seen().await["segments"][0]["lines"][0]["id"].as_str().unwrap().to_owned();
    let quote = scene.customer.quote(&scene.order, &[&line]).await;
    scene.customer.confirm(&scene.order, quote["quote"]["id"].as_str().unwrap(), "a-key-of-the-refund").await;
    scene.app.run_jobs().await;
    assert_eq!(scene.seen().await["refunds"][0]["state"], "DONE");
    assert_eq!(switch(&scene.accountant, &scene.gateway, true).await, json!({ "enabled": true, "version": 3 }));
    scene.app.done().await;
}
