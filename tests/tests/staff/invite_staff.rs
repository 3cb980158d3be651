use tests::{TestApp, TimeDelta, json};

use super::{accept, change, invite, link, person};

#[tokio::test]
async fn who_is_invited_chooses_a_password_and_works() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let invited = invite(&admin, "Asel@Example.com", "DISPATCHER").await;
    assert_eq!(invited["__typename"], "StaffChanged", "{invited}");
    assert!(invited["member"]["invitedAt"].is_string());
    let (email, token) = link(&app).await;
    assert_eq!(email, "asel@example.com");

    let newcomer = app.visitor();
    assert_eq!(accept(&newcomer, &email, "not-the-token", "a long password").await["__typename"], "WrongCode");
    let weak = accept(&newcomer, &email, &token, "short").await;
    assert_eq!(weak["fields"], json!([{ "path": "newPassword", "code": "PASSWORD_SHORT" }]));
    let accepted = accept(&newcomer, &email, &token, "a long password").await;
    assert_eq!(accepted["me"]["role"]["code"], "DISPATCHER", "{accepted}");
    assert_eq!(accept(&newcomer, &email, &token, "another password").await["__typename"], "WrongCode");
    let mut asel = app.visitor();
    asel.sign_in(&email, "a long password", "STAFF").await;
    asel.send("{ orders(first: 1) { nodes { id } } }", json!({})).await.data("orders");
    assert_eq!(asel.send("{ jobs(first: 1) { nodes { id } } }", json!({})).await.code(), "FORBIDDEN");
    assert_eq!(person(&admin, &email).await["invitedAt"], json!(null));
    app.done().await;
}

#[tokio::test]
async fn an_invitation_is_good_for_seven_days() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    invite(&admin, "asel@example.com", "CASHIER").await;
    let (email, token) = link(&app).await;
    app.advance(TimeDelta::days(7));
    assert_eq!(accept(&app.visitor(), &email, &token, "a long password").await["__typename"], "WrongCode");
    app.done().await;
}

#[tokio::test]
async fn errors_are_told_by_field_and_nobody_is_made() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let input =
        json!({ "email": "nonsense", "firstName": " ", "lastName": "x".repeat(61), "role": "KING", "carrierId": "x" });
    let wrong = change(&admin, "inviteStaff", "InviteStaffInput", input).await;
    let fields = json!([
        { "path": "email", "code": "EMAIL" }, { "path": "firstName", "code": "REQUIRED" },
        { "path": "lastName", "code": "TOO_LONG" }, { "path": "role", "code": "NO_SUCH_ROLE" },
        { "path": "carrierId", "code": "NO_SUCH_CARRIER" },
    ]);
    assert_eq!(wrong["fields"], fields);
    let taken = invite(&admin, "passenger@demo.beket.example.com", "CASHIER").await;
    assert_eq!(taken["fields"], json!([{ "path": "email", "code": "EMAIL_TAKEN" }]));
    let nobodys = invite(&admin, "rep@example.com", "CARRIER_REPRESENTATIVE").await;
    assert_eq!(nobodys["fields"], json!([{ "path": "carrierId", "code": "CARRIER_OF_REPRESENTATIVE" }]));
    assert_eq!(app.count("SELECT id FROM account WHERE invited_at IS NOT NULL").await, 0);
    app.done().await;
}
