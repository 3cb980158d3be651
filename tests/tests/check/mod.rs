//! Each rule is broken by hand and has to be named.

use tests::TestApp;

/// A database with a paid, a partly refunded and a held order, on which every rule holds.
async fn sold() -> TestApp {
    let app = TestApp::new().await;
    let ride = app.ride_after("501", tests::TimeDelta::hours(30)).await;
    let ana = app.visitor();
    ana.buy(&app, std::slice::from_ref(&ride), 2).await;
    let order = ana.buy(&app, std::slice::from_ref(&ride), 2).await;
    let seen = ana.order(&order).await;
    let quote = ana.quote(&order, &[seen["segments"][0]["lines"][0]["id"].as_str().unwrap()]).await;
    ana.confirm(&order, quote["quote"]["id"].as_str().unwrap(), "key-of-the-checks-refund").await;
    ana.hold(&[ride], 1, None).await;
    app.run_jobs().await;
    assert_eq!(app.violations().await, []);
    app
}

async fn check(rule: u8, name: &str, statements: &[&str]) {
    let app = sold().await;
    for statement in statements {
        app.break_by_hand(statement).await;
    }
    let violations = app.violations().await;
    let named = violations.iter().any(|violation| violation.rule == rule && violation.what.starts_with(name));
    assert!(named, "rule {rule}, {name}: {violations:?}");
    app.discard().await;
}

#[tokio::test]
async fn a_seat_claimed_twice() {
    // The primary key refuses it, so it goes first.
    let statements = [
        "CREATE TABLE claim_copy AS SELECT * FROM claim",
        "DROP TABLE claim",
        "ALTER TABLE claim_copy RENAME TO claim",
        "INSERT INTO claim SELECT * FROM claim WHERE leg = 0",
    ];
    check(1, "a seat of a space is claimed twice on a leg", &statements).await;
}

#[tokio::test]
async fn a_line_without_a_leg() {
    check(2, "a line that was issued has not all of its legs", &["DELETE FROM claim WHERE leg = 3"]).await;
}

#[tokio::test]
async fn a_claim_without_a_sale() {
    let statement = "UPDATE claim SET held_until = NULL WHERE held_until IS NOT NULL";
    check(2, "a claim is kept for good by a line that is not sold", &[statement]).await;
    let statement = "UPDATE order_line SET state = 'RELEASED' WHERE state = 'HELD'";
    check(2, "a claim holds for a line that holds nothing", &[statement]).await;
    let statement = "UPDATE order_line SET seat = seat + 1 WHERE seat IS NOT NULL AND state = 'ISSUED'";
    check(2, "a line sits on another seat than its claims", &[statement]).await;
}

#[tokio::test]
async fn a_sale_without_its_ticket_or_money() {
    check(3, "a line that was issued has no good ticket", &["DELETE FROM ticket WHERE void_at IS NULL"]).await;
    check(3, "a ticket is good although its line is not sold", &["UPDATE ticket SET void_at = NULL"]).await;
    let app = sold().await;
    let refused =
        sea_orm::ConnectionTrait::execute_unprepared(app.app.db.writer(), "DELETE FROM posting WHERE kind = 'SALE'")
            .await;
    assert!(refused.is_err(), "the database itself keeps the ledger");
    app.discard().await;
}

/// Takes the ledger's own guard away first, as one with the database's password could.
fn unguarded(table: &str, statement: &str) -> Vec<String> {
    if std::env::var("TEST_DATABASE_URL").is_ok_and(|url| !url.is_empty()) {
        vec![format!("ALTER TABLE {table} DISABLE TRIGGER ALL"), statement.to_owned()]
    } else {
        vec![format!("DROP TRIGGER {table}_no_update"), format!("DROP TRIGGER {table}_no_delete"), statement.to_owned()]
    }
}

async fn check_unguarded(rule: u8, name: &str, table: &str, statement: &str) {
    let statements = unguarded(table, statement);
    let statements: Vec<&str> = statements.iter().map(String::as_str).collect();
    check(rule, name, &statements).await;
}

#[tokio::test]
async fn a_ledger_that_does_not_balance() {
    let off = "UPDATE posting_line SET amount_minor = amount_minor + 1 WHERE account = 'STATION_FEE'";
    check_unguarded(4, "a posting does not sum to zero", "posting_line", off).await;
    check_unguarded(4, "a posting has no lines", "posting_line", "DELETE FROM posting_line").await;
    check_unguarded(
        3,
        "a ticket has no money in the ledger",
        "posting",
        "UPDATE posting SET kind = 'GIFT' WHERE kind = 'SALE'",
    )
    .await;
    check_unguarded(10, "customers' money has no purpose", "posting", "DELETE FROM posting WHERE kind = 'SALE'").await;
    check_unguarded(
        3,
        "a payment is booked for another amount",
        "posting",
        "DELETE FROM posting WHERE kind = 'PAYMENT'",
    )
    .await;
}

#[tokio::test]
async fn an_audit_log_that_was_changed() {
    for (table, statement, words) in [
        ("audit", "UPDATE audit SET subject = 'order:0' WHERE number = 2", "entry 2 is not what was written"),
        ("audit", "UPDATE audit SET account_id = NULL WHERE number = 1", "entry 1 is not what was written"),
        ("audit", "DELETE FROM audit WHERE number = 2", "entry 2 is missing"),
        ("audit", "DELETE FROM audit WHERE number = 3", "entry 3 is missing"),
        ("audit", "UPDATE audit SET number = NULL, hash = NULL WHERE number = 3", "entry 3 is missing"),
        ("audit_head", "UPDATE audit_head SET number = 2", "the head is not that of the last entry"),
        ("audit_head", "UPDATE audit_head SET unchained = 1", "0 entries without a place, 1 are known"),
    ] {
        let app = TestApp::new().await;
        let clerk = app.staff("SUPPORT_AGENT").await;
        for _ in 0..3 {
            clerk.send("{ orders(first: 1) { nodes { number } } }", tests::json!({})).await.data("orders");
        }
        assert_eq!(app.violations().await, []);
        let statements = if table == "audit" { unguarded(table, statement) } else { vec![statement.to_owned()] };
        for statement in statements {
            app.break_by_hand(&statement).await;
        }
        let found: Vec<String> = app.violations().await.into_iter().map(|violation| violation.what).collect();
        assert_eq!(found, [format!("the audit log's chain is broken: {words}")], "{statement}");
        app.discard().await;
    }
}

#[tokio::test]
async fn an_audit_log_that_many_write_at_once() {
    let app = TestApp::new().await;
    let mut clerks = Vec::new();
    for role in ["SUPPORT_AGENT", "CASHIER", "DISPATCHER"] {
        clerks.push(app.staff(role).await);
    }
    let list = "{ orders(first: 1) { nodes { number } } }";
    let readings = (0..60).map(|n| clerks[n % clerks.len()].send(list, tests::json!({})));
    for answer in futures::future::join_all(readings).await {
        answer.data("orders");
    }
    assert_eq!(app.count("SELECT DISTINCT number FROM audit WHERE number BETWEEN 1 AND 60").await, 60);
    app.done().await;
}

#[tokio::test]
async fn amounts_that_are_not_explained() {
    check(5, "a price is not the sum of its parts", &["UPDATE order_line SET price_minor = price_minor + 1"]).await;
    check(5, "more was given back than was paid", &["UPDATE payment SET refunded_minor = amount_minor + 1"]).await;
    check(5, "an order has lines in another currency", &["UPDATE order_line SET currency = 'KZT'"]).await;
}

#[tokio::test]
async fn promises_that_nobody_keeps() {
    let statement =
        "UPDATE idempotency SET answer = '\"00000000-0000-0000-0000-000000000000\"' WHERE operation = 'holdSeats'";
    check(6, "an idempotency key remembers what does not exist", &[statement]).await;
    check(7, "a message waits and no job sends it", &["UPDATE message SET state = 'QUEUED'"]).await;
    check(
        7,
        "money is to go back and no job sends it",
        &["UPDATE refund SET state = 'PENDING' WHERE confirmed_at IS NOT NULL"],
    )
    .await;
}

#[tokio::test]
async fn money_that_bought_nothing() {
    let statement = "UPDATE posting SET source = 'gift:' || source WHERE kind = 'SALE'";
    check_unguarded(10, "money came and bought nothing", "posting", statement).await;
}

#[tokio::test]
async fn times_and_people() {
    check(8, "a ride arrives before it leaves", &["UPDATE order_segment SET arrives_at = '2020-01-01T00:00:00+00:00'"])
        .await;
    let statement = "UPDATE account SET deleted_at = '2026-01-01T00:00:00+00:00' WHERE role = 'CASHIER'";
    check(9, "a deleted account still names its person", &[statement]).await;
    let app = sold().await;
    app.break_by_hand("UPDATE order_passenger SET document_sealed = (SELECT document_sealed FROM order_passenger p WHERE p.document_sealed IS NOT NULL LIMIT 1) WHERE document_sealed IS NOT NULL").await;
    let violations = app.violations().await;
    assert!(violations.iter().any(|v| v.rule == 9 && v.what.starts_with("a document does not open")), "{violations:?}");
    app.discard().await;
}

/// A shift with a sale in cash and a ticket that was given back and paid out.
async fn at_desk() -> TestApp {
    let app = TestApp::new().await;
    let cashier = crate::shift::at_desk(&app).await;
    let (order, _) = crate::refund::pay_out_refunds::sold(&app, &cashier, 2).await;
    let lines = crate::exchange::seats(&cashier, &order).await;
    crate::refund::pay_out_refunds::give_back(&cashier, &order, &lines[..1], None, "give-back-for-check").await;
    crate::refund::pay_out_refunds::pay_out(&cashier, &order, "CASH", "pay-out-for-check").await;
    app.run_jobs().await;
    assert_eq!(app.violations().await, []);
    app
}

#[tokio::test]
async fn a_till_that_is_not_what_its_shift_says() {
    let off = "UPDATE cash_operation SET balance_minor = balance_minor + 1 WHERE position = 2";
    let gone = "DELETE FROM cash_operation WHERE kind = 'SALE'";
    let more = "UPDATE cash_operation SET amount_minor = amount_minor + 1 WHERE kind = 'FLOAT'";
    let unpaid = "DELETE FROM cash_operation WHERE kind = 'RETURN'";
    for (name, statement) in [
        ("cash of a shift does not add up", off),
        ("a till has another sum in the ledger than in its shifts", more),
        ("money of a payment or a refund by hand is in no shift", gone),
        ("money of a payment or a refund by hand is in no shift", unpaid),
        ("a closed shift has cash in its till", "UPDATE shift SET closed_at = opened_at"),
    ] {
        let app = at_desk().await;
        for statement in unguarded("cash_operation", statement) {
            app.break_by_hand(&statement).await;
        }
        let violations = app.violations().await;
        let named = violations.iter().any(|violation| violation.rule == 4 && violation.what.starts_with(name));
        assert!(named, "{name}: {violations:?}");
        app.discard().await;
    }
}

#[tokio::test]
async fn what_a_till_has_seen_is_never_changed() {
    let app = at_desk().await;
    for change in ["UPDATE cash_operation SET note = 'x'", "DELETE FROM cash_operation"] {
        let refused = sea_orm::ConnectionTrait::execute_unprepared(app.app.db.writer(), change).await;
        assert!(refused.is_err(), "{change}");
    }
    app.discard().await;
}

/// A request for a refund beyond the rules, which waits.
#[tokio::test]
async fn a_request_that_moved_before_a_second_person_said_yes() {
    for (name, statement) in [
        (
            "a refund that waits for a second person or was declined has moved something",
            "UPDATE refund SET confirmed_at = created_at WHERE state = 'WAITING_APPROVAL'",
        ),
        ("a refund beyond the rules was decided on by who asked for it", "UPDATE overrule SET decided_by = asked_by"),
        (
            "a refund beyond the rules stands elsewhere than its approval",
            "UPDATE refund SET state = 'PENDING' WHERE state = 'WAITING_APPROVAL'",
        ),
    ] {
        let app = TestApp::new().await;
        crate::refund::overrule_refund::approval_above(&app, 0).await;
        let order = app.visitor().buy(&app, &[app.ride_after("501", tests::TimeDelta::hours(30)).await], 1).await;
        let agent = app.staff("SUPPORT_AGENT").await;
        crate::refund::overrule_refund::asked(&agent, &order, "0", "asks-for-the-checks").await;
        app.run_jobs().await;
        assert_eq!(app.violations().await, []);
        app.break_by_hand(statement).await;
        let violations = app.violations().await;
        let named = violations.iter().any(|violation| violation.rule == 5 && violation.what.starts_with(name));
        assert!(named, "{name}: {violations:?}");
        app.discard().await;
    }
}

#[tokio::test]
async fn an_internal_account_that_does_not_add_up() {
    let name = "an internal account has another balance than its entries or the ledger say";
    for (rule, name, statement) in [
        (4, name, "UPDATE wallet SET balance_minor = balance_minor + 1"),
        (4, name, "UPDATE wallet_entry SET amount_minor = amount_minor - 1 WHERE kind = 'TOP_UP'"),
        (
            4,
            "a line of a statement shows another balance",
            "UPDATE wallet_entry SET balance_minor = 0 WHERE position = 2",
        ),
        (
            4,
            "money of an internal account was spent",
            "UPDATE wallet_entry SET payment_id = NULL WHERE kind = 'PURCHASE'",
        ),
    ] {
        let app = TestApp::new().await;
        let passenger = app.passenger().await;
        crate::wallet::filled(&app, &passenger, "3000").await;
        let order = passenger.hold(&[app.ride("501").await], 1, None).await;
        passenger.name(&order).await;
        crate::wallet::pay_from(&passenger, &order, "bought-for-the-checks").await;
        app.run_jobs().await;
        assert_eq!(app.violations().await, []);
        app.break_by_hand(statement).await;
        let violations = app.violations().await;
        let named = violations.iter().any(|one| one.rule == rule && one.what.starts_with(name));
        assert!(named, "{name}: {violations:?}");
        app.discard().await;
    }
}
