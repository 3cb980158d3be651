use tests::post_office::{Mood, PostOffice, header};
use tests::{Actor, TestApp, TimeDelta, Value, json};

use crate::payment::take_payment::{take, total, words};
use crate::shift::at_desk;

async fn pending(cashier: &Actor) -> Value {
    cashier.send("{ myShift { pending { messages refunds } } }", json!({})).await.data("myShift")["pending"].clone()
}

/// An order of the site, reserved with a mail address, that is paid at the desk; its SMS has no way out here.
async fn sold_to_who_has_mail(app: &TestApp, cashier: &Actor, key: &str) -> Value {
    let ana = app.visitor();
    let order = ana.hold(&[app.ride("501").await], 1, None).await;
    ana.name(&order).await;
    let due = total(&ana, &order).await;
    take(cashier, &order, json!({ "cash": words(due) }), key).await["order"].clone()
}

#[tokio::test]
async fn a_desk_sells_while_the_mail_is_away_and_the_letters_go_out_later_once() {
    let office = PostOffice::start().await;
    let url = format!("smtp://{}", office.address);
    let app = TestApp::with(|config| config.smtp_url = Some(url)).await;
    let cashier = at_desk(&app).await;
    office.is(Mood::Closed);
    for key in ["mail-is-away-0001", "mail-is-away-0002"] {
        assert_eq!(sold_to_who_has_mail(&app, &cashier, key).await["status"], "PAID");
    }
    app.run_jobs().await;
    assert_eq!(pending(&cashier).await, json!({ "messages": 2, "refunds": 0 }));
    assert!(office.letters().is_empty());

    // It is back: each letter goes out once, with the tickets.
    office.is(Mood::Good);
    app.advance(TimeDelta::minutes(5));
    app.run_jobs().await;
    let cashier = app.staff("CASHIER").await;
    assert_eq!(pending(&cashier).await, json!({ "messages": 0, "refunds": 0 }));
    let letters = office.letters();
    assert_eq!(letters.len(), 2);
    for letter in &letters {
        assert_eq!(header(letter, "to"), "aigul@example.com");
        assert!(letter.contains("tickets.pdf") && letter.contains("trip.ics"), "{}", &letter[..600]);
    }
    assert_ne!(header(&letters[0], "message-id"), header(&letters[1], "message-id"));
    app.advance(TimeDelta::hours(1));
    app.run_jobs().await;
    assert_eq!(office.letters().len(), 2);
    app.done().await;
}

/// It took the letter and did not say so: it comes a second time, and says by its id that it is the same.
#[tokio::test]
async fn a_letter_that_was_taken_without_an_answer_comes_again_under_the_same_id() {
    let office = PostOffice::start().await;
    let url = format!("smtp://{}", office.address);
    let app = TestApp::with(|config| config.smtp_url = Some(url)).await;
    let cashier = at_desk(&app).await;
    office.is(Mood::Forgetful);
    assert_eq!(sold_to_who_has_mail(&app, &cashier, "forgetful-post-01").await["status"], "PAID");
    app.run_jobs().await;
    assert_eq!((office.letters().len(), pending(&cashier).await["messages"].clone()), (1, json!(1)));
    office.is(Mood::Good);
    app.advance(TimeDelta::minutes(5));
    app.run_jobs().await;
    let letters = office.letters();
    assert_eq!(letters.len(), 2);
    assert_eq!(header(&letters[0], "message-id"), header(&letters[1], "message-id"));
    assert!(!header(&letters[0], "message-id").is_empty());
    app.done().await;
}
