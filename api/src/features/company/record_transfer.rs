use async_graphql::{Context, ID, InputObject, Object, Result, Union};
use domain::ledger::Account;
use domain::money::Currency;
use rust_decimal::Decimal;
use sea_orm::EntityTrait;
use serde_json::json;
use uuid::Uuid;

use ::entity::{company, payment};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::order::{PAYMENT_EXTENSION, key_is_good, lock_order};
use crate::features::payment::{received, sell, tell_settled};
use crate::features::wallet::{TopUp, begin};
use crate::graphql::{Can, Form, Gid, IdempotencyConflict, InvalidInput, Kind, Permission, Viewer, app, error, viewer};
use crate::i18n::{Language, money};
use crate::platform::idempotency::{self, Begun};
use crate::platform::{Fault, secrets};

use super::save_company::CompanyChanged;
use super::types::{Company, wallet_of};

const OPERATION: &str = "recordTransfer";
/// The method of what a company has sent to the station's account with its bank.
pub const TRANSFER: &str = "bank_transfer";

#[derive(InputObject)]
pub struct RecordTransferInput {
    pub company_id: ID,
    /// Whole som, with two digits after the point at most.
    pub amount: Decimal,
    /// Number of the payment order, as the bank's statement has it. At most 60 characters.
    pub reference: String,
    /// Made by the client once for each attempt, 16 to 64 characters.
    pub idempotency_key: String,
}

#[derive(Union)]
pub enum RecordTransferResult {
    Changed(CompanyChanged),
    InvalidInput(InvalidInput),
    IdempotencyConflict(IdempotencyConflict),
}

enum Rejection {
    Invalid(&'static str),
    Conflict,
}

#[derive(Default)]
pub struct RecordTransfer;

#[Object]
impl RecordTransfer {
    /// Staff: money that a company has sent by its bank is on its account. WALLET_BLOCKED at `amount`. The same key again answers
    /// the same.
    #[graphql(guard = "Can(Permission::ManageClients)", complexity = "20 + child_complexity")]
    async fn record_transfer(&self, ctx: &Context<'_>, input: RecordTransferInput) -> Result<RecordTransferResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = Gid::find(Kind::Company, &input.company_id)?;
        let company = company::Entity::find_by_id(id).one(app.db.read()).await.map_err(Fault::from)?;
        let company = company.ok_or_else(error::not_found)?;
        let mut form = Form::new(viewer.language);
        if !key_is_good(&input.idempotency_key) {
            form.wrong("idempotencyKey", "KEY_FORM");
        }
        let reference = form.text("reference", &input.reference, 60);
        let amount_minor = form.sum("amount", input.amount, Currency::KGS);
        if let Some(problem) = form.problem() {
            return Ok(RecordTransferResult::InvalidInput(problem));
        }
        let outcome = loop {
            match record(app, viewer, id, amount_minor, &reference, &input.idempotency_key).await {
                Err(fault) if fault.is_transient() => {}
                outcome => break outcome?,
            }
        };
        Ok(match outcome {
            Ok(()) => RecordTransferResult::Changed(CompanyChanged { company: Company(company) }),
            Err(Rejection::Invalid(code)) => {
                RecordTransferResult::InvalidInput(InvalidInput::one(viewer.language, "amount", code))
            }
            Err(Rejection::Conflict) => {
                RecordTransferResult::IdempotencyConflict(IdempotencyConflict::new(viewer.language))
            }
        })
    }
}

async fn record(
    app: &App,
    viewer: &Viewer,
    company: Uuid,
    amount_minor: i64,
    reference: &str,
    key: &str,
) -> std::result::Result<std::result::Result<(), Rejection>, Fault> {
    let now = app.clock.now();
    let fingerprint = secrets::fingerprint(format!("{company} {amount_minor} {reference}").as_bytes());
    let tx = app.db.begin().await?;
    match idempotency::begin(&tx, OPERATION, key, &fingerprint, json!(null), now).await? {
        Begun::Fresh => {}
        Begun::Repeated(_) => return Ok(tx.give_up(Ok(())).await?),
        Begun::Conflict => return Ok(tx.give_up(Err(Rejection::Conflict)).await?),
    }
    let wallet = wallet_of(&*tx, company).await?;
    let of = TopUp {
        wallet: &wallet,
        amount_minor,
        channel: "DESK",
        by: None,
        language: Language::default(),
        until: now + PAYMENT_EXTENSION,
    };
    let id = begin(app, &tx, &of).await?.id;
    let mut bundle = lock_order(&tx, id).await?.ok_or_else(|| Fault::new("an order vanished"))?;
    let paid = payment::Model {
        gateway_ref: Some(reference.to_owned()),
        ..received(app, id, TRANSFER, &wallet.currency, amount_minor)
    };
    let taken = vec![(paid, Account::Bank, 0)];
    let Ok(settled) = sell(app, &tx, &mut bundle, taken).await? else {
        return Ok(tx.give_up(Err(Rejection::Invalid("WALLET_BLOCKED"))).await?);
    };
    let facts = json!({
        "amount": money(viewer.language, amount_minor, &wallet.currency), "reference": reference,
    });
    audit_change(app, &tx, viewer, "RECORD_TRANSFER", &format!("company:{company}"), Change::made(&facts)).await?;
    tx.commit().await?;
    tell_settled(app, bundle, &settled);
    Ok(Ok(()))
}
