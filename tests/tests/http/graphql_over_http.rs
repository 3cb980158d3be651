//! What the GraphQL-over-HTTP specification asks, and what browsers of other sites may not do.

use tests::{TestApp, json};

async fn status(
    app: &TestApp,
    change: impl FnOnce(reqwest::RequestBuilder) -> reqwest::RequestBuilder,
) -> (u16, String, String) {
    let response = app.visitor().raw(change).await;
    let media = response.headers().get("content-type").and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    (response.status().as_u16(), media, response.text().await.unwrap())
}

const NEW: &str = "application/graphql-response+json";

#[tokio::test]
async fn media_types_and_status_codes() {
    let app = TestApp::new().await;
    let good = json!({ "query": "{ site { name } }" });
    let (code, media, body) = status(&app, |r| r.header("accept", NEW).json(&good)).await;
    assert_eq!((code, media.starts_with(NEW)), (200, true), "{body}");
    let (code, media, _) = status(&app, |r| r.json(&good)).await;
    assert_eq!((code, media.starts_with("application/json")), (200, true));
    assert_eq!(status(&app, |r| r.header("accept", "text/html").json(&good)).await.0, 406);
    for bad in [
        json!({ "query": "{" }),
        json!({ "query": "{ nothing }" }),
        json!({}),
        json!({ "query": 1 }),
        json!([]),
        json!({ "query": "{ site { name } }", "variables": [] }),
        json!({ "query": "{ site { name } }", "operationName": "X" }),
    ] {
        let (code, _, body) = status(&app, |r| r.header("accept", NEW).json(&bad)).await;
        assert_eq!(code, 400, "{bad}: {body}");
        let body: tests::Value = serde_json::from_str(&body).unwrap();
        assert!(body.get("data").is_none() && body["errors"].is_array(), "{bad}: {body}");
    }
    assert_eq!(status(&app, |r| r.header("content-type", "application/json").body("{")).await.0, 400);
    let get = app.visitor().get("/graphql?query=%7Bsite%7Bname%7D%7D").await;
    assert_eq!(get.status().as_u16(), 200);
    let mutation = app.visitor().get("/graphql?query=mutation%7BsignOut%7Bok%7D%7D").await;
    assert_eq!((mutation.status().as_u16(), mutation.headers()["allow"].to_str().unwrap()), (405, "POST"));
    app.done().await;
}

#[tokio::test]
async fn what_a_form_would_not_send_is_bad_input() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let missing = ana.send("query($q: String!) { places(query: $q) { id } }", json!({})).await;
    assert_eq!(missing.code(), "BAD_INPUT", "{}", missing.body);
    let places =
        ana.send("{ a: places(query: \"osh\") { id } b: places(query: \"naryn\") { id } }", json!({})).await.body;
    let (from, to) = (&places["data"]["a"][0]["id"], &places["data"]["b"][0]["id"]);
    let input =
        json!({ "from": from, "to": to, "date": "2026-12-02", "passengers": [{ "category": "WIZARD", "count": 1 }] });
    let wizard =
        ana.send("query($i: SearchInput!) { searchJourneys(input: $i) { date } }", json!({ "i": input })).await;
    assert_eq!(wizard.code(), "BAD_INPUT", "{}", wizard.body);
    app.done().await;
}

#[tokio::test]
async fn forms_texts_uploads_and_other_sites_are_refused() {
    let app = TestApp::new().await;
    let query = r#"{"query":"mutation { signOut { ok } }"}"#;
    for media in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=windows-1251",
    ] {
        assert_eq!(status(&app, |r| r.header("content-type", media).body(query)).await.0, 415, "{media}");
    }
    let json = |r: reqwest::RequestBuilder| r.header("content-type", "application/json").body(query);
    assert_eq!(status(&app, |r| json(r).header("sec-fetch-site", "cross-site")).await.0, 403);
    assert_eq!(status(&app, |r| json(r).header("origin", "https://evil.example.com")).await.0, 403);
    assert_eq!(status(&app, |r| json(r).header("origin", "null")).await.0, 403);
    // Positive control: the same from our own page is taken.
    let own = app.url.clone();
    assert_eq!(status(&app, |r| json(r).header("sec-fetch-site", "same-origin").header("origin", own)).await.0, 200);
    app.done().await;
}

#[tokio::test]
async fn persisted_queries() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let query = "{ site { currency } }";
    let hash = api::platform::secrets::fingerprint(query.as_bytes());
    let extensions = json!({ "persistedQuery": { "version": 1, "sha256Hash": hash } });
    let unknown = visitor.post(json!({ "extensions": extensions })).await;
    assert_eq!(unknown.code(), "PERSISTED_QUERY_NOT_FOUND");
    visitor.post(json!({ "query": query, "extensions": extensions })).await.data("site");
    let known = visitor.post(json!({ "extensions": extensions })).await;
    assert_eq!(known.data("site")["currency"], "KGS");
    let other = visitor.post(json!({ "query": "{ site { name } }", "extensions": extensions })).await;
    assert_eq!(other.code(), "BAD_INPUT");
    app.done().await;
}

#[tokio::test]
async fn production_tells_its_schema_to_keys_with_the_right_only() {
    let app = TestApp::with(|config| {
        config.mode = api::Mode::Production;
        config.secret = Some("a secret of the tests, long enough for anything".into());
    })
    .await;
    let query = json!({ "query": "{ __schema { queryType { name } } }" });
    let refused = app.visitor().post(query.clone()).await;
    assert!(refused.body["data"]["__schema"].is_null(), "{}", refused.body);
    let (code, ..) = status(&app, |r| r.header("x-api-key", "bk_wrong").json(&query)).await;
    assert_eq!(code, 401);
    let key = api::commands::make_key(&app.app, "aggregator".into(), vec!["introspection".into()]).await.unwrap();
    let (_, _, body) = status(&app, |r| r.header("x-api-key", key).json(&query)).await;
    assert!(body.contains("\"queryType\""), "{body}");
    // Nothing of the demonstration is served.
    assert_eq!(app.visitor().get("/sandbox/clock").await.status().as_u16(), 200, "the site's page, not the sandbox");
    let clock = reqwest::Client::new()
        .post(format!("{}/sandbox/clock", app.url))
        .json(&json!({ "advanceMinutes": 5 }))
        .send()
        .await;
    assert_eq!(clock.unwrap().status().as_u16(), 405);
    app.done().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_server_that_ends_finishes_what_it_has_begun() {
    let app = TestApp::new().await;
    let ride = app.ride("604V").await;
    let holds = (0..20).map(|_| {
        let (visitor, ride) = (app.visitor(), ride.clone());
        tokio::spawn(async move { visitor.try_hold(&tests::hold_input(&[ride], 1, None)).await })
    });
    let holds: Vec<_> = holds.collect();
    // Every buyer is connected and has asked; then the server is told to end.
    tokio::time::sleep(std::time::Duration::from_millis(60)).await;
    app.terminate();
    let mut told = 0;
    for hold in holds {
        let answer = hold.await.unwrap();
        told += i64::from(answer["__typename"] == "HeldSeats");
    }
    assert_eq!(told, 20, "every request that was begun was answered");
    assert_eq!(app.count("SELECT id FROM \"order\"").await, told);
    // Jobs that were promised meanwhile are still there for the next start.
    app.done().await;
}

/// A proxy may have connected just before, and asks when nobody new is let in any more.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_is_at_the_door_when_a_server_ends_is_answered_and_nobody_else_is_let_in() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpStream;
    let app = TestApp::new().await;
    let address = app.url.trim_start_matches("http://").to_owned();
    let mut connections = Vec::new();
    for _ in 0..40 {
        connections.push(TcpStream::connect(&address).await.unwrap());
    }
    app.terminate();
    // A busy machine may need a while to hear of its end.
    let mut knocks = 0;
    while TcpStream::connect(&address).await.is_ok() {
        knocks += 1;
        assert!(knocks < 500, "a proxy turns to another replica");
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    for connection in &mut connections {
        connection.write_all(b"GET /health HTTP/1.1\r\nhost: beket\r\n\r\n").await.unwrap();
    }
    for mut connection in connections {
        let mut answer = Vec::new();
        connection.read_to_end(&mut answer).await.unwrap();
        assert!(answer.starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&answer));
    }
    app.done().await;
}

#[test]
fn production_refuses_demonstration_secrets() {
    use clap::Parser as _;
    #[derive(clap::Parser)]
    struct Arguments {
        #[command(flatten)]
        config: api::Config,
    }
    let words = |secret: Option<&str>| {
        let mut arguments = vec!["x", "--mode", "production"];
        arguments.extend(secret.iter().flat_map(|secret| ["--secret", *secret]));
        Arguments::parse_from(arguments).config.master_secret().map_err(|fault| format!("{fault:?}"))
    };
    assert!(words(None).unwrap_err().contains("BEKET_SECRET"));
    assert!(words(Some("demonstration-secret-not-for-production-use")).unwrap_err().contains("known to everybody"));
    assert!(words(Some("short")).unwrap_err().contains("too short"));
    assert!(words(Some("kR8v1n0mJ2x7QfT5yHs3LwZc9bGdPaUe")).is_ok());
}
