use serde_json::json;

use super::{Supply, ask, demo, place};

const PLACES: &str = "query ($q: String!) { places(query: $q, first: 5) { name kind detail } }";

async fn first(app: &Supply, language: &'static str, query: &str) -> Option<String> {
    let data = ask(app, language, PLACES, json!({ "q": query })).await;
    data["places"][0]["name"].as_str().map(str::to_owned)
}

#[tokio::test]
async fn towns_are_found_in_any_language_script_and_spelling() {
    let app = demo().await;
    for (query, expected) in [
        ("osh", "Ош"),
        ("ош", "Ош"),
        ("ОШ", "Ош"),
        ("Бишкек", "Бишкек"),
        ("Bishkek", "Бишкек"),
        ("бишкекк", "Бишкек"),
        ("биш", "Бишкек"),
        ("bish", "Бишкек"),
        ("бешкек", "Бишкек"),
        ("каракл", "Каракол"),
        ("karakol", "Каракол"),
        ("озгон", "Узген"),
        ("Өзгөн", "Узген"),
        ("Жалал-Абад", "Джалал-Абад (Манас)"),
        ("jalal abad", "Джалал-Абад (Манас)"),
        ("чолпон ата", "Чолпон-Ата"),
        ("balykchy", "Балыкчы"),
        ("балыкчи", "Балыкчы"),
        ("алматы", "Алматы"),
        ("алма-ата", "Алматы"),
        ("Пржевальск", "Каракол"),
        ("ысык-көл", "Чолпон-Ата"),
        ("ysyk", "Чолпон-Ата"),
        ("Оштон", "Ош"),
        ("новый автовокзал ош", "Ош, Новый автовокзал"),
        ("ак-кула", "Бишкек, автовокзал «Ак-Кула» (временный, запад)"),
    ] {
        assert_eq!(first(&app, "ru", query).await.as_deref(), Some(expected), "{query}");
    }
    for query in ["qwertyuiop", "-", "Париж", "qqqq", "ннннн"] {
        assert_eq!(first(&app, "ru", query).await, None, "{query}");
    }
    let similar = ask(&app, "ru", PLACES, json!({ "q": "Каракул" })).await;
    let names: Vec<&str> =
        similar["places"].as_array().unwrap().iter().filter_map(|place| place["name"].as_str()).collect();
    assert_eq!(names[0], "Кара-Куль");
    assert!(names.contains(&"Каракол"), "a letter away: {names:?}");
    assert_eq!(first(&app, "ky", "uzgen").await.as_deref(), Some("Өзгөн"));
    assert_eq!(first(&app, "en", "Өзгөн").await.as_deref(), Some("Uzgen"));
    app.done().await;
}

#[tokio::test]
async fn a_town_of_several_stations_stands_before_them() {
    let app = demo().await;
    let data = ask(&app, "en", PLACES, json!({ "q": "osh" })).await;
    let names: Vec<_> =
        data["places"].as_array().unwrap().iter().map(|p| (p["name"].clone(), p["kind"].clone())).collect();
    let expected = [("Osh", "PLACE"), ("Osh, New Bus Station", "STATION"), ("Osh, Old Bus Station", "STATION")];
    assert_eq!(names, expected.map(|(name, kind)| (json!(name), json!(kind))));
    assert_eq!(data["places"][0]["detail"], "2 stations and stops");
    assert_eq!(data["places"][1]["detail"], "Osh");
    app.done().await;
}

#[tokio::test]
async fn an_empty_query_gives_the_busiest_towns() {
    let app = demo().await;
    assert_eq!(first(&app, "ru", "").await.as_deref(), Some("Бишкек"));
    app.done().await;
}

#[tokio::test]
async fn a_place_and_its_stations_are_found_by_id() {
    let app = demo().await;
    let id = place(&app, "Бишкек").await;
    let data = ask(&app, "en", "query ($id: ID!) { place(id: $id) { name kind } station(id: $id) { name kind timeZone place { stations { name } } } }", json!({ "id": id })).await;
    assert_eq!(data["place"], json!({ "name": "Bishkek", "kind": "PLACE" }));
    assert_eq!(data["station"]["kind"], "STATION");
    assert_eq!(data["station"]["place"]["stations"].as_array().unwrap().len(), 6);
    let nothing =
        ask(&app, "en", "{ place(id: \"nonsense\") { name } station(id: \"AAAA\") { name } }", json!({})).await;
    assert_eq!(nothing, json!({ "place": null, "station": null }));
    app.done().await;
}

#[tokio::test]
async fn popular_directions_are_sold_long_distances() {
    let app = demo().await;
    let data = ask(
        &app,
        "en",
        "{ popularDirections(first: 3) { from { name } to { name } priceFrom { amount currency } tripsPerDay } }",
        json!({}),
    )
    .await;
    let first = &data["popularDirections"][0];
    assert_eq!((&first["from"]["name"], &first["to"]["name"]), (&json!("Bishkek"), &json!("Karakol")));
    assert_eq!(first["priceFrom"], json!({ "amount": "600.00", "currency": "KGS" }));
    assert!(first["tripsPerDay"].as_i64().unwrap() > 10);
    assert_eq!(data["popularDirections"].as_array().unwrap().len(), 3);
    app.done().await;
}
