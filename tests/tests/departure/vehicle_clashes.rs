use tests::{TestApp, json};

use super::save_departure::{in_days, preview};
use crate::route::{change, departure, on_sale, record};

/// A vehicle is on one road at a time; who plans it twice is told, and may.
#[tokio::test]
async fn a_vehicle_that_is_planned_twice_at_once_is_told() {
    let app = TestApp::new().await;
    let (admin, manager) = (app.staff("ADMINISTRATOR").await, app.staff("TRANSPORT_MANAGER").await);
    let (route, _, path, id) = on_sale(&app, &manager).await;
    let carrier = record(&manager, "777").await["carrier"]["id"].as_str().unwrap().to_owned();
    let vehicle = crate::vehicle::first_of(&admin, &carrier).await["id"].clone();
    let mut first = departure(&app, &route, &path);
    (first["id"], first["version"], first["vehicleId"]) = (id, json!(1), vehicle.clone());
    let own = change(&manager, "saveDeparture", &first).await;
    assert_eq!(own["vehicleClashes"], json!([]), "{own}");

    // Half an hour behind the first, on two of its days.
    let mut second = departure(&app, &route, &path);
    (second["vehicleId"], second["startsAt"]) = (vehicle, json!("09:00"));
    (second["firstDate"], second["lastDate"]) = (json!(in_days(&app, 5)), json!(in_days(&app, 6)));
    let seen = preview(&manager, &second).await;
    let told =
        json!([{ "number": "777", "days": 2, "departs": { "local": format!("{}T08:30:00", in_days(&app, 5)) } }]);
    assert_eq!(seen["vehicleClashes"], told, "{seen}");
    let saved = change(&manager, "saveDeparture", &second).await;
    assert_eq!((&saved["vehicleClashes"], &saved["made"]), (&json!([{ "number": "777", "days": 2 }]), &json!(2)));

    for (field, value) in [("startsAt", json!("21:00")), ("active", json!(false)), ("vehicleId", json!(null))] {
        let mut other = second.clone();
        other[field] = value;
        assert_eq!(preview(&manager, &other).await["vehicleClashes"], json!([]), "{field}");
    }
    // The road that has begun in the evening goes on in the morning.
    (first["version"], first["startsAt"]) = (json!(2), json!("23:00"));
    assert_eq!(change(&manager, "saveDeparture", &first).await["vehicleClashes"], json!([]));
    second["startsAt"] = json!("01:00");
    let night = preview(&manager, &second).await["vehicleClashes"].clone();
    assert_eq!(night[0]["departs"]["local"], format!("{}T23:00:00", in_days(&app, 4)), "{night}");
    assert_eq!((night.as_array().unwrap().len(), &night[0]["days"]), (1, &json!(2)), "{night}");
    app.done().await;
}
