//! Seats that are kept: for a channel, a partner, a later stop, for staff or in reserve, or closed; and until when.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Whose the seats are until they are released.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", content = "of", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Purpose {
    /// Out of order or not to be sat on: nobody's, and never released.
    Closed,
    /// Nobody's for the time being.
    Reserve,
    /// Sold by the station's own staff alone.
    Staff,
    /// Sold through these channels alone.
    Channels(Vec<String>),
    /// Sold by this partner alone.
    Partner(Uuid),
    /// Sold to those alone who get on at this stop or after it.
    Stop(Uuid),
}

impl Purpose {
    pub fn code(&self) -> &'static str {
        match self {
            Purpose::Closed => "CLOSED",
            Purpose::Reserve => "RESERVE",
            Purpose::Staff => "STAFF",
            Purpose::Channels(_) => "CHANNELS",
            Purpose::Partner(_) => "PARTNER",
            Purpose::Stop(_) => "STOP",
        }
    }
}

/// Seats kept for one purpose.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Rule {
    pub purpose: Purpose,
    /// Labels; one that the vehicle does not have says nothing.
    pub seats: Vec<String>,
    /// How many, where seats have no numbers.
    #[serde(default)]
    pub places: i32,
    /// Minutes before departure from the first stop, from which on the seats are everybody's.
    pub release_minutes: Option<i32>,
}

/// All that is kept of one space.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Kept(pub Vec<Rule>);

/// Ways by which seats are sold.
pub const CHANNELS: [&str; 6] = ["WEB", "DESK", "PARTNER", "TERMINAL", "ONBOARD", "BOT"];

/// Who asks for seats.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Buyer {
    /// One of [`CHANNELS`].
    pub channel: &'static str,
    pub partner: Option<Uuid>,
    pub staff: bool,
}

impl Buyer {
    /// The station's own staff, who may take seats that are kept for them.
    pub const STAFF: Buyer = Buyer { channel: "DESK", partner: None, staff: true };
}

impl Buyer {
    /// Whoever looks at a board or a feed.
    pub const PUBLIC: Buyer = Buyer { channel: "WEB", partner: None, staff: false };
}

/// The piece of a space that is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// Where the buyer gets on, as the number of a call.
    pub from: i32,
    /// Minutes until the first departure; negative after it.
    pub minutes_left: i64,
}

/// What somebody may not take.
#[derive(PartialEq, Eq, Debug, Default)]
pub struct Refused<'a> {
    pub labels: HashSet<&'a str>,
    /// Places without numbers, from and to, counted from the last one down: 0 is the last.
    pub places: Vec<(i32, i32)>,
}

impl Rule {
    fn released(&self, asked: Asked) -> bool {
        self.purpose != Purpose::Closed
            && self.release_minutes.is_some_and(|minutes| asked.minutes_left <= minutes.into())
    }

    fn admits(&self, buyer: &Buyer, asked: Asked, call_of: &impl Fn(Uuid) -> Option<i32>) -> bool {
        self.released(asked)
            || match &self.purpose {
                Purpose::Closed | Purpose::Reserve => false,
                Purpose::Staff => buyer.staff,
                Purpose::Channels(channels) => channels.iter().any(|channel| channel == buyer.channel),
                Purpose::Partner(partner) => buyer.partner == Some(*partner),
                // A space that does not call there keeps nothing for it.
                Purpose::Stop(stop) => call_of(*stop).is_none_or(|call| asked.from >= call),
            }
    }
}

impl Kept {
    /// What the buyer may not take: every rule on a seat has to admit them. `call_of` tells at which call a stop is.
    pub fn refused(&self, buyer: &Buyer, asked: Asked, call_of: impl Fn(Uuid) -> Option<i32>) -> Refused<'_> {
        let mut refused = Refused::default();
        let mut last = 0;
        for rule in &self.0 {
            let places = (last, last + rule.places.max(0));
            // A released rule keeps its place, so that what was sold of the others stays theirs.
            last = places.1;
            if rule.admits(buyer, asked, &call_of) {
                continue;
            }
            refused.labels.extend(rule.seats.iter().map(String::as_str));
            if places.0 < places.1 {
                refused.places.push(places);
            }
        }
        refused
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WEB: Buyer = Buyer { channel: "WEB", partner: None, staff: false };
    const DESK: Buyer = Buyer { channel: "DESK", partner: None, staff: true };
    const AGENT: Uuid = Uuid::from_u128(7);
    const TOWN: Uuid = Uuid::from_u128(8);

    fn rule(purpose: Purpose, seats: &[&str], release_minutes: Option<i32>) -> Rule {
        Rule { purpose, seats: seats.iter().map(|seat| (*seat).to_owned()).collect(), places: 0, release_minutes }
    }

    /// The seats that stand in the way of who gets on at `from` so many minutes before departure.
    fn check(kept: &[Rule], buyer: Buyer, from: i32, minutes_left: i64, want: &[&str]) {
        let kept = Kept(kept.to_vec());
        let refused = kept.refused(&buyer, Asked { from, minutes_left }, |stop| (stop == TOWN).then_some(3));
        let mut labels: Vec<&str> = refused.labels.into_iter().collect();
        labels.sort_unstable();
        assert_eq!(labels, want, "{kept:?} for {buyer:?}");
    }

    #[test]
    fn a_seat_is_kept_until_its_time() {
        let partner = Buyer { channel: "PARTNER", partner: Some(AGENT), staff: false };
        let other = Buyer { partner: Some(TOWN), ..partner };
        let desk = [rule(Purpose::Channels(vec!["DESK".into()]), &["1", "2"], Some(60))];
        check(&desk, WEB, 0, 61, &["1", "2"]);
        check(&desk, WEB, 0, 60, &[]);
        check(&desk, DESK, 0, 500, &[]);
        check(&[rule(Purpose::Partner(AGENT), &["4"], None)], partner, 0, 0, &[]);
        check(&[rule(Purpose::Partner(AGENT), &["4"], None)], other, 0, 0, &["4"]);
        check(&[rule(Purpose::Staff, &["5"], Some(0))], WEB, 0, 1, &["5"]);
        check(&[rule(Purpose::Staff, &["5"], Some(0))], DESK, 0, 1, &[]);
        check(&[rule(Purpose::Reserve, &["6"], Some(30))], DESK, 0, 31, &["6"]);
        check(&[rule(Purpose::Reserve, &["6"], Some(30))], DESK, 0, 30, &[]);
        // A closed seat is never released.
        check(&[rule(Purpose::Closed, &["9"], Some(600))], DESK, 0, -5, &["9"]);
    }

    #[test]
    fn a_seat_for_a_later_stop_is_sold_from_there_on() {
        let kept = [rule(Purpose::Stop(TOWN), &["3"], Some(120))];
        check(&kept, WEB, 2, 121, &["3"]);
        check(&kept, WEB, 3, 121, &[]);
        check(&kept, WEB, 5, 121, &[]);
        check(&kept, WEB, 0, 120, &[]);
        // A trip that does not call there keeps nothing for it.
        check(&[rule(Purpose::Stop(AGENT), &["3"], None)], WEB, 0, 500, &[]);
    }

    #[test]
    fn every_rule_on_a_seat_has_to_admit() {
        let kept = [rule(Purpose::Staff, &["1"], None), rule(Purpose::Stop(TOWN), &["1", "2"], None)];
        check(&kept, DESK, 0, 500, &["1", "2"]);
        check(&kept, DESK, 3, 500, &[]);
        check(&kept, WEB, 3, 500, &["1"]);
    }

    fn purposes() -> impl Strategy<Value = Purpose> {
        prop_oneof![
            Just(Purpose::Closed),
            Just(Purpose::Reserve),
            Just(Purpose::Staff),
            Just(Purpose::Channels(vec!["WEB".into()])),
            Just(Purpose::Partner(AGENT)),
            Just(Purpose::Stop(TOWN)),
        ]
    }

    proptest! {
        /// Time only frees seats, and the ranges of places never overlap.
        #[test]
        fn time_only_frees(
            rules in prop::collection::vec((purposes(), 0i32..6, prop::option::of(0i32..300)), 0..6),
            from in 0i32..6, earlier in 0i64..400, later in -100i64..400,
        ) {
            prop_assume!(later <= earlier);
            let rules = rules.into_iter().enumerate().map(|(n, (purpose, places, release_minutes))| {
                Rule { purpose, seats: vec![n.to_string()], places, release_minutes }
            });
            let kept = Kept(rules.collect());
            let at = |minutes_left| kept.refused(&WEB, Asked { from, minutes_left }, |stop| (stop == TOWN).then_some(3));
            let (before, after) = (at(earlier), at(later));
            prop_assert!(after.labels.is_subset(&before.labels));
            prop_assert!(after.places.iter().all(|range| before.places.contains(range)));
            prop_assert!(before.places.windows(2).all(|pair| pair[0].1 <= pair[1].0));
        }
    }
}
