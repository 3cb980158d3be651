//! What accountants do with the ledger: entries, balances, closings.

mod balance;
mod book_entry;
mod close_period;
mod reopen_period;
mod reverse_posting;
mod save_ledger_account;

use api::graphql::{Gid, Kind};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use tests::{Actor, TestApp, Value, json};

pub fn entry(debit: &str, credit: &str, amount: &str, day: &str, key: &str) -> Value {
    json!({
        "debit": debit, "credit": credit, "amount": amount, "currency": "KGS", "day": day, "reason": "By hand",
        "idempotencyKey": key,
    })
}

pub async fn book(staff: &Actor, input: Value) -> Value {
    let query = "mutation($i: BookEntryInput!) { bookEntry(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } ... on EntryBooked { posting { id kind at reversible \
        lines { account { code } amount { amount } } } } } }";
    staff.send(query, json!({ "i": input })).await.data("bookEntry")
}

pub async fn booked(staff: &Actor, input: Value) -> Value {
    let booked = book(staff, input).await;
    assert_eq!(booked["__typename"], "EntryBooked", "{booked}");
    booked["posting"].clone()
}

pub async fn reverse(staff: &Actor, id: &Value, reason: &str) -> Value {
    let query = "mutation($i: ReversePostingInput!) { reversePosting(input: $i) { __typename \
        ... on InvalidInput { fields { path code } } ... on EntryBooked { posting { id kind reversal reversible } } } }";
    staff.send(query, json!({ "i": { "id": id, "reason": reason } })).await.data("reversePosting")
}

pub async fn close(staff: &Actor, last_day: &str) -> Value {
    let query = "mutation($i: ClosePeriodInput!) { closePeriod(input: $i) { __typename ... on InvalidInput { fields { path code } } \
        ... on PeriodChanged { closing { id lastDay reopenedAt } } } }";
    staff.send(query, json!({ "i": { "lastDay": last_day } })).await.data("closePeriod")
}

/// The books as they were closed before anything was sold.
pub async fn closed_before(app: &TestApp) -> String {
    let until = "2026-11-30T18:00:00Z".parse().unwrap();
    let row = entity::period_closing::Model {
        id: app.app.ids.new(),
        last_day: "2026-11-30".parse().unwrap(),
        until,
        closed_at: until,
        closed_by: None,
        reopened_at: None,
        reopened_by: None,
        reopened_reason: None,
    };
    let id = row.id;
    let insert = entity::period_closing::Entity::insert(row.into_active_model());
    insert.exec_without_returning(app.app.db.writer()).await.unwrap();
    Gid::of(Kind::PeriodClosing, id).to_string()
}

/// A posting that nobody can take back by hand.
pub async fn of_a_sale(app: &TestApp) -> String {
    let rows = entity::posting::Entity::find().filter(entity::posting::Column::Kind.eq("SALE"));
    let row = rows.one(app.app.db.read()).await.unwrap().unwrap();
    Gid::of(Kind::Posting, row.id).to_string()
}
