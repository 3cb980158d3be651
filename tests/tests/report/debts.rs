use tests::{Actor, TestApp, TimeDelta, Value, json};

use super::{report, rows};
use crate::company::{bought, company, debt, transfer};
use crate::exchange::{amount, seats};
use crate::payment::take_payment::words;

fn debtors() -> Value {
    json!({ "dataSet": "debts", "period": { "kind": "TODAY" }, "columns": ["number", "dueOn", "boughtSum", "owed"],
        "groups": [{ "column": "company" }, { "column": "debtAge" }],
        "measures": [{ "kind": "COUNT" }, { "kind": "SUM", "column": "owed" }, { "kind": "SUM", "column": "overdue" }] })
}

/// By the age of what is owed: how many orders, and minor units.
async fn ages(staff: &Actor) -> Vec<(String, String, i64)> {
    let table = report(staff, &debtors()).await;
    let leaves = table["rows"].as_array().unwrap().iter().filter(|row| row["level"] == 2);
    let mut ages: Vec<_> = leaves
        .map(|row| {
            let minor = amount(&json!({ "amount": row["measures"][1]["value"] }));
            (
                row["keys"][1]["value"].as_str().unwrap().to_owned(),
                row["measures"][0]["value"].as_str().unwrap().to_owned(),
                minor,
            )
        })
        .collect();
    ages.sort();
    ages
}

fn age(age: &str, orders: i64, minor: i64) -> (String, String, i64) {
    (age.to_owned(), orders.to_string(), minor)
}

#[tokio::test]
async fn what_is_owed_stands_by_its_age_whatever_the_period() {
    let app = TestApp::new().await;
    let (_, made) = company(&app, json!({ "credit": "90000", "termDays": 0 })).await;
    let passenger = app.passenger().await;
    let (_, old) = bought(&app, &passenger, &made, "a-debtor-s-first-0001").await;
    // To be paid on the same day.
    app.advance(TimeDelta::days(1));
    let passenger = app.passenger().await;
    let (order, new) = bought(&app, &passenger, &made, "a-debtor-s-second-001").await;
    let accountant = app.staff("ACCOUNTANT").await;
    assert_eq!(ages(&accountant).await, [age("NOT_DUE", 1, new), age("TO_30", 1, old)]);
    // Money settles the oldest first, and the two places that tell of a debt agree.
    transfer(&accountant, &made, "100", "a-debtor-pays-some-01").await;
    assert_eq!(ages(&accountant).await, [age("NOT_DUE", 1, new), age("TO_30", 1, old - 10_000)]);
    let owed = debt(&accountant, &made).await;
    assert_eq!((amount(&owed["owed"]), amount(&owed["overdue"])), (new + old - 10_000, old - 10_000));
    let table = report(&accountant, &debtors()).await;
    assert_eq!((&table["from"], &table["to"]), (&json!(app.today()), &json!(app.today())));
    assert_eq!(table["totals"][0]["measures"][2]["value"], words(old - 10_000), "{table}");
    // The orders behind a figure, and what stands in them.
    let path = json!([table["rows"][0]["keys"][0]["value"], "TO_30"]);
    let behind = rows(&accountant, &debtors(), path, json!("KGS")).await;
    assert_eq!(behind["totalCount"], 1, "{behind}");
    assert_eq!(behind["nodes"][0]["cells"][2]["value"], words(old));
    assert_eq!(behind["nodes"][0]["cells"][3]["value"], words(old - 10_000));
    // What is given back of the new order is no longer owed for it; the old one stays as old as it is.
    let line = seats(&passenger, &order).await[0]["id"].clone();
    let quote = passenger.quote(&order, &[line.as_str().unwrap()]).await["quote"].clone();
    passenger.confirm(&order, quote["id"].as_str().unwrap(), "a-debtor-gives-back-1").await;
    app.run_jobs().await;
    let left = ages(&accountant).await;
    let kept = new - amount(&quote["amount"]);
    assert!(0 < kept && kept < new, "{kept} of {new}");
    assert_eq!(left, [age("NOT_DUE", 1, kept), age("TO_30", 1, old - 10_000)]);
    for (days, former, later) in [(30, "TO_60", "TO_30"), (60, "LONGER", "TO_90")] {
        app.advance(TimeDelta::days(days));
        let accountant = app.staff("ACCOUNTANT").await;
        let mut want = [age(former, 1, old - 10_000), age(later, 1, kept)];
        want.sort();
        assert_eq!(ages(&accountant).await, want);
    }
    let accountant = app.staff("ACCOUNTANT").await;
    transfer(&accountant, &made, "90000", "a-debtor-pays-all-001").await;
    assert_eq!(ages(&accountant).await, []);
    app.done().await;
}

/// A list of companies asks for the accounts and the debts of all of them at once.
#[tokio::test]
async fn many_companies_cost_as_much_as_one() {
    let app = TestApp::new().await;
    let (accountant, _) = company(&app, json!({ "credit": "5000" })).await;
    for n in 0..3 {
        let other = json!({ "inn": format!("1111111111111{n}"), "contractNumber": format!("К-{n}") });
        let saved = crate::company::save(&accountant, crate::company::input(other)).await;
        assert_eq!(saved["__typename"], "CompanyChanged", "{saved}");
    }
    let cost = async |first: i32| {
        let before = app.app.db.queries();
        let query = "query($n: Int!) { companies(first: $n) { nodes { name wallet { balance { amount } } debt { owed { amount } } } } }";
        let nodes = accountant.send(query, json!({ "n": first })).await.data("companies")["nodes"].clone();
        (nodes.as_array().unwrap().len(), app.app.db.queries() - before)
    };
    cost(1).await;
    let (one, all) = (cost(1).await, cost(4).await);
    assert_eq!(all, (4, one.1));
    app.done().await;
}
