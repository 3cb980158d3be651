use tests::{TestApp, json};

use super::{again, end, rule, rules, save};
use crate::station::wrong;

#[tokio::test]
async fn a_rule_ends_and_a_plan_is_given_up() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let codes = async |ended: bool| -> Vec<String> {
        let all = rules(&manager, "DISCOUNT", ended).await;
        all.iter().map(|rule| rule["code"].as_str().unwrap().to_owned()).collect()
    };
    let student = rule(&manager, "DISCOUNT", "student").await;
    let mut planned = again(&student);
    planned["from"] = json!("2026-12-24");
    planned["percentOff"] = json!("20");
    let planned = save(&manager, &planned).await["rule"].clone();

    // Given up, it was never there, and the one before it has no end.
    let giving = json!({ "code": planned["code"], "version": planned["version"] });
    assert_eq!(end(&manager, &giving).await["__typename"], "TariffRuleSaved");
    let student = rule(&manager, "DISCOUNT", "student").await;
    assert_eq!((&student["code"], &student["validTo"]), (&json!("student"), &json!(null)));

    let ending = json!({ "code": "student", "version": student["version"], "from": "2026-12-01" });
    assert_eq!(wrong(&end(&manager, &ending).await), [("from", "DATE_PAST")]);
    let ending = json!({ "code": "student", "version": student["version"] });
    assert_eq!(end(&manager, &ending).await["rule"]["state"], "ENDED");
    assert!(!codes(false).await.contains(&"student".to_owned()));
    assert_eq!(codes(true).await, ["student"]);
    assert_eq!(end(&manager, &ending).await["code"], "CHANGED_MEANWHILE");
    let categories =
        app.visitor().send("{ passengerCategories { code } }", json!({})).await.data("passengerCategories");
    assert!(!categories.as_array().unwrap().contains(&json!({ "code": "STUDENT" })), "{categories}");

    let log = "{ auditEntries(filter: { subjectKind: \"tariff\" }, first: 9) { nodes { action } } }";
    let log = app.staff("ADMINISTRATOR").await.send(log, json!({})).await.data("auditEntries")["nodes"].clone();
    let actions: Vec<&str> = log.as_array().unwrap().iter().map(|entry| entry["action"].as_str().unwrap()).collect();
    assert_eq!(actions, ["END_TARIFF_RULE", "END_TARIFF_RULE", "SAVE_TARIFF_RULE"]);
    app.done().await;
}
