//! Promotional codes.

mod apply_promotion;
mod campaigns;
mod save_promotion;

use tests::{Actor, Bought, Value, json};

pub async fn save(staff: &Actor, input: Value) -> Value {
    let query = "mutation($i: SavePromotionInput!) { savePromotion(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } ... on PromotionSaved { promotion { id version code active } } } }";
    staff.send(query, json!({ "i": input })).await.data("savePromotion")
}

/// A code that takes so many per cent off; more terms on top.
pub async fn make(staff: &Actor, code: &str, percent: &str, more: Value) -> Value {
    let mut input = json!({ "code": code, "names": { "ru": "Акция" }, "percent": percent });
    for (key, value) in more.as_object().unwrap() {
        input[key] = value.clone();
    }
    let saved = save(staff, input).await;
    assert_eq!(saved["__typename"], "PromotionSaved", "{saved}");
    saved["promotion"].clone()
}

/// A campaign that takes so many per cent off by itself.
pub async fn campaign(staff: &Actor, percent: &str, more: Value) -> Value {
    let mut input = json!({ "names": { "ru": "Акция" }, "percent": percent });
    for (key, value) in more.as_object().unwrap() {
        input[key] = value.clone();
    }
    let saved = save(staff, input).await;
    assert_eq!(saved["__typename"], "PromotionSaved", "{saved}");
    saved["promotion"].clone()
}

const ORDER: &str = "promotionCode total { amount } explanation { kind rule title amount { amount } }";

pub async fn apply(who: &Actor, order: &Bought, code: Option<&str>) -> Value {
    let query = format!(
        "mutation($i: ApplyPromotionInput!) {{ applyPromotion(input: $i) {{ __typename ... on UserError {{ code }} \
         ... on InvalidInput {{ fields {{ path code message }} }} ... on OrderChanged {{ order {{ {ORDER} }} }} }} }}"
    );
    who.send(&query, json!({ "i": { "order": order.reference(), "code": code } })).await.data("applyPromotion")
}

/// The code of the error at `code`, or the kind of the answer.
pub fn said(answer: &Value) -> String {
    let field = answer["fields"][0]["code"].as_str().or(answer["code"].as_str());
    field.unwrap_or_else(|| answer["__typename"].as_str().unwrap()).to_owned()
}
