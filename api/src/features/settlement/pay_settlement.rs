use async_graphql::{Context, ID, InputObject, Object, Result, Union};
use domain::carrier_settlement::State;
use domain::ledger::{self, Account, PostingKind};
use domain::money::{Currency, to_decimal};
use rust_decimal::Decimal;
use serde_json::json;

use crate::features::audit::{Change, audit_change};
use crate::features::ledger::{Details, Entry, day_to_book, lock_books, post};
use crate::features::order::key_is_good;
use crate::graphql::{Can, Date, Form, IdempotencyConflict, InvalidInput, Permission, app, viewer};
use crate::i18n::money;
use crate::platform::idempotency::{self, Begun};
use crate::platform::{Fault, secrets};

use super::access::find_settlement;
use super::make_settlement::SettlementChanged;
use super::state::restate;
use super::types::Settlement;

const OPERATION: &str = "paySettlement";

#[derive(InputObject)]
pub struct PaySettlementInput {
    pub id: ID,
    /// Above zero, in the settlement's currency.
    pub amount: Decimal,
    /// When it left the bank: after the settled period, not after today.
    pub paid_on: Date,
    /// Number of the payment order, to 60 letters.
    pub document: String,
    /// Made by the client once for each attempt, 16 to 64 characters.
    pub idempotency_key: String,
}

#[derive(Union)]
pub enum PaySettlementResult {
    Paid(SettlementChanged),
    InvalidInput(InvalidInput),
    IdempotencyConflict(IdempotencyConflict),
}

#[derive(Default)]
pub struct PaySettlement;

#[Object]
impl PaySettlement {
    /// Staff: writes down that a carrier was paid, wholly or in part. NOT_TO_BE_PAID at `id`: it is a draft, is paid, or its rest
    /// is in the next one. MORE_THAN_DUE at `amount`. PERIOD_CLOSED, PERIOD_SETTLED, IN_FUTURE at `paidOn`.
    #[graphql(guard = "Can(Permission::ManageSettlements)", complexity = "20 + child_complexity")]
    async fn pay_settlement(&self, ctx: &Context<'_>, input: PaySettlementInput) -> Result<PaySettlementResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let mut form = Form::new(viewer.language);
        if !key_is_good(&input.idempotency_key) {
            form.wrong("idempotencyKey", "KEY_FORM");
        }
        let tx = app.db.begin().await.map_err(Fault::from)?;
        lock_books(&tx).await?;
        let row = find_settlement(&*tx, viewer, &input.id).await?;
        let currency = Currency::parse(&row.currency).map_err(Fault::from)?;
        let amount_minor = form.sum("amount", input.amount, currency);
        let document = form.text("document", &input.document, 60);
        if !form.is_good() {
            return Ok(tx.give_up(PaySettlementResult::InvalidInput(form.told())).await.map_err(Fault::from)?);
        }
        let wanted = format!("{} {amount_minor} {} {document}", row.id, input.paid_on.0);
        let fingerprint = secrets::fingerprint(wanted.as_bytes());
        let now = app.clock.now();
        match idempotency::begin(&tx, OPERATION, &input.idempotency_key, &fingerprint, json!(row.id), now).await? {
            Begun::Fresh => {}
            Begun::Repeated(_) => {
                let paid = PaySettlementResult::Paid(SettlementChanged { settlement: Settlement(row) });
                return Ok(tx.give_up(paid).await.map_err(Fault::from)?);
            }
            Begun::Conflict => {
                let conflict = IdempotencyConflict::new(viewer.language);
                let answer = PaySettlementResult::IdempotencyConflict(conflict);
                return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
            }
        }
        let due = row.closing_minor - row.paid_minor;
        if ![State::Approved.code(), State::PartPaid.code()].contains(&row.state.as_str()) {
            form.wrong("id", "NOT_TO_BE_PAID");
        } else if amount_minor > due {
            let due = money(viewer.language, due, &row.currency);
            form.wrong_with("amount", "MORE_THAN_DUE", &[("due", &due)]);
        }
        let (carrier, bank) = (Account::Carrier(row.carrier_id), Account::Bank);
        let accounts = [(&carrier, currency), (&bank, currency)];
        let at = day_to_book(app, &tx, &mut form, ("paidOn", input.paid_on.0), &accounts).await?;
        let Some(at) = at.filter(|_| form.is_good()) else {
            return Ok(tx.give_up(PaySettlementResult::InvalidInput(form.told())).await.map_err(Fault::from)?);
        };
        let entry = Entry {
            source: format!("payout:{}", app.ids.new()),
            kind: PostingKind::Payout,
            order: None,
            posting: ledger::transfer(carrier, bank, currency, amount_minor).map_err(Fault::from)?,
            more: Details {
                at: Some(at),
                document: Some(document.clone()),
                by: viewer.account_id(),
                settlement: Some(row.id),
                ..Details::default()
            },
        };
        post(app, &tx, [entry]).await?;
        let row = restate(&tx, row.id, amount_minor).await?;
        let change = Change::made(&json!({
            "number": row.number, "amount": to_decimal(amount_minor, currency), "currency": row.currency,
            "paidOn": input.paid_on.0, "document": document, "state": row.state,
        }));
        audit_change(app, &tx, viewer, "PAY_SETTLEMENT", &format!("settlement:{}", row.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(PaySettlementResult::Paid(SettlementChanged { settlement: Settlement(row) }))
    }
}
