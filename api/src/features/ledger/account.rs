//! Accounts and what people call them.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::{DataLoader, Loader};
use async_graphql::{Context, Enum, Error, Object, Result};
use domain::ledger::{self as rule, Account, KINDS};
use domain::terminal;
use domain::till::Tender;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use ::entity::{carrier, desk, ledger_account, stop, terminal_network, wallet};

use crate::app::App;
use crate::features::network::in_language;
use crate::features::payment::method_name;
use crate::graphql::{ThreeNames, app, viewer};
use crate::i18n::Language;
use crate::platform::Fault;

/// On which side of the balance an account stands.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "rule::Class")]
pub enum LedgerClass {
    /// What the station has, or others hold for it.
    Asset,
    /// What it owes.
    Liability,
    Income,
    Expense,
}

/// A kind of account in the station's chart.
#[derive(Clone)]
pub struct LedgerKind(pub ledger_account::Model);

#[Object]
impl LedgerKind {
    /// As codes of its accounts begin: CARRIER, TILL, …
    async fn code(&self) -> &str {
        &self.0.code
    }

    async fn class(&self) -> Result<LedgerClass> {
        let class = KINDS.iter().find(|(code, _)| *code == self.0.code).map(|(_, class)| *class);
        Ok(class.ok_or_else(|| Fault::new("an account of no kind"))?.into())
    }

    /// In the station's own books, for example 3110.
    async fn number(&self) -> Option<&str> {
        self.0.number.as_deref()
    }

    /// In the viewer's language.
    async fn name(&self, ctx: &Context<'_>) -> &str {
        in_language(&self.0.name, viewer(ctx).language)
    }

    async fn names(&self) -> ThreeNames {
        (&self.0.name).into()
    }

    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// For changes: grows with each.
    async fn version(&self) -> i32 {
        i32::try_from(self.0.version).unwrap_or(i32::MAX)
    }
}

/// An account: a kind and, where there are several, whose it is.
#[derive(Clone)]
pub struct LedgerAccount(pub String);

impl LedgerAccount {
    fn kind(&self) -> &str {
        self.0.split(':').next().unwrap_or_default()
    }

    async fn chart(&self, ctx: &Context<'_>) -> Result<Option<ledger_account::Model>> {
        let loader = ctx.data_unchecked::<DataLoader<AccountLoader>>();
        told(loader.load_one(KindByCode(self.kind().to_owned())).await)
    }
}

#[Object]
impl LedgerAccount {
    /// As it is in the ledger: `CARRIER:…`, `BANK`, …
    async fn code(&self) -> &str {
        &self.0
    }

    /// In the station's own books.
    async fn number(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        Ok(self.chart(ctx).await?.and_then(|row| row.number))
    }

    /// Of its kind, and whose it is: in the viewer's language.
    async fn name(&self, ctx: &Context<'_>) -> Result<String> {
        let language = viewer(ctx).language;
        let kind = self.chart(ctx).await?.map(|row| in_language(&row.name, language).to_owned());
        let kind = kind.unwrap_or_else(|| self.kind().to_owned());
        let loader = ctx.data_unchecked::<DataLoader<AccountLoader>>();
        let whose = match Account::parse(&self.0) {
            Some(Account::Till(desk)) => told(loader.load_one(SignOf(desk)).await)?,
            Some(account) => whose(app(ctx), language, &account).await?,
            None => None,
        };
        Ok(whose.map_or_else(|| kind.clone(), |whose| format!("{kind} · {whose}")))
    }
}

/// Whose an account is; none where there is only one, or no such thing.
async fn whose(app: &App, language: Language, account: &Account) -> Result<Option<String>, Fault> {
    let network = app.network.get(app).await?;
    Ok(match account {
        Account::Carrier(id) => match network.carrier(*id) {
            Some(carrier) => Some(in_language(&carrier.names, language).to_owned()),
            None => {
                let row = carrier::Entity::find_by_id(*id).one(app.db.read()).await?;
                row.map(|row| in_language(&row.name, language).to_owned())
            }
        },
        Account::Wallet(id) => {
            let row = wallet::Entity::find_by_id(*id).one(app.db.read()).await?;
            row.map(|row| row.number)
        }
        Account::Safe(id) => network.stop(*id).map(|stop| in_language(&stop.names, language).to_owned()),
        Account::Gateway(code) => Some(method_name(app, language, code).await?),
        _ => None,
    })
}

/// The accounts that an accountant may book on.
pub async fn bookable(app: &App) -> Result<Vec<LedgerAccount>, Fault> {
    let db = app.db.read();
    let mut all = Vec::new();
    for (kind, _) in KINDS {
        match kind {
            "CARRIER" => {
                let rows = carrier::Entity::find().order_by_asc(carrier::Column::Code).all(db).await?;
                all.extend(rows.into_iter().map(|row| Account::Carrier(row.id)));
            }
            "SAFE" => {
                let rows = desk::Entity::find().order_by_asc(desk::Column::StopId).all(db).await?;
                let mut stops: Vec<Uuid> = rows.into_iter().map(|row| row.stop_id).collect();
                stops.dedup();
                all.extend(stops.into_iter().map(Account::Safe));
            }
            "GATEWAY" => {
                let gateways = ::entity::gateway::Entity::find().order_by_asc(::entity::gateway::Column::Position);
                all.extend(gateways.all(db).await?.into_iter().map(|row| Account::Gateway(row.code)));
                all.push(Account::Gateway(Tender::Card.method().to_owned()));
                let networks = terminal_network::Entity::find().order_by_asc(terminal_network::Column::Code);
                let networks = networks.all(db).await?.into_iter();
                all.extend(networks.map(|row| Account::Gateway(terminal::method(&row.code))));
            }
            kind => all.extend(Account::parse(kind).filter(Account::by_hand)),
        }
    }
    Ok(all.into_iter().map(|account| LedgerAccount(account.code())).collect())
}

/// An account that may be booked on by hand and that there is.
pub async fn to_book(app: &App, code: &str) -> Result<Option<Account>, Fault> {
    let Some(account) = Account::parse(code).filter(Account::by_hand) else { return Ok(None) };
    let db = app.db.read();
    let there = match &account {
        Account::Carrier(id) => carrier::Entity::find_by_id(*id).one(db).await?.is_some(),
        Account::Safe(id) => stop::Entity::find_by_id(*id).one(db).await?.is_some(),
        Account::Gateway(code) => match terminal::network_of(code) {
            Some(network) => {
                let rows = terminal_network::Entity::find().filter(terminal_network::Column::Code.eq(network));
                rows.one(db).await?.is_some()
            }
            None => code == Tender::Card.method() || app.gateways.find(app, code).await?.is_some(),
        },
        _ => true,
    };
    Ok(there.then_some(account))
}

/// Loads what accounts are called, for lists.
pub struct AccountLoader(pub App);

#[derive(Clone, PartialEq, Eq, Hash)]
struct KindByCode(String);

/// The sign of a desk.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct SignOf(Uuid);

impl Loader<KindByCode> for AccountLoader {
    type Value = ledger_account::Model;
    type Error = Arc<Fault>;

    async fn load(&self, keys: &[KindByCode]) -> Result<HashMap<KindByCode, Self::Value>, Arc<Fault>> {
        let codes = keys.iter().map(|key| key.0.as_str());
        let rows = ledger_account::Entity::find().filter(ledger_account::Column::Code.is_in(codes));
        let rows = rows.all(self.0.db.read()).await.map_err(|error| Arc::new(Fault::from(error)))?;
        Ok(rows.into_iter().map(|row| (KindByCode(row.code.clone()), row)).collect())
    }
}

impl Loader<SignOf> for AccountLoader {
    type Value = String;
    type Error = Arc<Fault>;

    async fn load(&self, keys: &[SignOf]) -> Result<HashMap<SignOf, String>, Arc<Fault>> {
        let rows = desk::Entity::find().filter(desk::Column::Id.is_in(keys.iter().map(|key| key.0)));
        let rows = rows.all(self.0.db.read()).await.map_err(|error| Arc::new(Fault::from(error)))?;
        Ok(rows.into_iter().map(|row| (SignOf(row.id), row.sign)).collect())
    }
}

/// A fault of many readers, for each of them.
pub(super) fn told<V>(loaded: std::result::Result<V, Arc<Fault>>) -> Result<V> {
    loaded.map_err(|fault| Error::from(Fault::new(format!("{fault:?}"))))
}
