//! Hostile queries: each is answered at once, and not by doing what it asks.

use std::time::{Duration, Instant};

use tests::{TestApp, json};

/// The corpus in `tests/corpus`, one query to a file, and what no file should hold by hand.
fn corpus() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
    let mut queries: Vec<(String, String)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(&path).unwrap()))
        .collect();
    assert!(queries.len() >= 8, "the corpus is there");
    let doubled = |levels: usize| {
        let mut query = String::from("{ ...F0 } ");
        for n in 0..levels {
            query += &format!("fragment F{n} on Query {{ ...F{} ...F{} }} ", n + 1, n + 1);
        }
        query + &format!("fragment F{levels} on Query {{ site {{ name }} }}")
    };
    queries.push(("fragments doubled 20 times".into(), doubled(20)));
    queries.push(("fragments doubled 35 times".into(), doubled(35)));
    queries.push((
        "200 aliases".into(),
        format!("{{ {} }}", (0..200).map(|n| format!("a{n}: site {{ name }} ")).collect::<String>()),
    ));
    queries.push(("5000 fields".into(), format!("{{ site {{ {} }} }}", "name ".repeat(3000))));
    queries.push((
        "deep selection".into(),
        format!("{}name{}", "{ me { trips(period: ALL) { nodes ".repeat(60), "} } }".repeat(60)),
    ));
    queries
        .push(("deep list".into(), format!("{{ places(query: {}{}) {{ id }} }}", "[".repeat(5000), "]".repeat(5000))));
    queries.push((
        "deep object".into(),
        format!("{{ searchJourneys(input: {}1{}) {{ date }} }}", "{from: ".repeat(2000), "}".repeat(2000)),
    ));
    queries.push(("larger than the limit".into(), format!("{{ site {{ name }} }} #{}", "x".repeat(20_000))));
    queries.push(("many directives".into(), format!("{{ site {} {{ name }} }}", "@include(if: true) ".repeat(500))));
    queries.push(("many mutations".into(), format!("mutation {{ {} }}", "signOut { ok } ".repeat(50))));
    queries
}

#[tokio::test]
async fn hostile_queries_are_refused_at_once() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    visitor.send("{ site { name } }", json!({})).await.data("site");
    for (name, query) in corpus() {
        let began = Instant::now();
        let answer = visitor.send(&query, json!({})).await;
        let took = began.elapsed();
        assert!(answer.body["errors"].is_array(), "{name} was answered: {}", answer.body);
        assert_ne!(answer.code(), "INTERNAL", "{name}: {}", answer.body);
        // Debug builds on a busy machine are slow; the bomb this guards against takes seconds.
        assert!(took < Duration::from_millis(500), "{name} took {took:?}");
    }
    // Positive control: without the budget the engine expands such fragments again and again.
    let (_, bomb) = corpus().into_iter().find(|(name, _)| name == "fragments doubled 20 times").unwrap();
    let document = async_graphql::parser::parse_query(&bomb).unwrap();
    assert!(api::graphql::budget::check(&document).is_err());
    app.done().await;
}

/// PostgreSQL keeps no text with it, SQLite does: found by the requests made up from the schema.
#[tokio::test]
async fn the_character_zero_is_refused_wherever_it_stands() {
    let app = TestApp::new().await;
    let ana = app.passenger().await;
    let update = "mutation($i: UpdateProfileInput!) { updateProfile(input: $i) { __typename } }";
    let order = "query($n: String) { order(number: $n) { number } }";
    let literal = "mutation { updateProfile(input: { lastName: \"a\\u0000\" }) { __typename } }";
    for answer in [
        ana.send(update, json!({ "i": { "lastName": "a\0b" } })).await,
        ana.send(literal, json!({})).await,
        ana.send(order, json!({ "n": "BK-\0" })).await,
        ana.send("query($n: String = \"\\u0000\") { order(number: $n) { number } }", json!({})).await,
    ] {
        assert_eq!((answer.status, answer.code()), (400, "BAD_INPUT"), "{}", answer.body);
    }
    assert_eq!(ana.get("/files/BK-%00/secret/tickets.pdf").await.status().as_u16(), 404);
    app.done().await;
}

#[tokio::test]
async fn batches_are_refused() {
    let app = TestApp::new().await;
    let answer = app.visitor().post(json!([{ "query": "{ site { name } }" }, { "query": "{ site { name } }" }])).await;
    assert_eq!((answer.status, answer.code()), (400, "BAD_INPUT"));
    app.done().await;
}

#[tokio::test]
async fn internals_are_not_told() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    app.break_by_hand("ALTER TABLE claim RENAME TO claim_away").await;
    let answer = app
        .visitor()
        .send("query($t: ID!) { seatMap(tripId: $t, from: 0, to: 3) { version } }", json!({ "t": ride.id() }))
        .await;
    assert_eq!(answer.code(), "INTERNAL");
    assert!(!answer.body.to_string().contains("claim"), "{}", answer.body);
    assert!(answer.body["errors"][0]["extensions"]["traceId"].is_string());
    app.break_by_hand("ALTER TABLE claim_away RENAME TO claim").await;
    app.done().await;
}
