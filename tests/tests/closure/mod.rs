//! Closed sections of road.

mod lift_closure;
mod rebook_closure;
mod refund_closure;
mod save_closure;
mod tickets;

use tests::{Actor, Ride, TestApp, Value, json};

/// The id of a town, as a person types it.
pub async fn town(staff: &Actor, name: &str) -> Value {
    let found = staff.send("query($q: String!) { places(query: $q) { id } }", json!({ "q": name })).await;
    found.data("places")[0]["id"].clone()
}

/// The whole way of a ride, from its day on, so many days.
pub async fn section(app: &TestApp, staff: &Actor, ride: &Ride, days: Option<i64>) -> Value {
    let (from, to) = (ride.trip.calls.first().unwrap(), ride.trip.calls.last().unwrap());
    let name = |call: &api::features::network::Call| call.stop.place.as_ref().unwrap().names.ru.clone();
    let day = ride.trip.service_date;
    assert!(day >= app.today());
    let at = |days: i64| format!("{}T00:00:00", day + chrono::TimeDelta::days(days));
    json!({
        "from": town(staff, &name(from)).await, "to": town(staff, &name(to)).await, "bothWays": true,
        "startsAt": at(0), "endsAt": days.map(at),
    })
}

pub fn input(section: &Value) -> Value {
    json!({ "section": section, "reason": { "ru": "Сель на перевале", "en": "A mudflow on the pass" } })
}

/// Sends one of the mutations that change closures.
pub async fn change(staff: &Actor, mutation: &str, input: Value) -> Value {
    let ty = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
    let query = format!(
        "mutation($i: {ty}!) {{ {mutation}(input: $i) {{ __typename ... on UserError {{ code }} \
         ... on InvalidInput {{ fields {{ path code }} }} ... on ClosureChanged {{ tripsChanged ordersReturned \
         closure {{ id version state reason }} }} }} }}"
    );
    staff.send(&query, json!({ "i": input })).await.data(mutation)
}

pub async fn impact(staff: &Actor, section: &Value) -> Value {
    let query = "query($s: ClosedSectionInput!) { closureImpact(section: $s) { __typename \
                 ... on ClosureImpact { trips days { date trips tickets } orders tickets ticketsOnSection held withEmail \
                 withPhone paid { amount currency } } ... on InvalidInput { fields { path code } } } }";
    staff.send(query, json!({ "s": section })).await.data("closureImpact")
}

/// What the closure says of itself.
pub async fn seen(staff: &Actor, id: &Value) -> Value {
    let query = "query($i: ID!) { closure(id: $i) { state bothWays from { name } to { name } startsAt { local } \
                 endsAt { local } impact { trips tickets held } returns { waiting done failed } } }";
    staff.send(query, json!({ "i": id })).await.data("closure")
}

/// Why a ride is not on sale; null when it is.
pub async fn off_sale(visitor: &Actor, ride: &Ride) -> Value {
    let query = "query($t: ID!, $f: Int!, $u: Int!) { seatMap(tripId: $t, from: $f, to: $u) { notOnSaleReason } }";
    let map = visitor.send(query, json!({ "t": ride.id(), "f": ride.from, "u": ride.to })).await;
    map.data("seatMap")["notOnSaleReason"].clone()
}
