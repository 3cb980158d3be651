//! States of an order's lines, and the status of the order that follows from them.

use chrono::{DateTime, Utc};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LineState {
    /// Reserved until the hold ends.
    Held,
    /// Paid, the ticket is being issued.
    Confirmed,
    /// The ticket exists.
    Issued,
    /// The ticket was read at boarding.
    Used,
    /// The hold ended without payment.
    Expired,
    /// Given up before payment.
    Released,
    Refunded,
    Exchanged,
}

#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("a line that is {from:?} cannot become {to:?}")]
pub struct InvalidTransition {
    pub from: LineState,
    pub to: LineState,
}

impl LineState {
    pub const ALL: [LineState; 8] = [
        LineState::Held,
        LineState::Confirmed,
        LineState::Issued,
        LineState::Used,
        LineState::Expired,
        LineState::Released,
        LineState::Refunded,
        LineState::Exchanged,
    ];

    pub fn code(self) -> &'static str {
        match self {
            LineState::Held => "HELD",
            LineState::Confirmed => "CONFIRMED",
            LineState::Issued => "ISSUED",
            LineState::Used => "USED",
            LineState::Expired => "EXPIRED",
            LineState::Released => "RELEASED",
            LineState::Refunded => "REFUNDED",
            LineState::Exchanged => "EXCHANGED",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The step to `to`, if the rules know it. An expired line is revived by money that came late while its seats
    /// were still free; money that came late for a seat that is gone makes it refunded.
    pub fn advance(self, to: LineState) -> Result<LineState, InvalidTransition> {
        use LineState::{Confirmed, Exchanged, Expired, Held, Issued, Refunded, Released, Used};
        match (self, to) {
            (Held, Confirmed | Expired | Released)
            | (Expired, Released)
            | (Expired | Released, Confirmed | Refunded)
            | (Held, Refunded)
            | (Confirmed, Issued | Refunded)
            | (Issued, Used | Refunded | Exchanged) => Ok(to),
            (from, to) => Err(InvalidTransition { from, to }),
        }
    }

    /// What a held line is by the clock, whether or not a job has noticed.
    pub fn at(self, hold_until: DateTime<Utc>, now: DateTime<Utc>) -> LineState {
        if self == LineState::Held && hold_until <= now { LineState::Expired } else { self }
    }

    /// Holds a place: nobody else may have its seat.
    pub fn takes_seat(self) -> bool {
        matches!(self, LineState::Held | LineState::Confirmed | LineState::Issued | LineState::Used)
    }

    /// Counts in the order's total.
    pub fn counts(self) -> bool {
        !matches!(self, LineState::Released | LineState::Exchanged)
    }

    /// Paid for and not given back.
    pub fn is_sold(self) -> bool {
        matches!(self, LineState::Confirmed | LineState::Issued | LineState::Used)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OrderStatus {
    /// Waits for payment.
    Held,
    Expired,
    /// Given up before payment.
    Cancelled,
    Paid,
    PartlyRefunded,
    Refunded,
}

/// The status that follows from the lines (see [`LineState::at`] for the clock). An order has none of its own.
pub fn status(lines: impl IntoIterator<Item = LineState>) -> OrderStatus {
    let (mut held, mut sold, mut back, mut expired) = (false, false, false, false);
    for line in lines {
        match line {
            LineState::Held => held = true,
            LineState::Confirmed | LineState::Issued | LineState::Used => sold = true,
            LineState::Refunded => back = true,
            LineState::Expired => expired = true,
            // What came in the place of an exchanged one stands for it.
            LineState::Released | LineState::Exchanged => {}
        }
    }
    match (sold, back, held, expired) {
        (true, true, ..) => OrderStatus::PartlyRefunded,
        (true, ..) => OrderStatus::Paid,
        (_, true, ..) => OrderStatus::Refunded,
        (_, _, true, _) => OrderStatus::Held,
        (_, _, _, true) => OrderStatus::Expired,
        _ => OrderStatus::Cancelled,
    }
}

/// The status of an order without lines, which puts money on an account: whether the money is there, or was taken back.
pub fn top_up_status(there: bool, undone: bool, hold_until: DateTime<Utc>, now: DateTime<Utc>) -> OrderStatus {
    match (there, undone) {
        (true, _) => OrderStatus::Paid,
        (_, true) => OrderStatus::Refunded,
        _ if hold_until <= now => OrderStatus::Expired,
        _ => OrderStatus::Held,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn status_follows_from_the_lines() {
        use LineState::{Expired, Held, Issued, Refunded, Released};
        let check = |lines: &[LineState], want| assert_eq!(status(lines.iter().copied()), want, "{lines:?}");
        check(&[Held, Held], OrderStatus::Held);
        check(&[Held, Released], OrderStatus::Held);
        check(&[Released], OrderStatus::Cancelled);
        check(&[Expired, Released], OrderStatus::Expired);
        check(&[Issued, Released], OrderStatus::Paid);
        check(&[Issued, Refunded], OrderStatus::PartlyRefunded);
        check(&[Refunded, Released], OrderStatus::Refunded);
    }

    #[test]
    fn a_top_up_waits_for_its_money() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let later = now + TimeDelta::minutes(1);
        assert_eq!(top_up_status(false, false, later, now), OrderStatus::Held);
        assert_eq!(top_up_status(false, false, now, now), OrderStatus::Expired);
        assert_eq!(top_up_status(true, false, now, later), OrderStatus::Paid);
        assert_eq!(top_up_status(false, true, later, now), OrderStatus::Refunded);
    }

    #[test]
    fn a_hold_ends_by_the_clock() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        assert_eq!(LineState::Held.at(now, now), LineState::Expired);
        assert_eq!(LineState::Held.at(now + TimeDelta::microseconds(1), now), LineState::Held);
        assert_eq!(LineState::Issued.at(now, now), LineState::Issued);
    }

    #[test]
    fn what_is_over_stays_over() {
        for from in [LineState::Refunded, LineState::Exchanged, LineState::Used] {
            for to in LineState::ALL {
                assert!(from.advance(to).is_err(), "{from:?} -> {to:?}");
            }
        }
        for state in LineState::ALL {
            assert_eq!(LineState::parse(state.code()), Some(state));
        }
    }
}
