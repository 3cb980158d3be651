use api::features::fiscal_register::Mood;
use tests::{Actor, TestApp, Value, json};

use super::{input, recording, save};

async fn test(staff: &Actor, id: &Value) -> Value {
    let query = "mutation($i: TestFiscalRegisterInput!) { testFiscalRegister(input: $i) { __typename ... on UserError { code } \
        ... on FiscalRegisterTested { problem matches inn regNumber fnNumber lastFdNumber shift { number } } } }";
    staff.send(query, json!({ "i": { "id": id } })).await.data("testFiscalRegister")
}

#[tokio::test]
async fn a_register_tells_how_it_is_and_whether_it_is_the_one_that_was_meant() {
    let app = TestApp::new().await;
    let (register, id) = recording(&app).await;
    let accountant = app.staff("ACCOUNTANT").await;
    let told = test(&accountant, &id).await;
    assert_eq!(
        (&told["problem"], &told["matches"], &told["shift"]),
        (&Value::Null, &json!(true), &Value::Null),
        "{told}"
    );
    app.visitor().buy(&app, &[app.ride("501").await], 1).await;
    // The opening of its shift and the receipt.
    let told = test(&accountant, &id).await;
    assert_eq!((&told["lastFdNumber"], &told["shift"]["number"]), (&json!(2), &json!(1)), "{told}");

    let version = super::seen(&accountant, &id).await["version"].clone();
    let other = json!({ "id": id, "version": version, "inn": "11111111111111" });
    assert_eq!(save(&accountant, input(&register.url, other)).await["__typename"], "FiscalRegisterSaved");
    assert_eq!(test(&accountant, &id).await["matches"], false);
    for (mood, words) in [(Mood::Down, "HTTP 503"), (Mood::Silent, "no answer"), (Mood::Babbles, "maintenance")] {
        register.is(mood);
        let told = test(&accountant, &id).await;
        assert!(told["problem"].as_str().unwrap().contains(words), "{mood:?}: {told}");
    }
    register.is(Mood::Good);
    let token =
        json!({ "id": id, "version": super::seen(&accountant, &id).await["version"], "token": "another-token" });
    save(&accountant, input(&register.url, token)).await;
    let told = test(&accountant, &id).await["problem"].to_string();
    assert!(told.contains("401") && !told.contains("another-token"), "{told}");
    app.done().await;
}
