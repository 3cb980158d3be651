use tests::{Actor, TestApp, Value, json};

use super::{faults, layout, layouts, save, small};

async fn file(staff: &Actor, ids: Value) -> String {
    let query = "query($ids: [ID!]) { layoutFile(ids: $ids) }";
    staff.send(query, json!({ "ids": ids })).await.data("layoutFile").as_str().unwrap().to_owned()
}

async fn import(staff: &Actor, text: &str, replace: bool) -> Value {
    let query = "mutation($i: ImportLayoutsInput!) { importLayouts(input: $i) { __typename ... on InvalidInput { fields { path code message } } \
        ... on LayoutsImported { changed layouts { code version seatCount } } } }";
    staff.send(query, json!({ "i": { "json": text, "replace": replace } })).await.data("importLayouts")
}

#[tokio::test]
async fn what_was_exported_is_imported_again() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let all = file(&admin, Value::Null).await;
    let before = layouts(&admin).await;
    let refused = faults(&import(&admin, &all, false).await);
    assert_eq!(refused.len(), 9);
    assert_eq!(refused[0], ("layouts.DD77.code".to_owned(), "LAYOUT_EXISTS".to_owned()));
    let same = import(&admin, &all, true).await;
    assert_eq!((&same["changed"], same["layouts"].as_array().unwrap().len()), (&json!(0), 9));
    assert_eq!(layouts(&admin).await, before, "and says the same");

    // One of them under another name, changed: nothing else is touched.
    let one = file(&admin, json!([layout(&admin, "DD77").await["id"]])).await;
    let copy = import(&admin, &one.replace("\"DD77\"", "\"DD77-B\""), false).await;
    assert_eq!(copy["layouts"], json!([{ "code": "DD77-B", "version": 1, "seatCount": 77 }]));
    let next = import(&admin, &one.replace("\"DD77\"", "\"DD77-B\"").replace("panorama", "vip"), true).await;
    assert_eq!((&next["changed"], &next["layouts"][0]["version"]), (&json!(1), &json!(2)));
    assert_eq!(layout(&admin, "DD77").await["version"], 1);
    app.done().await;
}

#[tokio::test]
async fn a_file_is_taken_whole_or_not_at_all() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    save(&admin, &small("TAXI4")).await;
    let taxi = file(&admin, json!([layout(&admin, "TAXI4").await["id"]])).await;
    let mut file: Value = serde_json::from_str(&taxi).unwrap();
    let good = file["layouts"][0].clone();
    let (mut twice, mut closed, mut broken) = (good.clone(), good.clone(), good.clone());
    let named = |layout: &mut Value, code: &str| layout["layout_id"] = json!(code);
    named(&mut twice, "T1");
    twice["decks"][0]["cells"][8]["number"] = json!("1");
    twice["seat_count"] = json!(5);
    named(&mut closed, "T2");
    closed["decks"][0]["cells"][2]["type"] = json!("toilet");
    named(&mut broken, "T3");
    broken["decks"] = json!("?");
    let mut fresh = good.clone();
    named(&mut fresh, "T4");
    file["layouts"] = json!([twice, closed, broken, fresh]);
    let answer = import(&admin, &file.to_string(), true).await;
    let at = |path: &str, code: &str| (path.to_owned(), code.to_owned());
    let expected = [
        at("layouts.T1.decks.1.3.3.number", "SEAT_NUMBER_TWICE"),
        at("layouts.T1.seatCount", "LAYOUT_SEAT_COUNT"),
        at("layouts.T2.decks", "NO_DOOR"),
        at("layouts.T3.json", "NOT_A_LAYOUT"),
    ];
    assert_eq!(faults(&answer), expected, "{answer}");
    assert_eq!(layouts(&admin).await.len(), 10, "the good one of them is not taken either");
    assert_eq!(faults(&import(&admin, "[]", true).await), [at("json", "NOT_A_LAYOUT")]);
    assert_eq!(faults(&import(&admin, "{\"layouts\": []}", true).await), [at("json", "NO_LAYOUTS")]);
    app.done().await;
}
