//! Many at once, on whichever database the suite runs. Each race counts what its buyers were told.

use std::collections::HashMap;

use futures::future::join_all;
use rand::{Rng, SeedableRng};
use tests::{TestApp, TimeDelta, Value, bought, hold_input};

fn kinds(answers: &[Value]) -> HashMap<String, usize> {
    let mut kinds = HashMap::new();
    for answer in answers {
        *kinds.entry(answer["__typename"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    kinds
}

/// So many want seat 7 at once; what they were told. What the server remembers of sales is taken from it again and
/// again, as if each buyer were on a replica that has not heard of the others: the database alone decides.
async fn rush(app: &TestApp, buyers: usize) -> HashMap<String, usize> {
    let ride = app.ride("501").await;
    let forgetting = tokio::spawn({
        let (app, trip) = (app.app.clone(), ride.trip.id);
        async move {
            loop {
                api::features::inventory::forget(&app, [trip]);
                tokio::task::yield_now().await;
            }
        }
    });
    let inputs: Vec<Value> = (0..buyers).map(|_| hold_input(std::slice::from_ref(&ride), 1, Some(&["7"]))).collect();
    let answers = join_all(inputs.iter().map(|input| {
        let buyer = app.visitor();
        async move { buyer.try_hold(input).await }
    }))
    .await;
    forgetting.abort();
    kinds(&answers)
}

/// The planted bug: the database no longer keeps claims where they belong, so that its key refuses nothing.
pub async fn lose_the_key(app: &TestApp) {
    if app.app.db.is_sqlite() {
        app.break_by_hand(
            "CREATE TRIGGER planted AFTER INSERT ON claim BEGIN \
             UPDATE claim SET seat = 1000 + abs(random() % 1000000000) \
             WHERE space_id = NEW.space_id AND seat = NEW.seat AND leg = NEW.leg; END",
        )
        .await;
    } else {
        app.break_by_hand(
            "CREATE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql AS \
             'BEGIN NEW.seat := 1000 + floor(random() * 1000000000); RETURN NEW; END'",
        )
        .await;
        app.break_by_hand("CREATE TRIGGER planted BEFORE INSERT ON claim FOR EACH ROW EXECUTE FUNCTION planted()")
            .await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_rush_finds_a_database_that_refuses_nothing() {
    // Buyers who come one after the other on a busy machine are refused by what is in memory: then it is tried again.
    for _ in 0..5 {
        let app = TestApp::new().await;
        lose_the_key(&app).await;
        let kinds = rush(&app, 50).await;
        app.discard().await;
        if kinds["HeldSeats"] > 1 {
            return;
        }
    }
    panic!("the planted bug sold one seat once, five times");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_200_buyers_of_one_seat_one_wins() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    let kinds = rush(&app, 200).await;
    assert_eq!(kinds.get("HeldSeats"), Some(&1), "{kinds:?}");
    assert_eq!(kinds.get("SeatsTaken"), Some(&199), "{kinds:?}");
    assert_eq!(app.claimed(ride.trip.id).await, 11);
    app.done().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn five_hundred_random_pieces_of_a_trip_never_overlap() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    assert_eq!(ride.trip.calls.len(), 12);
    let mut rng = rand::rngs::StdRng::seed_from_u64(12);
    let purchases: Vec<(i32, i32, String)> = (0..500)
        .map(|_| {
            let from = rng.random_range(0..11);
            (from, rng.random_range(from + 1..12), rng.random_range(1..=19).to_string())
        })
        .collect();

    let mut told: Vec<(i32, i32, String)> = Vec::new();
    for chunk in purchases.chunks(50) {
        let answers = join_all(chunk.iter().map(|(from, to, seat)| {
            let (buyer, piece) = (app.visitor(), ride.piece(*from, *to));
            async move { buyer.try_hold(&hold_input(&[piece], 1, Some(&[seat]))).await }
        }))
        .await;
        let sold = chunk.iter().zip(&answers).filter(|(_, answer)| answer["__typename"] == "HeldSeats");
        told.extend(sold.map(|(purchase, _)| purchase.clone()));
        let kinds = kinds(&answers);
        let known = ["HeldSeats", "SeatsTaken", "NotOnSale"].iter().filter_map(|kind| kinds.get(*kind)).sum::<usize>();
        assert_eq!(known, chunk.len(), "{kinds:?}");
    }

    // What buyers were told, seat by seat and leg by leg, is what the database holds: nothing twice, nothing missing.
    let mut legs: HashMap<(String, i32), usize> = HashMap::new();
    for (from, to, seat) in &told {
        for leg in *from..*to {
            *legs.entry((seat.clone(), leg)).or_default() += 1;
        }
    }
    assert!(told.len() > 50, "only {} were sold", told.len());
    assert!(legs.values().all(|count| *count == 1), "a seat was sold twice on a leg");
    assert_eq!(app.claimed(ride.trip.id).await, u64::try_from(legs.len()).unwrap());
    app.done().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_key_sent_a_hundred_times_at_once_holds_once() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    let (ana, input) = (app.visitor(), hold_input(std::slice::from_ref(&ride), 2, None));

    let answers = join_all((0..100).map(|_| ana.try_hold(&input))).await;

    let ids: Vec<String> = answers.iter().map(|answer| bought(answer).id).collect();
    assert!(ids.iter().all(|id| *id == ids[0]), "one answer");
    assert_eq!(app.claimed(ride.trip.id).await, 2 * 11, "one effect");
    assert_eq!(app.count("SELECT id FROM \"order\"").await, 1);

    // Positive control: each with a key of its own has an effect of its own.
    let inputs: Vec<Value> = (0..5).map(|_| hold_input(std::slice::from_ref(&ride), 1, None)).collect();
    join_all(inputs.iter().map(|input| ana.try_hold(input))).await;
    assert_eq!(app.count("SELECT id FROM \"order\"").await, 6);
    app.done().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn holds_that_end_while_they_are_paid_become_tickets_or_refunds() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    let mut orders = Vec::new();
    for seat in 1..=19 {
        let buyer = app.visitor();
        let order = buyer.hold(std::slice::from_ref(&ride), 1, Some(&[&seat.to_string()])).await;
        assert_eq!(buyer.name(&order).await["__typename"], "OrderChanged");
        let started = buyer.try_pay(&order).await;
        orders.push((buyer, order, started["payment"]["redirectUrl"].as_str().unwrap().to_owned()));
    }
    app.advance(TimeDelta::minutes(16));

    // Everybody pays late while others take the same seats.
    let pay = join_all(orders.iter().map(|(buyer, _, redirect)| buyer.at_bank(redirect, "pay")));
    let take = join_all((1..=19).map(|seat| {
        let (thief, ride) = (app.visitor(), ride.clone());
        async move { thief.try_hold(&hold_input(&[ride], 1, Some(&[&seat.to_string()]))).await }
    }));
    let jobs = async {
        for _ in 0..10 {
            app.run_jobs().await;
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    };
    let (_, taken, ()) = futures::join!(pay, take, jobs);
    app.run_jobs().await;

    let stolen = taken.iter().filter(|answer| answer["__typename"] == "HeldSeats").count();
    let (mut tickets, mut refunds) = (0, 0);
    for (buyer, order, _) in &orders {
        let order = buyer.order(order).await;
        let has_ticket = order["segments"][0]["lines"][0]["ticket"]["valid"] == true;
        let has_refund = order["refunds"][0]["state"] == "DONE";
        assert!(has_ticket != has_refund, "a ticket or a refund, never both, never neither: {order}");
        tickets += usize::from(has_ticket);
        refunds += usize::from(has_refund);
    }
    assert_eq!(tickets + refunds, 19);
    assert_eq!(refunds, stolen, "a refund for each seat that somebody else has");
    app.done().await;
}
