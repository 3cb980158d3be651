use tests::{TestApp, json};

use super::{accept, change, invite, link, person};

#[tokio::test]
async fn who_is_blocked_is_out_at_once_and_stays_out() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let dispatcher = app.staff("DISPATCHER").await;
    let login = "dispatcher@demo.beket.example.com";
    let row = person(&admin, login).await;
    assert!(row["lastSeenAt"].is_string(), "{row}");
    let sessions = "query($id: ID!) { staffSessions(id: $id) { id } }";
    let live = admin.send(sessions, json!({ "id": row["id"] })).await.data("staffSessions");
    assert_eq!(live.as_array().unwrap().len(), 1);

    let blocked = change(&admin, "blockStaff", "BlockStaffInput", json!({ "id": row["id"], "blocked": true })).await;
    assert!(blocked["member"]["blockedAt"].is_string(), "{blocked}");
    assert_eq!(dispatcher.send("{ orders(first: 1) { nodes { id } } }", json!({})).await.code(), "UNAUTHENTICATED");
    let sign_in = "mutation($i: SignInInput!) { signIn(input: $i) { __typename } }";
    let again = json!({ "i": { "login": login, "password": "beket-demo", "kind": "STAFF" } });
    assert_eq!(app.visitor().send(sign_in, again).await.data("signIn")["__typename"], "WrongCredentials");

    let free = change(&admin, "blockStaff", "BlockStaffInput", json!({ "id": row["id"], "blocked": false })).await;
    assert_eq!(free["member"]["blockedAt"], json!(null));
    app.staff("DISPATCHER").await;

    let own = person(&admin, "administrator@demo.beket.example.com").await;
    let oneself = change(&admin, "blockStaff", "BlockStaffInput", json!({ "id": own["id"], "blocked": true })).await;
    assert_eq!(oneself["fields"], json!([{ "path": "id", "code": "BLOCK_SELF" }]));
    app.done().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_administrators_who_block_each_other_do_not_both_succeed() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    for round in 0..8 {
        let other = format!("other-{round}@example.com");
        invite(&admin, &other, "ADMINISTRATOR").await;
        let (email, token) = link(&app).await;
        accept(&app.visitor(), &email, &token, "a long password").await;
        let mut second = app.visitor();
        second.sign_in(&email, "a long password", "STAFF").await;
        let own = person(&admin, "administrator@demo.beket.example.com").await["id"].clone();
        let theirs = person(&admin, &other).await["id"].clone();
        let block = "mutation($i: BlockStaffInput!) { blockStaff(input: $i) { __typename } }";
        tokio::join!(
            admin.send(block, json!({ "i": { "id": theirs, "blocked": true } })),
            second.send(block, json!({ "i": { "id": own, "blocked": true } })),
        );
        let left = "SELECT id FROM account WHERE role = 'ADMINISTRATOR' AND blocked_at IS NULL";
        assert_eq!(app.count(left).await, 1, "round {round}");
        if app.count(&format!("{left} AND email = '{other}'")).await == 1 {
            // As it was, for the next round.
            app.break_by_hand("UPDATE account SET blocked_at = NULL WHERE email LIKE 'administrator@%'").await;
            app.break_by_hand(&format!("UPDATE account SET blocked_at = created_at WHERE email = '{other}'")).await;
            app.break_by_hand("UPDATE session SET revoked_at = NULL").await;
        }
    }
    app.done().await;
}
