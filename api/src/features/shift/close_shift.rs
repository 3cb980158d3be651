use std::collections::{BTreeMap, BTreeSet};

use async_graphql::{Context, InputObject, Object, Result, SimpleObject, Union};
use domain::money::Currency;
use domain::till::CashKind;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Set};
use serde_json::json;
use uuid::Uuid;

use ::entity::{desk, fiscal_register, shift};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::order::key_is_good;
use crate::graphql::{
    Can, Form, IdempotencyConflict, InvalidInput, Permission, ShiftNeeded, Viewer, app, error, viewer,
};
use crate::platform::idempotency::{self, Begun};
use crate::platform::{Fault, secrets};

use super::money::{self, CashInput, words};
use super::report::balances;
use super::till::{AtDesk, Movement, lock_open_shift, record};
use super::types::Shift;

const OPERATION: &str = "closeShift";
/// Characters of a note.
const LONGEST: usize = 500;

#[derive(InputObject, Clone, Debug)]
pub struct CloseShiftInput {
    /// The cash that the cashier has counted, by currency: each that the till should have, and each that is there.
    pub counted: Vec<CashInput>,
    /// Needed where what was counted differs from what should be there. At most 500 characters.
    pub note: Option<String>,
    /// Made by the client once for each attempt, 16 to 64 characters.
    pub idempotency_key: String,
}

#[derive(SimpleObject)]
pub struct ShiftClosed {
    pub shift: Shift,
}

#[derive(Union)]
pub enum CloseShiftResult {
    Closed(ShiftClosed),
    InvalidInput(InvalidInput),
    ShiftNeeded(ShiftNeeded),
    IdempotencyConflict(IdempotencyConflict),
}

#[derive(Default)]
pub struct CloseShift;

#[Object]
impl CloseShift {
    /// Cashiers: ends one's own open shift with what was counted. What is too much or missing is booked as a difference,
    /// and all the cash goes to the station's safe. NOT_COUNTED at `counted`: a currency of the till is not named;
    /// REQUIRED at `note`: there is a difference, say why.
    #[graphql(guard = "Can(Permission::SellAtDesk)", complexity = "20 + child_complexity")]
    async fn close_shift(&self, ctx: &Context<'_>, input: CloseShiftInput) -> Result<CloseShiftResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let cashier = viewer.account_id().ok_or_else(error::forbidden)?;
        let mut form = Form::new(viewer.language);
        if !key_is_good(&input.idempotency_key) {
            form.wrong("idempotencyKey", "KEY_FORM");
        }
        let counted = money::read(&mut form, "counted", &input.counted);
        let note = form.optional("note", input.note.as_deref(), LONGEST);
        if let Some(problem) = form.problem() {
            return Ok(CloseShiftResult::InvalidInput(problem));
        }
        loop {
            match close(app, viewer, cashier, &counted, note.as_deref(), &input.idempotency_key).await {
                Err(fault) if fault.is_transient() => {}
                outcome => return Ok(outcome?),
            }
        }
    }
}

async fn close(
    app: &App,
    viewer: &Viewer,
    cashier: Uuid,
    counted: &BTreeMap<Currency, i64>,
    note: Option<&str>,
    key: &str,
) -> Result<CloseShiftResult, Fault> {
    let now = app.clock.now();
    let open = shift_of(app, cashier).await?;
    let fingerprint = secrets::fingerprint(format!("{cashier} {counted:?} {note:?}").as_bytes());
    let tx = app.db.begin().await?;
    match idempotency::begin(&tx, OPERATION, key, &fingerprint, json!(open), now).await? {
        Begun::Fresh => {}
        Begun::Repeated(answer) => {
            let id: Uuid = serde_json::from_value(answer)?;
            let row = shift::Entity::find_by_id(id).one(&tx).await?;
            let shift = Shift(row.ok_or_else(|| Fault::new("a shift vanished"))?);
            return Ok(tx.give_up(CloseShiftResult::Closed(ShiftClosed { shift })).await?);
        }
        Begun::Conflict => {
            let conflict = IdempotencyConflict::new(viewer.language);
            return Ok(tx.give_up(CloseShiftResult::IdempotencyConflict(conflict)).await?);
        }
    }
    let at = lock_open_shift(&tx, cashier).await?.filter(|at| Some(at.shift.id) == open);
    let Some(at) = at else {
        return Ok(tx.give_up(CloseShiftResult::ShiftNeeded(ShiftNeeded::new(viewer.language))).await?);
    };
    let expected = balances(&*tx, at.shift.id).await?;
    let mut form = Form::new(viewer.language);
    let missing = expected.iter().filter(|(currency, there)| **there > 0 && !counted.contains_key(currency));
    for (currency, _) in missing {
        form.wrong_with("counted", "NOT_COUNTED", &[("currency", currency.code())]);
    }
    let currencies: BTreeSet<Currency> = expected.keys().chain(counted.keys()).copied().collect();
    let of = |map: &BTreeMap<Currency, i64>, currency: &Currency| map.get(currency).copied().unwrap_or(0);
    let differs = |currency: &&Currency| of(counted, currency) != of(&expected, currency);
    if note.is_none() && currencies.iter().any(|currency| differs(&currency)) {
        form.wrong("note", "DIFFERENCE_UNEXPLAINED");
    }
    if let Some(problem) = form.problem() {
        return Ok(tx.give_up(CloseShiftResult::InvalidInput(problem)).await?);
    }
    let mut movements = Vec::new();
    for currency in &currencies {
        let (there, found) = (of(&expected, currency), of(counted, currency));
        let mut add = |kind, amount, note: Option<&str>| {
            let note = note.map(ToOwned::to_owned);
            movements.push(Movement::of_cash(app.ids.new(), kind, *currency, amount, note));
        };
        if found != there {
            add(CashKind::Difference, found - there, note);
        }
        if found > 0 {
            add(CashKind::Collection, -found, None);
        }
    }
    if record(app, &tx, &at, movements).await?.is_err() {
        return Err(Fault::new("a till has less than was counted"));
    }
    let closed = shift::ActiveModel {
        id: Set(at.shift.id),
        closed_at: Set(Some(now)),
        closing_note: Set(note.map(ToOwned::to_owned)),
        ..Default::default()
    };
    let row = shift::Entity::update(closed).exec(&tx).await?;
    let cash: Vec<String> = counted.iter().map(|(currency, amount)| words(*amount, *currency)).collect();
    let differences: Vec<String> = currencies
        .iter()
        .filter(differs)
        .map(|currency| words(of(counted, currency) - of(&expected, currency), *currency))
        .collect();
    let facts =
        json!({ "desk": at.desk.sign, "shift": row.number, "counted": cash, "differences": differences, "note": note });
    close_register(app, &tx, &at).await?;
    audit_change(app, &tx, viewer, "CLOSE_SHIFT", &format!("shift:{}", row.id), Change::made(&facts)).await?;
    tx.commit().await?;
    Ok(CloseShiftResult::Closed(ShiftClosed { shift: Shift(row) }))
}

/// The shift of the desk's own cash register is closed too, when nobody else of it works any more.
async fn close_register(app: &App, tx: &DatabaseTransaction, at: &AtDesk) -> Result<(), Fault> {
    let Some(register) = at.desk.register_id else { return Ok(()) };
    let desks = desk::Entity::find().select_only().column(desk::Column::Id);
    let desks = desks.filter(desk::Column::RegisterId.eq(register)).into_query();
    let others = shift::Entity::find()
        .filter(shift::Column::DeskId.in_subquery(desks))
        .filter(shift::Column::Id.ne(at.shift.id))
        .filter(shift::Column::ClosedAt.is_null());
    if others.one(tx).await?.is_some() {
        return Ok(());
    }
    fiscal_register::Entity::update_many()
        .col_expr(fiscal_register::Column::CloseAskedAt, Expr::value(app.clock.now()))
        .filter(fiscal_register::Column::Id.eq(register))
        .filter(fiscal_register::Column::ServesAll.eq(false))
        .filter(fiscal_register::Column::ShiftOpenedAt.is_not_null())
        .exec(tx)
        .await?;
    Ok(())
}

/// The cashier's open shift, as the key remembers it.
async fn shift_of(app: &App, cashier: Uuid) -> Result<Option<Uuid>, Fault> {
    let own = shift::Entity::find().filter(shift::Column::AccountId.eq(cashier));
    let row = own.filter(shift::Column::ClosedAt.is_null()).one(app.db.read()).await?;
    Ok(row.map(|row| row.id))
}
