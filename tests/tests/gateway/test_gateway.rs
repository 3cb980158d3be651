use tests::{Actor, Habit, Value, json};

use super::{Scene, gateways, input, outcomes, save};

async fn test(staff: &Actor, id: &Value) -> Value {
    let query = "mutation($i: TestGatewayInput!) { testGateway(input: $i) { __typename ... on UserError { code } \
        ... on GatewayTested { well status answer problem gateway { failures } } } }";
    staff.send(query, json!({ "i": { "id": id } })).await.data("testGateway")
}

#[tokio::test]
async fn the_test_says_what_is_wrong() {
    let scene = Scene::ready(json!({})).await;
    let id = &scene.gateway["id"];
    let good = test(&scene.accountant, id).await;
    assert_eq!((&good["well"], &good["status"], &good["problem"]), (&json!(true), &json!(200), &json!(null)), "{good}");
    for (n, (habit, status, words)) in [
        (Habit::Silent, json!(null), "connection"),
        (Habit::Broken, json!(500), "HTTP 500"),
        (Habit::Babbling, json!(200), "cannot be read"),
    ]
    .into_iter()
    .enumerate()
    {
        scene.bank.is(habit);
        let bad = test(&scene.accountant, id).await;
        assert_eq!((&bad["well"], &bad["status"]), (&json!(false), &status), "{bad}");
        assert!(bad["problem"].as_str().unwrap().contains(words), "{bad}");
        assert_eq!(bad["gateway"]["failures"], n + 1);
    }
    scene.bank.is(Habit::Good);
    assert_eq!(test(&scene.accountant, id).await["gateway"]["failures"], 0);
    // A key that the bank does not know.
    let other = json!({ "id": id, "version": 1, "secret": "another-key-of-another-day" });
    save(&scene.accountant, input(&scene.bank.url, other)).await;
    let bad = test(&scene.accountant, id).await;
    assert_eq!((&bad["well"], &bad["status"]), (&json!(false), &json!(401)), "{bad}");
    assert_eq!(outcomes(&scene.accountant, "TEST").await.len(), 6);
    // The sandbox is there.
    let sandbox = gateways(&scene.accountant).await.into_iter().find(|one| one["code"] == "sandbox").unwrap();
    assert_eq!(test(&scene.accountant, &sandbox["id"]).await["well"], true);
    for _ in 0..25 {
        test(&scene.accountant, &sandbox["id"]).await;
    }
    assert_eq!(test(&scene.accountant, &sandbox["id"]).await["code"], "TOO_MANY_ATTEMPTS");
    assert_eq!(scene.bank.count("POST /payments"), 0, "nothing is paid");
    scene.app.done().await;
}
