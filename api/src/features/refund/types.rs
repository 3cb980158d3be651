use std::sync::Arc;

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use domain::price::carrier_share;
use domain::refund::{QuotedLine, RefundState as State, RefundWay as Way};

use ::entity::refund;

use crate::features::network::in_language;
use crate::features::order::{Bundle, line_title, parts_of};
use crate::graphql::{Gid, Kind, Money, app, viewer};
use crate::i18n::{money as words, t};

use super::pay_out_refunds::waits_at_desk;

/// An offer to give money back, and its way once it is accepted.
#[derive(Clone)]
pub struct Refund {
    pub row: refund::Model,
    pub bundle: Arc<Bundle>,
}

impl Refund {
    pub fn of(row: refund::Model, bundle: Arc<Bundle>) -> Self {
        Refund { row, bundle }
    }
}

/// Where a refund stands.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub enum RefundState {
    /// Offered, not accepted.
    Quoted,
    /// Accepted; the money is on its way, or waits at a desk.
    Pending,
    /// The gateway has given it back.
    Done,
    /// The gateway refused; the station's staff takes care of it.
    Failed,
    /// The offer's time has ended.
    Expired,
}

/// How the money of a refund goes back.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Way")]
pub enum RefundWay {
    /// By the gateway that it came through.
    Original,
    /// By hand, at a desk of the station.
    Desk,
}

/// What one line brings back.
#[derive(SimpleObject)]
pub struct RefundLine {
    pub line_id: ID,
    /// The seat or the piece of baggage, with its passenger.
    pub title: String,
    pub paid: Money,
    /// Kept by the rule, with the fees that are not returned.
    pub withheld: Money,
    pub refunded: Money,
    /// Code of the rule that decided.
    pub rule: String,
    /// The rule in words.
    pub explanation: String,
}

/// An offer to give money back, and its way once it is accepted.
#[Object]
impl Refund {
    async fn id(&self) -> ID {
        Gid::of(Kind::Refund, self.row.id)
    }

    async fn state(&self, ctx: &Context<'_>) -> RefundState {
        match State::parse(&self.row.state) {
            Some(State::Quoted) if self.row.valid_until <= app(ctx).clock.now() => RefundState::Expired,
            Some(State::Quoted) => RefundState::Quoted,
            Some(State::Pending) => RefundState::Pending,
            Some(State::Done) => RefundState::Done,
            Some(State::Failed) | None => RefundState::Failed,
        }
    }

    /// What comes back.
    async fn amount(&self) -> Money {
        Money::of(self.row.amount_minor, &self.row.currency)
    }

    async fn withheld(&self) -> Money {
        Money::of(self.row.withheld_minor, &self.row.currency)
    }

    /// UTC.
    async fn created_at(&self) -> DateTime<Utc> {
        self.row.created_at
    }

    /// UTC. Of the offer; null once it is accepted.
    async fn valid_until(&self) -> Option<DateTime<Utc>> {
        (self.row.state == State::Quoted.code()).then_some(self.row.valid_until)
    }

    /// Why, in the request's language.
    async fn reason(&self, ctx: &Context<'_>) -> String {
        t(viewer(ctx).language, &format!("refund_reason.{}", self.row.reason), &[])
    }

    /// How the money goes back.
    async fn way(&self) -> RefundWay {
        Way::parse(&self.row.way).unwrap_or(Way::Original).into()
    }

    /// It waits for the customer at any desk of the station: accepted to be paid out by hand, or refused by the gateway.
    async fn waits_at_desk(&self) -> bool {
        waits_at_desk(&self.row)
    }

    async fn lines(&self, ctx: &Context<'_>) -> Result<Vec<RefundLine>> {
        let language = viewer(ctx).language;
        let network = app(ctx).network.get(app(ctx)).await?;
        let quoted: Vec<QuotedLine> = serde_json::from_value(self.row.lines.clone()).unwrap_or_default();
        let money = |minor| Money::of(minor, &self.row.currency);
        let lines = quoted.into_iter().filter_map(|quoted| {
            let line = self.bundle.lines.iter().find(|line| line.id == quoted.line_id)?;
            let passenger = self.bundle.passengers.iter().find(|row| row.id == line.passenger_id)?;
            let name = [passenger.last_name.as_deref(), passenger.first_name.as_deref()];
            let name: Vec<&str> = name.into_iter().flatten().collect();
            let rule = network.rules().name(&quoted.rule).map(|names| in_language(names, language).to_owned());
            let rule = rule.unwrap_or_else(|| t(language, &format!("refund_rule.{}", quoted.rule), &[]));
            let percent = quoted.percent_withheld.normalize().to_string();
            let share = carrier_share(&parts_of(line));
            let fees_kept = quoted.withheld_minor - (share - carrier_share(&quoted.parts));
            let mut explanation = t(
                language,
                "refund.explanation",
                &[
                    ("rule", &rule),
                    ("percent", &percent),
                    ("amount", &words(language, quoted.withheld_minor - fees_kept, &self.row.currency)),
                ],
            );
            if fees_kept > 0 {
                let kept = words(language, fees_kept, &self.row.currency);
                explanation.push_str(&t(language, "refund.fees", &[("amount", &kept)]));
            }
            Some(RefundLine {
                line_id: Gid::of(Kind::Line, quoted.line_id),
                title: format!("{} · {}", name.join(" "), line_title(&network, language, line)),
                paid: money(quoted.paid_minor),
                withheld: money(quoted.withheld_minor),
                refunded: money(quoted.refunded_minor),
                rule: quoted.rule,
                explanation,
            })
        });
        Ok(lines.collect())
    }
}
