//! The second person of a refund beyond the rules: when one is needed, and what has to be so when one says yes or no.

use std::collections::HashSet;

use async_graphql::{ID, Result};
use domain::money::Currency;
use domain::overrule::{OverruleState, needs_approval};
use domain::refund::{QuotedLine, RefundState, RefundWay};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use serde_json::json;
use uuid::Uuid;

use ::entity::{order_line, overrule, refund};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::order::{Bundle, lock_order};
use crate::graphql::{Gid, InvalidInput, Kind, Viewer, error};
use crate::i18n::money;
use crate::platform::Fault;

use super::carry_out::{payments_of, way_of};

/// Whether it is more than the station lets one person give beyond the rules.
pub(super) async fn waits_for_approval(
    app: &App,
    db: &impl ConnectionTrait,
    row: &overrule::Model,
) -> Result<bool, Fault> {
    let before = overrule::Entity::find()
        .filter(overrule::Column::OrderId.eq(row.order_id))
        .filter(overrule::Column::State.eq(OverruleState::AtOnce.code()));
    let before: i64 = before.all(db).await?.iter().map(|row| row.beyond_minor).sum();
    let above = app.network.get(app).await?.settings.refund_approval_above;
    Ok(needs_approval(row.beyond_minor, before, Currency::parse(&row.currency)?, above))
}

/// A line that is in a request which waits for a second person already.
pub(super) fn waiting_for(
    bundle: &Bundle,
    lines: &[(&order_line::Model, QuotedLine)],
) -> Result<Option<Uuid>, serde_json::Error> {
    let mut waiting: HashSet<Uuid> = HashSet::new();
    for row in bundle.refunds.iter().filter(|row| row.state == RefundState::WaitingApproval.code()) {
        let quoted: Vec<QuotedLine> = serde_json::from_value(row.lines.clone())?;
        waiting.extend(quoted.iter().map(|line| line.line_id));
    }
    Ok(lines.iter().map(|(line, _)| line.id).find(|id| waiting.contains(id)))
}

/// Nothing moves: the request waits for a second person.
pub(super) async fn ask_approval(
    app: &App,
    tx: &DatabaseTransaction,
    viewer: &Viewer,
    bundle: &Bundle,
    (row, one): (&refund::Model, &overrule::Model),
    asked: Option<RefundWay>,
) -> Result<(), Fault> {
    let refund = refund::ActiveModel {
        id: Set(row.id),
        state: Set(RefundState::WaitingApproval.code().into()),
        way: Set(way_of(&payments_of(bundle, row)?, asked).code().into()),
        ..Default::default()
    };
    refund::Entity::update(refund).exec(tx).await?;
    let waiting = overrule::ActiveModel {
        id: Set(one.id),
        state: Set(OverruleState::Waiting.code().into()),
        way: Set(asked.map(|way| way.code().into())),
        asked_at: Set(app.clock.now()),
        ..Default::default()
    };
    overrule::Entity::update(waiting).exec(tx).await?;
    let amount = |minor| money(viewer.language, minor, &row.currency);
    let facts = json!({ "returned": amount(row.amount_minor), "beyondRules": amount(one.beyond_minor),
        "overruleReason": one.reason });
    audit_change(app, tx, viewer, "ASK_REFUND", &format!("order:{}", row.order_id), Change::made(&facts)).await
}

/// It was carried out without a second person.
pub(super) async fn note_at_once(app: &App, tx: &DatabaseTransaction, id: Uuid) -> Result<(), Fault> {
    let at_once = overrule::ActiveModel {
        id: Set(id),
        state: Set(OverruleState::AtOnce.code().into()),
        asked_at: Set(app.clock.now()),
        ..Default::default()
    };
    overrule::Entity::update(at_once).exec(tx).await?;
    Ok(())
}

/// The order of a request; NOT_FOUND where nobody has asked for anything of the kind.
pub(super) async fn order_of_request(app: &App, id: &ID) -> Result<(Uuid, Uuid)> {
    let id = Gid::find(Kind::Refund, id)?;
    let row = overrule::Entity::find_by_id(id).one(app.db.read()).await.map_err(Fault::from)?;
    let asked = row.filter(|row| row.state != OverruleState::Offered.code()).ok_or_else(error::not_found)?;
    Ok((id, asked.order_id))
}

/// A request under the lock of its order.
pub(super) struct Request {
    pub bundle: Bundle,
    pub refund: refund::Model,
    pub overrule: overrule::Model,
}

/// Locks a request for who wants to say yes or no.
pub(super) async fn lock_request(tx: &DatabaseTransaction, id: Uuid, order: Uuid) -> Result<Request, Fault> {
    let bundle = lock_order(tx, order).await?.ok_or_else(|| Fault::new("an order vanished"))?;
    let refund = bundle.refunds.iter().find(|row| row.id == id).cloned();
    let overrule = overrule::Entity::find_by_id(id).one(tx).await?;
    let (Some(refund), Some(overrule)) = (refund, overrule) else {
        return Err(Fault::new("a request without its refund"));
    };
    Ok(Request { bundle, refund, overrule })
}

impl Request {
    /// Why the viewer cannot decide on it: it was decided, it is their own request, or their own order.
    pub fn objection(&self, viewer: &Viewer) -> Option<InvalidInput> {
        let who = viewer.account_id();
        let code = if self.overrule.state != OverruleState::Waiting.code() {
            "DECIDED_ALREADY"
        } else if who == Some(self.overrule.asked_by) {
            "OWN_REQUEST"
        } else if who.is_none() || who == self.bundle.order.account_id {
            "OWN_ORDER"
        } else {
            return None;
        };
        Some(InvalidInput::one(viewer.language, "refundId", code))
    }

    /// Writes down who has decided what, also in the log.
    pub async fn decide(
        &self,
        app: &App,
        tx: &DatabaseTransaction,
        viewer: &Viewer,
        (state, action): (OverruleState, &str),
        note: Option<&str>,
    ) -> Result<(), Fault> {
        let decided = overrule::ActiveModel {
            id: Set(self.overrule.id),
            state: Set(state.code().into()),
            decided_by: Set(viewer.account_id()),
            decided_at: Set(Some(app.clock.now())),
            decision_note: Set(note.map(str::to_owned)),
            ..Default::default()
        };
        overrule::Entity::update(decided).exec(tx).await?;
        let amount = |minor| money(viewer.language, minor, &self.refund.currency);
        let facts = json!({ "returned": amount(self.refund.amount_minor),
            "beyondRules": amount(self.overrule.beyond_minor), "overruleReason": self.overrule.reason });
        let subject = format!("order:{}", self.overrule.order_id);
        audit_change(app, tx, viewer, action, &subject, Change::made(&facts)).await
    }
}
