//! People and programs that use the public API.

use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::{Value, json};
use uuid::Uuid;

use crate::test_app::{Ride, TestApp};

static NEXT: AtomicU32 = AtomicU32::new(1);

/// One who sends requests, with a session or without.
#[derive(Clone)]
pub struct Actor {
    base: String,
    client: reqwest::Client,
    pub address: String,
    pub language: &'static str,
    pub token: Option<String>,
    pub cookie: Option<String>,
}

/// An answer of the server.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    pub body: Value,
    pub cookies: Vec<String>,
}

impl Answer {
    /// The data of a root field; fails the test on errors.
    pub fn data(&self, field: &str) -> Value {
        assert!(self.body.get("errors").is_none(), "{}", self.body);
        self.body["data"][field].clone()
    }

    /// The code of the first error.
    pub fn code(&self) -> &str {
        self.body["errors"][0]["extensions"]["code"].as_str().unwrap_or("no error")
    }
}

/// An order and its link's secret.
#[derive(Debug, Clone)]
pub struct Bought {
    pub id: String,
    pub secret: String,
    pub number: String,
    pub passengers: Vec<String>,
    pub seats: Vec<String>,
    pub redirect: Option<String>,
}

impl Bought {
    pub fn reference(&self) -> Value {
        json!({ "id": self.id, "secret": self.secret })
    }
}

/// The input of a hold of adults on rides; `seats` for the first ride, or the best.
pub fn hold_input(rides: &[Ride], adults: usize, seats: Option<&[&str]>) -> Value {
    let segments: Vec<Value> = rides
        .iter()
        .enumerate()
        .map(|(n, ride)| json!({ "tripId": ride.id(), "from": ride.from, "to": ride.to, "seats": seats.filter(|_| n == 0) }))
        .collect();
    json!({
        "idempotencyKey": Uuid::from_u64_pair(rand::random(), rand::random()).to_string(),
        "segments": segments,
        "passengers": vec![json!({ "category": "ADULT" }); adults],
    })
}

/// A passenger's data that passes all checks.
pub fn person(id: &str) -> Value {
    json!({
        "id": id, "firstName": "Айгүл", "lastName": "Өмүралиева", "birthDate": "1990-03-07", "citizenship": "KG",
        "documentKind": "ID_CARD", "documentNumber": "ID1234567",
    })
}

impl Actor {
    pub fn new(base: &str) -> Self {
        #[expect(clippy::disallowed_methods, reason = "a visitor's program, not the application's")]
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
        let n = NEXT.fetch_add(1, Ordering::SeqCst);
        let run = std::process::id() % 250;
        Actor {
            base: base.to_owned(),
            client,
            address: format!("10.{run}.{}.{}", n / 250, n % 250 + 1),
            language: "en",
            token: None,
            cookie: None,
        }
    }

    /// The same at another server.
    pub fn at(&self, base: &str) -> Self {
        Actor { base: base.to_owned(), ..self.clone() }
    }

    /// Of the session, where there is one.
    pub fn token(&self) -> Option<String> {
        self.token.clone()
    }

    pub async fn send(&self, query: &str, variables: Value) -> Answer {
        self.post(json!({ "query": query, "variables": variables })).await
    }

    pub async fn post(&self, body: Value) -> Answer {
        let mut request = self
            .client
            .post(format!("{}/graphql", self.base))
            .header("accept-language", self.language)
            .header("x-forwarded-for", &self.address)
            .json(&body);
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        if let Some(cookie) = &self.cookie {
            request = request.header("cookie", cookie);
        }
        let response = request.send().await.expect("the server answers");
        let status = response.status().as_u16();
        let cookies = response.headers().get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
        let cookies = cookies.map(|cookie| cookie.split(';').next().unwrap_or_default().to_owned()).collect();
        let text = response.text().await.expect("a body");
        let body = serde_json::from_str(&text).unwrap_or_else(|_| panic!("not JSON: {text}"));
        Answer { status, body, cookies }
    }

    /// A plain request to another path.
    pub async fn get(&self, path: &str) -> reqwest::Response {
        let url = if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.base) };
        self.client.get(url).header("x-forwarded-for", &self.address).send().await.expect("the server answers")
    }

    /// The same with headers.
    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> reqwest::Response {
        let request = self.client.get(format!("{}{path}", self.base)).header("x-forwarded-for", &self.address);
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        request.send().await.expect("the server answers")
    }

    /// A file as the body of a request to another path.
    pub async fn put_file(&self, path: &str, bytes: Vec<u8>) -> (u16, Value) {
        self.send_bytes(path, bytes, |request| request).await
    }

    /// The same, with more told.
    pub async fn send_bytes(
        &self,
        path: &str,
        bytes: Vec<u8>,
        more: impl FnOnce(reqwest::RequestBuilder) -> reqwest::RequestBuilder,
    ) -> (u16, Value) {
        let request = self.client.post(format!("{}{path}", self.base)).header("x-forwarded-for", &self.address);
        let request = more(request);
        let request = match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        };
        let response = request.body(bytes).send().await.expect("the server answers");
        let status = response.status().as_u16();
        (status, serde_json::from_str(&response.text().await.expect("a body")).unwrap_or_default())
    }

    pub async fn raw(
        &self,
        change: impl FnOnce(reqwest::RequestBuilder) -> reqwest::RequestBuilder,
    ) -> reqwest::Response {
        let request = self.client.post(format!("{}/graphql", self.base)).header("x-forwarded-for", &self.address);
        change(request).send().await.expect("the server answers")
    }

    pub async fn sign_in(&mut self, login: &str, password: &str, kind: &str) {
        let query = "mutation($i: SignInInput!) { signIn(input: $i) { __typename ... on SignedIn { accessToken } ... on UserError { code } } }";
        let answer = self.send(query, json!({ "i": { "login": login, "password": password, "kind": kind } })).await;
        let data = answer.data("signIn");
        self.token = Some(data["accessToken"].as_str().unwrap_or_else(|| panic!("{data}")).to_owned());
        self.cookie = answer.cookies.first().cloned();
    }

    /// Sends a hold; the answer as the API gives it.
    pub async fn try_hold(&self, input: &Value) -> Value {
        let query = "mutation($i: HoldSeatsInput!) { holdSeats(input: $i) { __typename \
            ... on UserError { code message } ... on SeatsTaken { seats } ... on NotOnSale { reason } \
            ... on NotEnoughSeats { seatsLeft } ... on InvalidInput { fields { path code } } \
            ... on HeldSeats { secret order { id number passengers { id } segments { lines { seat } } } } } }";
        self.send(query, json!({ "i": input })).await.data("holdSeats")
    }

    /// Holds for adults, who must get it.
    pub async fn hold(&self, rides: &[Ride], adults: usize, seats: Option<&[&str]>) -> Bought {
        bought(&self.try_hold(&hold_input(rides, adults, seats)).await)
    }

    /// Names everybody in the order.
    pub async fn name(&self, order: &Bought) -> Value {
        let people = order.passengers.iter().zip(1_234_567..);
        let passengers: Vec<Value> = people
            .map(|(id, number)| {
                let mut person = person(id);
                person["documentNumber"] = json!(format!("ID{number}"));
                person
            })
            .collect();
        self.set_passengers(order, json!(passengers)).await
    }

    pub async fn set_passengers(&self, order: &Bought, passengers: Value) -> Value {
        let query = "mutation($i: SetPassengersInput!) { setPassengers(input: $i) { __typename ... on UserError { code } \
            ... on InvalidInput { fields { path code } } ... on OrderChanged { order { readyToPay total { amount } } } } }";
        let input = json!({
            "order": order.reference(), "passengers": passengers, "email": "aigul@example.com", "phone": "0555123456",
            "consent": true,
        });
        self.send(query, json!({ "i": input })).await.data("setPassengers")
    }

    /// Starts a payment; the answer as the API gives it.
    pub async fn try_pay(&self, order: &Bought) -> Value {
        let query = "mutation($i: StartPaymentInput!) { startPayment(input: $i) { __typename ... on UserError { code } \
            ... on InvalidInput { fields { path code } } ... on PaymentStarted { payment { id state redirectUrl } } } }";
        let key = Uuid::from_u64_pair(rand::random(), rand::random()).to_string();
        let input = json!({ "order": order.reference(), "idempotencyKey": key, "method": "sandbox" });
        self.send(query, json!({ "i": input })).await.data("startPayment")
    }

    /// Chooses what happens on the sandbox bank's page.
    pub async fn at_bank(&self, redirect: &str, action: &str) {
        let response = self.client.post(redirect).form(&[("action", action)]).send().await.expect("the bank answers");
        assert_eq!(response.status().as_u16(), 303, "the bank sends its customer back");
    }

    /// Holds, names, pays: a paid order whose jobs have run.
    pub async fn buy(&self, app: &TestApp, rides: &[Ride], adults: usize) -> Bought {
        let order = self.hold(rides, adults, None).await;
        self.pay(app, order).await
    }

    pub async fn pay(&self, app: &TestApp, order: Bought) -> Bought {
        let named = self.name(&order).await;
        assert_eq!(named["__typename"], "OrderChanged", "{named}");
        let started = self.try_pay(&order).await;
        assert_eq!(started["__typename"], "PaymentStarted", "{started}");
        let redirect = started["payment"]["redirectUrl"].as_str().expect("a page to pay on").to_owned();
        self.at_bank(&redirect, "pay").await;
        app.run_jobs().await;
        Bought { redirect: Some(redirect), ..order }
    }

    /// The order as its customer sees it.
    pub async fn order(&self, order: &Bought) -> Value {
        let query = "query($id: ID!, $secret: String) { order(id: $id, secret: $secret) { status holdUntil total { amount } \
            paid { amount } payments { state } refunds { state amount { amount } withheld { amount } reason } \
            passengers { id } segments { lines { id state seat refundable passenger { id } ticket { number qr valid } } } } }";
        self.send(query, json!({ "id": order.id, "secret": order.secret })).await.data("order")
    }

    /// An offer for the lines.
    pub async fn quote(&self, order: &Bought, lines: &[&str]) -> Value {
        let query = "mutation($i: QuoteRefundInput!) { quoteRefund(input: $i) { __typename ... on UserError { code } \
            ... on NotRefundable { reason } ... on RefundQuoted { quote { id amount { amount } withheld { amount } validUntil \
            lines { rule refunded { amount } } } } } }";
        self.send(query, json!({ "i": { "order": order.reference(), "lineIds": lines } })).await.data("quoteRefund")
    }

    pub async fn confirm(&self, order: &Bought, quote: &str, key: &str) -> Value {
        let query = "mutation($i: ConfirmRefundInput!) { confirmRefund(input: $i) { __typename ... on UserError { code } \
            ... on NotRefundable { reason } ... on RefundConfirmed { refund { id state amount { amount } } order { status } } } }";
        let input = json!({ "order": order.reference(), "quoteId": quote, "idempotencyKey": key });
        self.send(query, json!({ "i": input })).await.data("confirmRefund")
    }
}

/// The order of a hold's answer, which must be a success.
pub fn bought(answer: &Value) -> Bought {
    assert_eq!(answer["__typename"], "HeldSeats", "{answer}");
    let order = &answer["order"];
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    Bought {
        id: text(&order["id"]),
        secret: text(&answer["secret"]),
        number: text(&order["number"]),
        passengers: list(&order["passengers"]).iter().map(|passenger| text(&passenger["id"])).collect(),
        seats: list(&order["segments"])
            .iter()
            .flat_map(|segment| list(&segment["lines"]))
            .map(|line| text(&line["seat"]))
            .collect(),
        redirect: None,
    }
}
