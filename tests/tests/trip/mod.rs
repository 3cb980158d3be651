//! The dispatcher's changes of a trip.

pub mod assign_trip;
mod cancel_trip;
mod change_trips;
mod delay_trip;
mod list;
mod report_trip;
mod set_platform;
mod set_trip_sale;
mod skip_stop;
mod swap_vehicle;

use tests::{Actor, Value, json};

/// What a mutation of the dispatcher's answers.
pub async fn change(actor: &Actor, mutation: &str, input: Value) -> Value {
    let ty = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
    let query = format!(
        "mutation($i: {ty}!) {{ {mutation}(input: $i) {{ __typename \
         ... on TripChanged {{ messages ordersReturned trip {{ state delayMinutes saleClosed }} }} \
         ... on InvalidInput {{ fields {{ path code message }} }} }} }}"
    );
    actor.send(&query, json!({ "i": input })).await.data(mutation)
}
