use api::features::staff::invite_administrator;
use api::i18n::Language;
use tests::{TestApp, json};

use super::{accept, invite, link, person};

#[tokio::test]
async fn the_first_one_is_invited_at_the_machine_and_invites_the_others() {
    let app = TestApp::empty().await;
    let lost = invite_administrator(&app.app, "Aibek@Example.com", ("Айбек", "Осмонов"), Language::Ky).await.unwrap();
    let printed =
        invite_administrator(&app.app, "aibek@example.com", ("Айбек", "Осмонов"), Language::Ky).await.unwrap();
    let (email, token) = link(&app).await;
    assert!(printed.ends_with(&format!("/admin/welcome#aibek@example.com&{token}")), "{printed}");
    assert!(!lost.ends_with(&token));

    let newcomer = app.visitor();
    let old = lost.rsplit('&').next().unwrap();
    assert_eq!(accept(&newcomer, &email, old, "a long password").await["__typename"], "WrongCode");
    let accepted = accept(&newcomer, &email, &token, "a long password").await;
    assert_eq!(accepted["me"]["role"]["code"], "ADMINISTRATOR", "{accepted}");
    let mut aibek = app.visitor();
    aibek.sign_in(&email, "a long password", "STAFF").await;
    assert_eq!(invite(&aibek, "asel@example.com", "DISPATCHER").await["__typename"], "StaffChanged");
    assert_eq!(person(&aibek, &email).await["invitedAt"], json!(null));
    assert_eq!(app.count("SELECT id FROM audit WHERE action = 'INVITE_STAFF' AND account_id IS NULL").await, 1);

    // Whoever has a password keeps it.
    let again = invite_administrator(&app.app, &email, ("Айбек", "Осмонов"), Language::Ky).await;
    assert!(again.is_err());
    app.done().await;
}

#[tokio::test]
async fn nonsense_makes_nobody() {
    let app = TestApp::empty().await;
    let long = "x".repeat(61);
    for (email, names) in
        [("nonsense", ("Айбек", "Осмонов")), ("a@example.com", (" ", "Осмонов")), ("a@example.com", ("Айбек", &*long))]
    {
        assert!(invite_administrator(&app.app, email, names, Language::Ru).await.is_err(), "{email} {names:?}");
    }
    assert_eq!(app.count("SELECT id FROM account").await, 0);
    app.done().await;
}
