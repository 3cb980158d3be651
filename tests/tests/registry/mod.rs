//! Reconciliation with the files of gateways and of terminals' networks.

mod load;
mod save_registry_format;
mod settle_difference;

use tests::{Actor, TestApp, TimeDelta, Value, json};

use crate::gateway::Scene;

pub const HEAD: &str = "reference;amount;fee;time;kind\n";

pub async fn load(app: &TestApp, staff: &Actor, method: &str, file: impl Into<Vec<u8>>) -> (u16, Value) {
    load_of(app, staff, method, 1, file).await
}

/// Of so many days, with today.
pub async fn load_of(app: &TestApp, staff: &Actor, method: &str, days: i64, file: impl Into<Vec<u8>>) -> (u16, Value) {
    let today = app.today();
    let path = format!("/registries/{method}?from={}&to={today}&name=december.csv", today - TimeDelta::days(days));
    staff.put_file(&path, file.into()).await
}

/// A workbook of texts, as a bank's program writes it.
pub fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (n, row) in (0u32..).zip(rows) {
        for (m, cell) in (0u16..).zip(*row) {
            sheet.write_string(n, m, *cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// Loads a file that has to be taken, and lists what differs.
pub async fn loaded(app: &TestApp, staff: &Actor, method: &str, file: &str) -> (Value, Vec<Value>) {
    let (status, answer) = load(app, staff, method, file).await;
    assert_eq!(status, 200, "{answer}");
    (answer["id"].clone(), differences(staff, json!({ "registryId": answer["id"] })).await)
}

pub async fn differences(staff: &Actor, filter: Value) -> Vec<Value> {
    let query = "query($f: RegistryDifferenceFilterInput) { registryDifferences(filter: $f) { nodes { id kind refund line reference \
        orderNumber theirs { amount } ours { amount } theirFee { amount } ourFee { amount } saidAt state note settledBy { lastName } \
        registry { id } } } }";
    let nodes = staff.send(query, json!({ "f": filter })).await.data("registryDifferences")["nodes"].clone();
    nodes.as_array().unwrap().clone()
}

pub async fn registries(staff: &Actor) -> Vec<Value> {
    let query = "{ registries { nodes { id method methodName name payments paid { amount } refunds returned { amount } differences open \
        errors { line code } loadedBy { lastName } } } }";
    staff.send(query, json!({})).await.data("registries")["nodes"].as_array().unwrap().clone()
}

pub fn kinds(found: &[Value]) -> Vec<&str> {
    found.iter().map(|one| one["kind"].as_str().unwrap()).collect()
}

/// A payment by code that was paid. The payment's reference comes with it.
pub async fn paid() -> (Scene, String) {
    let (scene, _) = Scene::begun(json!({})).await;
    let reference = scene.bank.only();
    scene.bank.book(&reference, "PAID");
    assert_eq!(scene.bank.tell(&reference, "event-1").await, 200);
    (scene, reference)
}

/// What is booked of it as a fee: 1.5 % and half a som.
pub fn fee(scene: &Scene) -> String {
    crate::terminal_network::written(scene.minor * 15 / 1000 + 50)
}
