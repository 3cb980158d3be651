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
        ("Query.closures", (Staff(P::RunTrips), "{ closures(first: 1) { nodes { id } } }")),
        ("Query.closure", (Staff(P::RunTrips), "{ closure(id: \"$CLOSURE\") { state } }")),
        ("Query.closureTickets", (Staff(P::ViewPassengers), "{ closureTickets(id: \"$CLOSURE\") { totalCount } }")),
        (
            "Query.closureImpact",
            (
                Staff(P::RunTrips),
                "{ closureImpact(section: { from: \"$PLACE\", to: \"$PLACE\", startsAt: \"2026-12-01T00:00:00\" }) \
                 { __typename } }",
            ),
        ),
        (
            "Mutation.saveClosure",
            (
                Staff(P::RunTrips),
                "mutation { saveClosure(input: { section: { from: \"$PLACE\", to: \"$PLACE\", \
                 startsAt: \"2026-12-01T00:00:00\" }, reason: { ru: \"\" } }) { __typename } }",
            ),
        ),
        (
            "Mutation.liftClosure",
            (Staff(P::RunTrips), "mutation { liftClosure(input: { id: \"$CLOSURE\", version: 0 }) { __typename } }"),
        ),
        (
            "Mutation.refundClosure",
            (Staff(P::RunTrips), "mutation { refundClosure(input: { id: \"$CLOSURE\" }) { __typename } }"),
        ),
        (
            "Mutation.setPlatform",
            (Staff(P::RunTrips), "mutation { setPlatform(input: { tripId: \"$TRIP\", call: 77 }) { __typename } }"),
        ),
    ]
}
