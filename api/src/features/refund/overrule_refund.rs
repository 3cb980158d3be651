use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use domain::money::Currency;
use domain::overrule::{BadOverrule, OverruleReason as Reason, OverruleState, beyond, overrule};
use domain::refund::{QUOTE_LASTS, QuotedLine, nothing};
use rust_decimal::Decimal;
use sea_orm::EntityTrait;
use uuid::Uuid;

use ::entity::overrule as row;

use crate::features::order::{Bundle, parts_of, staff_order};
use crate::graphql::{Can, Form, Gid, InvalidInput, Kind, Money, NotRefundable, Permission, app, error, viewer};
use crate::i18n::money;
use crate::platform::Fault;

use super::approval::waits_for_approval;
use super::overrule::OverruleReason;
use super::quote_refund::{offer, with_ancillaries};
use super::rules::{Refused, quote_line};
use super::types::Refund;

/// Characters of a note.
const LONGEST: usize = 500;

/// A ticket that is to bring back more than the rules give.
#[derive(InputObject)]
pub struct OverruledLineInput {
    pub line_id: ID,
    /// Of the fare, in whole units of the order's currency: from 0 to what the rules withhold of it. Null: nothing.
    pub withheld: Option<Decimal>,
}

/// A return beyond the rules.
#[derive(InputObject)]
pub struct OverruleRefundInput {
    pub order_id: ID,
    /// Baggage and extras go with their seat; where it is not named, nothing of it is withheld.
    pub lines: Vec<OverruledLineInput>,
    /// The fees of the station and of the sale come back too.
    #[graphql(default)]
    pub return_fees: bool,
    pub reason: OverruleReason,
    /// For who approves it and who looks through it later; at most 500 characters.
    pub note: String,
}

/// The offer, with what the rules would have done at each line's `byRule`.
#[derive(SimpleObject)]
pub struct RefundOverruled {
    pub quote: Refund,
    /// What is given beyond the rules.
    pub beyond: Money,
    /// Confirming it will not carry it out: a second person has to approve it first.
    pub waits_for_approval: bool,
}

#[derive(Union)]
pub enum OverruleRefundResult {
    Overruled(RefundOverruled),
    InvalidInput(InvalidInput),
    NotRefundable(NotRefundable),
}

#[derive(Default)]
pub struct OverruleRefund;

#[Object]
impl OverruleRefund {
    /// Staff: offers to give back more than the rules, or what they refuse because it is too late (ADR 0027), with a reason;
    /// the offer is taken with `confirmRefund` by who has made it. Who has boarded is refused: BOARDED; a mistaken boarding
    /// is taken back first. OUT_OF_RANGE at `lines.N.withheld`: more than the rules withhold of the fare; NOT_BEYOND at
    /// `lines`: the rules give as much; OWN_ORDER at `orderId`: nobody overrules for themselves. Changes nothing else.
    #[graphql(guard = "Can(Permission::OverruleRefunds)", complexity = "30 + child_complexity")]
    async fn overrule_refund(&self, ctx: &Context<'_>, input: OverruleRefundInput) -> Result<OverruleRefundResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let asked_by = viewer.account_id().ok_or_else(error::forbidden)?;
        let order = staff_order(app, viewer, &input.order_id).await?;
        let mut form = Form::new(viewer.language);
        let note = form.text("note", &input.note, LONGEST);
        if order.account_id == Some(asked_by) {
            form.wrong("orderId", "OWN_ORDER");
        }
        let refused = |line: Option<Uuid>, reason: &str| {
            let line = line.map(|id| Gid::of(Kind::Line, id));
            Ok(OverruleRefundResult::NotRefundable(NotRefundable::new(viewer.language, line, reason)))
        };
        let bundle = Bundle::one(app.db.read(), order.id).await?.ok_or_else(|| Fault::new("an order vanished"))?;
        let ids: Vec<ID> = input.lines.iter().map(|line| line.line_id.clone()).collect();
        let Some(chosen) = with_ancillaries(&bundle, &ids)? else { return refused(None, "NO_SUCH_LINE") };
        if chosen.is_empty() {
            return refused(None, "NOTHING_CHOSEN");
        }
        let currency = Currency::parse(&order.currency).map_err(Fault::from)?;
        let now = app.clock.now();
        let mut valid_until = now + QUOTE_LASTS;
        let mut lines: Vec<QuotedLine> = Vec::new();
        for line in bundle.lines.iter().filter(|line| chosen.contains(&line.id)) {
            let parts = parts_of(line);
            let by_rule = match quote_line(app, &bundle, line).await? {
                Ok((quoted, until)) => {
                    valid_until = valid_until.min(until);
                    quoted
                }
                Err(Refused::TooLate) => nothing(line.id, &parts, "too_late"),
                Err(reason) => return refused(Some(line.id), reason.code()),
            };
            let id = Gid::of(Kind::Line, line.id);
            let named = input.lines.iter().position(|asked| asked.line_id == id);
            let path = format!("lines.{}.withheld", named.unwrap_or_default());
            let withheld = named.and_then(|n| input.lines[n].withheld).unwrap_or_default();
            let withheld = form.amount(&path, withheld, currency);
            match overrule(&by_rule, &parts, withheld, input.return_fees) {
                Ok(given) => lines.push(given),
                Err(BadOverrule::OutOfRange { most_minor }) => {
                    let most = money(viewer.language, most_minor, currency.code());
                    form.wrong_with(path, "OUT_OF_RANGE", &[("most", &most)]);
                }
            }
        }
        let beyond_minor = beyond(&lines);
        if form.is_good() && beyond_minor <= 0 {
            form.wrong("lines", "NOT_BEYOND");
        }
        if let Some(problem) = form.problem() {
            return Ok(OverruleRefundResult::InvalidInput(problem));
        }
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let refund = offer(app, &tx, &bundle, &lines, valid_until).await?;
        let one = row::Model {
            id: refund.id,
            order_id: order.id,
            state: OverruleState::Offered.code().into(),
            reason: Reason::from(input.reason).code().into(),
            note,
            currency: order.currency.clone(),
            beyond_minor,
            way: None,
            asked_by,
            asked_at: now,
            decided_by: None,
            decided_at: None,
            decision_note: None,
        };
        let waits_for_approval = waits_for_approval(app, &tx, &one).await?;
        let active = row::ActiveModel::from(one);
        row::Entity::insert(active).exec_without_returning(&tx).await.map_err(Fault::from)?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(OverruleRefundResult::Overruled(RefundOverruled {
            beyond: Money::of(beyond_minor, &order.currency),
            quote: Refund::of(refund, Arc::new(bundle)),
            waits_for_approval,
        }))
    }
}
