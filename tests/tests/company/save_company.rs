use tests::{TestApp, json};

use super::{company, input, save};

#[tokio::test]
async fn a_company_has_an_account_and_every_mistake_stands_at_its_field() {
    let app = TestApp::new().await;
    let (accountant, made) = company(&app, json!({ "credit": "5000" })).await;
    assert_eq!(made["wallet"]["credit"]["amount"], "5000.00");
    assert_eq!((&made["wallet"]["holder"], &made["inForce"]), (&made["name"], &json!(true)));
    let wrong = save(
        &accountant,
        input(json!({ "name": " ", "inn": "12", "discountPercent": "51", "termDays": 400, "contractTo": "2025-12-31", "credit": "1.001" })),
    )
    .await;
    let codes: Vec<(String, String)> = wrong["fields"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["path"].as_str().unwrap().to_owned(), one["code"].as_str().unwrap().to_owned()))
        .collect();
    for (path, code) in [
        ("name", "REQUIRED"),
        ("inn", "INN_FORM"),
        ("discountPercent", "PERCENT"),
        ("termDays", "TERM"),
        ("contractTo", "ENDS_BEFORE_START"),
        ("credit", "AMOUNT"),
    ] {
        assert!(codes.contains(&(path.into(), code.into())), "{path}: {codes:?}");
    }
    assert_eq!(save(&accountant, input(json!({}))).await["fields"][0]["code"], "INN_TAKEN");
    let (id, version) = (&made["id"], &made["version"]);
    let changed = save(&accountant, input(json!({ "id": id, "version": version, "termDays": 30 }))).await;
    assert_eq!(changed["company"]["termDays"], 30);
    let late = save(&accountant, input(json!({ "id": id, "version": version }))).await;
    assert_eq!(late["__typename"], "ChangedMeanwhile");
    let list = "query($t: String) { companies(filter: { text: $t }) { nodes { id } totalCount } }";
    for (text, count) in [("ала-тоо", 1), ("0123", 1), ("к-17", 1), ("123", 0)] {
        let found = accountant.send(list, json!({ "t": text })).await.data("companies");
        assert_eq!(found["totalCount"], count, "{text}");
    }
    app.done().await;
}
