use tests::{TestApp, TimeDelta, json};

use super::{bought, cancel, company, debt, issue, transfer};
use crate::exchange::seats;
use crate::payment::take_payment::words;

#[tokio::test]
async fn an_invoice_lists_what_was_bought_and_the_next_one_goes_on_from_it() {
    let app = TestApp::new().await;
    let (accountant, made) = company(&app, json!({ "credit": "50000", "termDays": 14 })).await;
    let passenger = app.passenger().await;
    let empty = issue(&accountant, &made, json!({ "endsOn": app.today() })).await;
    assert_eq!(empty["fields"][0]["code"], "NOTHING_TO_INVOICE", "{empty}");
    let (_, cost) = bought(&app, &passenger, &made, "an-invoice-of-two-0001").await;
    let (second, other) = bought(&app, &passenger, &made, "an-invoice-of-two-0002").await;
    let line = seats(&passenger, &second).await[0]["id"].clone();
    let quote = passenger.quote(&second, &[line.as_str().unwrap()]).await["quote"]["id"].clone();
    passenger.confirm(&second, quote.as_str().unwrap(), "an-invoice-with-a-refund").await;
    app.run_jobs().await;
    transfer(&accountant, &made, "100", "an-invoice-with-a-transfer").await;

    let issued = issue(&accountant, &made, json!({ "endsOn": app.today() })).await;
    let invoice = &issued["invoice"];
    assert_eq!((&invoice["number"], &invoice["kind"]), (&json!(1), &json!("PERIOD")), "{issued}");
    assert_eq!((&invoice["startsOn"], &invoice["endsOn"]), (&json!(app.today()), &json!(app.today())));
    assert_eq!(invoice["dueOn"], json!(app.today() + TimeDelta::days(14)));
    let figures = &invoice["figures"];
    assert_eq!(figures["bought"]["amount"], format!("-{}", words(cost + other)), "{figures}");
    assert_eq!((&figures["opening"]["amount"], &figures["paid"]["amount"]), (&json!("0.00"), &json!("100.00")));
    // What is to be paid is what the account owes, to the last tyiyn.
    let owed = debt(&accountant, &made).await["owed"]["amount"].clone();
    assert_eq!(
        (&invoice["due"]["amount"], figures["closing"]["amount"].as_str().unwrap()),
        (&owed, format!("-{}", owed.as_str().unwrap()).as_str())
    );
    assert_ne!(figures["returned"]["amount"], "0.00");
    let kinds: Vec<_> =
        invoice["lines"].as_array().unwrap().iter().map(|line| line["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["PURCHASE", "PURCHASE", "REFUND", "TOP_UP"]);
    let line = &invoice["lines"][0];
    assert_eq!((&line["passengers"], &line["amount"]["amount"]), (&json!(1), &json!(format!("-{}", words(cost)))));
    assert!(line["trip"].as_str().unwrap().starts_with("501 "), "{line}");
    // What was given back is of the second order.
    let order = |n: usize| &invoice["lines"][n]["orderNumber"];
    assert!(order(1) == order(2) && order(0) != order(1), "{invoice}");

    // Of the same day, later: only what has come since.
    let (_, third) = bought(&app, &passenger, &made, "an-invoice-of-one-0003").await;
    let next = issue(&accountant, &made, json!({ "endsOn": app.today() })).await["invoice"].clone();
    assert_eq!((&next["number"], next["lines"].as_array().unwrap().len()), (&json!(2), 1));
    assert_eq!(next["figures"]["opening"], figures["closing"]);
    assert_eq!(next["figures"]["bought"]["amount"], format!("-{}", words(third)));

    // What was issued stays as it was, whatever is bought, renamed or cancelled later.
    let query = "query($id: ID!) { company(id: $id) { invoices { nodes { number cancelledAt due { amount } figures { bought { amount } } } } } }";
    cancel(&accountant, &next).await;
    let nodes = accountant.send(query, json!({ "id": made["id"] })).await.data("company")["invoices"]["nodes"].clone();
    assert_eq!((&nodes[0]["number"], &nodes[1]["number"]), (&json!(2), &json!(1)));
    assert_eq!((&nodes[1]["due"], &nodes[1]["figures"]["bought"]), (&invoice["due"], &figures["bought"]));
    assert!(!nodes[0]["cancelledAt"].is_null() && nodes[1]["cancelledAt"].is_null());
    // Instead of a cancelled one: with its lines, and a number of its own.
    let again = issue(&accountant, &made, json!({ "endsOn": app.today() })).await["invoice"].clone();
    assert_eq!((&again["number"], &again["lines"]), (&json!(3), &next["lines"]));
    app.done().await;
}

#[tokio::test]
async fn an_advance_is_asked_for_and_every_mistake_stands_at_its_field() {
    let app = TestApp::new().await;
    let (accountant, made) = company(&app, json!({})).await;
    let asked = issue(&accountant, &made, json!({ "advance": "15000.50" })).await["invoice"].clone();
    assert_eq!((&asked["kind"], &asked["due"]["amount"]), (&json!("ADVANCE"), &json!("15000.50")));
    assert_eq!((&asked["figures"], &asked["endsOn"], &asked["lines"]), (&json!(null), &json!(null), &json!([])));
    let (today, tomorrow) = (app.today(), app.today().succ_opt().unwrap());
    transfer(&accountant, &made, "15000.50", "an-advance-that-was-paid").await;
    assert_eq!(issue(&accountant, &made, json!({ "endsOn": today })).await["invoice"]["due"]["amount"], "0.00");
    for (what, path, code) in [
        (json!({}), "endsOn", "DAY_OR_ADVANCE"),
        (json!({ "endsOn": today, "advance": "1" }), "endsOn", "DAY_OR_ADVANCE"),
        (json!({ "endsOn": tomorrow }), "endsOn", "IN_FUTURE"),
        (json!({ "endsOn": today.pred_opt() }), "endsOn", "BEFORE_LAST_INVOICE"),
        (json!({ "advance": "0" }), "advance", "ABOVE_ZERO"),
        (json!({ "advance": "1.001" }), "advance", "AMOUNT"),
    ] {
        let wrong = issue(&accountant, &made, what.clone()).await;
        assert_eq!((&wrong["fields"][0]["path"], &wrong["fields"][0]["code"]), (&json!(path), &json!(code)), "{what}");
    }
    app.done().await;
}

#[tokio::test]
async fn a_debt_is_overdue_after_the_contract_s_days() {
    let app = TestApp::new().await;
    let (accountant, made) = company(&app, json!({ "credit": "50000", "termDays": 1 })).await;
    assert_eq!(debt(&accountant, &made).await, json!(null));
    let passenger = app.passenger().await;
    let (_, cost) = bought(&app, &passenger, &made, "a-debt-that-grows-old-01").await;
    let owed = debt(&accountant, &made).await;
    assert_eq!((&owed["owed"]["amount"], &owed["overdue"]["amount"]), (&json!(words(cost)), &json!("0.00")));
    app.advance(TimeDelta::days(2));
    let accountant = app.staff("ACCOUNTANT").await;
    let late = debt(&accountant, &made).await;
    assert_eq!(late["overdue"]["amount"], words(cost));
    transfer(&accountant, &made, &words(cost), "a-debt-that-was-paid-001").await;
    assert_eq!(debt(&accountant, &made).await, json!(null));
    app.done().await;
}
