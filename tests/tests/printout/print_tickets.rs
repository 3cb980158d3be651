use tests::printer::{Mood, Printer};
use tests::{Actor, Bought, TestApp, Value, json};

use super::{ANSWER, put_printer};
use crate::refund::pay_out_refunds::sold;
use crate::shift::at_desk;

async fn print(cashier: &Actor, order: &Bought) -> Value {
    let query = format!("mutation($i: PrintTicketsInput!) {{ printTickets(input: $i) {ANSWER} }}");
    cashier.send(&query, json!({ "i": { "orderId": order.id } })).await.data("printTickets")
}

fn state(answer: &Value) -> &str {
    answer["printout"]["state"].as_str().unwrap_or_else(|| panic!("{answer}"))
}

/// What the codes of an order's valid tickets say.
async fn codes(cashier: &Actor, order: &Bought) -> Vec<String> {
    let seen = cashier.order(order).await;
    let mut codes = Vec::new();
    for segment in seen["segments"].as_array().unwrap() {
        for line in segment["lines"].as_array().unwrap() {
            codes.extend(line["ticket"]["qr"].as_str().map(ToOwned::to_owned));
        }
    }
    codes
}

#[tokio::test]
async fn tickets_come_out_one_by_one_with_codes_that_can_be_read() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let printer = Printer::start().await;
    let (order, _) = sold(&app, &cashier, 2).await;
    assert_eq!(print(&cashier, &order).await["fields"], json!([{ "path": "desk", "code": "NO_PRINTER" }]));
    put_printer(&manager, "1", Some(&printer.address), 80).await;

    assert_eq!(state(&print(&cashier, &order).await), "PRINTED");
    let papers = printer.take();
    assert_eq!(papers.len(), 2);
    let mut read: Vec<String> = papers.iter().map(|paper| paper.code().expect("a code that can be read")).collect();
    let mut expected = codes(&cashier, &order).await;
    read.sort_unstable();
    expected.sort_unstable();
    assert_eq!(read, expected);
    assert!(papers.iter().all(|paper| paper.width == 576));
    if let Ok(folder) = std::env::var("BEKET_SLIPS") {
        std::fs::write(format!("{folder}/ticket-80.png"), papers[0].picture()).unwrap();
    }

    // A second time each says that it is a copy: there is more on the paper.
    assert_eq!(state(&print(&cashier, &order).await), "PRINTED");
    let copies = printer.take();
    assert!(copies.iter().zip(&papers).all(|(copy, first)| copy.dots.len() > first.dots.len()));
    // Each printing is in the log, with how many there were before.
    let log = "{ auditEntries(first: 50, filter: { action: \"PRINT_TICKETS\" }) { nodes { after } } }";
    let log = app.staff("ADMINISTRATOR").await.send(log, json!({})).await.data("auditEntries");
    assert_eq!(log["nodes"].as_array().unwrap().len(), 2, "{log}");

    // Narrow paper, and a code as good.
    put_printer(&manager, "1", Some(&printer.address), 58).await;
    assert_eq!(state(&print(&cashier, &order).await), "PRINTED");
    let narrow = printer.take();
    assert!(narrow.iter().all(|paper| paper.width == 384 && paper.code().is_some()));
    if let Ok(folder) = std::env::var("BEKET_SLIPS") {
        std::fs::write(format!("{folder}/ticket-58.png"), narrow[0].picture()).unwrap();
        std::fs::write(format!("{folder}/copy-80.png"), copies[0].picture()).unwrap();
    }
    app.done().await;
}

#[tokio::test]
async fn a_printer_that_cannot_says_why_and_nothing_comes_out_twice_by_itself() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let printer = Printer::start().await;
    put_printer(&manager, "1", Some(&printer.address), 80).await;
    let (order, _) = sold(&app, &cashier, 1).await;
    for (mood, problem) in [
        (Mood::NoPaper, "NO_PAPER"),
        (Mood::CoverOpen, "COVER_OPEN"),
        (Mood::Stopped, "STOPPED"),
        (Mood::BreaksAfter(4_000), "BROKEN"),
    ] {
        printer.is(mood);
        let answer = print(&cashier, &order).await;
        assert_eq!((state(&answer), &answer["printout"]["problem"]), ("FAILED", &json!(problem)), "{answer}");
        assert!(answer["printout"]["problemText"].as_str().unwrap().len() > 20, "{answer}");
        assert!(printer.take().is_empty());
    }
    // What broke off may be on the paper, so this one is a copy; a small printer tells nothing and prints.
    printer.is(Mood::Mute);
    assert_eq!(state(&print(&cashier, &order).await), "TAKEN");
    let copy = loop {
        match printer.take().pop() {
            Some(paper) => break paper,
            None => tokio::time::sleep(std::time::Duration::from_millis(20)).await,
        }
    };
    assert!(copy.code().is_some() && copy.ink() > 0);

    let address = printer.address.clone();
    drop(printer);
    let answer = print(&cashier, &order).await;
    assert_eq!(answer["printout"]["problem"], "UNREACHABLE", "nobody listens at {address}: {answer}");
    app.done().await;
}

/// A printer that takes the connection and does nothing: the cashier is told within ten seconds, and others sell meanwhile.
#[tokio::test]
async fn a_printer_that_hangs_holds_nobody_up() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let printer = Printer::start().await;
    put_printer(&manager, "1", Some(&printer.address), 80).await;
    let (order, _) = sold(&app, &cashier, 1).await;
    printer.is(Mood::Hangs);
    let began = std::time::Instant::now();
    let (answer, sold_meanwhile) = futures::join!(print(&cashier, &order), async {
        let sale = sold(&app, &cashier, 1).await;
        (sale, began.elapsed())
    });
    assert!(began.elapsed() < std::time::Duration::from_secs(12), "{:?}", began.elapsed());
    // It has taken all and said nothing, like a small one: nobody can know.
    assert_eq!(state(&answer), "TAKEN");
    assert!(sold_meanwhile.0.1 > 0);
    app.done().await;
}

#[tokio::test]
async fn only_a_cashier_with_an_open_shift_prints_and_only_what_is_valid() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let printer = Printer::start().await;
    put_printer(&manager, "1", Some(&printer.address), 80).await;
    let held = crate::payment::take_payment::walk_in(&app, &cashier, 1).await;
    assert_eq!(print(&cashier, &held).await["fields"], json!([{ "path": "orderId", "code": "NO_TICKETS" }]));
    // What the site has sold is printed too, for who has lost the way to it.
    let online = app.visitor().buy(&app, &[app.ride("501").await], 1).await;
    assert_eq!(state(&print(&cashier, &online).await), "PRINTED");
    let admin = app.staff("ADMINISTRATOR").await;
    assert_eq!(print(&admin, &online).await["code"], "SHIFT_NEEDED");
    assert_eq!(printer.take().len(), 1);
    app.done().await;
}
