use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::{DataLoader, Loader};
use async_graphql::{Context, Enum, Error, ID, InputObject, Object, Result, SimpleObject, Union};
use chrono::{DateTime, Utc};
use domain::registry as rules;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use ::entity::{order, payment, refund, registry, registry_difference};

use crate::app::App;
use crate::features::payment::method_name;
use crate::features::staff::StaffMember;
use crate::graphql::{ChangedMeanwhile, Date, Gid, InvalidInput, Kind, Money, app, viewer};
use crate::platform::Fault;

crate::connection!(Registry, RegistryConnection, RegistryEdge);
crate::connection!(RegistryDifference, RegistryDifferenceConnection, RegistryDifferenceEdge);

/// What differs between a gateway's file and what we have.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "rules::DifferenceKind")]
pub enum RegistryDifferenceKind {
    /// The gateway has it, and we do not.
    MissingHere,
    /// We have it, and the gateway does not.
    MissingThere,
    SumDiffers,
    FeeDiffers,
    /// The gateway says that it was done, and here it was not.
    StateDiffers,
}

/// Where a difference stands.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum RegistryDifferenceState {
    /// Nobody has settled it.
    Open,
    /// The gateway was asked again, and now both say the same.
    Settled,
    /// The other fee is in the ledger.
    Booked,
    /// Somebody has said why it stays.
    Accepted,
}

impl RegistryDifferenceState {
    pub fn code(self) -> &'static str {
        match self {
            RegistryDifferenceState::Open => "OPEN",
            RegistryDifferenceState::Settled => "SETTLED",
            RegistryDifferenceState::Booked => "BOOKED",
            RegistryDifferenceState::Accepted => "ACCEPTED",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        [Self::Open, Self::Settled, Self::Booked, Self::Accepted].into_iter().find(|state| state.code() == code)
    }
}

/// Which column of a file says what, by the words in its head.
#[derive(SimpleObject, InputObject, Clone, Debug)]
#[graphql(input_name = "RegistryColumnsInput")]
pub struct RegistryColumns {
    /// Our number of the payment or refund, the reference of a QR code, the gateway's own number, or a terminal's transaction.
    pub reference: String,
    pub amount: String,
    pub fee: Option<String>,
    /// Is shown as the file writes it.
    pub time: Option<String>,
    /// Whether a line is a payment or a refund. A sum below zero is a refund in any case.
    pub kind: Option<String>,
    /// Words of the column `kind` that mean a refund.
    #[graphql(default)]
    pub refund_words: Vec<String>,
}

impl From<rules::Columns> for RegistryColumns {
    fn from(one: rules::Columns) -> Self {
        let rules::Columns { reference, amount, fee, time, kind, refund_words } = one;
        RegistryColumns { reference, amount, fee, time, kind, refund_words }
    }
}

/// How the files of a gateway or of a terminals' network are read.
#[derive(Clone)]
pub struct RegistryFormat {
    pub method: String,
    pub columns: RegistryColumns,
    pub version: i64,
}

#[Object]
impl RegistryFormat {
    /// The gateway's code; `terminal:` and the network's code for terminals.
    async fn method(&self) -> &str {
        &self.method
    }

    /// What people call it.
    async fn method_name(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(method_name(app(ctx), viewer(ctx).language, &self.method).await?)
    }

    async fn columns(&self) -> RegistryColumns {
        self.columns.clone()
    }

    /// For changes: grows with each; zero as long as nobody has changed it.
    async fn version(&self) -> i32 {
        i32::try_from(self.version).unwrap_or(i32::MAX)
    }
}

/// A format that was saved.
#[derive(SimpleObject)]
pub struct RegistryFormatSaved {
    pub format: RegistryFormat,
}

#[derive(Union)]
pub enum SaveRegistryFormatResult {
    Saved(RegistryFormatSaved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

/// A line of a file that could not be understood.
#[derive(SimpleObject)]
pub struct RegistryLineError {
    /// In the file; the head is the first.
    pub line: i32,
    /// NO_REFERENCE, AMOUNT, FEE, or REPEATED: it stands in a line before.
    pub code: String,
}

/// A file of a gateway or of a terminals' network: what it says was paid and given back in a period.
#[derive(Clone)]
pub struct Registry(pub registry::Model);

#[Object]
impl Registry {
    async fn id(&self) -> ID {
        Gid::of(Kind::Registry, self.0.id)
    }

    /// The gateway's code; `terminal:` and the network's code for terminals.
    async fn method(&self) -> &str {
        &self.0.method
    }

    /// What people call it.
    async fn method_name(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(method_name(app(ctx), viewer(ctx).language, &self.0.method).await?)
    }

    /// Of the file.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// On the clock of the home station.
    async fn from(&self) -> Date {
        Date(self.0.first_day)
    }

    /// With this day.
    async fn to(&self) -> Date {
        Date(self.0.last_day)
    }

    /// Lines of payments.
    async fn payments(&self) -> i32 {
        i32::try_from(self.0.payments).unwrap_or(i32::MAX)
    }

    /// What they sum to.
    async fn paid(&self) -> Money {
        Money::of(self.0.paid_minor, &self.0.currency)
    }

    /// Lines of refunds.
    async fn refunds(&self) -> i32 {
        i32::try_from(self.0.refunds).unwrap_or(i32::MAX)
    }

    /// What they sum to.
    async fn returned(&self) -> Money {
        Money::of(self.0.returned_minor, &self.0.currency)
    }

    /// Lines that could not be understood, two hundred at most.
    async fn errors(&self) -> Vec<RegistryLineError> {
        let errors = self.0.errors.as_array().map(Vec::as_slice).unwrap_or_default();
        let read = |one: &serde_json::Value| RegistryLineError {
            line: one["line"].as_i64().and_then(|line| i32::try_from(line).ok()).unwrap_or_default(),
            code: one["code"].as_str().unwrap_or_default().to_owned(),
        };
        errors.iter().map(read).collect()
    }

    /// All that differ.
    async fn differences(&self) -> i32 {
        i32::try_from(self.0.differences).unwrap_or(i32::MAX)
    }

    /// Of them, those that nobody has settled.
    async fn open(&self) -> i32 {
        i32::try_from(self.0.open).unwrap_or(i32::MAX)
    }

    /// UTC.
    async fn loaded_at(&self) -> DateTime<Utc> {
        self.0.loaded_at
    }

    async fn loaded_by(&self, ctx: &Context<'_>) -> Result<Option<StaffMember>> {
        StaffMember::load(ctx, Some(self.0.loaded_by)).await
    }
}

/// What a file says otherwise than we do.
#[derive(Clone)]
pub struct RegistryDifference(pub registry_difference::Model);

impl RegistryDifference {
    async fn money(&self, ctx: &Context<'_>, minor: Option<i64>) -> Result<Option<Money>> {
        let registry = told(loader(ctx).load_one(RegistryById(self.0.registry_id)).await)?;
        Ok(minor.zip(registry).map(|(minor, registry)| Money::of(minor, &registry.0.currency)))
    }
}

#[Object]
impl RegistryDifference {
    async fn id(&self) -> ID {
        Gid::of(Kind::RegistryDifference, self.0.id)
    }

    async fn kind(&self) -> Result<RegistryDifferenceKind> {
        let kind = rules::DifferenceKind::parse(&self.0.kind).ok_or_else(|| Fault::new("an unknown difference"))?;
        Ok(kind.into())
    }

    /// Of a refund, not of a payment.
    async fn refund(&self) -> bool {
        self.0.refund
    }

    /// Of the file; null where it is missing there.
    async fn line(&self) -> Option<i32> {
        self.0.line.and_then(|line| i32::try_from(line).ok())
    }

    /// As the file writes it, or ours where it is missing there.
    async fn reference(&self) -> Option<&str> {
        self.0.reference.as_deref()
    }

    /// Of the payment or refund; null where it is missing here.
    async fn order_number(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let Some(id) = self.0.payment_id.or(self.0.refund_id) else { return Ok(None) };
        told(loader(ctx).load_one(NumberOf { id, refund: self.0.refund }).await)
    }

    /// Of the file.
    async fn theirs(&self, ctx: &Context<'_>) -> Result<Option<Money>> {
        self.money(ctx, self.0.theirs_minor).await
    }

    async fn ours(&self, ctx: &Context<'_>) -> Result<Option<Money>> {
        self.money(ctx, self.0.ours_minor).await
    }

    /// Of the file; null where it says none.
    async fn their_fee(&self, ctx: &Context<'_>) -> Result<Option<Money>> {
        self.money(ctx, self.0.their_fee_minor).await
    }

    /// As it was booked when the file was loaded.
    async fn our_fee(&self, ctx: &Context<'_>) -> Result<Option<Money>> {
        self.money(ctx, self.0.our_fee_minor).await
    }

    /// The time of the line, as the file writes it.
    async fn said_at(&self) -> Option<&str> {
        self.0.said_at.as_deref()
    }

    async fn state(&self) -> Result<RegistryDifferenceState> {
        let state = RegistryDifferenceState::parse(&self.0.state);
        Ok(state.ok_or_else(|| Fault::new("a difference in no known state"))?)
    }

    /// Why it was accepted.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// UTC.
    async fn settled_at(&self) -> Option<DateTime<Utc>> {
        self.0.settled_at
    }

    async fn settled_by(&self, ctx: &Context<'_>) -> Result<Option<StaffMember>> {
        StaffMember::load(ctx, self.0.settled_by).await
    }

    /// Its file.
    async fn registry(&self, ctx: &Context<'_>) -> Result<Option<Registry>> {
        told(loader(ctx).load_one(RegistryById(self.0.registry_id)).await)
    }
}

fn loader<'a>(ctx: &'a Context<'_>) -> &'a DataLoader<RegistryLoader> {
    ctx.data_unchecked()
}

/// A fault of many readers, for each of them.
fn told<V>(loaded: std::result::Result<V, Arc<Fault>>) -> Result<V> {
    loaded.map_err(|fault| Error::from(Fault::new(format!("{fault:?}"))))
}

/// Loads files of differences and the numbers of their orders, for lists.
pub struct RegistryLoader(pub App);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct RegistryById(Uuid);

/// The number of a payment's or a refund's order.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct NumberOf {
    id: Uuid,
    refund: bool,
}

impl Loader<RegistryById> for RegistryLoader {
    type Value = Registry;
    type Error = Arc<Fault>;

    async fn load(&self, keys: &[RegistryById]) -> Result<HashMap<RegistryById, Registry>, Arc<Fault>> {
        let rows = registry::Entity::find().filter(registry::Column::Id.is_in(keys.iter().map(|key| key.0)));
        let rows = rows.all(self.0.db.read()).await.map_err(|error| Arc::new(Fault::from(error)))?;
        Ok(rows.into_iter().map(|row| (RegistryById(row.id), Registry(row))).collect())
    }
}

impl Loader<NumberOf> for RegistryLoader {
    type Value = String;
    type Error = Arc<Fault>;

    async fn load(&self, keys: &[NumberOf]) -> Result<HashMap<NumberOf, String>, Arc<Fault>> {
        let fault = |error: sea_orm::DbErr| Arc::new(Fault::from(error));
        let db = self.0.db.read();
        let ids = |refund: bool| keys.iter().filter(move |key| key.refund == refund).map(|key| key.id);
        let payments = payment::Entity::find().filter(payment::Column::Id.is_in(ids(false)));
        let refunds = refund::Entity::find().filter(refund::Column::Id.is_in(ids(true)));
        let mut owners: Vec<(NumberOf, Uuid)> = Vec::new();
        let key = |id, refund| NumberOf { id, refund };
        owners.extend(payments.all(db).await.map_err(fault)?.into_iter().map(|row| (key(row.id, false), row.order_id)));
        owners.extend(refunds.all(db).await.map_err(fault)?.into_iter().map(|row| (key(row.id, true), row.order_id)));
        let orders = order::Entity::find().filter(order::Column::Id.is_in(owners.iter().map(|(_, order)| *order)));
        let orders = orders.all(db).await.map_err(fault)?;
        let numbers: HashMap<Uuid, String> = orders.into_iter().map(|row| (row.id, row.number)).collect();
        Ok(owners.into_iter().filter_map(|(key, order)| Some((key, numbers.get(&order)?.clone()))).collect())
    }
}
