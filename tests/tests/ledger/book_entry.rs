use tests::json;

use super::{book, booked, entry};
use crate::settlement::{Scene, account};
use crate::station::wrong;

#[tokio::test]
async fn an_entry_is_booked_once_on_the_day_it_belongs_to() {
    let scene = Scene::new().await;
    let carrier = account(&scene.carrier);
    let input = entry(&carrier, "WITHHELD", "150.50", "2026-12-01", "the-rent-of-the-yard");
    let first = booked(&scene.accountant, input.clone()).await;
    // Noon at the station.
    assert_eq!((&first["kind"], &first["at"]), (&json!("WITHHOLDING"), &json!("2026-12-01T06:00:00+00:00")));
    assert_eq!(booked(&scene.accountant, input.clone()).await["id"], first["id"], "the same attempt");
    let mut other = input;
    other["amount"] = json!("150.51");
    assert_eq!(book(&scene.accountant, other).await["__typename"], "IdempotencyConflict");
    let entry =
        booked(&scene.accountant, entry("BANK", "GATEWAY:sandbox", "500", "2026-12-02", "what-the-bank-sent-us")).await;
    assert_eq!(entry["kind"], "ENTRY");
    assert_eq!((scene.booked("WITHHELD").await, scene.booked("BANK").await), (-15_050, 50_000));
    // Nobody changes what is booked, not even by hand.
    let change = "UPDATE posting_line SET amount_minor = 0";
    let refused = sea_orm::ConnectionTrait::execute_unprepared(scene.app.app.db.writer(), change).await;
    assert!(refused.unwrap_err().to_string().contains("append-only"));
    scene.app.done().await;
}

#[tokio::test]
async fn mistakes_are_told_by_field() {
    let scene = Scene::new().await;
    let carrier = account(&scene.carrier);
    let till = format!("TILL:{}", uuid::Uuid::nil());
    let nobody = format!("CARRIER:{}", uuid::Uuid::nil());
    for (debit, credit, amount, day, mistakes) in [
        (
            till.as_str(),
            "CUSTOMER",
            "5",
            "2026-12-01",
            vec![("debit", "NO_SUCH_ACCOUNT"), ("credit", "NO_SUCH_ACCOUNT")],
        ),
        (
            nobody.as_str(),
            "EQUITY",
            "5",
            "2026-12-01",
            vec![("debit", "NO_SUCH_ACCOUNT"), ("credit", "NO_SUCH_ACCOUNT")],
        ),
        ("GATEWAY:nobody", "BANK", "5", "2026-12-01", vec![("debit", "NO_SUCH_ACCOUNT")]),
        (carrier.as_str(), carrier.as_str(), "5", "2026-12-01", vec![("credit", "SAME_ACCOUNT")]),
        (carrier.as_str(), "WITHHELD", "0", "2026-12-01", vec![("amount", "ABOVE_ZERO")]),
        (carrier.as_str(), "WITHHELD", "0.001", "2026-12-01", vec![("amount", "AMOUNT")]),
        (carrier.as_str(), "WITHHELD", "5", "2026-12-03", vec![("day", "IN_FUTURE")]),
    ] {
        let input = entry(debit, credit, amount, day, "an-entry-that-is-wrong");
        assert_eq!(wrong(&book(&scene.accountant, input).await), mistakes);
    }
    let mut input = entry(&carrier, "WITHHELD", "5", "2026-12-01", "short");
    input["reason"] = json!(" ");
    assert_eq!(wrong(&book(&scene.accountant, input).await), [("idempotencyKey", "KEY_FORM"), ("reason", "REQUIRED")]);
    assert_eq!(scene.booked("WITHHELD").await, 0);
    scene.app.done().await;
}
