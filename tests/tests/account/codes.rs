use tests::{Actor, TestApp, TimeDelta, Value, json};

pub async fn request(actor: &Actor, contact: &str, purpose: &str) -> Value {
    let query = "mutation($i: RequestCodeInput!) { requestCode(input: $i) { __typename ... on CodeSent { to } ... on UserError { code } } }";
    actor.send(query, json!({ "i": { "contact": contact, "purpose": purpose } })).await.data("requestCode")
}

pub async fn enter(actor: &mut Actor, contact: &str, code: &str) -> Value {
    let query = "mutation($i: SignInWithCodeInput!) { signInWithCode(input: $i) { __typename ... on UserError { code } \
        ... on WrongCode { attemptsLeft } ... on SignedIn { accessToken me { email phone } } } }";
    let answer = actor.send(query, json!({ "i": { "contact": contact, "code": code } })).await;
    let data = answer.data("signInWithCode");
    if let Some(token) = data["accessToken"].as_str() {
        actor.token = Some(token.to_owned());
        actor.cookie = answer.cookies.first().cloned();
    }
    data
}

/// The last code in the mailbox.
pub async fn last_code(app: &TestApp) -> String {
    app.run_jobs().await;
    let (.., text) = app.messages().await.pop().unwrap();
    let digits: String = text.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    assert_eq!(digits.len(), 6, "{text}");
    digits
}

pub async fn register(app: &TestApp, contact: &str) -> Actor {
    let mut actor = app.visitor();
    assert_eq!(request(&actor, contact, "SIGN_IN").await["__typename"], "CodeSent");
    let code = last_code(app).await;
    assert_eq!(enter(&mut actor, contact, &code).await["__typename"], "SignedIn");
    actor
}

#[tokio::test]
async fn a_code_registers_signs_in_and_brings_the_guests_orders() {
    let app = TestApp::new().await;
    let guest = app.visitor();
    let order = guest.buy(&app, &[app.ride("501").await], 1).await;

    let member = register(&app, "0555 12-34-56").await;

    let query = "{ me { phone trips(period: COMING) { nodes { number status } } } }";
    let me = member.send(query, json!({})).await.data("me");
    assert_eq!(me["phone"], "+996555123456");
    assert_eq!(me["trips"]["nodes"], json!([{ "number": order.number, "status": "PAID" }]));
    // The owner needs no secret.
    let own =
        member.send("query($id: ID!) { order(id: $id) { status } }", json!({ "id": order.id })).await.data("order");
    assert_eq!(own["status"], "PAID");
    let stranger = register(&app, "stranger@example.com").await;
    let foreign =
        stranger.send("query($id: ID!) { order(id: $id) { status } }", json!({ "id": order.id })).await.data("order");
    assert_eq!(foreign, Value::Null);
    app.done().await;
}

#[tokio::test]
async fn a_code_has_five_tries_ten_minutes_and_one_use() {
    let app = TestApp::new().await;
    let mut ana = app.visitor();
    request(&ana, "ana@example.com", "SIGN_IN").await;
    let code = last_code(&app).await;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for left in (0..5).rev() {
        assert_eq!(enter(&mut ana, "ana@example.com", wrong).await["attemptsLeft"], left);
    }
    assert_eq!(enter(&mut ana, "ana@example.com", &code).await["__typename"], "WrongCode");

    assert_eq!(request(&ana, "ana@example.com", "SIGN_IN").await["code"], "TOO_MANY_ATTEMPTS", "one a minute");
    app.advance(TimeDelta::seconds(61));
    request(&ana, "ana@example.com", "SIGN_IN").await;
    let code = last_code(&app).await;
    app.advance(TimeDelta::minutes(11));
    assert_eq!(enter(&mut ana, "ana@example.com", &code).await["__typename"], "WrongCode");

    request(&ana, "ana@example.com", "RESET_PASSWORD").await;
    request(&ana, "ana@example.com", "SIGN_IN").await;
    let code = last_code(&app).await;
    assert_eq!(enter(&mut ana, "ana@example.com", &code).await["__typename"], "SignedIn");
    assert_eq!(enter(&mut ana, "ana@example.com", &code).await["__typename"], "WrongCode", "a code is used once");
    app.done().await;
}

/// Whether the password was compared, and found wrong.
async fn try_password(guesser: &Actor, n: usize) -> bool {
    let query = "mutation($i: SignInInput!) { signIn(input: $i) { __typename } }";
    let login = "administrator@demo.beket.example.com";
    let input = json!({ "i": { "login": login, "password": n.to_string(), "kind": "STAFF" } });
    guesser.send(query, input).await.data("signIn")["__typename"] == "WrongCredentials"
}

/// A thousand guesses at once: at most ten are evaluated, whatever way they come.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_thousand_guesses_are_not_evaluated() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.hold(&[app.ride("501").await], 1, None).await;
    request(&ana, "ana@example.com", "SIGN_IN").await;
    let guesser = app.visitor();

    let mut codes = 0;
    let mut passwords = 0;
    let mut secrets = 0;
    for n in 0..1000 {
        let mut one = guesser.clone();
        let answer = enter(&mut one, "ana@example.com", &format!("{n:06}")).await;
        codes += usize::from(answer["__typename"] == "WrongCode");
        passwords += usize::from(try_password(&guesser, n).await);
        if n % 20 == 0 {
            // Fifteen to a request, by aliases: each of them counts.
            let fields: String =
                (0..15).map(|m| format!("a{m}: order(id: \"{}\", secret: \"x{n}{m}\") {{ id }} ", order.id)).collect();
            let answer = guesser.send(&format!("{{ {fields} }}"), json!({})).await;
            let refused = answer.body["errors"].as_array().map_or(0, Vec::len);
            secrets += if refused == 0 { 15 } else { 0 };
        }
    }
    assert!(codes <= 10, "{codes} codes were compared");
    assert!(passwords <= 10, "{passwords} passwords were compared");
    assert!(secrets <= 10, "{secrets} secrets were compared");
    // Positive control: from its own address the holder of the secret is not locked out,
    assert_eq!(ana.order(&order).await["status"], "HELD");
    // and what is counted are evaluations: they go on when the window has passed.
    app.advance(TimeDelta::minutes(16));
    assert!(try_password(&guesser, 1000).await);
    app.done().await;
}
