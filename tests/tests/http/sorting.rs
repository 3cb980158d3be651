//! Every list, by each of its keys, both ways: across pages each row comes once, in order, whatever is equal.

use std::collections::{HashMap, HashSet};

use domain::text::{alphabetical, counted};
use tests::{Actor, TestApp, Value, json};

/// How a key's values are compared.
#[derive(Clone, Copy)]
enum As {
    /// As they stand; where there is none, before others.
    Plain,
    /// The same; where there is none, after others.
    Ends,
    /// As names in the alphabet.
    Names,
    /// As numbers with letters.
    Numbers,
    /// As sums of money.
    Amounts,
    /// By what the answer does not tell: only that every row is there once, and that one way is the other's reverse.
    Untold,
}

struct List {
    field: &'static str,
    /// Arguments besides the order and the page.
    arguments: String,
    page: usize,
    /// The key, where its value is in a node, and how it is compared. The first is the usual one.
    keys: &'static [(&'static str, &'static str, As)],
    usual: &'static str,
    selection: &'static str,
}

impl List {
    /// What no two rows have alike.
    fn id(&self) -> &'static str {
        match self.field {
            "tariffRules" | "roles" => "id: code",
            "holidays" => "id: date",
            _ => "id",
        }
    }
}

const ORDERS: &[(&str, &str, As)] = &[
    ("CREATED", "/createdAt", As::Plain),
    ("DEPARTURE", "/segments/0/from/departure/at", As::Plain),
    ("NUMBER", "/number", As::Plain),
];
const TRIPS: &[(&str, &str, As)] = &[
    ("DEPARTURE", "/calls/0/departure/at", As::Plain),
    ("NUMBER", "/number", As::Numbers),
    ("DIRECTION", "/calls/0/stop/name", As::Names),
    ("CARRIER", "/carrier/name", As::Names),
    ("STATE", "/state", As::Untold),
];
const VEHICLES: &[(&str, &str, As)] = &[
    ("PLATE", "/plate", As::Plain),
    ("MAKE", "/make", As::Plain),
    ("YEAR", "/year", As::Plain),
    ("CARRIER", "/carrier/name", As::Names),
    ("SEATS", "/seatCount", As::Plain),
];
const CARRIERS: &[(&str, &str, As)] = &[
    ("NAME", "/name", As::Names),
    ("CODE", "/code", As::Names),
    ("INN", "/legal/inn", As::Plain),
    ("STATE", "/blocked/at", As::Plain),
];
const STATIONS: &[(&str, &str, As)] = &[
    ("NAME", "/name", As::Names),
    ("TOWN", "/place/name", As::Names),
    ("KIND", "/kind", As::Plain),
    ("STATE", "/active", As::Untold),
];
const ROUTES: &[(&str, &str, As)] = &[
    ("NUMBER", "/number", As::Numbers),
    ("NAME", "/name", As::Names),
    ("CARRIER", "/carrier/name", As::Names),
    ("SERVICE_CLASS", "/serviceClass", As::Plain),
    ("STATE", "/active", As::Untold),
];

const LAYOUTS: &[(&str, &str, As)] = &[
    ("NAME", "/name", As::Names),
    ("CODE", "/code", As::Plain),
    ("VEHICLE_CLASS", "/vehicleClass", As::Plain),
    ("SEATS", "/seatCount", As::Plain),
    ("USES", "/id", As::Untold),
    ("VERSION", "/id", As::Untold),
];
const MESSAGES: &[(&str, &str, As)] = &[
    ("CREATED", "/createdAt", As::Plain),
    ("TO", "/to", As::Plain),
    ("CHANNEL", "/channel", As::Plain),
    ("SUBJECT", "/subject", As::Plain),
    ("STATE", "/id", As::Untold),
];

const TARIFF: &[(&str, &str, As)] = &[
    ("DECIDING", "/code", As::Untold),
    ("NAME", "/name", As::Names),
    ("VALID_FROM", "/validFrom", As::Plain),
    ("VALID_TO", "/validTo", As::Ends),
];
const PARTNERS: &[(&str, &str, As)] = &[
    ("ADDED", "/createdAt", As::Plain),
    ("NAME", "/name", As::Names),
    ("USED", "/usedAt", As::Plain),
    ("ORDERS", "/ordersLately", As::Plain),
];
const OVERRULES: &[(&str, &str, As)] =
    &[("ASKED", "/askedAt", As::Plain), ("DECIDED", "/decidedAt", As::Ends), ("BEYOND", "/beyond/amount", As::Untold)];
const RECEIPTS: &[(&str, &str, As)] = &[
    ("MADE", "/createdAt", As::Plain),
    ("AMOUNT", "/amount/amount", As::Untold),
    ("DOCUMENT", "/marks/fdNumber", As::Untold),
];
const ROLES: &[(&str, &str, As)] = &[
    ("POSITION", "/code", As::Untold),
    ("NAME", "/name", As::Names),
    ("PEOPLE", "/staffCount", As::Plain),
    ("PERMISSIONS", "/permissions", As::Untold),
    ("SECOND_FACTOR", "/secondFactor", As::Untold),
];
const DESTINATIONS: &[(&str, &str, As)] = &[
    ("NAME", "/name", As::Names),
    ("URL", "/url", As::Plain),
    ("FORMAT", "/format", As::Plain),
    ("STATE", "/active", As::Untold),
];

fn lists() -> Vec<List> {
    let list = |field, arguments: &str, page, keys, usual, selection| List {
        field,
        arguments: arguments.to_owned(),
        page,
        keys,
        usual,
        selection,
    };
    vec![
        list("orders", "", 3, ORDERS, "DESC", "number createdAt segments { from { departure { at } } }"),
        list(
            "trips",
            "filter: { date: \"2026-12-02\" }",
            40,
            TRIPS,
            "ASC",
            "number state carrier { name } calls { departure { at } stop { name } }",
        ),
        list("vehicles", "", 60, VEHICLES, "ASC", "plate make year seatCount carrier { name }"),
        list(
            "drivers",
            "",
            2,
            &[("NAME", "/lastName", As::Plain), ("CARRIER", "/carrier/name", As::Names)],
            "ASC",
            "lastName carrier { name }",
        ),
        list("carrierRecords", "", 3, CARRIERS, "ASC", "name code legal { inn } blocked { at }"),
        list("stationRecords", "", 20, STATIONS, "ASC", "name kind active place { name }"),
        list("routeRecords", "", 9, ROUTES, "ASC", "number name serviceClass active carrier { name }"),
        list(
            "permits",
            "",
            2,
            &[("EXPIRES", "/expiresOn", As::Plain), ("KIND", "/kind", As::Untold), ("NUMBER", "/number", As::Plain)],
            "ASC",
            "expiresOn kind number",
        ),
        list(
            "staff",
            "",
            3,
            &[
                ("ADDED", "/id", As::Untold),
                ("NAME", "/lastName", As::Plain),
                ("EMAIL", "/email", As::Plain),
                ("ROLE", "/role/code", As::Plain),
            ],
            "DESC",
            "lastName email role { code }",
        ),
        list(
            "blankBlocks",
            "",
            2,
            &[
                ("ISSUED", "/issuedAt", As::Plain),
                ("MOVED", "/movedAt", As::Plain),
                ("SERIES", "/series", As::Plain),
                ("NUMBER", "/firstNumber", As::Numbers),
            ],
            "DESC",
            "issuedAt movedAt series firstNumber",
        ),
        list(
            "wallets",
            "",
            2,
            &[
                ("OPENED", "/openedAt", As::Plain),
                ("NUMBER", "/number", As::Plain),
                ("BALANCE", "/balance/amount", As::Amounts),
            ],
            "DESC",
            "openedAt number balance { amount }",
        ),
        list(
            "companies",
            "",
            2,
            &[("NAME", "/name", As::Names), ("INN", "/inn", As::Plain), ("CONTRACT_TO", "/contractTo", As::Ends)],
            "ASC",
            "name inn contractTo",
        ),
        list(
            "promotions",
            "",
            2,
            &[("MADE", "/id", As::Untold), ("CODE", "/code", As::Plain), ("SOLD_TO", "/soldTo", As::Ends)],
            "DESC",
            "code soldTo",
        ),
        list(
            "closures",
            "",
            2,
            &[("STARTS", "/startsAt/at", As::Plain), ("ENDS", "/endsAt/at", As::Ends)],
            "DESC",
            "startsAt { at } endsAt { at }",
        ),
        list(
            "announcementList",
            "",
            2,
            &[("ADDED", "/id", As::Untold), ("STARTS", "/startsAt/at", As::Plain), ("ENDS", "/endsAt/at", As::Plain)],
            "DESC",
            "startsAt { at } endsAt { at }",
        ),
        list("layoutRecords", "", 3, LAYOUTS, "ASC", "name code vehicleClass seatCount"),
        list(
            "shifts",
            "",
            2,
            &[("OPENED", "/openedAt", As::Plain), ("CLOSED", "/closedAt", As::Ends)],
            "DESC",
            "openedAt closedAt",
        ),
        list(
            "terminalNetworks",
            "",
            2,
            &[("CODE", "/code", As::Plain), ("MADE", "/madeAt", As::Plain)],
            "ASC",
            "code madeAt",
        ),
        list(
            "gateways",
            "",
            2,
            &[("POSITION", "/position", As::Plain), ("CODE", "/code", As::Plain), ("MADE", "/madeAt", As::Plain)],
            "ASC",
            "position code madeAt",
        ),
        list(
            "registries",
            "",
            2,
            &[("LOADED", "/loadedAt", As::Plain), ("FROM", "/from", As::Plain), ("OPEN", "/open", As::Plain)],
            "DESC",
            "loadedAt from open",
        ),
        list(
            "settlements",
            "",
            2,
            &[
                ("ENDS", "/endsOn", As::Plain),
                ("CLOSING", "/figures/closing/amount", As::Untold),
                ("MADE", "/id", As::Untold),
            ],
            "DESC",
            "endsOn figures { closing { amount } }",
        ),
        list("ledgerPostings", "", 7, &[("AT", "/at", As::Plain)], "DESC", "at"),
        list("registryDifferences", "", 2, &[("FOUND", "/id", As::Untold)], "ASC", "id"),
        list("gatewayMessages", "", 2, &[("AT", "/at", As::Plain)], "DESC", "at"),
        list("terminalRequests", "", 2, &[("AT", "/at", As::Plain)], "DESC", "at"),
        list(
            "fiscalRegisters",
            "",
            2,
            &[("NAME", "/name", As::Names), ("MADE", "/madeAt", As::Plain)],
            "ASC",
            "name madeAt",
        ),
        list("fiscalReceipts", "", 2, RECEIPTS, "DESC", "createdAt amount { amount } marks { fdNumber }"),
        list("overrules", "", 2, OVERRULES, "DESC", "askedAt decidedAt beyond { amount }"),
        list(
            "refundRequests",
            "",
            2,
            &[("ASKED", "/askedAt", As::Plain), ("ANSWERED", "/answeredAt", As::Ends)],
            "ASC",
            "askedAt answeredAt",
        ),
        list(
            "waitingRefunds",
            "",
            2,
            &[("SINCE", "/since", As::Plain), ("AMOUNT", "/amount/amount", As::Untold)],
            "ASC",
            "since amount { amount }",
        ),
        list("messages", "", 3, MESSAGES, "DESC", "createdAt to channel subject"),
        list("partners", "", 2, PARTNERS, "DESC", "name createdAt usedAt ordersLately"),
        list("tariffRules", "", 9, TARIFF, "ASC", "name validFrom validTo"),
        list(
            "holidays",
            "",
            10,
            &[("DATE", "/date", As::Plain), ("NAME", "/name", As::Names), ("KIND", "/nonWorking", As::Untold)],
            "ASC",
            "date name",
        ),
        list("roles", "", 4, ROLES, "ASC", "name staffCount"),
        list("manifestDestinations", "", 2, DESTINATIONS, "ASC", "name url format"),
        list("jobs", "", 2, &[("CREATED", "/createdAt", As::Plain)], "DESC", "createdAt"),
        list("auditEntries", "filter: { changesOnly: true }", 4, &[("AT", "/at", As::Plain)], "DESC", "at"),
    ]
}

/// By a list's name: its field and the arguments that it needs.
pub fn fields() -> HashMap<&'static str, (&'static str, String)> {
    let name = |field: &'static str| match field {
        "carrierRecords" => "carriers",
        "stationRecords" => "stations",
        "routeRecords" => "routes",
        "auditEntries" => "audit",
        "announcementList" => "announcements",
        "layoutRecords" => "layouts",
        "messages" => "mailbox",
        "overrules" => "approvals",
        "tariffRules" => "tariff",
        "manifestDestinations" => "destinations",
        field => field,
    };
    let needed = |list: &List| if list.field == "trips" { format!("{}, ", list.arguments) } else { String::new() };
    lists().into_iter().map(|list| (name(list.field), (list.field, needed(&list)))).collect()
}

fn join(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")
}

/// All rows of a list, page by page.
async fn walk(staff: &Actor, list: &List, order: &str, page: usize) -> Vec<Value> {
    let mut after = Value::Null;
    let mut rows = Vec::new();
    loop {
        let page = format!("first: {page}");
        let arguments = join(&[&list.arguments, order, &page, "after: $a"]);
        let query = format!(
            "query($a: String) {{ {}({arguments}) {{ pageInfo {{ hasNextPage endCursor }} nodes {{ {} {} }} }} }}",
            list.field,
            list.id(),
            list.selection
        );
        let answer = staff.send(&query, json!({ "a": after })).await.data(list.field);
        rows.extend(answer["nodes"].as_array().unwrap().iter().cloned());
        if answer["pageInfo"]["hasNextPage"] != true {
            return rows;
        }
        after = answer["pageInfo"]["endCursor"].clone();
    }
}

fn ids(rows: &[Value]) -> Vec<&str> {
    rows.iter().map(|row| row["id"].as_str().unwrap()).collect()
}

fn value(row: &Value, pointer: &str, how: As) -> String {
    let text = match row.pointer(pointer) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => format!("{:020}", number.as_i64().unwrap()),
        _ if matches!(how, As::Ends) => "~".into(),
        _ => String::new(),
    };
    match how {
        As::Names => alphabetical(&text),
        As::Numbers => counted(&text),
        // Debts as well: no sum is so deep below zero.
        As::Amounts => format!("{:020.2}", 1e12 + text.parse::<f64>().unwrap()),
        _ => text,
    }
}

#[tokio::test]
async fn every_list_is_sorted_by_each_of_its_keys_across_pages() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    super::furnished::furnish(&app, &admin).await;
    for list in lists() {
        let usual = walk(&admin, &list, "", list.page).await;
        let all: HashSet<&str> = ids(&usual).into_iter().collect();
        assert!(usual.len() > list.page, "{}: one page of {}", list.field, usual.len());
        assert_eq!(all.len(), usual.len(), "{}", list.field);
        for (n, (key, pointer, how)) in list.keys.iter().enumerate() {
            let name = format!("{} {key}", list.field);
            let up = walk(&admin, &list, &format!("sort: {key}, direction: ASC"), list.page).await;
            let down = walk(&admin, &list, &format!("sort: {key}, direction: DESC"), list.page + 1).await;
            assert_eq!(ids(&up).into_iter().collect::<HashSet<_>>(), all, "{name}");
            assert_eq!(up.len(), all.len(), "{name}");
            assert_eq!(ids(&down), ids(&up).into_iter().rev().collect::<Vec<_>>(), "{name}");
            if !matches!(how, As::Untold) {
                let values: Vec<String> = up.iter().map(|row| value(row, pointer, *how)).collect();
                assert!(values.is_sorted(), "{name}: {values:?}");
                let alike = ["carrierRecords INN", "carrierRecords STATE", "permits NUMBER"].contains(&name.as_str());
                assert!(alike || values.first() != values.last(), "{name}: all are equal");
            }
            if n == 0 {
                let same = if list.usual == "ASC" { &up } else { &down };
                assert_eq!(ids(same), ids(&usual), "{name} is how it comes unasked");
            }
        }
    }
    app.done().await;
}

#[tokio::test]
async fn a_cursor_is_of_one_order_alone() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    for (field, key, other) in
        [("vehicles", "PLATE", "SEATS"), ("routeRecords", "NUMBER", "NAME"), ("roles", "POSITION", "NAME")]
    {
        let ask = |order: &str, after: &str| {
            format!("{{ {field}(first: 2, {order}{after}) {{ pageInfo {{ endCursor }} }} }}")
        };
        let first = admin.send(&ask(&format!("sort: {key}"), ""), json!({})).await.data(field);
        let after = format!(", after: {}", first["pageInfo"]["endCursor"]);
        assert_eq!(admin.send(&ask(&format!("sort: {key}"), &after), json!({})).await.code(), "no error");
        for order in [format!("sort: {other}"), format!("sort: {key}, direction: DESC")] {
            assert_eq!(admin.send(&ask(&order, &after), json!({})).await.code(), "BAD_INPUT", "{field} {order}");
        }
    }
    app.done().await;
}

#[tokio::test]
async fn trips_at_a_station_are_in_the_order_of_their_leaving_it() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let town = crate::closure::town(&admin, "Балыкчы").await;
    let query = "query($t: ID!) { trips(filter: { date: \"2026-12-02\", stationId: $t }, first: 100) { nodes { \
        calls { departure { at } stop { place { id } } } } } }";
    let found = admin.send(query, json!({ "t": town })).await.data("trips");
    let there = |trip: &Value| {
        let calls = trip["calls"].as_array().unwrap();
        let call = calls.iter().find(|call| call["stop"]["place"]["id"] == town).unwrap();
        call["departure"]["at"].as_str().unwrap().to_owned()
    };
    let times: Vec<String> = found["nodes"].as_array().unwrap().iter().map(there).collect();
    assert!(times.len() > 5 && times.is_sorted(), "{times:?}");
    app.done().await;
}
