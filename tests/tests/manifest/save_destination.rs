use tests::{TestApp, json};

use super::{SECRET, save_destination};

#[tokio::test]
async fn who_is_sent_manifests_is_kept_with_a_key_that_nobody_reads() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let made = save_destination(&manager, json!({})).await;
    let one = &made["destination"];
    assert_eq!((&one["name"], &one["version"], &one["active"]), (&json!("Министерство"), &json!(1), &json!(true)));
    assert!(!app.database_holds(SECRET).await, "the key is sealed");

    let id = one["id"].clone();
    let change = json!({ "id": id, "version": 1, "name": "Министерство транспорта", "secret": null, "format": "XML", "active": false });
    let changed = save_destination(&manager, change.clone()).await;
    assert_eq!((&changed["destination"]["format"], &changed["destination"]["version"]), (&json!("XML"), &json!(2)));
    assert_eq!(save_destination(&manager, change).await["code"], "CHANGED_MEANWHILE");

    for (change, path, code) in [
        (json!({ "name": " " }), "name", "REQUIRED"),
        (json!({ "url": "ftp://example.com" }), "url", "URL"),
        (json!({ "url": "https://" }), "url", "URL"),
        (json!({ "secret": "short" }), "secret", "SECRET_LENGTH"),
        (json!({ "secret": null }), "secret", "REQUIRED"),
        (json!({ "carrierId": "nobody" }), "carrierId", "UNKNOWN"),
        (json!({ "stationId": "nowhere" }), "stationId", "UNKNOWN"),
    ] {
        let wrong = save_destination(&manager, change).await;
        assert_eq!(wrong["fields"], json!([{ "path": path, "code": code }]), "{path}");
    }
    let list = manager
        .send("{ manifestDestinations { nodes { name format active } } }", json!({}))
        .await
        .data("manifestDestinations");
    assert_eq!(list["nodes"], json!([{ "name": "Министерство транспорта", "format": "XML", "active": false }]));
    assert_eq!(app.count("SELECT id FROM audit WHERE action = 'SAVE_DESTINATION'").await, 2);
    app.done().await;
}

#[tokio::test]
async fn a_representative_sees_only_destinations_of_the_own_carrier() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    app.break_by_hand(
        "UPDATE role SET permissions = '[\"VIEW_TRIPS\",\"MANAGE_EXCHANGE\"]' WHERE code = 'CARRIER_REPRESENTATIVE'",
    )
    .await;
    let representative = app.staff("CARRIER_REPRESENTATIVE").await;
    let all = save_destination(&manager, json!({})).await["destination"]["id"].clone();
    let own = crate::carrier::record(&manager, "A").await["id"].clone();
    assert_eq!(save_destination(&representative, json!({})).await["fields"][0]["code"], "OWN_CARRIER");
    let made = save_destination(&representative, json!({ "name": "Свой учёт", "carrierId": own })).await;
    assert_eq!(made["__typename"], "DestinationSaved", "{made}");
    let list = representative
        .send("{ manifestDestinations { nodes { name } } }", json!({}))
        .await
        .data("manifestDestinations");
    assert_eq!(list["nodes"], json!([{ "name": "Свой учёт" }]));
    let query = "mutation($i: SaveDestinationInput!) { saveDestination(input: $i) { __typename } }";
    let input =
        json!({ "id": all, "version": 1, "name": "x", "url": "https://example.com", "format": "JSON", "active": true });
    assert_eq!(representative.send(query, json!({ "i": input })).await.code(), "NOT_FOUND");
    app.done().await;
}
