use futures::future::join_all;
use tests::json;

use super::{booked, entry, reverse};
use crate::settlement::{Scene, account};
use crate::station::wrong;

#[tokio::test]
async fn it_is_taken_back_once_whoever_does() {
    let scene = Scene::new().await;
    let (staff, other) = (&scene.accountant, scene.app.staff("ADMINISTRATOR").await);
    let carrier = account(&scene.carrier);
    let fine = booked(staff, entry(&carrier, "WITHHELD", "150", "2026-12-01", "a-fine-by-mistake-1")).await;
    let both =
        join_all([reverse(staff, &fine["id"], "It was another"), reverse(&other, &fine["id"], "A mistake")]).await;
    let done: Vec<_> = both.iter().filter(|one| one["__typename"] == "EntryBooked").collect();
    assert_eq!(done.len(), 1, "{both:?}");
    assert_eq!(
        (&done[0]["posting"]["kind"], &done[0]["posting"]["reversible"]),
        (&json!("WITHHOLDING"), &json!(false))
    );
    assert_eq!((scene.booked("WITHHELD").await, scene.booked(&carrier).await), (0, -63_000));
    // Nor is what takes back taken back, nor what follows from a sale.
    assert_eq!(wrong(&reverse(staff, &done[0]["posting"]["id"], "no").await), [("id", "NOT_BY_HAND")]);
    let sales = staff.send("{ ledgerPostings(filter: { kind: SALE }) { nodes { id reversible } } }", json!({})).await;
    let sale = sales.data("ledgerPostings")["nodes"][0].clone();
    assert_eq!(sale["reversible"], false);
    assert_eq!(wrong(&reverse(staff, &sale["id"], "no").await), [("id", "NOT_BY_HAND")]);
    scene.app.done().await;
}
