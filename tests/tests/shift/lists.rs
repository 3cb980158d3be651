use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use tests::{TestApp, Value, json};

use super::{at_desk, mine};

#[tokio::test]
async fn who_may_view_shifts_sees_all_and_cashiers_their_own() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let id = mine(&cashier).await["id"].clone();
    let read = "query($id: ID!) { shift(id: $id) { number cashier { lastName } } }";
    assert_eq!(cashier.send(read, json!({ "id": id })).await.data("shift")["number"], 1);
    let support = app.staff("SUPPORT_AGENT").await;
    assert_eq!(support.send(read, json!({ "id": id })).await.code(), "NOT_FOUND");
    let accountant = app.staff("ACCOUNTANT").await;
    assert_eq!(accountant.send(read, json!({ "id": id })).await.data("shift")["number"], 1);
    let list = async |filter: Value| {
        let query = "query($f: ShiftFilterInput) { shifts(filter: $f) { nodes { id } } }";
        accountant.send(query, json!({ "f": filter })).await.data("shifts")["nodes"].as_array().unwrap().len()
    };
    let today = app.now().date_naive().to_string();
    assert_eq!(list(json!({ "open": true, "from": today, "to": today })).await, 1);
    assert_eq!(list(json!({ "open": false })).await, 0);
    assert_eq!(list(json!({ "from": "2100-01-01" })).await, 0);
    app.done().await;
}

/// A list of shifts asks for desks and cashiers of all at once, a shift for the orders of its operations.
#[tokio::test]
async fn many_shifts_cost_as_much_as_one() {
    let app = TestApp::new().await;
    for n in 0..3 {
        let desk = super::desk(&app, "Бишкек", &format!("{n}")).await;
        let cashier = app.staff("CASHIER").await;
        super::open(&cashier, &desk, &[("10", "KGS")], &format!("many-shifts-open-{n}")).await;
        super::close(&cashier, &[("10", "KGS")], None, &format!("many-shifts-close-{n}")).await;
    }
    let accountant = app.staff("ACCOUNTANT").await;
    let cost = async |first: i32| {
        let before = app.app.db.queries();
        let query = "query($n: Int!) { shifts(first: $n) { nodes { number desk { sign } cashier { lastName } totals { inTill { amount } } } } }";
        let nodes = accountant.send(query, json!({ "n": first })).await.data("shifts")["nodes"].clone();
        (nodes.as_array().unwrap().len(), app.app.db.queries() - before)
    };
    cost(1).await;
    let (one, all) = (cost(1).await, cost(3).await);
    assert_eq!(all, (3, one.1));
    app.done().await;
}

/// The report on paper says what the shift says, X while it is open and Z once it is closed.
#[tokio::test]
async fn the_report_of_a_shift_is_printed() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let id = mine(&cashier).await["id"].clone();
    let print = async |staff: &tests::Actor| {
        let query = "query($id: ID!) { shiftReport(id: $id) { name mime content } }";
        staff.send(query, json!({ "id": id })).await
    };
    let x = print(&cashier).await.data("shiftReport");
    assert_eq!(x["mime"], "application/pdf");
    assert!(x["name"].as_str().unwrap().starts_with("x-"), "{x}");
    super::close(&cashier, &[("1000", "KGS")], Some("all there"), "print-shift-close-1").await;
    let accountant = app.staff("ACCOUNTANT").await;
    let z = print(&accountant).await.data("shiftReport");
    assert!(z["name"].as_str().unwrap().starts_with("z-"), "{z}");
    let bytes = |file: &Value| STANDARD.decode(file["content"].as_str().unwrap()).unwrap();
    assert!(bytes(&x).starts_with(b"%PDF-") && bytes(&z).starts_with(b"%PDF-"));
    assert_ne!(bytes(&x), bytes(&z));
    assert_eq!(print(&app.staff("SUPPORT_AGENT").await).await.code(), "NOT_FOUND");
    app.done().await;
}
