//! The way of a line: ordered stops with minutes and distance, where one may get on and off, and between which stops
//! nobody may be carried.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Longer ways are mistakes: a week.
const MOST_MINUTES: i32 = 7 * 24 * 60;
const MOST_STOPS: usize = 200;

/// One stop of a way.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PathStop {
    /// The station or stop.
    pub stop: Uuid,
    /// Minutes after the departure from the first stop.
    pub arrives: i32,
    pub departs: i32,
    pub boarding: bool,
    pub alighting: bool,
    /// From the first stop.
    pub metres: Option<i32>,
    /// A ban on cabotage: between two stops with the same number nobody is carried, as inside a foreign country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cabotage: Option<u8>,
}

/// What is wrong with a way, and where: the field of the stop at that index.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PathProblem {
    pub index: usize,
    pub field: &'static str,
    pub code: &'static str,
}

/// Everything that is wrong with a way.
pub fn problems(stops: &[PathStop]) -> Vec<PathProblem> {
    let mut found = Vec::new();
    let mut wrong = |index, field, code| found.push(PathProblem { index, field, code });
    if stops.len() < 2 {
        wrong(0, "", "PATH_TOO_SHORT");
        return found;
    }
    if stops.len() > MOST_STOPS {
        wrong(0, "", "PATH_TOO_LONG");
        return found;
    }
    let mut metres = -1;
    for (index, stop) in stops.iter().enumerate() {
        let former = index.checked_sub(1).and_then(|former| stops.get(former));
        if index == 0 && (stop.arrives, stop.departs) != (0, 0) {
            wrong(index, "departs", "PATH_BEGINS_AT_ZERO");
        }
        if former.is_some_and(|former| stop.arrives <= former.departs) {
            wrong(index, "arrives", "NOT_AFTER_FORMER");
        }
        if stop.departs < stop.arrives {
            wrong(index, "departs", "DEPARTS_BEFORE_ARRIVAL");
        }
        if stop.arrives > MOST_MINUTES || stop.departs > MOST_MINUTES {
            wrong(index, "arrives", "TOO_MANY_MINUTES");
        }
        if former.is_some_and(|former| former.stop == stop.stop) {
            wrong(index, "stopId", "STOP_TWICE");
        }
        if let Some(here) = stop.metres {
            if here < 0 || (index > 0 && here <= metres) {
                wrong(index, "metres", "DISTANCE_NOT_GROWING");
            }
            metres = here;
        }
    }
    let sold = (0..stops.len()).any(|from| (from + 1..stops.len()).any(|to| carries(&stops[from], &stops[to])));
    if !sold {
        wrong(0, "", "NOWHERE_TO_TRAVEL");
    }
    found
}

/// Whether passengers may travel from the one stop to the other, later one.
pub fn carries(from: &PathStop, to: &PathStop) -> bool {
    from.boarding && to.alighting && !same_zone(from.cabotage, to.cabotage)
}

/// Whether a ban on cabotage holds between two stops.
pub fn same_zone(from: Option<u8>, to: Option<u8>) -> bool {
    from.is_some() && from == to
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(times: &[(i32, i32, Option<i32>)]) -> Vec<PathStop> {
        let stop = |(index, (arrives, departs, metres)): (usize, &(i32, i32, Option<i32>))| PathStop {
            stop: Uuid::from_u128(index as u128 + 1),
            arrives: *arrives,
            departs: *departs,
            boarding: index + 1 < times.len(),
            alighting: index > 0,
            metres: *metres,
            cabotage: None,
        };
        times.iter().enumerate().map(stop).collect()
    }

    fn codes(stops: &[PathStop]) -> Vec<(usize, &'static str)> {
        problems(stops).iter().map(|problem| (problem.index, problem.code)).collect()
    }

    #[test]
    fn a_way_goes_on_in_time_and_distance() {
        let good = way(&[(0, 0, Some(0)), (60, 70, Some(50_000)), (180, 180, Some(160_000))]);
        assert_eq!(codes(&good), []);
        let late = way(&[(5, 5, None), (60, 50, None), (50, 50, None)]);
        assert_eq!(codes(&late), [(0, "PATH_BEGINS_AT_ZERO"), (1, "DEPARTS_BEFORE_ARRIVAL"), (2, "NOT_AFTER_FORMER")]);
        let back = way(&[(0, 0, Some(0)), (60, 60, Some(50_000)), (90, 90, Some(40_000))]);
        assert_eq!(codes(&back), [(2, "DISTANCE_NOT_GROWING")]);
        assert_eq!(codes(&good[..1]), [(0, "PATH_TOO_SHORT")]);
        let mut twice = good;
        twice[1].stop = twice[0].stop;
        assert_eq!(codes(&twice), [(1, "STOP_TWICE")]);
    }

    #[test]
    fn a_ban_on_cabotage_holds_within_its_zone() {
        let mut abroad = way(&[(0, 0, None), (60, 60, None), (120, 120, None)]);
        abroad[1].cabotage = Some(1);
        abroad[2].cabotage = Some(1);
        assert!(carries(&abroad[0], &abroad[1]) && carries(&abroad[0], &abroad[2]));
        assert!(!carries(&abroad[1], &abroad[2]));
        abroad[0].cabotage = Some(1);
        assert_eq!(codes(&abroad), [(0, "NOWHERE_TO_TRAVEL")]);
        abroad[0].cabotage = Some(2);
        assert_eq!(codes(&abroad), []);
    }
}
