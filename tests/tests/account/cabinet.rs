use tests::{TestApp, Value, hold_input, json, person};

use super::codes::{last_code, register, request};

#[tokio::test]
async fn passengers_are_kept_changed_and_forgotten() {
    let app = TestApp::new().await;
    let (ana, ben) = (register(&app, "ana@example.com").await, register(&app, "ben@example.com").await);
    let save = "mutation($i: SavePassengerInput!) { savePassenger(input: $i) { __typename ... on InvalidInput { fields { path } } \
        ... on PassengerSaved { passenger { id lastName documentNumber } } } }";
    let mut input = person("");
    input.as_object_mut().unwrap().remove("id");
    let saved = ana.send(save, json!({ "i": input })).await.data("savePassenger");
    let id = saved["passenger"]["id"].clone();
    assert_eq!(saved["passenger"]["documentNumber"], "ID1234567");
    input["id"] = id.clone();
    input["lastName"] = json!("Осмонова");
    input.as_object_mut().unwrap().remove("documentNumber");
    assert_eq!(ben.send(save, json!({ "i": input })).await.code(), "NOT_FOUND");
    let changed = ana.send(save, json!({ "i": input })).await.data("savePassenger");
    assert_eq!(changed["passenger"], json!({ "id": id, "lastName": "Осмонова", "documentNumber": "ID1234567" }));
    let delete = "mutation($id: ID!) { deleteSavedPassenger(id: $id) { ok } }";
    assert_eq!(ben.send(delete, json!({ "id": id })).await.code(), "NOT_FOUND");
    ana.send(delete, json!({ "id": id })).await.data("deleteSavedPassenger");
    let left = ana.send("{ me { savedPassengers { id } } }", json!({})).await.data("me");
    assert_eq!(left["savedPassengers"], json!([]));
    app.done().await;
}

#[tokio::test]
async fn an_order_keeps_its_passenger_when_asked() {
    let app = TestApp::new().await;
    let ana = register(&app, "ana@example.com").await;
    let order = tests::bought(&ana.try_hold(&hold_input(&[app.ride("501").await], 1, None)).await);
    let mut passenger = person(&order.passengers[0]);
    passenger["save"] = json!(true);
    ana.set_passengers(&order, json!([passenger])).await;
    ana.set_passengers(&order, json!([passenger])).await;
    let me = ana.send("{ me { savedPassengers { lastName } } }", json!({})).await.data("me");
    assert_eq!(me["savedPassengers"], json!([{ "lastName": "Өмүралиева" }]));
    app.done().await;
}

#[tokio::test]
async fn profile_and_contacts() {
    let app = TestApp::new().await;
    let (ana, _ben) = (register(&app, "ana@example.com").await, register(&app, "ben@example.com").await);
    let update = "mutation($i: UpdateProfileInput!) { updateProfile(input: $i) { ... on ProfileUpdated { me { firstName language } } } }";
    let updated =
        ana.send(update, json!({ "i": { "firstName": "Айжан", "language": "KY" } })).await.data("updateProfile");
    assert_eq!(updated["me"], json!({ "firstName": "Айжан", "language": "KY" }));
    let confirm = "mutation($i: ConfirmContactInput!) { confirmContact(input: $i) { __typename ... on InvalidInput { fields { code } } \
        ... on ProfileUpdated { me { email phone } } } }";
    request(&ana, "0777000111", "CONFIRM_CONTACT").await;
    let code = last_code(&app).await;
    let added =
        ana.send(confirm, json!({ "i": { "contact": "0777000111", "code": code } })).await.data("confirmContact");
    assert_eq!(added["me"], json!({ "email": "ana@example.com", "phone": "+996777000111" }));
    request(&ana, "ben@example.com", "CONFIRM_CONTACT").await;
    let code = last_code(&app).await;
    let taken =
        ana.send(confirm, json!({ "i": { "contact": "ben@example.com", "code": code } })).await.data("confirmContact");
    assert_eq!(taken["fields"][0]["code"], "CONTACT_TAKEN");
    app.done().await;
}

#[tokio::test]
async fn all_own_data_can_be_taken_along_and_erased() {
    let app = TestApp::new().await;
    let ana = register(&app, "aigul@example.com").await;
    let order = ana.buy(&app, &[app.ride("501").await], 1).await;
    let export: Value = ana.send("{ me { export } }", json!({})).await.data("me")["export"].clone();
    assert_eq!(export["orders"][0]["number"], order.number);
    assert_eq!(export["orders"][0]["passengers"][0]["documentNumber"], "ID1234567");

    let delete = "mutation($w: String!) { deleteAccount(input: { confirmation: $w }) { __typename ... on InvalidInput { fields { code } } } }";
    let word = ana.send(delete, json!({ "w": "yes" })).await.data("deleteAccount");
    assert_eq!(word["fields"][0]["code"], "DELETE_WORD");
    let coming = ana.send(delete, json!({ "w": "DELETE" })).await.data("deleteAccount");
    assert_eq!(coming["fields"][0]["code"], "TRIPS_TO_COME");

    app.advance(tests::TimeDelta::days(3));
    let mut ana = ana;
    ana.token = None;
    let refreshed =
        ana.send("mutation { refreshSession(input: {}) { ... on SignedIn { accessToken } } }", json!({})).await;
    ana.token = refreshed.data("refreshSession")["accessToken"].as_str().map(str::to_owned);
    let done = ana.send(delete, json!({ "w": "DELETE" })).await.data("deleteAccount");
    assert_eq!(done["__typename"], "Done", "{done}");
    assert_eq!(
        app.count("SELECT id FROM order_passenger WHERE last_name IS NOT NULL OR document_sealed IS NOT NULL").await,
        0
    );
    assert_eq!(app.count("SELECT id FROM \"order\" WHERE email IS NOT NULL OR phone IS NOT NULL").await, 0);
    assert_eq!(app.count("SELECT id FROM message WHERE recipient = 'aigul@example.com'").await, 0);
    assert!(app.count("SELECT id FROM posting").await > 0, "what the tax law keeps stays");
    app.done().await;
}

/// Nobody travels without a name: what was not paid is given up with the account, and money on its way goes back.
#[tokio::test]
async fn money_that_comes_for_a_deleted_account_goes_back() {
    let delete = "mutation { deleteAccount(input: { confirmation: \"DELETE\" }) { __typename } }";
    // While the seats are held, and after the hold has ended and was swept.
    for late in [false, true] {
        let app = TestApp::new().await;
        let ana = register(&app, "aigul@example.com").await;
        let ride = app.ride("501").await;
        let order = ana.hold(std::slice::from_ref(&ride), 2, Some(&["1", "2"])).await;
        ana.name(&order).await;
        let started = ana.try_pay(&order).await;
        if late {
            app.advance(tests::TimeDelta::minutes(16));
            assert!(api::features::order::sweep(&app.app).await.unwrap() > 0);
        }
        let mut ana = ana;
        ana.token = None;
        let refreshed =
            ana.send("mutation { refreshSession(input: {}) { ... on SignedIn { accessToken } } }", json!({})).await;
        ana.token = refreshed.data("refreshSession")["accessToken"].as_str().map(str::to_owned);
        assert_eq!(ana.send(delete, json!({})).await.data("deleteAccount")["__typename"], "Done");
        assert_eq!(app.claimed(ride.trip.id).await, 0, "the seats are free at once");

        ana.at_bank(started["payment"]["redirectUrl"].as_str().unwrap(), "pay").await;
        app.run_jobs().await;
        app.run_jobs().await;
        assert_eq!(app.count("SELECT id FROM ticket").await, 0);
        assert_eq!(app.count("SELECT id FROM payment WHERE state = 'PAID' AND refunded_minor < amount_minor").await, 0);
        assert_eq!(app.count("SELECT id FROM refund WHERE state = 'DONE' AND amount_minor = 125600").await, 1);
        app.done().await;
    }
}
