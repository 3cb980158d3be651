use api::features::permit::remind;
use chrono::TimeDelta;
use tests::{TestApp, json};

use super::{make, save};
use crate::carrier::record;
use crate::vehicle::first_of;

/// Addressees of the letters about papers, sorted.
async fn told(app: &TestApp) -> Vec<String> {
    let messages = app.messages().await;
    let letters = messages.iter().filter(|(_, _, text)| text.contains("/admin/permits"));
    let mut to: Vec<String> = letters.map(|(_, to, _)| to.clone()).collect();
    to.sort();
    to
}

#[tokio::test]
async fn who_keeps_the_fleet_is_told_once_each_time_before_a_paper_ends_and_after() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let carrier = record(&manager, "B").await;
    let vehicle = first_of(&manager, carrier["id"].as_str().unwrap()).await;
    let paper = make(&manager, "VEHICLE", &vehicle["id"], "INSURANCE", "2026-12-31").await;
    make(&manager, "CARRIER", &carrier["id"], "LICENCE", "2030-12-31").await;
    // The representative of another carrier is not told.
    let expected = [
        "administrator@demo.beket.example.com",
        "info@carrier-b.example.com",
        "transport-manager@demo.beket.example.com",
    ];
    assert_eq!(remind(&app.app).await.unwrap(), 1);
    assert_eq!(told(&app).await, expected);
    let text = app.messages().await.last().unwrap().2.clone();
    assert!(text.contains("31.12.2026") && text.contains(vehicle["plate"].as_str().unwrap()), "{text}");
    assert!(!text.contains("2030"), "{text}");
    assert_eq!(remind(&app.app).await.unwrap(), 0, "once");

    app.advance(TimeDelta::days(24));
    assert_eq!((remind(&app.app).await.unwrap(), remind(&app.app).await.unwrap()), (1, 0), "a week before");
    app.advance(TimeDelta::days(7));
    assert_eq!((remind(&app.app).await.unwrap(), remind(&app.app).await.unwrap()), (1, 0), "when it has ended");
    assert_eq!(told(&app).await.len(), 9);

    // With another last day it begins anew.
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let longer = json!({
        "id": paper["id"], "version": 1, "holder": "VEHICLE", "holderId": vehicle["id"], "kind": "INSURANCE", "number": "АА 1234",
        "expiresOn": "2027-01-10",
    });
    assert_eq!(save(&manager, longer).await["__typename"], "PermitSaved");
    assert_eq!(remind(&app.app).await.unwrap(), 1);
    app.done().await;
}

/// Of two replicas that look at once one tells.
#[tokio::test]
async fn reminders_sent_at_once_are_sent_once() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let carrier = record(&manager, "B").await;
    make(&manager, "CARRIER", &carrier["id"], "LICENCE", "2026-12-31").await;
    let counts = futures::future::join_all((0..6).map(|_| remind(&app.app))).await;
    assert_eq!(counts.into_iter().map(Result::unwrap).sum::<usize>(), 1);
    assert_eq!(told(&app).await.len(), 3);
    app.done().await;
}
