//! Numbered blanks of paper tickets.

mod enter_blank;
mod issue_blanks;
mod mark_blank;
mod move_blanks;

use tests::{Actor, Ride, TestApp, TimeDelta, Value, json};

const PARTS: &str = "block { id version title series firstNumber lastNumber next desk { sign } movedAt \
    free: count(state: FREE) sold: count(state: SOLD) spoilt: count(state: SPOILT) lost: count(state: LOST) }";

pub async fn issue(staff: &Actor, input: Value) -> Value {
    let query = format!(
        "mutation($i: IssueBlanksInput!) {{ issueBlanks(input: $i) {{ __typename \
         ... on InvalidInput {{ fields {{ path code message }} }} ... on BlanksIssued {{ {PARTS} }} }} }}"
    );
    staff.send(&query, json!({ "i": input })).await.data("issueBlanks")
}

async fn move_to(staff: &Actor, block: &Value, desk: &Value) -> Value {
    let query = format!(
        "mutation($i: MoveBlanksInput!) {{ moveBlanks(input: $i) {{ __typename ... on UserError {{ code }} \
         ... on InvalidInput {{ fields {{ path code }} }} ... on BlanksMoved {{ {PARTS} }} }} }}"
    );
    let input = json!({ "id": block["id"], "version": block["version"], "deskId": desk });
    staff.send(&query, json!({ "i": input })).await.data("moveBlanks")
}

async fn mark(staff: &Actor, blank: &str, state: &str, note: Option<&str>) -> Value {
    let query = "mutation($i: MarkBlankInput!) { markBlank(input: $i) { __typename ... on InvalidInput { fields { path code } } \
        ... on BlankMarked { blank { number state note orderNumber changedAt } } } }";
    let input = json!({ "blank": blank, "state": state, "note": note });
    staff.send(query, json!({ "i": input })).await.data("markBlank")
}

async fn enter(cashier: &Actor, input: &Value) -> Value {
    let query = "mutation($i: EnterBlankInput!) { enterBlank(input: $i) { __typename ... on UserError { code message } \
        ... on InvalidInput { fields { path code message } } ... on BlankEntered { blank { number state soldAt note orderNumber } \
        order { id number status channel createdAt total { amount } explanation { title amount { amount } } \
        payments { method amount { amount } } passengers { lastName } \
        segments { lines { id title seat state price { amount } ticket { number blank } } } } } } }";
    cashier.send(query, json!({ "i": input })).await.data("enterBlank")
}

/// The first wrong field with its code.
fn field(answer: &Value) -> (String, String) {
    let one = &answer["fields"][0];
    (one["path"].as_str().unwrap_or_default().to_owned(), one["code"].as_str().unwrap_or_default().to_owned())
}

fn wrong(path: &str, code: &str) -> (String, String) {
    (path.to_owned(), code.to_owned())
}

/// A cashier with an open shift at a desk that has blanks АБ 000001 to 000020.
async fn with_blanks(app: &TestApp) -> (Actor, Value) {
    let cashier = crate::shift::at_desk(app).await;
    let desk = cashier.send("{ myShift { desk { id } } }", json!({})).await.data("myShift")["desk"]["id"].clone();
    let accountant = app.staff("ACCOUNTANT").await;
    let block = json!({ "series": "аб", "firstNumber": 1, "lastNumber": 20, "deskId": desk });
    let issued = issue(&accountant, block).await;
    assert_eq!(issued["__typename"], "BlanksIssued", "{issued}");
    (cashier, issued["block"].clone())
}

/// What the clock of the desk's station shows, some time from now.
fn clock(app: &TestApp, later: TimeDelta) -> String {
    (app.now() + later).with_timezone(&chrono_tz::Asia::Bishkek).format("%Y-%m-%dT%H:%M:%S").to_string()
}

/// What a blank says of a grown-up in a seat, sold a minute ago for the tariff's price.
async fn written(app: &TestApp, cashier: &Actor, ride: &Ride, blank: &str, seat: &str) -> Value {
    let input = json!({
        "blank": blank, "soldAt": clock(app, TimeDelta::minutes(-1)), "tripId": ride.id(), "from": ride.from, "to": ride.to,
        "seat": seat, "cash": "0.01", "idempotencyKey": format!("enter-a-blank-on-seat-{seat}"),
    });
    // Nobody but the server knows what the tariff says: it tells who takes another sum.
    let told = enter(cashier, &input).await;
    let fields = told["fields"].as_array().cloned().unwrap_or_default();
    let message =
        fields.iter().find(|one| one["code"] == "PAPER_PRICE").unwrap_or_else(|| panic!("{told}"))["message"].clone();
    let digits: String = message.as_str().unwrap().chars().take_while(|c| *c != 'с' && *c != 'K').collect();
    let price: String = digits.chars().filter(char::is_ascii_digit).collect();
    let mut input = input;
    input["cash"] = json!(price);
    input
}
