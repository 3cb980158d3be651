//! The till of a desk: what each operation does to the cash in it.

use crate::money::Currency;

/// What happens to the money of a shift.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CashKind {
    /// What the cashier begins with, for change.
    Float,
    /// Cash put in.
    In,
    /// Cash taken out for an expense.
    Out,
    /// Cash handed over to the station's safe.
    Collection,
    Sale,
    Return,
    /// What was counted at the end differs from what should be there.
    Difference,
}

/// How money is handed over.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Tender {
    Cash,
    /// By the desk's card terminal, which is with a bank: nothing of it is in the till.
    Card,
}

impl CashKind {
    pub const ALL: [CashKind; 7] = [
        CashKind::Float,
        CashKind::In,
        CashKind::Out,
        CashKind::Collection,
        CashKind::Sale,
        CashKind::Return,
        CashKind::Difference,
    ];

    pub fn code(self) -> &'static str {
        match self {
            CashKind::Float => "FLOAT",
            CashKind::In => "IN",
            CashKind::Out => "OUT",
            CashKind::Collection => "COLLECTION",
            CashKind::Sale => "SALE",
            CashKind::Return => "RETURN",
            CashKind::Difference => "DIFFERENCE",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether an amount with this sign makes sense.
    fn takes(self, amount_minor: i64) -> bool {
        match self {
            CashKind::Float | CashKind::In | CashKind::Sale => amount_minor > 0,
            CashKind::Out | CashKind::Collection | CashKind::Return => amount_minor < 0,
            CashKind::Difference => amount_minor != 0,
        }
    }
}

impl Tender {
    pub const ALL: [Tender; 2] = [Tender::Cash, Tender::Card];

    pub fn code(self) -> &'static str {
        match self {
            Tender::Cash => "CASH",
            Tender::Card => "CARD",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tender| tender.code() == code)
    }

    /// The method of a payment that was taken this way.
    pub fn method(self) -> &'static str {
        match self {
            Tender::Cash => "cash",
            Tender::Card => "desk_card",
        }
    }

    /// The way of a payment's method, where it is taken by hand.
    pub fn of_method(method: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tender| tender.method() == method)
    }
}

/// An operation, signed: what comes in is positive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Operation {
    pub kind: CashKind,
    pub tender: Tender,
    pub currency: Currency,
    pub amount_minor: i64,
}

#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("there are only {there_minor} in the till")]
    NotEnough { there_minor: i64 },
    #[error("{0} of this amount makes no sense")]
    Nonsense(&'static str),
}

/// The cash in the till after an operation, of its currency; there is never less than nothing.
pub fn after(balance_minor: i64, operation: &Operation) -> Result<i64, Refused> {
    if !operation.kind.takes(operation.amount_minor) {
        return Err(Refused::Nonsense(operation.kind.code()));
    }
    if operation.tender == Tender::Card {
        return Ok(balance_minor);
    }
    match balance_minor + operation.amount_minor {
        after if after < 0 => Err(Refused::NotEnough { there_minor: balance_minor }),
        after => Ok(after),
    }
}

/// What the money handed over leaves to be given back; `None`: it is not enough.
pub fn change(due_minor: i64, received_minor: i64) -> Option<i64> {
    (received_minor >= due_minor).then(|| received_minor - due_minor)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn operation(kind: CashKind, tender: Tender, amount_minor: i64) -> Operation {
        Operation { kind, tender, currency: Currency::KGS, amount_minor }
    }

    #[test]
    fn cash_goes_in_and_out_and_cards_leave_the_till_alone() {
        let cash = |balance, kind, amount| after(balance, &operation(kind, Tender::Cash, amount));
        assert_eq!(cash(0, CashKind::Float, 500), Ok(500));
        assert_eq!(cash(500, CashKind::Return, -500), Ok(0));
        assert_eq!(cash(500, CashKind::Return, -501), Err(Refused::NotEnough { there_minor: 500 }));
        assert_eq!(cash(500, CashKind::Sale, -1), Err(Refused::Nonsense("SALE")));
        assert_eq!(cash(500, CashKind::Difference, 0), Err(Refused::Nonsense("DIFFERENCE")));
        assert_eq!(after(500, &operation(CashKind::Sale, Tender::Card, 90_000)), Ok(500));
    }

    #[test]
    fn change_is_what_was_given_too_much() {
        assert_eq!(change(61_800, 100_000), Some(38_200));
        assert_eq!(change(61_800, 61_800), Some(0));
        assert_eq!(change(61_800, 61_799), None);
    }

    proptest! {
        #[test]
        fn the_till_is_the_sum_of_its_cash(steps in prop::collection::vec((0usize..7, any::<bool>(), -1_000i64..1_000), 0..60)) {
            let mut balance = 0;
            let mut sum = 0;
            for (kind, card, amount) in steps {
                let tender = if card { Tender::Card } else { Tender::Cash };
                let step = operation(CashKind::ALL[kind], tender, amount);
                if let Ok(next) = after(balance, &step) {
                    balance = next;
                    sum += if card { 0 } else { amount };
                }
                prop_assert!(balance >= 0);
                prop_assert_eq!(balance, sum);
            }
        }
    }
}
