use std::collections::BTreeMap;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use domain::money::Currency;
use domain::till::CashKind;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
};
use serde_json::json;
use uuid::Uuid;

use ::entity::{desk, shift, staff_desk};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::order::key_is_good;
use crate::graphql::{Can, Form, Gid, IdempotencyConflict, InvalidInput, Kind, Permission, Viewer, app, error, viewer};
use crate::platform::idempotency::{self, Begun};
use crate::platform::{Fault, secrets};

use super::money::{self, CashInput, words};
use super::till::{AtDesk, Movement, record};
use super::types::Shift;

const OPERATION: &str = "openShift";

#[derive(InputObject, Clone, Debug)]
pub struct OpenShiftInput {
    /// Where the cashier sits down: one of `desks`.
    pub desk_id: ID,
    /// Cash taken from the station's safe to give change with, by currency. May be empty.
    #[graphql(default)]
    pub float: Vec<CashInput>,
    /// Made by the client once for each attempt, 16 to 64 characters.
    pub idempotency_key: String,
}

#[derive(SimpleObject)]
pub struct ShiftOpened {
    pub shift: Shift,
}

#[derive(Union)]
pub enum OpenShiftResult {
    Opened(ShiftOpened),
    InvalidInput(InvalidInput),
    IdempotencyConflict(IdempotencyConflict),
}

enum Rejection {
    Invalid(InvalidInput),
    Conflict,
}

#[derive(Default)]
pub struct OpenShift;

#[Object]
impl OpenShift {
    /// Cashiers: begins one's own shift at a desk. A desk and a cashier have at most one open shift: DESK_BUSY and
    /// SHIFT_OPEN at `deskId` say that there is one already; DESK_NOT_YOURS that one works at other desks.
    #[graphql(guard = "Can(Permission::SellAtDesk)", complexity = "20 + child_complexity")]
    async fn open_shift(&self, ctx: &Context<'_>, input: OpenShiftInput) -> Result<OpenShiftResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let cashier = viewer.account_id().ok_or_else(error::forbidden)?;
        let mut form = Form::new(viewer.language);
        if !key_is_good(&input.idempotency_key) {
            form.wrong("idempotencyKey", "KEY_FORM");
        }
        let float = money::read(&mut form, "float", &input.float);
        let desk = find_desk(app, viewer, cashier, &input.desk_id, &mut form).await?;
        if let Some(problem) = form.problem() {
            return Ok(OpenShiftResult::InvalidInput(problem));
        }
        let desk = desk.ok_or_else(error::not_found)?;
        let outcome = loop {
            match open(app, viewer, cashier, &desk, &float, &input).await {
                Err(fault) if fault.is_transient() => {}
                outcome => break outcome?,
            }
        };
        Ok(match outcome {
            Ok(row) => OpenShiftResult::Opened(ShiftOpened { shift: Shift(row) }),
            Err(Rejection::Invalid(problem)) => OpenShiftResult::InvalidInput(problem),
            Err(Rejection::Conflict) => OpenShiftResult::IdempotencyConflict(IdempotencyConflict::new(viewer.language)),
        })
    }
}

/// The desk, if the cashier works there and it is in use.
async fn find_desk(
    app: &App,
    viewer: &Viewer,
    cashier: Uuid,
    id: &ID,
    form: &mut Form,
) -> Result<Option<desk::Model>, Fault> {
    let Some(id) = Gid::read(Kind::Desk, id) else {
        form.wrong("deskId", "NO_SUCH_DESK");
        return Ok(None);
    };
    let row = desk::Entity::find_by_id(id).one(app.db.read()).await?;
    let stations = viewer.only_stations();
    let Some(row) = row.filter(|row| stations.is_empty() || stations.contains(&row.stop_id)) else {
        form.wrong("deskId", "NO_SUCH_DESK");
        return Ok(None);
    };
    if !row.active {
        form.wrong("deskId", "DESK_NOT_IN_USE");
    }
    let ties = staff_desk::Entity::find().filter(staff_desk::Column::AccountId.eq(cashier)).all(app.db.read()).await?;
    if !ties.is_empty() && ties.iter().all(|tie| tie.desk_id != row.id) {
        form.wrong("deskId", "DESK_NOT_YOURS");
    }
    Ok(Some(row))
}

async fn open(
    app: &App,
    viewer: &Viewer,
    cashier: Uuid,
    desk: &desk::Model,
    float: &BTreeMap<Currency, i64>,
    input: &OpenShiftInput,
) -> Result<Result<shift::Model, Rejection>, Fault> {
    let now = app.clock.now();
    let fingerprint = secrets::fingerprint(format!("{cashier} {} {float:?}", desk.id).as_bytes());
    let tx = app.db.begin().await?;
    let id = app.ids.new();
    let key = input.idempotency_key.as_str();
    match idempotency::begin(&tx, OPERATION, key, &fingerprint, json!(id), now).await? {
        Begun::Fresh => {}
        Begun::Repeated(answer) => {
            let before: Uuid = serde_json::from_value(answer)?;
            let row = shift::Entity::find_by_id(before).one(&tx).await?;
            let row = row.ok_or_else(|| Fault::new("a shift vanished"))?;
            return Ok(tx.give_up(Ok(row)).await?);
        }
        Begun::Conflict => return Ok(tx.give_up(Err(Rejection::Conflict)).await?),
    }
    let row = shift::Model {
        id,
        desk_id: desk.id,
        number: last_number(&tx, desk.id).await? + 1,
        account_id: cashier,
        opened_at: now,
        closed_at: None,
        closing_note: None,
        version: 1,
    };
    // Nobody has to look first: where a shift is open at the desk, or of the cashier, the database refuses.
    if let Err(error) = shift::Entity::insert(shift::ActiveModel::from(row.clone())).exec_without_returning(&tx).await {
        if matches!(error.sql_err(), Some(sea_orm::SqlErr::UniqueConstraintViolation(_))) {
            let code = if is_open(app.db.read(), cashier).await? { "SHIFT_OPEN" } else { "DESK_BUSY" };
            let problem = InvalidInput::one(viewer.language, "deskId", code);
            return Ok(tx.give_up(Err(Rejection::Invalid(problem))).await?);
        }
        return Err(error.into());
    }
    let at = AtDesk { shift: row.clone(), desk: desk.clone() };
    let floats = float.iter().filter(|(_, amount)| **amount > 0);
    let floats =
        floats.map(|(currency, amount)| Movement::of_cash(app.ids.new(), CashKind::Float, *currency, *amount, None));
    if record(app, &tx, &at, floats.collect()).await?.is_err() {
        return Err(Fault::new("a float took cash out"));
    }
    let cash: Vec<String> = float.iter().map(|(currency, amount)| words(*amount, *currency)).collect();
    let change = Change::made(&json!({ "desk": desk.sign, "shift": row.number, "float": cash }));
    audit_change(app, &tx, viewer, "OPEN_SHIFT", &format!("shift:{id}"), change).await?;
    tx.commit().await?;
    Ok(Ok(row))
}

async fn last_number(tx: &DatabaseTransaction, desk: Uuid) -> Result<i64, Fault> {
    let last = shift::Entity::find().filter(shift::Column::DeskId.eq(desk)).order_by_desc(shift::Column::Number);
    Ok(last.one(tx).await?.map_or(0, |row| row.number))
}

async fn is_open(db: &impl ConnectionTrait, cashier: Uuid) -> Result<bool, Fault> {
    let own = shift::Entity::find().filter(shift::Column::AccountId.eq(cashier));
    Ok(own.filter(shift::Column::ClosedAt.is_null()).count(db).await? > 0)
}
