use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use tests::{Actor, Value, json};

use super::Scene;

async fn ready(staff: &Actor, id: &Value, format: &str) -> String {
    let query = "mutation($i: ExportSettlementInput!) { exportSettlement(input: $i) { __typename ... on ExportReady { url } } }";
    let ready = staff.send(query, json!({ "i": { "id": id, "format": format } })).await.data("exportSettlement");
    ready["url"].as_str().unwrap_or_else(|| panic!("{ready}")).to_owned()
}

#[tokio::test]
async fn the_act_is_a_pdf_and_the_trips_are_a_table_with_typed_cells() {
    let (scene, made) = Scene::approved().await;
    let representative = scene.app.staff("CARRIER_REPRESENTATIVE").await;
    for who in [&scene.accountant, &representative] {
        let response = who.get(&ready(who, &made["id"], "PDF").await).await;
        assert_eq!(response.headers()["content-type"], "application/pdf");
        let bytes = response.bytes().await.unwrap();
        assert!(bytes.starts_with(b"%PDF-") && bytes.len() > 5_000, "{}", bytes.len());
    }
    let response = scene.accountant.get(&ready(&scene.accountant, &made["id"], "XLSX").await).await;
    let name = response.headers()["content-disposition"].to_str().unwrap().to_owned();
    assert!(name.contains("settlement-1-2026-12-01-to-2026-12-01.xlsx"), "{name}");
    let mut book = Xlsx::new(Cursor::new(response.bytes().await.unwrap().to_vec())).unwrap();
    let sheet = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&sheet).unwrap();
    let at = |row: u32, column: u32| range.get_value((row, column)).unwrap().clone();
    assert!(matches!(at(1, 0), Data::DateTime(_)), "{:?}", at(1, 0));
    assert_eq!((at(1, 2), at(1, 3), at(1, 9)), (Data::Float(2.0), Data::Float(1_200.0), Data::Float(557.0)));
    // The totals, then the lines of the act, the last of which is the balance.
    assert_eq!((at(2, 5), at(2, 7), at(2, 8)), (Data::Float(-570.0), Data::Float(-63.0), Data::Float(-10.0)));
    assert_eq!(at(13, 9), Data::Float(557.0));
    assert_eq!(scene.app.count("SELECT id FROM audit WHERE action = 'EXPORT_SETTLEMENT'").await, 3);
    scene.app.done().await;
}

#[tokio::test]
async fn a_file_of_another_carrier_is_not_there() {
    let scene = Scene::new().await;
    let foreign = scene.app.ride("505").await.trip.carrier.id;
    let foreign = super::of_nothing(&scene.app, foreign).await;
    let representative = scene.app.staff("CARRIER_REPRESENTATIVE").await;
    let query = "mutation($i: ExportSettlementInput!) { exportSettlement(input: $i) { __typename } }";
    let asked = representative.send(query, json!({ "i": { "id": foreign, "format": "PDF" } })).await;
    assert_eq!(asked.code(), "NOT_FOUND");
    scene.app.done().await;
}
