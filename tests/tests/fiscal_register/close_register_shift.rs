use tests::{Actor, TestApp, TimeDelta, Value, json};

use super::{recording, seen};

async fn close(staff: &Actor, id: &Value) -> Value {
    let query = "mutation($i: CloseRegisterShiftInput!) { closeRegisterShift(input: $i) { register { closeAskedAt shift { number } } } }";
    staff.send(query, json!({ "i": { "id": id } })).await.data("closeRegisterShift")["register"].clone()
}

#[tokio::test]
async fn a_shift_is_closed_when_it_is_asked_for_and_the_next_receipt_opens_another() {
    let app = TestApp::new().await;
    let (register, id) = recording(&app).await;
    let accountant = app.staff("ACCOUNTANT").await;
    assert_eq!(close(&accountant, &id).await["closeAskedAt"], Value::Null, "there is none to close");
    app.visitor().buy(&app, &[app.ride("501").await], 1).await;
    assert_eq!(seen(&accountant, &id).await["shift"]["number"], 1);
    assert_ne!(close(&accountant, &id).await["closeAskedAt"], Value::Null);
    app.run_jobs().await;
    let one = seen(&accountant, &id).await;
    assert_eq!((&one["shift"], &one["closeAskedAt"]), (&Value::Null, &Value::Null), "{one}");
    app.visitor().buy(&app, &[app.ride("501").await], 1).await;
    assert_eq!(seen(&accountant, &id).await["shift"]["number"], 2);
    assert_eq!(register.sandbox.shifts(), 2);
    app.done().await;
}

/// A shift of 24 hours takes nothing: it is closed by itself before, also when nothing is sold.
#[tokio::test]
async fn a_shift_is_never_older_than_the_law_lets_it() {
    let app = TestApp::new().await;
    let (register, id) = recording(&app).await;
    app.visitor().buy(&app, &[app.ride_after("501", TimeDelta::hours(30)).await], 1).await;
    app.advance(TimeDelta::minutes(23 * 60 + 44));
    app.visitor().buy(&app, &[app.ride_after("501", TimeDelta::hours(3)).await], 1).await;
    assert_eq!(register.sandbox.shifts(), 1);
    app.advance(TimeDelta::minutes(1));
    app.visitor().buy(&app, &[app.ride_after("501", TimeDelta::hours(3)).await], 1).await;
    assert_eq!((register.sandbox.shifts(), register.sums().len()), (2, 3));
    app.advance(TimeDelta::hours(24));
    app.run_jobs().await;
    let accountant = app.staff("ACCOUNTANT").await;
    assert_eq!(seen(&accountant, &id).await["shift"], Value::Null);
    app.done().await;
}
