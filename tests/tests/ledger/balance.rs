use tests::{Actor, Value, json};

use super::{book, close, entry};
use crate::settlement::{Scene, account};

async fn balance(staff: &Actor, from: &str, at: &str) -> Value {
    let query = "query($f: DateTime!, $a: DateTime!) { trialBalance(from: $f, at: $a) { currencies { currency debit { amount } \
        credit { amount } rows { account { code name } opening { amount } debit { amount } credit { amount } closing { amount } } } } }";
    staff.send(query, json!({ "f": from, "a": at })).await.data("trialBalance")["currencies"].clone()
}

fn row(balance: &Value, code: &str) -> [String; 4] {
    let rows = balance[0]["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["account"]["code"] == code).unwrap_or_else(|| panic!("{code}: {balance}"));
    ["opening", "debit", "credit", "closing"].map(|column| row[column]["amount"].as_str().unwrap().to_owned())
}

const LATER: &str = "2027-01-01T00:00:00Z";

/// Whatever has been booked stands in the list of postings, with words in reports.
#[test]
fn each_kind_of_posting_has_its_words() {
    use api::i18n::{Language, t};
    for kind in domain::ledger::PostingKind::ALL {
        let key = format!("report_posting.{}", kind.code());
        assert_ne!(t(Language::En, &key, &[]), key, "no words for it");
        assert_eq!(domain::ledger::PostingKind::parse(kind.code()), Some(kind));
    }
}

#[tokio::test]
async fn accounts_at_an_instant_sum_to_zero_and_lead_to_their_postings() {
    let scene = Scene::new().await;
    let carrier = account(&scene.carrier);
    let all = balance(&scene.accountant, "2026-12-01T00:00:00Z", LATER).await;
    assert_eq!(row(&all, &carrier), ["0.00", "570.00", "1200.00", "-630.00"]);
    assert_eq!(all[0]["debit"], all[0]["credit"]);
    let sum: f64 = all[0]["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["closing"]["amount"].as_str().unwrap().parse::<f64>().unwrap())
        .sum();
    assert!(sum.abs() < 0.001, "{sum}");
    let name = all[0]["rows"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["account"]["code"] == carrier.as_str())
        .unwrap()["account"]["name"]
        .clone();
    assert!(name.as_str().unwrap().contains(" · "), "{name}");
    // At the instant before the sale there is nothing; from an instant after it, only what it has left.
    assert_eq!(balance(&scene.accountant, "2026-11-01T00:00:00Z", "2026-12-01T05:59:59Z").await, json!([]));
    assert_eq!(row(&balance(&scene.accountant, LATER, LATER).await, &carrier), ["-630.00", "0.00", "0.00", "-630.00"]);
    let query = "query($f: LedgerPostingFilterInput) { ledgerPostings(filter: $f) { nodes { kind orderNumber lines { account { code } } } } }";
    let postings = scene.accountant.send(query, json!({ "f": { "account": carrier } })).await.data("ledgerPostings");
    let kinds: Vec<_> = postings["nodes"].as_array().unwrap().iter().map(|one| one["kind"].clone()).collect();
    assert_eq!(kinds, ["REFUND", "SALE"]);
    scene.app.done().await;
}

#[tokio::test]
async fn a_closing_changes_no_balance() {
    let scene = Scene::new().await;
    let staff = &scene.accountant;
    let before = balance(staff, "2026-12-02T00:00:00Z", LATER).await;
    assert_eq!(close(staff, "2026-12-01").await["__typename"], "PeriodChanged");
    assert_eq!(balance(staff, "2026-12-02T00:00:00Z", LATER).await, before);
    // Before the closing it is added up from the beginning.
    let carrier = account(&scene.carrier);
    assert_eq!(row(&balance(staff, "2026-11-01T00:00:00Z", LATER).await, &carrier)[3], "-630.00");
    book(staff, entry(&carrier, "WITHHELD", "30", "2026-12-02", "a-fine-of-the-next-day")).await;
    let after = balance(staff, "2026-12-01T20:00:00Z", LATER).await;
    assert_eq!(row(&after, &carrier), ["-630.00", "30.00", "0.00", "-600.00"]);
    scene.app.done().await;
}
