use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::{DataLoader, Loader};
use async_graphql::{Context, Enum, Error, ID, Object, Result, SimpleObject, Union};
use chrono::{DateTime, Utc};
use domain::terminal::{self, Dialect, Outcome, Results, SumForm};
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, Statement};
use uuid::Uuid;

use ::entity::{terminal_network, terminal_request};

use crate::app::App;
use crate::features::network::in_language;
use crate::graphql::{ChangedMeanwhile, Gid, InvalidInput, Kind, Money, ThreeNames, app, viewer};
use crate::platform::Fault;

use super::settings::Settings;

crate::connection!(TerminalNetwork, TerminalNetworkConnection, TerminalNetworkEdge);
crate::connection!(TerminalRequest, TerminalRequestConnection, TerminalRequestEdge);

/// What a network is answered. Each network has a number of its own for it.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "Outcome")]
pub enum TerminalOutcome {
    Ok,
    /// Trouble of ours that passes: the network asks again.
    Temporary,
    /// The account is not written like an order's number.
    AccountForm,
    NoAccount,
    /// The order can buy nothing: its seats or trip are gone, its passengers are not named, its road is closed.
    Refused,
    /// The network is switched off here.
    Technical,
    /// The order is paid, given up or its time is over.
    Inactive,
    /// The same transaction is being worked on: the network asks again.
    InProgress,
    /// Less than is due, or than the network takes.
    TooSmall,
    /// More than is due and tolerated, or than the network takes.
    TooLarge,
    /// `check` while the network is switched off here.
    CannotCheck,
    /// It cannot be understood, or its transaction came before with another account or sum.
    Other,
    /// The payment was cancelled.
    Cancelled,
    NoTransaction,
    /// It is too late to cancel the payment, or something else was done with its order.
    NotCancelled,
}

/// How a network writes an amount.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "SumForm")]
pub enum TerminalSumForm {
    /// `10.45`
    Point,
    /// `10,45`
    Comma,
    /// `1045`: in minor units.
    Minor,
}

/// Settings that a network begins with.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "Dialect")]
pub enum TerminalDialect {
    /// `check` and `pay`.
    Osmp,
    /// With `cancel` and `status`.
    #[graphql(name = "PAY24")]
    Pay24,
}

/// A network's number of an outcome.
#[derive(SimpleObject)]
pub struct TerminalResult {
    pub outcome: TerminalOutcome,
    pub number: i32,
    /// The network asks again until it hears another one; all others are final.
    pub retried: bool,
}

/// What a dialect sets.
#[derive(SimpleObject)]
pub struct TerminalPreset {
    pub dialect: TerminalDialect,
    pub results: Vec<TerminalResult>,
    pub sum_form: TerminalSumForm,
    pub cancels: bool,
    pub tells_status: bool,
}

pub fn presets() -> Vec<TerminalPreset> {
    let preset = |dialect: Dialect| {
        let preset = dialect.preset();
        TerminalPreset {
            dialect: dialect.into(),
            results: results_of(&preset.results),
            sum_form: preset.sum_form.into(),
            cancels: preset.cancels,
            tells_status: preset.tells_status,
        }
    };
    Dialect::ALL.into_iter().map(preset).collect()
}

fn results_of(results: &Results) -> Vec<TerminalResult> {
    let result = |(outcome, number): (Outcome, i32)| TerminalResult {
        outcome: outcome.into(),
        number,
        retried: outcome.is_retried(),
    };
    results.all().map(result).collect()
}

/// A network of payment terminals.
#[derive(Clone)]
pub struct TerminalNetwork(pub terminal_network::Model);

impl TerminalNetwork {
    fn money(&self, minor: i64) -> Money {
        Money::of(minor, &self.0.currency)
    }
}

#[Object]
impl TerminalNetwork {
    async fn id(&self) -> ID {
        Gid::of(Kind::TerminalNetwork, self.0.id)
    }

    /// For changes: grows with each.
    async fn version(&self) -> i32 {
        i32::try_from(self.0.version).unwrap_or(i32::MAX)
    }

    /// Of its address and of its payments' method; stays as it was made.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// In the viewer's language.
    async fn name(&self, ctx: &Context<'_>) -> &str {
        in_language(&self.0.name, viewer(ctx).language)
    }

    async fn names(&self) -> ThreeNames {
        (&self.0.name).into()
    }

    /// Where its terminals ask.
    async fn url(&self, ctx: &Context<'_>) -> String {
        format!("{}/terminals/{}", app(ctx).config.public_url, self.0.code)
    }

    /// The method of its payments: `terminal:` and its code.
    async fn method(&self) -> String {
        terminal::method(&self.0.code)
    }

    /// False: nothing new is paid through it; what was paid is still told and cancelled.
    async fn enabled(&self) -> bool {
        self.0.enabled
    }

    /// With which it asks; its password is shown to nobody.
    async fn login(&self) -> &str {
        &self.0.login
    }

    /// Addresses and blocks of them that may ask; empty: all.
    async fn addresses(&self) -> Result<Vec<String>> {
        Ok(serde_json::from_value(self.0.addresses.clone()).map_err(Fault::from)?)
    }

    /// ISO 4217: the one in which it pays.
    async fn currency(&self) -> &str {
        &self.0.currency
    }

    /// The least that it takes at once.
    async fn smallest(&self) -> Money {
        self.money(self.0.smallest_minor)
    }

    /// The most that it takes at once.
    async fn largest(&self) -> Money {
        self.money(self.0.largest_minor)
    }

    /// So much more than is due is accepted: terminals give no change. The rest waits for its customer at a desk.
    async fn tolerance(&self) -> Money {
        self.money(self.0.tolerance_minor)
    }

    /// What it keeps of each payment, per cent.
    async fn fee_percent(&self) -> Result<Decimal> {
        Ok(self.0.fee_percent.parse().map_err(Fault::from)?)
    }

    /// Its number of each outcome.
    async fn results(&self) -> Result<Vec<TerminalResult>> {
        Ok(results_of(&Settings::read(self.0.clone())?.results))
    }

    /// How it writes sums.
    async fn sum_form(&self) -> Result<TerminalSumForm> {
        Ok(Settings::read(self.0.clone())?.sum_form.into())
    }

    /// It may take payments back.
    async fn cancels(&self) -> bool {
        self.0.cancels
    }

    /// It may ask what came of a payment.
    async fn tells_status(&self) -> bool {
        self.0.tells_status
    }

    /// UTC.
    async fn made_at(&self) -> DateTime<Utc> {
        self.0.made_at
    }

    /// What somebody asked last at its address.
    #[graphql(complexity = "2 + child_complexity")]
    async fn last_request(&self, ctx: &Context<'_>) -> Result<Option<TerminalRequest>> {
        load(ctx, LastOf { network: self.0.id, trouble: false }).await
    }

    /// The last request that somebody should look at: refused at the door, not understood, or trouble of ours.
    #[graphql(complexity = "2 + child_complexity")]
    async fn last_trouble(&self, ctx: &Context<'_>) -> Result<Option<TerminalRequest>> {
        load(ctx, LastOf { network: self.0.id, trouble: true }).await
    }
}

/// What somebody has asked at a network's address, and what the answer was.
#[derive(Clone)]
pub struct TerminalRequest(pub terminal_request::Model);

#[Object]
impl TerminalRequest {
    async fn id(&self) -> ID {
        Gid::of(Kind::TerminalRequest, self.0.id)
    }

    /// Whose address it was.
    #[graphql(complexity = "2 + child_complexity")]
    async fn network(&self, ctx: &Context<'_>) -> Result<Option<TerminalNetwork>> {
        load(ctx, NetworkById(self.0.network_id)).await
    }

    /// UTC.
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }

    /// Network address of who asked.
    async fn address(&self) -> &str {
        &self.0.address
    }

    /// Method, path and parameters as they came, without what looks like a secret; at most 2000 characters.
    async fn raw(&self) -> &str {
        &self.0.raw
    }

    /// `check`, `pay`, `cancel`, `status`, or whatever else was sent.
    async fn command(&self) -> Option<&str> {
        self.0.command.as_deref()
    }

    /// The network's number of the transaction.
    async fn txn(&self) -> Option<&str> {
        self.0.txn.as_deref()
    }

    /// An order's number where it is one; otherwise as it was typed.
    async fn account(&self) -> Option<&str> {
        self.0.account.as_deref()
    }

    /// Null: it was refused at the door, see `status`.
    async fn outcome(&self) -> Option<TerminalOutcome> {
        Outcome::parse(&self.0.outcome).map(Into::into)
    }

    /// The network's number of the outcome.
    async fn result(&self) -> Option<i32> {
        self.0.result
    }

    /// Of HTTP: 200, 401 for a wrong login or password, 403 for an address that may not ask.
    async fn status(&self) -> i32 {
        self.0.status
    }

    /// What was answered.
    async fn answer(&self) -> &str {
        &self.0.answer
    }

    /// Milliseconds until the answer.
    async fn took(&self) -> i32 {
        i32::try_from(self.0.took_ms).unwrap_or(i32::MAX)
    }

    /// Somebody should look at it.
    async fn trouble(&self) -> bool {
        self.0.trouble
    }
}

async fn load<K, V>(ctx: &Context<'_>, key: K) -> Result<Option<V>>
where
    K: Send + Sync + std::hash::Hash + Eq + Clone + 'static,
    V: Send + Sync + Clone + 'static,
    TerminalLoader: Loader<K, Value = V, Error = Arc<Fault>>,
{
    let loaded = ctx.data_unchecked::<DataLoader<TerminalLoader>>().load_one(key).await;
    loaded.map_err(|fault| Error::from(Fault::new(format!("{fault:?}"))))
}

/// Loads networks of requests and last requests of networks, for lists.
pub struct TerminalLoader(pub App);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct NetworkById(Uuid);

impl Loader<NetworkById> for TerminalLoader {
    type Value = TerminalNetwork;
    type Error = Arc<Fault>;

    async fn load(&self, keys: &[NetworkById]) -> Result<HashMap<NetworkById, TerminalNetwork>, Arc<Fault>> {
        let ids = keys.iter().map(|key| key.0);
        let rows = terminal_network::Entity::find().filter(terminal_network::Column::Id.is_in(ids));
        let rows = rows.all(self.0.db.read()).await.map_err(|error| Arc::new(Fault::from(error)))?;
        Ok(rows.into_iter().map(|row| (NetworkById(row.id), TerminalNetwork(row))).collect())
    }
}

/// The last request of a network, or the last that was trouble.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct LastOf {
    network: Uuid,
    trouble: bool,
}

impl Loader<LastOf> for TerminalLoader {
    type Value = TerminalRequest;
    type Error = Arc<Fault>;

    async fn load(&self, keys: &[LastOf]) -> Result<HashMap<LastOf, TerminalRequest>, Arc<Fault>> {
        let mut found = HashMap::new();
        for trouble in [false, true] {
            let networks: Vec<Uuid> = keys.iter().filter(|key| key.trouble == trouble).map(|key| key.network).collect();
            for row in self.last(&networks, trouble).await.map_err(Arc::new)? {
                found.insert(LastOf { network: row.network_id, trouble }, TerminalRequest(row));
            }
        }
        Ok(found)
    }
}

impl TerminalLoader {
    /// One statement, by the index of each network's end.
    async fn last(&self, networks: &[Uuid], trouble: bool) -> Result<Vec<terminal_request::Model>, Fault> {
        if networks.is_empty() {
            return Ok(Vec::new());
        }
        let marks: Vec<String> = (1..=networks.len()).map(|n| format!("${n}")).collect();
        let sql = format!(
            "SELECT * FROM terminal_request WHERE id IN (SELECT (SELECT t.id FROM terminal_request t \
             WHERE t.network_id = n.id {} ORDER BY t.id DESC LIMIT 1) FROM terminal_network n WHERE n.id IN ({}))",
            if trouble { "AND t.trouble" } else { "" },
            marks.join(", "),
        );
        let db = self.0.db.read();
        let backend = sea_orm::ConnectionTrait::get_database_backend(db);
        let statement = Statement::from_sql_and_values(backend, sql, networks.iter().map(|id| (*id).into()));
        Ok(terminal_request::Model::find_by_statement(statement).all(db).await?)
    }
}

/// A network as it is now.
#[derive(SimpleObject)]
pub struct TerminalNetworkSaved {
    pub network: TerminalNetwork,
}

#[derive(Union)]
pub enum SaveTerminalNetworkResult {
    Saved(TerminalNetworkSaved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}
