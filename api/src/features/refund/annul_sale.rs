use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use domain::order::LineState;
use domain::till::Tender;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use ::entity::{order_line, payment, refund};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::order::{Bundle, Order, key_is_good, lock_order, reread, staff_order};
use crate::features::passage::boarded_lines;
use crate::features::shift::{lock_open_shift, open_shift_of, tell_short};
use crate::features::{inventory, notification};
use crate::graphql::{
    Can, Form, IdempotencyConflict, InvalidInput, Money, Permission, ShiftNeeded, Viewer, app, viewer,
};
use crate::i18n::money;
use crate::platform::idempotency::{self, Begun};
use crate::platform::{Fault, secrets};

use super::carry_out::raise_version;
use super::pay_out_refunds::hand_over;
use super::promise::{Reason, return_in_full};

const OPERATION: &str = "annulSale";
/// Characters of the reason.
const LONGEST: usize = 200;

#[derive(InputObject, Clone, Debug)]
pub struct AnnulSaleInput {
    pub order_id: ID,
    /// What went wrong, for who looks through the shift. At most 200 characters.
    pub reason: String,
    /// Made by the client once for each attempt, 16 to 64 characters.
    pub idempotency_key: String,
}

/// The sale is undone: the tickets are void, the seats are free, and the money is with the customer.
#[derive(SimpleObject)]
pub struct SaleAnnulled {
    pub order: Order,
    /// To be given back from the till; the rest goes back by the desk's card terminal.
    pub cash: Money,
    /// To be given back by the desk's card terminal.
    pub card: Money,
}

#[derive(Union)]
pub enum AnnulSaleResult {
    Annulled(SaleAnnulled),
    InvalidInput(InvalidInput),
    ShiftNeeded(ShiftNeeded),
    IdempotencyConflict(IdempotencyConflict),
}

enum Rejection {
    Invalid(InvalidInput),
    NoShift,
    Conflict,
}

#[derive(Default)]
pub struct AnnulSale;

#[Object]
impl AnnulSale {
    /// Cashiers with the right to it: undoes a sale that should not have been made, whole and with its fees, in the shift in
    /// which it was made: the money leaves the till as it came. NOT_OF_THIS_SHIFT, TOO_LATE_TO_ANNUL (the station sets after
    /// how many minutes), CHANGED_SINCE (something of it was returned, exchanged or split), BOARDED and TRIP_LEFT at
    /// `orderId`; NOT_ENOUGH_CASH at `orderId`: there is less in the till.
    #[graphql(guard = "Can(Permission::AnnulSales)", complexity = "30 + child_complexity")]
    async fn annul_sale(&self, ctx: &Context<'_>, input: AnnulSaleInput) -> Result<AnnulSaleResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let order = staff_order(app, viewer, &input.order_id).await?.id;
        let mut form = Form::new(viewer.language);
        if !key_is_good(&input.idempotency_key) {
            form.wrong("idempotencyKey", "KEY_FORM");
        }
        let reason = form.text("reason", &input.reason, LONGEST);
        if let Some(problem) = form.problem() {
            return Ok(AnnulSaleResult::InvalidInput(problem));
        }
        let outcome = loop {
            match annul(app, viewer, order, &reason, &input.idempotency_key).await {
                Err(fault) if fault.is_transient() => {}
                outcome => break outcome?,
            }
        };
        Ok(match outcome {
            Ok(()) => {
                let row = reread(app, order).await?;
                let (cash, card) = handed_over(app, order).await?;
                AnnulSaleResult::Annulled(SaleAnnulled {
                    cash: Money::of(cash, &row.currency),
                    card: Money::of(card, &row.currency),
                    order: Order::for_staff(row),
                })
            }
            Err(Rejection::Invalid(problem)) => AnnulSaleResult::InvalidInput(problem),
            Err(Rejection::NoShift) => AnnulSaleResult::ShiftNeeded(ShiftNeeded::new(viewer.language)),
            Err(Rejection::Conflict) => AnnulSaleResult::IdempotencyConflict(IdempotencyConflict::new(viewer.language)),
        })
    }
}

/// What of an annulled sale went back in cash and by card, minor units.
async fn handed_over(app: &App, order: Uuid) -> Result<(i64, i64), Fault> {
    let bundle = Bundle::one(app.db.read(), order).await?.ok_or_else(|| Fault::new("an order vanished"))?;
    let by = |tender| annulled(&bundle, &bundle.refunds, tender).iter().map(|row| row.amount_minor).sum();
    Ok((by(Tender::Cash), by(Tender::Card)))
}

/// Of these refunds of an order those of its annulment whose money was taken this way.
fn annulled<'a>(bundle: &Bundle, refunds: &'a [refund::Model], tender: Tender) -> Vec<&'a refund::Model> {
    let taken = |payment: &&payment::Model| Tender::of_method(&payment.method) == Some(tender);
    let payments: Vec<Uuid> = bundle.payments.iter().filter(taken).map(|payment| payment.id).collect();
    let its = |row: &&refund::Model| row.payment_id.is_some_and(|id| payments.contains(&id)) && row.amount_minor > 0;
    refunds.iter().filter(|row| row.reason == Reason::Annulled.code()).filter(its).collect()
}

async fn annul(
    app: &App,
    viewer: &Viewer,
    order: Uuid,
    reason: &str,
    key: &str,
) -> Result<Result<(), Rejection>, Fault> {
    let now = app.clock.now();
    let cashier = viewer.account_id().ok_or_else(|| Fault::new("a sale is annulled by nobody"))?;
    let fingerprint = secrets::fingerprint(format!("{cashier} {order} {reason}").as_bytes());
    let tx = app.db.begin().await?;
    let bundle = lock_order(&tx, order).await?.ok_or_else(|| Fault::new("an order vanished"))?;
    match idempotency::begin(&tx, OPERATION, key, &fingerprint, json!(null), now).await? {
        Begun::Fresh => {}
        Begun::Repeated(_) => return Ok(tx.give_up(Ok(())).await?),
        Begun::Conflict => return Ok(tx.give_up(Err(Rejection::Conflict)).await?),
    }
    let Some(at) = lock_open_shift(&tx, cashier).await? else {
        return Ok(tx.give_up(Err(Rejection::NoShift)).await?);
    };
    let lines = issued(&bundle);
    if let Some(code) = objection(app, &*tx, &bundle, at.shift.id, &lines).await? {
        let problem = InvalidInput::one(viewer.language, "orderId", code);
        return Ok(tx.give_up(Err(Rejection::Invalid(problem))).await?);
    }
    let whole = return_in_full(app, &tx, &bundle, &lines, Reason::Annulled).await?;
    let promised = refund::Entity::find().filter(refund::Column::OrderId.eq(order)).all(&tx).await?;
    for tender in Tender::ALL {
        let waiting = annulled(&bundle, &promised, tender);
        if let Err(short) = hand_over(app, &tx, &at, &bundle, &waiting, tender).await? {
            let mut form = Form::new(viewer.language);
            tell_short(&mut form, "orderId", &short);
            return Ok(tx.give_up(Err(Rejection::Invalid(form.told()))).await?);
        }
    }
    notification::refunded(app, &tx, &bundle, &whole).await?;
    let facts = json!({
        "returned": money(viewer.language, whole.amount_minor, &whole.currency),
        "reason": reason,
        "shift": at.shift.number,
    });
    audit_change(app, &tx, viewer, "ANNUL_SALE", &format!("order:{order}"), Change::made(&facts)).await?;
    raise_version(&tx, &bundle).await?;
    let raised = inventory::bump(&tx, lines.iter().map(|line| line.space_id).collect()).await?;
    tx.commit().await?;
    app.jobs.wake();
    inventory::changed(app, &raised);
    crate::features::order::changed(app, order);
    Ok(Ok(()))
}

/// Whether `annulSale` would undo the sale now, in the open shift of that account.
pub async fn can_annul(app: &App, bundle: &Bundle, cashier: Uuid) -> Result<bool, Fault> {
    let db = app.db.read();
    let Some(shift) = open_shift_of(db, cashier).await? else { return Ok(false) };
    Ok(objection(app, db, bundle, shift.id, &issued(bundle)).await?.is_none())
}

fn issued(bundle: &Bundle) -> Vec<&order_line::Model> {
    bundle.lines.iter().filter(|line| line.state == LineState::Issued.code()).collect()
}

/// Why the sale cannot be annulled in this shift.
async fn objection(
    app: &App,
    db: &impl ConnectionTrait,
    bundle: &Bundle,
    shift: Uuid,
    lines: &[&order_line::Model],
) -> Result<Option<&'static str>, Fault> {
    let now = app.clock.now();
    let paid: Vec<&payment::Model> = bundle.payments.iter().filter(|payment| payment.paid_at.is_some()).collect();
    if paid.is_empty() || paid.iter().any(|payment| payment.shift_id != Some(shift)) {
        return Ok(Some("NOT_OF_THIS_SHIFT"));
    }
    let sold = |line: &&order_line::Model| {
        !matches!(LineState::parse(&line.state), Some(LineState::Held | LineState::Expired | LineState::Released))
    };
    let given = bundle.refunds.iter().any(|row| row.confirmed_at.is_some());
    let moved = paid.iter().any(|payment| payment.moved_minor > 0 || payment.origin_id.is_some());
    if lines.is_empty() || given || moved || bundle.lines.iter().filter(sold).count() != lines.len() {
        return Ok(Some("CHANGED_SINCE"));
    }
    let limit = app.network.get(app).await?.settings.annul;
    let sold_at = paid.iter().filter_map(|payment| payment.paid_at).min().unwrap_or(now);
    if limit.is_zero() || now - sold_at > limit {
        return Ok(Some("TOO_LATE_TO_ANNUL"));
    }
    let ids: Vec<Uuid> = lines.iter().map(|line| line.id).collect();
    if !boarded_lines(db, &ids).await?.is_empty() {
        return Ok(Some("BOARDED"));
    }
    let left = bundle.segments.iter().any(|segment| segment.departs_at <= now);
    Ok(left.then_some("TRIP_LEFT"))
}
