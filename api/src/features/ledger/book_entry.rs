use async_graphql::{Context, InputObject, Object, Result, SimpleObject, Union};
use domain::ledger::{self, Account, PostingKind};
use domain::money::to_decimal;
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::json;

use ::entity::posting;

use crate::features::audit::{Change, audit_change};
use crate::features::order::key_is_good;
use crate::graphql::{Can, Date, Form, IdempotencyConflict, InvalidInput, Permission, app, viewer};
use crate::platform::idempotency::{self, Begun};
use crate::platform::{Fault, secrets};

use super::account::to_book;
use super::days::{day_to_book, lock_books};
use super::post::{Details, Entry, post};
use super::types::LedgerPosting;

const OPERATION: &str = "bookEntry";

#[derive(InputObject)]
pub struct BookEntryInput {
    /// Code of the account that is debited. To withhold something from a carrier: its account.
    pub debit: String,
    /// Code of the account that is credited. To withhold something: `WITHHELD`.
    pub credit: String,
    /// Above zero, whole units of the currency.
    pub amount: Decimal,
    /// ISO 4217.
    pub currency: String,
    /// To which day it belongs, by the clock of the home station; not after today.
    pub day: Date,
    /// What for, to 300 letters.
    pub reason: String,
    /// Number of the paper that it follows, to 60 letters.
    pub document: Option<String>,
    /// Made by the client once for each attempt, 16 to 64 characters.
    pub idempotency_key: String,
}

/// An entry that was booked.
#[derive(SimpleObject)]
pub struct EntryBooked {
    pub posting: LedgerPosting,
}

#[derive(Union)]
pub enum BookEntryResult {
    Booked(EntryBooked),
    InvalidInput(InvalidInput),
    IdempotencyConflict(IdempotencyConflict),
}

/// The posting of a source.
pub(super) async fn booked(db: &impl ConnectionTrait, source: &str) -> Result<LedgerPosting, Fault> {
    let row = posting::Entity::find().filter(posting::Column::Source.eq(source)).one(db).await?;
    row.map(LedgerPosting).ok_or_else(|| Fault::new("a posting vanished"))
}

#[derive(Default)]
pub struct BookEntry;

#[Object]
impl BookEntry {
    /// Staff: an entry by hand, with its reason: something withheld from a carrier, a correction, money that went to the bank.
    /// NO_SUCH_ACCOUNT at `debit` or `credit`: there is none, or it follows from orders and shifts alone. SAME_ACCOUNT at
    /// `credit`. PERIOD_CLOSED, PERIOD_SETTLED, IN_FUTURE at `day`.
    #[graphql(guard = "Can(Permission::ManageSettlements)", complexity = "20 + child_complexity")]
    async fn book_entry(&self, ctx: &Context<'_>, input: BookEntryInput) -> Result<BookEntryResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let mut form = Form::new(viewer.language);
        if !key_is_good(&input.idempotency_key) {
            form.wrong("idempotencyKey", "KEY_FORM");
        }
        let debit = to_book(app, &input.debit).await?;
        let credit = to_book(app, &input.credit).await?;
        for (path, account) in [("debit", &debit), ("credit", &credit)] {
            if account.is_none() {
                form.wrong(path, "NO_SUCH_ACCOUNT");
            }
        }
        if debit.is_some() && debit == credit {
            form.wrong("credit", "SAME_ACCOUNT");
        }
        let reason = form.text("reason", &input.reason, 300);
        let document = form.optional("document", input.document.as_deref(), 60);
        let currency = form.currency("currency", &input.currency);
        let amount_minor = currency.map_or(0, |currency| form.sum("amount", input.amount, currency));
        let (Some(debit), Some(credit), Some(currency), true) = (debit, credit, currency, form.is_good()) else {
            return Ok(BookEntryResult::InvalidInput(form.told()));
        };
        let (from, to) = (debit.code(), credit.code());
        let wanted = format!("{from} {to} {amount_minor} {currency} {} {reason} {document:?}", input.day.0);
        let fingerprint = secrets::fingerprint(wanted.as_bytes());
        let tx = app.db.begin().await.map_err(Fault::from)?;
        lock_books(&tx).await?;
        let source = format!("entry:{}", app.ids.new());
        let now = app.clock.now();
        match idempotency::begin(&tx, OPERATION, &input.idempotency_key, &fingerprint, json!(source), now).await? {
            Begun::Fresh => {}
            Begun::Repeated(source) => {
                let posting = booked(&*tx, source.as_str().unwrap_or_default()).await?;
                let answer = BookEntryResult::Booked(EntryBooked { posting });
                return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
            }
            Begun::Conflict => {
                let conflict = IdempotencyConflict::new(viewer.language);
                return Ok(tx.give_up(BookEntryResult::IdempotencyConflict(conflict)).await.map_err(Fault::from)?);
            }
        }
        let accounts = [(&debit, currency), (&credit, currency)];
        let at = day_to_book(app, &tx, &mut form, ("day", input.day.0), &accounts).await?;
        let Some(at) = at else {
            return Ok(tx.give_up(BookEntryResult::InvalidInput(form.told())).await.map_err(Fault::from)?);
        };
        let withheld = matches!((&debit, &credit), (Account::Carrier(_), Account::Withheld));
        let entry = Entry {
            source: source.clone(),
            kind: if withheld { PostingKind::Withholding } else { PostingKind::Entry },
            order: None,
            posting: ledger::transfer(debit, credit, currency, amount_minor).map_err(Fault::from)?,
            more: Details {
                at: Some(at),
                reason: Some(reason.clone()),
                document: document.clone(),
                by: viewer.account_id(),
                ..Details::default()
            },
        };
        post(app, &tx, [entry]).await?;
        let posting = booked(&*tx, &source).await?;
        let change = Change::made(&json!({
            "debit": from, "credit": to, "amount": to_decimal(amount_minor, currency), "currency": currency.code(),
            "day": input.day.0, "reason": reason, "document": document,
        }));
        audit_change(app, &tx, viewer, "BOOK_ENTRY", &format!("posting:{}", posting.0.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(BookEntryResult::Booked(EntryBooked { posting }))
    }
}
