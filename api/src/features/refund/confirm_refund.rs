use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use domain::refund::{RefundState, RefundWay as Way};
use sea_orm::{DatabaseTransaction, EntityTrait};
use serde_json::json;
use uuid::Uuid;

use ::entity::overrule;

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::inventory;
use crate::features::order::{Access, Bundle, Order, OrderRefInput, find_returned, key_is_good, lock_order};
use crate::features::refund_request::{By, close_given_back};
use crate::features::wallet::wallet_of_person;
use crate::graphql::{
    Gid, IdempotencyConflict, Kind, NotRefundable, Permission, QuoteExpired, Viewer, app, error, viewer,
};
use crate::i18n::money;
use crate::platform::idempotency::{self, Begun};
use crate::platform::{Fault, secrets};

use super::approval::{ask_approval, note_at_once, waiting_for, waits_for_approval};
use super::carry_out::{carry_out, lines_of, raise_version};
use super::types::{Refund, RefundWay};

const OPERATION: &str = "confirmRefund";

/// Accepts an offer.
#[derive(InputObject)]
pub struct ConfirmRefundInput {
    pub order: OrderRefInput,
    pub quote_id: ID,
    /// For staff who may return tickets: DESK to pay the money out by hand. For the signed-in buyer, and for staff on their
    /// behalf: WALLET, at once to the buyer's internal account; NO_WALLET where there is none. Otherwise it goes the way it
    /// came, and what came by hand waits at a desk.
    pub way: Option<RefundWay>,
    /// Made by the client once for each attempt, 16 to 64 characters.
    pub idempotency_key: String,
}

#[derive(SimpleObject)]
pub struct RefundConfirmed {
    pub refund: Refund,
    pub order: Order,
}

#[derive(Union)]
pub enum ConfirmRefundResult {
    Confirmed(RefundConfirmed),
    QuoteExpired(QuoteExpired),
    NotRefundable(NotRefundable),
    IdempotencyConflict(IdempotencyConflict),
}

enum Rejection {
    Expired,
    NotRefundable(Option<Uuid>, &'static str),
    Conflict,
}

#[derive(Default)]
pub struct ConfirmRefund;

#[Object]
impl ConfirmRefund {
    /// Accepts an offer of `quoteRefund`: the tickets are void and the seats free for others at once, the money goes
    /// back the way it came. The same key again answers the same. An offer of `overruleRefund` above the station's amount is
    /// not carried out but becomes WAITING_APPROVAL: the tickets stay good, and a second person says yes with
    /// `approveRefund` or no with `declineRefund`; WAITS_FOR_APPROVAL: one of its tickets is in such a request already.
    #[graphql(complexity = "20 + child_complexity")]
    async fn confirm_refund(&self, ctx: &Context<'_>, input: ConfirmRefundInput) -> Result<ConfirmRefundResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let (order, access) = find_returned(app, viewer, &input.order).await?;
        let by_staff = access == Access::Staff;
        if input.way == Some(RefundWay::Desk) && !viewer.can(Permission::ReturnTickets) {
            return Err(error::forbidden());
        }
        let quote = Gid::find(Kind::Refund, &input.quote_id)?;
        if !key_is_good(&input.idempotency_key) {
            return Err(error::bad_input("idempotencyKey: from 16 to 64 printable characters"));
        }
        let language = viewer.language;
        let outcome = loop {
            match confirm_refund(app, viewer, (order.id, quote), &input, by_staff).await {
                Err(fault) if fault.is_transient() => {}
                outcome => break outcome?,
            }
        };
        Ok(match outcome {
            Ok(()) => {
                let bundle =
                    Bundle::one(app.db.read(), order.id).await?.ok_or_else(|| Fault::new("an order vanished"))?;
                let row = bundle.refunds.iter().find(|row| row.id == quote).cloned();
                let row = row.ok_or_else(|| Fault::new("a refund vanished"))?;
                let order = match access {
                    Access::Customer => Order::customers(bundle.order.clone()),
                    Access::Staff => Order::for_staff(bundle.order.clone()),
                };
                ConfirmRefundResult::Confirmed(RefundConfirmed { refund: Refund::of(row, Arc::new(bundle)), order })
            }
            Err(Rejection::Expired) => ConfirmRefundResult::QuoteExpired(QuoteExpired::new(language)),
            Err(Rejection::Conflict) => ConfirmRefundResult::IdempotencyConflict(IdempotencyConflict::new(language)),
            Err(Rejection::NotRefundable(line, reason)) => {
                let line = line.map(|id| Gid::of(Kind::Line, id));
                ConfirmRefundResult::NotRefundable(NotRefundable::new(language, line, reason))
            }
        })
    }
}

/// Whether the order's buyer has an internal account for its money.
async fn has_wallet(tx: &DatabaseTransaction, bundle: &Bundle) -> Result<bool, Fault> {
    let Some(buyer) = bundle.order.account_id else { return Ok(false) };
    let wallet = wallet_of_person(tx, buyer).await?;
    Ok(wallet.is_some_and(|wallet| wallet.currency == bundle.order.currency))
}

async fn confirm_refund(
    app: &App,
    viewer: &Viewer,
    (order, quote): (Uuid, Uuid),
    input: &ConfirmRefundInput,
    by_staff: bool,
) -> Result<Result<(), Rejection>, Fault> {
    let (now, key) = (app.clock.now(), input.idempotency_key.as_str());
    let fingerprint = secrets::fingerprint(format!("{order} {quote}").as_bytes());
    let tx = app.db.begin().await?;
    let bundle = lock_order(&tx, order).await?.ok_or_else(|| Fault::new("an order vanished"))?;
    match idempotency::begin(&tx, OPERATION, key, &fingerprint, serde_json::to_value(quote)?, now).await? {
        Begun::Fresh => {}
        Begun::Repeated(_) => return Ok(tx.give_up(Ok(())).await?),
        Begun::Conflict => return Ok(tx.give_up(Err(Rejection::Conflict)).await?),
    }
    let Some(row) = bundle.refunds.iter().find(|row| row.id == quote) else {
        return Ok(tx.give_up(Err(Rejection::NotRefundable(None, "NO_SUCH_LINE"))).await?);
    };
    if row.state == RefundState::WaitingApproval.code() {
        return Ok(tx.give_up(Err(Rejection::NotRefundable(None, "WAITS_FOR_APPROVAL"))).await?);
    }
    if row.state != RefundState::Quoted.code() {
        return Ok(tx.give_up(Err(Rejection::NotRefundable(None, "ALREADY_REFUNDED"))).await?);
    }
    if row.valid_until < now {
        return Ok(tx.give_up(Err(Rejection::Expired)).await?);
    }
    // By itself it goes the way it came, where that can be.
    let asked: Option<Way> = input.way.map(Way::from).filter(|way| *way != Way::Original);
    if asked == Some(Way::Wallet) && !has_wallet(&tx, &bundle).await? {
        return Ok(tx.give_up(Err(Rejection::NotRefundable(None, "NO_WALLET"))).await?);
    }
    let lines = match lines_of(&bundle, row)? {
        Ok(lines) => lines,
        Err((line, reason)) => return Ok(tx.give_up(Err(Rejection::NotRefundable(line, reason))).await?),
    };
    let overruled = overrule::Entity::find_by_id(quote).one(&tx).await?;
    if let Some(one) = &overruled {
        // Staff's offer beyond the rules is for who has made it.
        if !viewer.can(Permission::OverruleRefunds) || viewer.account_id() != Some(one.asked_by) {
            return Ok(tx.give_up(Err(Rejection::NotRefundable(None, "NO_SUCH_LINE"))).await?);
        }
        if let Some(waiting) = waiting_for(&bundle, &lines)? {
            return Ok(tx.give_up(Err(Rejection::NotRefundable(Some(waiting), "WAITS_FOR_APPROVAL"))).await?);
        }
        if waits_for_approval(app, &tx, one).await? {
            ask_approval(app, &tx, viewer, &bundle, (row, one), asked).await?;
            raise_version(&tx, &bundle).await?;
            tx.commit().await?;
            crate::features::order::changed(app, order);
            return Ok(Ok(()));
        }
    }
    let (way, spaces) = carry_out(app, &tx, &bundle, row, &lines, asked).await?;
    if let Some(one) = &overruled {
        note_at_once(app, &tx, one.id).await?;
    }
    let by = if by_staff || overruled.is_some() { By::Office } else { By::Customer };
    close_given_back(app, &tx, order, by).await?;
    if by == By::Office {
        let returned = money(viewer.language, row.amount_minor, &row.currency);
        let mut facts = json!({ "returned": returned, "way": way.code() });
        if let Some(one) = &overruled {
            facts["overruleReason"] = json!(one.reason);
            facts["beyondRules"] = json!(money(viewer.language, one.beyond_minor, &one.currency));
        }
        audit_change(app, &tx, viewer, "RETURN_TICKETS", &format!("order:{order}"), Change::made(&facts)).await?;
    }
    raise_version(&tx, &bundle).await?;
    let raised = inventory::bump(&tx, spaces).await?;
    tx.commit().await?;
    app.jobs.wake();
    inventory::changed(app, &raised);
    crate::features::order::changed(app, order);
    Ok(Ok(()))
}
