mod boards;
mod places;
mod search_journeys;

use serde_json::{Value, json};
use tests::TestApp;

use crate::supply::{Supply, ask};

/// The demonstration network with trips of three days ahead. Noon in Bishkek on a Tuesday.
pub async fn demo() -> Supply {
    Supply(TestApp::new().await)
}

/// The id of the best match.
pub async fn place(app: &Supply, name: &str) -> String {
    let data = ask(app, "ru", "query ($q: String!) { places(query: $q, first: 1) { id } }", json!({ "q": name })).await;
    data["places"][0]["id"].as_str().unwrap_or_else(|| panic!("no place for {name}")).to_owned()
}

pub const JOURNEYS: &str = "query ($input: SearchInput!) { searchJourneys(input: $input) {
    from { name } to { name kind } date
    journeys {
        id state seatsLeft changes changeMinutes durationMinutes
        departure { at local timeZone } arrival { local timeZone offsetMinutes }
        priceFrom { amount currency } priceTotal { amount currency }
        segments {
            state seatsLeft notOnSaleReason durationMinutes price { amount currency }
            trip { id number destination carrier { code id } route { number kind serviceClass } vehicle { vehicleClass seatCount } }
            from { sequence stop { code name } } to { sequence stop { code name } }
        }
    }
    days { date journeys priceFrom { amount } }
    facets { carriers { count carrier { code } } vehicleClasses { vehicleClass count } }
} }";

/// A search by names; `more` is added to the input.
pub async fn search(app: &Supply, from: &str, to: &str, date: &str, more: Value) -> Value {
    let mut input = json!({ "from": place(app, from).await, "to": place(app, to).await, "date": date });
    for (key, value) in more.as_object().into_iter().flatten() {
        input[key] = value.clone();
    }
    ask(app, "ru", JOURNEYS, json!({ "input": input })).await["searchJourneys"].take()
}
