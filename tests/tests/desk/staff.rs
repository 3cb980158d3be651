use tests::{TestApp, Value, json};

use super::{desks, save};
use crate::staff::{change, person};
use crate::station::record;

const LOGIN: &str = "cashier@demo.beket.example.com";

#[tokio::test]
async fn a_cashier_is_tied_to_desks_of_their_stations() {
    let app = TestApp::new().await;
    let (admin, cashier) = (app.staff("ADMINISTRATOR").await, app.staff("CASHIER").await);
    let mut made = Vec::new();
    for (town, sign) in [("Талас", "1"), ("Талас", "2"), ("Нарын", "1")] {
        let station = record(&admin, town).await["id"].clone();
        let desk = save(&admin, &json!({ "stationId": station, "sign": sign })).await["desk"].clone();
        made.push((station, desk["id"].clone()));
    }
    let of = person(&admin, LOGIN).await;
    let values = |version: &Value, stations: Vec<&Value>, desks: Vec<&Value>| {
        json!({ "id": of["id"], "version": version, "firstName": "Асель", "lastName": "Токтосунова", "role": "CASHIER",
                "stationIds": stations, "deskIds": desks })
    };
    let update = async |version: &Value, stations: Vec<&Value>, desks: Vec<&Value>| {
        change(&admin, "updateStaff", "UpdateStaffInput", values(version, stations, desks)).await
    };
    let (talas, naryn) = (&made[0].0, &made[2].1);
    let elsewhere = update(&of["version"], vec![talas], vec![&made[0].1, naryn]).await;
    assert_eq!(elsewhere["fields"], json!([{ "path": "deskIds", "code": "DESK_ELSEWHERE" }]));
    let unknown = update(&of["version"], vec![], vec![&json!("none")]).await;
    assert_eq!(unknown["fields"], json!([{ "path": "deskIds", "code": "NO_SUCH_DESK" }]));
    let tied = update(&of["version"], vec![talas], vec![&made[0].1, &made[1].1]).await;
    assert_eq!(tied["__typename"], "StaffChanged", "{tied}");
    let read = "query($id: ID!) { staffMember(id: $id) { desks { sign station { name } } } }";
    let read = admin.send(read, json!({ "id": of["id"] })).await.data("staffMember");
    assert_eq!(read["desks"].as_array().unwrap().len(), 2, "{read}");
    // They see the desks of their station alone.
    assert_eq!(desks(&cashier, None).await, json!([{ "sign": "1", "active": true }, { "sign": "2", "active": true }]));
    assert_eq!(desks(&app.staff("CARRIER_REPRESENTATIVE").await, None).await, json!([]));
    update(&tied["member"]["version"], vec![], vec![]).await;
    assert_eq!(app.count("SELECT desk_id FROM staff_desk").await, 0);
    app.done().await;
}

/// A list of staff asks for all of their desks at once.
#[tokio::test]
async fn desks_of_many_cost_as_much_as_of_one() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let station = record(&admin, "Талас").await["id"].clone();
    let desk = save(&admin, &json!({ "stationId": station, "sign": "1" })).await["desk"]["id"].clone();
    for n in 0..4 {
        let input = json!({ "email": format!("n{n}@example.com"), "firstName": "А", "lastName": "Б", "role": "CASHIER",
                            "deskIds": [desk] });
        assert_eq!(change(&admin, "inviteStaff", "InviteStaffInput", input).await["__typename"], "StaffChanged");
    }
    let cost = async |text: &str| {
        let before = app.app.db.queries();
        let query = "query($t: String) { staff(filter: { text: $t }, first: 50) { nodes { desks { sign } } } }";
        let nodes = admin.send(query, json!({ "t": text })).await.data("staff")["nodes"].as_array().unwrap().len();
        (nodes, app.app.db.queries() - before)
    };
    cost("n").await;
    let (one, many) = (cost("n1").await, cost("n").await);
    assert_eq!((one.0, many), (1, (4, one.1)));
    app.done().await;
}
