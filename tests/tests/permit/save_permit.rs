use tests::{TestApp, json};

use super::{list, make, save};
use crate::carrier::record;
use crate::vehicle::first_of;

#[tokio::test]
async fn papers_are_listed_by_their_end_and_mistakes_told() {
    let app = TestApp::new().await;
    let (manager, own) = (app.staff("TRANSPORT_MANAGER").await, app.staff("CARRIER_REPRESENTATIVE").await);
    let (a, b) = (record(&manager, "A").await, record(&manager, "B").await);
    let driver = crate::driver::make(&manager, b["id"].as_str().unwrap()).await;
    let vehicle = first_of(&manager, a["id"].as_str().unwrap()).await;
    let insurance = make(&manager, "VEHICLE", &vehicle["id"], "INSURANCE", "2026-12-20").await;
    assert!(insurance["holderName"].as_str().unwrap().contains(vehicle["plate"].as_str().unwrap()), "{insurance}");
    make(&manager, "DRIVER", &driver["id"], "DRIVING_LICENCE", "2026-11-01").await;
    make(&manager, "CARRIER", &b["id"], "LICENCE", "2030-01-01").await;
    assert_eq!(list(&manager, json!({ "withinDays": 30 })).await, [-30, 19]);
    assert_eq!(list(&manager, json!({ "holder": "CARRIER" })).await.len(), 1);
    assert_eq!(list(&own, json!({})).await, [19], "of the own carrier alone");

    let wrong = json!({
        "holder": "DRIVER", "holderId": driver["id"], "kind": "INSPECTION", "number": " ", "issuedOn": "2027-01-01",
        "expiresOn": "2026-01-01",
    });
    assert_eq!(
        save(&manager, wrong).await["fields"],
        json!([
            { "path": "kind", "code": "PERMIT_KIND" }, { "path": "number", "code": "REQUIRED" },
            { "path": "expiresOn", "code": "ENDS_BEFORE_START" },
        ])
    );
    // A paper stays with its holder, and a holder with its carrier.
    let moved = json!({
        "id": insurance["id"], "version": 1, "holder": "DRIVER", "holderId": driver["id"], "kind": "MEDICAL", "number": "1",
        "expiresOn": "2027-01-01",
    });
    let query = "mutation($i: SavePermitInput!) { savePermit(input: $i) { __typename } }";
    assert_eq!(manager.send(query, json!({ "i": moved })).await.code(), "NOT_FOUND");
    app.done().await;
}

#[tokio::test]
async fn two_who_change_one_paper_are_told() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let carrier = record(&manager, "A").await;
    let paper = make(&manager, "CARRIER", &carrier["id"], "LICENCE", "2026-12-20").await;
    let input = json!({
        "id": paper["id"], "version": 1, "holder": "CARRIER", "holderId": carrier["id"], "kind": "LICENCE", "number": "АА 1234",
        "expiresOn": "2027-12-20",
    });
    assert_eq!(save(&manager, input.clone()).await["permit"]["expiresOn"], "2027-12-20");
    assert_eq!(save(&manager, input).await["code"], "CHANGED_MEANWHILE");
    app.done().await;
}
