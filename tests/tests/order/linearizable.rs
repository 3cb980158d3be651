//! What buyers were told of one seat can be put into one order in which each was told the truth.

use std::sync::{Arc, Mutex};

use rand::{Rng, SeedableRng};
use stateright::semantics::{ConsistencyTester, LinearizabilityTester, SequentialSpec};
use tests::{Bought, TestApp, bought, hold_input, json};

/// A seat on a leg, as a buyer sees it: free, or somebody's.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
struct Seat(Option<usize>);

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Op {
    Hold(usize),
    Release(usize),
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Told {
    Held,
    Taken,
    Released,
}

impl SequentialSpec for Seat {
    type Op = Op;
    type Ret = Told;

    fn invoke(&mut self, op: &Op) -> Told {
        match *op {
            Op::Hold(_) if self.0.is_some() => Told::Taken,
            Op::Hold(buyer) => {
                self.0 = Some(buyer);
                Told::Held
            }
            Op::Release(buyer) => {
                if self.0 == Some(buyer) {
                    self.0 = None;
                }
                Told::Released
            }
        }
    }
}

type History = LinearizabilityTester<usize, Seat>;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_history_of_a_seat_is_linearizable() {
    let app = Arc::new(TestApp::new().await);
    let ride = app.ride("501").await;
    for seed in 0..8u64 {
        let history = Arc::new(Mutex::new(History::new(Seat(None))));
        let seat = (seed + 1).to_string();
        let mut buyers = Vec::new();
        for buyer in 0..4usize {
            let (app, ride, seat, history) = (Arc::clone(&app), ride.clone(), seat.clone(), Arc::clone(&history));
            buyers.push(tokio::spawn(async move {
                let visitor = app.visitor();
                let mut rng = rand::rngs::StdRng::seed_from_u64(seed * 10 + u64::try_from(buyer).unwrap());
                let mut mine: Option<Bought> = None;
                for _ in 0..6 {
                    tokio::time::sleep(std::time::Duration::from_millis(rng.random_range(0..6))).await;
                    match mine.take() {
                        None => {
                            history.lock().unwrap().on_invoke(buyer, Op::Hold(buyer)).unwrap();
                            let answer =
                                visitor.try_hold(&hold_input(std::slice::from_ref(&ride), 1, Some(&[&seat]))).await;
                            let told = if answer["__typename"] == "HeldSeats" { Told::Held } else { Told::Taken };
                            history.lock().unwrap().on_return(buyer, told).unwrap();
                            mine = (told == Told::Held).then(|| bought(&answer));
                        }
                        Some(order) => {
                            let query = "mutation($i: ReleaseOrderInput!) { releaseOrder(input: $i) { __typename } }";
                            history.lock().unwrap().on_invoke(buyer, Op::Release(buyer)).unwrap();
                            let answer = visitor.send(query, json!({ "i": { "order": order.reference() } })).await;
                            assert_eq!(answer.data("releaseOrder")["__typename"], "OrderChanged");
                            history.lock().unwrap().on_return(buyer, Told::Released).unwrap();
                        }
                    }
                }
            }));
        }
        for buyer in buyers {
            buyer.await.unwrap();
        }
        let history = history.lock().unwrap();
        assert!(history.is_consistent(), "seed {seed}: {history:?}");
    }
    Arc::into_inner(app).unwrap().done().await;
}

/// Positive control: a seat given to two buyers at once is no history of a seat.
#[test]
fn a_double_sale_is_found() {
    let mut history = History::new(Seat(None));
    history.on_invoke(1, Op::Hold(1)).unwrap().on_invoke(2, Op::Hold(2)).unwrap();
    history.on_return(1, Told::Held).unwrap().on_return(2, Told::Held).unwrap();
    assert!(!history.is_consistent());
}
