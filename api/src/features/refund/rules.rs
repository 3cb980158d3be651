use chrono::{DateTime, TimeDelta, Utc};
use domain::order::LineState;
use domain::refund::{NotRefundable as TooLate, QuotedLine, TripFacts, quote};

use ::entity::order_line;

use crate::app::App;
use crate::features::network::{Sale, TripState, trip_view};
use crate::features::order::{Bundle, parts_of};
use crate::features::passage::boarded_lines;
use crate::platform::Fault;

/// So long before departure nobody is on board yet.
const BOARDING_AT_MOST: TimeDelta = TimeDelta::hours(12);

/// Why a line cannot be given back.
#[derive(Debug, PartialEq, Eq)]
pub enum Refused {
    /// Not sold, or given back already.
    NotIssued,
    AlreadyRefunded,
    TooLate,
    /// Somebody is on board with it.
    Boarded,
}

impl Refused {
    pub fn code(&self) -> &'static str {
        match self {
            Refused::NotIssued => "NOT_ISSUED",
            Refused::AlreadyRefunded => "ALREADY_REFUNDED",
            Refused::TooLate => "TOO_LATE",
            Refused::Boarded => "BOARDED",
        }
    }
}

/// The offer for one line now, and until when it stands.
pub async fn quote_line(
    app: &App,
    bundle: &Bundle,
    line: &order_line::Model,
) -> Result<Result<(QuotedLine, DateTime<Utc>), Refused>, Fault> {
    match LineState::parse(&line.state) {
        Some(LineState::Issued) => {}
        Some(LineState::Refunded | LineState::Exchanged) => return Ok(Err(Refused::AlreadyRefunded)),
        _ => return Ok(Err(Refused::NotIssued)),
    }
    let trip = trip_view(app, line.space_id).await?.ok_or_else(|| Fault::new("a line without its trip"))?;
    let segment = bundle.segments.iter().find(|segment| segment.position == line.segment);
    let departs_at = segment.map(|segment| segment.departs_at).ok_or_else(|| Fault::new("a line without its ride"))?;
    // Boarding begins hours before departure at the earliest; before that nobody asks.
    let near = departs_at - app.clock.now() < BOARDING_AT_MOST;
    if near && !boarded_lines(app.db.read(), &[line.id]).await?.is_empty() {
        return Ok(Err(Refused::Boarded));
    }
    let facts = TripFacts {
        departs_at,
        cancelled: trip.state == TripState::Cancelled,
        moved: line.moved_at.is_some(),
        delay_minutes: i64::from(trip.delay_minutes),
    };
    let network = app.network.get(app).await?;
    let rules = network.rules().refund_rules(&Sale::of(&trip.route, bundle.order.created_at, &bundle.order.channel));
    Ok(match quote(line.id, &parts_of(line), facts, &rules, app.clock.now()) {
        Ok(quoted) => Ok(quoted),
        Err(TooLate::TooLate { .. }) => Err(Refused::TooLate),
    })
}

/// Whether an offer could be asked for now.
pub async fn can_refund(app: &App, bundle: &Bundle, line: &order_line::Model) -> Result<bool, Fault> {
    Ok(quote_line(app, bundle, line).await?.is_ok())
}
