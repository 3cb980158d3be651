//! What comes back when a ticket is given back, and by which rule.

use chrono::{DateTime, TimeDelta, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::money::percent_of;
use crate::overrule::ByRule;
use crate::price::{Part, net_of_fees, total};
use crate::terminal;
use crate::till::Tender;
use crate::wallet;

/// How long an offer stands, unless a dearer step begins before.
pub const QUOTE_LASTS: TimeDelta = TimeDelta::minutes(15);

/// An offer to give money back and its way: the money is promised with `Pending` and gone with `Done`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RefundState {
    Quoted,
    /// More than the rules give, and a second person has to say yes; nothing has moved.
    WaitingApproval,
    /// The second person has said no; nothing has moved.
    Declined,
    Pending,
    Done,
    Failed,
}

impl RefundState {
    pub fn code(self) -> &'static str {
        match self {
            RefundState::Quoted => "QUOTED",
            RefundState::WaitingApproval => "WAITING_APPROVAL",
            RefundState::Declined => "DECLINED",
            RefundState::Pending => "PENDING",
            RefundState::Done => "DONE",
            RefundState::Failed => "FAILED",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        [Self::Quoted, Self::WaitingApproval, Self::Declined, Self::Pending, Self::Done, Self::Failed]
            .into_iter()
            .find(|state| state.code() == code)
    }
}

/// How the money of a refund goes back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RefundWay {
    /// By the gateway that it came through.
    Original,
    /// By hand, at a desk.
    Desk,
    /// To the internal account of the order's buyer, whichever way it came.
    Wallet,
}

impl RefundWay {
    pub fn code(self) -> &'static str {
        match self {
            RefundWay::Original => "ORIGINAL",
            RefundWay::Desk => "DESK",
            RefundWay::Wallet => "WALLET",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        [Self::Original, Self::Desk, Self::Wallet].into_iter().find(|way| way.code() == code)
    }

    /// The way of money that came by this method, where another one may have been asked for: what was paid from an internal
    /// account goes back there, whoever asks for cash.
    pub fn chosen(method: &str, asked: Option<Self>) -> Self {
        let asked = asked.filter(|_| method != wallet::METHOD);
        asked.unwrap_or_else(|| Self::of_method(method))
    }

    /// The way of money that came by this method, unless somebody decides otherwise: what came by hand goes by hand, and so
    /// does what came by a terminal, whose network returns a payment only by cancelling it.
    pub fn of_method(method: &str) -> Self {
        let by_hand = Tender::of_method(method).is_some() || terminal::network_of(method).is_some();
        if by_hand { RefundWay::Desk } else { RefundWay::Original }
    }
}

/// One step of a refund rule: in force while at least `minutes_before` minutes remain until departure
/// (negative: after it).
#[derive(Clone, PartialEq, Debug)]
pub struct Step {
    pub rule: String,
    pub minutes_before: i64,
    pub percent_withheld: Decimal,
}

/// Steps from the earliest to the latest; after the last one nothing comes back.
#[derive(Clone, PartialEq, Debug)]
pub struct RefundRules {
    pub steps: Vec<Step>,
    /// A trip later than this returns everything, minutes.
    pub late_after_minutes: i64,
}

impl Default for RefundRules {
    /// Until two hours before departure 5 % are withheld, later 15 %, up to three hours after it 25 %.
    /// No public percentages for Kyrgyzstan were found; replaceable by carrier and fare.
    fn default() -> Self {
        let step = |rule: &str, minutes_before, percent: i64| Step {
            rule: rule.to_owned(),
            minutes_before,
            percent_withheld: Decimal::from(percent),
        };
        RefundRules {
            steps: vec![step("default_2h", 120, 5), step("default_0h", 0, 15), step("default_missed", -180, 25)],
            late_after_minutes: 60,
        }
    }
}

/// What is known of the trip at the moment of the quote.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TripFacts {
    /// Planned departure from the passenger's own stop.
    pub departs_at: DateTime<Utc>,
    pub cancelled: bool,
    /// The passenger was moved to this trip from the one that was bought.
    pub moved: bool,
    pub delay_minutes: i64,
}

/// The answer for one line.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct QuotedLine {
    pub line_id: uuid::Uuid,
    pub paid_minor: i64,
    pub withheld_minor: i64,
    pub refunded_minor: i64,
    /// Of `refunded_minor`, what the carrier, the station and the service give back.
    pub parts: Vec<Part>,
    pub rule: String,
    pub percent_withheld: Decimal,
    /// What the rule would have done, where staff give back more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_rule: Option<ByRule>,
}

impl QuotedLine {
    /// Of what is withheld, what is not of the fees of a ticket with these parts.
    pub fn withheld_of_share(&self, parts: &[Part]) -> i64 {
        net_of_fees(parts) - net_of_fees(&self.parts)
    }
}

#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotRefundable {
    #[error("the time for a refund ended at {ended}")]
    TooLate { ended: DateTime<Utc> },
}

/// The quote for one line and until when it stands.
pub fn quote(
    line_id: uuid::Uuid,
    parts: &[Part],
    trip: TripFacts,
    rules: &RefundRules,
    now: DateTime<Utc>,
) -> Result<(QuotedLine, DateTime<Utc>), NotRefundable> {
    if trip.cancelled || trip.delay_minutes > rules.late_after_minutes {
        let rule = if trip.cancelled { "trip_cancelled" } else { "trip_late" };
        return Ok((everything(line_id, parts, rule), now + QUOTE_LASTS));
    }
    if trip.moved && now <= trip.departs_at {
        return Ok((everything(line_id, parts, "trip_moved"), trip.departs_at.min(now + QUOTE_LASTS)));
    }
    let ends = |step: &Step| trip.departs_at - TimeDelta::minutes(step.minutes_before);
    let Some(step) = rules.steps.iter().find(|step| now <= ends(step)) else {
        let ended = rules.steps.last().map_or(trip.departs_at, ends);
        return Err(NotRefundable::TooLate { ended });
    };
    let withheld_of_share = percent_of(net_of_fees(parts), step.percent_withheld);
    // The fees were earned with the sale; only the rest comes back.
    let back = given_back(parts, withheld_of_share, false);
    let quoted = quoted(line_id, parts, back, &step.rule, step.percent_withheld);
    Ok((quoted, ends(step).min(now + QUOTE_LASTS)))
}

/// So much out of what several payments still hold: of one where one holds enough, otherwise of the largest first. Indices
/// with shares above zero; `None` where all together hold less.
pub fn spread(held: &[i64], amount_minor: i64) -> Option<Vec<(usize, i64)>> {
    if amount_minor == 0 {
        return Some(Vec::new());
    }
    if let Some(one) = held.iter().position(|held| *held >= amount_minor) {
        return Some(vec![(one, amount_minor)]);
    }
    let mut largest: Vec<(usize, i64)> = held.iter().copied().enumerate().filter(|(_, held)| *held > 0).collect();
    largest.sort_by_key(|(n, held)| (std::cmp::Reverse(*held), *n));
    let mut left = amount_minor;
    let mut shares = Vec::new();
    for (n, held) in largest {
        let share = held.min(left);
        shares.push((n, share));
        left -= share;
        if left == 0 {
            return Some(shares);
        }
    }
    None
}

/// The parts that come back when so much of what is not a fee is withheld; without `fees` these stay.
pub(crate) fn given_back(parts: &[Part], withheld_of_share: i64, fees: bool) -> Vec<Part> {
    let no_fee = |part: &Part| net_of_fees(std::slice::from_ref(part)) != 0;
    let mut back: Vec<Part> = parts.iter().filter(|part| fees || no_fee(part)).cloned().collect();
    if withheld_of_share > 0
        && let Some(first) = back.iter_mut().find(|part| no_fee(part))
    {
        first.amount_minor -= withheld_of_share;
    }
    back
}

fn quoted(line_id: uuid::Uuid, parts: &[Part], back: Vec<Part>, rule: &str, percent_withheld: Decimal) -> QuotedLine {
    let (paid_minor, refunded_minor) = (total(parts), total(&back));
    QuotedLine {
        line_id,
        paid_minor,
        withheld_minor: paid_minor - refunded_minor,
        refunded_minor,
        parts: back,
        rule: rule.to_owned(),
        percent_withheld,
        by_rule: None,
    }
}

/// Everything comes back, fees too: the passenger could not be carried, or the money came too late for a seat.
pub fn everything(line_id: uuid::Uuid, parts: &[Part], rule: &str) -> QuotedLine {
    quoted(line_id, parts, parts.to_vec(), rule, Decimal::ZERO)
}

/// Nothing comes back: the time for a refund has ended.
pub fn nothing(line_id: uuid::Uuid, parts: &[Part], rule: &str) -> QuotedLine {
    quoted(line_id, parts, Vec::new(), rule, Decimal::ONE_HUNDRED)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::price::{Fee, FeeAmount, PartKind, seat};
    use proptest::prelude::*;

    fn parts(fare: i64) -> Vec<Part> {
        let fee = Fee { rule: "online_fee".into(), kind: PartKind::ServiceFee, amount: FeeAmount::Fixed(1800) };
        seat(fare, &[], None, &[], &[fee])
    }

    #[test]
    fn who_was_moved_to_another_trip_gets_everything_back_until_it_leaves() {
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
        let quoted = |minutes: i64| {
            let departs_at = now + TimeDelta::minutes(minutes);
            let trip = TripFacts { departs_at, cancelled: false, moved: true, delay_minutes: 0 };
            quote(uuid::Uuid::nil(), &parts(60_000), trip, &RefundRules::default(), now).unwrap().0
        };
        assert_eq!((quoted(1).rule.as_str(), quoted(1).withheld_minor), ("trip_moved", 0));
        assert_eq!((quoted(-1).rule.as_str(), quoted(-1).percent_withheld), ("default_missed", Decimal::from(25)));
    }

    fn at(minutes_before: i64, cancelled: bool, delay_minutes: i64) -> Result<(i64, String), NotRefundable> {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let trip =
            TripFacts { departs_at: now + TimeDelta::minutes(minutes_before), cancelled, moved: false, delay_minutes };
        quote(uuid::Uuid::nil(), &parts(60_000), trip, &RefundRules::default(), now)
            .map(|(line, _)| (line.refunded_minor, line.rule))
    }

    #[test]
    fn steps_by_time_before_departure() {
        assert_eq!(at(121, false, 0), Ok((57_000, "default_2h".into())));
        assert_eq!(at(120, false, 0), Ok((57_000, "default_2h".into())));
        assert_eq!(at(119, false, 0), Ok((51_000, "default_0h".into())));
        assert_eq!(at(0, false, 0), Ok((51_000, "default_0h".into())));
        assert_eq!(at(-1, false, 0), Ok((45_000, "default_missed".into())));
        assert_eq!(at(-180, false, 0), Ok((45_000, "default_missed".into())));
        assert!(matches!(at(-181, false, 0), Err(NotRefundable::TooLate { .. })));
    }

    #[test]
    fn everything_comes_back_when_the_carrier_failed() {
        assert_eq!(at(500, true, 0), Ok((61_800, "trip_cancelled".into())));
        assert_eq!(at(-500, true, 0), Ok((61_800, "trip_cancelled".into())));
        assert_eq!(at(-10, false, 61), Ok((61_800, "trip_late".into())));
        assert_eq!(at(-10, false, 60), Ok((45_000, "default_missed".into())));
    }

    #[test]
    fn an_offer_ends_before_a_dearer_step() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let trip =
            TripFacts { departs_at: now + TimeDelta::minutes(125), cancelled: false, moved: false, delay_minutes: 0 };
        let (_, until) = quote(uuid::Uuid::nil(), &parts(60_000), trip, &RefundRules::default(), now).unwrap();
        assert_eq!(until, now + TimeDelta::minutes(5));
    }

    #[test]
    fn one_payment_is_enough_where_it_holds_enough() {
        assert_eq!(spread(&[500, 200], 200), Some(vec![(0, 200)]));
        assert_eq!(spread(&[500, 200], 650), Some(vec![(0, 500), (1, 150)]));
        assert_eq!(spread(&[500, 200], 701), None);
        assert_eq!(spread(&[], 0), Some(vec![]));
    }

    proptest! {
        #[test]
        fn shares_sum_to_the_whole_and_no_payment_gives_more_than_it_holds(
            held in prop::collection::vec(0i64..1_000, 0..5), amount in 0i64..4_000) {
            match spread(&held, amount) {
                Some(shares) => {
                    prop_assert_eq!(shares.iter().map(|(_, share)| share).sum::<i64>(), amount);
                    prop_assert!(shares.iter().all(|(n, share)| *share > 0 && *share <= held[*n]));
                }
                None => prop_assert!(held.iter().sum::<i64>() < amount),
            }
        }

        #[test]
        fn never_more_than_paid_and_the_parts_explain_it(fare in 0i64..10_000_000, minutes in -180i64..10_000) {
            let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
            let trip = TripFacts { departs_at: now + TimeDelta::minutes(minutes), cancelled: false, moved: false, delay_minutes: 0 };
            let (line, _) = quote(uuid::Uuid::nil(), &parts(fare), trip, &RefundRules::default(), now).unwrap();
            prop_assert!(line.refunded_minor >= 0 && line.refunded_minor <= line.paid_minor);
            prop_assert_eq!(line.refunded_minor + line.withheld_minor, line.paid_minor);
            prop_assert_eq!(total(&line.parts), line.refunded_minor);
        }
    }
}
