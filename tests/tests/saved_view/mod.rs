//! Views of lists.

mod drop_view;
mod save_view;

use tests::{Actor, Value, json};

pub async fn save(staff: &Actor, name: &str, shared: bool, settings: Value) -> Value {
    let query = "mutation($i: SaveViewInput!) { saveView(input: $i) { __typename ... on InvalidInput { fields { path code } } \
        ... on ViewSaved { view { id name shared own settings { name value } } } } }";
    let input = json!({ "list": "orders", "name": name, "shared": shared, "settings": settings });
    staff.send(query, json!({ "i": input })).await.data("saveView")
}

pub async fn views(staff: &Actor) -> Vec<Value> {
    let query = "{ savedViews(list: \"orders\") { id name shared own owner { email } settings { name value } } }";
    staff.send(query, json!({})).await.data("savedViews").as_array().unwrap().clone()
}

pub fn names(views: &[Value]) -> Vec<&str> {
    views.iter().map(|view| view["name"].as_str().unwrap()).collect()
}
