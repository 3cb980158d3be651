use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use chrono::{DateTime, Utc};
use domain::blank::{BlankState, LARGEST, MOST, printed, printed_run, series};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use ::entity::{blank, blank_block, desk};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, Form, Gid, InvalidInput, Kind, Permission, app, error, viewer};
use crate::platform::Fault;
use crate::platform::rows::insert_all;

use super::types::BlankBlock;

/// A block as it came from the printing house.
#[derive(InputObject)]
pub struct IssueBlanksInput {
    /// Letters that stand before the number, at most six.
    pub series: String,
    pub first_number: i32,
    /// A block has 1000 blanks at most.
    pub last_number: i32,
    /// To which desk it is given; null: it lies in the store.
    pub desk_id: Option<ID>,
    /// At most 200 characters.
    pub note: Option<String>,
}

/// The block is on account.
#[derive(SimpleObject)]
pub struct BlanksIssued {
    pub block: BlankBlock,
}

#[derive(Union)]
pub enum IssueBlanksResult {
    Issued(BlanksIssued),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct IssueBlanks;

#[Object]
impl IssueBlanks {
    /// Accountants: takes a block of numbered blanks on account. SERIES_FORM at `series`; BLANK_NUMBER at `firstNumber` or
    /// `lastNumber`, TOO_MANY_BLANKS at `lastNumber`; BLANK_EXISTS at `firstNumber`: one of them is on account already;
    /// NO_SUCH_DESK at `deskId`.
    #[graphql(guard = "Can(Permission::ManageBlanks)", complexity = "30 + child_complexity")]
    async fn issue_blanks(&self, ctx: &Context<'_>, input: IssueBlanksInput) -> Result<IssueBlanksResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let account = viewer.account_id().ok_or_else(error::forbidden)?;
        let now = app.clock.now();
        let mut form = Form::new(viewer.language);
        let series = series(&input.series);
        if series.is_none() {
            form.wrong("series", "SERIES_FORM");
        }
        let (first, last) = (input.first_number, input.last_number);
        for (path, number) in [("firstNumber", first), ("lastNumber", last)] {
            if !(0..=LARGEST).contains(&number) {
                form.wrong(path, "BLANK_NUMBER");
            }
        }
        if form.is_good() && last < first {
            form.wrong("lastNumber", "BEFORE_FIRST_NUMBER");
        }
        if form.is_good() && !(first..first.saturating_add(MOST)).contains(&last) {
            form.wrong_with("lastNumber", "TOO_MANY_BLANKS", &[("count", &MOST.to_string())]);
        }
        let note = form.optional("note", input.note.as_deref(), 200);
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let desk_id = desk_in_use(&*tx, &mut form, input.desk_id.as_ref()).await?;
        if let Some(series) = series.as_ref().filter(|_| form.is_good()) {
            let known = blank::Entity::find()
                .filter(blank::Column::Series.eq(series))
                .filter(blank::Column::Number.between(first, last))
                .one(&*tx)
                .await
                .map_err(Fault::from)?;
            if let Some(row) = known {
                form.wrong_with("firstNumber", "BLANK_EXISTS", &[("number", &printed(series, row.number))]);
            }
        }
        let Some(series) = series.filter(|_| form.is_good()) else {
            return Ok(tx.give_up(IssueBlanksResult::InvalidInput(form.told())).await.map_err(Fault::from)?);
        };
        let holder = Keeper { desk: desk_id, by: account, at: now };
        let (block, blanks) = block(app, &series, (first, last), &holder, note);
        let row = blank_block::ActiveModel::from(block.clone());
        blank_block::Entity::insert(row).exec_without_returning(&*tx).await.map_err(Fault::from)?;
        if let Err(error) = insert_all::<blank::Entity>(&tx, blanks).await {
            // Somebody has just taken one of them on account.
            if matches!(error.sql_err(), Some(sea_orm::SqlErr::UniqueConstraintViolation(_))) {
                form.wrong_with("firstNumber", "BLANK_EXISTS", &[("number", &printed_run(&series, (first, last)))]);
                return Ok(tx.give_up(IssueBlanksResult::InvalidInput(form.told())).await.map_err(Fault::from)?);
            }
            return Err(Fault::from(error).into());
        }
        let facts = json!({ "blanks": printed_run(&series, (first, last)), "desk": input.desk_id, "note": block.note });
        let subject = format!("blank_block:{}", block.id);
        audit_change(app, &tx, viewer, "ISSUE_BLANKS", &subject, Change::made(&facts)).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(IssueBlanksResult::Issued(BlanksIssued { block: BlankBlock(block) }))
    }
}

/// Who has taken a block on account, when, and at which desk it is.
pub struct Keeper {
    pub desk: Option<Uuid>,
    pub by: Uuid,
    pub at: DateTime<Utc>,
}

/// The rows of a block with its blanks.
pub fn block(
    app: &App,
    series: &str,
    (first_number, last_number): (i32, i32),
    holder: &Keeper,
    note: Option<String>,
) -> (blank_block::Model, Vec<blank::Model>) {
    let block = blank_block::Model {
        id: app.ids.new(),
        series: series.to_owned(),
        first_number,
        last_number,
        desk_id: holder.desk,
        issued_by: holder.by,
        issued_at: holder.at,
        moved_at: holder.at,
        note,
        version: 1,
    };
    let blanks = (first_number..=last_number).map(|number| blank::Model {
        id: app.ids.new(),
        block_id: block.id,
        series: series.to_owned(),
        number,
        state: BlankState::Free.code().to_owned(),
        line_id: None,
        order_id: None,
        shift_id: None,
        sold_at: None,
        note: None,
        account_id: None,
        changed_at: None,
    });
    let blanks = blanks.collect();
    (block, blanks)
}

/// A desk that sells.
pub async fn desk_in_use(db: &impl ConnectionTrait, form: &mut Form, id: Option<&ID>) -> Result<Option<Uuid>, Fault> {
    let Some(id) = id else { return Ok(None) };
    let row = match Gid::read(Kind::Desk, id) {
        Some(id) => desk::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    let row = row.filter(|row| row.active);
    if row.is_none() {
        form.wrong("deskId", "NO_SUCH_DESK");
    }
    Ok(row.map(|row| row.id))
}
