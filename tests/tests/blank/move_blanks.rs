use tests::{TestApp, Value, json};

use super::{enter, field, move_to, with_blanks, written, wrong};

#[tokio::test]
async fn a_block_goes_to_another_desk_and_back_into_the_store() {
    let app = TestApp::new().await;
    let (cashier, block) = with_blanks(&app).await;
    let other = crate::shift::desk(&app, "Бишкек", "2").await;
    let accountant = app.staff("ACCOUNTANT").await;
    let ride = app.ride("501").await;
    let sale = written(&app, &cashier, &ride, "АБ 1", "3").await;
    let moved = move_to(&accountant, &block, &other).await;
    assert_eq!(
        (&moved["__typename"], &moved["block"]["desk"]["sign"]),
        (&json!("BlanksMoved"), &json!("2")),
        "{moved}"
    );
    // Nothing of it is entered at the desk that had it.
    assert_eq!(field(&enter(&cashier, &sale).await), wrong("blank", "BLANK_ELSEWHERE"));
    // On top of somebody else's change nothing is changed.
    assert_eq!(move_to(&accountant, &block, &Value::Null).await["__typename"], "ChangedMeanwhile");
    let stored = move_to(&accountant, &moved["block"], &Value::Null).await;
    assert_eq!((&stored["block"]["desk"], &stored["block"]["version"]), (&Value::Null, &json!(3)));
    let nowhere = move_to(&accountant, &stored["block"], &json!("nonsense")).await;
    assert_eq!(field(&nowhere), wrong("deskId", "NO_SUCH_DESK"));
    // What was typed is not lost: once the block is there again, it goes in.
    let desk = cashier.send("{ myShift { desk { id } } }", json!({})).await.data("myShift")["desk"]["id"].clone();
    move_to(&accountant, &stored["block"], &desk).await;
    assert_eq!(enter(&cashier, &sale).await["__typename"], "BlankEntered");
    let blocks = cashier.send("{ deskBlankBlocks { title next } }", json!({})).await.data("deskBlankBlocks");
    assert_eq!(blocks, json!([{ "title": "АБ 000001–000020", "next": "АБ 000002" }]));
    app.done().await;
}
