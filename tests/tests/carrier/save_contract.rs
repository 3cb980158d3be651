use tests::{Actor, TestApp, Value, json};

use super::record;

async fn save(staff: &Actor, input: Value) -> Value {
    let query = "mutation($i: SaveContractInput!) { saveContract(input: $i) { __typename ... on UserError { code } \
                 ... on InvalidInput { fields { path code message } } ... on ContractSaved { contract { id version state \
                 commission { kind value } stationFee { amount } routes { route { number } commission { kind value } } } } } }";
    staff.send(query, json!({ "i": input })).await.data("saveContract")
}

fn contract(carrier: &Value, number: &str, starts: &str, ends: Option<&str>) -> Value {
    json!({
        "carrierId": carrier["id"], "number": number, "startsOn": starts, "endsOn": ends, "stationFee": "10",
        "commission": { "kind": "PERCENT", "value": "8.5" },
    })
}

#[tokio::test]
async fn a_fare_is_divided_by_the_contract_and_by_route() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let carrier = record(&manager, "A").await;
    let route = carrier["routes"].as_array().unwrap().iter().find(|route| route["number"] == "501").unwrap().clone();
    let mut input = contract(&carrier, "12/2026", "2026-01-01", None);
    input["routes"] = json!([{ "routeId": route["id"], "commission": { "kind": "FIXED", "value": "40" } }]);
    let saved = save(&manager, input).await["contract"].clone();
    assert_eq!(
        (&saved["state"], &saved["commission"], &saved["routes"][0]["route"]["number"]),
        (&json!("CURRENT"), &json!({ "kind": "PERCENT", "value": "8.50" }), &json!("501")),
        "{saved}"
    );
    let query = "query($c: ID!, $r: ID) { carrierRecord(id: $c) { contracts { share(fare: \"600\", routeId: $r) \
                 { stationFee { amount } commission { amount } carrier { amount } } } } }";
    let accountant = app.staff("ACCOUNTANT").await;
    let share = async |route: Value| {
        let answer = accountant.send(query, json!({ "c": carrier["id"], "r": route })).await.data("carrierRecord");
        let share = answer["contracts"][0]["share"].clone();
        ["stationFee", "commission", "carrier"].map(|part| share[part]["amount"].as_str().unwrap().to_owned())
    };
    assert_eq!(share(json!(null)).await, ["10.00", "51.00", "539.00"]);
    assert_eq!(share(route["id"].clone()).await, ["10.00", "40.00", "550.00"]);
    app.done().await;
}

#[tokio::test]
async fn a_carrier_has_one_contract_on_a_day_and_mistakes_are_told() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let (carrier, other) = (record(&manager, "A").await, record(&manager, "B").await);
    let first = save(&manager, contract(&carrier, "1", "2026-01-01", Some("2026-12-31"))).await;
    assert_eq!(first["__typename"], "ContractSaved", "{first}");
    let overlapping = save(&manager, contract(&carrier, "2", "2026-12-31", None)).await;
    assert_eq!(overlapping["fields"][0]["code"], "CONTRACT_OVERLAPS");
    assert!(overlapping["fields"][0]["message"].as_str().unwrap().contains("Contract 1 "), "{overlapping}");
    // The next year's, another carrier's, and a change of the first itself.
    assert_eq!(save(&manager, contract(&carrier, "2", "2027-01-01", None)).await["contract"]["state"], "FUTURE");
    assert_eq!(save(&manager, contract(&other, "1", "2026-01-01", None)).await["__typename"], "ContractSaved");
    let mut shorter = contract(&carrier, "1", "2026-01-01", Some("2026-06-30"));
    shorter["id"] = first["contract"]["id"].clone();
    shorter["version"] = json!(1);
    assert_eq!(save(&manager, shorter.clone()).await["contract"]["state"], "ENDED");
    assert_eq!(save(&manager, shorter.clone()).await["code"], "CHANGED_MEANWHILE");
    // Of another carrier it is not there.
    shorter["carrierId"] = other["id"].clone();
    let query = "mutation($i: SaveContractInput!) { saveContract(input: $i) { __typename } }";
    assert_eq!(manager.send(query, json!({ "i": shorter })).await.code(), "NOT_FOUND");

    let foreign = other["routes"][0]["id"].clone();
    let wrong = json!({
        "carrierId": carrier["id"], "number": "", "startsOn": "2028-02-01", "endsOn": "2028-01-01", "stationFee": "-1",
        "commission": { "kind": "PERCENT", "value": "100.01" },
        "routes": [{ "routeId": foreign, "commission": { "kind": "FIXED", "value": "1.005" } }],
    });
    let fields = save(&manager, wrong).await["fields"].clone();
    let told: Vec<(&str, &str)> = fields
        .as_array()
        .unwrap()
        .iter()
        .map(|field| (field["path"].as_str().unwrap(), field["code"].as_str().unwrap()))
        .collect();
    let expected = [
        ("endsOn", "ENDS_BEFORE_START"),
        ("commission.value", "PERCENT"),
        ("number", "REQUIRED"),
        ("stationFee", "AMOUNT"),
        ("routes.0.commission.value", "AMOUNT"),
        ("routes.0.routeId", "NO_SUCH_ROUTE"),
    ];
    for wanted in expected {
        assert!(told.contains(&wanted), "{wanted:?} is missing in {told:?}");
    }
    app.done().await;
}

/// Two managers at once: the database is asked in turn.
#[tokio::test]
async fn contracts_made_at_once_do_not_overlap() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let carrier = record(&manager, "A").await;
    let inputs: Vec<Value> = (0..8).map(|n| contract(&carrier, &n.to_string(), "2026-01-01", None)).collect();
    let answers = futures::future::join_all(inputs.into_iter().map(|input| save(&manager, input))).await;
    let made = answers.iter().filter(|answer| answer["__typename"] == "ContractSaved").count();
    assert_eq!((made, app.count("SELECT id FROM contract").await), (1, 1), "{answers:?}");
    app.done().await;
}
