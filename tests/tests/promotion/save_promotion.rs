use tests::{TestApp, json};

use super::{make, save};
use crate::station::wrong;

#[tokio::test]
async fn every_mistake_of_a_code_is_told_at_its_field() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let bad = json!({
        "code": "Ж", "names": { "ru": "" }, "minimum": "-1", "soldFrom": "2026-12-09", "soldTo": "2026-12-01",
        "travelFrom": "2026-12-09", "travelTo": "2026-12-01", "routes": ["x"], "carriers": ["x"], "usesLimit": 0,
    });
    let expected = [
        ("code", "PROMOTION_FORM"),
        ("amount", "AMOUNT_OR_PERCENT"),
        ("names.ru", "REQUIRED"),
        ("minimum", "AMOUNT"),
        ("soldTo", "ENDS_BEFORE_START"),
        ("travelTo", "ENDS_BEFORE_START"),
        ("routes", "NO_SUCH_ROUTE"),
        ("carriers", "NO_SUCH_CARRIER"),
        ("usesLimit", "BETWEEN"),
    ];
    assert_eq!(wrong(&save(&manager, bad).await), expected);
    let made = make(&manager, "TWICE", "5", json!({})).await;
    let again = json!({ "code": "twice", "names": { "ru": "x" }, "percent": "101" });
    assert_eq!(wrong(&save(&manager, again).await), [("code", "PROMOTION_TWICE"), ("percent", "BETWEEN")]);

    // What it takes off stays as it was made.
    let other = json!({
        "id": made["id"], "version": 1, "code": "OTHER", "names": { "ru": "Новое имя" }, "percent": "90", "usesLimit": 7,
    });
    assert_eq!(save(&manager, other.clone()).await["promotion"]["code"], "TWICE");
    let list = "{ promotions { nodes { code percent usesLimit names { ru } } } }";
    let list = manager.send(list, json!({})).await.data("promotions")["nodes"].clone();
    let expected = json!([{ "code": "TWICE", "percent": "5", "usesLimit": 7, "names": { "ru": "Новое имя" } }]);
    assert_eq!(list, expected);
    assert_eq!(save(&manager, other).await["code"], "CHANGED_MEANWHILE");
    app.done().await;
}
