//! A passenger asks for more than the rules of refunds give, with documents; staff answer.

/// Why it is asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RequestReason {
    /// The passenger or somebody of the family is ill.
    Illness,
    /// Somebody of the family has died.
    Bereavement,
    /// Called by a court, the army, an office.
    Summons,
    /// The vehicle before was late.
    MissedConnection,
    /// The trip was not what was sold: another vehicle, no heating, a long delay.
    Service,
    Other,
}

impl RequestReason {
    pub const ALL: [RequestReason; 6] = [
        RequestReason::Illness,
        RequestReason::Bereavement,
        RequestReason::Summons,
        RequestReason::MissedConnection,
        RequestReason::Service,
        RequestReason::Other,
    ];

    pub fn code(self) -> &'static str {
        match self {
            RequestReason::Illness => "ILLNESS",
            RequestReason::Bereavement => "BEREAVEMENT",
            RequestReason::Summons => "SUMMONS",
            RequestReason::MissedConnection => "MISSED_CONNECTION",
            RequestReason::Service => "SERVICE",
            RequestReason::Other => "OTHER",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// Where a request stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RequestState {
    /// Staff have to answer.
    Open,
    /// Staff have asked the passenger for more.
    Questioned,
    /// The tickets were given back by the office.
    Granted,
    Declined,
    /// The passenger does not want it any more, or has given the tickets back by the rules.
    Withdrawn,
}

impl RequestState {
    pub const ALL: [RequestState; 5] = [
        RequestState::Open,
        RequestState::Questioned,
        RequestState::Granted,
        RequestState::Declined,
        RequestState::Withdrawn,
    ];

    pub fn code(self) -> &'static str {
        match self {
            RequestState::Open => "OPEN",
            RequestState::Questioned => "QUESTIONED",
            RequestState::Granted => "GRANTED",
            RequestState::Declined => "DECLINED",
            RequestState::Withdrawn => "WITHDRAWN",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Nobody has said yes or no yet.
    pub fn is_live(self) -> bool {
        matches!(self, RequestState::Open | RequestState::Questioned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_back() {
        assert!(RequestReason::ALL.into_iter().all(|one| RequestReason::parse(one.code()) == Some(one)));
        assert!(RequestState::ALL.into_iter().all(|one| RequestState::parse(one.code()) == Some(one)));
        assert_eq!(RequestState::ALL.into_iter().filter(|one| one.is_live()).count(), 2);
    }
}
