//! Many at once: what the terminals were told is counted, not rows.

use std::collections::{BTreeMap, BTreeSet};

use futures::future::join_all;
use tests::{Ride, TestApp, TimeDelta, json};

use super::{Heard, Ready, Terminal, network, ready, ready_on};

/// What is wrong with the answers to transactions that were each asked for several times.
fn wrong(answers: &[(String, Heard)]) -> Vec<String> {
    let mut by_txn: BTreeMap<&str, BTreeSet<(u16, &str)>> = BTreeMap::new();
    for (txn, heard) in answers {
        by_txn.entry(txn).or_default().insert((heard.status, &heard.body));
    }
    let mut wrong: Vec<String> =
        by_txn.iter().filter(|(_, told)| told.len() != 1).map(|(txn, told)| format!("{txn}: {told:?}")).collect();
    let numbers: BTreeSet<String> = answers.iter().map(|(_, heard)| heard.part("prv_txn")).collect();
    if numbers.len() != by_txn.len() {
        wrong.push(format!("{} numbers for {} transactions", numbers.len(), by_txn.len()));
    }
    wrong
}

async fn hundred(app: &TestApp) -> Vec<Ready> {
    let mut rides: BTreeMap<String, Ride> = BTreeMap::new();
    for hours in 4..60 {
        let ride = app.ride_after("501", TimeDelta::hours(hours)).await;
        rides.insert(ride.id(), ride);
    }
    let mut orders = Vec::new();
    for ride in rides.values().cycle().take(100) {
        orders.push(ready_on(app, ride, 1).await);
    }
    orders
}

/// At two servers, where the bus is shared: what one is asked first, the other is asked too.
#[tokio::test]
async fn a_thousand_payments_of_a_hundred_transactions() {
    let app = TestApp::new().await;
    network(&app, json!({})).await;
    let other = app.replica().await;
    let servers: Vec<Terminal> = [Some(&app), other.as_ref()].into_iter().flatten().map(Terminal::at).collect();
    let orders = hundred(&app).await;
    let asked = (0..1_000).map(|n| {
        let (terminal, order) = (servers[n / 100 % servers.len()].clone(), &orders[n % 100]);
        let (txn, number, sum) = (format!("{}", 5_000 + n % 100), order.order.number.clone(), order.sum());
        async move { (txn.clone(), terminal.pay(&txn, &number, &sum).await) }
    });
    let answers = join_all(asked).await;
    assert_eq!(answers.len(), 1_000);
    assert!(
        answers.iter().all(|(_, heard)| heard.result() == 0),
        "{:?}",
        answers.iter().find(|(_, h)| h.result() != 0)
    );
    assert_eq!(wrong(&answers), [""; 0]);
    for order in &orders {
        let seen = order.order().await;
        assert_eq!((&seen["status"], seen["payments"].as_array().unwrap().len()), (&json!("PAID"), 1), "{seen}");
    }
    let due: i64 = orders.iter().map(|order| order.minor).sum();
    let owed =
        "SELECT SUM(amount_minor) AS owed FROM posting_line WHERE account IN ('GATEWAY:terminal:pay24', 'GATEWAY_FEE')";
    assert_eq!(app.count(&format!("SELECT owed FROM ({owed}) o WHERE owed = {due}")).await, 1, "{due} is owed");
    if let Some(other) = other {
        other.stop_only().await;
    }
    app.done().await;
}

/// Positive control: where each request is a transaction of its own, the same answers are found wrong.
#[tokio::test]
async fn requests_that_are_not_recognised_are_seen() {
    let app = TestApp::new().await;
    network(&app, json!({})).await;
    let terminal = Terminal::at(&app);
    let one = ready(&app).await;
    let (number, sum) = (one.order.number.as_str(), one.sum());
    let asked = (0..20).map(|n| {
        let (terminal, sum) = (terminal.clone(), sum.as_str());
        async move { ("1".to_owned(), terminal.pay(&format!("{n}"), number, sum).await) }
    });
    let answers = join_all(asked).await;
    assert_eq!(wrong(&answers).len(), 2, "{:?}", wrong(&answers));
    // Twenty transactions for one order: one buys, the others are told that it is paid.
    let results: Vec<i32> = answers.iter().map(|(_, heard)| heard.result()).collect();
    assert_eq!(results.iter().filter(|result| **result == 0).count(), 1, "{results:?}");
    assert_eq!(results.iter().filter(|result| **result == 79).count(), 19, "{results:?}");
    app.done().await;
}

/// A payment and its cancel at once, five of each: either it was paid and cancelled, or it was never paid.
#[tokio::test]
async fn a_payment_races_its_cancel() {
    let app = TestApp::new().await;
    network(&app, json!({})).await;
    let terminal = Terminal::at(&app);
    for round in 0..8 {
        let one = ready(&app).await;
        let (number, sum, txn) = (one.order.number.as_str(), one.sum(), format!("{}", 70 + round));
        let asked = (0..10).map(|n| {
            let (terminal, sum, txn) = (terminal.clone(), sum.as_str(), txn.as_str());
            async move {
                if (n + round) % 2 == 0 { terminal.cancel(txn).await } else { terminal.pay(txn, number, sum).await }
            }
        });
        let told = join_all(asked).await;
        for (n, heard) in told.iter().enumerate() {
            let cancel = (n + round) % 2 == 0;
            assert!(heard.result() == 0 || !cancel && heard.result() == 7, "{cancel}: {}", heard.body);
        }
        let (status, after) = (one.status().await, terminal.status(&txn).await);
        assert_eq!(after.result(), 7, "the end is the same: {}", after.body);
        assert!(["HELD", "REFUNDED"].contains(&status.as_str()), "{status}");
    }
    app.done().await;
}

/// Two at once for the last seat, whose holds have both ended: one has the ticket, the other the cash.
#[tokio::test]
async fn late_payments_race_for_a_seat() {
    let app = TestApp::new().await;
    network(&app, json!({})).await;
    let terminal = Terminal::at(&app);
    let ride = app.ride_after("501", TimeDelta::hours(24)).await;
    let mut late = Vec::new();
    for _ in 0..4 {
        let customer = app.visitor();
        let order = customer.hold(std::slice::from_ref(&ride), 1, Some(&["9"])).await;
        let minor = crate::exchange::amount(&customer.name(&order).await["order"]["total"]);
        late.push(Ready { customer, order, minor });
        app.advance(TimeDelta::minutes(20));
    }
    let asked = late.iter().zip(1..).map(|(one, n)| {
        let (terminal, sum, number) = (terminal.clone(), one.sum(), one.order.number.clone());
        async move { terminal.pay(&format!("{n}"), &number, &sum).await.result() }
    });
    let mut results = join_all(asked).await;
    results.sort_unstable();
    assert_eq!(results, [0, 7, 7, 7]);
    app.done().await;
}

/// Who asks for a transaction that is being worked on for longer than one can wait is told so. PostgreSQL alone: on SQLite
/// nobody waits for a row.
#[tokio::test]
async fn a_transaction_that_takes_too_long_is_in_progress() {
    use sea_orm::{ConnectionTrait, TransactionTrait};
    let app = TestApp::new().await;
    if app.app.db.is_sqlite() {
        return app.done().await;
    }
    network(&app, json!({})).await;
    let terminal = Terminal::at(&app);
    let one = ready(&app).await;
    let other = app.app.db.writer().begin().await.unwrap();
    let row = "INSERT INTO terminal_payment (id, network_id, txn, number, account, sum_minor, state, outcome, fee_minor, answer, made_at) \
        SELECT id, id, '1', 1, '', 0, 'REFUSED', 'OTHER', 0, '', made_at FROM terminal_network";
    other.execute_unprepared(row).await.unwrap();
    let (sum, cancelled) = (one.sum(), terminal.clone());
    let asked = [terminal.pay("1", &one.order.number, &sum)];
    let (paid, told, cancelled) = tokio::join!(join_all(asked), terminal.status("1"), cancelled.cancel("1"));
    assert_eq!((paid[0].result(), told.result(), cancelled.result()), (90, 90, 90));
    other.rollback().await.unwrap();
    assert_eq!(terminal.pay("1", &one.order.number, &sum).await.result(), 0, "asked again, it is paid");
    app.done().await;
}
