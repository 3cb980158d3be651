//! Tells registers what they are to record: each one thing after the other, in the order of its queue.

use chrono::TimeDelta;
use domain::fiscal::{Item, ReceiptKind, ReceiptState, SHIFT_LASTS, ShiftStep, Tenders, pause, shift_step};
use sea_orm::ActiveValue::{self, NotSet, Set};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use ::entity::{fiscal_receipt, fiscal_register};

use crate::app::App;
use crate::features::fiscal_register::{Order, Recorded, Register, RegisterError};
use crate::platform::Fault;

/// A worker that has not told the register anything for so long is taken for dead.
const LOCK: TimeDelta = TimeDelta::minutes(2);
/// Receipts that one round records at most, so that a worker that ends is not waited for.
const ROUND: usize = 200;
/// A register that says so often in a row that it has recorded another sum is believed, and somebody has to look at it.
const BELIEVED: i32 = 3;

/// Lets every register that has something to record, and can be asked now, record it. How many receipts were settled.
pub async fn drive(app: &App) -> Result<usize, Fault> {
    let mut settled = 0;
    for id in due(app).await? {
        settled += one(app, id).await?;
    }
    Ok(settled)
}

/// Registers with something to do.
async fn due(app: &App) -> Result<Vec<Uuid>, Fault> {
    use fiscal_register::Column;
    let now = app.clock.now();
    let busy = fiscal_receipt::Entity::find()
        .select_only()
        .column(fiscal_receipt::Column::RegisterId)
        .filter(fiscal_receipt::Column::State.is_in([ReceiptState::Queued.code(), ReceiptState::Sending.code()]))
        .distinct();
    let free = |column: Column| Condition::any().add(column.is_null()).add(column.lte(now));
    let asked = Condition::any()
        .add(Column::Id.in_subquery(sea_orm::QueryTrait::into_query(busy)))
        .add(Column::CloseAskedAt.is_not_null())
        .add(Column::ShiftOpenedAt.lte(now - SHIFT_LASTS));
    let rows = fiscal_register::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Enabled.eq(true))
        .filter(asked)
        .filter(free(Column::NextTryAt))
        .filter(free(Column::LockedUntil))
        .order_by_asc(Column::Id);
    Ok(rows.into_tuple().all(app.db.read()).await?)
}

/// Takes the register for itself; `None`: another worker has it.
async fn take(app: &App, id: Uuid) -> Result<Option<fiscal_register::Model>, Fault> {
    use fiscal_register::Column;
    let now = app.clock.now();
    let taken = fiscal_register::Entity::update_many()
        .col_expr(Column::LockedUntil, Expr::value(now + LOCK))
        .filter(Column::Id.eq(id))
        .filter(Column::Enabled.eq(true))
        .filter(Condition::any().add(Column::LockedUntil.is_null()).add(Column::LockedUntil.lte(now)))
        .exec_with_returning(&app.db.once())
        .await?;
    Ok(taken.into_iter().next())
}

async fn write(app: &App, row: fiscal_register::ActiveModel) -> Result<fiscal_register::Model, Fault> {
    Ok(fiscal_register::Entity::update(row).exec(&app.db.once()).await?)
}

async fn one(app: &App, id: Uuid) -> Result<usize, Fault> {
    let Some(mut register) = take(app, id).await? else { return Ok(0) };
    let door = app.registers.open(&register)?;
    let (mut settled, mut asked_again) = (0, false);
    let outcome = loop {
        if settled >= ROUND {
            break Ok(());
        }
        match step(app, &mut register, &*door).await? {
            Ok(Progress::Settled) => settled += 1,
            Ok(Progress::Nothing) => break Ok(()),
            // Somebody has closed its shift elsewhere: it tells what it has, and is told the same again.
            Err(RegisterError::Shift(_)) if !asked_again => {
                asked_again = true;
                register.unsure = true;
            }
            Err(error) => break Err(error),
        }
    };
    let mut row = fiscal_register::ActiveModel { id: Set(id), locked_until: Set(None), ..Default::default() };
    if let Err(error) = outcome {
        let now = app.clock.now();
        let failures = register.failures + 1;
        tracing::warn!(register = register.name, %error, failures, "a cash register did not do what it was told");
        row.failures = Set(failures);
        row.next_try_at = Set(Some(now + pause(failures)));
        row.last_error = Set(Some(error.to_string()));
        row.last_error_at = Set(Some(now));
        row.unsure = Set(true);
    }
    write(app, row).await?;
    Ok(settled)
}

enum Progress {
    Settled,
    /// There is nothing to do.
    Nothing,
}

/// Does the next thing of a register's queue.
async fn step(
    app: &App,
    register: &mut fiscal_register::Model,
    door: &dyn Register,
) -> Result<Result<Progress, RegisterError>, Fault> {
    if register.unsure {
        match door.state().await {
            Ok(state) => *register = see(app, register, state.shift).await?,
            Err(error) => return Ok(Err(error)),
        }
    }
    let Some(receipt) = next(app, register.id).await? else {
        let over = shift_step(register.shift_opened_at, app.clock.now()) == ShiftStep::Close;
        if (register.close_asked_at.is_some() || over)
            && let Err(error) = close(app, register, door).await?
        {
            return Ok(Err(error));
        }
        return Ok(Ok(Progress::Nothing));
    };
    // Whether it has recorded it is asked before it is told again: nothing is recorded twice.
    if receipt.state == ReceiptState::Sending.code() {
        match door.find(receipt.id).await {
            Ok(Some(recorded)) => return finish(app, register, &receipt, recorded).await,
            Ok(None) => {}
            Err(error) => return Ok(Err(error)),
        }
    }
    let shift = shift_step(register.shift_opened_at, app.clock.now());
    if shift == ShiftStep::Close
        && let Err(error) = close(app, register, door).await?
    {
        return Ok(Err(error));
    }
    if shift != ShiftStep::Go
        && let Err(error) = open(app, register, door).await?
    {
        return Ok(Err(error));
    }
    let order = order_of(&receipt)?;
    if !begin(app, register.id, &receipt).await? {
        return Ok(Ok(Progress::Settled));
    }
    match door.record(&order).await {
        Ok(recorded) => finish(app, register, &receipt, recorded).await,
        Err(RegisterError::Refused(words)) => {
            fail(app, &receipt, &words).await?;
            let seen = fiscal_register::ActiveModel {
                id: Set(register.id),
                last_error: Set(Some(words)),
                last_error_at: Set(Some(app.clock.now())),
                // Perhaps because of its shift.
                unsure: Set(true),
                ..Default::default()
            };
            *register = write(app, seen).await?;
            Ok(Ok(Progress::Settled))
        }
        Err(error) => {
            note(app, &receipt, &error.to_string()).await?;
            Ok(Err(error))
        }
    }
}

/// The head of the queue.
async fn next(app: &App, register: Uuid) -> Result<Option<fiscal_receipt::Model>, Fault> {
    use fiscal_receipt::Column;
    let queue = fiscal_receipt::Entity::find()
        .filter(Column::RegisterId.eq(register))
        .filter(Column::State.is_in([ReceiptState::Queued.code(), ReceiptState::Sending.code()]))
        .order_by_asc(Column::QueuedAt)
        .order_by_asc(Column::Id);
    Ok(queue.one(app.db.read()).await?)
}

async fn open(
    app: &App,
    register: &mut fiscal_register::Model,
    door: &dyn Register,
) -> Result<Result<(), RegisterError>, Fault> {
    Ok(match door.open_shift().await {
        Ok(shift) => {
            *register = see(app, register, Some(shift)).await?;
            Ok(())
        }
        Err(error) => Err(error),
    })
}

async fn close(
    app: &App,
    register: &mut fiscal_register::Model,
    door: &dyn Register,
) -> Result<Result<(), RegisterError>, Fault> {
    Ok(match door.close_shift().await {
        Ok(()) => {
            *register = see(app, register, None).await?;
            Ok(())
        }
        Err(error) => Err(error),
    })
}

/// What a register has told of its shift; it is well.
async fn see(
    app: &App,
    register: &fiscal_register::Model,
    shift: Option<crate::features::fiscal_register::RegisterShift>,
) -> Result<fiscal_register::Model, Fault> {
    let now = app.clock.now();
    let mut row = fiscal_register::ActiveModel {
        id: Set(register.id),
        shift_opened_at: Set(shift.map(|shift| shift.opened_at)),
        shift_number: Set(shift.map(|shift| shift.number)),
        unsure: Set(false),
        last_ok_at: Set(Some(now)),
        locked_until: Set(Some(now + LOCK)),
        ..Default::default()
    };
    if shift.is_none() {
        row.close_asked_at = Set(None);
    }
    write(app, row).await
}

fn order_of(receipt: &fiscal_receipt::Model) -> Result<Order, Fault> {
    let items: Vec<Item> = serde_json::from_value(receipt.items.clone())?;
    Ok(Order {
        id: receipt.id,
        kind: ReceiptKind::parse(&receipt.kind).ok_or_else(|| Fault::new("a receipt of no known kind"))?,
        items,
        tenders: Tenders {
            cash_minor: receipt.cash_minor,
            cashless_minor: receipt.cashless_minor,
            offset_minor: receipt.offset_minor,
        },
        cashier: receipt.cashier.clone(),
        correction: receipt.basis.clone().zip(receipt.settled_on),
    })
}

/// Writes down that the register is being told, before it is. False: somebody else has settled it.
async fn begin(app: &App, register: Uuid, receipt: &fiscal_receipt::Model) -> Result<bool, Fault> {
    use fiscal_receipt::Column;
    let row = fiscal_receipt::ActiveModel {
        state: Set(ReceiptState::Sending.code().into()),
        attempts: Set(receipt.attempts + 1),
        ..Default::default()
    };
    let begun = fiscal_receipt::Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(receipt.id))
        .filter(Column::RegisterId.eq(register))
        .filter(Column::Attempts.eq(receipt.attempts))
        .filter(Column::State.is_in([ReceiptState::Queued.code(), ReceiptState::Sending.code()]))
        .exec(&app.db.once())
        .await?;
    Ok(begun.rows_affected == 1)
}

/// It is recorded. What it has understood must be what it was told; otherwise somebody has to look at it.
async fn finish(
    app: &App,
    register: &mut fiscal_register::Model,
    receipt: &fiscal_receipt::Model,
    recorded: Recorded,
) -> Result<Result<Progress, RegisterError>, Fault> {
    use fiscal_receipt::Column;
    let now = app.clock.now();
    if recorded.sum_minor != receipt.amount_minor {
        let told = format!("recorded {} instead of {}", recorded.sum_minor, receipt.amount_minor);
        if register.failures < BELIEVED {
            note(app, receipt, &told).await?;
            return Ok(Err(RegisterError::Unknown(told)));
        }
        fail(app, receipt, &told).await?;
        return Ok(Ok(Progress::Settled));
    }
    let row = fiscal_receipt::ActiveModel {
        state: Set(ReceiptState::Done.code().into()),
        last_error: Set(None),
        done_at: Set(Some(now)),
        fn_number: Set(Some(recorded.fn_number)),
        fd_number: Set(Some(recorded.fd_number)),
        fm: Set(Some(recorded.fm)),
        inn: Set(Some(recorded.inn)),
        reg_number: Set(Some(recorded.reg_number)),
        issued_at: Set(Some(recorded.at)),
        shift_number: Set(Some(recorded.shift_number)),
        ..Default::default()
    };
    fiscal_receipt::Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(receipt.id))
        .filter(Column::State.ne(ReceiptState::Done.code()))
        .exec(&app.db.once())
        .await?;
    let well = fiscal_register::ActiveModel {
        id: Set(register.id),
        failures: Set(0),
        next_try_at: Set(None),
        last_ok_at: Set(Some(now)),
        locked_until: Set(Some(now + LOCK)),
        ..Default::default()
    };
    *register = write(app, well).await?;
    if let Some(order) = receipt.order_id {
        crate::features::order::changed(app, order);
    }
    Ok(Ok(Progress::Settled))
}

/// Somebody has to look at it.
async fn fail(app: &App, receipt: &fiscal_receipt::Model, words: &str) -> Result<(), Fault> {
    tell(app, receipt, words, Set(ReceiptState::Failed.code().into())).await
}

/// Why it is not recorded yet.
async fn note(app: &App, receipt: &fiscal_receipt::Model, words: &str) -> Result<(), Fault> {
    tell(app, receipt, words, NotSet).await
}

async fn tell(
    app: &App,
    receipt: &fiscal_receipt::Model,
    words: &str,
    state: ActiveValue<String>,
) -> Result<(), Fault> {
    let last_error = Set(Some(words.to_owned()));
    let row = fiscal_receipt::ActiveModel { id: Set(receipt.id), state, last_error, ..Default::default() };
    fiscal_receipt::Entity::update(row).exec(&app.db.once()).await?;
    Ok(())
}
