use tests::{TestApp, TimeDelta, Value, json};

use super::{company, input, save};
use crate::tariff_rule::classes::route_of;

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
        ("discountPercent", "SHARE"),
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

#[tokio::test]
async fn prices_of_a_contract_name_what_they_are_for() {
    let app = TestApp::new().await;
    let (accountant, made) = company(&app, json!({})).await;
    let route = route_of(&app.ride_after("501", TimeDelta::hours(30)).await);
    let with = async |prices: Value, version: &Value| {
        let input = input(json!({ "id": made["id"], "version": version, "prices": prices }));
        save(&accountant, input).await
    };
    let problems = |answer: &Value| -> Vec<(String, String)> {
        let fields = answer["fields"].as_array().unwrap_or_else(|| panic!("{answer}")).iter();
        fields.map(|one| (one["path"].as_str().unwrap().to_owned(), one["code"].as_str().unwrap().to_owned())).collect()
    };
    for (prices, path, code) in [
        (json!([{ "percent": "5" }]), "prices.0.routeId", "PRICE_FOR_NOTHING"),
        (json!([{ "routeId": made["id"], "percent": "5" }]), "prices.0.routeId", "NO_SUCH_ROUTE"),
        (json!([{ "serviceClass": "rocket", "percent": "5" }]), "prices.0.serviceClass", "SERVICE_CLASS"),
        (json!([{ "category": "HERO", "percent": "5" }]), "prices.0.category", "CATEGORY_NOT_HERE"),
        (json!([{ "category": "CHILD", "percent": "50.01" }]), "prices.0.percent", "SHARE"),
        (
            json!([{ "category": "CHILD", "percent": "5" }, { "category": "CHILD", "percent": "6" }]),
            "prices.1.routeId",
            "PRICE_TWICE",
        ),
        (Value::Array(vec![json!({ "category": "CHILD", "percent": "5" }); 51]), "prices", "TOO_MANY"),
    ] {
        let wrong = with(prices.clone(), &made["version"]).await;
        assert!(problems(&wrong).contains(&(path.to_owned(), code.to_owned())), "{prices}: {wrong}");
    }
    let good = json!([{ "routeId": route, "percent": "15" }, { "serviceClass": "coach", "category": "CHILD", "percent": "0" }]);
    let saved = with(good, &made["version"]).await;
    assert_eq!(saved["__typename"], "CompanyChanged", "{saved}");
    let query = "query($id: ID!) { company(id: $id) { prices { route { number } serviceClass category percent } } }";
    let seen = accountant.send(query, json!({ "id": made["id"] })).await.data("company");
    assert_eq!(
        seen["prices"],
        json!([
            { "route": { "number": "501" }, "serviceClass": null, "category": null, "percent": "15" },
            { "route": null, "serviceClass": "coach", "category": "CHILD", "percent": "0" },
        ])
    );
    app.done().await;
}
