use tests::{TestApp, json};

use super::{LOGIN, MINE, PASSWORD, begin, confirm, set_up, shown, sign_in};

#[tokio::test]
async fn what_is_begun_is_not_asked_for_and_the_last_secret_counts() {
    let app = TestApp::new().await;
    let clerk = app.staff("DISPATCHER").await;
    assert_eq!(begin(&clerk, "not the password").await["code"], "WRONG_CREDENTIALS");
    let first = begin(&clerk, PASSWORD).await;
    let secret = first["secret"].as_str().unwrap();
    assert_eq!(secret.len(), 32, "160 bits");
    let uri = first["uri"].as_str().unwrap();
    assert!(uri.starts_with("otpauth://totp/Beket:") && uri.contains(secret), "{uri}");
    assert!(first["qrSvg"].as_str().unwrap().contains("<svg"));
    assert_eq!(sign_in(&app.visitor(), LOGIN, None).await["__typename"], "SignedIn");
    let mine = clerk.send(MINE, json!({})).await.data("me")["secondFactor"].clone();
    assert_eq!(mine, json!({ "on": false, "demanded": false, "recoveryCodesLeft": 0 }));

    let second = begin(&clerk, PASSWORD).await["secret"].as_str().unwrap().to_owned();
    assert_ne!(second, secret);
    assert_eq!(confirm(&clerk, &shown(&app, secret, 0)).await["__typename"], "InvalidInput");
    assert_eq!(confirm(&clerk, &shown(&app, &second, 0)).await["__typename"], "RecoveryCodes");
    app.done().await;
}

/// The secret is a key to the account: it is not in the database as it is, and is not shown twice.
#[tokio::test]
async fn a_secret_in_use_stays_as_it_is_and_out_of_sight() {
    let app = TestApp::new().await;
    let clerk = app.staff("DISPATCHER").await;
    let (secret, recovery) = set_up(&app, &clerk).await;
    assert_eq!(begin(&clerk, PASSWORD).await["fields"], json!([{ "path": "password", "code": "SECOND_FACTOR_ON" }]));
    for word in [secret.as_str(), &recovery[0], &recovery[0].replace('-', "")] {
        assert!(!app.database_holds(word).await, "{word} is in the database");
    }
    assert!(app.database_holds(LOGIN).await, "what is there is found");
    app.done().await;
}

#[tokio::test]
async fn only_staff_have_one() {
    let app = TestApp::new().await;
    let query = "mutation { beginSecondFactor(input: { password: \"beket-demo\" }) { __typename } }";
    assert_eq!(app.passenger().await.send(query, json!({})).await.code(), "FORBIDDEN");
    assert_eq!(app.visitor().send(query, json!({})).await.code(), "UNAUTHENTICATED");
    app.done().await;
}
