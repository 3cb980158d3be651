use tests::{TestApp, json};

use super::buy_for_company::{choose, named};
use super::{MEMBER, company, member, transfer};
use crate::wallet::pay_from;

#[tokio::test]
async fn who_is_removed_buys_nothing_more() {
    let app = TestApp::new().await;
    let (accountant, made) = company(&app, json!({})).await;
    transfer(&accountant, &made, "20000", "for-those-who-buy-0001").await;
    let wrong = member(&accountant, &made, json!({ "email": "nobody" })).await;
    assert_eq!(wrong["fields"][0]["path"], "email");
    let listed = member(&accountant, &made, json!({ "monthlyLimit": "100" })).await;
    let members = &listed["company"]["members"];
    assert_eq!(members, &json!([{ "email": MEMBER, "monthlyLimit": { "amount": "100.00" } }]));
    let passenger = app.passenger().await;
    let (first, second) = (named(&app, &passenger).await, named(&app, &passenger).await);
    for order in [&first, &second] {
        assert_eq!(choose(&passenger, order, &made["id"]).await["__typename"], "OrderChanged");
    }
    let over = pay_from(&passenger, &first, "more-than-the-month-1").await;
    assert_eq!(over["fields"][0]["code"], "COMPANY_MONTH_LIMIT", "{over}");
    member(&accountant, &made, json!({ "monthlyLimit": "900" })).await;
    assert_eq!(pay_from(&passenger, &first, "within-the-month-0001").await["order"]["status"], "PAID");
    // The second would be more than the month's.
    let over = pay_from(&passenger, &second, "more-than-the-month-2").await;
    assert_eq!(over["fields"][0]["code"], "COMPANY_MONTH_LIMIT", "{over}");
    let seen = "{ me { companies { name spentThisMonth { amount } monthlyLimit { amount } wallet { number } } } }";
    let mine = passenger.send(seen, json!({})).await.data("me")["companies"].clone();
    assert_eq!((mine.as_array().unwrap().len(), &mine[0]["monthlyLimit"]["amount"]), (1, &json!("900.00")));
    assert_ne!(mine[0]["spentThisMonth"]["amount"], "0.00");

    let gone = member(&accountant, &made, json!({ "removed": true })).await;
    assert_eq!(gone["company"]["members"], json!([]));
    let refused = pay_from(&passenger, &second, "who-was-removed-00001").await;
    assert_eq!(refused["fields"][0]["code"], "COMPANY_NOT_ALLOWED");
    let third = named(&app, &passenger).await;
    assert_eq!(choose(&passenger, &third, &made["id"]).await["fields"][0]["code"], "COMPANY_NOT_ALLOWED");
    let query = "query($id: ID!) { wallet(id: $id) { number } }";
    assert_eq!(passenger.send(query, json!({ "id": made["wallet"]["id"] })).await.code(), "NOT_FOUND");
    assert_eq!(passenger.send(seen, json!({})).await.data("me")["companies"], json!([]));
    app.done().await;
}
