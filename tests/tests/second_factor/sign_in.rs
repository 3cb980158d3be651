use chrono::TimeDelta;
use tests::{TestApp, json};

use super::{LOGIN, set_up, shown, sign_in};

#[tokio::test]
async fn the_password_alone_is_not_enough_and_a_code_is_good_once() {
    let app = TestApp::new().await;
    let clerk = app.staff("DISPATCHER").await;
    let (secret, _) = set_up(&app, &clerk).await;
    let visitor = app.visitor();
    let asked = sign_in(&visitor, LOGIN, None).await;
    assert_eq!((&asked["code"], &asked["wrong"]), (&json!("SECOND_FACTOR_NEEDED"), &json!(false)), "{asked}");
    assert_eq!(asked["accessToken"], json!(null));
    // Of the moment it was set up: it was used for that.
    assert_eq!(sign_in(&visitor, LOGIN, Some(&shown(&app, &secret, 0))).await["code"], "WRONG_SECOND_FACTOR");

    app.advance(TimeDelta::seconds(60));
    let code = shown(&app, &secret, 0);
    assert_eq!(
        sign_in(&visitor, LOGIN, Some(&format!("{} {}", &code[..3], &code[3..]))).await["__typename"],
        "SignedIn"
    );
    assert_eq!(sign_in(&visitor, LOGIN, Some(&code)).await["wrong"], json!(true), "it was used");
    assert_eq!(
        sign_in(&visitor, LOGIN, Some(&shown(&app, &secret, -1))).await["wrong"],
        json!(true),
        "one from before"
    );
    assert_eq!(sign_in(&visitor, LOGIN, Some(&shown(&app, &secret, 3))).await["wrong"], json!(true), "of the future");
    // A wrong password says nothing of the second factor.
    let query = "mutation($i: SignInInput!) { signIn(input: $i) { __typename } }";
    let input =
        json!({ "login": LOGIN, "password": "not it", "kind": "STAFF", "secondFactor": shown(&app, &secret, 1) });
    assert_eq!(visitor.send(query, json!({ "i": input })).await.data("signIn")["__typename"], "WrongCredentials");
    app.done().await;
}

/// Sent by many at once it lets one in.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_code_sent_twenty_times_at_once_is_good_once() {
    let app = TestApp::new().await;
    let clerk = app.staff("DISPATCHER").await;
    let (secret, recovery) = set_up(&app, &clerk).await;
    for code in [None, Some(&recovery[3])] {
        // Ten tries are let through, in so many minutes.
        app.advance(TimeDelta::minutes(16));
        let code = code.cloned().unwrap_or_else(|| shown(&app, &secret, 0));
        let tries = (0..20).map(|_| async { sign_in(&app.visitor(), LOGIN, Some(&code)).await });
        let answers = futures::future::join_all(tries).await;
        let let_in = answers.iter().filter(|answer| answer["__typename"] == "SignedIn").count();
        assert_eq!(let_in, 1, "{answers:?}");
    }
    app.done().await;
}

#[tokio::test]
async fn codes_are_guessed_ten_times_at_most() {
    let app = TestApp::new().await;
    let clerk = app.staff("DISPATCHER").await;
    let (secret, _) = set_up(&app, &clerk).await;
    let (visitor, mut refused) = (app.visitor(), 0);
    for n in 0..1_000 {
        // Not the right ones of these minutes, whatever they are.
        let guess = format!("{n:06}");
        if (-1..=1).any(|step| shown(&app, &secret, step) == guess) {
            continue;
        }
        let answer = sign_in(&visitor, LOGIN, Some(&guess)).await;
        refused += usize::from(answer["__typename"] == "TooManyAttempts");
    }
    assert!(refused >= 980, "{refused}");
    let right = sign_in(&app.visitor(), LOGIN, Some(&shown(&app, &secret, 1))).await;
    assert_eq!(right["__typename"], "TooManyAttempts", "a right one among too many is not looked at");
    app.done().await;
}

#[tokio::test]
async fn a_lost_device_is_stood_for_by_a_recovery_code_once() {
    let app = TestApp::new().await;
    let clerk = app.staff("DISPATCHER").await;
    let (_, recovery) = set_up(&app, &clerk).await;
    let signed_in = sign_in(&app.visitor(), LOGIN, Some(&recovery[0])).await;
    assert_eq!(signed_in["me"]["secondFactor"]["recoveryCodesLeft"], json!(9), "{signed_in}");
    assert_eq!(sign_in(&app.visitor(), LOGIN, Some(&recovery[0])).await["wrong"], json!(true));
    assert_eq!(app.count("SELECT id FROM audit WHERE action = 'USE_RECOVERY_CODE'").await, 1);
    assert_eq!(app.messages().await.iter().filter(|(_, to, _)| to == LOGIN).count(), 2, "set up, and used");
    // Somebody else's is nothing here.
    let other = app.staff("CASHIER").await;
    set_up(&app, &other).await;
    let cashier = "cashier@demo.beket.example.com";
    assert_eq!(sign_in(&app.visitor(), cashier, Some(&recovery[1])).await["wrong"], json!(true));
    app.done().await;
}

/// The cabinet of the passengers' site, which knows nothing of staff, is opened by the password.
#[tokio::test]
async fn it_is_asked_for_on_the_staffs_site() {
    let app = TestApp::new().await;
    let clerk = app.staff("DISPATCHER").await;
    set_up(&app, &clerk).await;
    let mut passenger = app.visitor();
    passenger.sign_in(LOGIN, super::PASSWORD, "PASSENGER").await;
    let mine = passenger.send(super::MINE, json!({})).await.data("me");
    assert_eq!(mine, json!({ "permissions": [], "secondFactor": null }));
    app.done().await;
}
