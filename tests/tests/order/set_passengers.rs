use tests::{TestApp, hold_input, json, person};

#[tokio::test]
async fn every_error_is_told_at_its_field_and_nothing_is_changed() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.hold(&[app.ride("501").await], 2, None).await;
    let (mut first, mut second) = (person(&order.passengers[0]), person(&order.passengers[1]));
    first["firstName"] = json!(" ");
    first["lastName"] = json!("R2D2");
    first["documentNumber"] = json!("ID12");
    first["birthDate"] = json!("2090-01-01");
    second["citizenship"] = json!("KZ");
    second["ancillaries"] = json!([{ "code": "elephant", "count": 1 }]);

    let query = "mutation($i: SetPassengersInput!) { setPassengers(input: $i) { __typename ... on InvalidInput { fields { path code message } } } }";
    let input = json!({ "order": order.reference(), "passengers": [first, second], "email": "a@b", "phone": "12", "consent": false });
    let answer = ana.send(query, json!({ "i": input })).await.data("setPassengers");

    let fields = answer["fields"].as_array().unwrap();
    let got: Vec<(&str, &str)> =
        fields.iter().map(|f| (f["path"].as_str().unwrap(), f["code"].as_str().unwrap())).collect();
    assert_eq!(
        got,
        [
            ("passengers.0.firstName", "REQUIRED"),
            ("passengers.0.lastName", "NAME_FORM"),
            ("passengers.0.birthDate", "BIRTH_IN_FUTURE"),
            ("passengers.0.documentNumber", "ID_CARD_FORM"),
            ("passengers.1.ancillaries.0", "ANCILLARY"),
            ("passengers.1.documentKind", "DOCUMENT_OTHER_COUNTRY"),
            ("email", "EMAIL"),
            ("phone", "PHONE"),
            ("consent", "CONSENT"),
        ]
    );
    assert!(
        fields.iter().all(|field| !field["message"].as_str().unwrap().starts_with("field.")),
        "words for every code"
    );
    assert_eq!(app.count("SELECT id FROM order_passenger WHERE first_name IS NOT NULL").await, 0);
    app.done().await;
}

#[tokio::test]
async fn categories_and_baggage_change_the_price_that_was_held() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let mut input = hold_input(&[app.ride("501").await], 1, None);
    input["passengers"] = json!([{ "category": "ADULT" }, { "category": "CHILD" }, { "category": "INFANT" }]);
    let order = tests::bought(&ana.try_hold(&input).await);
    let mut child = person(&order.passengers[1]);
    child["birthDate"] = json!("2018-05-05");
    child["documentKind"] = json!("BIRTH_CERTIFICATE");
    child["documentNumber"] = json!("КР-1 123456");
    let mut infant = child.clone();
    infant["id"] = json!(order.passengers[2]);
    infant["birthDate"] = json!("2024-05-05");
    infant["documentNumber"] = json!("КР-1 654321");
    let mut adult = person(&order.passengers[0]);

    let plain = ana.set_passengers(&order, json!([adult, child, infant])).await;
    // 600 + 10 + 18, and 300 + 10 + 9, and nothing for the lap.
    assert_eq!(plain["order"]["total"]["amount"], "947.00", "{plain}");

    let mut copied = infant.clone();
    copied["documentNumber"] = child["documentNumber"].clone();
    let twice = ana.set_passengers(&order, json!([adult, child, copied])).await;
    assert_eq!(twice["fields"], json!([{ "path": "passengers.2.documentNumber", "code": "DOCUMENT_TWICE" }]));

    adult["ancillaries"] = json!([{ "code": "bag_big_minibus", "count": 2 }]);
    let with_bags = ana.set_passengers(&order, json!([adult, child, infant])).await;
    assert_eq!(with_bags["order"]["total"]["amount"], "1147.00", "{with_bags}");

    adult["category"] = json!("STUDENT");
    adult["birthDate"] = json!("2005-03-07");
    let student = ana.set_passengers(&order, json!([adult, child, infant])).await;
    // 540 + 10 + 16.20 instead of 628.
    assert_eq!(student["order"]["total"]["amount"], "1085.20", "{student}");

    child["birthDate"] = json!("2010-05-05");
    let too_old = ana.set_passengers(&order, json!([adult, child, infant])).await;
    assert_eq!(too_old["fields"], json!([{ "path": "passengers.1.birthDate", "code": "AGE_OF_CATEGORY" }]));
    app.done().await;
}

#[tokio::test]
async fn document_numbers_are_nowhere_in_the_open() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.hold(&[app.ride("501").await], 1, None).await;
    let mut passenger = person(&order.passengers[0]);
    // What has neither a letter nor a digit is wrong, not missing.
    passenger["documentNumber"] = json!("!!");
    let wrong = ana.set_passengers(&order, json!([passenger])).await;
    assert_eq!(wrong["fields"], json!([{ "path": "passengers.0.documentNumber", "code": "ID_CARD_FORM" }]));
    passenger["documentNumber"] = json!("ID7654321");
    assert_eq!(ana.set_passengers(&order, json!([passenger])).await["__typename"], "OrderChanged");

    let shown = ana
        .send(
            "query($id: ID!, $s: String) { order(id: $id, secret: $s) { passengers { documentNumber } } }",
            json!({ "id": order.id, "s": order.secret }),
        )
        .await
        .data("order");
    assert_eq!(shown["passengers"][0]["documentNumber"], "•••• 321");
    if app.app.db.is_sqlite() {
        let path = app.app.config.database_url.trim_start_matches("sqlite://").split('?').next().unwrap().to_owned();
        for suffix in ["", "-wal"] {
            let bytes = std::fs::read(format!("{path}{suffix}")).unwrap_or_default();
            assert!(!bytes.windows(9).any(|window| window == b"ID7654321"), "in the open in {path}{suffix}");
        }
    }
    // The number that comes back masked is the one that is kept.
    passenger["documentNumber"] = json!("•••• 321");
    assert_eq!(ana.set_passengers(&order, json!([passenger])).await["__typename"], "OrderChanged");
    app.done().await;
}
