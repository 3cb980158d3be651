//! An office with rows in every list.

use chrono::TimeDelta;
use tests::{Actor, Ride, TestApp, Value, json};

/// Something in every list, and much of it equal.
pub async fn furnish(app: &TestApp, admin: &Actor) {
    let (_register, _) = crate::fiscal_register::recording(app).await;
    for name in ["Запасная", "Касса 1"] {
        let more = json!({ "name": name, "servesAll": false });
        app.advance(TimeDelta::seconds(1));
        crate::fiscal_register::save(admin, crate::fiscal_register::input("https://register.example.com", more)).await;
    }
    let ana = app.visitor();
    for route in ["501", "505", "501", "604V"] {
        let ride = app.ride(route).await;
        ana.hold(std::slice::from_ref(&ride), 1, None).await;
        ana.hold(std::slice::from_ref(&ride), 1, None).await;
        app.advance(TimeDelta::seconds(1));
    }
    let ride = app.ride("501").await;
    let agent = app.staff("SUPPORT_AGENT").await;
    crate::refund::overrule_refund::approval_above(app, 20).await;
    for n in 0..3 {
        let order = ana.buy(app, std::slice::from_ref(&ride), 1).await;
        app.advance(TimeDelta::seconds(1));
        crate::refund::overrule_refund::asked(&agent, &order, ["29", "2", "0"][n], &format!("sorted-overrule-{n}"))
            .await;
        app.advance(TimeDelta::seconds(1));
    }
    ask_for_refunds(app, &ana, &agent, &ride).await;
    for code in ["pay24", "another", "other"] {
        let saved = crate::terminal_network::network(app, json!({ "code": code })).await.1;
        let url = format!("{}?command=check&txn_id=1&account=x", saved["url"].as_str().unwrap());
        ana.get(&url).await;
        app.advance(TimeDelta::seconds(1));
    }
    for (code, position) in [("elqr", 7), ("card", 3), ("bank", 7)] {
        let position = json!({ "code": code, "position": position });
        crate::gateway::made(admin, "http://127.0.0.1:9", position).await;
        app.advance(TimeDelta::seconds(1));
    }
    for (lines, days) in [(1, 1), (3, 2), (1, 3)] {
        let rows: String = (0..lines).map(|n| format!("none-{days}-{n};5;;;payment\n")).collect();
        let file = format!("{}{rows}", crate::registry::HEAD);
        assert_eq!(crate::registry::load_of(app, admin, "card", days, file).await.0, 200);
        app.advance(TimeDelta::seconds(1));
    }
    for (route, ends_on) in [("505", "2026-11-15"), ("501", "2026-11-28"), ("604V", "2026-11-30")] {
        let carrier = app.ride(route).await.trip.carrier.id;
        crate::settlement::of_nothing_until(app, carrier, ends_on).await;
    }
    let waiting = "{ overrules(filter: { state: WAITING }, first: 1) { nodes { id } } }";
    let waiting = admin.send(waiting, json!({})).await.data("overrules")["nodes"][0]["id"].clone();
    crate::refund::decline_refund::decline(admin, &waiting, "no").await;
    let desk = crate::shift::desk(app, "Бишкек", "sorted").await;
    let cashier = app.staff("CASHIER").await;
    for n in 0..3 {
        crate::shift::open(&cashier, &desk, &[("10", "KGS")], &format!("sorted-shift-open-{n}")).await;
        app.advance(TimeDelta::seconds(1));
        if n < 2 {
            crate::shift::close(&cashier, &[("10", "KGS")], None, &format!("sorted-shift-close-{n}")).await;
        }
    }
    for (n, name) in ["Ысык-Көл", "Өз жол", "Алтын Ат"].into_iter().enumerate() {
        let ends = (n == 1).then(|| app.today());
        let company =
            json!({ "name": name, "inn": format!("{}1111111111111", 3 - n), "contractTo": ends, "credit": "100" });
        let made = crate::company::save(admin, crate::company::input(company)).await["company"].clone();
        app.advance(TimeDelta::seconds(1));
        if n < 2 {
            let sum = ["250", "30"][n];
            crate::company::transfer(admin, &made, sum, &format!("sorted-transfer-{n}")).await;
        }
    }
    for (n, name) in ["Тур Азия", "Өз жол", "Алтын Ат"].into_iter().enumerate() {
        let made = crate::partner::make(admin, name).await;
        if n > 0 {
            assert_eq!(crate::partner::hold_with(app, &ana, &made["key"]).await, "HeldSeats");
        }
        if n == 1 {
            let sold = "UPDATE \"order\" SET channel = 'PARTNER', partner_id = (SELECT id FROM api_key WHERE name = 'Өз жол') \
                WHERE channel = 'WEB'";
            app.break_by_hand(sold).await;
        }
        app.advance(TimeDelta::seconds(1));
    }
    for (n, name) in ["Министерство", "Архив", "Контроль"].into_iter().enumerate() {
        let (url, format) = (format!("https://example.com/{}", ["b", "a", "c"][n]), ["JSON", "XML", "JSON"][n]);
        let told = json!({ "name": name, "url": url, "format": format, "active": n != 2 });
        assert_eq!(crate::manifest::save_destination(admin, told).await["__typename"], "DestinationSaved");
    }
    let baggage =
        json!({ "kind": "BAGGAGE", "names": { "ru": "Самовар" }, "scopes": ["all"], "amount": "70", "maxCount": 1 });
    let mut saved = crate::tariff_rule::save(admin, &baggage).await;
    assert_eq!(saved["__typename"], "TariffRuleSaved", "{saved}");
    let mut dearer = baggage.clone();
    (dearer["code"], dearer["version"]) = (saved["rule"]["code"].take(), saved["rule"]["version"].take());
    (dearer["amount"], dearer["from"]) = (json!("90"), json!("2026-12-20"));
    assert_eq!(crate::tariff_rule::save(admin, &dearer).await["__typename"], "TariffRuleSaved");
    let carriers = admin.send("{ carriers { id } }", json!({})).await.data("carriers");
    for n in [0, 1, 0, 2, 1] {
        let name = ["Сыдыков", "Асанов", "Токтоев"][n];
        let input = json!({ "carrierId": carriers[n]["id"], "lastName": name, "firstName": "Таалай" });
        let driver = crate::driver::save(admin, input).await["driver"].clone();
        let day = ["2027-03-01", "2027-01-15", "2027-03-01"][n];
        crate::permit::make(admin, "DRIVER", &driver["id"], "DRIVING_LICENCE", day).await;
    }
    for n in 0..5 {
        app.advance(TimeDelta::seconds(i64::from(n % 2 == 0)));
        let email = format!("new{n}@example.com");
        crate::staff::invite(admin, &email, ["CASHIER", "DISPATCHER"][n % 2]).await;
        let until = [json!("2026-12-20"), Value::Null][n % 2].clone();
        let block = json!({ "series": (["АБ", "ВГ"][n % 2]), "firstNumber": n * 100, "lastNumber": n * 100 + 9 });
        crate::blank::issue(admin, block).await;
        crate::promotion::make(admin, &format!("CODE{n}"), "10", json!({ "soldTo": until })).await;
        let station = crate::announcement::station(app, "Бишкек").await;
        let mut told = crate::announcement::input(&station);
        told["startsAt"] = json!(format!("2026-12-0{}T12:00:00", 1 + n % 2));
        told["endsAt"] = json!(format!("2026-12-0{}T12:00:00", 3 + n / 2));
        assert_eq!(crate::announcement::save(admin, &told).await["__typename"], "AnnouncementSaved");
        let mut section = crate::closure::section(app, admin, &ride, None).await;
        section["startsAt"] = json!(format!("2027-0{}-01T00:00:00", 1 + n % 2));
        section["endsAt"] = [json!("2027-08-01T00:00:00"), Value::Null][n % 2].clone();
        let closed = crate::closure::change(admin, "saveClosure", crate::closure::input(&section)).await;
        assert_eq!(closed["__typename"], "ClosureChanged", "{closed}");
    }
}

/// Passengers ask for more than the rules give, and money does not go back to closed cards.
async fn ask_for_refunds(app: &TestApp, ana: &Actor, agent: &Actor, ride: &Ride) {
    let mut orders = Vec::new();
    for n in 0..3 {
        let order = ana.buy(app, std::slice::from_ref(ride), 1 + n % 2).await;
        let lines = crate::exchange::seats(ana, &order).await;
        let asked = crate::refund_request::ask(ana, &order, &lines, &format!("sorted-request-{n}")).await;
        app.advance(TimeDelta::seconds(1));
        if n < 2 {
            let id = &asked["request"]["id"];
            crate::refund_request::answer_refund_request::answer(agent, id, ["ASK", "DECLINE"][n], "x").await;
        }
        orders.push((order, lines));
    }
    app.break_by_hand("UPDATE sandbox_charge SET refunded_minor = amount_minor").await;
    for (order, lines) in &orders {
        let lines: Vec<&str> = lines.iter().map(|line| line["id"].as_str().unwrap()).collect();
        let quote = ana.quote(order, &lines).await["quote"]["id"].clone();
        ana.confirm(order, quote.as_str().unwrap(), &format!("back-{}", order.number)).await;
        app.advance(TimeDelta::seconds(1));
    }
    app.run_jobs().await;
}
