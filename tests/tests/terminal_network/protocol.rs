//! The table of the protocol: what is asked, and which number comes.

use tests::{TestApp, TimeDelta, json};

use super::{Ready, Terminal, network, ready, ready_on, written};

/// Each row: what it is, and the parameters as they are sent. `N` stands for the order's number, `S` for its sum.
#[tokio::test]
async fn every_check_has_its_number() {
    let app = TestApp::new().await;
    network(&app, json!({ "largest": "2000" })).await;
    let terminal = Terminal::at(&app);
    let held = ready(&app).await;
    let unnamed = app.visitor().hold(&[app.ride("501").await], 1, None).await;
    let paid = ready(&app).await;
    assert_eq!(terminal.pay("900", &paid.order.number, &paid.sum()).await.result(), 0);
    let dear = ready_on(&app, &app.ride("501").await, 5).await;
    let (n, s) = (held.order.number.as_str(), held.sum());
    let bare = n.replace('-', "").to_lowercase();
    let (less, much, more) = (written(held.minor - 1), written(held.minor + 10_001), written(held.minor + 10_000));
    let table: Vec<(&str, String, i32)> = vec![
        ("what is due", format!("command=check&txn_id=1&account={n}&sum={s}"), 0),
        ("without a sum", format!("command=check&txn_id=1&account={n}"), 0),
        ("with a sum of nothing", format!("command=check&txn_id=0&account={n}&sum=0.00"), 0),
        ("the number as people type it", format!("command=check&txn_id=1&account=%20{bare}&sum={s}"), 0),
        ("a little too much", format!("command=check&txn_id=1&account={n}&sum={more}"), 0),
        ("a tyiyn too little", format!("command=check&txn_id=1&account={n}&sum={less}"), 241),
        ("much too much", format!("command=check&txn_id=1&account={n}&sum={much}"), 242),
        ("more than the network takes", format!("command=check&txn_id=1&account={}&sum=0", dear.order.number), 242),
        ("an account of digits", format!("command=check&txn_id=1&account=0555123456&sum={s}"), 4),
        ("no account", format!("command=check&txn_id=1&sum={s}"), 4),
        ("letters that no number has", format!("command=check&txn_id=1&account=BK-OOOO-IIII&sum={s}"), 4),
        ("markup", "command=check&txn_id=1&account=%3Cb%3E%26amp%3B&sum=1".into(), 4),
        ("an order that there is not", format!("command=check&txn_id=1&account=BK-AAAA-AAAA&sum={s}"), 5),
        (
            "an order that is paid",
            format!("command=check&txn_id=1&account={}&sum={}", paid.order.number, paid.sum()),
            79,
        ),
        ("nobody named", format!("command=check&txn_id=1&account={}&sum={s}", unnamed.number), 7),
        ("a sum with a comma", format!("command=check&txn_id=1&account={n}&sum=10,45"), 300),
        ("a sum below nothing", format!("command=check&txn_id=1&account={n}&sum=-5"), 300),
        ("no transaction", format!("command=check&account={n}&sum={s}"), 300),
        ("a transaction of 21 digits", format!("command=check&txn_id=123456789012345678901&account={n}&sum={s}"), 300),
        ("a transaction of letters", format!("command=check&txn_id=1a&account={n}&sum={s}"), 300),
        ("two accounts", format!("command=check&txn_id=1&account={n}&account={n}&sum={s}"), 300),
        ("no command", format!("txn_id=1&account={n}&sum={s}"), 300),
        ("a command that there is not", format!("command=refund&txn_id=1&account={n}&sum={s}"), 300),
        ("a command in capitals", format!("command=CHECK&txn_id=1&account={n}&sum={s}"), 300),
        ("nothing", String::new(), 300),
        ("noise", "%00%ff&&==&%zz".into(), 300),
    ];
    for (what, query, result) in &table {
        let heard = terminal.raw(query).await;
        assert_eq!(heard.result(), *result, "{what}: {}", heard.body);
        assert_eq!(heard.part("prv_txn"), "", "{what}: a check registers nothing");
    }
    // What is due is told where it is known, also to who offers another sum.
    let heard = terminal.check(n, &less).await;
    assert_eq!(heard.part("sum"), s);
    assert!(heard.body.contains("Karakol — Bishkek, 02.12.2026"), "{}", heard.body);
    let people = app.database_holds("Айгүл").await;
    assert!(
        people && !heard.body.contains("Айгүл") && !heard.body.contains("aigul"),
        "nobody is named: {}",
        heard.body
    );
    // Nothing was registered, nothing was paid.
    assert_eq!(app.count("SELECT id FROM terminal_payment").await, 1);
    assert_eq!(held.status().await, "HELD");
    // Time is over, or given up.
    let given_up = ready(&app).await;
    let release = "mutation($i: ReleaseOrderInput!) { releaseOrder(input: $i) { __typename } }";
    given_up.customer.send(release, json!({ "i": { "order": given_up.order.reference() } })).await;
    assert_eq!(terminal.check(&given_up.order.number, &given_up.sum()).await.result(), 79);
    app.advance(TimeDelta::minutes(16));
    assert_eq!(terminal.check(n, &s).await.result(), 79);
    app.done().await;
}

#[tokio::test]
async fn a_payment_buys_once_and_is_answered_the_same() {
    let app = TestApp::new().await;
    network(&app, json!({})).await;
    let terminal = Terminal::at(&app);
    let one = ready(&app).await;
    let n = one.order.number.as_str();
    let paid = terminal.pay("00000000000000000012", n, &one.sum()).await;
    assert_eq!(paid.result(), 0, "{}", paid.body);
    assert_eq!((paid.part("osmp_txn_id"), paid.part("sum")), ("00000000000000000012".to_owned(), one.sum()));
    assert!(paid.part("prv_txn").parse::<u64>().unwrap() > 0);
    let order = one.order().await;
    assert_eq!((&order["status"], &order["channel"]), (&json!("PAID"), &json!("WEB")));
    let payment = &order["payments"][0];
    assert_eq!((&payment["method"], &payment["state"]), (&json!("terminal:pay24"), &json!("PAID")));
    assert_eq!(payment["methodName"], "pay24 terminals");
    assert_eq!(order["segments"][0]["lines"][0]["ticket"]["valid"], true);
    app.run_jobs().await;
    assert!(!app.messages().await.is_empty(), "the tickets are sent");
    // By POST, in another form of the number and of the sum, days later: the same to the byte.
    app.advance(TimeDelta::days(2));
    let bare = n.replace('-', " ").to_lowercase();
    for account in [n, bare.as_str()] {
        let parameters =
            [("command", "pay"), ("txn_id", "00000000000000000012"), ("account", account), ("sum", &one.sum())];
        assert_eq!(terminal.post(&parameters).await, paid);
    }
    // The same transaction with another account or sum is refused, and stands in the list.
    let other = ready(&app).await;
    for (account, sum) in [(other.order.number.as_str(), one.sum()), (n, written(one.minor + 1))] {
        let heard = terminal.pay("00000000000000000012", account, &sum).await;
        assert_eq!(heard.result(), 300, "{}", heard.body);
    }
    assert_eq!(other.status().await, "HELD");
    assert_eq!(app.count("SELECT id FROM terminal_request WHERE outcome = 'OTHER' AND trouble").await, 2);
    // Other digits are another transaction.
    assert_eq!(terminal.pay("12", n, &one.sum()).await.result(), 79);
    assert_eq!(app.count("SELECT id FROM payment WHERE method = 'terminal:pay24'").await, 1);
    app.done().await;
}

/// What cannot be bought is refused for good: nothing is booked, and the refusal is answered again when the order could be
/// paid by then.
#[tokio::test]
async fn every_refused_payment_has_its_number_and_books_nothing() {
    let app = TestApp::new().await;
    network(&app, json!({})).await;
    let terminal = Terminal::at(&app);
    let one = ready(&app).await;
    let unnamed_customer = app.visitor();
    let unnamed = unnamed_customer.hold(&[app.ride("501").await], 1, None).await;
    let (n, s) = (one.order.number.as_str(), one.sum());
    let table = [
        ("1", "0555123456", s.clone(), 4),
        ("2", "BK-AAAA-AAAA", s.clone(), 5),
        ("3", n, written(one.minor - 1), 241),
        ("4", n, written(one.minor + 10_001), 242),
        ("5", unnamed.number.as_str(), s.clone(), 7),
        ("6", n, "0.00".into(), 241),
    ];
    let mut told = Vec::new();
    for (txn, account, sum, result) in &table {
        let heard = terminal.pay(txn, account, sum).await;
        assert_eq!(heard.result(), *result, "{txn}: {}", heard.body);
        told.push(heard);
    }
    // These are not written as the protocol says: there is no transaction.
    for query in [
        format!("command=pay&txn_id=7&account={n}&sum=ten"),
        format!("command=pay&txn_id=7&account={n}"),
        format!("command=pay&txn_id=7&account={n}&sum={s}&txn_date=2026-12-01"),
        format!("command=pay&txn_id=7&sum={s}"),
        format!("command=pay&txn_id=seven&account={n}&sum={s}"),
        format!("command=pay&account={n}&sum={s}"),
        format!("command=pay&txn_id=7&txn_id=8&account={n}&sum={s}"),
    ] {
        assert_eq!(terminal.raw(&query).await.result(), 300, "{query}");
    }
    assert_eq!(app.count("SELECT id FROM terminal_payment").await, 6);
    assert_eq!(app.count("SELECT id FROM payment").await, 0);
    assert_eq!(app.count("SELECT id FROM posting").await, 0);
    assert_eq!(one.status().await, "HELD");
    // Named meanwhile, but the cash of that transaction went back.
    unnamed_customer.name(&unnamed).await;
    for ((txn, account, sum, _), before) in table.iter().zip(&told) {
        assert_eq!(&terminal.pay(txn, account, sum).await, before);
    }
    assert_eq!(terminal.pay("8", n, &s).await.result(), 0, "another transaction pays");
    app.done().await;
}

/// The order's time ends between `check` and `pay`.
#[tokio::test]
async fn money_that_comes_late_buys_free_seats_or_is_refused() {
    let app = TestApp::new().await;
    network(&app, json!({})).await;
    let terminal = Terminal::at(&app);
    let ride = app.ride_after("501", TimeDelta::hours(24)).await;
    let held = async |seat: &str| {
        let customer = app.visitor();
        let order = customer.hold(std::slice::from_ref(&ride), 1, Some(&[seat])).await;
        let minor = crate::exchange::amount(&customer.name(&order).await["order"]["total"]);
        Ready { customer, order, minor }
    };
    let (free, gone, swept) = (held("5").await, held("6").await, held("7").await);
    for order in [&free, &gone, &swept] {
        assert_eq!(terminal.check(&order.order.number, &order.sum()).await.result(), 0);
    }
    app.advance(TimeDelta::minutes(20));
    let faster = held("6").await;
    let late = terminal.pay("1", &free.order.number, &free.sum()).await;
    assert_eq!(late.result(), 0, "the seat is free: {}", late.body);
    let refused = terminal.pay("2", &gone.order.number, &gone.sum()).await;
    assert_eq!(refused.result(), 7, "the seat is another's: {}", refused.body);
    assert_eq!(terminal.pay("2", &gone.order.number, &gone.sum()).await, refused);
    api::features::order::sweep(&app.app).await.unwrap();
    assert_eq!(terminal.pay("3", &swept.order.number, &swept.sum()).await.result(), 0);
    assert_eq!(terminal.pay("4", &faster.order.number, &faster.sum()).await.result(), 0);
    assert_eq!((free.status().await.as_str(), gone.status().await.as_str()), ("PAID", "EXPIRED"));
    assert_eq!(app.count("SELECT id FROM payment").await, 3);
    assert_eq!(app.count("SELECT id FROM refund").await, 0);
    // The trip is gone.
    let late = held("8").await;
    app.advance(TimeDelta::hours(40));
    assert_eq!(terminal.pay("5", &late.order.number, &late.sum()).await.result(), 7);
    assert_eq!(app.count("SELECT id FROM payment").await, 3);
    app.done().await;
}

#[tokio::test]
async fn an_order_is_paid_once_whoever_is_faster() {
    let app = TestApp::new().await;
    network(&app, json!({})).await;
    let terminal = Terminal::at(&app);
    let one = ready(&app).await;
    assert_eq!(terminal.check(&one.order.number, &one.sum()).await.result(), 0);
    let started = one.customer.try_pay(&one.order).await;
    one.customer.at_bank(started["payment"]["redirectUrl"].as_str().unwrap(), "pay").await;
    app.run_jobs().await;
    assert_eq!(terminal.pay("1", &one.order.number, &one.sum()).await.result(), 79, "the bank was faster");
    let two = ready(&app).await;
    let started = two.customer.try_pay(&two.order).await;
    assert_eq!(terminal.pay("2", &two.order.number, &two.sum()).await.result(), 0);
    two.customer.at_bank(started["payment"]["redirectUrl"].as_str().unwrap(), "pay").await;
    app.run_jobs().await;
    let refunds = two.order().await["refunds"].clone();
    assert_eq!(refunds[0]["state"], "DONE", "the bank's money went back: {refunds}");
    app.done().await;
}

/// What differs between networks is data.
#[tokio::test]
async fn a_network_has_numbers_and_forms_of_its_own() {
    let app = TestApp::new().await;
    let results = json!([
        { "outcome": "OK", "number": 200 }, { "outcome": "NO_ACCOUNT", "number": 404 }, { "outcome": "TOO_SMALL", "number": 12 },
    ]);
    let more = json!({ "results": results, "sumForm": "MINOR", "cancels": false, "tellsStatus": false });
    network(&app, more).await;
    let terminal = Terminal::at(&app);
    let one = ready(&app).await;
    let (n, minor) = (one.order.number.as_str(), one.minor.to_string());
    assert_eq!(terminal.check(n, &minor).await.result(), 200);
    assert_eq!(terminal.check("BK-AAAA-AAAA", &minor).await.result(), 404);
    assert_eq!(terminal.check(n, &(one.minor - 1).to_string()).await.result(), 12);
    assert_eq!(terminal.check(n, &one.sum()).await.result(), 300, "not in this form");
    let paid = terminal.pay("1", n, &minor).await;
    assert_eq!((paid.result(), paid.part("sum")), (200, minor));
    assert_eq!(terminal.cancel("1").await.result(), 300, "this network cancels nothing");
    assert_eq!(terminal.status("1").await.result(), 300);
    app.done().await;
}

/// Trouble of ours is number 1: nothing was done, and the same transaction pays when it has passed.
#[tokio::test]
async fn what_could_not_be_done_is_asked_again() {
    let app = TestApp::new().await;
    network(&app, json!({ "results": [{ "outcome": "TEMPORARY", "number": 77 }] })).await;
    let terminal = Terminal::at(&app);
    let one = ready(&app).await;
    let (n, s) = (one.order.number.as_str(), one.sum());
    app.break_by_hand("ALTER TABLE posting_line RENAME TO posting_line_away").await;
    let trouble = terminal.pay("1", n, &s).await;
    assert_eq!(trouble.result(), 77, "{}", trouble.body);
    assert_eq!(trouble.part("osmp_txn_id"), "1");
    app.break_by_hand("ALTER TABLE posting_line_away RENAME TO posting_line").await;
    assert_eq!(app.count("SELECT id FROM payment").await, 0);
    assert_eq!(terminal.status("1").await.result(), 300, "there is no such transaction");
    assert_eq!(app.count("SELECT id FROM terminal_request WHERE outcome = 'TEMPORARY' AND trouble").await, 1);
    // Where not even the network can be read, the family's number is told.
    app.break_by_hand("ALTER TABLE terminal_network RENAME TO terminal_network_away").await;
    assert_eq!(terminal.pay("1", n, &s).await.result(), 1);
    app.break_by_hand("ALTER TABLE terminal_network_away RENAME TO terminal_network").await;
    assert_eq!(terminal.pay("1", n, &s).await.result(), 0);
    app.done().await;
}
