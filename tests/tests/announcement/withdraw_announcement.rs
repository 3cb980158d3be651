use tests::TestApp;

use super::{input, save, station, told, withdraw};

#[tokio::test]
async fn what_is_taken_back_is_told_no_more() {
    let app = TestApp::new().await;
    let dispatcher = app.staff("DISPATCHER").await;
    let here = station(&app, "новый автовокзал").await;
    let saved = save(&dispatcher, &input(&here)).await["announcement"].clone();
    assert_eq!(told(&app, &here).await.len(), 1);
    let gone = withdraw(&dispatcher, &saved).await["announcement"].clone();
    assert_eq!(gone["version"], 2);
    assert_eq!(told(&app, &here).await.len(), 0);
    assert_eq!(withdraw(&dispatcher, &saved).await["code"], "CHANGED_MEANWHILE");
    assert_eq!(withdraw(&dispatcher, &gone).await["fields"][0]["code"], "PERIOD_IS_OVER");
    app.done().await;
}
