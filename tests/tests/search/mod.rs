mod boards;
mod places;
mod search_journeys;

use api::app::App;
use serde_json::{Value, json};

use crate::network::{generate, import, repository};
use crate::supply::{ask, fresh};

/// The demonstration network with trips of a few days. 16:00 in Bishkek on a Friday.
pub async fn demo() -> App {
    let app = fresh("2026-11-20T10:00:00Z").await;
    import(&app, &repository("demo")).await;
    generate(&app, 4).await;
    app
}

/// The id of the best match.
pub async fn place(app: &App, name: &str) -> String {
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
pub async fn search(app: &App, from: &str, to: &str, date: &str, more: Value) -> Value {
    let mut input = json!({ "from": place(app, from).await, "to": place(app, to).await, "date": date });
    for (key, value) in more.as_object().into_iter().flatten() {
        input[key] = value.clone();
    }
    ask(app, "ru", JOURNEYS, json!({ "input": input })).await["searchJourneys"].take()
}
