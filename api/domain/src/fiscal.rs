//! Fiscal receipts: what a cash register is to record, in what order, and how the tax service's code reads.
//!
//! Facts: the Kyrgyz tax service's link for receipts (`tax.salyk.kg`), cabinet resolution 193 (2022) on cash registers: a
//! shift of a register lasts 24 hours at most.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy::MidpointNearestEven;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

/// A shift is closed so long after it was opened: a quarter of an hour before the law's 24 hours end.
pub const SHIFT_LASTS: TimeDelta = TimeDelta::minutes(24 * 60 - 15);

/// What a receipt records.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ReceiptKind {
    Sale,
    Return,
    /// A sale that was not recorded in its time, or with too little.
    SaleCorrection,
    /// A return that was not recorded in its time, or a sale recorded with too much.
    ReturnCorrection,
}

impl ReceiptKind {
    pub const ALL: [ReceiptKind; 4] =
        [ReceiptKind::Sale, ReceiptKind::Return, ReceiptKind::SaleCorrection, ReceiptKind::ReturnCorrection];

    pub fn code(self) -> &'static str {
        match self {
            ReceiptKind::Sale => "SALE",
            ReceiptKind::Return => "RETURN",
            ReceiptKind::SaleCorrection => "SALE_CORRECTION",
            ReceiptKind::ReturnCorrection => "RETURN_CORRECTION",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// `operation_type` of the tax service's link: 1 sale, 2 return of a sale.
    pub fn operation_type(self) -> u8 {
        match self {
            ReceiptKind::Sale | ReceiptKind::SaleCorrection => 1,
            ReceiptKind::Return | ReceiptKind::ReturnCorrection => 2,
        }
    }
}

/// How far a receipt has come.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ReceiptState {
    /// Of a return whose money has not moved yet.
    Waiting,
    Queued,
    /// The register was or is being told: whether it has recorded it has to be asked before it is told again.
    Sending,
    Done,
    /// The register has refused it; somebody has to look at it.
    Failed,
}

impl ReceiptState {
    pub const ALL: [ReceiptState; 5] =
        [ReceiptState::Waiting, ReceiptState::Queued, ReceiptState::Sending, ReceiptState::Done, ReceiptState::Failed];

    pub fn code(self) -> &'static str {
        match self {
            ReceiptState::Waiting => "WAITING",
            ReceiptState::Queued => "QUEUED",
            ReceiptState::Sending => "SENDING",
            ReceiptState::Done => "DONE",
            ReceiptState::Failed => "FAILED",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// For whom something is sold: its seller is the agent of them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Principal {
    pub name: String,
    /// Number of the taxpayer.
    pub inn: Option<String>,
}

/// A line of a receipt.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Item {
    pub name: String,
    pub quantity: i64,
    /// Of all of it, minor units.
    pub sum_minor: i64,
    /// None: without tax.
    pub tax_percent: Option<Decimal>,
    /// The tax that is in the sum.
    pub tax_minor: i64,
    /// None: the seller's own.
    pub principal: Option<Principal>,
}

impl Item {
    /// One of something.
    pub fn one(name: String, sum_minor: i64, tax_percent: Option<Decimal>, principal: Option<Principal>) -> Self {
        Item { name, quantity: 1, sum_minor, tax_percent, tax_minor: tax_within(sum_minor, tax_percent), principal }
    }
}

/// How what is on a receipt was paid, minor units.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Tenders {
    pub cash_minor: i64,
    pub cashless_minor: i64,
    /// By tickets that were given for it, and by advances that were recorded when they came.
    pub offset_minor: i64,
}

impl Tenders {
    pub fn total_minor(self) -> i64 {
        self.cash_minor + self.cashless_minor + self.offset_minor
    }
}

pub fn total(items: &[Item]) -> i64 {
    items.iter().map(|item| item.sum_minor).sum()
}

/// The tax within all of them.
pub fn tax(items: &[Item]) -> i64 {
    items.iter().map(|item| item.tax_minor).sum()
}

/// The tax within a sum that includes it: 12 % of 112 are 12. Rounded once, half-even.
pub fn tax_within(sum_minor: i64, percent: Option<Decimal>) -> i64 {
    let Some(percent) = percent.filter(|percent| *percent > Decimal::ZERO) else { return 0 };
    let tax = Decimal::from(sum_minor) * percent / (Decimal::ONE_HUNDRED + percent);
    tax.round_dp_with_strategy(0, MidpointNearestEven).to_i64().unwrap_or(0)
}

/// The stretch of a bill from one amount to another: where its money moves in several pieces, each piece has its own
/// receipt, and all of them together are the bill. An item that two pieces share is a part in both.
pub fn slice(items: &[Item], from_minor: i64, to_minor: i64) -> Vec<Item> {
    let mut pieces = Vec::new();
    let mut begins = 0;
    for item in items {
        let ends = begins + item.sum_minor;
        let piece = to_minor.min(ends) - from_minor.max(begins);
        if piece > 0 {
            let whole = piece == item.sum_minor;
            let own = Item::one(item.name.clone(), piece, item.tax_percent, item.principal.clone());
            pieces.push(if whole { item.clone() } else { own });
        }
        begins = ends;
    }
    pieces
}

/// What a register needs before it takes a receipt.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ShiftStep {
    Open,
    /// It is open for too long: it is closed first, then opened.
    Close,
    Go,
}

/// `opened_at`: of the register's open shift.
pub fn shift_step(opened_at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> ShiftStep {
    match opened_at {
        None => ShiftStep::Open,
        Some(at) if now - at >= SHIFT_LASTS => ShiftStep::Close,
        Some(_) => ShiftStep::Go,
    }
}

/// What a register writes on a receipt that it has recorded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Marks<'a> {
    /// Of the register's clock, as it stands on the receipt.
    pub at: NaiveDateTime,
    pub operation_type: u8,
    /// FM: number of the fiscal module.
    pub fn_number: &'a str,
    /// FD: number of the fiscal document.
    pub fd_number: i64,
    /// FPD: the sign of the fiscal document.
    pub fm: &'a str,
    pub inn: &'a str,
    pub reg_number: &'a str,
    pub sum_minor: i64,
}

/// Where the tax service shows a receipt: what its code reads.
pub fn link(marks: &Marks<'_>) -> String {
    format!(
        "https://tax.salyk.kg/tax-web-control/client/api/v1/ticket?date={}&type=3&operation_type={}&fn_number={}\
         &fd_number={}&fm={}&tin={}&regNumber={}&sum={}",
        marks.at.format("%Y%m%dT%H%M%S"),
        marks.operation_type,
        marks.fn_number,
        marks.fd_number,
        marks.fm,
        marks.inn,
        marks.reg_number,
        marks.sum_minor,
    )
}

/// How long to leave a register alone that did not answer so often: from five seconds to five minutes.
pub fn pause(failures: i32) -> TimeDelta {
    TimeDelta::seconds((5 * 2i64.pow(u32::try_from(failures.clamp(1, 7) - 1).unwrap_or(0))).min(300))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;
    use proptest::prelude::*;

    #[test]
    fn tax_is_within_the_sum() {
        let check = |sum, percent: Option<i64>, tax| {
            assert_eq!(tax_within(sum, percent.map(Decimal::from)), tax, "{percent:?} % of {sum}");
        };
        check(11_200, Some(12), 1_200);
        check(100, Some(12), 11);
        check(10_200, Some(2), 200);
        check(500, Some(0), 0);
        check(500, None, 0);
        check(0, Some(12), 0);
    }

    #[test]
    fn a_shift_ends_before_the_law_ends_it() {
        let opened: DateTime<Utc> = "2026-12-01T03:00:00Z".parse().unwrap();
        let check = |minutes, step| assert_eq!(shift_step(Some(opened), opened + TimeDelta::minutes(minutes)), step);
        assert_eq!(shift_step(None, opened), ShiftStep::Open);
        check(0, ShiftStep::Go);
        check(24 * 60 - 16, ShiftStep::Go);
        check(24 * 60 - 15, ShiftStep::Close);
        check(10 * 24 * 60, ShiftStep::Close);
    }

    #[test]
    fn the_link_is_the_tax_services() {
        let marks = Marks {
            at: NaiveDate::from_ymd_opt(2026, 12, 1).unwrap().and_hms_opt(9, 5, 7).unwrap(),
            operation_type: ReceiptKind::Return.operation_type(),
            fn_number: "0000000000001234",
            fd_number: 57,
            fm: "1234567890",
            inn: "01234567890123",
            reg_number: "0000000000012345",
            sum_minor: 45_050,
        };
        assert_eq!(
            link(&marks),
            "https://tax.salyk.kg/tax-web-control/client/api/v1/ticket?date=20261201T090507&type=3&operation_type=2\
             &fn_number=0000000000001234&fd_number=57&fm=1234567890&tin=01234567890123&regNumber=0000000000012345&sum=45050"
        );
    }

    #[test]
    fn a_register_is_left_alone_for_longer_and_longer() {
        assert_eq!([1, 2, 3, 6, 7, 100].map(|failures| pause(failures).num_seconds()), [5, 10, 20, 160, 300, 300]);
    }

    proptest! {
        #[test]
        fn pieces_of_a_bill_are_the_bill(
            sums in prop::collection::vec(1i64..1_000_000, 1..8),
            cuts in prop::collection::vec(0.0f64..1.0, 0..5),
        ) {
            let items: Vec<Item> =
                sums.iter().enumerate().map(|(n, sum)| Item::one(n.to_string(), *sum, Some(Decimal::from(12)), None)).collect();
            let whole = total(&items);
            #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "cuts at random")]
            let mut at: Vec<i64> = cuts.iter().map(|cut| (cut * whole as f64) as i64).collect();
            at.extend([0, whole]);
            at.sort_unstable();
            let pieces: Vec<Vec<Item>> = at.windows(2).map(|pair| slice(&items, pair[0], pair[1])).collect();
            for (piece, pair) in pieces.iter().zip(at.windows(2)) {
                prop_assert_eq!(total(piece), pair[1] - pair[0]);
                for item in piece {
                    prop_assert_eq!(item.tax_minor, tax_within(item.sum_minor, item.tax_percent));
                }
            }
            for (n, sum) in sums.iter().enumerate() {
                let of_it: i64 = pieces.iter().flatten().filter(|item| item.name == n.to_string()).map(|item| item.sum_minor).sum();
                prop_assert_eq!(of_it, *sum);
            }
        }
    }
}
