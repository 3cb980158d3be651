//! Companies that buy on account.

mod buy_for_company;
mod cancel_invoice;
mod export_invoice;
mod issue_invoice;
mod record_transfer;
mod save_company;
mod save_member;

use tests::{Actor, TestApp, Value, json};

pub const MEMBER: &str = "passenger@demo.beket.example.com";

/// An input that passes all checks.
pub fn input(more: Value) -> Value {
    let mut input = json!({
        "name": "ОсОО «Ала-Тоо Жол»", "inn": "01234567890123", "address": "Бишкек, Чүй 1", "contact": "Асан Усенов",
        "email": "office@example.com", "phone": "0555111222", "contractNumber": "К-17", "contractFrom": "2026-01-01",
        "discountPercent": "10", "credit": "0", "termDays": 14,
    });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    input
}

pub async fn save(staff: &Actor, input: Value) -> Value {
    let query = "mutation($i: SaveCompanyInput!) { saveCompany(input: $i) { __typename ... on InvalidInput { fields { path code } } \
        ... on CompanyChanged { company { id version name inn inForce discountPercent termDays \
        wallet { id number holder balance { amount } credit { amount } } members { email monthlyLimit { amount } } } } } }";
    staff.send(query, json!({ "i": input })).await.data("saveCompany")
}

pub async fn member(staff: &Actor, company: &Value, more: Value) -> Value {
    let query = "mutation($i: SaveMemberInput!) { saveMember(input: $i) { __typename ... on InvalidInput { fields { path code } } \
        ... on CompanyChanged { company { members { email monthlyLimit { amount } } } } } }";
    let mut input = json!({ "companyId": company["id"], "email": MEMBER });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    staff.send(query, json!({ "i": input })).await.data("saveMember")
}

pub async fn transfer(staff: &Actor, company: &Value, amount: &str, key: &str) -> Value {
    let query = "mutation($i: RecordTransferInput!) { recordTransfer(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } ... on CompanyChanged { company { wallet { balance { amount } } } } } }";
    let input = json!({ "companyId": company["id"], "amount": amount, "reference": "П/п 118", "idempotencyKey": key });
    staff.send(query, json!({ "i": input })).await.data("recordTransfer")
}

/// The accountant, and a company for which the demonstration's passenger buys.
pub async fn company(app: &TestApp, more: Value) -> (Actor, Value) {
    let accountant = app.staff("ACCOUNTANT").await;
    let saved = save(&accountant, input(more)).await;
    assert_eq!(saved["__typename"], "CompanyChanged", "{saved}");
    let company = saved["company"].clone();
    assert_eq!(member(&accountant, &company, json!({})).await["__typename"], "CompanyChanged");
    (accountant, company)
}

pub async fn balance(staff: &Actor, company: &Value) -> String {
    let query = "query($id: ID!) { company(id: $id) { wallet { balance { amount } } } }";
    let seen = staff.send(query, json!({ "id": company["id"] })).await.data("company");
    seen["wallet"]["balance"]["amount"].as_str().unwrap().to_owned()
}

pub async fn issue(staff: &Actor, company: &Value, what: Value) -> Value {
    let query = "mutation($i: IssueInvoiceInput!) { issueInvoice(input: $i) { __typename ... on InvalidInput { fields { path code } } \
        ... on InvoiceChanged { invoice { id number kind startsOn endsOn due { amount } dueOn cancelledAt \
        figures { opening { amount } bought { amount } returned { amount } paid { amount } closing { amount } } \
        lines { kind orderNumber trip passengers amount { amount } } } } } }";
    let mut input = json!({ "companyId": company["id"] });
    input.as_object_mut().unwrap().extend(what.as_object().unwrap().clone());
    staff.send(query, json!({ "i": input })).await.data("issueInvoice")
}

pub async fn cancel(staff: &Actor, invoice: &Value) -> Value {
    let query = "mutation($i: CancelInvoiceInput!) { cancelInvoice(input: $i) { __typename ... on InvalidInput { fields { path code } } \
        ... on InvoiceChanged { invoice { number cancelledAt due { amount } } } } }";
    let input = json!({ "id": invoice["id"], "reason": "Не тот период" });
    staff.send(query, json!({ "i": input })).await.data("cancelInvoice")
}

pub async fn debt(staff: &Actor, company: &Value) -> Value {
    let query = "query($id: ID!) { company(id: $id) { debt { owed { amount } overdue { amount } } } }";
    staff.send(query, json!({ "id": company["id"] })).await.data("company")["debt"].clone()
}

/// An order of the passenger's that the company has paid; what it cost.
pub async fn bought(app: &TestApp, passenger: &Actor, company: &Value, key: &str) -> (tests::Bought, i64) {
    let order = buy_for_company::named(app, passenger).await;
    assert_eq!(buy_for_company::choose(passenger, &order, &company["id"]).await["__typename"], "OrderChanged");
    let paid = crate::wallet::pay_from(passenger, &order, key).await;
    assert_eq!(paid["order"]["status"], "PAID", "{paid}");
    (order, crate::exchange::amount(&paid["order"]["paid"]))
}
