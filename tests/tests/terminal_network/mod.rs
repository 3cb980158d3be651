//! Payment terminals: their networks, and the protocol that these speak.

mod cancel;
mod door;
mod guide;
mod lists;
mod money;
mod protocol;
mod races;
mod save_terminal_network;
mod switch_terminal_network;
mod test_terminal_network;

use tests::{Actor, Bought, Ride, TestApp, TimeDelta, Value, json};

pub const PASSWORD: &str = "terminal-password-1";
/// Of a terminals' network, and one that may not ask.
pub const ALLOWED: &str = "203.0.113.7";
pub const ELSEWHERE: &str = "203.0.113.99";

/// An input that passes all checks.
pub fn input(more: Value) -> Value {
    let mut input = json!({
        "code": "pay24", "names": { "ru": "Терминалы pay24", "ky": "pay24 терминалдары", "en": "pay24 terminals" },
        "enabled": true, "login": "pay24", "password": PASSWORD, "addresses": ["203.0.113.0/28", "2001:db8::/32"],
        "smallest": "10", "largest": "5000", "tolerance": "100", "feePercent": "1.5", "results": [],
        "sumForm": "POINT", "cancels": true, "tellsStatus": true,
    });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    input
}

pub async fn save(staff: &Actor, input: Value) -> Value {
    let query = "mutation($i: SaveTerminalNetworkInput!) { saveTerminalNetwork(input: $i) { __typename \
        ... on UserError { code } ... on InvalidInput { fields { path code } } ... on TerminalNetworkSaved { network { \
        id version code name enabled login addresses url method smallest { amount currency } largest { amount } \
        tolerance { amount } feePercent sumForm cancels tellsStatus results { outcome number retried } } } } }";
    staff.send(query, json!({ "i": input })).await.data("saveTerminalNetwork")
}

/// The accountant, who has made a network.
pub async fn network(app: &TestApp, more: Value) -> (Actor, Value) {
    let accountant = app.staff("ACCOUNTANT").await;
    let saved = save(&accountant, input(more)).await;
    assert_eq!(saved["__typename"], "TerminalNetworkSaved", "{saved}");
    (accountant, saved["network"].clone())
}

pub async fn requests(staff: &Actor, filter: Value) -> Vec<Value> {
    let query = "query($f: TerminalRequestFilterInput) { terminalRequests(filter: $f, first: 100) { nodes { \
        at address raw command txn account outcome result status answer took trouble network { code } } } }";
    let nodes = staff.send(query, json!({ "f": filter })).await.data("terminalRequests")["nodes"].clone();
    nodes.as_array().unwrap().clone()
}

/// What a terminal has heard.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Heard {
    pub status: u16,
    pub body: String,
}

impl Heard {
    /// The text of an element; empty where there is none.
    pub fn part(&self, name: &str) -> String {
        let inside = self.body.split_once(&format!("<{name}>")).map(|(_, rest)| rest.split_once(&format!("</{name}>")));
        inside.flatten().map(|(text, _)| text.to_owned()).unwrap_or_default()
    }

    pub fn result(&self) -> i32 {
        assert_eq!(self.status, 200, "{}", self.body);
        self.part("result").parse().unwrap_or_else(|_| panic!("no result: {}", self.body))
    }
}

/// A network's server.
#[derive(Clone)]
pub struct Terminal {
    client: reqwest::Client,
    url: String,
    pub address: &'static str,
    pub password: &'static str,
}

impl Terminal {
    pub fn at(app: &TestApp) -> Self {
        let url = format!("{}/terminals/pay24", app.url);
        Terminal { client: reqwest::Client::new(), url, address: ALLOWED, password: PASSWORD }
    }

    fn signed(&self, request: reqwest::RequestBuilder) -> reqwest::RequestBuilder {
        request.header("x-forwarded-for", self.address).basic_auth("pay24", Some(self.password))
    }

    pub async fn heard(&self, request: reqwest::RequestBuilder) -> Heard {
        let response = request.send().await.expect("the server answers");
        let status = response.status().as_u16();
        Heard { status, body: response.text().await.expect("a body") }
    }

    pub fn plain(&self) -> reqwest::RequestBuilder {
        self.client.get(&self.url).header("x-forwarded-for", self.address)
    }

    pub async fn get(&self, parameters: &[(&str, &str)]) -> Heard {
        let url = reqwest::Url::parse_with_params(&self.url, parameters).unwrap();
        self.heard(self.signed(self.client.get(url))).await
    }

    pub async fn post(&self, parameters: &[(&str, &str)]) -> Heard {
        self.heard(self.signed(self.client.post(&self.url)).form(parameters)).await
    }

    pub async fn raw(&self, query: &str) -> Heard {
        self.heard(self.signed(self.client.get(format!("{}?{query}", self.url)))).await
    }

    pub async fn check(&self, account: &str, sum: &str) -> Heard {
        self.get(&[("command", "check"), ("txn_id", "1"), ("account", account), ("sum", sum)]).await
    }

    pub async fn pay(&self, txn: &str, account: &str, sum: &str) -> Heard {
        let parameters =
            [("command", "pay"), ("txn_id", txn), ("txn_date", "20261201120000"), ("account", account), ("sum", sum)];
        self.get(&parameters).await
    }

    pub async fn cancel(&self, txn: &str) -> Heard {
        self.get(&[("command", "cancel"), ("txn_id", txn)]).await
    }

    pub async fn status(&self, txn: &str) -> Heard {
        self.get(&[("command", "status"), ("txn_id", txn)]).await
    }
}

/// An order that is named and can be paid, and what it costs, as a terminal writes it.
pub struct Ready {
    pub customer: Actor,
    pub order: Bought,
    pub minor: i64,
}

impl Ready {
    pub fn sum(&self) -> String {
        written(self.minor)
    }

    pub async fn order(&self) -> Value {
        let query = "query($id: ID!, $secret: String) { order(id: $id, secret: $secret) { status channel paid { amount } \
            payments { method methodName state amount { amount } } refunds { state reason amount { amount } } \
            segments { lines { id state ticket { valid } } } } }";
        let variables = json!({ "id": self.order.id, "secret": self.order.secret });
        self.customer.send(query, variables).await.data("order")
    }

    pub async fn status(&self) -> String {
        self.order().await["status"].as_str().unwrap().to_owned()
    }
}

/// Minor units as a terminal writes them.
pub fn written(minor: i64) -> String {
    format!("{}.{:02}", minor / 100, minor % 100)
}

pub async fn ready_on(app: &TestApp, ride: &Ride, adults: usize) -> Ready {
    let customer = app.visitor();
    let order = customer.hold(std::slice::from_ref(ride), adults, None).await;
    let named = customer.name(&order).await;
    let minor = crate::exchange::amount(&named["order"]["total"]);
    Ready { customer, order, minor }
}

/// On a trip of tomorrow.
pub async fn ready(app: &TestApp) -> Ready {
    ready_on(app, &app.ride_after("501", TimeDelta::hours(24)).await, 1).await
}
