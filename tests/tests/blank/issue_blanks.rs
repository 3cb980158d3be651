use futures::future::join_all;
use tests::{TestApp, json};

use super::{field, issue, wrong};

#[tokio::test]
async fn a_block_is_on_account_blank_by_blank() {
    let app = TestApp::new().await;
    let desk = crate::shift::desk(&app, "Бишкек", "7").await;
    let accountant = app.staff("ACCOUNTANT").await;
    let issued =
        issue(&accountant, json!({ "series": " аб ", "firstNumber": 1, "lastNumber": 1000, "deskId": desk })).await;
    let block = &issued["block"];
    assert_eq!((&block["title"], &block["free"]), (&json!("АБ 000001–001000"), &json!(1000)), "{issued}");
    assert_eq!((&block["next"], &block["desk"]["sign"]), (&json!("АБ 000001"), &json!("7")));
    let stored = issue(&accountant, json!({ "series": "АБ", "firstNumber": 1001, "lastNumber": 1001 })).await;
    assert_eq!((&stored["block"]["title"], &stored["block"]["desk"]), (&json!("АБ 001001"), &json!(null)));
    // Found by a blank of it, and by its series.
    let listed = async |text: &str| {
        let query =
            "query($t: String) { blankBlocks(filter: { text: $t }) { nodes { title blanks { number state } } } }";
        accountant.send(query, json!({ "t": text })).await.data("blankBlocks")["nodes"].clone()
    };
    let found = listed("аб № 500").await;
    assert_eq!(found.as_array().map(Vec::len), Some(1), "{found}");
    assert_eq!(found[0]["blanks"].as_array().map(Vec::len), Some(1000));
    assert_eq!(found[0]["blanks"][499], json!({ "number": "АБ 000500", "state": "FREE" }));
    assert_eq!(listed("АБ").await.as_array().map(Vec::len), Some(2));
    assert_eq!(listed("АБ 2000").await, json!([]));
    app.done().await;
}

#[tokio::test]
async fn what_is_wrong_with_a_block_is_told_at_its_field() {
    let app = TestApp::new().await;
    let accountant = app.staff("ACCOUNTANT").await;
    let refused = async |input| field(&issue(&accountant, input).await);
    let block =
        |series: &str, first: i32, last: i32| json!({ "series": series, "firstNumber": first, "lastNumber": last });
    assert_eq!(refused(block("", 1, 2)).await, wrong("series", "SERIES_FORM"));
    assert_eq!(refused(block("А1", 1, 2)).await, wrong("series", "SERIES_FORM"));
    assert_eq!(refused(block("АБВГДЕЖ", 1, 2)).await, wrong("series", "SERIES_FORM"));
    assert_eq!(refused(block("АБ", -1, 2)).await, wrong("firstNumber", "BLANK_NUMBER"));
    assert_eq!(refused(block("АБ", 5, 4)).await, wrong("lastNumber", "BEFORE_FIRST_NUMBER"));
    assert_eq!(refused(block("АБ", 1, 1001)).await, wrong("lastNumber", "TOO_MANY_BLANKS"));
    let mut elsewhere = block("АБ", 1, 2);
    elsewhere["deskId"] = json!("nonsense");
    assert_eq!(refused(elsewhere).await, wrong("deskId", "NO_SUCH_DESK"));
    assert_eq!(issue(&accountant, block("АБ", 10, 20)).await["__typename"], "BlanksIssued");
    for (first, last) in [(1, 10), (20, 30), (12, 15), (1, 100)] {
        assert_eq!(refused(block("АБ", first, last)).await, wrong("firstNumber", "BLANK_EXISTS"), "{first}");
    }
    assert_eq!(issue(&accountant, block("ВГ", 10, 20)).await["__typename"], "BlanksIssued");
    assert_eq!(app.count("SELECT id FROM blank").await, 22);
    app.done().await;
}

#[tokio::test]
async fn of_blocks_that_overlap_one_is_taken_on_account() {
    let app = TestApp::new().await;
    let accountant = app.staff("ACCOUNTANT").await;
    let both = (0..6).map(|n| issue(&accountant, json!({ "series": "АБ", "firstNumber": n, "lastNumber": 10 + n })));
    let answers = join_all(both).await;
    let issued = answers.iter().filter(|answer| answer["__typename"] == "BlanksIssued").count();
    assert_eq!(issued, 1, "{answers:?}");
    let others = answers.iter().filter(|answer| answer["__typename"] == "InvalidInput");
    assert!(others.into_iter().all(|answer| field(answer) == wrong("firstNumber", "BLANK_EXISTS")), "{answers:?}");
    assert_eq!(app.count("SELECT id FROM blank").await, 11);
    app.done().await;
}
