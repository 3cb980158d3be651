//! What a station settles with a carrier for a period: from the tickets' parts to what is to be paid.

use crate::contract::{Commission, share};
use crate::money::Currency;

/// What the station takes of a carrier's tickets, by their contract. Fixed sums are in the money of the home station and
/// are taken of tickets in it alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Terms {
    pub commission: Commission,
    /// Minor units for each passenger.
    pub station_fee: i64,
}

impl Terms {
    /// Without a contract nothing is taken.
    pub const NONE: Terms = Terms { commission: Commission::Percent(0), station_fee: 0 };

    /// As they are of a thing sold in a currency: fixed sums are of passengers, not of their baggage.
    fn of(self, currency: Currency, seat: bool) -> Terms {
        if currency == Currency::KGS && seat {
            return self;
        }
        let commission = match self.commission {
            Commission::Fixed(_) => Commission::Percent(0),
            percent => percent,
        };
        Terms { commission, station_fee: 0 }
    }
}

/// One thing that was sold for a carrier, or given back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Movement {
    /// What it was sold for, of what is the carrier's.
    pub whole_minor: i64,
    /// What the carrier gets; below zero it goes back.
    pub amount_minor: i64,
    pub currency: Currency,
    /// A passenger's, not a piece of baggage.
    pub seat: bool,
}

/// What the station takes; below zero it gives back.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Taken {
    pub commission: i64,
    pub station_fee: i64,
}

/// What the station takes of a thing sold. Of a thing given back it keeps the commission of what the carrier keeps; the fee,
/// which is for a passenger who travels, goes back whole.
pub fn taken(movement: Movement, terms: Terms) -> Taken {
    let terms = terms.of(movement.currency, movement.seat);
    let whole = share(movement.whole_minor, terms.commission, terms.station_fee);
    if movement.amount_minor >= 0 {
        return Taken { commission: whole.commission, station_fee: whole.station_fee };
    }
    let kept = share(movement.whole_minor + movement.amount_minor, terms.commission, 0);
    Taken { commission: kept.commission - whole.commission, station_fee: -whole.station_fee }
}

/// A settlement's lines, minor units, as they change what the carrier is owed: what goes off it is below zero.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Figures {
    /// What it was owed when the period began.
    pub opening: i64,
    pub sold: i64,
    pub returned: i64,
    /// By exchanges of tickets: what came less what went.
    pub exchanged: i64,
    /// By passengers whom another carrier took over, or who were taken over from one.
    pub handed_over: i64,
    pub commission: i64,
    pub station_fee: i64,
    pub withheld: i64,
    /// By entries of accountants.
    pub corrected: i64,
    pub paid: i64,
}

impl Figures {
    /// What is owed when the period ends.
    pub fn closing(&self) -> i64 {
        let sales = self.sold + self.returned + self.exchanged + self.handed_over;
        self.opening + sales + self.commission + self.station_fee + self.withheld + self.corrected + self.paid
    }

    /// Adds what the postings of a kind changed. What was settled before belongs to the lines of its own settlement.
    pub fn add(&mut self, kind: &str, minor: i64) {
        let line = match kind {
            "SALE" => &mut self.sold,
            "REFUND" => &mut self.returned,
            "EXCHANGE" => &mut self.exchanged,
            "REBOOKING" => &mut self.handed_over,
            "WITHHOLDING" => &mut self.withheld,
            "PAYOUT" => &mut self.paid,
            _ => &mut self.corrected,
        };
        *line += minor;
    }
}

/// Where a settlement stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Counted anew whenever it is looked at; nothing is booked.
    Draft,
    /// Its figures stand.
    Approved,
    PartPaid,
    Paid,
    /// What was left has become part of the next one.
    Carried,
}

impl State {
    pub const ALL: [State; 5] = [State::Draft, State::Approved, State::PartPaid, State::Paid, State::Carried];

    pub fn code(self) -> &'static str {
        match self {
            State::Draft => "DRAFT",
            State::Approved => "APPROVED",
            State::PartPaid => "PART_PAID",
            State::Paid => "PAID",
            State::Carried => "CARRIED",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Of an approved one, by what was to be paid and what has been; `last`: no later one has taken over what is left.
    pub fn of(closing: i64, paid: i64, last: bool) -> State {
        match () {
            () if closing >= 0 && paid >= closing => State::Paid,
            () if !last || closing < 0 => State::Carried,
            () if paid > 0 => State::PartPaid,
            () => State::Approved,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const EIGHT: Terms = Terms { commission: Commission::Percent(800), station_fee: 1_000 };

    fn seat(whole_minor: i64, amount_minor: i64) -> Movement {
        Movement { whole_minor, amount_minor, currency: Currency::KGS, seat: true }
    }

    #[test]
    fn the_station_takes_its_commission_and_its_fee() {
        assert_eq!(taken(seat(60_000, 60_000), EIGHT), Taken { commission: 4_800, station_fee: 1_000 });
        // 570 of 600 som go back: the carrier keeps 30, the station 8 % of them and no fee.
        assert_eq!(taken(seat(60_000, -57_000), EIGHT), Taken { commission: -4_560, station_fee: -1_000 });
        assert_eq!(taken(seat(60_000, -60_000), EIGHT), Taken { commission: -4_800, station_fee: -1_000 });
        let fixed = Terms { commission: Commission::Fixed(700), station_fee: 0 };
        assert_eq!(taken(seat(60_000, -57_000), fixed).commission, 0);
        assert_eq!(taken(seat(60_000, -60_000), fixed).commission, -700);
    }

    #[test]
    fn fixed_sums_are_of_passengers_who_pay_in_som() {
        let bag = Movement { seat: false, ..seat(10_000, 10_000) };
        assert_eq!(taken(bag, EIGHT), Taken { commission: 800, station_fee: 0 });
        let tenge = Movement { currency: Currency::parse("KZT").unwrap(), ..seat(500_000, 500_000) };
        assert_eq!(taken(tenge, EIGHT), Taken { commission: 40_000, station_fee: 0 });
        let fixed = Terms { commission: Commission::Fixed(700), station_fee: 1_000 };
        assert_eq!((taken(tenge, fixed), taken(bag, fixed)), (Taken::default(), Taken::default()));
    }

    #[test]
    fn a_settlement_is_paid_or_goes_on_into_the_next() {
        let states = |closing, paid| (State::of(closing, paid, true), State::of(closing, paid, false));
        assert_eq!(states(100, 0), (State::Approved, State::Carried));
        assert_eq!(states(100, 40), (State::PartPaid, State::Carried));
        assert_eq!(states(100, 100), (State::Paid, State::Paid));
        assert_eq!(states(0, 0), (State::Paid, State::Paid));
        assert_eq!(states(-5, 0), (State::Carried, State::Carried));
    }

    proptest! {
        #[test]
        fn what_is_sold_and_given_back_leaves_the_commission_of_what_is_kept(
            whole in 0i64..10_000_000, back in 0i64..=100, percent in 0u16..=10_000, fee in 0i64..100_000,
        ) {
            let terms = Terms { commission: Commission::Percent(percent), station_fee: fee };
            let back = whole * back / 100;
            let (sold, given) = (taken(seat(whole, whole), terms), taken(seat(whole, -back.max(1).min(whole.max(1))), terms));
            let kept = if whole == 0 { 0 } else { whole - back.max(1).min(whole) };
            prop_assert_eq!(sold.station_fee + given.station_fee, 0);
            prop_assert_eq!(sold.commission + given.commission, share(kept, terms.commission, 0).commission);
            prop_assert!(sold.commission + sold.station_fee <= whole);
        }

        #[test]
        fn lines_add_up_to_the_balance(opening in -1000i64..1000, amounts in prop::collection::vec((0usize..8, -1000i64..1000), 0..30)) {
            let kinds = ["SALE", "REFUND", "EXCHANGE", "REBOOKING", "WITHHOLDING", "PAYOUT", "ENTRY", "CASH"];
            let mut figures = Figures { opening, ..Figures::default() };
            for (kind, minor) in &amounts {
                figures.add(kinds[*kind], *minor);
            }
            prop_assert_eq!(figures.closing(), opening + amounts.iter().map(|(_, minor)| minor).sum::<i64>());
        }
    }
}
