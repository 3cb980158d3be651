use tests::{TestApp, json};

use super::{PASSWORD, Terminal, input, network, ready, save};
use crate::station::wrong;

#[tokio::test]
async fn a_network_is_kept_as_it_was_written() {
    let app = TestApp::new().await;
    let (accountant, made) =
        network(&app, json!({ "addresses": ["203.0.113.7 ", "10.1.2.3/8", "2001:DB8::1/32", "10.9.9.9/8"] })).await;
    assert_eq!(made["addresses"], json!(["203.0.113.7", "10.0.0.0/8", "2001:db8::/32"]));
    assert_eq!(
        (&made["code"], &made["method"], &made["feePercent"]),
        (&json!("pay24"), &json!("terminal:pay24"), &json!("1.5"))
    );
    assert_eq!(made["url"], json!(format!("{}/terminals/pay24", app.url)));
    assert_eq!(made["results"].as_array().unwrap().len(), 15);
    assert!(!app.database_holds(PASSWORD).await, "nobody finds the password");
    // Its code stays, its password too unless another is given.
    let change = input(
        json!({ "id": made["id"], "version": 1, "code": "another", "login": "pay24", "password": null, "addresses": [] }),
    );
    let saved = save(&accountant, change.clone()).await["network"].clone();
    assert_eq!((&saved["code"], &saved["version"], &saved["addresses"]), (&json!("pay24"), &json!(2), &json!([])));
    let terminal = Terminal::at(&app);
    let one = ready(&app).await;
    assert_eq!(terminal.check(&one.order.number, "0").await.result(), 0);
    assert_eq!(save(&accountant, change).await["code"], "CHANGED_MEANWHILE");
    let other =
        input(json!({ "id": made["id"], "version": 2, "password": "a-password-of-another-day", "addresses": [] }));
    assert_eq!(save(&accountant, other).await["__typename"], "TerminalNetworkSaved");
    assert_eq!(terminal.check(&one.order.number, "0").await.status, 401, "the former one opens nothing, at once");
    let renewed = Terminal { password: "a-password-of-another-day", ..terminal };
    assert_eq!(renewed.check(&one.order.number, "0").await.result(), 0);
    // The log knows that it was replaced, and never what by.
    assert!(app.database_holds("passwordReplaced").await && !app.database_holds("a-password-of").await);
    assert_eq!(wrong(&save(&accountant, input(json!({}))).await), [("code", "CODE_TAKEN")]);
    app.done().await;
}

#[tokio::test]
async fn every_mistake_is_told_at_its_field() {
    let app = TestApp::new().await;
    let accountant = app.staff("ACCOUNTANT").await;
    let bad = json!({
        "code": "Pay 24", "names": { "ru": "" }, "enabled": true, "login": "a:b", "password": "short", "addresses": ["10.0.0.1", "x"],
        "currency": "SOM1", "smallest": "-1", "largest": "10.001", "tolerance": "-5", "feePercent": "51", "sumForm": "POINT",
        "cancels": true, "tellsStatus": true, "results": [{ "outcome": "REFUSED", "number": 1 }, { "outcome": "OTHER", "number": -1 }],
    });
    let expected = [
        ("code", "TERMINAL_CODE"),
        ("currency", "CURRENCY"),
        ("login", "TERMINAL_LOGIN"),
        ("password", "TERMINAL_PASSWORD"),
        ("smallest", "AMOUNT"),
        ("largest", "AMOUNT"),
        ("feePercent", "SHARE"),
        ("results.TEMPORARY", "RESULT_CONFUSED"),
        ("results.REFUSED", "RESULT_CONFUSED"),
        ("results.OTHER", "RESULT_CONFUSED"),
        ("names.ru", "REQUIRED"),
        ("addresses.1", "ADDRESS"),
        ("tolerance", "AMOUNT"),
    ];
    assert_eq!(wrong(&save(&accountant, bad).await), expected);
    let below = input(json!({ "smallest": "100", "largest": "99", "password": null }));
    assert_eq!(wrong(&save(&accountant, below).await), [("password", "REQUIRED")]);
    let below = input(json!({ "smallest": "100", "largest": "99" }));
    assert_eq!(wrong(&save(&accountant, below).await), [("largest", "LARGEST_BELOW")]);
    let presets = "{ terminalPresets { dialect cancels tellsStatus sumForm results { outcome number } } }";
    let presets = accountant.send(presets, json!({})).await.data("terminalPresets");
    assert_eq!((&presets[0]["dialect"], &presets[1]["dialect"]), (&json!("OSMP"), &json!("PAY24")));
    assert_eq!((&presets[0]["cancels"], &presets[1]["cancels"]), (&json!(false), &json!(true)));
    app.done().await;
}
