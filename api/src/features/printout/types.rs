use async_graphql::{Enum, Object, SimpleObject, Union};
use chrono::{DateTime, Utc};

use ::entity::printout;

use crate::graphql::{InvalidInput, ShiftNeeded, viewer};
use crate::i18n::t;

/// What is known of it.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum PrintoutState {
    /// It is being sent; after a minute: nobody knows, look at the paper.
    Sending,
    /// The printer says that it is on the paper.
    Printed,
    /// The printer has taken it and tells nothing, as small ones do.
    Taken,
    Failed,
}

/// Slips that were sent to a desk's printer.
#[derive(Clone)]
pub struct Printout(pub printout::Model);

#[Object]
impl Printout {
    async fn state(&self) -> PrintoutState {
        match self.0.state.as_str() {
            "PRINTED" => PrintoutState::Printed,
            "TAKEN" => PrintoutState::Taken,
            "FAILED" => PrintoutState::Failed,
            _ => PrintoutState::Sending,
        }
    }

    /// Of what FAILED, for programs: UNREACHABLE, NO_PAPER, COVER_OPEN, STOPPED, or BROKEN where a part may be on the paper.
    async fn problem(&self) -> Option<&str> {
        self.0.problem.as_deref()
    }

    /// The same in the viewer's language, with what to do.
    async fn problem_text(&self, ctx: &async_graphql::Context<'_>) -> Option<String> {
        let problem = self.0.problem.as_ref()?;
        Some(t(viewer(ctx).language, &format!("printer.{problem}"), &[]))
    }

    /// UTC.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }
}

/// It was sent; `printout.state` says what became of it.
#[derive(SimpleObject)]
pub struct PrintoutSent {
    pub printout: Printout,
}

#[derive(Union)]
pub enum PrintResult {
    Sent(PrintoutSent),
    InvalidInput(InvalidInput),
    ShiftNeeded(ShiftNeeded),
}
