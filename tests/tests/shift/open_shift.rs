use futures::future::join_all;
use tests::{TestApp, json};

use super::{desk, mine, open};
use crate::staff::{change, person};

#[tokio::test]
async fn a_shift_begins_with_change() {
    let app = TestApp::new().await;
    let desk = desk(&app, "Бишкек", "3").await;
    let cashier = app.staff("CASHIER").await;
    let opened = open(&cashier, &desk, &[("500", "KGS"), ("2000", "KZT")], "open-shift-key-0001").await;
    assert_eq!(opened["shift"]["desk"]["sign"], "3", "{opened}");
    assert_eq!(opened["shift"]["number"], 1);
    assert_eq!(
        opened["shift"]["totals"],
        json!([
            { "currency": "KGS", "float": { "amount": "500.00" }, "inTill": { "amount": "500.00" } },
            { "currency": "KZT", "float": { "amount": "2000.00" }, "inTill": { "amount": "2000.00" } },
        ])
    );
    // The same key is the same shift, another shift is refused.
    let again = open(&cashier, &desk, &[("500", "KGS"), ("2000", "KZT")], "open-shift-key-0001").await;
    assert_eq!(again["shift"]["id"], opened["shift"]["id"]);
    assert_eq!(open(&cashier, &desk, &[], "open-shift-key-0001").await["code"], "IDEMPOTENCY_CONFLICT");
    let other = open(&cashier, &desk, &[], "open-shift-key-0002").await;
    assert_eq!((&other["fields"][0]["path"], &other["fields"][0]["code"]), (&json!("deskId"), &json!("SHIFT_OPEN")));
    let admin = app.staff("ADMINISTRATOR").await;
    let busy = open(&admin, &desk, &[], "open-shift-key-0003").await;
    assert_eq!(busy["fields"][0]["code"], "DESK_BUSY", "{busy}");
    assert_eq!(mine(&cashier).await["id"], opened["shift"]["id"]);
    assert!(mine(&admin).await.is_null());
    assert_eq!(app.count("SELECT id FROM audit WHERE action = 'OPEN_SHIFT'").await, 1);
    app.done().await;
}

#[tokio::test]
async fn one_desk_and_one_cashier_whoever_is_first() {
    let app = TestApp::new().await;
    let desk = desk(&app, "Бишкек", "3").await;
    let (cashier, admin) = (app.staff("CASHIER").await, app.staff("ADMINISTRATOR").await);
    let keys: Vec<String> = (0..10).map(|n| format!("open-shift-race-{n:02}")).collect();
    let tries = keys.iter().enumerate().map(|(n, key)| {
        let who = if n % 2 == 0 { &cashier } else { &admin };
        open(who, &desk, &[("100", "KGS")], key)
    });
    let answers = join_all(tries).await;
    let opened = answers.iter().filter(|answer| answer["__typename"] == "ShiftOpened").count();
    assert_eq!(opened, 1, "{answers:?}");
    assert_eq!(app.count("SELECT id FROM shift").await, 1);
    assert_eq!(app.count("SELECT id FROM cash_operation").await, 1);
    app.done().await;
}

#[tokio::test]
async fn nobody_sits_down_at_others_desks() {
    let app = TestApp::new().await;
    let (ours, theirs) = (desk(&app, "Бишкек", "1").await, desk(&app, "Бишкек", "2").await);
    let admin = app.staff("ADMINISTRATOR").await;
    let of = person(&admin, "cashier@demo.beket.example.com").await;
    let tie = json!({ "id": of["id"], "version": of["version"], "firstName": "А", "lastName": "Б", "role": "CASHIER",
                      "stationIds": [], "deskIds": [ours] });
    assert_eq!(change(&admin, "updateStaff", "UpdateStaffInput", tie).await["__typename"], "StaffChanged");
    let cashier = app.staff("CASHIER").await;
    let refused = open(&cashier, &theirs, &[], "open-shift-key-0001").await;
    assert_eq!(refused["fields"][0]["code"], "DESK_NOT_YOURS", "{refused}");
    assert_eq!(open(&cashier, &ours, &[], "open-shift-key-0002").await["__typename"], "ShiftOpened");
    app.done().await;
}

#[tokio::test]
async fn nonsense_is_answered_by_field() {
    let app = TestApp::new().await;
    let desk = desk(&app, "Бишкек", "1").await;
    let cashier = app.staff("CASHIER").await;
    let none = json!("none");
    let wrong = async |desk, float: &[(&str, &str)], key| {
        let answer = open(&cashier, desk, float, key).await;
        answer["fields"]
            .as_array()
            .unwrap()
            .iter()
            .map(|field| format!("{}: {}", field["path"], field["code"]).replace('"', ""))
            .collect::<Vec<_>>()
    };
    assert_eq!(wrong(&none, &[], "key-of-nonsense-1").await, ["deskId: NO_SUCH_DESK"]);
    assert_eq!(wrong(&desk, &[("-1", "KGS")], "key-of-nonsense-1").await, ["float.0.amount: AMOUNT"]);
    assert_eq!(wrong(&desk, &[("0.001", "KGS")], "key-of-nonsense-1").await, ["float.0.amount: AMOUNT"]);
    assert_eq!(wrong(&desk, &[("1", "сом")], "key-of-nonsense-1").await, ["float.0.currency: CURRENCY"]);
    assert_eq!(
        wrong(&desk, &[("1", "KGS"), ("2", "KGS")], "key-of-nonsense-1").await,
        ["float.1.currency: CURRENCY_TWICE"]
    );
    assert_eq!(wrong(&desk, &[], "short").await, ["idempotencyKey: KEY_FORM"]);
    assert_eq!(app.count("SELECT id FROM shift").await, 0);
    app.done().await;
}
