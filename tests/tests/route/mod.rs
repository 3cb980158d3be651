mod save_path;
mod save_route;

use tests::{Actor, Value, json};

use crate::station::{change as change_station, input as station, make_town};

/// Sends one of the mutations that change lines, ways, departures and price lists.
pub async fn change(staff: &Actor, mutation: &str, input: &Value) -> Value {
    let ty = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
    let saved = match mutation {
        "saveRoute" => "RouteSaved { route { id version number active } keptTrips }",
        "savePath" => "PathSaved { path { id version active } keptTrips }",
        "saveDeparture" => {
            "DepartureSaved { departure { id version startsAt active } made removed renewed followed withoutVehicle vehicleClashes { number days } kept { tripId tickets } }"
        }
        _ => "PriceListSaved { priceList { id version active } }",
    };
    let overruled = if mutation == "saveDeparture" { "... on OverruleNeeded { objections { message } }" } else { "" };
    let query = format!(
        "mutation($i: {ty}!) {{ {mutation}(input: $i) {{ __typename ... on UserError {{ code }} \
         ... on InvalidInput {{ fields {{ path code message }} }} {overruled} ... on {saved} }} }}"
    );
    staff.send(&query, json!({ "i": input })).await.data(mutation)
}

/// A line as the office keeps it, by its number.
pub async fn record(staff: &Actor, number: &str) -> Value {
    let query = "query($t: String) { routeRecords(filter: { text: $t }, first: 1) { nodes { id version number names { ru ky en } \
                 carrier { id name } kind serviceClass layoutId units reserved onlineSale passportRequired amenities active \
                 keptByOffice paths { id version active stops { stop { id name } arrives departs boarding alighting metres \
                 cabotage } } departures { id version number startsAt weekdays firstDate lastDate exceptions { date runs } \
                 onHolidays pathId calls { stop { id name } arrives departs boarding alighting metres } platformId \
                 vehicle { plate } saleOpensDays saleClosesMinutes active } \
                 priceLists { id version name active prices { fromId toId price { amount } } } } } }";
    let found = staff.send(query, json!({ "t": number })).await.data("routeRecords");
    assert!(found["nodes"][0].is_object(), "no line {number}");
    found["nodes"][0].clone()
}

/// What a record needs to be saved again as it is.
pub fn again(record: &Value) -> Value {
    json!({
        "id": record["id"], "version": record["version"], "number": record["number"], "names": record["names"],
        "carrierId": record["carrier"]["id"], "kind": record["kind"], "serviceClass": record["serviceClass"],
        "layoutId": record["layoutId"], "units": record["units"], "reserved": record["reserved"],
        "onlineSale": record["onlineSale"], "passportRequired": record["passportRequired"],
        "amenities": record["amenities"], "active": record["active"],
    })
}

/// Three stations of the office's in towns of their own.
pub async fn stations(staff: &Actor) -> [Value; 3] {
    let mut made = Vec::new();
    for (code, name) in [("JEK", "Жекенди"), ("TOK", "Токсонбай"), ("ARK", "Аркалык")] {
        let town = make_town(staff, name).await;
        made.push(change_station(staff, "saveStation", &station(&town, code, name)).await["station"]["id"].clone());
    }
    made.try_into().unwrap()
}

/// A line of a carrier of the demonstration, with the demonstration's smallest layout.
pub async fn make_route(staff: &Actor, number: &str) -> Value {
    let known = record(staff, "501").await;
    let input = json!({
        "number": number, "names": { "ru": "Жекенди — Аркалык" }, "carrierId": known["carrier"]["id"], "kind": "BUS",
        "serviceClass": "coach", "layoutId": known["layoutId"],
    });
    let made = change(staff, "saveRoute", &input).await;
    assert_eq!(made["__typename"], "RouteSaved", "{made}");
    made["route"]["id"].clone()
}

/// A way over the three stations, the second of which is a quarter of an hour long.
pub fn way(route: &Value, stations: &[Value; 3]) -> Value {
    let stop = |stop: &Value, arrives, departs, boarding, alighting, metres| json!({ "stopId": stop, "arrives": arrives, "departs": departs, "boarding": boarding, "alighting": alighting, "metres": metres });
    json!({ "routeId": route, "stops": [
        stop(&stations[0], 0, 0, true, false, 0),
        stop(&stations[1], 60, 75, true, true, 50_000),
        stop(&stations[2], 180, 180, false, true, 160_000),
    ] })
}

pub async fn make_path(staff: &Actor, route: &Value, stations: &[Value; 3]) -> Value {
    let made = change(staff, "savePath", &way(route, stations)).await;
    assert_eq!(made["__typename"], "PathSaved", "{made}");
    made["path"]["id"].clone()
}

/// Every day at half past eight, from today on for two months.
pub fn departure(app: &tests::TestApp, route: &Value, path: &Value) -> Value {
    json!({
        "routeId": route, "pathId": path, "startsAt": "08:30", "weekdays": [1, 2, 3, 4, 5, 6, 7],
        "firstDate": app.today().to_string(), "lastDate": (app.today() + chrono::TimeDelta::days(60)).to_string(),
        "onHolidays": "USUAL",
    })
}

/// Prices of all three rides, for ever.
pub fn prices(app: &tests::TestApp, route: &Value, stations: &[Value; 3]) -> Value {
    let price = |from: usize, to: usize, amount: &str| json!({ "fromId": stations[from], "toId": stations[to], "amount": amount });
    json!({
        "routeId": route, "name": "Основной", "firstDate": app.today().to_string(), "weekdays": [1, 2, 3, 4, 5, 6, 7],
        "currency": "KGS", "prices": [price(0, 1, "150"), price(0, 2, "420.50"), price(1, 2, "300")],
    })
}

/// A line with all it needs to be sold: route, way, departure and prices.
pub async fn on_sale(app: &tests::TestApp, staff: &Actor) -> (Value, [Value; 3], Value, Value) {
    let stations = stations(staff).await;
    let route = make_route(staff, "777").await;
    let path = make_path(staff, &route, &stations).await;
    let made = change(staff, "savePriceList", &prices(app, &route, &stations)).await;
    assert_eq!(made["__typename"], "PriceListSaved", "{made}");
    let made = change(staff, "saveDeparture", &departure(app, &route, &path)).await;
    assert_eq!(made["__typename"], "DepartureSaved", "{made}");
    (route, stations, path, made["departure"]["id"].clone())
}

/// What a visitor finds between two stations on a date.
pub async fn journeys(app: &tests::TestApp, from: &Value, to: &Value, day: &str) -> Value {
    let query = "query($i: SearchInput!) { searchJourneys(input: $i) { journeys { state seatsLeft departure { local } \
                 priceFrom { amount } segments { notOnSaleReason trip { id number } from { sequence } to { sequence } } } } }";
    let input = json!({ "i": { "from": from, "to": to, "date": day } });
    app.visitor().send(query, input).await.data("searchJourneys")["journeys"].clone()
}
