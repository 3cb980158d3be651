use async_graphql::{Context, InputObject, Object, Result, SimpleObject, Union};
use domain::blank::BlankState as State;
use domain::order::LineState;
use sea_orm::{ConnectionTrait, EntityTrait, Set};
use serde_json::json;
use uuid::Uuid;

use ::entity::{blank, blank_block, order_line};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::shift::lock_open_shift;
use crate::graphql::{CanAny, Form, InvalidInput, Permission, Viewer, app, error, viewer};
use crate::platform::Fault;

use super::types::{Blank, BlankState, lock_blank};

#[derive(InputObject)]
pub struct MarkBlankInput {
    /// As it is printed, `АБ 000123`.
    pub blank: String,
    /// SPOILT, LOST, or FREE again.
    pub state: BlankState,
    /// Why; at most 200 characters.
    pub note: Option<String>,
}

/// The blank is marked.
#[derive(SimpleObject)]
pub struct BlankMarked {
    pub blank: Blank,
}

#[derive(Union)]
pub enum MarkBlankResult {
    Marked(BlankMarked),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct MarkBlank;

#[Object]
impl MarkBlank {
    /// Cashiers for the desk of their open shift, accountants for all: a blank is spoilt or lost, or is free after all. A
    /// sold one can be marked once its ticket is given back: free, to be entered again, where the entry was a mistake.
    /// NO_SUCH_BLANK and BLANK_ELSEWHERE at `blank`; BLANK_SOLD and BLANK_ALREADY at `state`; REQUIRED at `note`.
    #[graphql(
        guard = "CanAny([Permission::SellAtDesk, Permission::ManageBlanks])",
        complexity = "20 + child_complexity"
    )]
    async fn mark_blank(&self, ctx: &Context<'_>, input: MarkBlankInput) -> Result<MarkBlankResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let mut form = Form::new(viewer.language);
        let note = form.optional("note", input.note.as_deref(), 200);
        let to = State::from(input.state);
        if note.is_none() && form.is_good() {
            form.wrong("note", "REQUIRED");
        }
        if to == State::Sold {
            form.wrong("state", "BLANK_SOLD");
        }
        if let Some(problem) = form.problem() {
            return Ok(MarkBlankResult::InvalidInput(problem));
        }
        Ok(match mark(app, viewer, &input.blank, to, note).await? {
            Ok(row) => MarkBlankResult::Marked(BlankMarked { blank: Blank(row) }),
            Err((path, code)) => MarkBlankResult::InvalidInput(InvalidInput::one(viewer.language, path, code)),
        })
    }
}

async fn mark(
    app: &App,
    viewer: &Viewer,
    number: &str,
    to: State,
    note: Option<String>,
) -> Result<Result<blank::Model, (&'static str, &'static str)>, async_graphql::Error> {
    let account = viewer.account_id().ok_or_else(error::forbidden)?;
    let tx = app.db.begin().await.map_err(Fault::from)?;
    let Some(row) = lock_blank(&*tx, number).await? else {
        return Ok(tx.give_up(Err(("blank", "NO_SUCH_BLANK"))).await.map_err(Fault::from)?);
    };
    let at = lock_open_shift(&tx, account).await?;
    let at_desk = desk_of(&*tx, row.block_id).await?;
    let here = at.filter(|at| at_desk == Some(at.desk.id));
    if here.is_none() && !viewer.can(Permission::ManageBlanks) {
        return Ok(tx.give_up(Err(("blank", "BLANK_ELSEWHERE"))).await.map_err(Fault::from)?);
    }
    let from = State::parse(&row.state).ok_or_else(|| Fault::new("a blank in no known state"))?;
    let free_again = from == State::Sold && is_given_back(&*tx, row.line_id).await?;
    if from == State::Sold && !free_again {
        return Ok(tx.give_up(Err(("state", "BLANK_SOLD"))).await.map_err(Fault::from)?);
    }
    if !free_again && !from.may_become(to) {
        return Ok(tx.give_up(Err(("state", "BLANK_ALREADY"))).await.map_err(Fault::from)?);
    }
    let marked = blank::ActiveModel {
        id: Set(row.id),
        state: Set(to.code().to_owned()),
        line_id: Set(None),
        order_id: Set(None),
        sold_at: Set(None),
        shift_id: Set(here.filter(|_| to != State::Free).map(|at| at.shift.id)),
        note: Set(note.clone()),
        account_id: Set(Some(account)),
        changed_at: Set(Some(app.clock.now())),
        ..Default::default()
    };
    let marked = blank::Entity::update(marked).exec(&*tx).await.map_err(Fault::from)?;
    let facts = |state: &str, note: Option<&String>| json!({ "blank": number_of(&row), "state": state, "note": note });
    let change = Change::saved(Some(facts(&row.state, row.note.as_ref())), facts(to.code(), note.as_ref()));
    audit_change(app, &tx, viewer, "MARK_BLANK", &format!("blank_block:{}", row.block_id), change).await?;
    tx.commit().await.map_err(Fault::from)?;
    Ok(Ok(marked))
}

/// As it is printed.
pub fn number_of(row: &blank::Model) -> String {
    domain::blank::printed(&row.series, row.number)
}

/// The desk that has the block.
pub async fn desk_of(db: &impl ConnectionTrait, block: Uuid) -> Result<Option<Uuid>, Fault> {
    Ok(blank_block::Entity::find_by_id(block).one(db).await?.and_then(|block| block.desk_id))
}

/// Whether what was sold with a blank is given back.
async fn is_given_back(db: &impl ConnectionTrait, line: Option<Uuid>) -> Result<bool, Fault> {
    let Some(line) = line else { return Ok(false) };
    let row = order_line::Entity::find_by_id(line).one(db).await?;
    Ok(row.is_some_and(|row| row.state == LineState::Refunded.code()))
}
