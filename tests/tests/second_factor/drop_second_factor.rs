use tests::{TestApp, json};

use super::{LOGIN, set_up, shown, sign_in, wrong_code};

const DROP: &str = "mutation($i: DropSecondFactorInput!) { dropSecondFactor(input: $i) { __typename ... on InvalidInput { fields { path code } } \
    ... on SecondFactorDropped { ok } } }";

#[tokio::test]
async fn it_is_dropped_by_a_code_and_then_not_asked_for() {
    let app = TestApp::new().await;
    let clerk = app.staff("DISPATCHER").await;
    let (secret, _) = set_up(&app, &clerk).await;
    let drop = async |code: String| clerk.send(DROP, json!({ "i": { "code": code } })).await.data("dropSecondFactor");
    assert_eq!(drop("000000".into()).await["fields"], wrong_code("WRONG_SECOND_FACTOR"));
    assert_eq!(drop(String::new()).await["fields"], wrong_code("WRONG_SECOND_FACTOR"));
    assert_eq!(sign_in(&app.visitor(), LOGIN, None).await["__typename"], "SecondFactorNeeded");
    assert_eq!(drop(shown(&app, &secret, 1)).await["__typename"], "SecondFactorDropped");
    assert_eq!(sign_in(&app.visitor(), LOGIN, None).await["__typename"], "SignedIn");
    assert_eq!(drop(shown(&app, &secret, 2)).await["fields"], wrong_code("SECOND_FACTOR_NOT_BEGUN"));
    // Told both times.
    assert_eq!(app.messages().await.iter().filter(|(_, to, _)| to == LOGIN).count(), 2);
    assert_eq!(app.count("SELECT account_id FROM recovery_code").await, 0);
    app.done().await;
}
