//! What a gateway's news does to a payment, in whatever order and however often they come.

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PaymentState {
    /// Written down, the gateway not yet asked.
    Created,
    /// The customer is at the gateway.
    Pending,
    /// The gateway did not answer: asked again until it does.
    Unknown,
    Failed,
    Paid,
}

/// What a gateway says of a payment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum News {
    Pending,
    Paid,
    Failed,
}

/// What is to be done about it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    Nothing,
    /// Note the new state.
    Become(PaymentState),
    /// Money has come, for the first and only time: book it and give what was bought, or give it back.
    Settle,
}

impl PaymentState {
    pub const ALL: [PaymentState; 5] =
        [PaymentState::Created, PaymentState::Pending, PaymentState::Unknown, PaymentState::Failed, PaymentState::Paid];

    pub fn code(self) -> &'static str {
        match self {
            PaymentState::Created => "CREATED",
            PaymentState::Pending => "PENDING",
            PaymentState::Unknown => "UNKNOWN",
            PaymentState::Failed => "FAILED",
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

    proptest! {
        #[test]
        fn money_is_settled_once_in_any_order(news in prop::collection::vec(prop_oneof![Just(News::Pending), Just(News::Paid), Just(News::Failed)], 0..20)) {
            let mut state = PaymentState::Created;
            let mut settled = 0;
            for item in &news {
                match state.hear(*item) {
                    Step::Nothing => {}
                    Step::Become(next) => state = next,
                    Step::Settle => { settled += 1; state = PaymentState::Paid; }
                }
            }
            prop_assert_eq!(settled, usize::from(news.contains(&News::Paid)));
            prop_assert_eq!(state == PaymentState::Paid, news.contains(&News::Paid));
        }
    }
}
