use async_graphql::{Context, Enum, InputObject, Object, Result, SimpleObject, Union};
use domain::money::Currency;
use domain::till::CashKind;
use rust_decimal::Decimal;
use sea_orm::{DatabaseTransaction, EntityTrait};
use serde_json::json;
use uuid::Uuid;

use ::entity::{cash_operation, shift};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::order::key_is_good;
use crate::graphql::{
    Can, Form, IdempotencyConflict, InvalidInput, Permission, ShiftNeeded, Viewer, app, error, viewer,
};
use crate::platform::idempotency::{self, Begun};
use crate::platform::{Fault, secrets};

use super::money::{self, words};
use super::till::{Movement, lock_open_shift, record};
use super::types::{CashOperation, Shift};

const OPERATION: &str = "moveCash";
/// Characters of a reason.
const LONGEST: usize = 200;

/// Why cash is put into a till or taken out of it.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum CashMove {
    /// Cash is put in, for example more change.
    In,
    /// Cash is taken out for an expense.
    Out,
    /// Cash is handed over to the station's safe.
    Collection,
}

impl CashMove {
    fn kind(self) -> CashKind {
        match self {
            CashMove::In => CashKind::In,
            CashMove::Out => CashKind::Out,
            CashMove::Collection => CashKind::Collection,
        }
    }
}

#[derive(InputObject, Clone, Debug)]
pub struct MoveCashInput {
    pub kind: CashMove,
    /// Above zero, whole units of the currency.
    pub amount: Decimal,
    /// ISO 4217.
    pub currency: String,
    /// What for, or to whom; needed for what is put in or taken out. At most 200 characters.
    pub reason: Option<String>,
    /// Made by the client once for each attempt, 16 to 64 characters.
    pub idempotency_key: String,
}

#[derive(SimpleObject)]
pub struct CashMoved {
    pub operation: CashOperation,
    pub shift: Shift,
}

#[derive(Union)]
pub enum MoveCashResult {
    Moved(CashMoved),
    InvalidInput(InvalidInput),
    ShiftNeeded(ShiftNeeded),
    IdempotencyConflict(IdempotencyConflict),
}

#[derive(Default)]
pub struct MoveCash;

#[Object]
impl MoveCash {
    /// Cashiers: puts cash into the till of one's open shift, takes it out, or hands it over to the station's safe.
    /// NOT_ENOUGH_CASH at `amount`: there is less in the till.
    #[graphql(guard = "Can(Permission::SellAtDesk)", complexity = "20 + child_complexity")]
    async fn move_cash(&self, ctx: &Context<'_>, input: MoveCashInput) -> Result<MoveCashResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let cashier = viewer.account_id().ok_or_else(error::forbidden)?;
        let mut form = Form::new(viewer.language);
        if !key_is_good(&input.idempotency_key) {
            form.wrong("idempotencyKey", "KEY_FORM");
        }
        let currency = form.currency("currency", &input.currency).unwrap_or(Currency::KGS);
        let amount = form.sum("amount", input.amount, currency);
        let reason = match input.kind {
            CashMove::Collection => form.optional("reason", input.reason.as_deref(), LONGEST),
            CashMove::In | CashMove::Out => {
                Some(form.text("reason", input.reason.as_deref().unwrap_or_default(), LONGEST))
            }
        };
        if let Some(problem) = form.problem() {
            return Ok(MoveCashResult::InvalidInput(problem));
        }
        let kind = input.kind.kind();
        let signed = if kind == CashKind::In { amount } else { -amount };
        let wanted = Wanted { kind, currency, amount_minor: signed, reason };
        loop {
            match move_cash(app, viewer, cashier, &input.idempotency_key, &wanted).await {
                Err(fault) if fault.is_transient() => {}
                outcome => return Ok(outcome?),
            }
        }
    }
}

/// What was asked for, checked.
#[derive(Debug)]
struct Wanted {
    kind: CashKind,
    currency: Currency,
    /// What goes out is negative.
    amount_minor: i64,
    reason: Option<String>,
}

async fn move_cash(
    app: &App,
    viewer: &Viewer,
    cashier: Uuid,
    key: &str,
    wanted: &Wanted,
) -> Result<MoveCashResult, Fault> {
    let fingerprint = secrets::fingerprint(format!("{cashier} {wanted:?}").as_bytes());
    let tx = app.db.begin().await?;
    let id = app.ids.new();
    match idempotency::begin(&tx, OPERATION, key, &fingerprint, json!(id), app.clock.now()).await? {
        Begun::Fresh => {}
        Begun::Repeated(answer) => {
            let done = done(&tx, serde_json::from_value(answer)?).await?;
            return Ok(tx.give_up(MoveCashResult::Moved(done)).await?);
        }
        Begun::Conflict => {
            let conflict = IdempotencyConflict::new(viewer.language);
            return Ok(tx.give_up(MoveCashResult::IdempotencyConflict(conflict)).await?);
        }
    }
    let Some(at) = lock_open_shift(&tx, cashier).await? else {
        return Ok(tx.give_up(MoveCashResult::ShiftNeeded(ShiftNeeded::new(viewer.language))).await?);
    };
    let movement = Movement::of_cash(id, wanted.kind, wanted.currency, wanted.amount_minor, wanted.reason.clone());
    if let Err(short) = record(app, &tx, &at, vec![movement]).await? {
        let mut form = Form::new(viewer.language);
        money::tell_short(&mut form, "amount", &short);
        return Ok(tx.give_up(MoveCashResult::InvalidInput(form.told())).await?);
    }
    let facts = json!({ "kind": wanted.kind.code(), "amount": words(wanted.amount_minor, wanted.currency),
                        "reason": wanted.reason });
    audit_change(app, &tx, viewer, "MOVE_CASH", &format!("shift:{}", at.shift.id), Change::made(&facts)).await?;
    let done = done(&tx, id).await?;
    tx.commit().await?;
    Ok(MoveCashResult::Moved(done))
}

async fn done(tx: &DatabaseTransaction, id: Uuid) -> Result<CashMoved, Fault> {
    let row = cash_operation::Entity::find_by_id(id).one(tx).await?;
    let row = row.ok_or_else(|| Fault::new("an operation vanished"))?;
    let shift = shift::Entity::find_by_id(row.shift_id).one(tx).await?;
    let shift = shift.ok_or_else(|| Fault::new("an operation without its shift"))?;
    Ok(CashMoved { operation: CashOperation::from(row), shift: Shift(shift) })
}
