use tests::{TestApp, TimeDelta, json};

use super::{listed, receipts};
use crate::exchange::amount;
use crate::fiscal_register::{input, recording, save, switch};
use crate::payment::take_payment::{take, total, walk_in, words};
use crate::shift::{at_desk, close, mine};

#[tokio::test]
async fn a_sale_on_the_site_has_a_receipt_with_all_that_the_law_wants() {
    let app = TestApp::new().await;
    let (register, _) = recording(&app).await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let ride = app.ride("501").await;
    let carrier = api::graphql::Gid::of(api::graphql::Kind::Carrier, ride.trip.carrier.id).to_string();
    let query = "query($id: ID!) { carrierRecord(id: $id) { id version names { ru ky en } } }";
    let seen = manager.send(query, json!({ "id": carrier })).await.data("carrierRecord");
    let change = json!({ "id": carrier, "version": seen["version"], "names": seen["names"], "legalName": "ОсОО «Ак-Жол»",
        "inn": "12345678901234", "taxPercent": "2" });
    let query = "mutation($i: SaveCarrierInput!) { saveCarrier(input: $i) { __typename ... on CarrierChanged { carrier { taxPercent } } } }";
    assert_eq!(manager.send(query, json!({ "i": change })).await.data("saveCarrier")["carrier"]["taxPercent"], "2");

    let ana = app.visitor();
    let order = ana.buy(&app, &[ride], 2).await;
    let due = amount(&ana.order(&order).await["total"]);
    let found = receipts(&ana, &order).await;
    assert_eq!(found.len(), 1, "{found:?}");
    let one = &found[0];
    assert_eq!((&one["kind"], &one["state"]), (&json!("SALE"), &json!("DONE")), "{one}");
    assert_eq!((amount(&one["amount"]), amount(&one["cashless"]), amount(&one["cash"])), (due, due, 0));
    let items = one["items"].as_array().unwrap();
    assert_eq!(items.iter().map(|item| amount(&item["sum"])).sum::<i64>(), due);
    let ticket = &items[0];
    assert!(ticket["name"].as_str().unwrap().starts_with("Билет Бишкек"), "{ticket}");
    assert_eq!((&ticket["principal"], &ticket["principalInn"]), (&json!("ОсОО «Ак-Жол»"), &json!("12345678901234")));
    let of = |percent: i64, sum: i64| (sum as f64 * percent as f64 / (100 + percent) as f64).round() as i64;
    assert_eq!(amount(&ticket["tax"]), of(2, amount(&ticket["sum"])), "{ticket}");
    let fee = items.iter().find(|item| item["principal"].is_null()).unwrap();
    assert_eq!((&fee["taxPercent"], amount(&fee["tax"])), (&json!("12"), of(12, amount(&fee["sum"]))), "{fee}");
    let link = one["marks"]["link"].as_str().unwrap();
    assert!(
        link.starts_with("https://tax.salyk.kg/tax-web-control/client/api/v1/ticket?date=20261201T12")
            && link.contains("&operation_type=1&")
            && link.ends_with(&format!("&tin=00000000000000&regNumber=0000000000000001&sum={due}")),
        "{link}"
    );
    // The customer sees nothing of the office's.
    assert_eq!((&one["cashier"], &one["problem"]), (&json!(null), &json!(null)));
    let url = format!("/files/{}/{}/receipts.pdf", order.number, order.secret);
    let file = ana.get(&url).await;
    assert_eq!((file.status().as_u16(), &file.bytes().await.unwrap()[..5]), (200, &b"%PDF-"[..]));
    assert_eq!(register.sums(), [("SALE".to_owned(), due, 0, due, 0)]);
    app.done().await;
}

#[tokio::test]
async fn a_desk_with_its_own_register_records_by_it_with_cashier_and_change_apart() {
    let app = TestApp::new().await;
    let (all, _) = recording(&app).await;
    let own = tests::register::Register::start(app.app.clock.clone()).await;
    let accountant = app.staff("ACCOUNTANT").await;
    let saved = save(&accountant, input(&own.url, json!({ "name": "Касса 1", "servesAll": false }))).await;
    let id = saved["register"]["id"].clone();
    switch(&accountant, &id, true).await;
    let cashier = at_desk(&app).await;
    let manager = app.staff("ADMINISTRATOR").await;
    let station = crate::station::record(&manager, "Бишкек").await["id"].clone();
    let query = "query($s: ID) { desks(stationId: $s) { id version sign } }";
    let desk = manager.send(query, json!({ "s": station })).await.data("desks")[0].clone();
    let change = json!({ "id": desk["id"], "version": desk["version"], "stationId": station, "sign": desk["sign"], "registerId": id });
    assert_eq!(crate::desk::save(&manager, &change).await["__typename"], "DeskSaved");

    let order = walk_in(&app, &cashier, 1).await;
    let due = total(&cashier, &order).await;
    let parts = json!({ "cash": words(10_000), "received": words(20_000), "card": words(due - 10_000) });
    assert_eq!(take(&cashier, &order, parts, "fiscal-sale-desk-01").await["__typename"], "PaymentTaken");
    let query = "{ myShift { pending { receipts } } }";
    assert_eq!(cashier.send(query, json!({})).await.data("myShift")["pending"]["receipts"], 1);
    app.run_jobs().await;
    assert_eq!(cashier.send(query, json!({})).await.data("myShift")["pending"]["receipts"], 0);
    assert_eq!(own.sums(), [("SALE".to_owned(), due, 10_000, due - 10_000, 0)]);
    assert_eq!(all.sums(), []);
    let one = listed(&accountant, json!({})).await[0].clone();
    assert_eq!((&one["register"]["name"], one["cashier"].is_string()), (&json!("Касса 1"), true), "{one}");
    // The Z report of the desk closes the shift of its register.
    let till = amount(&mine(&cashier).await["totals"][0]["inTill"]);
    assert_eq!(
        close(&cashier, &[(&words(till), "KGS")], None, "fiscal-close-desk-1").await["__typename"],
        "ShiftClosed"
    );
    app.run_jobs().await;
    assert_eq!(crate::fiscal_register::seen(&accountant, &id).await["shift"], json!(null));
    app.done().await;
}

/// Money that comes when the order is given up buys nothing and goes back: neither is recorded.
#[tokio::test]
async fn money_that_buys_nothing_has_no_receipt() {
    let app = TestApp::new().await;
    let (register, _) = recording(&app).await;
    let ana = app.visitor();
    let order = ana.hold(&[app.ride("501").await], 1, None).await;
    ana.name(&order).await;
    let redirect = ana.try_pay(&order).await["payment"]["redirectUrl"].as_str().unwrap().to_owned();
    app.advance(TimeDelta::hours(12));
    ana.at_bank(&redirect, "pay").await;
    app.run_jobs().await;
    let seen = ana.order(&order).await;
    assert_eq!(seen["refunds"][0]["state"], "DONE", "{seen}");
    assert_eq!(register.sums(), []);
    app.done().await;
}

/// What a terminal takes is recorded as cashless, without what was too much, and its cancel as a return at once.
#[tokio::test]
async fn a_terminal_s_payment_and_its_cancel_are_recorded() {
    let app = TestApp::new().await;
    let (register, _) = recording(&app).await;
    crate::terminal_network::network(&app, json!({})).await;
    let terminal = crate::terminal_network::Terminal::at(&app);
    let ride = app.ride_after("501", TimeDelta::hours(24)).await;
    let one = crate::terminal_network::ready_on(&app, &ride, 2).await;
    let due = one.minor;
    let paid = terminal.pay("1", &one.order.number, &crate::terminal_network::written(due + 5_000)).await;
    assert_eq!(paid.result(), 0, "{}", paid.body);
    app.run_jobs().await;
    assert_eq!(register.sums(), [("SALE".to_owned(), due, 0, due, 0)]);
    for _ in 0..2 {
        assert_eq!(terminal.cancel("1").await.result(), 0);
    }
    app.run_jobs().await;
    assert_eq!(register.sums()[1..], [("RETURN".to_owned(), due, 0, due, 0)]);
    app.done().await;
}
