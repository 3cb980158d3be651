use tests::{TestApp, json};

use super::{add_photo, list, picture};

#[tokio::test]
async fn photos_are_added_seen_by_everybody_and_removed() {
    let app = TestApp::new().await;
    let (manager, dispatcher) = (app.staff("TRANSPORT_MANAGER").await, app.staff("DISPATCHER").await);
    let vehicle = list(&manager, json!({})).await[0]["id"].clone();
    let (status, photo) = add_photo(&manager, &vehicle).await;
    assert_eq!(status, 200, "{photo}");
    let seen = app.visitor().get(photo["url"].as_str().unwrap()).await;
    assert_eq!((seen.status().as_u16(), seen.headers()["content-type"].to_str().unwrap()), (200, "image/jpeg"));
    assert!(seen.headers()["cache-control"].to_str().unwrap().contains("immutable"));
    assert_eq!(seen.bytes().await.unwrap().to_vec(), picture());

    // What is no picture, too large, of nobody, or sent without the right is not taken.
    let path = format!("/photos/{}", vehicle.as_str().unwrap());
    let refused = [
        (manager.put_file(&path, b"<svg onload=alert(1)>".to_vec()).await.0, 415),
        (manager.put_file(&path, [picture(), vec![0; 2 * 1024 * 1024]].concat()).await.0, 413),
        (manager.put_file("/photos/nothing", picture()).await.0, 404),
        (dispatcher.put_file(&path, picture()).await.0, 403),
        (app.visitor().put_file(&path, picture()).await.0, 403),
    ];
    assert!(refused.iter().all(|(status, expected)| status == expected), "{refused:?}");
    for _ in 0..7 {
        assert_eq!(add_photo(&manager, &vehicle).await.0, 200);
    }
    assert_eq!(add_photo(&manager, &vehicle).await.0, 409);

    let drop = "mutation($i: ID!) { dropPhoto(id: $i) { ok } }";
    manager.send(drop, json!({ "i": photo["id"] })).await.data("dropPhoto");
    assert_eq!(manager.send(drop, json!({ "i": photo["id"] })).await.code(), "NOT_FOUND");
    assert_eq!(app.visitor().get(photo["url"].as_str().unwrap()).await.status().as_u16(), 404);
    let photos = list(&manager, json!({})).await[0]["photos"].as_array().unwrap().len();
    assert_eq!(photos, 7);
    app.done().await;
}
