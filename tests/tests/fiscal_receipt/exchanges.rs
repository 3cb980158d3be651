use tests::{TestApp, json};

use crate::exchange::{amount, confirm, offered, rides, seats};
use crate::fiscal_register::recording;

/// What the old ticket brings pays for the new one: a return and a sale at once, and the rest when its money moves.
#[tokio::test]
async fn a_cheaper_ticket_is_a_return_a_sale_and_the_return_of_the_rest() {
    let app = TestApp::new().await;
    let (register, _) = recording(&app).await;
    let ana = app.visitor();
    let (today, _, short) = rides(&app).await;
    let order = ana.buy(&app, std::slice::from_ref(&today), 1).await;
    let before = amount(&ana.order(&order).await["total"]);
    let agent = app.staff("SUPPORT_AGENT").await;
    let lines = seats(&ana, &order).await;
    let seat = lines[0]["seat"].as_str().unwrap().to_owned();
    let offer = offered(&agent, &order, &lines, &short, Some(&[&seat])).await;
    let back = -amount(&offer["difference"]);
    confirm(&agent, &order, &offer, "fiscal-exchange-01", json!({})).await;
    app.run_jobs().await;
    let now = amount(&ana.order(&order).await["total"]);
    assert_eq!(
        register.sums(),
        [
            ("SALE".to_owned(), before, 0, before, 0),
            ("RETURN".to_owned(), now, 0, 0, now),
            ("SALE".to_owned(), now, 0, 0, now),
            ("RETURN".to_owned(), back, 0, back, 0),
        ]
    );
    app.done().await;
}

/// A dearer one is paid by the old one and by the difference.
#[tokio::test]
async fn a_dearer_ticket_is_paid_by_the_old_one_and_the_difference() {
    let app = TestApp::new().await;
    let (register, _) = recording(&app).await;
    let ana = app.visitor();
    let (_, tomorrow, short) = rides(&app).await;
    let order = ana.buy(&app, std::slice::from_ref(&short), 1).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let lines = seats(&ana, &order).await;
    let offer = offered(&agent, &order, &lines, &tomorrow, Some(&["12"])).await;
    let (difference, credit) = (amount(&offer["difference"]), amount(&offer["lines"][0]["credit"]));
    assert!(difference > 0, "{offer}");
    confirm(&agent, &order, &offer, "fiscal-exchange-02", json!({})).await;
    let redirect = ana.try_pay(&order).await["payment"]["redirectUrl"].as_str().unwrap().to_owned();
    ana.at_bank(&redirect, "pay").await;
    app.run_jobs().await;
    let sums = register.sums();
    assert_eq!(
        sums[1..],
        [("RETURN".to_owned(), credit, 0, 0, credit), ("SALE".to_owned(), credit + difference, 0, difference, credit),]
    );
    app.done().await;
}
