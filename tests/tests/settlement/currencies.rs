//! Tickets of cross-border trips are settled in their own money.

use chrono::TimeDelta;
use tests::json;

use super::{Scene, figure, made};

/// As a sale in another currency is booked: the demonstration's border crossings are priced in som.
async fn sold_in(scene: &Scene, currency: &str) {
    for statement in [
        format!("UPDATE carrier_ticket SET currency = '{currency}'"),
        format!("UPDATE posting_line SET currency = '{currency}'"),
    ] {
        scene.app.break_by_hand(&statement).await;
    }
}

#[tokio::test]
async fn each_currency_has_its_own_and_fixed_sums_are_of_som_alone() {
    for currency in ["KZT", "UZS"] {
        let scene = Scene::new().await;
        let triggers = match scene.app.app.db.is_sqlite() {
            true => vec![
                "DROP TRIGGER carrier_ticket_no_update".to_owned(),
                "DROP TRIGGER posting_line_no_update".to_owned(),
            ],
            false => vec![
                "DROP TRIGGER carrier_ticket_append_only ON carrier_ticket".to_owned(),
                "DROP TRIGGER posting_line_append_only ON posting_line".to_owned(),
            ],
        };
        for statement in triggers {
            scene.app.break_by_hand(&statement).await;
        }
        sold_in(&scene, currency).await;
        scene.app.advance(TimeDelta::minutes(1));
        let input = json!({ "carrierId": scene.carrier, "endsOn": "2026-12-01", "currency": currency });
        let settlement = made(&scene.accountant, input).await["settlement"].clone();
        // 10 per cent of 600 and of the 30 that are left of the other; the fee is in som.
        for (line, amount) in
            [("sold", "1200.00"), ("commission", "-63.00"), ("stationFee", "0.00"), ("closing", "567.00")]
        {
            assert_eq!(figure(&settlement, line), amount, "{currency} {line}");
        }
        let done = super::approve(&scene.accountant, &settlement["id"], "567").await;
        assert_eq!(done["settlement"]["currency"], currency);
        let books = scene.app.violations().await;
        let books: Vec<_> = books.iter().filter(|one| one.what.contains("settlement")).collect();
        assert!(books.is_empty(), "{books:?}");
        scene.app.discard().await;
    }
}
