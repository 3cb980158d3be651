//! A person's program that expects the server to be away at any moment, and says the same again until it is told what came
//! of it.

use std::time::Duration;

use tests::{Ride, Value, hold_input, json, person};
use uuid::Uuid;

use crate::terminal_network::{ALLOWED, Heard, PASSWORD};

/// How often something is said again.
const PATIENCE: usize = 2_000;
const PAUSE: Duration = Duration::from_millis(25);

#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    pub url: String,
    token: Option<String>,
    staff: bool,
}

/// For one attempt, however often it is said.
fn key() -> String {
    Uuid::from_u64_pair(rand::random(), rand::random()).to_string()
}

impl Client {
    pub fn new(url: &str, token: Option<String>) -> Self {
        let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
        let http = http.timeout(Duration::from_secs(10)).build().unwrap();
        Client { http, url: url.to_owned(), token, staff: false }
    }

    pub fn of_staff(mut self) -> Self {
        self.staff = true;
        self
    }

    pub async fn is_there(&self) -> bool {
        let asked = self.http.get(format!("{}/health", self.url)).send().await;
        asked.is_ok_and(|answer| answer.status().is_success())
    }

    /// The answer of a field; `None`: no answer, or one that says to ask again.
    async fn ask(&self, field: &str, query: &str, variables: &Value) -> Option<Value> {
        let mut request = self.http.post(format!("{}/graphql", self.url)).header("accept-language", "en");
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        let answer = request.json(&json!({ "query": query, "variables": variables })).send().await.ok()?;
        let body: Value = serde_json::from_str(&answer.text().await.ok()?).ok()?;
        if let Some(errors) = body.get("errors") {
            let code = errors[0]["extensions"]["code"].as_str().unwrap_or_default();
            assert!(matches!(code, "INTERNAL" | "RATE_LIMITED"), "{body}");
            return None;
        }
        Some(body["data"][field].clone())
    }

    async fn until_told(&self, field: &str, query: &str, variables: Value) -> Value {
        for _ in 0..PATIENCE {
            if let Some(answer) = self.ask(field, query, &variables).await {
                return answer;
            }
            tokio::time::sleep(PAUSE).await;
        }
        panic!("nobody answers {field}");
    }

    /// The order with its secret; `None`: nothing is free.
    pub async fn hold(&self, ride: &Ride, adults: usize) -> Option<Value> {
        let query = "mutation($i: HoldSeatsInput!) { holdSeats(input: $i) { __typename ... on HeldSeats { secret \
            order { id number passengers { id } segments { lines { id } } } } } }";
        let input = hold_input(std::slice::from_ref(ride), adults, None);
        let held = self.until_told("holdSeats", query, json!({ "i": input })).await;
        let mut order = held.get("order")?.clone();
        order["secret"] = held["secret"].clone();
        Some(order)
    }

    fn reference(&self, order: &Value) -> Value {
        if self.staff { json!({ "id": order["id"] }) } else { json!({ "id": order["id"], "secret": order["secret"] }) }
    }

    /// What the order costs; `contact`: letters are sent.
    pub async fn name(&self, order: &Value, contact: bool) -> Option<String> {
        let people = order["passengers"].as_array().unwrap().iter().zip(2_000_000..);
        let people = people.map(|(one, number)| {
            let mut person = person(one["id"].as_str().unwrap());
            person["documentNumber"] = json!(format!("ID{number}"));
            person
        });
        let mut input =
            json!({ "order": self.reference(order), "passengers": people.collect::<Vec<_>>(), "consent": true });
        if contact {
            input["email"] = json!("aigul@example.com");
            input["phone"] = json!("0555123456");
        }
        let query = "mutation($i: SetPassengersInput!) { setPassengers(input: $i) { __typename ... on OrderChanged { order { total { amount } } } } }";
        let named = self.until_told("setPassengers", query, json!({ "i": input })).await;
        Some(named["order"]["total"]["amount"].as_str()?.to_owned())
    }

    /// Where it is paid.
    pub async fn start_payment(&self, order: &Value) -> Option<String> {
        let query = "mutation($i: StartPaymentInput!) { startPayment(input: $i) { __typename ... on PaymentStarted { payment { redirectUrl } } } }";
        let input = json!({ "order": self.reference(order), "idempotencyKey": key(), "method": "sandbox" });
        for _ in 0..20 {
            let started = self.until_told("startPayment", query, json!({ "i": input })).await;
            if let Some(url) = started["payment"]["redirectUrl"].as_str() {
                return Some(url.to_owned());
            }
            if started["__typename"] != "GatewayUnavailable" {
                return None;
            }
            tokio::time::sleep(PAUSE).await;
        }
        None
    }

    pub async fn at_bank(&self, redirect: &str, action: &str) {
        for _ in 0..PATIENCE {
            if self
                .http
                .post(redirect)
                .form(&[("action", action)])
                .send()
                .await
                .is_ok_and(|answer| !answer.status().is_server_error())
            {
                return;
            }
            tokio::time::sleep(PAUSE).await;
        }
        panic!("the bank does not answer");
    }

    pub async fn status(&self, order: &Value) -> String {
        let query = "query($id: ID!, $secret: String) { order(id: $id, secret: $secret) { status } }";
        let seen = self.until_told("order", query, json!({ "id": order["id"], "secret": order["secret"] })).await;
        seen["status"].as_str().unwrap_or_default().to_owned()
    }

    pub async fn take_payment(&self, order: &Value, due: &str) -> Option<()> {
        let query = "mutation($i: TakePaymentInput!) { takePayment(input: $i) { __typename } }";
        let input = json!({ "orderId": order["id"], "cash": due, "idempotencyKey": key() });
        let taken = self.until_told("takePayment", query, json!({ "i": input })).await;
        (taken["__typename"] == "PaymentTaken").then_some(())
    }

    /// Gives these tickets back.
    pub async fn give_back(&self, order: &Value, lines: &[Value], way: Option<&str>) -> Option<()> {
        let query = "mutation($i: QuoteRefundInput!) { quoteRefund(input: $i) { __typename ... on RefundQuoted { quote { id } } } }";
        let input = json!({ "order": self.reference(order), "lineIds": lines });
        let quoted = self.until_told("quoteRefund", query, json!({ "i": input })).await;
        let quote = quoted["quote"]["id"].as_str()?.to_owned();
        let query = "mutation($i: ConfirmRefundInput!) { confirmRefund(input: $i) { __typename } }";
        let input = json!({ "order": self.reference(order), "quoteId": quote, "way": way, "idempotencyKey": key() });
        let confirmed = self.until_told("confirmRefund", query, json!({ "i": input })).await;
        (confirmed["__typename"] == "RefundConfirmed").then_some(())
    }

    pub async fn pay_out(&self, order: &Value) -> Option<()> {
        let query = "mutation($i: PayOutRefundsInput!) { payOutRefunds(input: $i) { __typename } }";
        let input = json!({ "orderId": order["id"], "tender": "CASH", "idempotencyKey": key() });
        let paid = self.until_told("payOutRefunds", query, json!({ "i": input })).await;
        (paid["__typename"] == "RefundsPaidOut").then_some(())
    }

    /// The number of the result, when it is none of those that say to ask again.
    pub async fn terminal(&self, command: &str, txn: &str, account: &str, sum: &str) -> i32 {
        let parameters =
            [("command", command), ("txn_id", txn), ("txn_date", "20261201120000"), ("account", account), ("sum", sum)];
        let parameters = if command == "cancel" { &parameters[..2] } else { &parameters[..] };
        let url = reqwest::Url::parse_with_params(&format!("{}/terminals/pay24", self.url), parameters).unwrap();
        for _ in 0..PATIENCE {
            let request = self.http.get(url.clone()).header("x-forwarded-for", ALLOWED);
            if let Ok(answer) = request.basic_auth("pay24", Some(PASSWORD)).send().await
                && let Ok(body) = answer.text().await
                && let Ok(result) = (Heard { status: 200, body }).part("result").parse()
                && !matches!(result, 1 | 90)
            {
                return result;
            }
            tokio::time::sleep(PAUSE).await;
        }
        panic!("nobody answers the terminal");
    }

    pub async fn pay_from_wallet(&self, order: &Value) -> Option<()> {
        let query = "mutation($i: PayFromWalletInput!) { payFromWallet(input: $i) { __typename } }";
        let input = json!({ "order": self.reference(order), "idempotencyKey": key() });
        let paid = self.until_told("payFromWallet", query, json!({ "i": input })).await;
        (paid["__typename"] == "PaidFromWallet").then_some(())
    }

    pub async fn move_cash(&self, kind: &str) -> Value {
        let query = "mutation($i: MoveCashInput!) { moveCash(input: $i) { __typename } }";
        let input =
            json!({ "kind": kind, "amount": "10", "currency": "KGS", "reason": "размен", "idempotencyKey": key() });
        self.until_told("moveCash", query, json!({ "i": input })).await
    }

    /// The exchange, done or waiting for its difference.
    pub async fn exchange(&self, order: &Value, line: &Value, ride: &Ride) -> Option<Value> {
        let query = "mutation($i: QuoteExchangeInput!) { quoteExchange(input: $i) { __typename \
            ... on ExchangeQuoted { exchange { id } } } }";
        let moves = json!([{ "lineId": line, "tripId": ride.id(), "from": ride.from, "to": ride.to }]);
        let input = json!({ "orderId": order["id"], "moves": moves });
        let quoted = self.until_told("quoteExchange", query, json!({ "i": input })).await;
        let exchange = quoted["exchange"]["id"].as_str()?.to_owned();
        let query = "mutation($i: ConfirmExchangeInput!) { confirmExchange(input: $i) { __typename \
            ... on ExchangeConfirmed { exchange { state difference { amount } } } } }";
        let input = json!({ "orderId": order["id"], "exchangeId": exchange, "idempotencyKey": key() });
        let confirmed = self.until_told("confirmExchange", query, json!({ "i": input })).await;
        confirmed.get("exchange").cloned()
    }
}
