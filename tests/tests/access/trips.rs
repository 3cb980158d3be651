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
        (
            "Query.dispatchBoard",
            (
                Staff(P::ViewTrips),
                "{ dispatchBoard(stationId: \"$STATION\", date: \"2026-12-02\", side: DEPARTURES) { sold } }",
            ),
        ),
        ("Query.tripMove", (Staff(P::RunTrips), "{ tripMove(tripId: \"$TRIP\", toTripId: \"$TRIP\") { messages } }")),
        (
            "Query.moveChoices",
            (Staff(P::RunTrips), "{ moveChoices(tripId: \"$TRIP\", date: \"2026-12-02\") { passengers } }"),
        ),
        (
            "Mutation.movePassengers",
            (
                Staff(P::RunTrips),
                "mutation { movePassengers(input: { tripId: \"$TRIP\", toTripId: \"$TRIP\" }) { __typename } }",
            ),
        ),
        (
            "Query.tripAddition",
            (
                Staff(P::RunTrips),
                "{ tripAddition(input: { tripId: \"$TRIP\", date: \"2026-12-02\", startsAt: \"x\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.addTrip",
            (
                Staff(P::RunTrips),
                "mutation { addTrip(input: { tripId: \"$TRIP\", date: \"2026-12-02\", startsAt: \"x\" }) { __typename } }",
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
            "Query.rebookingPlan",
            (Staff(P::RunTrips), "{ rebookingPlan(closureId: \"$CLOSURE\", days: 1) { __typename } }"),
        ),
        (
            "Mutation.rebookClosure",
            (Staff(P::RunTrips), "mutation { rebookClosure(input: { id: \"$CLOSURE\", days: 9 }) { __typename } }"),
        ),
        (
            "Mutation.skipStop",
            (Staff(P::RunTrips), "mutation { skipStop(input: { tripId: \"$TRIP\", call: 77 }) { __typename } }"),
        ),
        (
            "Mutation.setPlatform",
            (Staff(P::RunTrips), "mutation { setPlatform(input: { tripId: \"$TRIP\", call: 77 }) { __typename } }"),
        ),
        (
            "Query.trips",
            (Staff(P::ViewTrips), "{ trips(filter: { date: \"2026-12-02\" }, first: 1) { nodes { id } } }"),
        ),
        ("Query.tripPassengers", (Staff(P::ViewPassengers), "{ tripPassengers(tripId: \"$TRIP\") { orderNumber } }")),
        ("Query.tripConsequences", (Staff(P::RunTrips), "{ tripConsequences(tripId: \"$TRIP\") { orders } }")),
        (
            "Query.tripsConsequences",
            (Staff(P::RunTrips), "{ tripsConsequences(tripIds: [\"$TRIP\"]) { total { orders } } }"),
        ),
        (
            "Mutation.changeTrips",
            (Staff(P::RunTrips), "mutation { changeTrips(input: { tripIds: [], action: CANCEL }) { __typename } }"),
        ),
        (
            "Mutation.delayTrip",
            (Staff(P::RunTrips), "mutation { delayTrip(input: { tripId: \"$TRIP\", minutes: -1 }) { __typename } }"),
        ),
        (
            "Mutation.cancelTrip",
            (Staff(P::RunTrips), "mutation { cancelTrip(input: { tripId: \"$TRIP\" }) { __typename } }"),
        ),
        (
            "Mutation.reportTrip",
            (
                Staff(P::RunTrips),
                "mutation { reportTrip(input: { tripId: \"$TRIP\", state: SCHEDULED }) { __typename } }",
            ),
        ),
        (
            "Mutation.setTripSale",
            (
                Staff(P::RunTrips),
                "mutation { setTripSale(input: { tripId: \"$TRIP\", closed: false }) { __typename } }",
            ),
        ),
        ("Query.manifests", (Staff(P::ViewPassengers), "{ manifests(tripId: \"$TRIP\") { id } }")),
        ("Query.manifestFile", (Staff(P::ViewPassengers), "{ manifestFile(id: \"$MANIFEST\", format: CSV) { name } }")),
        ("Query.boarding", (Staff(P::CheckTickets), "{ boarding(tripId: \"$TRIP\") { boarded } }")),
        (
            "Mutation.recordPassage",
            (
                Staff(P::CheckTickets),
                "mutation { recordPassage(input: { tripId: \"$TRIP\", nonce: \"x\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.undoPassage",
            (
                Staff(P::CheckTickets),
                "mutation { undoPassage(input: { tripId: \"$TRIP\", lineId: \"$LINE\" }) { __typename } }",
            ),
        ),
        (
            "Query.manifestDestinations",
            (Staff(P::ManageExchange), "{ manifestDestinations(first: 1) { nodes { name } } }"),
        ),
        (
            "Mutation.makeManifest",
            (Staff(P::ViewPassengers), "mutation { makeManifest(input: { tripId: \"$TRIP\" }) { __typename } }"),
        ),
        (
            "Mutation.resendManifest",
            (Staff(P::RunTrips), "mutation { resendManifest(input: { deliveryId: \"$DELIVERY\" }) { __typename } }"),
        ),
        (
            "Mutation.saveDestination",
            (
                Staff(P::ManageExchange),
                "mutation { saveDestination(input: { name: \"\", url: \"\", format: JSON, active: true }) { __typename } }",
            ),
        ),
    ]
}
