use async_graphql::{Context, ID, InputObject, Object, Result, Union};
use domain::ledger::{Account, Line, Posting, PostingKind};
use domain::money::Currency;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;

use ::entity::{posting, posting_line};

use crate::features::audit::{Change, audit_change};
use crate::features::settlement::restate;
use crate::graphql::{Can, Form, Gid, InvalidInput, Kind, Permission, app, error, viewer};
use crate::platform::Fault;

use super::book_entry::{EntryBooked, booked};
use super::days::lock_books;
use super::post::{Details, Entry, post};
use super::types::kind_of;

/// What people book by hand, and so what they can take back.
pub const REVERSIBLE: [PostingKind; 3] = [PostingKind::Withholding, PostingKind::Entry, PostingKind::Payout];

#[derive(InputObject)]
pub struct ReversePostingInput {
    pub id: ID,
    /// To 300 letters.
    pub reason: String,
}

#[derive(Union)]
pub enum ReversePostingResult {
    Booked(EntryBooked),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct ReversePosting;

#[Object]
impl ReversePosting {
    /// Staff: takes back what was booked by hand, or a payment of a carrier, by a posting of today with the same lines turned
    /// round; a settlement is to be paid again. REVERSED at `id`: it was taken back already. NOT_BY_HAND at `id`: it follows
    /// from a sale, a shift or a settlement, or takes something back itself.
    #[graphql(guard = "Can(Permission::ManageSettlements)", complexity = "20 + child_complexity")]
    async fn reverse_posting(&self, ctx: &Context<'_>, input: ReversePostingInput) -> Result<ReversePostingResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = Gid::find(Kind::Posting, &input.id)?;
        let mut form = Form::new(viewer.language);
        let reason = form.text("reason", &input.reason, 300);
        let tx = app.db.begin().await.map_err(Fault::from)?;
        lock_books(&tx).await?;
        let row = posting::Entity::find_by_id(id).one(&*tx).await.map_err(Fault::from)?;
        let row = row.ok_or_else(error::not_found)?;
        let taken_back = posting::Entity::find().filter(posting::Column::Reverses.eq(id));
        let kind = kind_of(&row)?;
        if row.reverses.is_some() || !REVERSIBLE.contains(&kind) {
            form.wrong("id", "NOT_BY_HAND");
        } else if taken_back.one(&*tx).await.map_err(Fault::from)?.is_some() {
            form.wrong("id", "REVERSED");
        }
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(ReversePostingResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        let lines = posting_line::Entity::find()
            .filter(posting_line::Column::PostingId.eq(id))
            .order_by_asc(posting_line::Column::Position);
        let mut turned = Vec::new();
        let mut owed_minor = 0;
        for line in lines.all(&*tx).await.map_err(Fault::from)? {
            let account = Account::parse(&line.account).ok_or_else(|| Fault::new("a line of no account"))?;
            if matches!(account, Account::Carrier(_)) {
                owed_minor += line.amount_minor;
            }
            let currency = Currency::parse(&line.currency).map_err(Fault::from)?;
            turned.push(Line { account, currency, amount_minor: -line.amount_minor });
        }
        let source = format!("reversal:{id}");
        let entry = Entry {
            source: source.clone(),
            kind,
            order: None,
            posting: Posting::new(turned).map_err(Fault::from)?,
            more: Details {
                reason: Some(reason.clone()),
                document: row.document.clone(),
                by: viewer.account_id(),
                reverses: Some(id),
                settlement: row.settlement_id,
                ..Details::default()
            },
        };
        post(app, &tx, [entry]).await?;
        if let Some(settlement) = row.settlement_id {
            restate(&tx, settlement, -owed_minor).await?;
        }
        let posting = booked(&*tx, &source).await?;
        let change = Change::made(&json!({ "kind": row.kind, "reason": reason, "document": row.document }));
        audit_change(app, &tx, viewer, "REVERSE_POSTING", &format!("posting:{id}"), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(ReversePostingResult::Booked(EntryBooked { posting }))
    }
}
