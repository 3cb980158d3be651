//! The guide for networks' technicians shows what the server answers, to the byte.

use tests::{TestApp, TimeDelta, json};

use super::{Heard, Terminal, network, ready};

const GUIDE: &str = include_str!("../../../docs/terminals.md");
/// As the guide writes them.
const ORDER: &str = "BK-7F3K-2QXM";
const NUMBER: &str = "402684357219803465";

fn shown(query: &str, heard: &Heard, order: &str) -> String {
    let number = heard.part("prv_txn");
    let body = if number.is_empty() { heard.body.clone() } else { heard.body.replace(&number, NUMBER) };
    let query = format!("GET /terminals/pay24?{query}");
    format!("```http\n{query}\n```\n\n```xml\n{body}\n```\n").replace(order, ORDER)
}

#[tokio::test]
async fn the_guide_s_examples_are_what_is_answered() {
    let app = TestApp::new().await;
    network(&app, json!({ "results": [] })).await;
    let terminal = Terminal::at(&app);
    let one = ready(&app).await;
    let (number, sum) = (one.order.number.clone(), one.sum());
    let examples = [
        format!("command=check&txn_id=1234567&account={number}"),
        format!("command=check&txn_id=1234567&account={number}&sum=100.00"),
        "command=check&txn_id=1234567&account=0555123456&sum=100.00".to_owned(),
        "command=check&txn_id=1234567&account=BK-AAAA-AAAA&sum=100.00".to_owned(),
        format!("command=pay&txn_id=1234567&txn_date=20261201120102&account={number}&sum={sum}"),
        format!("command=pay&txn_id=1234568&txn_date=20261201120102&account={number}&sum={sum}"),
        format!("command=pay&txn_id=1234567&txn_date=20261201120102&account={number}&sum=1.00"),
        "command=status&txn_id=1234567".to_owned(),
        "command=cancel&txn_id=1234567".to_owned(),
        "command=status&txn_id=1234567".to_owned(),
    ];
    let mut missing = Vec::new();
    for query in &examples {
        let block = shown(query, &terminal.raw(query).await, &number);
        if !GUIDE.contains(&block) {
            missing.push(block);
        }
    }
    assert!(missing.is_empty(), "docs/terminals.md does not say:\n\n{}", missing.join("\n"));
    // Positive control: another answer would be missing.
    app.advance(TimeDelta::minutes(1));
    let other = shown("command=status&txn_id=1234567", &terminal.status("99").await, &number);
    assert!(!GUIDE.contains(&other));
    app.done().await;
}
