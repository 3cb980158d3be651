//! The guide for technicians of banks says what the server takes.

use api::features::gateway::signature;
use tests::{BANK_KEY, json};

use super::Scene;

const GUIDE: &str = include_str!("../../../docs/gateways.md");

#[tokio::test]
async fn the_guide_s_message_is_signed_as_it_says_and_is_read() {
    let block = GUIDE.split("```http\n").nth(1).and_then(|rest| rest.split("\n```").next()).expect("an example");
    let (head, body) = block.split_once("\n\n").unwrap();
    let signed = head.lines().find_map(|line| line.strip_prefix("X-Signature: ")).unwrap();
    assert_eq!(signature(BANK_KEY.as_bytes(), body.as_bytes()), signed);
    let scene = Scene::ready(json!({})).await;
    // Signed and read: there is only no such payment.
    assert_eq!(scene.bank.send(&scene.callback(), body.to_owned(), Some(signed)).await, 404);
    assert_eq!(scene.bank.send(&scene.callback(), body.replace("650", "651"), Some(signed)).await, 401);
    scene.app.done().await;
}
