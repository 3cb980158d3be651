//! What lists of the office are narrowed to.

use tests::{TestApp, json};

/// Names of the rows that fit.
async fn named(staff: &tests::Actor, field: &str, filter: &str) -> Vec<String> {
    let query = format!("{{ {field}(filter: {{ {filter} }}, first: 100) {{ totalCount nodes {{ name }} }} }}");
    let answer = staff.send(&query, json!({})).await.data(field);
    let names: Vec<String> =
        answer["nodes"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect();
    assert_eq!(answer["totalCount"], names.len());
    names
}

#[tokio::test]
async fn lists_of_the_office_are_searched_and_narrowed() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    super::furnished::furnish(&app, &admin).await;
    let mut russian = admin.clone();
    russian.language = "ru";
    for (field, filter, expected) in [
        ("partners", "text: \"АТ\"", &["Алтын Ат"][..]),
        ("partners", "text: \"OPS@\", revoked: false", &["Алтын Ат", "Өз жол", "Тур Азия"]),
        ("partners", "revoked: true", &[]),
        ("manifestDestinations", "text: \"example.com/A\"", &["Архив"]),
        ("manifestDestinations", "active: false", &["Контроль"]),
        ("manifestDestinations", "format: XML", &["Архив"]),
        ("manifestDestinations", "carrierId: \"nobody\"", &[]),
        ("tariffRules", "text: \"самовар\"", &["Самовар", "Самовар"]),
        ("tariffRules", "text: \"самовар\", state: PLANNED", &["Самовар"]),
        ("tariffRules", "text: \"самовар\", kind: FEE", &[]),
        ("tariffRules", "state: ENDED", &[]),
        ("tariffRules", "text: \"student\", kind: DISCOUNT", &["Студент"]),
        ("holidays", "year: 2027, text: \"победы\"", &["День Победы"]),
        ("holidays", "year: 2027, shortenedDay: true, nonWorking: true", &[]),
        ("roles", "text: \"диспетчер\"", &["Диспетчер"]),
        ("roles", "permission: MANAGE_STAFF", &["Администратор"]),
    ] {
        assert_eq!(named(&russian, field, filter).await, expected, "{field} {filter}");
    }
    let (free, all) =
        (named(&russian, "holidays", "year: 2027, nonWorking: true").await, named(&russian, "holidays", "").await);
    assert!(!free.is_empty() && free.len() < all.len(), "{} of {}", free.len(), all.len());
    app.done().await;
}

#[tokio::test]
async fn roles_ask_the_database_as_often_for_all_as_for_one() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let cost = async |first: usize| {
        let before = app.app.db.queries();
        let query = format!("{{ roles(first: {first}) {{ nodes {{ staffCount permissions }} }} }}");
        let rows = admin.send(&query, json!({})).await.data("roles")["nodes"].as_array().unwrap().len();
        (rows, app.app.db.queries() - before)
    };
    cost(1).await;
    let (one, all) = (cost(1).await, cost(100).await);
    assert_eq!((one.0, all.1), (1, one.1), "{all:?}");
    app.done().await;
}
