use tests::{TestApp, TimeDelta, json};

use super::{ELSEWHERE, Terminal, input, network, ready, requests, save};

#[tokio::test]
async fn requests_are_found_by_transaction_account_and_result() {
    let app = TestApp::new().await;
    let (accountant, made) = network(&app, json!({})).await;
    let terminal = Terminal::at(&app);
    let one = ready(&app).await;
    let bare = one.order.number.replace('-', "").to_lowercase();
    let checked = terminal.check(&bare, &one.sum()).await;
    app.advance(TimeDelta::seconds(1));
    let paid = terminal.pay("4711", &one.order.number, &one.sum()).await;
    terminal.check("BK-AAAA-AAAA", "1.00").await;
    Terminal { address: ELSEWHERE, ..terminal.clone() }.check("x", "1").await;
    let all = requests(&accountant, json!({})).await;
    assert_eq!(all.len(), 4);
    let by = async |filter| requests(&accountant, filter).await;
    let found = by(json!({ "text": "4711" })).await;
    assert_eq!(found.len(), 1);
    let (raw, answer) = (found[0]["raw"].as_str().unwrap(), found[0]["answer"].as_str().unwrap());
    assert_eq!(answer, paid.body);
    assert_eq!(
        raw,
        format!(
            "GET /terminals/pay24?command=pay&txn_id=4711&txn_date=20261201120000&account={}&sum={}",
            one.order.number,
            one.sum()
        )
    );
    let expected = (json!("pay"), json!("OK"), json!(0), json!(200), json!("pay24"));
    let seen = &found[0];
    assert_eq!(
        (
            seen["command"].clone(),
            seen["outcome"].clone(),
            seen["result"].clone(),
            seen["status"].clone(),
            seen["network"]["code"].clone()
        ),
        expected
    );
    let of_order = by(json!({ "text": format!(" {bare} ") })).await;
    assert_eq!(
        of_order.iter().map(|one| one["answer"].as_str().unwrap()).collect::<Vec<_>>(),
        [&paid.body, &checked.body]
    );
    assert_eq!(by(json!({ "outcome": "NO_ACCOUNT" })).await.len(), 1);
    assert_eq!(by(json!({ "result": 5 })).await.len(), 1);
    assert_eq!(by(json!({ "trouble": true })).await.len(), 1);
    assert_eq!(by(json!({ "networkId": made["id"], "text": "%" })).await.len(), 0);
    // The list of networks tells the last request and the last that somebody should look at, by one statement each.
    save(&accountant, input(json!({ "code": "quick" }))).await;
    let list = "{ terminalNetworks { nodes { code lastRequest { status } lastTrouble { status answer } } } }";
    let before = app.app.db.queries();
    let networks = accountant.send(list, json!({})).await.data("terminalNetworks")["nodes"].clone();
    let few = app.app.db.queries() - before;
    assert_eq!(networks[0]["code"], "pay24");
    assert_eq!(
        (&networks[0]["lastRequest"]["status"], &networks[0]["lastTrouble"]["status"]),
        (&json!(403), &json!(403))
    );
    assert_eq!(networks[1], json!({ "code": "quick", "lastRequest": null, "lastTrouble": null }));
    for n in 0..10 {
        save(&accountant, input(json!({ "code": format!("more-{n}") }))).await;
    }
    let before = app.app.db.queries();
    accountant.send(list, json!({})).await.data("terminalNetworks");
    assert_eq!(app.app.db.queries() - before, few, "ten networks more, no statement more");
    app.done().await;
}
