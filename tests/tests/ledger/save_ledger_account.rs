use tests::{Actor, TestApp, Value, json};

use crate::station::wrong;

async fn save(staff: &Actor, code: &str, version: i64, number: &str, ru: &str) -> Value {
    let query = "mutation($i: SaveLedgerAccountInput!) { saveLedgerAccount(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } ... on LedgerAccountSaved { account { number name class version } } } }";
    let input = json!({ "code": code, "version": version, "number": number, "names": { "ru": ru } });
    staff.send(query, json!({ "i": input })).await.data("saveLedgerAccount")
}

#[tokio::test]
async fn a_station_numbers_and_names_its_accounts() {
    let app = TestApp::new().await;
    let staff = app.staff("ACCOUNTANT").await;
    let kinds = staff.send("{ ledgerKinds { code class name } }", json!({})).await.data("ledgerKinds");
    assert_eq!(kinds.as_array().unwrap().len(), 15);
    assert_eq!((&kinds[0]["code"], &kinds[0]["class"]), (&json!("TILL"), &json!("ASSET")));
    let saved = save(&staff, "CARRIER", 1, "3110", "Перевозчики").await["account"].clone();
    assert_eq!(saved, json!({ "number": "3110", "name": "Перевозчики", "class": "LIABILITY", "version": 2 }));
    assert_eq!(save(&staff, "CARRIER", 1, "3111", "Они").await["code"], "CHANGED_MEANWHILE");
    assert_eq!(wrong(&save(&staff, "BANK", 1, "3110", "Счёт").await), [("number", "ACCOUNT_NUMBER_TAKEN")]);
    assert_eq!(
        wrong(&save(&staff, "BANK", 1, "12 a", " ").await),
        [("number", "ACCOUNT_NUMBER"), ("names.ru", "REQUIRED")]
    );
    app.done().await;
}
