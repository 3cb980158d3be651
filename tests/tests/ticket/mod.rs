use api::platform::secrets::Secrets;
use domain::ticket_code::verify;
use tests::{TestApp, TimeDelta, json};

#[tokio::test]
async fn a_ticket_verifies_offline_with_the_published_keys_until_it_is_given_back() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let ride = app.ride_after("501", TimeDelta::hours(30)).await;
    let order = ana.buy(&app, std::slice::from_ref(&ride), 1).await;
    let seen = ana.order(&order).await;
    let line = &seen["segments"][0]["lines"][0];
    let published: tests::Value = ana.get("/.well-known/beket-ticket-keys.json").await.json().await.unwrap();
    assert_eq!(published["keys"][0]["algorithm"], "Ed25519");
    assert_eq!(published["revoked"], json!([]));

    let claims = verify(line["ticket"]["qr"].as_str().unwrap(), &app.app.ticket_keys).unwrap();
    assert_eq!(claims.number, line["ticket"]["number"].as_str().unwrap());
    assert_eq!(claims.seat, line["seat"].as_str().unwrap());
    assert_eq!((claims.trip, claims.from_call, claims.to_call), (ride.trip.id, 0, 11));
    assert_eq!(claims.departs_at, ride.trip.calls[0].departure);

    let quote = ana.quote(&order, &[line["id"].as_str().unwrap()]).await;
    ana.confirm(&order, quote["quote"]["id"].as_str().unwrap(), "key-of-a-refund-here").await;
    let published: tests::Value = ana.get("/.well-known/beket-ticket-keys.json").await.json().await.unwrap();
    assert_eq!(published["revoked"], json!([claims.number]));
    app.done().await;
}

#[tokio::test]
async fn a_key_from_before_the_secret_was_changed_is_accepted_while_it_is_named() {
    use base64::Engine as _;
    let former = Secrets::new(b"the secret of last year, long enough");
    let former_key = former.ticket_key().verifying_key();
    let text = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(former_key.as_bytes());
    let app = TestApp::with(|config| config.former_ticket_keys = vec![text]).await;
    let published: tests::Value = app.visitor().get("/.well-known/beket-ticket-keys.json").await.json().await.unwrap();
    assert_eq!(published["keys"].as_array().unwrap().len(), 2);
    assert!(app.app.ticket_keys.contains(&former_key));
    app.done().await;
}

#[tokio::test]
async fn files_are_behind_the_secret() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.buy(&app, &[app.ride("901").await], 2).await;
    let path = |secret: &str, name: &str| format!("/files/{}/{secret}/{name}", order.number);
    let pdf = ana.get(&path(&order.secret, "tickets.pdf")).await;
    assert_eq!(pdf.headers()["content-type"], "application/pdf");
    let bytes = pdf.bytes().await.unwrap();
    assert!(bytes.starts_with(b"%PDF-") && bytes.len() > 20_000, "{} bytes", bytes.len());
    let calendar = ana.get(&path(&order.secret, "trip.ics")).await.text().await.unwrap();
    assert!(calendar.contains("BEGIN:VEVENT"), "{calendar}");
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1, "one ride, whoever travels");
    assert_eq!(ana.get(&path("wrong", "tickets.pdf")).await.status().as_u16(), 404);
    assert_eq!(ana.get(&path(&order.secret, "other.exe")).await.status().as_u16(), 404);
    app.done().await;
}
