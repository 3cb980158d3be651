use tests::{TestApp, json};

use super::{Mood, Receiver, manifests, save_destination};
use crate::trip::change;

#[tokio::test]
async fn what_was_refused_is_sent_again_by_hand_under_the_same_id() {
    let app = TestApp::new().await;
    let (manager, ride) = (app.staff("TRANSPORT_MANAGER").await, app.ride("501").await);
    let receiver = Receiver::start(&[Mood::Answers(401)]).await;
    save_destination(&manager, json!({ "url": receiver.url })).await;
    app.visitor().buy(&app, std::slice::from_ref(&ride), 1).await;
    let dispatcher = app.staff("DISPATCHER").await;
    change(&dispatcher, "reportTrip", json!({ "tripId": ride.id(), "state": "DEPARTED" })).await;
    app.run_jobs().await;
    let failed = manifests(&dispatcher, &ride).await[0]["deliveries"][0].clone();
    assert_eq!((&failed["state"], &failed["lastStatus"]), (&json!("FAILED"), &json!(401)));
    app.advance(tests::TimeDelta::hours(1));
    app.run_jobs().await;
    let dispatcher = app.staff("DISPATCHER").await;
    assert_eq!(receiver.received().len(), 1, "a refusal is not repeated by itself");

    let query = "mutation($d: ID!) { resendManifest(input: { deliveryId: $d }) { __typename \
        ... on ManifestResent { delivery { state destination } } ... on InvalidInput { fields { path code } } } }";
    let sent = dispatcher.send(query, json!({ "d": failed["id"] })).await.data("resendManifest");
    assert_eq!(sent["delivery"], json!({ "state": "WAITING", "destination": "Министерство" }));
    let twice = dispatcher.send(query, json!({ "d": failed["id"] })).await.data("resendManifest");
    assert_eq!(twice["fields"][0]["code"], "DELIVERY_NOT_FAILED");
    app.run_jobs().await;
    let after = manifests(&dispatcher, &ride).await[0]["deliveries"][0].clone();
    assert_eq!((&after["state"], &after["attempts"]), (&json!("DELIVERED"), &json!(2)));
    let received = receiver.received();
    assert_eq!((received.len(), &received[0].delivery), (2, &received[1].delivery));
    let representative = app.staff("CASHIER").await;
    assert_eq!(representative.send(query, json!({ "d": failed["id"] })).await.code(), "FORBIDDEN");
    app.done().await;
}
