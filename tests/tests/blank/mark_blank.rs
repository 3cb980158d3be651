use tests::{TestApp, Value, json};

use super::{enter, field, mark, with_blanks, written, wrong};

const SHIFT: &str = "{ myShift { blanks { state count ranges } } }";

#[tokio::test]
async fn a_spoilt_blank_is_in_the_shifts_report_and_never_sold() {
    let app = TestApp::new().await;
    let (cashier, _) = with_blanks(&app).await;
    let ride = app.ride("501").await;
    let sale = written(&app, &cashier, &ride, "АБ 4", "3").await;
    assert_eq!(field(&mark(&cashier, "АБ 4", "SPOILT", Some(" ")).await), wrong("note", "REQUIRED"));
    assert_eq!(field(&mark(&cashier, "АБ 4", "SOLD", Some("so")).await), wrong("state", "BLANK_SOLD"));
    assert_eq!(field(&mark(&cashier, "АБ 21", "LOST", Some("so")).await), wrong("blank", "NO_SUCH_BLANK"));
    assert_eq!(field(&mark(&cashier, "", "LOST", Some("so")).await), wrong("blank", "NO_SUCH_BLANK"));
    for number in ["аб4", "АБ 000005", "АБ № 8"] {
        let marked = mark(&cashier, number, "SPOILT", Some("Залит чаем")).await;
        assert_eq!(marked["blank"]["state"], "SPOILT", "{marked}");
    }
    assert_eq!(field(&mark(&cashier, "АБ 4", "SPOILT", Some("so")).await), wrong("state", "BLANK_ALREADY"));
    assert_eq!(field(&enter(&cashier, &sale).await), wrong("blank", "BLANK_USED"));
    let blanks = cashier.send(SHIFT, json!({})).await.data("myShift")["blanks"].clone();
    assert_eq!(blanks, json!([{ "state": "SPOILT", "count": 3, "ranges": ["АБ 000004–000005", "АБ 000008"] }]));
    // It was another one: the mark is taken back, and the blank is sold.
    assert_eq!(mark(&cashier, "АБ 4", "FREE", Some("Ошибка")).await["blank"]["state"], "FREE");
    assert_eq!(enter(&cashier, &sale).await["__typename"], "BlankEntered");
    assert_eq!(field(&mark(&cashier, "АБ 4", "LOST", Some("so")).await), wrong("state", "BLANK_SOLD"));
    app.done().await;
}

#[tokio::test]
async fn who_sells_elsewhere_marks_nothing_here() {
    let app = TestApp::new().await;
    let (cashier, block) = with_blanks(&app).await;
    let other = crate::shift::desk(&app, "Бишкек", "2").await;
    let accountant = app.staff("ACCOUNTANT").await;
    super::move_to(&accountant, &block, &other).await;
    assert_eq!(field(&mark(&cashier, "АБ 4", "LOST", Some("so")).await), wrong("blank", "BLANK_ELSEWHERE"));
    // Who answers for all blanks needs no shift.
    let marked = mark(&accountant, "АБ 4", "LOST", Some("Акт № 3")).await;
    assert_eq!((&marked["blank"]["state"], &marked["blank"]["note"]), (&json!("LOST"), &json!("Акт № 3")));
    assert_eq!(cashier.send(SHIFT, json!({})).await.data("myShift")["blanks"], json!([]));
    app.done().await;
}

#[tokio::test]
async fn what_was_entered_by_mistake_is_annulled_and_entered_again() {
    let app = TestApp::new().await;
    let (cashier, _) = with_blanks(&app).await;
    let ride = app.ride("501").await;
    let sale = written(&app, &cashier, &ride, "АБ 1", "3").await;
    let entered = enter(&cashier, &sale).await;
    let query =
        "mutation($i: AnnulSaleInput!) { annulSale(input: $i) { __typename ... on InvalidInput { fields { code } } } }";
    let input =
        json!({ "orderId": entered["order"]["id"], "reason": "Не то место", "idempotencyKey": "annul-a-paper-ticket" });
    let manager = app.staff("CASHIER").await;
    let annulled = manager.send(query, json!({ "i": input })).await;
    assert_eq!(annulled.data("annulSale")["__typename"], "SaleAnnulled", "{annulled:?}");
    let marked = mark(&cashier, "АБ 1", "FREE", Some("Внесён не туда")).await;
    assert_eq!(
        (&marked["blank"]["state"], &marked["blank"]["orderNumber"]),
        (&json!("FREE"), &Value::Null),
        "{marked}"
    );
    let mut again = sale.clone();
    again["seat"] = json!("5");
    again["idempotencyKey"] = json!("enter-blank-once-more");
    let again = enter(&cashier, &again).await;
    assert_eq!(again["order"]["segments"][0]["lines"][0]["seat"], "5", "{again}");
    assert_eq!(app.violations().await, []);
    app.done().await;
}
