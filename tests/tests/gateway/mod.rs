//! Payment gateways: the office's list of them, and banks that behave as banks do.

mod card;
mod contradictions;
mod elqr;
mod guide;
mod lists;
mod qr;
mod save_gateway;
mod switch_gateway;
mod test_gateway;

use tests::{Actor, BANK_KEY, BANK_MERCHANT, Bank, Bought, Ride, TestApp, TimeDelta, Value, json};

/// An input that passes all checks: a bank with QR codes.
pub fn input(url: &str, more: Value) -> Value {
    let mut input = json!({
        "code": "bank", "kind": "QR", "names": { "ru": "Банк", "ky": "Банк", "en": "The bank" }, "enabled": true, "position": 10,
        "channels": ["WEB", "BOT"], "smallest": "1", "largest": "50000", "feePercent": "1.5", "feeFixed": "0.5",
        "address": url, "merchant": BANK_MERCHANT, "secret": BANK_KEY,
    });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    input
}

pub async fn save(staff: &Actor, input: Value) -> Value {
    let query = "mutation($i: SaveGatewayInput!) { saveGateway(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } ... on GatewaySaved { gateway { id version code kind name enabled position \
        channels currency smallest { amount currency } largest { amount } feePercent feeFixed { amount } address merchant \
        hasSecret callbackUrl elqr { router provider service recipient merchant mcc name } } } } }";
    staff.send(query, json!({ "i": input })).await.data("saveGateway")
}

pub async fn made(staff: &Actor, url: &str, more: Value) -> Value {
    let saved = save(staff, input(url, more)).await;
    assert_eq!(saved["__typename"], "GatewaySaved", "{saved}");
    saved["gateway"].clone()
}

/// What the national code needs.
pub fn merchant(more: Value) -> Value {
    let mut elqr = json!({
        "router": "https://pay.payqr.kg/", "provider": "qr.bank.example", "service": "7001", "recipient": "1180000389651331",
        "mcc": "4131", "name": "Бекет",
    });
    elqr.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    elqr
}

pub async fn messages(staff: &Actor, filter: Value) -> Vec<Value> {
    let query = "query($f: GatewayMessageFilterInput) { gatewayMessages(filter: $f, first: 100) { nodes { at lastAt times about \
        outcome status raw trouble orderNumber gateway { code } } } }";
    let nodes = staff.send(query, json!({ "f": filter })).await.data("gatewayMessages")["nodes"].clone();
    nodes.as_array().unwrap().clone()
}

/// What was made of messages of a kind, the newest first.
pub async fn outcomes(staff: &Actor, about: &str) -> Vec<String> {
    let found = messages(staff, json!({ "about": about })).await;
    found.iter().map(|one| one["outcome"].as_str().unwrap().to_owned()).collect()
}

pub async fn gateways(staff: &Actor) -> Vec<Value> {
    let query = "{ gateways { nodes { id code enabled version answeredAt failedAt failure failures } } }";
    staff.send(query, json!({})).await.data("gateways")["nodes"].as_array().unwrap().clone()
}

pub async fn pay_with(customer: &Actor, order: &Bought, method: &str, key: &str) -> Value {
    let query = "mutation($i: StartPaymentInput!) { startPayment(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } ... on PaymentStarted { payment { id state methodName redirectUrl qr qrSvg \
        appUrl } } } }";
    let input = json!({ "order": order.reference(), "idempotencyKey": key, "method": method });
    customer.send(query, json!({ "i": input })).await.data("startPayment")
}

/// A station with a bank, and an order whose payment was begun there.
pub struct Scene {
    pub app: TestApp,
    pub bank: Bank,
    pub accountant: Actor,
    pub gateway: Value,
    pub customer: Actor,
    pub order: Bought,
    pub ride: Ride,
    /// As banks write it.
    pub sum: String,
    pub minor: i64,
}

impl Scene {
    /// With an order that is named and not paid.
    pub async fn ready(more: Value) -> Self {
        let app = TestApp::new().await;
        let bank = Bank::open().await;
        let accountant = app.staff("ACCOUNTANT").await;
        let gateway = made(&accountant, &bank.url, more).await;
        let (customer, ride) = (app.visitor(), app.ride_after("501", TimeDelta::hours(24)).await);
        let order = customer.hold(std::slice::from_ref(&ride), 1, Some(&["5"])).await;
        let named = customer.name(&order).await;
        let minor = crate::exchange::amount(&named["order"]["total"]);
        let sum = crate::terminal_network::written(minor);
        Scene { app, bank, accountant, gateway, customer, order, ride, sum, minor }
    }

    /// With a payment that the bank knows.
    pub async fn begun(more: Value) -> (Self, Value) {
        let scene = Self::ready(more).await;
        let started = scene.start("a-key-of-the-scene").await;
        assert_eq!(started["__typename"], "PaymentStarted", "{started}");
        let payment = started["payment"].clone();
        (scene, payment)
    }

    pub async fn start(&self, key: &str) -> Value {
        pay_with(&self.customer, &self.order, self.gateway["code"].as_str().unwrap(), key).await
    }

    pub async fn seen(&self) -> Value {
        self.customer.order(&self.order).await
    }

    pub async fn status(&self) -> String {
        self.seen().await["status"].as_str().unwrap().to_owned()
    }

    pub fn callback(&self) -> String {
        format!("{}/gateways/{}/callback", self.app.url, self.gateway["code"].as_str().unwrap())
    }

    /// Time goes by, and what is due is done.
    pub async fn later(&self, by: TimeDelta) {
        self.app.advance(by);
        self.app.run_jobs().await;
    }

    /// What the ledger has on an account.
    pub async fn booked(&self, account: &str) -> i64 {
        crate::settlement::booked(&self.app, account).await
    }
}
