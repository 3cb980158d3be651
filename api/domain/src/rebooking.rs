//! Passengers of one trip who are carried by another one: where they get on and off there, and by which.

use std::collections::BTreeSet;

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

/// A trip that could carry passengers of another one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offer {
    pub trip: Uuid,
    /// How much later it leaves, in minutes; below zero: earlier.
    pub later: i64,
    pub same_carrier: bool,
    /// Orders that it can carry as a whole, if there are seats.
    pub leads: BTreeSet<Uuid>,
}

/// Minutes of a day.
const DAY: i64 = 24 * 60;

impl Offer {
    /// How far in time it is. One can wait, but not hurry, and may hear of it too late: an hour earlier is as far as two
    /// hours later.
    fn far(&self) -> i64 {
        if self.later < 0 { -2 * self.later } else { self.later }
    }

    /// The least is the nearest; of two equally near ones, that of the same carrier.
    pub fn nearness(&self) -> (i64, bool, Uuid) {
        (self.far(), !self.same_carrier, self.trip)
    }
}

/// Shares the orders of a trip out among others, which stand in the order of [`Offer::nearness`]. Those within a day come before
/// those within two, and so on: of each day, the nearest that takes everybody for whom some trip of that day leads there;
/// where none does, they are spread, as many as can go with the nearest and the others with the next. `fits` tells which of
/// the orders a trip has seats for. Who is in no answer stays behind.
pub fn share_out<E>(
    offers: &[Offer],
    orders: &BTreeSet<Uuid>,
    mut fits: impl FnMut(Uuid, &BTreeSet<Uuid>) -> Result<BTreeSet<Uuid>, E>,
) -> Result<Vec<(Uuid, BTreeSet<Uuid>)>, E> {
    let mut waiting = orders.clone();
    let mut shares = Vec::new();
    for day in offers.chunk_by(|one, next| one.far() / DAY == next.far() / DAY) {
        let everybody = day.iter().flat_map(|offer| offer.leads.intersection(&waiting).copied()).collect();
        let mut whole = None;
        for offer in day.iter().filter(|offer| offer.leads.is_superset(&everybody) && !everybody.is_empty()) {
            if fits(offer.trip, &everybody)? == everybody {
                whole = Some(offer.trip);
                break;
            }
        }
        if let Some(trip) = whole {
            waiting.retain(|order| !everybody.contains(order));
            shares.push((trip, everybody));
            continue;
        }
        for offer in day {
            let wanted: BTreeSet<Uuid> = offer.leads.intersection(&waiting).copied().collect();
            if wanted.is_empty() {
                continue;
            }
            let going = fits(offer.trip, &wanted)?;
            waiting.retain(|order| !going.contains(order));
            if !going.is_empty() {
                shares.push((offer.trip, going));
            }
        }
    }
    Ok(shares)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::convert::Infallible;

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

    fn ids(of: &[u128]) -> BTreeSet<Uuid> {
        of.iter().copied().map(Uuid::from_u128).collect()
    }

    /// A trip so much later with so many seats, for orders of as many passengers as their number says.
    fn shared(orders: &[u128], trips: &[(u128, i64, u128, &[u128])]) -> Vec<(u128, Vec<u128>)> {
        let mut offers: Vec<Offer> = trips
            .iter()
            .map(|(trip, later, _, leads)| Offer {
                trip: Uuid::from_u128(*trip),
                later: *later,
                same_carrier: trip % 2 == 0,
                leads: ids(leads),
            })
            .collect();
        offers.sort_by_key(Offer::nearness);
        let seats: HashMap<Uuid, u128> =
            trips.iter().map(|(trip, _, seats, _)| (Uuid::from_u128(*trip), *seats)).collect();
        let fits = |trip: Uuid, wanted: &BTreeSet<Uuid>| -> Result<BTreeSet<Uuid>, Infallible> {
            let mut left = seats[&trip];
            let takes = |order: &&Uuid| {
                let fits = order.as_u128() <= left;
                left -= if fits { order.as_u128() } else { 0 };
                fits
            };
            Ok(wanted.iter().filter(takes).copied().collect())
        };
        let Ok(shares) = share_out(&offers, &ids(orders), fits);
        let number = |id: &Uuid| id.as_u128();
        shares.iter().map(|(trip, orders)| (trip.as_u128(), orders.iter().map(number).collect())).collect()
    }

    #[test]
    fn the_nearest_trip_with_seats_for_all_carries_them() {
        let all: &[u128] = &[2, 3];
        assert_eq!(shared(all, &[(1, 60, 9, all), (2, 90, 9, all)]), [(1, vec![2, 3])]);
        assert_eq!(shared(all, &[(1, 60, 4, all), (2, 90, 5, all)]), [(2, vec![2, 3])], "together");
        assert_eq!(shared(all, &[(1, -50, 9, all), (2, 90, 9, all)]), [(2, vec![2, 3])], "nobody has to hurry");
        assert_eq!(shared(all, &[(1, -40, 9, all), (2, 90, 9, all)]), [(1, vec![2, 3])]);
        assert_eq!(shared(all, &[(1, 60, 9, all), (2, 60, 9, all)]), [(2, vec![2, 3])], "the same carrier");
        assert_eq!(shared(all, &[]), []);
    }

    #[test]
    fn who_does_not_fit_is_spread_and_the_same_day_comes_first() {
        let all: &[u128] = &[2, 3, 4];
        assert_eq!(shared(all, &[(1, 60, 5, all), (2, 90, 5, all)]), [(1, vec![2, 3]), (2, vec![4])]);
        assert_eq!(shared(all, &[(1, 60, 5, all), (2, 90, 3, all)]), [(1, vec![2, 3])], "an order is never split");
        let tomorrow = 1_500;
        assert_eq!(shared(all, &[(1, 60, 5, all), (2, tomorrow, 99, all)]), [(1, vec![2, 3]), (2, vec![4])]);
        // One cannot be carried there at all: that keeps the others together.
        assert_eq!(shared(&[2, 3, 9], &[(1, 60, 3, &[2, 3]), (2, 90, 5, &[2, 3])]), [(2, vec![2, 3])]);
        // Trips that lead to different places.
        assert_eq!(shared(all, &[(1, 60, 9, &[2, 3]), (2, 90, 9, &[4])]), [(1, vec![2, 3]), (2, vec![4])]);
    }
}
