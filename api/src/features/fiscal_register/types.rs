use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::{DataLoader, Loader};
use async_graphql::{Context, Enum, Error, ID, Object, Result, SimpleObject, Union};
use chrono::{DateTime, Utc};
use domain::fiscal::{ReceiptState, SHIFT_LASTS};
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use ::entity::{fiscal_receipt, fiscal_register};

use crate::app::App;
use crate::graphql::{ChangedMeanwhile, Gid, InvalidInput, Kind, Permission, app, viewer};
use crate::platform::Fault;

crate::connection!(FiscalRegister, FiscalRegisterConnection, FiscalRegisterEdge);

/// How a register is doing.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum FiscalRegisterHealth {
    /// It was never asked, or is switched off.
    Idle,
    Good,
    /// It did not answer last time; it is asked again by itself, after `nextTryAt`.
    Failing,
}

/// A shift of a register is open.
#[derive(SimpleObject)]
pub struct FiscalRegisterShift {
    pub number: i32,
    /// UTC, by the register's clock.
    pub opened_at: DateTime<Utc>,
    /// When it is closed and another opened by itself, with the next receipt: before it is 24 hours old. UTC.
    pub closes_at: DateTime<Utc>,
}

/// A cash register in the cloud.
#[derive(Clone)]
pub struct FiscalRegister(pub fiscal_register::Model);

#[Object]
impl FiscalRegister {
    async fn id(&self) -> ID {
        Gid::of(Kind::FiscalRegister, self.0.id)
    }

    /// For changes: grows with each of the office's.
    async fn version(&self) -> i32 {
        i32::try_from(self.0.version).unwrap_or(i32::MAX)
    }

    /// When it was made. UTC.
    async fn made_at(&self) -> DateTime<Utc> {
        self.0.made_at
    }

    /// For staff.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Where its interface begins.
    async fn url(&self) -> &str {
        &self.0.url
    }

    /// Who sells, as receipts name it.
    async fn organisation(&self) -> &str {
        &self.0.organisation
    }

    /// Number of the taxpayer: 14 digits.
    async fn inn(&self) -> &str {
        &self.0.inn
    }

    /// As the tax service has registered it.
    async fn reg_number(&self) -> &str {
        &self.0.reg_number
    }

    /// Address of the place of sale, as receipts name it.
    async fn place(&self) -> &str {
        &self.0.place
    }

    /// Tax within the station's own fees, per cent; null: without tax.
    async fn fee_tax_percent(&self) -> Result<Option<Decimal>> {
        Ok(self.0.fee_tax_percent.as_deref().map(str::parse).transpose().map_err(Fault::from)?)
    }

    /// False: it is told nothing, and what is to be recorded waits.
    async fn enabled(&self) -> bool {
        self.0.enabled
    }

    /// It records what is sold where no register is named: on the site, at terminals, at desks without one. While there is
    /// one, everything that is sold in som gets a receipt.
    async fn serves_all(&self) -> bool {
        self.0.serves_all
    }

    /// Its open shift, as it has told last.
    async fn shift(&self) -> Option<FiscalRegisterShift> {
        let opened_at = self.0.shift_opened_at?;
        let number = i32::try_from(self.0.shift_number?).unwrap_or(i32::MAX);
        Some(FiscalRegisterShift { number, opened_at, closes_at: opened_at + SHIFT_LASTS })
    }

    /// Somebody wants its shift closed; it is closed when nothing is to be recorded.
    async fn close_asked_at(&self) -> Option<DateTime<Utc>> {
        self.0.close_asked_at
    }

    async fn health(&self) -> FiscalRegisterHealth {
        match (self.0.enabled, self.0.failures, self.0.last_ok_at) {
            (true, 1.., _) => FiscalRegisterHealth::Failing,
            (true, _, Some(_)) => FiscalRegisterHealth::Good,
            _ => FiscalRegisterHealth::Idle,
        }
    }

    /// When it answered last. UTC.
    async fn last_ok_at(&self) -> Option<DateTime<Utc>> {
        self.0.last_ok_at
    }

    /// What it said, or how it failed, when it did not do what it was told.
    async fn last_error(&self) -> Option<&str> {
        self.0.last_error.as_deref()
    }

    /// UTC.
    async fn last_error_at(&self) -> Option<DateTime<Utc>> {
        self.0.last_error_at
    }

    /// When it is asked again after a failure. UTC.
    async fn next_try_at(&self) -> Option<DateTime<Utc>> {
        self.0.next_try_at.filter(|_| self.0.failures > 0)
    }

    /// Receipts that wait for it.
    #[graphql(complexity = "5")]
    async fn pending(&self, ctx: &Context<'_>) -> Result<i32> {
        self.count(app(ctx), &[ReceiptState::Queued, ReceiptState::Sending]).await
    }

    /// Receipts that it has refused.
    #[graphql(complexity = "5")]
    async fn failed(&self, ctx: &Context<'_>) -> Result<i32> {
        self.count(app(ctx), &[ReceiptState::Failed]).await
    }
}

impl FiscalRegister {
    /// The register with this id, for who may see registers.
    pub async fn seen(ctx: &Context<'_>, id: Uuid) -> Result<Option<FiscalRegister>> {
        if !viewer(ctx).can(Permission::ManageRegisters) {
            return Ok(None);
        }
        let loaded = ctx.data_unchecked::<DataLoader<RegisterLoader>>().load_one(RegisterById(id)).await;
        loaded.map_err(|fault| Error::from(Fault::new(format!("{fault:?}"))))
    }

    async fn count(&self, app: &App, states: &[ReceiptState]) -> Result<i32> {
        use fiscal_receipt::Column;
        let rows = fiscal_receipt::Entity::find()
            .filter(Column::RegisterId.eq(self.0.id))
            .filter(Column::State.is_in(states.iter().map(|state| state.code())));
        let count = rows.count(app.db.read()).await.map_err(Fault::from)?;
        Ok(i32::try_from(count).unwrap_or(i32::MAX))
    }
}

/// A register as it is now.
#[derive(SimpleObject)]
pub struct FiscalRegisterSaved {
    pub register: FiscalRegister,
}

#[derive(Union)]
pub enum SaveFiscalRegisterResult {
    Saved(FiscalRegisterSaved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

/// Loads registers, for lists.
pub struct RegisterLoader(pub App);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct RegisterById(Uuid);

impl Loader<RegisterById> for RegisterLoader {
    type Value = FiscalRegister;
    type Error = Arc<Fault>;

    async fn load(&self, keys: &[RegisterById]) -> Result<HashMap<RegisterById, FiscalRegister>, Arc<Fault>> {
        let ids = keys.iter().map(|key| key.0);
        let rows = fiscal_register::Entity::find().filter(fiscal_register::Column::Id.is_in(ids));
        let rows = rows.all(self.0.db.read()).await.map_err(|error| Arc::new(Fault::from(error)))?;
        Ok(rows.into_iter().map(|row| (RegisterById(row.id), FiscalRegister(row))).collect())
    }
}
