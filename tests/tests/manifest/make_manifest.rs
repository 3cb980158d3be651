use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use tests::{TestApp, TimeDelta, json};

use super::{make, manifests};

#[tokio::test]
async fn a_version_says_who_travels_and_what_has_changed() {
    let app = TestApp::new().await;
    let (ana, ben, ride) = (app.visitor(), app.visitor(), app.ride("501").await);
    let clerk = app.staff("CASHIER").await;
    let nobody = make(&clerk, &ride).await;
    assert_eq!(nobody["fields"][0]["code"], "NOBODY_TRAVELS");
    assert!(!nobody["fields"][0]["message"].as_str().unwrap().contains("NOBODY"), "words, not codes");
    let order = ana.buy(&app, std::slice::from_ref(&ride), 2).await;
    // Who has only chosen a seat does not travel.
    ben.hold(std::slice::from_ref(&ride), 1, None).await;

    let first = make(&clerk, &ride).await;
    assert_eq!((&first["isNew"], &first["manifest"]["number"]), (&json!(true), &json!(1)));
    assert_eq!((&first["manifest"]["cause"], &first["manifest"]["passengerCount"]), (&json!("OFFICE"), &json!(2)));
    let entry = &first["manifest"]["entries"][0];
    assert_eq!((&entry["lastName"], &entry["documentNumber"]), (&json!("Өмүралиева"), &json!("ID1234567")));
    assert_eq!((&entry["birthDate"], &entry["seat"]), (&json!("1990-03-07"), &json!(order.seats[0])));
    assert_eq!(first["manifest"]["changes"], json!([]));
    for secret in ["ID1234567", "1234567"] {
        assert!(!app.database_holds(secret).await, "{secret} is written down where anybody may read it");
    }
    let again = make(&clerk, &ride).await;
    assert_eq!((&again["isNew"], &again["manifest"]["id"]), (&json!(false), &first["manifest"]["id"]));

    // One gives the ticket back, another comes.
    let line = ana.order(&order).await["segments"][0]["lines"][0]["id"].clone();
    let quote = ana.quote(&order, &[line.as_str().unwrap()]).await;
    ana.confirm(&order, quote["quote"]["id"].as_str().unwrap(), "manifest-refund-key").await;
    app.advance(TimeDelta::minutes(16));
    let clerk = app.staff("CASHIER").await;
    let cem = app.visitor().buy(&app, std::slice::from_ref(&ride), 1).await;
    let second = make(&clerk, &ride).await;
    assert_eq!((&second["manifest"]["number"], &second["manifest"]["passengerCount"]), (&json!(2), &json!(2)));
    let changes = second["manifest"]["changes"].as_array().unwrap();
    let told: Vec<_> =
        changes.iter().map(|one| (one["kind"].as_str().unwrap(), one["entry"]["seat"].clone())).collect();
    assert_eq!(told, [("ADDED", json!(cem.seats[0])), ("REMOVED", json!(order.seats[0]))]);
    let before = app.count("SELECT id FROM audit WHERE action = 'READ_MANIFEST'").await;
    let versions = manifests(&clerk, &ride).await;
    assert_eq!(versions.iter().map(|one| one["number"].as_i64().unwrap()).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(versions[0]["changes"].as_array().unwrap().len(), 2);
    assert_eq!(app.count("SELECT id FROM audit WHERE action = 'READ_MANIFEST'").await, before + 1);
    app.done().await;
}

#[tokio::test]
async fn a_version_is_a_file_in_the_viewers_language() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    app.visitor().buy(&app, std::slice::from_ref(&ride), 2).await;
    let mut clerk = app.staff("CASHIER").await;
    let id = make(&clerk, &ride).await["manifest"]["id"].clone();
    let query = "query($id: ID!, $f: ManifestFileFormat!) { manifestFile(id: $id, format: $f) { name mime content } }";
    let pdf = clerk.send(query, json!({ "id": id, "f": "PDF" })).await.data("manifestFile");
    let bytes = STANDARD.decode(pdf["content"].as_str().unwrap()).unwrap();
    assert!(bytes.starts_with(b"%PDF-") && bytes.len() > 5_000, "{} bytes", bytes.len());
    assert!(pdf["name"].as_str().unwrap().ends_with("-v1.pdf"), "{}", pdf["name"]);
    for (language, head, document) in
        [("ru", "Место,Пассажир", "ID-карта"), ("ky", "Орун,Жүргүнчү", "ID-карта"), ("en", "Seat,Passenger", "ID card")]
    {
        clerk.language = language;
        let csv = clerk.send(query, json!({ "id": id, "f": "CSV" })).await.data("manifestFile");
        let text = String::from_utf8(STANDARD.decode(csv["content"].as_str().unwrap()).unwrap()).unwrap();
        let text = text.strip_prefix('\u{feff}').expect("a mark for spreadsheets");
        assert!(text.starts_with(head), "{text}");
        assert_eq!(text.matches(&format!("{document} ID")).count(), 2, "{text}");
        assert_eq!(text.lines().count(), 3);
    }
    assert_eq!(app.count("SELECT id FROM audit WHERE action = 'EXPORT_MANIFEST'").await, 4);
    app.done().await;
}

#[tokio::test]
async fn another_carriers_manifest_is_not_there() {
    let app = TestApp::new().await;
    let (own, foreign) = (app.ride("501").await, app.ride("505").await);
    let clerk = app.staff("CASHIER").await;
    let representative = app.staff("CARRIER_REPRESENTATIVE").await;
    for ride in [&own, &foreign] {
        app.visitor().buy(&app, std::slice::from_ref(ride), 1).await;
        make(&clerk, ride).await;
    }
    assert_eq!(make(&representative, &own).await["manifest"]["passengerCount"], 1);
    let asked = "query($t: ID!) { manifests(tripId: $t) { id } }";
    assert_eq!(representative.send(asked, json!({ "t": foreign.id() })).await.code(), "NOT_FOUND");
    let id = manifests(&clerk, &foreign).await[0]["id"].clone();
    let file = "query($id: ID!) { manifestFile(id: $id, format: CSV) { name } }";
    assert_eq!(representative.send(file, json!({ "id": id })).await.code(), "NOT_FOUND");
    let wrong = "mutation($t: ID!) { makeManifest(input: { tripId: $t }) { __typename } }";
    assert_eq!(representative.send(wrong, json!({ "t": foreign.id() })).await.code(), "NOT_FOUND");
    app.done().await;
}
