//! The best seats for passengers who don't care which: together, of one class, and without leaving a single free
//! seat alone between taken ones where it can be avoided, because nobody who travels in a pair buys it.

use crate::seat_map::{SeatMap, SeatPosition};

/// Rows that count as near each other.
const NEAR: u32 = 6;
/// Columns from a seat to the one across an aisle.
const ACROSS: u8 = 2;
/// Free seats looked at beyond those needed.
const SPARE: usize = 3;

/// How good a set of seats is; smaller is better, compared from the first to the last field.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    /// Passengers with nobody of the party beside them: of more than two, across an aisle is beside.
    alone: usize,
    far: u32,
    /// Free seats left alone between taken ones.
    lonely: usize,
    groups: usize,
    spread: u32,
    order: u32,
}

/// Chooses `count` of the free seats; `free` holds one entry for each ordinal, in order. With `class` only seats of
/// that class count; without it all seats come from one class if any class has enough. `None` when there are too few.
///
/// Returned ordinals are ascending.
pub fn choose(map: &SeatMap, free: &[bool], count: usize, class: Option<&str>) -> Option<Vec<u16>> {
    if count == 0 {
        return Some(Vec::new());
    }
    let chooser = Chooser::new(map, free);
    let all = chooser.free_ordinals();
    let of_class = |class: &str| -> Vec<u16> {
        all.iter().copied().filter(|o| map.seat(*o).is_some_and(|seat| seat.class == class)).collect()
    };
    if let Some(class) = class {
        return chooser.best(&of_class(class), count).map(|(_, seats)| seats);
    }
    let mut classes: Vec<&str> = Vec::new();
    for (_, seat) in map.seats() {
        if !classes.contains(&seat.class.as_str()) {
            classes.push(&seat.class);
        }
    }
    let one_class = classes.iter().filter_map(|class| chooser.best(&of_class(class), count)).min();
    one_class.or_else(|| chooser.best(&all, count)).map(|(_, seats)| seats)
}

/// Free seats whose every neighbour is taken although they have one: what [`choose`] avoids to leave behind.
pub fn lonely_seats(map: &SeatMap, free: &[bool]) -> Vec<u16> {
    let chooser = Chooser::new(map, free);
    chooser.free_ordinals().into_iter().filter(|o| chooser.is_lonely(*o, &[])).collect()
}

struct Chooser {
    positions: Vec<SeatPosition>,
    free: Vec<bool>,
    /// The seats beside each seat, by ordinal less one; 0 is none.
    neighbours: Vec<[u16; 2]>,
}

impl Chooser {
    fn new(map: &SeatMap, free: &[bool]) -> Self {
        let count = u16::try_from(map.seat_count()).unwrap_or(u16::MAX);
        let beside = |ordinal: u16, other: u16| if map.side_by_side(ordinal, other) { other } else { 0 };
        Self {
            positions: (1..=count).filter_map(|ordinal| map.position(ordinal)).collect(),
            free: (0..usize::from(count)).map(|index| free.get(index).copied().unwrap_or(false)).collect(),
            // Ordinals run along the rows, so that neighbours have neighbouring ordinals.
            neighbours: (1..=count).map(|o| [beside(o, o - 1), beside(o, o.saturating_add(1))]).collect(),
        }
    }

    fn free_ordinals(&self) -> Vec<u16> {
        (1..).zip(&self.free).filter(|(_, free)| **free).map(|(ordinal, _)| ordinal).collect()
    }

    fn neighbours(&self, ordinal: u16) -> impl Iterator<Item = u16> {
        self.neighbours[usize::from(ordinal) - 1].into_iter().filter(|other| *other != 0)
    }

    /// True for a free seat that has neighbours, all of them taken already or by `chosen`.
    fn is_lonely(&self, ordinal: u16, chosen: &[u16]) -> bool {
        let mut any = false;
        for other in self.neighbours(ordinal) {
            if self.free[usize::from(other) - 1] && !chosen.contains(&other) {
                return false;
            }
            any = true;
        }
        any
    }

    /// Seats that would become lonely by this choice.
    fn new_lonely(&self, chosen: &[u16]) -> usize {
        let mut lonely: Vec<u16> = chosen
            .iter()
            .flat_map(|o| self.neighbours(*o))
            .filter(|o| self.free[usize::from(*o) - 1] && !chosen.contains(o))
            .filter(|o| self.is_lonely(*o, chosen) && !self.is_lonely(*o, &[]))
            .collect();
        lonely.sort_unstable();
        lonely.dedup();
        lonely.len()
    }

    fn distance(&self, a: u16, b: u16) -> u32 {
        let (a, b) = (self.positions[usize::from(a) - 1], self.positions[usize::from(b) - 1]);
        u32::from(a.unit.abs_diff(b.unit)) * 1000
            + u32::from(a.deck.abs_diff(b.deck)) * 100
            + u32::from(a.row.abs_diff(b.row)) * 3
            + u32::from(a.col.abs_diff(b.col))
    }

    /// Two want to sit side by side; of a bigger party somebody always sits across the aisle or in another row.
    fn is_beside(&self, ordinal: u16, other: u16, party: usize) -> bool {
        let (a, b) = (self.positions[usize::from(ordinal) - 1], self.positions[usize::from(other) - 1]);
        let one_row = (a.unit, a.deck, a.row) == (b.unit, b.deck, b.row);
        let across = party > 2 && ordinal != other && one_row && a.col.abs_diff(b.col) <= ACROSS;
        across || self.neighbours(ordinal).any(|one| one == other)
    }

    /// `chosen` is ascending.
    fn cost(&self, chosen: &[u16]) -> Cost {
        let mut spread = 0;
        for (index, a) in chosen.iter().enumerate() {
            for b in &chosen[index + 1..] {
                spread = spread.max(self.distance(*a, *b));
            }
        }
        let joined = chosen.windows(2).filter(|pair| self.neighbours(pair[0]).any(|o| o == pair[1])).count();
        let is_alone = |ordinal: &u16| !chosen.iter().any(|other| self.is_beside(*ordinal, *other, chosen.len()));
        let reach = u32::try_from(chosen.len()).unwrap_or(u32::MAX);
        Cost {
            alone: if chosen.len() == 1 { 0 } else { chosen.iter().filter(|o| is_alone(o)).count() },
            far: spread.saturating_sub(reach) / NEAR,
            lonely: self.new_lonely(chosen),
            groups: chosen.len() - joined,
            spread,
            order: chosen.iter().map(|o| u32::from(*o)).sum(),
        }
    }

    /// The best set among the candidates, which are ascending ordinals.
    fn best(&self, candidates: &[u16], count: usize) -> Option<(Cost, Vec<u16>)> {
        let mut best: Option<(Cost, Vec<u16>)> = None;
        let spare = match count {
            1 => 0,
            2..=4 => SPARE,
            5..=8 => 2,
            _ => 0,
        };
        for start in 0..=candidates.len().checked_sub(count)? {
            let window = &candidates[start..candidates.len().min(start + count + spare)];
            each_combination(window, count, &mut |chosen| {
                let cost = self.cost(chosen);
                if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                    best = Some((cost, chosen.to_vec()));
                }
            });
            if best.as_ref().is_some_and(|(cost, _)| (cost.alone, cost.far, cost.lonely, cost.groups) == (0, 0, 0, 1)) {
                break;
            }
        }
        best
    }
}

/// Calls `visit` with each choice of `count` items of the window that takes its first item.
fn each_combination(window: &[u16], count: usize, visit: &mut impl FnMut(&[u16])) {
    let mut picks: Vec<usize> = (0..count).collect();
    let mut chosen: Vec<u16> = vec![0; count];
    loop {
        for (slot, pick) in chosen.iter_mut().zip(&picks) {
            *slot = window[*pick];
        }
        visit(&chosen);
        let Some(place) = (1..count).rev().find(|place| picks[*place] < window.len() - count + place) else { return };
        picks[place] += 1;
        for later in place + 1..count {
            picks[later] = picks[later - 1] + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::tests::drawn;
    use proptest::prelude::*;

    fn coach() -> SeatMap {
        drawn(&["11_11", "11_11", "11_11", "11___", "11111"]).seat_map(1).unwrap()
    }

    fn free_but(map: &SeatMap, taken: &[u16]) -> Vec<bool> {
        map.seats().map(|(ordinal, _)| !taken.contains(&ordinal)).collect()
    }

    fn check(taken: &[u16], count: usize, expected: &[u16]) {
        let map = coach();
        assert_eq!(
            choose(&map, &free_but(&map, taken), count, None).as_deref(),
            Some(expected),
            "taken {taken:?}, {count}"
        );
    }

    #[test]
    fn pairs_get_pairs_and_singles_fill_the_gaps() {
        check(&[], 2, &[1, 2]);
        check(&[1], 2, &[3, 4]);
        check(&[1, 4], 1, &[2]);
        check(&[1, 2, 3, 4, 5], 1, &[6]);
        check(&[2, 3, 6, 7, 9], 2, &[11, 12]);
    }

    #[test]
    fn three_stay_near_and_five_take_the_bench() {
        check(&[1], 3, &[15, 16, 17]);
        check(&[15, 16, 17, 18], 3, &[1, 2, 3]);
        check(&[], 5, &[15, 16, 17, 18, 19]);
        check(&[], 4, &[1, 2, 3, 4]);
    }

    /// Three and five of a minibus have whole rows across the aisle: the bench keeps no seat that nobody wants.
    #[test]
    fn a_party_takes_whole_rows_of_a_minibus() {
        let map = drawn(&["__11", "1_11", "1_11", "1_11", "1_11", "1111"]).seat_map(1).unwrap();
        let count = u16::try_from(map.seat_count()).unwrap();
        let mut free = free_but(&map, &[]);
        let mut left = count;
        for party in [3, 5, 2] {
            let chosen = choose(&map, &free, party, None).unwrap();
            for ordinal in &chosen {
                free[usize::from(*ordinal) - 1] = false;
            }
            left -= u16::try_from(party).unwrap();
            assert!(lonely_seats(&map, &free).is_empty(), "{party} took {chosen:?}");
        }
        assert_eq!(usize::from(left), free.iter().filter(|free| **free).count());
    }

    #[test]
    fn a_lonely_seat_is_not_left_on_the_bench() {
        // Three of the five on the bench: the two who come later sit together.
        let map = coach();
        let taken: Vec<u16> = (1..=14).collect();
        let chosen = choose(&map, &free_but(&map, &taken), 3, None).unwrap();
        let mut left = free_but(&map, &taken);
        for ordinal in &chosen {
            left[usize::from(*ordinal) - 1] = false;
        }
        assert!(lonely_seats(&map, &left).is_empty());
    }

    #[test]
    fn one_class_when_it_has_room() {
        let map = drawn(&["VV_11", "1V_11"]).seat_map(1).unwrap();
        let all = free_but(&map, &[]);
        assert_eq!(choose(&map, &all, 2, Some("vip")), Some(vec![1, 2]));
        assert_eq!(choose(&map, &all, 4, Some("vip")), None);
        let chosen = choose(&map, &all, 5, None).unwrap();
        assert!(chosen.iter().all(|o| map.seat(*o).unwrap().class == "standard"), "{chosen:?}");
        assert_eq!(choose(&map, &all, 8, None), Some((1..=8).collect()));
        assert_eq!(choose(&map, &all, 9, None), None);
        assert_eq!(choose(&map, &all, 0, None), Some(vec![]));
    }

    #[test]
    fn a_family_does_not_sit_in_two_coaches() {
        let map = drawn(&["11_11", "11_11"]).seat_map(2).unwrap();
        let chosen = choose(&map, &free_but(&map, &[1, 2, 3, 4, 5, 6, 7]), 4, None).unwrap();
        assert_eq!(chosen, [9, 10, 11, 12]);
    }

    proptest! {
        #[test]
        fn chosen_seats_are_free_distinct_and_enough(taken in proptest::collection::vec(any::<bool>(), 19), count in 1..8_usize) {
            let map = coach();
            let free: Vec<bool> = taken.iter().map(|t| !t).collect();
            let room = free.iter().filter(|f| **f).count();
            match choose(&map, &free, count, None) {
                None => prop_assert!(room < count),
                Some(chosen) => {
                    prop_assert_eq!(chosen.len(), count);
                    prop_assert!(chosen.windows(2).all(|pair| pair[0] < pair[1]));
                    prop_assert!(chosen.iter().all(|o| free[usize::from(*o) - 1]));
                }
            }
        }

        #[test]
        fn nobody_is_left_lonely_and_nobody_parted_without_need(taken in proptest::collection::vec(any::<bool>(), 19), count in 1..4_usize) {
            let map = coach();
            let free: Vec<bool> = taken.iter().map(|t| !t).collect();
            let Some(chosen) = choose(&map, &free, count, None) else { return Ok(()) };
            let chooser = Chooser::new(&map, &free);
            let found = chooser.cost(&chosen);
            // Every possible choice, by force.
            let candidates = chooser.free_ordinals();
            for start in 0..candidates.len() {
                if candidates.len() - start < count { break }
                each_combination(&candidates[start..], count, &mut |other| {
                    let cost = chooser.cost(other);
                    assert!((found.alone, found.lonely) <= (cost.alone, cost.lonely) || found.far < cost.far,
                        "{chosen:?} {found:?} but {other:?} {cost:?}");
                });
            }
        }
    }
}
