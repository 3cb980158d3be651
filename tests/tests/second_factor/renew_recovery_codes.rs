use tests::{TestApp, json};

use super::{LOGIN, renew, set_up, shown, sign_in, wrong_code};

#[tokio::test]
async fn new_ones_make_the_old_ones_void() {
    let app = TestApp::new().await;
    let clerk = app.staff("DISPATCHER").await;
    assert_eq!(renew(&clerk, "123456").await["fields"], wrong_code("SECOND_FACTOR_NOT_BEGUN"));
    let (secret, old) = set_up(&app, &clerk).await;
    assert_eq!(renew(&clerk, "nonsense").await["fields"], wrong_code("WRONG_SECOND_FACTOR"));
    let renewed = renew(&clerk, &shown(&app, &secret, 1)).await;
    let new = renewed["recoveryCodes"].as_array().unwrap().clone();
    assert_eq!(new.len(), 10);
    assert_eq!(sign_in(&app.visitor(), LOGIN, Some(&old[0])).await["wrong"], json!(true));
    // As people type it.
    let typed = new[0].as_str().unwrap().to_lowercase().replace('-', " ");
    let signed_in = sign_in(&app.visitor(), LOGIN, Some(&typed)).await;
    assert_eq!(signed_in["me"]["secondFactor"]["recoveryCodesLeft"], json!(9), "{signed_in}");
    app.done().await;
}
