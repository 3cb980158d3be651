//! Who may use which root field: a matrix over the whole schema. A field that is not listed fails the test.

mod bookings;
mod fleet;
mod representative;
mod staff;
mod timetable;
mod trips;
mod world;

use std::collections::BTreeMap;

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{TypeKind, TypeSystemDefinition};
use tests::{Actor, TestApp, Value, json};

use world::World;

/// Who may: everybody, whoever is signed in, or staff with a permission.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Who {
    Everybody,
    SignedIn,
    /// Whoever works here.
    AnyStaff,
    /// Roles whose permissions include it.
    Staff(api::graphql::Permission),
    /// Roles with one of the two.
    StaffAny(api::graphql::Permission, api::graphql::Permission),
    /// By the row: its owner, or who holds its secret.
    Owner,
    /// The same, and staff with a permission.
    OwnerOr(api::graphql::Permission),
}

fn matrix() -> BTreeMap<&'static str, (Who, &'static str)> {
    use Who::{Everybody, Owner, OwnerOr, SignedIn, Staff};
    use api::graphql::Permission as P;
    // Field: who, and a request that is good enough to get past the guard. `$X` stand for ids of another's things.
    let mut matrix = BTreeMap::from([
        ("Query.site", (Everybody, "{ site { name } }")),
        ("Query.me", (Everybody, "{ me { id } }")),
        ("Query.places", (Everybody, "{ places(query: \"osh\") { id } }")),
        ("Query.place", (Everybody, "{ place(id: \"x\") { id } }")),
        ("Query.popularDirections", (Everybody, "{ popularDirections { tripsPerDay } }")),
        ("Query.stations", (Everybody, "{ stations { id } }")),
        ("Query.station", (Everybody, "{ station(id: \"x\") { id } }")),
        ("Query.stationRecords", (Staff(P::ManageTimetable), "{ stationRecords(first: 1) { nodes { id } } }")),
        ("Query.stationRecord", (Staff(P::ManageTimetable), "{ stationRecord(id: \"$STATION\") { id } }")),
        ("Query.placeRecords", (Staff(P::ManageTimetable), "{ placeRecords(first: 1) { nodes { id } } }")),
        ("Query.mapPoints", (Staff(P::ManageTimetable), "{ mapPoints(south: 0, west: 0, north: 1, east: 1) { id } }")),
        (
            "Mutation.savePlace",
            (
                Staff(P::ManageTimetable),
                "mutation { savePlace(input: { names: { ru: \"\" }, latitude: 0, longitude: 0 }) { __typename } }",
            ),
        ),
        (
            "Mutation.saveStation",
            (
                Staff(P::ManageTimetable),
                "mutation { saveStation(input: { kind: STOP, names: { ru: \"\" }, timeZone: \"\", latitude: 0, \
                 longitude: 0 }) { __typename } }",
            ),
        ),
        (
            "Mutation.savePlatform",
            (
                Staff(P::ManageTimetable),
                "mutation { savePlatform(input: { stationId: \"$STATION\", sign: \"\" }) { __typename } }",
            ),
        ),
        ("Query.departures", (Everybody, "{ departures(stationId: \"$PLACE\") { seatsLeft } }")),
        ("Query.arrivals", (Everybody, "{ arrivals(stationId: \"$PLACE\") { seatsLeft } }")),
        (
            "Query.searchJourneys",
            (
                Everybody,
                "{ searchJourneys(input: { from: \"$PLACE\", to: \"$OTHER\", date: \"2026-12-02\" }) { date } }",
            ),
        ),
        ("Query.trip", (Everybody, "{ trip(id: \"$TRIP\") { number } }")),
        ("Query.seatMap", (Everybody, "{ seatMap(tripId: \"$TRIP\", from: 0, to: 1) { version } }")),
        ("Query.passengerCategories", (Everybody, "{ passengerCategories { code } }")),
        ("Query.carriers", (Everybody, "{ carriers { code } }")),
        ("Query.order", (Owner, "{ order(id: \"$ORDER\") { id } }")),
        ("Query.paymentMethods", (Owner, "{ paymentMethods(order: { id: \"$ORDER\" }) { code } }")),
        ("Query.announcements", (Everybody, "{ announcements(stationId: \"$PLACE\") { id } }")),
        ("Query.announcementList", (Staff(P::WriteAnnouncements), "{ announcementList(first: 1) { nodes { id } } }")),
        (
            "Mutation.saveAnnouncement",
            (
                Staff(P::WriteAnnouncements),
                "mutation { saveAnnouncement(input: { stationId: \"$STATION\", text: { ru: \"\" }, startsAt: \"2026-12-01T12:00:00\", endsAt: \"2026-12-01T12:00:00\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.withdrawAnnouncement",
            (
                Staff(P::WriteAnnouncements),
                "mutation { withdrawAnnouncement(input: { id: \"$ANNOUNCEMENT\", version: 0 }) { __typename } }",
            ),
        ),
        ("Query.salesByDay", (Staff(P::ViewOrders), "{ salesByDay(days: 1) { orders } }")),
        ("Query.tripDay", (Staff(P::ViewTrips), "{ tripDay { trips } }")),
        ("Query.alarms", (Staff(P::ViewJobs), "{ alarms { failedJobs } }")),
        ("Query.jobs", (Staff(P::ViewJobs), "{ jobs(first: 1) { nodes { id } } }")),
        (
            "Mutation.holdSeats",
            (
                Everybody,
                "mutation { holdSeats(input: { idempotencyKey: \"short\", segments: [], passengers: [] }) { __typename } }",
            ),
        ),
        (
            "Mutation.setPassengers",
            (
                Owner,
                "mutation { setPassengers(input: { order: { id: \"$ORDER\" }, passengers: [], email: \"\", phone: \"\", consent: true }) { __typename } }",
            ),
        ),
        (
            "Mutation.dropPassenger",
            (
                Owner,
                "mutation { dropPassenger(input: { order: { id: \"$ORDER\" }, passengerId: \"$PASSENGER\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.releaseOrder",
            (Owner, "mutation { releaseOrder(input: { order: { id: \"$ORDER\" } }) { __typename } }"),
        ),
        (
            "Mutation.resendTickets",
            (Owner, "mutation { resendTickets(input: { order: { id: \"$ORDER\" } }) { __typename } }"),
        ),
        ("Query.deskOffer", (Owner, "{ deskOffer(order: { id: \"$ORDER\" }) { at } }")),
        (
            "Mutation.reserveForDesk",
            (Owner, "mutation { reserveForDesk(input: { order: { id: \"$ORDER\" } }) { __typename } }"),
        ),
        (
            "Mutation.startPayment",
            (
                Owner,
                "mutation { startPayment(input: { order: { id: \"$ORDER\" }, idempotencyKey: \"access-matrix-key-1\", method: \"sandbox\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.quoteRefund",
            (
                OwnerOr(P::ReturnTickets),
                "mutation { quoteRefund(input: { order: { id: \"$ORDER\" }, lineIds: [] }) { __typename } }",
            ),
        ),
        (
            "Mutation.confirmRefund",
            (
                OwnerOr(P::ReturnTickets),
                "mutation { confirmRefund(input: { order: { id: \"$ORDER\" }, quoteId: \"$OFFER\", idempotencyKey: \"access-matrix-key-2\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.requestCode",
            (Everybody, "mutation { requestCode(input: { contact: \"nobody\", purpose: SIGN_IN }) { __typename } }"),
        ),
        (
            "Mutation.signInWithCode",
            (Everybody, "mutation { signInWithCode(input: { contact: \"nobody\", code: \"1\" }) { __typename } }"),
        ),
        (
            "Mutation.signIn",
            (Everybody, "mutation { signIn(input: { login: \"nobody\", password: \"x\" }) { __typename } }"),
        ),
        ("Mutation.refreshSession", (Everybody, "mutation { refreshSession(input: {}) { __typename } }")),
        ("Mutation.signOut", (Everybody, "mutation { signOut { ok } }")),
        ("Query.wallet", (OwnerOr(P::ManageClients), "{ wallet(id: \"$WALLET\") { number } }")),
        ("Query.walletOffer", (Owner, "{ walletOffer(order: { id: \"$ORDER\" }) { enough } }")),
        ("Query.deskWallet", (Staff(P::SellAtDesk), "{ deskWallet(number: \"1\") { number } }")),
        ("Query.wallets", (Staff(P::ManageClients), "{ wallets(first: 1) { nodes { id } } }")),
        ("Mutation.openWallet", (SignedIn, "mutation { openWallet { wallet { id } } }")),
        (
            "Mutation.topUpWallet",
            (Owner, "mutation { topUpWallet(input: { walletId: \"$WALLET\", amount: \"0\" }) { __typename } }"),
        ),
        (
            "Mutation.payFromWallet",
            (
                Owner,
                "mutation { payFromWallet(input: { order: { id: \"$ORDER\" }, idempotencyKey: \"\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.requestWalletCode",
            (
                Staff(P::SellAtDesk),
                "mutation { requestWalletCode(input: { orderId: \"$ORDER\", number: \"1\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.blockWallet",
            (
                Staff(P::ManageClients),
                "mutation { blockWallet(input: { id: \"$WALLET\", version: 0, blocked: false }) { __typename } }",
            ),
        ),
        ("Query.companies", (Staff(P::ManageClients), "{ companies(first: 1) { nodes { id } } }")),
        ("Query.company", (Staff(P::ManageClients), "{ company(id: \"$COMPANY\") { id } }")),
        ("Query.companyRoutes", (Staff(P::ManageClients), "{ companyRoutes { id } }")),
        (
            "Mutation.saveCompany",
            (
                Staff(P::ManageClients),
                "mutation { saveCompany(input: { name: \"\", inn: \"\", contractNumber: \"\", contractFrom: \"2026-01-01\" }) \
                 { __typename } }",
            ),
        ),
        (
            "Mutation.saveMember",
            (
                Staff(P::ManageClients),
                "mutation { saveMember(input: { companyId: \"$COMPANY\", email: \"\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.recordTransfer",
            (
                Staff(P::ManageClients),
                "mutation { recordTransfer(input: { companyId: \"$COMPANY\", amount: \"0\", reference: \"\", \
                 idempotencyKey: \"\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.issueInvoice",
            (Staff(P::ManageClients), "mutation { issueInvoice(input: { companyId: \"$COMPANY\" }) { __typename } }"),
        ),
        (
            "Mutation.cancelInvoice",
            (
                Staff(P::ManageClients),
                "mutation { cancelInvoice(input: { id: \"$INVOICE\", reason: \"\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.exportInvoice",
            (
                OwnerOr(P::ManageClients),
                "mutation { exportInvoice(input: { id: \"$INVOICE\", paper: ACT }) { __typename } }",
            ),
        ),
        (
            "Mutation.buyForCompany",
            (Owner, "mutation { buyForCompany(input: { order: { id: \"$ORDER\" } }) { __typename } }"),
        ),
        ("Mutation.signOutEverywhere", (SignedIn, "mutation { signOutEverywhere { ok } }")),
        ("Mutation.revokeSession", (Owner, "mutation { revokeSession(id: \"$SESSION\") { ok } }")),
        ("Mutation.setPassword", (SignedIn, "mutation { setPassword(input: { newPassword: \"x\" }) { __typename } }")),
        (
            "Mutation.resetPassword",
            (
                Everybody,
                "mutation { resetPassword(input: { contact: \"nobody\", code: \"1\", newPassword: \"x\" }) { __typename } }",
            ),
        ),
        ("Mutation.updateProfile", (SignedIn, "mutation { updateProfile(input: {}) { __typename } }")),
        (
            "Mutation.confirmContact",
            (SignedIn, "mutation { confirmContact(input: { contact: \"nobody\", code: \"1\" }) { __typename } }"),
        ),
        (
            "Mutation.savePassenger",
            (
                SignedIn,
                "mutation { savePassenger(input: { firstName: \"\", lastName: \"\", birthDate: \"2000-01-01\", citizenship: \"KG\", documentKind: PIN }) { __typename } }",
            ),
        ),
        ("Mutation.deleteSavedPassenger", (Owner, "mutation { deleteSavedPassenger(id: \"$SAVED\") { ok } }")),
        (
            "Mutation.deleteAccount",
            (SignedIn, "mutation { deleteAccount(input: { confirmation: \"no\" }) { __typename } }"),
        ),
        ("Mutation.retryJob", (Staff(P::RetryJobs), "mutation { retryJob(input: { id: \"$JOB\" }) { __typename } }")),
        ("Subscription.seatMapChanged", (Everybody, "")),
        ("Subscription.orderChanged", (Owner, "")),
        ("Subscription.departuresChanged", (Everybody, "")),
        ("Subscription.dispatchChanged", (Staff(P::ViewTrips), "")),
    ]);
    matrix.extend(fleet::rows());
    matrix.extend(staff::rows());
    matrix.extend(bookings::rows());
    matrix.extend(trips::rows());
    matrix.extend(timetable::rows());
    matrix
}

/// Every root field of the schema, from its own text.
fn root_fields() -> Vec<String> {
    let document = parse_schema(api::graphql::schema::sdl()).unwrap();
    let mut fields = Vec::new();
    for definition in document.definitions {
        let TypeSystemDefinition::Type(ty) = definition else { continue };
        let name = ty.node.name.node.to_string();
        if let (true, TypeKind::Object(object)) =
            (["Query", "Mutation", "Subscription"].contains(&name.as_str()), ty.node.kind)
        {
            fields.extend(object.fields.iter().map(|field| format!("{name}.{}", field.node.name.node)));
        }
    }
    fields
}

#[test]
fn every_root_field_is_in_the_matrix() {
    let mut matrix = matrix();
    let fields = root_fields();
    let unlisted = |matrix: &BTreeMap<&str, _>| -> Vec<String> {
        fields.iter().filter(|field| !matrix.contains_key(field.as_str())).cloned().collect()
    };
    assert_eq!(unlisted(&matrix), [""; 0], "say who may use them");
    // Positive control.
    let job = matrix.remove("Query.jobs").unwrap();
    assert_eq!(unlisted(&matrix), ["Query.jobs"]);
    matrix.insert("Query.jobs", job);
    let gone: Vec<_> = matrix.keys().filter(|field| !fields.iter().any(|known| known == *field)).collect();
    assert!(gone.is_empty(), "not in the schema: {gone:?}");
}

fn denied(code: &str) -> bool {
    matches!(code, "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND")
}

/// What a denied request must not have touched.
async fn fingerprint(app: &TestApp) -> Vec<i64> {
    let mut counts = Vec::new();
    for query in [
        "SELECT id FROM \"order\"",
        "SELECT id FROM order_line WHERE state = 'HELD'",
        "SELECT id FROM payment",
        "SELECT id FROM refund",
        "SELECT id FROM saved_passenger",
        "SELECT id FROM session WHERE revoked_at IS NULL",
        "SELECT id FROM job WHERE state = 'FAILED'",
        "SELECT line_id FROM claim",
    ] {
        counts.push(app.count(query).await);
    }
    counts
}

#[tokio::test]
async fn the_matrix_holds() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let fill = |query: &str| world.fill(query);
    let before = fingerprint(&app).await;

    let ask = async |who: &Actor, query: &str| -> (bool, Value) {
        let answer = who.send(query, json!({})).await;
        let null = answer.body["data"].as_object().is_some_and(|data| data.values().all(Value::is_null));
        (denied(answer.code()) || (null && answer.body.get("errors").is_none()), answer.body)
    };
    let stranger = crate::account::register(&app, "stranger@example.com").await;
    let anonymous = app.visitor();
    for (field, (who, query)) in matrix() {
        if query.is_empty() || field == "Query.me" || field == "Query.place" || field == "Query.station" {
            continue;
        }
        let query = fill(query);
        let (refused, body) = ask(&anonymous, &query).await;
        assert_eq!(refused, who != Who::Everybody, "{field} for nobody in particular: {body}");
        // The session that ends here must not be the one that is asked with next.
        if field.starts_with("Mutation.signOut") {
            continue;
        }
        let (refused, body) = ask(&stranger, &query).await;
        assert_eq!(
            refused,
            matches!(who, Who::Owner | Who::OwnerOr(_) | Who::AnyStaff | Who::Staff(_) | Who::StaffAny(..)),
            "{field} for another passenger: {body}"
        );
    }
    // Positive control: a field that is not as guarded as the matrix says is seen.
    let (_, open) = &matrix()["Query.searchJourneys"];
    assert!(!ask(&anonymous, &fill(open)).await.0, "an open field is answered");
    let (_, guarded) = &matrix()["Query.jobs"];
    assert!(ask(&anonymous, &fill(guarded)).await.0, "a guarded one is not");
    let mut after = fingerprint(&app).await;
    after[5] = before[5];
    assert_eq!(after, before, "a denial changes nothing");

    let roles = "{ roles { nodes { code permissions everything } } }";
    let roles = app.staff("ADMINISTRATOR").await.send(roles, json!({})).await.data("roles")["nodes"].clone();
    assert_eq!(roles.as_array().unwrap().len(), 9);
    for role in roles.as_array().unwrap() {
        let code = role["code"].as_str().unwrap();
        let staff = app.staff(code).await;
        for (field, (who, query)) in matrix() {
            let may = match who {
                Who::AnyStaff => true,
                Who::StaffAny(one, other) => {
                    let has = |code: &str| role["permissions"].as_array().unwrap().contains(&json!(code));
                    has(one.code()) || has(other.code())
                }
                Who::Staff(permission) | Who::OwnerOr(permission) => {
                    role["permissions"].as_array().unwrap().contains(&json!(permission.code()))
                }
                Who::Everybody | Who::SignedIn | Who::Owner => continue,
            };
            let again = if code == "ADMINISTRATOR" { "" } else { " # again" };
            let answer = staff.send(&fill(&format!("{query}{again}")), json!({})).await;
            // The demonstration's representative is of another carrier than the trip's.
            let foreign = [
                "$TRIP",
                "$CARRIER",
                "$VEHICLE",
                "$DRIVER",
                "$PERMIT",
                "$PHOTO",
                "$MANIFEST",
                "$CLOSURE",
                "$QUOTA",
                "$SETTLEMENT",
            ]
            .iter()
            .any(|name| query.contains(name));
            let own = code != "CARRIER_REPRESENTATIVE" || !foreign;
            assert_eq!(!denied(answer.code()), may && own, "{field} for {code}: {}", answer.body);
        }
    }
    app.discard().await;
}
