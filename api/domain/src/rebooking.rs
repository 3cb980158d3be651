//! Passengers of one trip who are carried by another one: where they get on and off there.

use uuid::Uuid;

use crate::path::same_zone;

/// Where a trip stops.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Halt {
    /// A stop or a platform.
    pub stop: Uuid,
    /// The station that a platform belongs to; of a stop, itself.
    pub station: Uuid,
    pub town: Option<Uuid>,
    pub boarding: bool,
    pub alighting: bool,
    /// Between two halts with the same number nobody is carried.
    pub cabotage: Option<u8>,
}

/// How far one has to go from a halt to another: none, to another platform, to another station of the town.
fn apart(one: &Halt, other: &Halt) -> Option<u8> {
    if one.stop == other.stop {
        Some(0)
    } else if one.station == other.station {
        Some(1)
    } else {
        (one.town.is_some() && one.town == other.town).then_some(2)
    }
}

/// The calls of the way at which somebody who wanted to ride `from`..`to` gets on and off: as near as can be, and of two
/// equally near pairs the shorter ride. `None`: the way does not lead there.
pub fn counterpart(from: &Halt, to: &Halt, way: &[Halt]) -> Option<(usize, usize)> {
    let mut best: Option<(u8, usize, (usize, usize))> = None;
    for (on, first) in way.iter().enumerate().filter(|(_, halt)| halt.boarding) {
        let Some(near) = apart(from, first) else { continue };
        for (off, last) in way.iter().enumerate().skip(on + 1).filter(|(_, halt)| halt.alighting) {
            let Some(far) = apart(to, last).filter(|_| !same_zone(first.cabotage, last.cabotage)) else { continue };
            let found = (near + far, off - on, (on, off));
            if best.is_none_or(|known| (found.0, found.1) < (known.0, known.1)) {
                best = Some(found);
            }
        }
    }
    best.map(|(.., calls)| calls)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `b2` is the second platform of station b.
    fn halt(name: &str) -> Halt {
        let (letter, platform) = (u128::from(name.as_bytes()[0]), name[1..].parse::<u128>().unwrap_or(0));
        Halt {
            stop: Uuid::from_u128(letter * 100 + platform),
            station: Uuid::from_u128(letter * 100),
            town: Some(Uuid::from_u128(letter)),
            boarding: true,
            alighting: true,
            cabotage: None,
        }
    }

    fn check(from: &str, to: &str, way: &[&str], expected: Option<(usize, usize)>) {
        let way: Vec<Halt> = way.iter().map(|name| halt(name)).collect();
        assert_eq!(counterpart(&halt(from), &halt(to), &way), expected, "{from} {to} {way:?}");
    }

    #[test]
    fn one_gets_on_and_off_as_near_as_can_be() {
        check("a", "c", &["a", "b", "c"], Some((0, 2)));
        check("a", "c", &["c", "b", "a"], None);
        check("a", "d", &["a", "b", "c"], None);
        check("a1", "c", &["a2", "b", "c3"], Some((0, 2)));
        check("a1", "c", &["a2", "a1", "c"], Some((1, 2)));
        // Twice through the town: the shorter ride.
        check("a", "c", &["a", "b", "a", "c"], Some((2, 3)));
        check("a", "a", &["a", "b", "a"], Some((0, 2)));
    }

    #[test]
    fn another_station_of_the_town_is_better_than_none() {
        let mut other = halt("x");
        other.town = halt("a").town;
        assert_eq!(counterpart(&halt("a"), &halt("c"), &[other, halt("c")]), Some((0, 1)));
        assert_eq!(counterpart(&halt("a"), &halt("c"), &[other, halt("a5"), halt("b"), halt("c")]), Some((1, 3)));
        let nowhere = Halt { town: None, ..halt("y") };
        assert_eq!(counterpart(&nowhere, &halt("c"), &[Halt { town: None, ..halt("z") }, halt("c")]), None);
    }

    #[test]
    fn where_nobody_may_get_on_or_be_carried_nobody_is_put() {
        let (from, to) = (halt("a"), halt("c"));
        let mut way = vec![halt("a"), halt("b"), halt("c")];
        way[0].boarding = false;
        assert_eq!(counterpart(&from, &to, &way), None);
        way[0].boarding = true;
        (way[0].cabotage, way[2].cabotage) = (Some(1), Some(1));
        assert_eq!(counterpart(&from, &to, &way), None);
        way[2].cabotage = Some(2);
        assert_eq!(counterpart(&from, &to, &way), Some((0, 2)));
        way[2].alighting = false;
        assert_eq!(counterpart(&from, &to, &way), None);
    }
}
