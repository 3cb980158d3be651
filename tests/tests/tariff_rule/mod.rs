//! Rules of the tariff that the office edits.

pub mod classes;
mod demand;
mod end_tariff_rule;
mod save_tariff_rule;

use tests::{Actor, Ride, Value, json};

const ANSWER: &str = "{ __typename ... on UserError { code } ... on InvalidInput { fields { path code } } \
    ... on TariffRuleSaved { rule { code series version state } } }";

pub async fn save(staff: &Actor, input: &Value) -> Value {
    let query = format!("mutation($i: SaveTariffRuleInput!) {{ saveTariffRule(input: $i) {ANSWER} }}");
    staff.send(&query, json!({ "i": input })).await.data("saveTariffRule")
}

pub async fn end(staff: &Actor, input: &Value) -> Value {
    let query = format!("mutation($i: EndTariffRuleInput!) {{ endTariffRule(input: $i) {ANSWER} }}");
    staff.send(&query, json!({ "i": input })).await.data("endTariffRule")
}

/// Those that have ended, or those in force and planned.
pub async fn rules(staff: &Actor, kind: &str, ended: bool) -> Vec<Value> {
    let query = "query($f: TariffRuleFilterInput!) { tariffRules(filter: $f, first: 100) { nodes { code series version kind \
        state names { ru ky en } conditions { ru ky en } scopes carrier { id } channels validFrom validTo keptByOffice \
        category percentOff ageFrom ageTo ownSeat quotaPerTrip seasonFrom seasonTo minGroup proofRequired \
        amount { amount currency } maxCount ofStation percent most { amount } minutesBefore } } }";
    let state = ended.then_some("ENDED");
    let found = staff.send(query, json!({ "f": { "kind": kind, "state": state } })).await.data("tariffRules");
    found["nodes"].as_array().unwrap().clone()
}

pub async fn rule(staff: &Actor, kind: &str, code: &str) -> Value {
    let all = rules(staff, kind, false).await;
    all.into_iter()
        .find(|rule| rule["code"] == code || rule["series"] == code)
        .unwrap_or_else(|| panic!("no rule {code}"))
}

/// What a rule needs to be saved again as it is.
pub fn again(rule: &Value) -> Value {
    json!({
        "code": rule["code"], "version": rule["version"], "kind": rule["kind"], "names": rule["names"],
        "conditions": rule["conditions"], "scopes": rule["scopes"], "carrierId": rule["carrier"]["id"],
        "channels": rule["channels"], "category": rule["category"], "percentOff": rule["percentOff"],
        "ageFrom": rule["ageFrom"], "ageTo": rule["ageTo"], "ownSeat": rule["ownSeat"].as_bool().unwrap_or(true),
        "quotaPerTrip": rule["quotaPerTrip"], "seasonFrom": rule["seasonFrom"], "seasonTo": rule["seasonTo"],
        "minGroup": rule["minGroup"], "proofRequired": rule["proofRequired"].as_bool().unwrap_or(false),
        "amount": rule["amount"]["amount"], "maxCount": rule["maxCount"],
        "ofStation": rule["ofStation"].as_bool().unwrap_or(false), "percent": rule["percent"], "most": rule["most"]["amount"],
        "minutesBefore": rule["minutesBefore"],
    })
}

/// What seats of a ride cost now.
pub async fn seat_prices(who: &Actor, ride: &Ride) -> Value {
    let query = "query($id: ID!, $from: Int!, $to: Int!) { seatMap(tripId: $id, from: $from, to: $to) { price { amount } \
        classPrices { seatClass seatsLeft price { amount } priceBefore { amount } lines { kind title amount { amount } } } } }";
    who.send(query, json!({ "id": ride.id(), "from": ride.from, "to": ride.to })).await.data("seatMap")
}
