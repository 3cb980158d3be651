//! Cash registers in the cloud.

mod close_register_shift;
mod save_fiscal_register;
mod switch_fiscal_register;
mod test_fiscal_register;

use std::time::Duration;

use tests::register::{Register, TOKEN};
use tests::{Actor, TestApp, Value, json};

/// An input that passes all checks.
pub fn input(url: &str, more: Value) -> Value {
    let mut input = json!({
        "name": "Касса сайта", "url": url, "token": TOKEN, "organisation": "ОсОО «Бекет Тест»", "inn": "00000000000000",
        "regNumber": "0000000000000001", "place": "Бишкек, Алма-Ата 1/1", "feeTaxPercent": "12", "servesAll": true,
    });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    input
}

pub async fn save(staff: &Actor, input: Value) -> Value {
    let query = "mutation($i: SaveFiscalRegisterInput!) { saveFiscalRegister(input: $i) { __typename \
        ... on UserError { code } ... on InvalidInput { fields { path code } } ... on FiscalRegisterSaved { register { \
        id version name url organisation inn regNumber place feeTaxPercent enabled servesAll health } } } }";
    staff.send(query, json!({ "i": input })).await.data("saveFiscalRegister")
}

pub async fn switch(staff: &Actor, id: &Value, enabled: bool) -> Value {
    let query =
        "mutation($i: SwitchFiscalRegisterInput!) { switchFiscalRegister(input: $i) { register { id enabled } } }";
    staff.send(query, json!({ "i": { "id": id, "enabled": enabled } })).await.data("switchFiscalRegister")["register"]
        .clone()
}

/// As the office sees the register.
pub async fn seen(staff: &Actor, id: &Value) -> Value {
    let query = "{ fiscalRegisters { nodes { id version name enabled servesAll health lastOkAt lastError nextTryAt \
        closeAskedAt pending failed shift { number openedAt closesAt } } } }";
    let nodes = staff.send(query, json!({})).await.data("fiscalRegisters")["nodes"].clone();
    let found = nodes.as_array().unwrap().iter().find(|one| one["id"] == *id).cloned();
    found.unwrap()
}

/// A register that records everything, and that does not make a test wait.
pub async fn recording(app: &TestApp) -> (Register, Value) {
    app.app.registers.set_patience(Duration::from_millis(250));
    let register = Register::start(app.app.clock.clone()).await;
    let accountant = app.staff("ACCOUNTANT").await;
    let saved = save(&accountant, input(&register.url, json!({}))).await;
    assert_eq!(saved["__typename"], "FiscalRegisterSaved", "{saved}");
    let id = saved["register"]["id"].clone();
    assert_eq!(switch(&accountant, &id, true).await["enabled"], true);
    (register, id)
}
