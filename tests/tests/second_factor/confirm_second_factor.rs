use tests::{TestApp, json};

use super::{LOGIN, MINE, PASSWORD, WORK, begin, confirm, set_up, shown, wrong_code};

#[tokio::test]
async fn a_first_code_turns_it_on_ends_other_sessions_and_is_told_by_mail() {
    let app = TestApp::new().await;
    let (here, elsewhere) = (app.staff("DISPATCHER").await, app.staff("DISPATCHER").await);
    assert_eq!(confirm(&here, "123456").await["fields"], wrong_code("SECOND_FACTOR_NOT_BEGUN"));
    let secret = begin(&here, PASSWORD).await["secret"].as_str().unwrap().to_owned();
    assert_eq!(confirm(&here, &shown(&app, &secret, 40)).await["fields"], wrong_code("WRONG_SECOND_FACTOR"));
    elsewhere.send(WORK, json!({})).await.data("trips");

    let confirmed = confirm(&here, &shown(&app, &secret, 0)).await;
    let codes = confirmed["recoveryCodes"].as_array().unwrap();
    let different: std::collections::HashSet<_> = codes.iter().map(ToString::to_string).collect();
    assert_eq!(different.len(), 10, "{confirmed}");
    here.send(WORK, json!({})).await.data("trips");
    assert_eq!(elsewhere.send(WORK, json!({})).await.code(), "UNAUTHENTICATED");
    let mine = here.send(MINE, json!({})).await.data("me")["secondFactor"].clone();
    assert_eq!(mine, json!({ "on": true, "demanded": false, "recoveryCodesLeft": 10 }));
    assert_eq!(app.messages().await.iter().filter(|(_, to, _)| to == LOGIN).count(), 1);
    let entry = "SELECT id FROM audit WHERE action = 'SET_SECOND_FACTOR' AND new_values LIKE '%true%'";
    assert_eq!(app.count(entry).await, 1);
    assert_eq!(confirm(&here, &shown(&app, &secret, 1)).await["fields"], wrong_code("SECOND_FACTOR_NOT_BEGUN"));
    app.done().await;
}

#[tokio::test]
async fn a_reset_by_an_administrator_takes_it_away() {
    let app = TestApp::new().await;
    let (clerk, admin) = (app.staff("DISPATCHER").await, app.staff("ADMINISTRATOR").await);
    set_up(&app, &clerk).await;
    let of = async || {
        let list = "{ staff(first: 100) { nodes { id email secondFactor } } }";
        let list = admin.send(list, json!({})).await.data("staff");
        let all = list["nodes"].as_array().unwrap().clone();
        assert_eq!(all.iter().filter(|one| one["secondFactor"] == json!(true) && one["email"] != LOGIN).count(), 0);
        all.into_iter().find(|one| one["email"] == LOGIN).unwrap()
    };
    let row = of().await;
    assert_eq!(row["secondFactor"], json!(true));
    crate::staff::change(&admin, "resetStaff", "ResetStaffInput", json!({ "id": row["id"] })).await;
    assert_eq!(of().await["secondFactor"], json!(false));
    let (email, token) = crate::staff::link(&app).await;
    let accepted = crate::staff::accept(&app.visitor(), &email, &token, "a long password").await;
    assert_eq!(accepted["__typename"], "SignedIn", "{accepted}");
    assert_eq!(app.count("SELECT account_id FROM recovery_code").await, 0);
    app.done().await;
}
