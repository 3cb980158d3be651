//! One order becomes two: who may leave with a part of it.

use uuid::Uuid;

/// Somebody of an order that was paid.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Traveller {
    pub id: Uuid,
    /// Has a ticket that is good.
    pub travels: bool,
    /// Without a seat of their own.
    pub on_lap: bool,
    /// May carry a child on the lap.
    pub grown: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CannotSplit {
    #[error("nobody leaves")]
    NobodyLeaves,
    #[error("nobody with a ticket stays")]
    NobodyStays,
    #[error("somebody has no good ticket to leave with")]
    NoTicket(Uuid),
    #[error("more children on laps than adults who could carry them")]
    LapsWithoutAdult,
}

/// Whether those of `leaving` may have an order of their own: each of the two orders has somebody who travels, and no more
/// children on laps than adults.
pub fn check(all: &[Traveller], leaving: &[Uuid]) -> Result<(), CannotSplit> {
    let (go, stay): (Vec<&Traveller>, Vec<&Traveller>) = all.iter().partition(|one| leaving.contains(&one.id));
    if go.is_empty() {
        return Err(CannotSplit::NobodyLeaves);
    }
    if let Some(one) = go.iter().find(|one| !one.travels) {
        return Err(CannotSplit::NoTicket(one.id));
    }
    if !stay.iter().any(|one| one.travels) {
        return Err(CannotSplit::NobodyStays);
    }
    for party in [go, stay] {
        let travels = || party.iter().filter(|one| one.travels);
        if travels().filter(|one| one.on_lap).count() > travels().filter(|one| one.grown).count() {
            return Err(CannotSplit::LapsWithoutAdult);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(id: u128, kind: char) -> Traveller {
        let kind = |what: char| kind == what;
        Traveller { id: Uuid::from_u128(id), travels: !kind('x'), on_lap: kind('l'), grown: kind('a') || kind('x') }
    }

    /// `a` an adult, `c` a child, `l` on a lap, `x` without a good ticket.
    #[track_caller]
    fn check_split(party: &str, leaving: &[u128], expect: Result<(), CannotSplit>) {
        let all: Vec<Traveller> = party.chars().zip(0..).map(|(kind, n)| one(n, kind)).collect();
        let leaving: Vec<Uuid> = leaving.iter().copied().map(Uuid::from_u128).collect();
        assert_eq!(check(&all, &leaving), expect, "{party}");
    }

    #[test]
    fn both_have_somebody_who_travels_and_children_stay_with_adults() {
        check_split("aa", &[1], Ok(()));
        check_split("ac", &[1], Ok(()));
        check_split("aa", &[], Err(CannotSplit::NobodyLeaves));
        check_split("aa", &[7], Err(CannotSplit::NobodyLeaves));
        check_split("aa", &[0, 1], Err(CannotSplit::NobodyStays));
        check_split("ax", &[0], Err(CannotSplit::NobodyStays));
        check_split("aax", &[2], Err(CannotSplit::NoTicket(Uuid::from_u128(2))));
        check_split("aal", &[2], Err(CannotSplit::LapsWithoutAdult));
        check_split("acl", &[0], Err(CannotSplit::LapsWithoutAdult));
        check_split("aal", &[1, 2], Ok(()));
        check_split("aall", &[1, 2], Ok(()));
        check_split("xacl", &[1], Err(CannotSplit::LapsWithoutAdult));
    }
}
