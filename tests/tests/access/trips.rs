//! Fields for those who run trips.

use api::graphql::Permission as P;

use super::Who::{self, Staff};

pub fn rows() -> Vec<(&'static str, (Who, &'static str))> {
    vec![
        ("Query.crewChoices", (Staff(P::RunTrips), "{ crewChoices(tripId: \"$TRIP\") { drivers { driver { id } } } }")),
        (
            "Mutation.assignTrip",
            (Staff(P::RunTrips), "mutation { assignTrip(input: { tripId: \"$TRIP\", version: 77 }) { __typename } }"),
        ),
        (
            "Query.vehicleSwap",
            (Staff(P::RunTrips), "{ vehicleSwap(tripId: \"$TRIP\", vehicleId: \"$VEHICLE\") { version } }"),
        ),
        (
            "Mutation.swapVehicle",
            (
                Staff(P::RunTrips),
                "mutation { swapVehicle(input: { tripId: \"$TRIP\", version: 77, vehicleId: \"$VEHICLE\" }) { __typename } }",
            ),
        ),
    ]
}
