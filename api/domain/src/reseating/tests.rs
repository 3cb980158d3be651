use super::*;
use crate::layout::tests::drawn;
use proptest::prelude::*;

fn sitter(map: &SeatMap, id: u128, company: u128, seat: u16, legs: (i32, i32)) -> Sitter<'_> {
    Sitter {
        id: Uuid::from_u128(id),
        company: Uuid::from_u128(company),
        from: legs.0,
        to: legs.1,
        sold: true,
        seat: (map, seat),
    }
}

fn map(rows: &[&str]) -> SeatMap {
    drawn(rows).seat_map(1).unwrap()
}

fn seats(map: &SeatMap, sitters: &[Sitter<'_>]) -> Vec<u16> {
    let placed = propose(map, sitters, &HashMap::new(), false).unwrap();
    placed.iter().map(|one| one.seat.unwrap_or(0)).collect()
}

#[test]
fn who_finds_the_number_keeps_it() {
    let (old, new) = (map(&["11_11", "11_11"]), map(&["11_11", "11_11", "11_11"]));
    let sitters = [sitter(&old, 1, 1, 3, (0, 4)), sitter(&old, 2, 2, 3, (4, 6)), sitter(&old, 3, 3, 8, (0, 6))];
    assert_eq!(seats(&new, &sitters), [3, 3, 8]);
}

#[test]
fn a_pair_that_its_numbers_would_part_moves_together() {
    // 3 and 4 sit side by side in a coach and across the aisle in a minibus; the single traveller keeps 6.
    let (old, new) = (map(&["11_11", "11_11"]), map(&["1_11", "1_11", "1_11"]));
    let sitters = [sitter(&old, 1, 1, 3, (0, 2)), sitter(&old, 2, 1, 4, (0, 2)), sitter(&old, 3, 3, 6, (0, 2))];
    let found = seats(&new, &sitters);
    assert!(new.side_by_side(found[0], found[1]), "{found:?}");
    assert_eq!(found[2], 6);
    // Strangers on the same seats stay where they are.
    let sitters = [sitter(&old, 1, 1, 3, (0, 2)), sitter(&old, 2, 2, 4, (0, 2))];
    assert_eq!(seats(&new, &sitters), [3, 4]);
}

#[test]
fn who_has_no_number_comes_near_the_company() {
    let (old, new) = (map(&["11_11", "11_11", "11_11"]), map(&["11_11", "11_11"]));
    let sitters = [sitter(&old, 1, 1, 8, (0, 2)), sitter(&old, 2, 1, 9, (0, 2)), sitter(&old, 3, 2, 1, (0, 2))];
    let found = seats(&new, &sitters);
    assert_eq!((found[0], found[2]), (8, 1));
    assert!(new.side_by_side(8, found[1]), "{found:?}");
}

#[test]
fn a_class_is_kept_and_crossed_only_when_told_to() {
    let (old, new) = (map(&["VV_11"]), map(&["11_11"]));
    let sitters = [sitter(&old, 1, 1, 1, (0, 1)), sitter(&old, 2, 2, 3, (0, 1))];
    let placed = propose(&new, &sitters, &HashMap::new(), false).unwrap();
    assert_eq!((placed[0].seat, placed[1].seat), (None, Some(3)));
    let placed = propose(&new, &sitters, &HashMap::new(), true).unwrap();
    assert_eq!((placed[0].seat, placed[0].other_class), (Some(1), true));
}

#[test]
fn a_place_for_a_wheelchair_is_kept() {
    let mut rows = drawn(&["11_11"]);
    rows.decks[0].cells[0].seat.as_mut().unwrap().features.push("wheelchair".into());
    let old = rows.seat_map(1).unwrap();
    let mut rows = drawn(&["11_11", "11_11"]);
    rows.decks[0].cells[9].seat.as_mut().unwrap().features.push("wheelchair".into());
    let (new, without) = (rows.seat_map(1).unwrap(), map(&["11_11"]));
    let sitters = [sitter(&old, 1, 1, 1, (0, 1)), sitter(&old, 2, 2, 4, (0, 1))];
    let found = seats(&new, &sitters);
    assert!(new.seat(found[0]).unwrap().features.contains(&"wheelchair".to_owned()), "{found:?}");
    assert_eq!(seats(&without, &sitters), [0, 4]);
}

#[test]
fn who_has_paid_comes_before_who_is_buying() {
    let (old, new) = (map(&["11_11"]), map(&["11"]));
    let mut sitters: Vec<_> = (1..=4).map(|n| sitter(&old, n, n, u16::try_from(n).unwrap(), (0, 1))).collect();
    sitters[0].sold = false;
    sitters[1].sold = false;
    let found = seats(&new, &sitters);
    assert_eq!(&found[..2], [0, 0]);
    assert!(found[2] > 0 && found[3] > 0, "{found:?}");
}

#[test]
fn where_seats_are_too_few_a_company_is_not_torn_apart_for_those_who_travel_alone() {
    // Six seats, four in the new vehicle: a company of three on the last seats, three who travel alone before them.
    let (old, new) = (map(&["11_1", "11_1"]), map(&["11_11"]));
    let mut sitters: Vec<_> =
        (1..=6).map(|n| sitter(&old, n, if n > 3 { 9 } else { n }, u16::try_from(n).unwrap(), (0, 2))).collect();
    let found = seats(&new, &sitters);
    assert!(found[3..].iter().all(|seat| *seat > 0), "{found:?}");
    assert_eq!(found[..3].iter().filter(|seat| **seat > 0).count(), 1, "{found:?}");
    // Nobody who has paid gives way to a company that is still buying.
    sitters[3..].iter_mut().for_each(|one| one.sold = false);
    let found = seats(&new, &sitters);
    assert!(found[..3].iter().all(|seat| *seat > 0), "{found:?}");
    // Where not all of it finds room, nobody gives way for a part.
    let five: Vec<_> =
        (1..=6).map(|n| sitter(&old, n, if n > 1 { 9 } else { n }, u16::try_from(n).unwrap(), (0, 2))).collect();
    let found = seats(&new, &five);
    assert!(found[0] > 0, "{found:?}");
    assert_eq!(found.iter().filter(|seat| **seat > 0).count(), 4, "{found:?}");
}

#[test]
fn what_was_decided_by_hand_stays() {
    let (old, new) = (map(&["11_11"]), map(&["11_11"]));
    let sitters = [sitter(&old, 1, 1, 1, (0, 1)), sitter(&old, 2, 2, 2, (0, 1))];
    let fixed = |pairs: &[(u128, u16)]| pairs.iter().map(|(id, seat)| (Uuid::from_u128(*id), *seat)).collect();
    let placed = propose(&new, &sitters, &fixed(&[(1, 2)]), false).unwrap();
    assert_eq!(placed[0].seat, Some(2));
    assert!(placed[1].seat.is_some_and(|seat| seat != 2));
    let twice = propose(&new, &sitters, &fixed(&[(1, 3), (2, 3)]), false);
    assert_eq!(twice, Err(vec![(Uuid::from_u128(2), Unfixed::Twice)]));
    let nowhere = propose(&new, &sitters, &fixed(&[(1, 77)]), false);
    assert_eq!(nowhere, Err(vec![(Uuid::from_u128(1), Unfixed::NoSuchSeat)]));
}

#[test]
fn places_are_counted_leg_by_leg() {
    let counted = count_places(2, &[(0, 3, false), (0, 2, true), (1, 3, true), (2, 4, true)]);
    assert_eq!(counted, [None, Some(vec![1, 1]), Some(vec![2, 1]), Some(vec![2, 1])]);
}

const MAPS: [&[&str]; 6] = [
    &["11_11", "11_11", "11_11", "11___", "11111"],
    &["__11", "1_11", "1_11", "1_11", "1111"],
    &["VV_11", "VV_11", "11_11"],
    &["V_11", "V_11", "1_11", "1_11"],
    &["11_11", "11_11"],
    &["11_11", "11_11", "11_11", "11_11", "11_11", "11111"],
];
const LEGS: i32 = 5;

/// Sitters of a map as sales leave them: nobody on a seat that another has on the same leg.
fn sold<'a>(map: &'a SeatMap, wishes: &[(u16, i32, i32, u8, bool)]) -> Vec<Sitter<'a>> {
    let mut taken: Vec<(u16, i32)> = Vec::new();
    let mut sitters = Vec::new();
    for (n, (seat, from, length, company, sold)) in (1..).zip(wishes) {
        let seat = seat % u16::try_from(map.seat_count()).unwrap() + 1;
        let (from, to) = (*from, (from + length).min(LEGS));
        if (from..to).any(|leg| taken.contains(&(seat, leg))) {
            continue;
        }
        taken.extend((from..to).map(|leg| (seat, leg)));
        sitters.push(Sitter { sold: *sold, ..sitter(map, n, u128::from(*company), seat, (from, to)) });
    }
    sitters
}

fn wishes() -> impl Strategy<Value = Vec<(u16, i32, i32, u8, bool)>> {
    proptest::collection::vec((0..60_u16, 0..LEGS, 1..=LEGS, 0..12_u8, any::<bool>()), 0..40)
}

fn class(map: &SeatMap, seat: u16) -> &str {
    &map.seat(seat).unwrap().class
}

proptest! {
    #[test]
    fn nobody_is_lost_and_no_seat_taken_twice(
        from in 0..MAPS.len(), to in 0..MAPS.len(), wishes in wishes(), by_hand in proptest::collection::vec((0..40_usize, 1..20_u16), 0..4), cross: bool,
    ) {
        let (old, new) = (map(MAPS[from]), map(MAPS[to]));
        let sitters = sold(&old, &wishes);
        let fixed: HashMap<Uuid, u16> = by_hand
            .iter()
            .filter_map(|(n, seat)| Some((sitters.get(*n)?.id, *seat)))
            .collect();
        let Ok(placed) = propose(&new, &sitters, &fixed, cross) else { return Ok(()) };
        let answered: Vec<Uuid> = placed.iter().map(|one| one.id).collect();
        prop_assert_eq!(answered, sitters.iter().map(|one| one.id).collect::<Vec<_>>());
        let mut taken: Vec<(u16, i32)> = Vec::new();
        for (one, sitter) in placed.iter().zip(&sitters) {
            let Some(seat) = one.seat else { continue };
            let crossed = class(&new, seat) != class(&old, sitter.seat.1);
            prop_assert_eq!(one.other_class, crossed);
            prop_assert!(!crossed || cross || fixed.contains_key(&one.id));
            if let Some(wanted) = fixed.get(&one.id) {
                prop_assert_eq!(seat, *wanted);
            }
            for leg in sitter.from..sitter.to {
                prop_assert!(!taken.contains(&(seat, leg)), "seat {} twice on leg {}", seat, leg);
                taken.push((seat, leg));
            }
        }
    }

    #[test]
    fn nobody_is_left_over_where_there_are_seats_enough(from in 0..MAPS.len(), to in 0..MAPS.len(), wishes in wishes()) {
        let (old, new) = (map(MAPS[from]), map(MAPS[to]));
        let sitters = sold(&old, &wishes);
        let placed = propose(&new, &sitters, &HashMap::new(), false).unwrap();
        for name in ["standard", "vip"] {
            let room = new.seats().filter(|(_, seat)| seat.class == name).count();
            let of_class = || sitters.iter().zip(&placed).filter(|(one, _)| class(&old, one.seat.1) == name);
            let enough = |sold_only: bool| (0..LEGS).all(|leg| {
                let there = of_class().filter(|(one, _)| (one.from..one.to).contains(&leg) && (one.sold || !sold_only));
                there.count() <= room
            });
            let left = |sold_only: bool| of_class().filter(|(one, at)| at.seat.is_none() && (one.sold || !sold_only)).count();
            prop_assert!(!enough(true) || left(true) == 0, "who has paid is left over: {:?}", placed);
            prop_assert!(!enough(false) || left(false) == 0, "{:?}", placed);
        }
    }

    #[test]
    fn the_same_vehicle_moves_nobody(at in 0..MAPS.len(), wishes in wishes()) {
        let map = map(MAPS[at]);
        let sitters = sold(&map, &wishes);
        let expected: Vec<u16> = sitters.iter().map(|one| one.seat.1).collect();
        prop_assert_eq!(seats(&map, &sitters), expected);
    }
}
