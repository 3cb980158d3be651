//! Figures of reports and the rows behind them.

use tests::{TestApp, TimeDelta, Value, json};

use super::{report, rows, sum};

fn by(groups: Value, measures: Value) -> Value {
    json!({
        "dataSet": "sales", "period": { "kind": "BETWEEN", "from": "2026-11-30", "to": "2026-12-03" }, "groups": groups,
        "measures": measures, "columns": ["sold", "number", "channel", "price"],
    })
}

#[tokio::test]
async fn groups_have_subtotals_that_add_up_and_lead_to_their_rows() {
    let app = TestApp::new().await;
    let (ride, other) =
        (app.ride_after("501", TimeDelta::hours(60)).await, app.ride_after("505", TimeDelta::hours(60)).await);
    let ana = app.visitor();
    ana.buy(&app, std::slice::from_ref(&ride), 2).await;
    // 23:30 in Bishkek, and half an hour after midnight: two days there, one in UTC.
    app.advance(TimeDelta::minutes(11 * 60 + 30));
    ana.buy(&app, std::slice::from_ref(&ride), 1).await;
    app.advance(TimeDelta::hours(1));
    ana.buy(&app, std::slice::from_ref(&other), 3).await;
    ana.hold(std::slice::from_ref(&ride), 1, None).await;
    let clerk = app.staff("ACCOUNTANT").await;
    let asked = by(
        json!([{ "column": "sold", "part": "DAY" }, { "column": "route" }]),
        json!([{ "kind": "COUNT" }, { "kind": "SUM", "column": "price" }, { "kind": "AVERAGE", "column": "price" },
            { "kind": "SHARE_OF_TOTAL", "column": "price" }, { "kind": "SHARE_OF_GROUP" }]),
    );
    let table = report(&clerk, &asked).await;
    assert_eq!((&table["from"], &table["to"]), (&json!("2026-11-30"), &json!("2026-12-03")));
    let shown: Vec<(i64, &str, i64)> = table["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let count = row["measures"][0]["value"].as_str().unwrap().parse().unwrap();
            (row["level"].as_i64().unwrap(), row["keys"][0]["value"].as_str().unwrap(), count)
        })
        .collect();
    assert_eq!(
        shown,
        [(1, "2026-12-01", 3), (2, "2026-12-01", 3), (1, "2026-12-02", 3), (2, "2026-12-02", 3)],
        "a hold is no sale; subtotals stand above"
    );
    assert_eq!(
        (sum(&table["rows"], 1, 1), sum(&table["rows"], 2, 1)),
        (sum(&table["totals"], 0, 1), sum(&table["totals"], 0, 1))
    );
    let total = &table["totals"][0];
    assert_eq!((&total["measures"][0]["value"], &total["currency"]), (&json!("6"), &json!("KGS")));
    let share: f64 = table["rows"][0]["measures"][3]["value"].as_str().unwrap().parse().unwrap();
    let first: f64 = table["rows"][0]["measures"][1]["value"].as_str().unwrap().parse().unwrap();
    assert!((share - first / sum(&table["totals"], 0, 1)).abs() < 0.0001, "{share}");
    assert_eq!(table["rows"][1]["measures"][4]["value"].as_str().unwrap().parse::<f64>().unwrap(), 1.0, "of its group");
    assert!(table["rows"][1]["keys"][1]["text"].as_str().unwrap().contains(&ride.trip.route.number), "{table}");

    // The rows behind a figure are those that it was counted from.
    for row in table["rows"].as_array().unwrap() {
        let path: Vec<&Value> = row["keys"].as_array().unwrap().iter().map(|key| &key["value"]).collect();
        let behind = rows(&clerk, &asked, json!(path), json!("KGS")).await;
        assert_eq!(behind["totalCount"].to_string(), row["measures"][0]["value"].as_str().unwrap());
        let prices = behind["nodes"].as_array().unwrap().iter();
        let prices: f64 = prices.map(|node| node["cells"][3]["value"].as_str().unwrap().parse::<f64>().unwrap()).sum();
        assert_eq!(prices, row["measures"][1]["value"].as_str().unwrap().parse::<f64>().unwrap());
    }
    let first = &rows(&clerk, &asked, json!(["2026-12-01"]), json!(null)).await["nodes"][0]["cells"];
    assert_eq!((&first[0]["value"], &first[2]["text"]), (&json!("2026-12-01T12:00:00"), &json!("site")), "{first}");
    app.done().await;
}

#[tokio::test]
async fn filters_choose_rows_and_sorting_orders_groups() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    for (route, seats) in [("501", 1), ("505", 3)] {
        let ride = app.ride_after(route, TimeDelta::hours(60)).await;
        ana.buy(&app, &[ride], seats).await;
    }
    let clerk = app.staff("ACCOUNTANT").await;
    let mut asked = by(json!([{ "column": "route" }]), json!([{ "kind": "COUNT" }]));
    let counts = async |asked: &Value| -> Vec<String> {
        let table = report(&clerk, asked).await;
        let rows = table["rows"].as_array().unwrap().clone();
        rows.iter().map(|row| row["measures"][0]["value"].as_str().unwrap().to_owned()).collect()
    };
    asked["sort"] = json!({ "measure": 0, "descending": true });
    assert_eq!(counts(&asked).await, ["3", "1"]);
    asked["sort"] = json!({ "measure": 0, "descending": false });
    assert_eq!(counts(&asked).await, ["1", "3"]);
    let only = |filters: Value| {
        let mut asked = asked.clone();
        asked["filters"] = filters;
        asked
    };
    let cases = [
        (json!([{ "column": "channel", "operator": "ANY_OF", "values": ["WEB"] }]), 2),
        (json!([{ "column": "channel", "operator": "NONE_OF", "values": ["WEB"] }]), 0),
        (json!([{ "column": "route", "operator": "CONTAINS", "values": ["505"] }]), 1),
        (json!([{ "column": "price", "operator": "AT_LEAST", "values": ["1.00"] }]), 2),
        (json!([{ "column": "price", "operator": "AT_LEAST", "values": ["999999.50"] }]), 0),
        (json!([{ "column": "sold", "operator": "AT_LEAST", "values": ["2026-12-02"] }]), 0),
        (json!([{ "column": "sold", "operator": "AT_MOST", "values": ["2026-12-01"] }]), 2),
        (json!([{ "column": "partner", "operator": "EMPTY", "values": [] }]), 2),
        (json!([{ "column": "number", "operator": "CONTAINS", "values": ["%"] }]), 0),
        (json!([{ "column": "seat", "operator": "CONTAINS", "values": ["' OR 1=1 --"] }]), 0),
    ];
    for (filters, groups) in cases {
        assert_eq!(counts(&only(filters.clone())).await.len(), groups, "{filters}");
    }
    app.done().await;
}

#[tokio::test]
async fn hours_weekdays_and_months_are_the_station_s() {
    let app = TestApp::new().await;
    let ride = app.ride_after("501", TimeDelta::hours(60)).await;
    let ana = app.visitor();
    // Noon of a Tuesday, and half past midnight of the Wednesday: 18:30 of the Tuesday in UTC.
    ana.buy(&app, std::slice::from_ref(&ride), 1).await;
    app.advance(TimeDelta::minutes(12 * 60 + 30));
    ana.buy(&app, std::slice::from_ref(&ride), 1).await;
    let clerk = app.staff("ACCOUNTANT").await;
    for (part, keys) in [
        ("HOUR", vec!["0", "12"]),
        ("WEEKDAY", vec!["2", "3"]),
        ("MONTH", vec!["2026-12-01"]),
        ("DAY", vec!["2026-12-01", "2026-12-02"]),
    ] {
        let asked = by(json!([{ "column": "sold", "part": part }]), json!([{ "kind": "COUNT" }]));
        let table = report(&clerk, &asked).await;
        let found: Vec<&str> =
            table["rows"].as_array().unwrap().iter().map(|row| row["keys"][0]["value"].as_str().unwrap()).collect();
        assert_eq!(found, keys, "{part}");
        for key in &keys {
            let behind = rows(&clerk, &asked, json!([key]), json!(null)).await;
            assert!(behind["totalCount"].as_i64().unwrap() > 0, "{part} {key}");
        }
    }
    let asked = by(json!([{ "column": "sold", "part": "WEEKDAY" }]), json!([{ "kind": "COUNT" }]));
    assert_eq!(report(&clerk, &asked).await["rows"][0]["keys"][0]["text"], "Tuesday");
    app.done().await;
}

#[tokio::test]
async fn different_currencies_are_never_added_up() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let ride = app.ride_after("501", TimeDelta::hours(60)).await;
    ana.buy(&app, std::slice::from_ref(&ride), 1).await;
    ana.buy(&app, std::slice::from_ref(&ride), 2).await;
    app.break_by_hand(
        "UPDATE order_line SET currency = 'USD' WHERE order_id = (SELECT order_id FROM order_line GROUP BY order_id \
         HAVING COUNT(*) = 1)",
    )
    .await;
    let clerk = app.staff("ACCOUNTANT").await;
    let asked = by(
        json!([{ "column": "channel" }]),
        json!([{ "kind": "COUNT" }, { "kind": "SUM", "column": "price" }, { "kind": "SHARE_OF_TOTAL", "column": "price" }]),
    );
    let table = report(&clerk, &asked).await;
    let told = |rows: &Value| -> Vec<(String, String, String)> {
        let of = |value: &Value| value.as_str().unwrap().to_owned();
        let rows = rows.as_array().unwrap().iter();
        rows.map(|row| (of(&row["currency"]), of(&row["measures"][0]["value"]), of(&row["measures"][2]["value"])))
            .collect()
    };
    let each = |code: &str, n: &str| (code.to_owned(), n.to_owned(), "1".to_owned());
    assert_eq!(told(&table["rows"]), [each("KGS", "2"), each("USD", "1")]);
    assert_eq!(told(&table["totals"]), [each("KGS", "2"), each("USD", "1")]);
    let behind = rows(&clerk, &asked, json!(["WEB"]), json!("USD")).await;
    assert_eq!(behind["totalCount"], 1);
    app.discard().await;
}

#[tokio::test]
async fn every_ready_view_can_be_read_and_gone_into() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.buy(&app, &[app.ride_after("501", TimeDelta::hours(60)).await], 2).await;
    let quote = ana.quote(&order, &[]).await["quote"]["id"].clone();
    if let Some(quote) = quote.as_str() {
        ana.confirm(&order, quote, "give-it-all-back-0001").await;
    }
    let admin = app.staff("ADMINISTRATOR").await;
    let query = "{ standardReports { code name definition { dataSet columns chart period { kind from to } groups { column part } \
        measures { kind column } filters { column operator values } sort { column measure descending } } } }";
    let views = admin.send(query, json!({})).await.data("standardReports");
    assert!(views.as_array().unwrap().len() >= 16, "{views}");
    let mut filled = Vec::new();
    for view in views.as_array().unwrap() {
        let mut asked = view["definition"].clone();
        asked["period"] = json!({ "kind": "BETWEEN", "from": "2026-01-01", "to": "2026-12-31" });
        let table = report(&admin, &asked).await;
        let behind = rows(&admin, &asked, json!([]), json!(null)).await;
        let counted: i64 = table["totals"]
            .as_array()
            .unwrap()
            .iter()
            .map(|total| total["measures"][0]["value"].as_str().unwrap().parse::<i64>().unwrap())
            .sum();
        // Reading is written down itself.
        assert!((behind["totalCount"].as_i64().unwrap() - counted).abs() <= 1, "{view}: {table}");
        if counted > 0 {
            filled.push(view["code"].as_str().unwrap().to_owned());
        }
    }
    for code in
        ["sales_by_day", "payments_by_method", "occupancy", "ledger_by_account", "station_fees", "customers_by_month"]
    {
        assert!(filled.iter().any(|one| one == code), "{code} is empty: {filled:?}");
    }
    app.done().await;
}

#[tokio::test]
async fn what_is_wrong_is_told_at_its_field_and_what_is_not_theirs_refused() {
    let app = TestApp::new().await;
    let clerk = app.staff("ACCOUNTANT").await;
    let bad = json!({ "dataSet": "sales", "period": { "kind": "BETWEEN", "from": "2026-12-02", "to": "2026-12-01" },
        "columns": ["nothing"], "groups": [{ "column": "price" }] });
    let query = "query($d: ReportDefinitionInput!) { report(definition: $d) { __typename ... on InvalidInput { fields { path code } } } }";
    let answer = clerk.send(query, json!({ "d": bad })).await.data("report");
    let told: Vec<(&str, &str)> = answer["fields"]
        .as_array()
        .unwrap()
        .iter()
        .map(|field| (field["path"].as_str().unwrap(), field["code"].as_str().unwrap()))
        .collect();
    assert_eq!(
        told,
        [("period", "ENDS_BEFORE_START"), ("columns.0", "NO_SUCH_COLUMN"), ("groups.0", "REPORT_NOT_GROUPED")]
    );
    let nothing = json!({ "dataSet": "nothing", "period": { "kind": "TODAY" }, "columns": ["sold"] });
    assert_eq!(clerk.send(query, json!({ "d": nothing })).await.data("report")["fields"][0]["path"], "dataSet");
    let audit = json!({ "dataSet": "audit", "period": { "kind": "TODAY" }, "columns": ["at"] });
    let cashier = app.staff("DISPATCHER").await;
    assert_eq!(cashier.send(query, json!({ "d": audit })).await.code(), "FORBIDDEN");
    let rows = "query($d: ReportDefinitionInput!, $p: [String]!) { reportRows(definition: $d, path: $p) { __typename \
        ... on InvalidInput { fields { path code } } } }";
    let asked = by(json!([{ "column": "carrier" }]), json!([{ "kind": "COUNT" }]));
    let answer = clerk.send(rows, json!({ "d": asked, "p": ["no id"] })).await.data("reportRows");
    assert_eq!(answer["fields"], json!([{ "path": "path.0", "code": "REPORT_VALUE" }]));
    app.done().await;
}

#[tokio::test]
async fn a_representative_sees_the_own_carrier_s_rows_alone() {
    let app = TestApp::new().await;
    let representative = app.staff("CARRIER_REPRESENTATIVE").await;
    let ana = app.visitor();
    for route in ["501", "505", "507"] {
        ana.buy(&app, &[app.ride_after(route, TimeDelta::hours(60)).await], 1).await;
    }
    let clerk = app.staff("ACCOUNTANT").await;
    let asked = by(json!([{ "column": "carrier" }]), json!([{ "kind": "COUNT" }]));
    let mut theirs = asked.clone();
    theirs["columns"] = json!(["sold", "price"]);
    let (all, own) = (report(&clerk, &asked).await, report(&representative, &theirs).await);
    assert!(all["totalCount"].as_i64().unwrap() > own["totalCount"].as_i64().unwrap(), "{all} {own}");
    assert!(own["totalCount"].as_i64().unwrap() <= 1, "{own}");
    let trips = json!({ "dataSet": "trips", "period": { "kind": "TODAY" }, "groups": [{ "column": "carrier" }],
        "measures": [{ "kind": "COUNT" }], "columns": ["departure"] });
    assert_eq!(report(&representative, &trips).await["totalCount"], 1, "trips of one carrier");
    assert!(report(&app.staff("DISPATCHER").await, &trips).await["totalCount"].as_i64().unwrap() > 1);
    // What belongs to the whole office is not theirs, nor are the numbers of orders.
    let sets =
        representative.send("{ reportDataSets { code columns { code } } }", json!({})).await.data("reportDataSets");
    let codes: Vec<&str> = sets.as_array().unwrap().iter().map(|set| set["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"sales") && !codes.contains(&"payments") && !codes.contains(&"ledger"), "{codes:?}");
    let columns = sets[0]["columns"].as_array().unwrap();
    assert!(columns.iter().all(|column| column["code"] != "number"), "{columns:?}");
    app.done().await;
}

#[tokio::test]
async fn pages_go_on_where_the_last_ended_and_names_are_in_the_log() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    ana.buy(&app, &[app.ride_after("501", TimeDelta::hours(60)).await], 3).await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let asked = json!({ "dataSet": "passengers", "period": { "kind": "BETWEEN", "from": "2026-12-01", "to": "2026-12-10" },
        "columns": ["lastName", "seat"] });
    let query = "query($d: ReportDefinitionInput!, $a: String) { reportRows(definition: $d, first: 2, after: $a) { ... on ReportDetails { \
        nodes { cells { value } } totalCount pageInfo { hasNextPage endCursor } } } }";
    let first = manager.send(query, json!({ "d": asked })).await.data("reportRows");
    let second =
        manager.send(query, json!({ "d": asked, "a": first["pageInfo"]["endCursor"] })).await.data("reportRows");
    let seats = |page: &Value| -> Vec<String> {
        page["nodes"].as_array().unwrap().iter().map(|node| node["cells"][1]["value"].to_string()).collect()
    };
    let mut all = [seats(&first), seats(&second)].concat();
    all.sort();
    all.dedup();
    assert_eq!((all.len(), &first["totalCount"], &second["pageInfo"]["hasNextPage"]), (3, &json!(3), &json!(false)));
    assert_eq!(
        app.count("SELECT id FROM audit WHERE action = 'READ_REPORT' AND subject = 'report:passengers'").await,
        2
    );
    let huge = manager.send(
        "query($d: ReportDefinitionInput!) { reportRows(definition: $d, first: 101) { __typename } }",
        json!({ "d": asked }),
    );
    assert_eq!(huge.await.code(), "BAD_INPUT");
    app.done().await;
}

#[tokio::test]
async fn who_is_tied_to_a_station_counts_its_trips_alone() {
    let app = TestApp::new().await;
    let (admin, clerk) = (app.staff("ADMINISTRATOR").await, app.staff("DISPATCHER").await);
    app.visitor().buy(&app, &[app.ride_after("501", TimeDelta::hours(60)).await], 1).await;
    let talas = json!(crate::announcement::station(&app, "Талас").await);
    let list = "query($f: TripFilterInput!) { trips(filter: $f, first: 1) { totalCount } }";
    let there = clerk.send(list, json!({ "f": { "date": "2026-12-02", "stationId": talas } })).await;
    let there = there.data("trips")["totalCount"].as_i64().unwrap();
    let period = json!({ "kind": "BETWEEN", "from": "2026-12-01", "to": "2026-12-04" });
    let trips = json!({ "dataSet": "trips", "period": period, "measures": [{ "kind": "COUNT" }], "columns": ["departure"],
        "filters": [{ "column": "serviceDate", "operator": "AT_LEAST", "values": ["2026-12-02"] },
            { "column": "serviceDate", "operator": "AT_MOST", "values": ["2026-12-02"] }] });
    let count = async |asked: &Value| -> i64 {
        let totals = &report(&clerk, asked).await["totals"];
        totals[0]["measures"][0]["value"].as_str().map_or(0, |count| count.parse().unwrap())
    };
    let sales = json!({ "dataSet": "sales", "period": { "kind": "TODAY" }, "measures": [{ "kind": "COUNT" }], "columns": ["sold"] });
    assert!(count(&trips).await > there);
    assert_eq!(count(&sales).await, 1);
    crate::staff::stations::tie(&admin, &[&talas]).await;
    assert_eq!((count(&trips).await, count(&sales).await), (there, 0));
    let cash = json!({ "dataSet": "payments", "period": { "kind": "TODAY" }, "columns": ["paid"] });
    let query = "query($d: ReportDefinitionInput!) { report(definition: $d) { __typename } }";
    assert_eq!(clerk.send(query, json!({ "d": cash })).await.code(), "FORBIDDEN");
    app.done().await;
}
