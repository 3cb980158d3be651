//! Fields for carriers, vehicles, drivers and layouts.

use api::graphql::Permission as P;

use super::Who::{self, Staff};

pub fn rows() -> Vec<(&'static str, (Who, &'static str))> {
    vec![
        ("Query.carrierRecords", (Staff(P::ViewCarriers), "{ carrierRecords(first: 1) { nodes { id } } }")),
        ("Query.carrierRecord", (Staff(P::ViewCarriers), "{ carrierRecord(id: \"$CARRIER\") { id } }")),
        (
            "Mutation.saveCarrier",
            (
                Staff(P::ManageCarriers),
                "mutation { saveCarrier(input: { id: \"$CARRIER\", version: 0, names: { ru: \"\" } }) { __typename } }",
            ),
        ),
        (
            "Mutation.blockCarrier",
            (
                Staff(P::ManageCarriers),
                "mutation { blockCarrier(input: { id: \"$CARRIER\", version: 0, blocked: false }) { __typename } }",
            ),
        ),
        (
            "Mutation.saveContract",
            (
                Staff(P::ManageCarriers),
                "mutation { saveContract(input: { carrierId: \"$CARRIER\", number: \"\", startsOn: \"2026-12-02\", stationFee: \"0\", \
                 commission: { kind: FIXED, value: \"0\" } }) { __typename } }",
            ),
        ),
        ("Query.vehicles", (Staff(P::ViewFleet), "{ vehicles(first: 1) { nodes { id } } }")),
        ("Query.vehicle", (Staff(P::ViewFleet), "{ vehicle(id: \"$VEHICLE\") { id } }")),
        ("Query.drivers", (Staff(P::ViewFleet), "{ drivers(first: 1) { nodes { id } } }")),
        ("Query.driver", (Staff(P::ViewFleet), "{ driver(id: \"$DRIVER\") { id } }")),
        ("Query.permits", (Staff(P::ViewFleet), "{ permits(first: 1) { nodes { id } } }")),
        (
            "Mutation.saveVehicle",
            (
                Staff(P::ManageFleet),
                "mutation { saveVehicle(input: { carrierId: \"$CARRIER\", plate: \"\", make: \"\", layoutId: \"\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.saveDriver",
            (
                Staff(P::ManageFleet),
                "mutation { saveDriver(input: { carrierId: \"$CARRIER\", lastName: \"\", firstName: \"\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.savePermit",
            (
                Staff(P::ManageFleet),
                "mutation { savePermit(input: { holder: VEHICLE, holderId: \"$VEHICLE\", kind: MEDICAL, number: \"\", \
                 expiresOn: \"2026-12-02\" }) { __typename } }",
            ),
        ),
        ("Mutation.dropPermit", (Staff(P::ManageFleet), "mutation { dropPermit(id: \"$PERMIT\") { ok } }")),
        ("Mutation.dropPhoto", (Staff(P::ManageFleet), "mutation { dropPhoto(id: \"$PHOTO\") { ok } }")),
        ("Query.layouts", (Staff(P::ManageFleet), "{ layouts { id } }")),
        ("Query.layoutRecords", (Staff(P::ManageFleet), "{ layoutRecords(first: 1) { nodes { id } } }")),
        ("Query.layout", (Staff(P::ManageFleet), "{ layout(id: \"$LAYOUT\") { id } }")),
        ("Query.layoutVersions", (Staff(P::ManageFleet), "{ layoutVersions(id: \"$LAYOUT\") { version } }")),
        ("Query.layoutFile", (Staff(P::ManageFleet), "{ layoutFile }")),
        (
            "Mutation.saveLayout",
            (
                Staff(P::ManageFleet),
                "mutation { saveLayout(input: { nameRu: \"\", nameKy: \"\", nameEn: \"\", vehicleClass: \"\", decks: [] }) { __typename } }",
            ),
        ),
        (
            "Mutation.archiveLayout",
            (
                Staff(P::ManageFleet),
                "mutation { archiveLayout(input: { id: \"$LAYOUT\", version: 0, archived: true }) { __typename } }",
            ),
        ),
        (
            "Mutation.importLayouts",
            (Staff(P::ManageFleet), "mutation { importLayouts(input: { json: \"\" }) { __typename } }"),
        ),
    ]
}
