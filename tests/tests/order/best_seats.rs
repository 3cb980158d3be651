//! The seats that the public site shows before it holds them are chosen in the browser, by the same rule as here. What
//! this rule chooses is written to a file that the site's tests compare with: `BEKET_WRITE=1 cargo test -p tests best_seats`.

use domain::layout::parse_layouts;
use domain::seat_choice::choose;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use tests::{Value, json};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../web-shared/tests/bestSeats.json");
const LAYOUTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../demo/seat_layouts.json");

fn cases() -> Vec<Value> {
    let mut random = StdRng::seed_from_u64(501);
    let mut cases = Vec::new();
    for layout in parse_layouts(&std::fs::read_to_string(LAYOUTS).unwrap()).unwrap() {
        let map = layout.unwrap().seat_map(1).unwrap();
        for n in 0..30 {
            let share = f64::from(n % 10) / 10.0;
            let free: Vec<bool> = (0..map.seat_count()).map(|_| !random.random_bool(share)).collect();
            let taken: Vec<&str> =
                map.seats().filter(|(o, _)| !free[usize::from(*o) - 1]).filter_map(|(o, _)| map.label(o)).collect();
            let count = random.random_range(1..=5);
            let chosen = choose(&map, &free, count, None);
            let chosen = chosen.map(|seats| seats.iter().filter_map(|o| map.label(*o)).collect::<Vec<_>>());
            cases.push(json!({ "layout": map.layout(), "taken": taken, "count": count, "chosen": chosen }));
        }
    }
    cases
}

#[test]
fn the_committed_choices_are_those_of_the_rule() {
    let lines: Vec<String> = cases().iter().map(Value::to_string).collect();
    let text = format!("[\n{}\n]\n", lines.join(",\n"));
    if std::env::var_os("BEKET_WRITE").is_some() {
        std::fs::write(FILE, &text).unwrap();
    }
    assert!(std::fs::read_to_string(FILE).unwrap_or_default() == text, "write it anew: see the head of this file");
}
