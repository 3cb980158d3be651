use calamine::{Data, DataType as _};
use chrono::TimeDelta;
use tests::{TestApp, Value, json};

use super::{ask, records, text, url, workbook};

const LISTS: [&str; 38] = [
    "wallets",
    "companies",
    "blankBlocks",
    "orders",
    "trips",
    "vehicles",
    "drivers",
    "permits",
    "carriers",
    "stations",
    "routes",
    "staff",
    "audit",
    "jobs",
    "closures",
    "announcements",
    "promotions",
    "layouts",
    "mailbox",
    "shifts",
    "approvals",
    "refundRequests",
    "waitingRefunds",
    "partners",
    "tariff",
    "holidays",
    "roles",
    "destinations",
    "terminalNetworks",
    "terminalRequests",
    "fiscalRegisters",
    "fiscalReceipts",
    "gateways",
    "gatewayMessages",
    "registries",
    "settlements",
    "ledgerPostings",
    "registryDifferences",
];

fn list(name: &str) -> Value {
    match name {
        "trips" => json!({ "trips": { "filter": { "date": "2026-12-02" } } }),
        name => json!({ name: {} }),
    }
}

#[tokio::test]
async fn a_workbook_has_the_list_s_rows_in_its_order_with_typed_cells() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let ride = app.ride("501").await;
    for _ in 0..3 {
        ana.buy(&app, std::slice::from_ref(&ride), 1).await;
        app.advance(TimeDelta::minutes(1));
    }
    ana.hold(std::slice::from_ref(&ride), 2, None).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let asked = json!({ "orders": { "filter": { "status": "PAID" }, "sort": "NUMBER", "direction": "DESC" } });
    let columns = ["number", "created", "departure", "passengers", "total", "status"];
    let sheet = workbook(&agent, asked.clone(), &columns).await;
    let query = "{ orders(filter: { status: PAID }, sort: NUMBER, direction: DESC) { nodes { number total { amount } \
        segments { from { departure { local } } } } } }";
    let shown = agent.send(query, json!({})).await.data("orders")["nodes"].as_array().unwrap().clone();
    let head: Vec<String> = sheet.rows().next().unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(head, ["Number", "Created", "Departure", "Passengers", "Total", "Currency", "Status"]);
    assert_eq!((sheet.height(), shown.len()), (4, 3));
    for (row, order) in sheet.rows().skip(1).zip(&shown) {
        assert_eq!(row[0], Data::String(order["number"].as_str().unwrap().into()));
        // The clock of the station: noon and some minutes in Bishkek.
        let created = row[1].as_datetime().unwrap().to_string();
        assert!(matches!(row[1], Data::DateTime(_)) && created.starts_with("2026-12-01 12:0"), "{created}");
        let departs = row[2].as_datetime().unwrap().format("%Y-%m-%dT%H:%M:%S").to_string();
        assert_eq!(order["segments"][0]["from"]["departure"]["local"], departs.as_str());
        assert_eq!(row[3], Data::String("Өмүралиева Айгүл".into()));
        let amount: f64 = order["total"]["amount"].as_str().unwrap().parse().unwrap();
        assert_eq!(row[4], Data::Float(amount));
        assert_eq!((&row[5], &row[6]), (&Data::String("KGS".into()), &Data::String("paid".into())));
    }
    // The same in a text file, in another language.
    let mut said = agent.clone();
    said.language = "ky";
    let rows = records(&said, asked, &columns).await;
    assert_eq!(rows[0][0], "Номери");
    assert_eq!(rows[1][6], "төлөндү");
    assert_eq!(rows.len(), 4);
    assert_eq!(rows[1][4], shown[0]["total"]["amount"].as_str().unwrap());
    app.done().await;
}

#[tokio::test]
async fn every_list_is_a_file_of_both_kinds() {
    let app = TestApp::new().await;
    let mut admin = app.staff("ADMINISTRATOR").await;
    crate::http::furnished::furnish(&app, &admin).await;
    for (n, name) in LISTS.into_iter().enumerate() {
        if n % 10 == 9 {
            // Nobody takes more than thirty in ten minutes.
            app.advance(TimeDelta::minutes(10));
            admin = app.staff("ADMINISTRATOR").await;
        }
        let rows = records(&admin, list(name), &[]).await;
        assert!(rows.len() > 1, "{name} is empty");
        assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{name}");
        let sheet = workbook(&admin, list(name), &[]).await;
        // Each file of the log is a row of the next.
        let more = usize::from(name == "audit");
        assert_eq!(sheet.height(), rows.len() + more, "{name}");
        assert_eq!(sheet.width(), rows[0].len(), "{name}");
    }
    app.done().await;
}

#[tokio::test]
async fn a_file_goes_on_over_many_pages_in_the_list_s_order() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let rows =
        records(&admin, json!({ "vehicles": { "sort": "SEATS", "direction": "DESC" } }), &["plate", "seats"]).await;
    let seats: Vec<i64> = rows[1..].iter().map(|row| row[1].parse().unwrap()).collect();
    assert!(seats.len() > 200, "{}", seats.len());
    assert!(seats.iter().rev().is_sorted());
    let plates: std::collections::HashSet<&String> = rows[1..].iter().map(|row| &row[0]).collect();
    let all = app.count("SELECT id FROM vehicle").await;
    assert_eq!((plates.len(), rows.len() as i64 - 1), (seats.len(), all));
    app.done().await;
}

#[tokio::test]
async fn no_text_of_anybody_becomes_a_formula() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let station = crate::announcement::station(&app, "Бишкек").await;
    for text in ["=HYPERLINK(\"http://evil.example\")", "+1", "-2+3", "@SUM(A1)"] {
        let mut input = crate::announcement::input(&station);
        input["text"] = json!({ "ru": text });
        assert_eq!(crate::announcement::save(&admin, &input).await["__typename"], "AnnouncementSaved");
    }
    let announcements = || json!({ "announcements": { "direction": "ASC" } });
    let rows = records(&admin, announcements(), &["text"]).await;
    let texts: Vec<&str> = rows[1..].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(texts, ["'=HYPERLINK(\"http://evil.example\")", "'+1", "'-2+3", "'@SUM(A1)"]);
    let whole = text(&admin, announcements(), &["text", "station"]).await;
    assert!(whole.starts_with("\u{feff}\"Text\",\"Station\"\n\"'=HYPERLINK(\"\"http"), "{whole}");
    // In a workbook a text is a text, and stays as it was.
    let sheet = workbook(&admin, announcements(), &["text"]).await;
    assert_eq!(sheet.get((1, 0)), Some(&Data::String("=HYPERLINK(\"http://evil.example\")".into())));
    app.done().await;
}

#[tokio::test]
async fn a_file_has_what_its_reader_may_see_and_no_more() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let representative = app.staff("CARRIER_REPRESENTATIVE").await;
    // Own rows alone.
    let own = records(&representative, list("vehicles"), &["plate", "carrier"]).await;
    let all = records(&admin, list("vehicles"), &["plate", "carrier"]).await;
    let carriers: std::collections::HashSet<&String> = own[1..].iter().map(|row| &row[1]).collect();
    assert!(carriers.len() == 1 && own.len() < all.len(), "{carriers:?}");
    // No list that the role may not see, whatever the file.
    assert_eq!(ask(&app.visitor(), list("orders"), "CSV", &[]).await.code(), "UNAUTHENTICATED");
    assert_eq!(ask(&app.passenger().await, list("orders"), "CSV", &[]).await.code(), "FORBIDDEN");
    for role in ["INSPECTOR", "DISPATCHER", "CARRIER_REPRESENTATIVE", "CASHIER", "TRANSPORT_MANAGER"] {
        let staff = app.staff(role).await;
        for name in LISTS {
            let asked = ask(&staff, list(name), "CSV", &[]).await;
            let fields = crate::http::sorting::fields();
            let (field, arguments) = fields[name].clone();
            let page = format!("{{ {field}({arguments}first: 1) {{ nodes {{ __typename }} }} }}");
            let seen = staff.send(&page, json!({})).await;
            if asked.code() == "FORBIDDEN" {
                assert_eq!(seen.code(), "FORBIDDEN", "{role} {name}");
            } else {
                let status = app.visitor().get(asked.data("exportList")["url"].as_str().unwrap()).await.status();
                assert_eq!(status == 200, seen.code() == "no error", "{role} {name}: {status}");
            }
        }
    }
    app.done().await;
}

#[tokio::test]
async fn an_address_is_good_for_a_while_and_as_its_reader_is_now() {
    let app = TestApp::new().await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let address = url(&agent, list("orders"), "CSV", &["number"]).await;
    let visitor = app.visitor();
    let first = visitor.get(&address).await;
    assert_eq!(first.headers()["content-disposition"], "attachment; filename=\"orders-2026-12-01.csv\"");
    assert_eq!(first.headers()["cache-control"], "no-store");
    let expired = |body: Value| assert_eq!(body, json!({ "code": "EXPIRED" }));
    // Nobody makes one up.
    let mut other = address.clone().into_bytes();
    let last = other.len() - 2;
    other[last] = if other[last] == b'A' { b'B' } else { b'A' };
    let forged = visitor.get(&String::from_utf8(other).unwrap()).await;
    assert_eq!(forged.status(), 410);
    expired(forged.json().await.unwrap());
    // Rights that are gone are gone.
    app.break_by_hand("UPDATE account SET role = 'INSPECTOR' WHERE email = 'support-agent@demo.beket.example.com'")
        .await;
    let refused = visitor.get(&address).await;
    assert_eq!(refused.status(), 403);
    assert_eq!(refused.json::<Value>().await.unwrap(), json!({ "code": "FORBIDDEN" }));
    app.break_by_hand("UPDATE account SET role = 'SUPPORT_AGENT' WHERE email = 'support-agent@demo.beket.example.com'")
        .await;
    assert_eq!(visitor.get(&address).await.status(), 200);
    app.advance(TimeDelta::seconds(301));
    assert_eq!(visitor.get(&address).await.status(), 410);
    // So is a session.
    let address = url(&agent, list("orders"), "CSV", &["number"]).await;
    app.break_by_hand(
        "UPDATE account SET blocked_at = '2026-12-01T06:00:00Z' WHERE email = 'support-agent@demo.beket.example.com'",
    )
    .await;
    assert_eq!(visitor.get(&address).await.status(), 410);
    app.done().await;
}

#[tokio::test]
async fn a_file_is_named_after_the_days_that_it_is_of() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let orders = |filter: Value| json!({ "orders": { "filter": filter } });
    for (list, name) in [
        (orders(json!({ "from": "2026-11-01", "to": "2026-11-30" })), "orders-2026-11-01-to-2026-11-30.csv"),
        (orders(json!({ "from": "2026-11-05", "to": "2026-11-05" })), "orders-2026-11-05.csv"),
        (orders(json!({ "from": "2026-11-05" })), "orders-from-2026-11-05.csv"),
        (orders(json!({ "to": "2026-11-05" })), "orders-to-2026-11-05.csv"),
        (orders(json!({ "text": "2026-11-05" })), "orders-2026-12-01.csv"),
        (list("trips"), "trips-2026-12-02.csv"),
    ] {
        let file = admin.get(&url(&admin, list, "CSV", &["number"]).await).await;
        assert_eq!(file.headers()["content-disposition"], format!("attachment; filename=\"{name}\""));
    }
    app.done().await;
}

#[tokio::test]
async fn rules_of_the_tariff_and_rights_are_words_and_numbers_in_a_file() {
    let app = TestApp::new().await;
    let mut admin = app.staff("ADMINISTRATOR").await;
    admin.language = "ru";
    let asked = json!({ "tariff": { "filter": { "text": "student" } } });
    let columns = ["kind", "name", "category", "percentOff", "ageFrom", "rate", "ownSeat", "state"];
    let sheet = workbook(&admin, asked, &columns).await;
    let row: Vec<&Data> = sheet.rows().nth(1).unwrap().iter().collect();
    assert_eq!((row[0], row[2]), (&Data::String("Скидки".into()), &Data::String("STUDENT".into())));
    assert!(matches!(row[3], Data::Float(percent) if *percent > 0.0), "{row:?}");
    // No amount and no currency of a discount by per cent; whether it takes a seat is yes or no.
    assert_eq!((row[5], row[6], row[7]), (&Data::Empty, &Data::Empty, &Data::String("да".into())));
    assert_eq!(row[8], &Data::String("действует".into()));
    let fee = records(&admin, json!({ "tariff": { "filter": { "kind": "FEE" } } }), &["name", "ownSeat"]).await;
    assert_eq!(fee[1][1], "", "a fee takes no seat and leaves none");
    let roles = json!({ "roles": { "filter": { "text": "inspector" }, "sort": "NAME" } });
    let roles = records(&admin, roles, &["code", "permissions", "people"]).await;
    assert!(roles.len() == 2 && roles[1][1].contains("проверять билеты"), "{roles:?}");
    let of_a_year = json!({ "holidays": { "filter": { "year": 2027 } } });
    let file = admin.get(&url(&admin, of_a_year, "CSV", &["date", "name"]).await).await;
    assert_eq!(file.headers()["content-disposition"], "attachment; filename=\"holidays-2027.csv\"");
    app.done().await;
}

#[tokio::test]
async fn letters_leave_as_a_file_for_those_who_read_them_and_it_is_in_the_log_once() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    ana.buy(&app, &[app.ride("501").await], 1).await;
    let admin = app.staff("ADMINISTRATOR").await;
    let columns = ["to", "channel", "topic", "text", "files", "state"];
    let asked = json!({ "mailbox": { "text": "@", "sort": "TO", "direction": "ASC" } });
    let rows = records(&admin, asked.clone(), &columns).await;
    let shown =
        admin.send("{ messages(text: \"@\", sort: TO, direction: ASC) { nodes { to subject text } } }", json!({}));
    let shown = shown.await.data("messages")["nodes"].as_array().unwrap().clone();
    assert_eq!((rows.len() - 1, rows[1][1].as_str()), (shown.len(), "letter"));
    for (row, message) in rows[1..].iter().zip(&shown) {
        assert_eq!((&json!(row[0]), &json!(row[2])), (&message["to"], &message["subject"]));
    }
    let entries = "SELECT id FROM audit WHERE action = 'EXPORT_LIST' AND subject = 'list:mailbox'";
    assert_eq!(
        (app.count(entries).await, app.count("SELECT id FROM audit WHERE action = 'READ_MAILBOX'").await),
        (1, 1)
    );
    for role in ["SUPPORT_AGENT", "DISPATCHER", "CARRIER_REPRESENTATIVE"] {
        let other = app.staff(role).await;
        assert_eq!(ask(&other, asked.clone(), "CSV", &columns).await.code(), "FORBIDDEN", "{role}");
    }
    app.done().await;
}

#[tokio::test]
async fn the_log_tells_who_took_which_rows() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let ride = app.ride("501").await;
    ana.buy(&app, std::slice::from_ref(&ride), 1).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let asked = json!({ "orders": { "filter": { "text": "Өмүралиева", "status": "PAID" } } });
    let before = app.count("SELECT id FROM audit").await;
    let rows = records(&agent, asked, &["number", "passengers"]).await;
    assert_eq!(rows.len(), 2);
    // One entry, however many pages were read, without whom it was that was looked for.
    assert_eq!(app.count("SELECT id FROM audit").await, before + 1);
    assert_eq!(app.count("SELECT id FROM audit WHERE new_values LIKE '%Өмүралиева%'").await, 0);
    let admin = app.staff("ADMINISTRATOR").await;
    let query = "{ auditEntries(filter: { action: \"EXPORT_LIST\" }) { nodes { subjectKind subjectId after staff { email } } } }";
    let entry = admin.send(query, json!({})).await.data("auditEntries")["nodes"][0].clone();
    assert_eq!((&entry["subjectKind"], &entry["subjectId"]), (&json!("list"), &json!("orders")));
    assert_eq!(entry["staff"]["email"], "support-agent@demo.beket.example.com");
    assert_eq!(
        entry["after"],
        json!({
            "list": "orders", "format": "csv", "rows": 1, "columns": "number, passengers",
            "filter": { "text": "…", "status": "PAID" }, "sort": "CREATED", "direction": "DESC",
        })
    );
    app.done().await;
}

#[tokio::test]
async fn a_list_that_is_too_long_is_told_so_and_columns_are_those_of_the_list() {
    let app = TestApp::with(|config| config.export_rows = 3).await;
    let admin = app.staff("ADMINISTRATOR").await;
    let refused = admin.get(&url(&admin, list("vehicles"), "XLSX", &[]).await).await;
    assert_eq!(refused.status(), 422);
    assert_eq!(refused.json::<Value>().await.unwrap(), json!({ "code": "TOO_MANY_ROWS", "limit": 3 }));
    assert_eq!(app.count("SELECT id FROM audit WHERE action = 'EXPORT_LIST'").await, 0);
    let wrong = ask(&admin, list("vehicles"), "CSV", &["plate", "total", "plate"]).await.data("exportList");
    let no = |n: usize| json!({ "path": format!("columns.{n}"), "code": "NO_SUCH_COLUMN" });
    assert_eq!(wrong["fields"], json!([no(1), no(2)]));
    let both = ask(&admin, json!({ "vehicles": {}, "drivers": {} }), "CSV", &[]).await;
    assert_eq!(both.code(), "BAD_INPUT");
    for _ in 0..29 {
        ask(&admin, list("drivers"), "CSV", &[]).await;
    }
    let many = ask(&admin, list("drivers"), "CSV", &[]).await.data("exportList");
    assert_eq!(many["code"], "TOO_MANY_ATTEMPTS");
    app.done().await;
}

#[tokio::test]
async fn a_file_asks_the_database_as_often_for_any_number_of_rows_of_a_page() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    for route in ["501", "505", "604V"] {
        let ride = app.ride(route).await;
        for _ in 0..10 {
            ana.hold(std::slice::from_ref(&ride), 1, None).await;
        }
    }
    let admin = app.staff("ADMINISTRATOR").await;
    let mut costs = Vec::new();
    for status in ["PAID", "HELD", "HELD"] {
        let asked = json!({ "orders": { "filter": { "status": status } } });
        let address = url(&admin, asked, "CSV", &[]).await;
        let before = app.app.db.queries();
        let lines = admin.get(&address).await.text().await.unwrap().lines().count();
        costs.push((lines - 1, app.app.db.queries() - before));
    }
    assert_eq!((costs[1].0, costs[2].0), (30, 30));
    assert!(costs[2].1 < 30, "{costs:?}");
    app.done().await;
}
