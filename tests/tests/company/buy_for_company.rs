use futures::future::join_all;
use tests::{Actor, Bought, TestApp, TimeDelta, Value, json};

use super::{balance, company, input, save, transfer};
use crate::exchange::amount;
use crate::payment::take_payment::{take, words};
use crate::shift::at_desk;
use crate::tariff_rule::classes::route_of;
use crate::wallet::pay_from;

/// An order of the passenger's that can be paid.
pub async fn named(app: &TestApp, passenger: &Actor) -> Bought {
    let order = passenger.hold(&[app.ride_after("501", TimeDelta::hours(30)).await], 1, None).await;
    passenger.name(&order).await;
    order
}

pub async fn choose(passenger: &Actor, order: &Bought, company: &Value) -> Value {
    let query = "mutation($i: BuyForCompanyInput!) { buyForCompany(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } ... on OrderChanged { order { total { amount } company { name } \
        explanation { kind title rule detail amount { amount } } } } } }";
    let input = json!({ "order": order.reference(), "companyId": company });
    passenger.send(query, json!({ "i": input })).await.data("buyForCompany")
}

#[tokio::test]
async fn a_company_s_price_is_explained_and_paid_from_its_account_alone() {
    let app = TestApp::new().await;
    let (accountant, made) = company(&app, json!({})).await;
    transfer(&accountant, &made, "20000", "for-what-is-bought-001").await;
    let passenger = app.passenger().await;
    let order = named(&app, &passenger).await;
    let own = amount(&passenger.order(&order).await["total"]);
    let chosen = choose(&passenger, &order, &made["id"]).await;
    assert_eq!(chosen["order"]["company"]["name"], made["name"], "{chosen}");
    let lines = chosen["order"]["explanation"].as_array().unwrap();
    let part = lines.iter().find(|line| line["rule"] == "contract").unwrap_or_else(|| panic!("{chosen}"));
    assert_eq!((&part["title"], &part["detail"]), (&json!("Company's price by contract"), &json!("10 %")));
    let sum: i64 = lines.iter().map(|line| amount(&line["amount"])).sum();
    let due = amount(&chosen["order"]["total"]);
    assert!(sum == due && due < own, "{sum} {due} {own}");
    // Neither by the bank nor in cash: the price is the company's.
    assert_eq!(passenger.try_pay(&order).await["fields"][0]["code"], "COMPANY_PAYS");
    let cashier = at_desk(&app).await;
    let cash = take(&cashier, &order, json!({ "cash": words(due) }), "cash-for-a-company-01").await;
    assert_eq!(cash["fields"][0]["code"], "COMPANY_PAYS", "{cash}");
    let paid = pay_from(&passenger, &order, "from-the-company-s-0001").await;
    assert_eq!((&paid["order"]["status"], amount(&paid["order"]["paid"])), (&json!("PAID"), due), "{paid}");
    assert_eq!(balance(&accountant, &made).await, words(2_000_000 - due));
    // Who has bought stands in the statement.
    let query = "query($id: ID!) { wallet(id: $id) { entries { nodes { kind buyer } } } }";
    let seen = accountant.send(query, json!({ "id": made["wallet"]["id"] })).await.data("wallet");
    assert_eq!(seen["entries"]["nodes"][0]["kind"], "PURCHASE");
    assert!(!seen["entries"]["nodes"][0]["buyer"].is_null(), "{seen}");
    app.done().await;
}

/// The price of a line counts instead of the contract's general one, and the order keeps it though the contract changes.
#[tokio::test]
async fn a_line_s_own_price_counts_and_the_order_keeps_it() {
    let app = TestApp::new().await;
    let route = route_of(&app.ride_after("501", TimeDelta::hours(30)).await);
    let prices = json!([{ "routeId": route, "percent": "20" }, { "category": "ADULT", "percent": "3" }]);
    let (accountant, made) = company(&app, json!({ "prices": prices })).await;
    let passenger = app.passenger().await;
    let order = named(&app, &passenger).await;
    let own = amount(&passenger.order(&order).await["total"]);
    let chosen = choose(&passenger, &order, &made["id"]).await;
    let detail = |order: &Value| {
        let lines = order["explanation"].as_array().unwrap();
        lines.iter().find(|line| line["rule"] == "contract").map(|line| line["detail"].clone())
    };
    assert_eq!(detail(&chosen["order"]), Some(json!("20 %")), "{chosen}");
    assert!(amount(&chosen["order"]["total"]) < own);
    let without = input(json!({ "id": made["id"], "version": made["version"], "discountPercent": null }));
    assert_eq!(save(&accountant, without).await["__typename"], "CompanyChanged");
    // Named anew: the price is computed again, by what was agreed on when the company was chosen.
    passenger.name(&order).await;
    assert_eq!(passenger.order(&order).await["total"], chosen["order"]["total"]);
    app.done().await;
}

#[tokio::test]
async fn for_oneself_again_costs_what_it_did() {
    let app = TestApp::new().await;
    let (_, made) = company(&app, json!({})).await;
    let passenger = app.passenger().await;
    let order = named(&app, &passenger).await;
    let own = passenger.order(&order).await["total"]["amount"].clone();
    choose(&passenger, &order, &made["id"]).await;
    let back = choose(&passenger, &order, &json!(null)).await;
    assert_eq!((&back["order"]["total"]["amount"], &back["order"]["company"]), (&own, &json!(null)));
    assert_eq!(passenger.try_pay(&order).await["__typename"], "PaymentStarted");
    app.done().await;
}

#[tokio::test]
async fn without_a_contract_nothing_is_bought() {
    let app = TestApp::new().await;
    let (accountant, made) = company(&app, json!({ "contractTo": app.today() })).await;
    let passenger = app.passenger().await;
    let order = named(&app, &passenger).await;
    assert_eq!(choose(&passenger, &order, &made["id"]).await["__typename"], "OrderChanged");
    let yesterday = app.today().pred_opt().unwrap();
    let input = input(json!({ "id": made["id"], "version": made["version"], "contractTo": yesterday }));
    assert_eq!(save(&accountant, input).await["__typename"], "CompanyChanged");
    let late = pay_from(&passenger, &order, "after-the-contract-01").await;
    assert_eq!(late["fields"][0]["code"], "COMPANY_NOT_ALLOWED", "{late}");
    app.done().await;
}

#[tokio::test]
async fn a_company_owes_no_more_than_its_credit_however_many_buy_at_once() {
    let app = TestApp::new().await;
    let passenger = app.passenger().await;
    let mut orders = Vec::new();
    for _ in 0..6 {
        orders.push(named(&app, &passenger).await);
    }
    let own = amount(&passenger.order(&orders[0]).await["total"]);
    // Enough for two at any price of a company.
    let (accountant, made) = company(&app, json!({ "credit": words(own * 2), "discountPercent": null })).await;
    for order in &orders {
        choose(&passenger, order, &made["id"]).await;
    }
    let keys: Vec<String> = (0..6).map(|n| format!("on-credit-at-once-{n}")).collect();
    let answers = join_all(orders.iter().zip(&keys).map(|(order, key)| pay_from(&passenger, order, key))).await;
    let paid = answers.iter().filter(|answer| answer["__typename"] == "PaidFromWallet").count();
    assert_eq!(paid, 2, "{answers:?}");
    assert_eq!(balance(&accountant, &made).await, format!("-{}", words(own * 2)));
    // What is owed is no more than may be owed.
    let less = input(json!({ "id": made["id"], "version": made["version"], "credit": words(own) }));
    assert_eq!(save(&accountant, less).await["fields"][0]["code"], "CREDIT_BELOW_DEBT");
    app.done().await;
}
