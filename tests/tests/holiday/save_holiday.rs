use chrono::TimeDelta;
use tests::{TestApp, json};

use super::{holidays, save};
use crate::route::{change, departure, journeys, make_path, make_route, prices, stations};
use crate::station::wrong;

/// A line that does not run on holidays: a new one stops its trips, but those with a ticket.
#[tokio::test]
async fn departures_follow_a_new_holiday() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let stations = stations(&manager).await;
    let route = make_route(&manager, "778").await;
    let path = make_path(&manager, &route, &stations).await;
    change(&manager, "savePriceList", &prices(&app, &route, &stations)).await;
    let mut rests = departure(&app, &route, &path);
    rests["onHolidays"] = json!("NONE");
    let made = change(&manager, "saveDeparture", &rests).await;
    assert_eq!(made["__typename"], "DepartureSaved", "{made}");
    let on = |days: i64| (app.today() + TimeDelta::days(days)).to_string();
    let runs = async |days: i64| journeys(&app, &stations[0], &stations[2], &on(days)).await.as_array().unwrap().len();
    assert_eq!((runs(3).await, runs(4).await), (1, 1));

    let saved = save(&manager, json!({ "date": on(3), "names": { "ru": "День бекета" }, "nonWorking": true })).await;
    assert_eq!((&saved["removed"], &saved["made"], &saved["kept"]), (&json!(1), &json!(0), &json!([])), "{saved}");
    assert_eq!((runs(3).await, runs(4).await), (0, 1));
    let known = holidays(&manager, 2026).await;
    let day = known.iter().find(|day| day["date"] == on(3)).unwrap().clone();
    assert_eq!((&day["names"]["ky"], &day["keptByOffice"]), (&json!("День бекета"), &json!(true)));

    // A working day again, with its name: the trip is made anew.
    let working = json!({ "date": on(3), "version": 1, "names": { "ru": "День бекета" }, "nonWorking": false });
    let saved = save(&manager, working.clone()).await;
    assert_eq!((&saved["made"], &saved["removed"]), (&json!(1), &json!(0)), "{saved}");
    assert_eq!(runs(3).await, 1);
    assert_eq!(save(&manager, working).await["code"], "CHANGED_MEANWHILE");
    let again = json!({ "date": on(3), "names": { "ru": "x" }, "nonWorking": true });
    assert_eq!(save(&manager, again).await["code"], "CHANGED_MEANWHILE", "there is one already");

    // With a ticket the trip stays, and is named.
    let query = "query($f: ID!, $t: ID!, $d: Date!) { searchJourneys(input: { from: $f, to: $t, date: $d }) { journeys { segments { trip { id } } } } }";
    let variables = json!({ "f": stations[0], "t": stations[2], "d": on(4) });
    let found = app.visitor().send(query, variables).await.data("searchJourneys");
    let trip = found["journeys"][0]["segments"][0]["trip"]["id"].as_str().unwrap().to_owned();
    let id = api::graphql::Gid::read(api::graphql::Kind::Trip, &trip).unwrap();
    let view = api::features::network::trip_view(&app.app, id).await.unwrap().unwrap();
    app.visitor().buy(&app, &[tests::Ride { trip: view, from: 0, to: 2 }], 1).await;
    let saved = save(&manager, json!({ "date": on(4), "names": { "ru": "Ещё день" }, "nonWorking": true })).await;
    assert_eq!(saved["kept"], json!([{ "tickets": 1 }]), "{saved}");
    app.done().await;
}

#[tokio::test]
async fn every_mistake_of_a_holiday_is_told_at_its_field() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let bad = json!({ "date": "2099-01-01", "names": { "ru": "" }, "nonWorking": true, "shortenedDay": true });
    let expected = [("names.ru", "REQUIRED"), ("date", "DATE_FAR"), ("shortenedDay", "SHORT_AND_FREE")];
    assert_eq!(wrong(&save(&manager, bad).await), expected);
    assert_eq!(
        manager.send("{ holidays(filter: { year: 99999 }) { nodes { date } } }", json!({})).await.code(),
        "BAD_INPUT"
    );
    app.done().await;
}
