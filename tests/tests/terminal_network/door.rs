//! Who may ask, and what is kept of those who may not.

use tests::{TestApp, TimeDelta, json};

use super::{ELSEWHERE, PASSWORD, Terminal, network, ready, requests};

#[tokio::test]
async fn strangers_are_refused_and_written_down() {
    let app = TestApp::new().await;
    let (accountant, _) = network(&app, json!({})).await;
    let terminal = Terminal::at(&app);
    let one = ready(&app).await;
    let wrong = Terminal { password: "another-password", ..terminal.clone() };
    let elsewhere = Terminal { address: ELSEWHERE, ..terminal.clone() };
    assert_eq!(wrong.pay("1", &one.order.number, &one.sum()).await.status, 401);
    assert_eq!(elsewhere.pay("1", &one.order.number, &one.sum()).await.status, 403);
    assert_eq!(terminal.heard(terminal.plain()).await.status, 401, "no password");
    let other_login = terminal.plain().basic_auth("pay25", Some(PASSWORD));
    assert_eq!(terminal.heard(other_login).await.status, 401);
    for header in ["Basic", "Basic !!!", "Bearer x", "Basic cGF5MjQ=", "Beket-Test 99999999999.x", "Beket-Test x"] {
        assert_eq!(terminal.heard(terminal.plain().header("authorization", header)).await.status, 401, "{header}");
    }
    let challenge = terminal.plain().send().await.unwrap().headers()["www-authenticate"].to_str().unwrap().to_owned();
    assert!(challenge.starts_with("Basic realm="), "{challenge}");
    assert_eq!(one.status().await, "HELD");
    let v6 = Terminal { address: "2001:db8::17", ..terminal.clone() };
    assert_eq!(v6.check(&one.order.number, &one.sum()).await.result(), 0, "an address of the other kind");
    let seen = requests(&accountant, json!({ "trouble": true })).await;
    assert_eq!(seen.len(), 11, "{seen:?}");
    assert!(seen.iter().all(|one| one["outcome"].is_null() && one["result"].is_null()));
    let forbidden: Vec<_> = seen.iter().filter(|one| one["status"] == 403).collect();
    assert_eq!(forbidden[0]["address"], ELSEWHERE);
    assert_eq!((&forbidden[0]["txn"], &forbidden[0]["account"]), (&json!("1"), &json!(one.order.number)));
    // Nobody finds a password, the right one or a wrong one, in what is kept.
    let query = format!("command=check&txn_id=1&account={}&password={PASSWORD}", one.order.number);
    assert_eq!(v6.raw(&query).await.result(), 0);
    for secret in [PASSWORD, "another-password"] {
        assert!(!app.database_holds(secret).await, "{secret}");
    }
    assert!(app.database_holds("203.0.113.99").await, "this would find it");
    assert_eq!(app.visitor().get("/terminals/nobody?command=check").await.status().as_u16(), 404);
    app.done().await;
}

/// A thousand guesses: ten are looked at, and twenty of a minute are kept.
#[tokio::test]
async fn a_stranger_neither_guesses_nor_fills_the_disk() {
    let app = TestApp::new().await;
    let (accountant, _) = network(&app, json!({})).await;
    let terminal = Terminal::at(&app);
    let one = ready(&app).await;
    let wrong = Terminal { password: "guess-number-one", ..terminal.clone() };
    for _ in 0..10 {
        assert_eq!(wrong.check(&one.order.number, "0").await.status, 401);
    }
    // The eleventh is not looked at, even if it is right.
    let right = terminal.plain().basic_auth("pay24", Some(PASSWORD)).send().await.unwrap();
    assert_eq!(right.status().as_u16(), 401);
    assert!(right.headers()["retry-after"].to_str().unwrap().parse::<u32>().unwrap() <= 60);
    let neighbour = Terminal { address: "203.0.113.8", ..terminal.clone() };
    assert_eq!(neighbour.check(&one.order.number, "0").await.result(), 0, "another address is not held up");
    let elsewhere = Terminal { address: ELSEWHERE, ..terminal.clone() };
    for _ in 0..40 {
        assert_eq!(elsewhere.check(&one.order.number, "0").await.status, 403);
    }
    let kept = async || requests(&accountant, json!({ "trouble": true })).await.len();
    assert_eq!(kept().await, 20);
    app.advance(TimeDelta::seconds(61));
    assert_eq!(terminal.check(&one.order.number, "0").await.result(), 0, "a minute later it is");
    assert_eq!(elsewhere.check(&one.order.number, "0").await.status, 403);
    assert_eq!(kept().await, 21);
    // What is kept has an end.
    let long = "x".repeat(6_000);
    assert_eq!(terminal.post(&[("command", "check"), ("txn_id", "1"), ("account", &long)]).await.result(), 4);
    let raw = requests(&accountant, json!({})).await[0]["raw"].as_str().unwrap().chars().count();
    assert!(raw <= 2_000, "{raw}");
    let huge = "x".repeat(20_000);
    assert_eq!(terminal.post(&[("command", "check"), ("account", &huge)]).await.status, 413);
    app.done().await;
}
