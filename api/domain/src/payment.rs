//! What a gateway's news does to a payment, in whatever order and however often they come.

use crate::money::Currency;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PaymentState {
    /// Written down, the gateway not yet asked.
    Created,
    /// The customer is at the gateway.
    Pending,
    /// The gateway did not answer: asked again until it does.
    Unknown,
    Failed,
    /// The bank keeps the money ready: it is taken where the order can still be bought, and let go otherwise.
    Authorised,
    Paid,
}

/// What a gateway says of a payment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum News {
    Pending,
    /// The money is kept ready for us and not taken yet.
    Authorised,
    Paid,
    Failed,
}

/// News, with the sum that they are about where the gateway says it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Report {
    pub news: News,
    /// Minor units.
    pub sum: Option<(i64, Currency)>,
}

impl From<News> for Report {
    fn from(news: News) -> Self {
        Report { news, sum: None }
    }
}

/// What news contradict; they are kept and change nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Contradiction {
    /// Money of another amount than was asked for.
    WrongSum,
    WrongCurrency,
    /// It says that what was paid has failed: money that has come is never unbooked by a message.
    FailedAfterPaid,
}

impl Report {
    /// Whether it can be believed of a payment in this state that asked for this sum.
    pub fn contradicts(&self, state: PaymentState, amount_minor: i64, currency: Currency) -> Option<Contradiction> {
        if state == PaymentState::Paid && self.news == News::Failed {
            return Some(Contradiction::FailedAfterPaid);
        }
        let money = matches!(self.news, News::Paid | News::Authorised);
        match self.sum.filter(|_| money) {
            Some((_, told)) if told != currency => Some(Contradiction::WrongCurrency),
            Some((told, _)) if told != amount_minor => Some(Contradiction::WrongSum),
            _ => None,
        }
    }
}

/// What is to be done about it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    Nothing,
    /// Note the new state.
    Become(PaymentState),
    /// The money is kept ready, for the first time: take it or let it go.
    Take,
    /// Money has come, for the first and only time: book it and give what was bought, or give it back.
    Settle,
}

impl PaymentState {
    pub const ALL: [PaymentState; 6] = [
        PaymentState::Created,
        PaymentState::Pending,
        PaymentState::Unknown,
        PaymentState::Failed,
        PaymentState::Authorised,
        PaymentState::Paid,
    ];

    pub fn code(self) -> &'static str {
        match self {
            PaymentState::Created => "CREATED",
            PaymentState::Pending => "PENDING",
            PaymentState::Unknown => "UNKNOWN",
            PaymentState::Failed => "FAILED",
            PaymentState::Authorised => "AUTHORISED",
            PaymentState::Paid => "PAID",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// A refusal may be followed by money (the customer tried again on the same page), never money by a refusal.
    pub fn hear(self, news: News) -> Step {
        match (self, news) {
            (PaymentState::Paid, _) => Step::Nothing,
            (_, News::Paid) => Step::Settle,
            (PaymentState::Authorised, News::Failed) => Step::Become(PaymentState::Failed),
            (PaymentState::Authorised, _) => Step::Nothing,
            (_, News::Authorised) => Step::Take,
            (PaymentState::Failed, News::Failed | News::Pending) => Step::Nothing,
            (_, News::Failed) => Step::Become(PaymentState::Failed),
            (PaymentState::Pending, News::Pending) => Step::Nothing,
            (PaymentState::Created | PaymentState::Unknown, News::Pending) => Step::Become(PaymentState::Pending),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn news_of_another_sum_are_a_contradiction() {
        let usd = Currency::parse("USD").unwrap();
        let told = |news, amount, currency| Report { news, sum: Some((amount, currency)) };
        for (report, state, expected) in [
            (told(News::Paid, 100, Currency::KGS), PaymentState::Pending, None),
            (News::Paid.into(), PaymentState::Pending, None),
            (told(News::Paid, 99, Currency::KGS), PaymentState::Pending, Some(Contradiction::WrongSum)),
            (told(News::Authorised, 101, Currency::KGS), PaymentState::Pending, Some(Contradiction::WrongSum)),
            (told(News::Paid, 100, usd), PaymentState::Pending, Some(Contradiction::WrongCurrency)),
            (told(News::Failed, 0, Currency::KGS), PaymentState::Pending, None),
            (News::Failed.into(), PaymentState::Authorised, None),
            (News::Failed.into(), PaymentState::Paid, Some(Contradiction::FailedAfterPaid)),
        ] {
            assert_eq!(report.contradicts(state, 100, Currency::KGS), expected, "{report:?}");
        }
    }

    #[test]
    fn money_that_is_kept_ready_is_asked_for_once() {
        assert_eq!(PaymentState::Pending.hear(News::Authorised), Step::Take);
        assert_eq!(PaymentState::Failed.hear(News::Authorised), Step::Take);
        assert_eq!(PaymentState::Authorised.hear(News::Authorised), Step::Nothing);
        assert_eq!(PaymentState::Authorised.hear(News::Pending), Step::Nothing);
        assert_eq!(PaymentState::Authorised.hear(News::Paid), Step::Settle);
        assert_eq!(PaymentState::Authorised.hear(News::Failed), Step::Become(PaymentState::Failed));
        assert_eq!(PaymentState::Paid.hear(News::Authorised), Step::Nothing);
    }

    proptest! {
        #[test]
        fn money_is_settled_once_in_any_order(news in prop::collection::vec(prop_oneof![Just(News::Pending), Just(News::Authorised), Just(News::Paid), Just(News::Failed)], 0..20)) {
            let mut state = PaymentState::Created;
            let mut settled = 0;
            for item in &news {
                match state.hear(*item) {
                    Step::Nothing => {}
                    Step::Become(next) => state = next,
                    Step::Take => state = PaymentState::Authorised,
                    Step::Settle => { settled += 1; state = PaymentState::Paid; }
                }
            }
            prop_assert_eq!(settled, usize::from(news.contains(&News::Paid)));
            prop_assert_eq!(state == PaymentState::Paid, news.contains(&News::Paid));
        }
    }
}
