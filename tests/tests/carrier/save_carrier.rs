use std::sync::Arc;

use api::features::network::{ImportGtfs, import_gtfs};
use tests::{TestApp, json};

use super::{change, record};
use crate::network::repository;

#[tokio::test]
async fn a_new_carrier_is_there_for_everybody_and_in_the_log() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let input = json!({
        "code": "KT", "names": { "ru": " Кызыл-Тоо ", "en": "Kyzyl-Too" }, "phone": "0555 12 34 56",
        "email": "Office@Kyzyl-Too.example.com", "url": "https://kyzyl-too.example.com", "legalName": "ОсОО «Кызыл-Тоо»",
        "inn": "01234567890123", "address": "Бишкек", "director": "А. Асанов", "bank": "РСК", "bankAccount": "1280",
    });
    let made = change(&manager, "saveCarrier", input).await;
    assert_eq!(made["carrier"]["names"], json!({ "ru": "Кызыл-Тоо", "ky": "Кызыл-Тоо", "en": "Kyzyl-Too" }), "{made}");
    let kept = record(&manager, "KT").await;
    assert_eq!((&kept["phone"], &kept["email"]), (&json!("+996555123456"), &json!("office@kyzyl-too.example.com")));
    let known = app.visitor().send("{ carriers { code name } }", json!({})).await.data("carriers");
    assert!(known.as_array().unwrap().contains(&json!({ "code": "KT", "name": "Kyzyl-Too" })), "{known}");

    let log = "query($k: String, $i: ID) { auditEntries(filter: { subjectKind: $k, subjectId: $i }, first: 5) { nodes { action subjectName after } } }";
    let admin = app.staff("ADMINISTRATOR").await;
    let entries =
        admin.send(log, json!({ "k": "carrier", "i": made["carrier"]["id"] })).await.data("auditEntries")["nodes"]
            .clone();
    assert_eq!((&entries[0]["action"], &entries[0]["subjectName"]), (&json!("SAVE_CARRIER"), &json!("Kyzyl-Too")));
    assert_eq!(entries[0]["after"]["inn"], "01234567890123");
    app.done().await;
}

#[tokio::test]
async fn every_mistake_is_told_at_its_field_and_nothing_is_changed() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let wrong = json!({
        "code": "K T", "names": { "ru": " ", "ky": "x".repeat(121) }, "phone": "12", "email": "a@b", "url": "example.com",
        "inn": "123",
    });
    let answer = change(&manager, "saveCarrier", wrong).await;
    let expected = [
        ("code", "CODE_FORM"),
        ("names.ru", "REQUIRED"),
        ("names.ky", "TOO_LONG"),
        ("phone", "PHONE"),
        ("email", "EMAIL"),
        ("url", "URL"),
        ("inn", "INN_FORM"),
    ];
    let expected: Vec<_> = expected.iter().map(|(path, code)| json!({ "path": path, "code": code })).collect();
    assert_eq!(answer["fields"], json!(expected));

    let good = |code: &str| json!({ "code": code, "names": { "ru": "Кызыл-Тоо" }, "inn": "01234567890123" });
    assert_eq!(change(&manager, "saveCarrier", good("KT")).await["__typename"], "CarrierChanged");
    let again = change(&manager, "saveCarrier", good("KT")).await;
    assert_eq!(
        again["fields"],
        json!([{ "path": "inn", "code": "INN_TAKEN" }, { "path": "code", "code": "CODE_TAKEN" }])
    );
    assert_eq!(app.count("SELECT id FROM carrier WHERE feed = 'office'").await, 1);
    app.done().await;
}

/// What the office has changed stays as it is when the feed comes again, and a change on top of another is refused.
#[tokio::test]
async fn an_import_leaves_alone_what_the_office_has_changed() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let before = record(&manager, "A").await;
    let input = json!({ "id": before["id"], "version": before["version"], "names": { "ru": "Аршан-Транс" }, "inn": "01234567890123" });
    assert_eq!(change(&manager, "saveCarrier", input.clone()).await["__typename"], "CarrierChanged");
    assert_eq!(change(&manager, "saveCarrier", input).await["code"], "CHANGED_MEANWHILE");

    let again = ImportGtfs { path: repository("demo"), feed: Some("demo".into()), force: true };
    import_gtfs(&app.app, &again, Arc::new(|_: &str| {})).await.unwrap();
    let (own, other) = (record(&manager, "A").await, record(&manager, "B").await);
    assert_eq!((&own["names"]["ru"], &own["inn"]["inn"]), (&json!("Аршан-Транс"), &json!("01234567890123")));
    assert_eq!(
        (own["active"].as_bool(), other["names"]["en"].as_str()),
        (Some(true), Some("Demo Carrier Burkut")).clone()
    );
    app.done().await;
}

#[tokio::test]
async fn a_representative_sees_the_own_carrier_alone() {
    let app = TestApp::new().await;
    let (manager, own) = (app.staff("TRANSPORT_MANAGER").await, app.staff("CARRIER_REPRESENTATIVE").await);
    let records = own.send("{ carrierRecords(first: 100) { nodes { code } totalCount } }", json!({})).await;
    assert_eq!(records.data("carrierRecords"), json!({ "nodes": [{ "code": "A" }], "totalCount": 1 }));
    let foreign = record(&manager, "B").await;
    let one = "query($i: ID!) { carrierRecord(id: $i) { code } }";
    assert_eq!(own.send(one, json!({ "i": foreign["id"] })).await.code(), "NOT_FOUND");
    app.done().await;
}

#[tokio::test]
async fn carriers_are_found_by_name_code_and_inn_page_by_page() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let query = "query($t: String, $n: Int!, $a: String) { carrierRecords(filter: { text: $t }, first: $n, after: $a) \
                 { nodes { code name } totalCount pageInfo { hasNextPage endCursor } } }";
    let ask = async |text: &str| {
        let found = manager.send(query, json!({ "t": text, "n": 10 })).await.data("carrierRecords");
        found["nodes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["code"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(ask("бүркүт").await, ["B"]);
    assert_eq!(ask("нет такого").await, Vec::<String>::new());
    let (mut seen, mut after) = (Vec::new(), json!(null));
    loop {
        let page = manager.send(query, json!({ "n": 4, "a": after })).await.data("carrierRecords");
        assert_eq!(page["totalCount"], 9);
        seen.extend(page["nodes"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_lowercase()));
        after = page["pageInfo"]["endCursor"].clone();
        if page["pageInfo"]["hasNextPage"] == false {
            break;
        }
    }
    let mut sorted = seen.clone();
    sorted.sort();
    assert_eq!((seen.len(), &seen), (9, &sorted));
    app.done().await;
}
