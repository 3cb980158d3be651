//! One thing sold, as the schema shows it.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, Object, Result};
use domain::price::Ancillary;

use ::entity::order_line;

use crate::features::network::{Network, in_language};
use crate::features::refund::can_refund;
use crate::features::ticket::Ticket;
use crate::graphql::{Gid, Kind, Money, app, viewer};
use crate::i18n::{Language, t};

use super::bundle::Bundle;
use super::price_line::{PriceLine, price_lines};
use super::types::{OrderPassenger, parts_of};

#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// A seat, a place on a lap, or one without a seat.
    Seat,
    Baggage,
    /// What the station sells beside tickets.
    Extra,
}

/// Where a line stands.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "domain::order::LineState")]
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

/// One thing sold.
#[derive(Clone)]
pub struct OrderLine {
    pub row: order_line::Model,
    pub bundle: Arc<Bundle>,
}

/// The kind of a line of who stands: sold on paper while the seat was sold to somebody else.
pub const STANDING: &str = "STANDING";

/// Words for a line: the seat, the lap, the kind of baggage, or the extra.
pub fn line_title(network: &Network, language: Language, line: &order_line::Model) -> String {
    match (&line.code, &line.seat_label, line.seat) {
        (Some(code), ..) => {
            network.rules().name(code).map_or_else(|| code.clone(), |names| in_language(names, language).to_owned())
        }
        (None, Some(label), _) => t(language, "line.seat", &[("seat", label)]),
        (None, None, Some(_)) => t(language, "line.open_seat", &[]),
        (None, None, None) if line.kind == STANDING => t(language, "line.standing", &[]),
        (None, None, None) => t(language, "line.lap", &[]),
    }
}

/// One thing sold.
#[Object]
impl OrderLine {
    async fn id(&self) -> ID {
        Gid::of(Kind::Line, self.row.id)
    }

    async fn kind(&self) -> LineKind {
        match Ancillary::parse(&self.row.kind) {
            Some(Ancillary::Baggage) => LineKind::Baggage,
            Some(Ancillary::Extra) => LineKind::Extra,
            None => LineKind::Seat,
        }
    }

    async fn state(&self, ctx: &Context<'_>) -> LineState {
        self.bundle.line_state(&self.row, app(ctx).clock.now()).into()
    }

    /// In the request's language.
    async fn title(&self, ctx: &Context<'_>) -> Result<String> {
        let network = app(ctx).network.get(app(ctx)).await?;
        Ok(line_title(&network, viewer(ctx).language, &self.row))
    }

    async fn passenger(&self) -> Option<OrderPassenger> {
        let row = self.bundle.passengers.iter().find(|passenger| passenger.id == self.row.passenger_id)?;
        Some(OrderPassenger { row: row.clone(), bundle: Arc::clone(&self.bundle) })
    }

    /// Index of its ride.
    async fn segment_index(&self) -> i32 {
        self.row.segment
    }

    /// The seat's label; null on a lap, for baggage and extras, and where seats are not numbered.
    async fn seat(&self) -> Option<&str> {
        self.row.seat_label.as_deref()
    }

    async fn price(&self) -> Money {
        Money::of(self.row.price_minor, &self.row.currency)
    }

    /// The price, part by part.
    async fn explanation(&self, ctx: &Context<'_>) -> Result<Vec<PriceLine>> {
        let network = app(ctx).network.get(app(ctx)).await?;
        Ok(price_lines(&network, viewer(ctx).language, &self.row.currency, &parts_of(&self.row)))
    }

    /// Once issued: the one that is good, or the last that was.
    async fn ticket(&self) -> Option<Ticket> {
        let theirs = self.bundle.tickets.iter().filter(|ticket| ticket.line_id == self.row.id);
        theirs.max_by_key(|ticket| (ticket.void_at.is_none(), ticket.issued_at)).cloned().map(Ticket::from)
    }

    /// Whether a refund could be asked for now.
    async fn refundable(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(can_refund(app(ctx), &self.bundle, &self.row).await?)
    }
}
