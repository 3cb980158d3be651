use async_graphql::{Context, ID, InputObject, Object, Result};
use domain::fiscal::{Item, ReceiptKind, Tenders};
use domain::money::Currency;
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use serde_json::json;

use ::entity::{fiscal_receipt, fiscal_register};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::order::key_is_good;
use crate::features::site::HOME_ZONE;
use crate::graphql::{Can, Date, Form, Gid, Kind, Permission, app, error, viewer};
use crate::platform::Fault;

use super::promise::queued;
use super::types::{FiscalReceipt, FiscalReceiptResult, FiscalReceiptSaved};

/// Which way a correction goes.
#[derive(async_graphql::Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum CorrectionKind {
    /// A sale that was not recorded in its time, or with too little.
    Sale,
    /// A return that was not recorded in its time, or a sale recorded with too much.
    Return,
}

#[derive(InputObject)]
pub struct CorrectReceiptInput {
    /// Which register records it; it has to be switched on.
    pub register_id: ID,
    pub kind: CorrectionKind,
    /// What was sold or given back, to 128 letters.
    pub name: String,
    /// In cash; whole som.
    #[graphql(default)]
    pub cash: Decimal,
    /// By card or otherwise without cash.
    #[graphql(default)]
    pub cashless: Decimal,
    /// Tax within the sum: from 0 to 50 per cent; null: without tax.
    pub tax_percent: Option<Decimal>,
    /// Why, or by which order of whom: to 200 letters.
    pub basis: String,
    /// The day on which the money moved: not to come.
    pub settled_on: Date,
    /// Made by the client once for each attempt, 16 to 64 characters.
    pub idempotency_key: String,
}

#[derive(Default)]
pub struct CorrectReceipt;

#[Object]
impl CorrectReceipt {
    /// Staff: has a register record what was not recorded in its time, or not as it should have been. AMOUNT at `cash`:
    /// nothing is corrected; IN_FUTURE at `settledOn`; REGISTER_OFF at `registerId`. The same key again answers the same.
    #[graphql(guard = "Can(Permission::ManageRegisters)", complexity = "20 + child_complexity")]
    async fn correct_receipt(&self, ctx: &Context<'_>, input: CorrectReceiptInput) -> Result<FiscalReceiptResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let register = Gid::find(Kind::FiscalRegister, &input.register_id)?;
        let register = fiscal_register::Entity::find_by_id(register).one(app.db.read()).await.map_err(Fault::from)?;
        let register = register.ok_or_else(error::not_found)?;
        let mut form = Form::new(viewer.language);
        if !key_is_good(&input.idempotency_key) {
            form.wrong("idempotencyKey", "KEY_FORM");
        }
        let row = read(app, &mut form, &input, &register)?;
        if let Some(problem) = form.problem() {
            return Ok(FiscalReceiptResult::InvalidInput(problem));
        }
        let who = viewer.account_id().ok_or_else(|| Fault::new("a correction by nobody"))?;
        let row = fiscal_receipt::Model { source: format!("correction:{who}:{}", input.idempotency_key), ..row };
        let tx = app.db.begin().await.map_err(Fault::from)?;
        if let Some(before) = by_source(&tx, &row.source).await? {
            if same(&before, &row) {
                let answer = FiscalReceiptResult::Saved(FiscalReceiptSaved { receipt: FiscalReceipt(before) });
                return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
            }
            let mut form = Form::new(viewer.language);
            form.wrong("idempotencyKey", "KEY_USED");
            return Ok(tx.give_up(FiscalReceiptResult::InvalidInput(form.told())).await.map_err(Fault::from)?);
        }
        fiscal_receipt::Entity::insert(fiscal_receipt::ActiveModel::from(row.clone()))
            .exec_without_returning(&tx)
            .await
            .map_err(Fault::from)?;
        let facts = json!({
            "kind": row.kind, "amount_minor": row.amount_minor, "cash_minor": row.cash_minor, "basis": row.basis,
            "settledOn": row.settled_on, "register": register.name,
        });
        let subject = format!("fiscal_receipt:{}", row.id);
        audit_change(app, &tx, viewer, "CORRECT_RECEIPT", &subject, Change::made(&facts)).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(FiscalReceiptResult::Saved(FiscalReceiptSaved { receipt: FiscalReceipt(row) }))
    }
}

async fn by_source(tx: &DatabaseTransaction, source: &str) -> Result<Option<fiscal_receipt::Model>, Fault> {
    Ok(fiscal_receipt::Entity::find().filter(fiscal_receipt::Column::Source.eq(source)).one(tx).await?)
}

fn same(a: &fiscal_receipt::Model, b: &fiscal_receipt::Model) -> bool {
    let of = |row: &fiscal_receipt::Model| {
        (row.register_id, row.kind.clone(), row.cash_minor, row.cashless_minor, row.basis.clone(), row.settled_on)
    };
    of(a) == of(b) && a.items == b.items
}

fn read(
    app: &App,
    form: &mut Form,
    input: &CorrectReceiptInput,
    register: &fiscal_register::Model,
) -> Result<fiscal_receipt::Model, Fault> {
    let now = app.clock.now();
    if !register.enabled {
        form.wrong("registerId", "REGISTER_OFF");
    }
    let name = form.text("name", &input.name, 128);
    let cash_minor = form.amount("cash", input.cash, Currency::KGS);
    let cashless_minor = form.amount("cashless", input.cashless, Currency::KGS);
    let amount_minor = cash_minor + cashless_minor;
    if form.is_good() && amount_minor == 0 {
        form.wrong("cash", "ABOVE_ZERO");
    }
    let percent: Option<Decimal> =
        form.percent("taxPercent", input.tax_percent).map(|text| text.parse()).transpose()?;
    let basis = form.text("basis", &input.basis, 200);
    if input.settled_on.0 > now.with_timezone(&HOME_ZONE).date_naive() {
        form.wrong("settledOn", "IN_FUTURE");
    }
    let item = Item::one(name, amount_minor, percent, None);
    let kind = match input.kind {
        CorrectionKind::Sale => ReceiptKind::SaleCorrection,
        CorrectionKind::Return => ReceiptKind::ReturnCorrection,
    };
    let tenders = Tenders { cash_minor, cashless_minor, offset_minor: 0 };
    let row = queued(app, register.id, String::new(), kind, &[item], tenders)?;
    Ok(fiscal_receipt::Model { basis: Some(basis), settled_on: Some(input.settled_on.0), ..row })
}
