//! Digits alone name an account at a terminal.

use futures::future::join_all;
use tests::{TestApp, json};

use super::{balance, entry, opened, pay_from, statement};
use crate::terminal_network::{Terminal, network};

#[tokio::test]
async fn an_account_is_filled_at_a_terminal_once() {
    let app = TestApp::new().await;
    network(&app, json!({})).await;
    let passenger = app.passenger().await;
    let number = opened(&passenger).await["number"].as_str().unwrap().to_owned();
    let terminal = Terminal::at(&app);
    let checked = terminal.check(&number, "200.00").await;
    assert_eq!(checked.result(), 0, "{checked:?}");
    assert!(checked.body.contains(&number), "{}", checked.body);
    let mistyped = format!("{}{}", &number[..9], (number.as_bytes()[9] - b'0' + 1) % 10);
    assert_eq!(terminal.check(&mistyped, "200.00").await.result(), 4);
    let unknown = domain::wallet::number("00000000");
    assert_eq!(terminal.check(&unknown, "200.00").await.result(), 5);
    assert_eq!(terminal.pay("76", &unknown, "200.00").await.result(), 5);
    assert_eq!(terminal.check(&number, "9.99").await.result(), 241);
    assert_eq!(terminal.check(&number, "5000.01").await.result(), 242);
    let spaced = format!("{} {} {}", &number[..3], &number[3..6], &number[6..]);
    let (one, other) = (terminal.clone(), terminal.clone());
    let told = join_all((0..6).map(|n| {
        let (terminal, account) = if n % 2 == 0 { (one.clone(), &number) } else { (other.clone(), &spaced) };
        async move { terminal.pay("77", account, "200.00").await }
    }))
    .await;
    assert!(told.iter().all(|heard| heard == &told[0] && heard.result() == 0), "{told:?}");
    assert_eq!(balance(&passenger).await, "200.00");
    assert_eq!(terminal.pay("77", &number, "201.00").await.result(), 300);
    assert_eq!(terminal.pay("78", &number, "55.50").await.result(), 0);
    assert_eq!(balance(&passenger).await, "255.50");
    app.done().await;
}

#[tokio::test]
async fn a_top_up_is_taken_back_while_it_is_there() {
    let app = TestApp::new().await;
    network(&app, json!({})).await;
    let passenger = app.passenger().await;
    let number = opened(&passenger).await["number"].as_str().unwrap().to_owned();
    let terminal = Terminal::at(&app);
    assert_eq!(terminal.pay("1", &number, "3000.00").await.result(), 0);
    assert_eq!(terminal.cancel("1").await.result(), 0);
    assert_eq!(terminal.cancel("1").await.result(), 0);
    assert_eq!(
        statement(&passenger).await,
        [entry("UNDONE", "-3000.00", "0.00"), entry("TOP_UP", "3000.00", "3000.00")]
    );
    assert_eq!(terminal.pay("2", &number, "3000.00").await.result(), 0);
    let order = passenger.hold(&[app.ride("501").await], 1, None).await;
    passenger.name(&order).await;
    assert_eq!(pay_from(&passenger, &order, "spent-before-it-is-taken").await["order"]["status"], "PAID");
    assert_ne!(terminal.cancel("2").await.result(), 0, "it was spent");
    app.done().await;
}
