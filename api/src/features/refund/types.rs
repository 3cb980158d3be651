use std::sync::Arc;

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use domain::refund::{QuotedLine, RefundState as State, RefundWay as Way};

use ::entity::refund;

use crate::features::network::in_language;
use crate::features::order::{Bundle, line_title, parts_of};
use crate::graphql::{Gid, Kind, Money, Permission, app, viewer};
use crate::i18n::{money as words, t};

use super::overrule::Overrule;
use super::pay_out_refunds::{may_go_to_card, waits_at_desk};

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
    /// More than the rules give: a second person has to approve it. Nothing has moved.
    WaitingApproval,
    /// The second person has said no. Nothing has moved.
    Declined,
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
    /// To the internal account of the order's buyer.
    Wallet,
}

/// What one line brings back.
#[derive(SimpleObject)]
pub struct RefundLine {
    pub line_id: ID,
    /// The seat, the piece of baggage or the extra, with its passenger.
    pub title: String,
    pub paid: Money,
    /// Kept by the rule, with the fees that are not returned.
    pub withheld: Money,
    pub refunded: Money,
    /// Code of the rule that decided.
    pub rule: String,
    /// The rule in words, and what staff have made of it.
    pub explanation: String,
    /// What the rule would have done, where staff give back more; null otherwise.
    pub by_rule: Option<RefundByRule>,
}

/// What a rule would have done with a line.
#[derive(SimpleObject)]
pub struct RefundByRule {
    /// Of the fare alone.
    pub withheld_of_fare: Money,
    /// With the fees that are not returned.
    pub withheld: Money,
    pub refunded: Money,
}

/// Whether a refund is shown with its order: once it is accepted, to staff also while it waits for a second person and
/// when that one has said no.
pub fn is_shown(row: &refund::Model, to_staff: bool) -> bool {
    let asked = matches!(State::parse(&row.state), Some(State::WaitingApproval | State::Declined));
    row.confirmed_at.is_some() || to_staff && asked
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
            Some(State::WaitingApproval) => RefundState::WaitingApproval,
            Some(State::Declined) => RefundState::Declined,
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

    /// It was not paid in cash: a desk may give it back to a card.
    async fn may_go_to_card(&self) -> bool {
        may_go_to_card(&self.bundle, &self.row)
    }

    /// Staff: who gave back more than the rules, and why; null for a refund by the rules, and for the customer.
    async fn overrule(&self, ctx: &Context<'_>) -> Result<Option<Overrule>> {
        if !viewer(ctx).can(Permission::ViewOrders) {
            return Ok(None);
        }
        Overrule::of(ctx, self.row.id).await
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
            let amount = |minor| words(language, minor, &self.row.currency);
            let of_share = quoted.withheld_of_share(&parts_of(line));
            let (rules_share, rules_whole) = quoted.by_rule.map_or((of_share, quoted.withheld_minor), |by_rule| {
                (by_rule.withheld_of_share_minor, by_rule.withheld_minor)
            });
            let fees = |kept: i64| match kept {
                0 => String::new(),
                kept => t(language, "refund.fees", &[("amount", &amount(kept))]),
            };
            let values = [("rule", rule.as_str()), ("percent", &percent), ("amount", &amount(rules_share))];
            let mut explanation = t(language, "refund.explanation", &values) + &fees(rules_whole - rules_share);
            if quoted.by_rule.is_some() {
                let given = t(language, "refund.overruled", &[("amount", &amount(of_share))]);
                explanation = format!("{explanation}. {given}{}", fees(quoted.withheld_minor - of_share));
            }
            let by_rule = quoted.by_rule.map(|by_rule| RefundByRule {
                withheld_of_fare: money(by_rule.withheld_of_share_minor),
                withheld: money(by_rule.withheld_minor),
                refunded: money(by_rule.refunded_minor),
            });
            Some(RefundLine {
                line_id: Gid::of(Kind::Line, quoted.line_id),
                title: format!("{} · {}", name.join(" "), line_title(&network, language, line)),
                paid: money(quoted.paid_minor),
                withheld: money(quoted.withheld_minor),
                refunded: money(quoted.refunded_minor),
                rule: quoted.rule,
                explanation,
                by_rule,
            })
        });
        Ok(lines.collect())
    }
}
