use tests::{Actor, Habit, Value, json};

use super::{HEAD, differences, fee, kinds, loaded, paid, registries};
use crate::gateway::Scene;
use crate::station::wrong;

async fn settle(staff: &Actor, difference: &Value, action: &str, note: Option<&str>) -> Value {
    let query = "mutation($i: SettleDifferenceInput!) { settleDifference(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } ... on DifferenceSettled { said difference { state note settledBy { lastName } } } } }";
    let input = json!({ "id": difference["id"], "action": action, "note": note });
    staff.send(query, json!({ "i": input })).await.data("settleDifference")
}

#[tokio::test]
async fn a_payment_that_the_bank_has_and_we_have_not_is_asked_about_and_sold() {
    let (scene, _) = Scene::begun(json!({})).await;
    let staff = &scene.accountant;
    let reference = scene.bank.only();
    let file = format!("{HEAD}{reference};{};;;payment\n", scene.sum);
    let (_, found) = loaded(&scene.app, staff, "bank", &file).await;
    assert_eq!(kinds(&found), ["STATE_DIFFERS"]);
    // The bank says otherwise than its file, or nothing: it stays open.
    let said = settle(staff, &found[0], "ASK", None).await;
    assert_eq!((&said["said"], &said["difference"]["state"]), (&json!("PENDING"), &json!("OPEN")), "{said}");
    scene.bank.is(Habit::Broken);
    let said = settle(staff, &found[0], "ASK", None).await;
    assert!(said["said"].as_str().unwrap().contains("HTTP 500"), "{said}");
    assert_eq!(registries(staff).await[0]["open"], 1);
    scene.bank.is(Habit::Good);
    scene.bank.book(&reference, "PAID");
    let said = settle(staff, &found[0], "ASK", None).await;
    assert_eq!((&said["said"], &said["difference"]["state"]), (&json!("PAID"), &json!("SETTLED")), "{said}");
    assert_eq!(scene.status().await, "PAID");
    assert_eq!(registries(staff).await[0]["open"], 0);
    assert_eq!(wrong(&settle(staff, &found[0], "ASK", None).await), [("id", "DIFFERENCE_OVER")]);
    scene.app.done().await;
}

#[tokio::test]
async fn another_fee_is_booked_once_whatever_number_of_files_has_it() {
    let (scene, reference) = paid().await;
    let staff = &scene.accountant;
    let mut all = Vec::new();
    for time in ["first", "second"] {
        let file = format!("{HEAD}{reference};{};99.00;{time};payment\n", scene.sum);
        all.extend(loaded(&scene.app, staff, "bank", &file).await.1);
    }
    assert_eq!(kinds(&all), ["FEE_DIFFERS", "FEE_DIFFERS"]);
    assert_eq!(wrong(&settle(staff, &all[0], "ASK", None).await), [("action", "NOT_FOR_THIS")]);
    for one in &all {
        let booked = settle(staff, one, "BOOK_FEE", None).await;
        assert_eq!(booked["difference"]["state"], "BOOKED", "{booked}");
        assert_eq!(scene.booked("GATEWAY_FEE").await, 9_900);
        assert_eq!(scene.booked("GATEWAY:bank").await, scene.minor - 9_900);
    }
    // The next file with the bank's fee differs in nothing; with ours it does.
    let file = format!("{HEAD}{reference};{};99.00;third;payment\n", scene.sum);
    assert_eq!(loaded(&scene.app, staff, "bank", &file).await.1, Vec::<Value>::new());
    let file = format!("{HEAD}{reference};{};{};fourth;payment\n", scene.sum, fee(&scene));
    assert_eq!(kinds(&loaded(&scene.app, staff, "bank", &file).await.1), ["FEE_DIFFERS"]);
    scene.app.done().await;
}

#[tokio::test]
async fn what_stays_is_accepted_with_a_reason_and_stands_in_the_log() {
    let (scene, reference) = paid().await;
    let staff = &scene.accountant;
    let file = format!("{HEAD}B-1;5;;;payment\n");
    let (id, found) = loaded(&scene.app, staff, "bank", &file).await;
    assert_eq!(kinds(&found), ["MISSING_HERE", "MISSING_THERE"]);
    assert_eq!(wrong(&settle(staff, &found[0], "ACCEPT", Some(" ")).await), [("note", "REQUIRED")]);
    assert_eq!(wrong(&settle(staff, &found[0], "BOOK_FEE", None).await), [("action", "NOT_FOR_THIS")]);
    assert_eq!(wrong(&settle(staff, &found[0], "ASK", None).await), [("action", "NOT_FOR_THIS")]);
    let accepted = settle(staff, &found[0], "ACCEPT", Some("a payment of another shop")).await;
    assert_eq!(accepted["difference"]["state"], "ACCEPTED");
    // The bank knows of the other after all.
    assert_eq!(scene.bank.charge(&reference).state, "PAID");
    assert_eq!(settle(staff, &found[1], "ASK", None).await["difference"]["state"], "SETTLED");
    let now = differences(staff, json!({ "registryId": id })).await;
    assert_eq!((&now[0]["state"], &now[0]["note"]), (&json!("ACCEPTED"), &json!("a payment of another shop")));
    assert!(now[0]["settledBy"]["lastName"].is_string());
    assert_eq!(differences(staff, json!({ "state": "OPEN" })).await.len(), 0);
    let admin = scene.app.staff("ADMINISTRATOR").await;
    let log = "{ auditEntries(filter: { changesOnly: true }, first: 10) { nodes { action } } }";
    let log = admin.send(log, json!({})).await.data("auditEntries")["nodes"].clone();
    let actions: Vec<&str> = log.as_array().unwrap().iter().map(|one| one["action"].as_str().unwrap()).collect();
    assert_eq!(actions[..3], ["SETTLE_DIFFERENCE", "SETTLE_DIFFERENCE", "LOAD_REGISTRY"]);
    scene.app.done().await;
}
