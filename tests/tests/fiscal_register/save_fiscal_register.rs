use tests::{TestApp, Value, json};

use super::{input, save, seen};

fn codes(answer: &Value) -> Vec<(&str, &str)> {
    let fields = answer["fields"].as_array().unwrap_or_else(|| panic!("{answer}"));
    fields.iter().map(|field| (field["path"].as_str().unwrap(), field["code"].as_str().unwrap())).collect()
}

#[tokio::test]
async fn a_register_is_made_off_and_changed_and_its_token_is_shown_to_nobody() {
    let app = TestApp::new().await;
    let accountant = app.staff("ACCOUNTANT").await;
    let made =
        save(&accountant, input("https://register.example.com/api", json!({ "token": "secret-of-the-register" })))
            .await;
    let one = &made["register"];
    assert_eq!(
        (&one["enabled"], &one["servesAll"], &one["health"]),
        (&json!(false), &json!(true), &json!("IDLE")),
        "{made}"
    );
    assert!(!app.database_holds("secret-of-the-register").await);
    let kept = json!({ "id": one["id"], "version": one["version"], "token": null, "name": "Касса вокзала" });
    let changed = save(&accountant, input("https://register.example.com/api", kept.clone())).await;
    assert_eq!(changed["register"]["name"], "Касса вокзала", "{changed}");
    let again = save(&accountant, input("https://register.example.com/api", kept)).await;
    assert_eq!(again["code"], "CHANGED_MEANWHILE");
    assert_eq!(seen(&accountant, &one["id"]).await["name"], "Касса вокзала");
    let log = app.staff("ADMINISTRATOR").await;
    let query = "{ auditEntries(filter: { subjectKind: \"fiscal_register\" }) { nodes { action before after } } }";
    let told = log.send(query, json!({})).await.data("auditEntries").to_string();
    assert!(!told.contains("secret-of-the-register") && told.contains("Касса вокзала"), "{told}");
    app.done().await;
}

#[tokio::test]
async fn what_is_wrong_is_told_by_field_and_one_register_serves_all() {
    let app = TestApp::new().await;
    let accountant = app.staff("ACCOUNTANT").await;
    let wrong = json!({ "name": " ", "token": "short", "inn": "123", "regNumber": "x", "feeTaxPercent": "51", "organisation": "",
        "place": "" });
    let answer = save(&accountant, input("register", wrong)).await;
    let mut told = codes(&answer);
    told.sort_unstable();
    assert_eq!(
        told,
        [
            ("feeTaxPercent", "SHARE"),
            ("inn", "INN_FORM"),
            ("name", "REQUIRED"),
            ("organisation", "REQUIRED"),
            ("place", "REQUIRED"),
            ("regNumber", "DIGITS"),
            ("token", "REGISTER_TOKEN"),
            ("url", "URL"),
        ]
    );
    let first = save(&accountant, input("https://a.example.com", json!({}))).await;
    assert_eq!(first["__typename"], "FiscalRegisterSaved", "{first}");
    let second = save(&accountant, input("https://b.example.com", json!({}))).await;
    assert_eq!(codes(&second), [("servesAll", "ANOTHER_SERVES_ALL")]);
    let missing = save(&accountant, input("https://b.example.com", json!({ "servesAll": false, "token": null }))).await;
    assert_eq!(codes(&missing), [("token", "REQUIRED")]);
    app.done().await;
}
