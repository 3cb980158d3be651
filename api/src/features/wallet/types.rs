use std::collections::HashMap;

use async_graphql::dataloader::DataLoader;
use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use domain::ledger;
use domain::till::Tender;
use domain::wallet::EntryKind;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use ::entity::{account, order, payment, wallet, wallet_entry};

use crate::features::company::TRANSFER;
use crate::features::payment::method_name;
use crate::features::site::{day_begins, day_ends};
use crate::graphql::{Date, Gid, Kind, Money, Page, Sort, app, viewer};
use crate::i18n::Language;
use crate::platform::Fault;

use super::holder::{HolderLoader, HolderOf, full_name};

crate::connection!(Wallet, WalletConnection, WalletEdge);
crate::connection!(WalletEntry, WalletEntryConnection, WalletEntryEdge);

/// An internal account: what a customer keeps with the station, or owes it.
#[derive(Clone)]
pub struct Wallet(pub wallet::Model);

/// Whose account a number is, as a cashier sees it.
#[derive(SimpleObject)]
pub struct DeskWallet {
    /// Ten digits.
    pub number: String,
    /// A person's first name and the letter of the last one.
    pub holder: String,
    pub blocked: bool,
}

#[Object]
impl Wallet {
    async fn id(&self) -> ID {
        Gid::of(Kind::Wallet, self.0.id)
    }

    /// Ten digits: what terminals take as `account`.
    async fn number(&self) -> &str {
        &self.0.number
    }

    /// Code of its account in the ledger, as `ledgerPostings` takes it.
    async fn ledger_account(&self) -> String {
        ledger::Account::Wallet(self.0.id).code()
    }

    /// Whose it is.
    #[graphql(complexity = "5")]
    async fn holder(&self, ctx: &Context<'_>) -> Result<String> {
        let loader = ctx.data_unchecked::<DataLoader<HolderLoader>>();
        let Some(of) = HolderOf::of(&self.0) else { return Ok(String::new()) };
        let loaded = loader.load_one(of).await.map_err(|fault| Fault::new(format!("{fault:?}")))?;
        Ok(loaded.unwrap_or_default())
    }

    /// What is on it; below zero it is owed.
    async fn balance(&self) -> Money {
        Money::of(self.0.balance_minor, &self.0.currency)
    }

    /// How far below zero the balance may go.
    async fn credit(&self) -> Money {
        Money::of(self.0.credit_minor, &self.0.currency)
    }

    /// What can be spent now: the balance and the credit.
    async fn available(&self) -> Money {
        Money::of(self.0.balance_minor + self.0.credit_minor, &self.0.currency)
    }

    /// Nothing is paid from it and nothing put on it.
    async fn blocked(&self) -> bool {
        self.0.blocked_at.is_some()
    }

    /// Why it is blocked, in the words of who has blocked it; for staff.
    async fn blocked_reason(&self, ctx: &Context<'_>) -> Option<&str> {
        self.0.blocked_reason.as_deref().filter(|_| viewer(ctx).is_staff())
    }

    /// UTC.
    async fn opened_at(&self) -> DateTime<Utc> {
        self.0.opened_at
    }

    /// Grows with every entry and every change.
    async fn version(&self) -> i32 {
        i32::try_from(self.0.version).unwrap_or(i32::MAX)
    }

    /// The least and the most that is put on it at once, and the most that it holds; the last two are null where there is no
    /// bound.
    async fn bounds(&self, ctx: &Context<'_>) -> Result<TopUpBounds> {
        let limits = app(ctx).network.get(app(ctx)).await?.settings.wallet;
        let of_person = self.0.account_id.is_some();
        let money = |minor| Money::of(minor, &self.0.currency);
        Ok(TopUpBounds {
            smallest: money(limits.smallest_minor),
            largest: of_person.then(|| money(limits.largest_minor)),
            most: of_person.then(|| money(limits.most_minor)),
        })
    }

    /// The statement: what came and went, newest first, of these days on the home station's clock.
    #[graphql(complexity = "10 + first.max(1) as usize * child_complexity / 4")]
    async fn entries(
        &self,
        ctx: &Context<'_>,
        from: Option<Date>,
        to: Option<Date>,
        #[graphql(default = 20)] first: i32,
        after: Option<String>,
    ) -> Result<WalletEntryConnection> {
        use wallet_entry::Column;
        let (app, viewer) = (app(ctx), viewer(ctx));
        let page = Page::read(first, after.as_deref())?;
        let mut query = wallet_entry::Entity::find().filter(Column::WalletId.eq(self.0.id));
        if let Some(from) = from {
            query = query.filter(Column::At.gte(day_begins(from.0)));
        }
        if let Some(to) = to {
            query = query.filter(Column::At.lt(day_ends(to.0)));
        }
        let (rows, info) = page.find(query, Sort::newest(Column::Id), app.db.read(), |row| row).await?;
        let nodes = with_names(app, viewer.language, rows).await?;
        Ok(WalletEntryConnection::new(nodes, info, None))
    }
}

/// What may be put on an internal account.
#[derive(SimpleObject)]
pub struct TopUpBounds {
    pub smallest: Money,
    pub largest: Option<Money>,
    pub most: Option<Money>,
}

/// Why money came or went.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub enum WalletEntryKind {
    /// Money was put on it.
    TopUp,
    /// Something was bought.
    Purchase,
    /// Something that was bought was given back.
    Refund,
    /// A terminal has taken a top-up back.
    Undone,
}

impl WalletEntryKind {
    /// As an entry's row has it.
    pub fn of(code: &str) -> Self {
        match EntryKind::parse(code) {
            Some(EntryKind::TopUp) => WalletEntryKind::TopUp,
            Some(EntryKind::Refund) => WalletEntryKind::Refund,
            Some(EntryKind::Undone) => WalletEntryKind::Undone,
            Some(EntryKind::Purchase) | None => WalletEntryKind::Purchase,
        }
    }
}

/// A line of a statement.
#[derive(Clone)]
pub struct WalletEntry {
    row: wallet_entry::Model,
    currency: String,
    number: String,
    method: Option<String>,
    reference: Option<String>,
    buyer: Option<String>,
}

#[Object]
impl WalletEntry {
    async fn id(&self) -> ID {
        Gid::of(Kind::WalletEntry, self.row.id)
    }

    async fn kind(&self) -> WalletEntryKind {
        WalletEntryKind::of(&self.row.kind)
    }

    /// Negative where money left.
    async fn amount(&self) -> Money {
        Money::of(self.row.amount_minor, &self.currency)
    }

    /// What was on the account after it.
    async fn balance(&self) -> Money {
        Money::of(self.row.balance_minor, &self.currency)
    }

    /// UTC.
    async fn at(&self) -> DateTime<Utc> {
        self.row.at
    }

    /// The order that was bought or given back, or that has brought the money.
    async fn order_id(&self) -> ID {
        Gid::of(Kind::Order, self.row.order_id)
    }

    /// Its number.
    async fn order_number(&self) -> &str {
        &self.number
    }

    /// How the money came, in the viewer's language; null for what was bought or given back.
    async fn method_name(&self) -> Option<&str> {
        self.method.as_deref()
    }

    /// Number of the payment order or of the terminal's slip that brought the money.
    async fn reference(&self) -> Option<&str> {
        self.reference.as_deref()
    }

    /// Who has bought, by name or e-mail; null where nobody was signed in.
    async fn buyer(&self) -> Option<&str> {
        self.buyer.as_deref()
    }
}

/// Entries with the names that stand beside them: three queries for any number.
async fn with_names(
    app: &crate::app::App,
    language: Language,
    rows: Vec<(String, wallet_entry::Model)>,
) -> std::result::Result<Vec<(String, WalletEntry)>, Fault> {
    let db = app.db.read();
    let ids =
        |of: fn(&wallet_entry::Model) -> Option<Uuid>| rows.iter().filter_map(|(_, row)| of(row)).collect::<Vec<_>>();
    let orders: Vec<(Uuid, String, String)> = order::Entity::find()
        .select_only()
        .columns([order::Column::Id, order::Column::Number, order::Column::Currency])
        .filter(order::Column::Id.is_in(ids(|row| Some(row.order_id))))
        .into_tuple()
        .all(db)
        .await?;
    let orders: HashMap<Uuid, (String, String)> =
        orders.into_iter().map(|(id, number, currency)| (id, (number, currency))).collect();
    let top_ups = ids(|row| row.payment_id.filter(|_| row.kind == EntryKind::TopUp.code()));
    let came: Vec<(Uuid, String, Option<String>)> = payment::Entity::find()
        .select_only()
        .columns([payment::Column::Id, payment::Column::Method, payment::Column::GatewayRef])
        .filter(payment::Column::Id.is_in(top_ups))
        .into_tuple()
        .all(db)
        .await?;
    let came: HashMap<Uuid, (String, Option<String>)> = came.into_iter().map(|(id, how, of)| (id, (how, of))).collect();
    let buyers = account::Entity::find().filter(account::Column::Id.is_in(ids(|row| row.buyer_id))).all(db).await?;
    let buyers: HashMap<Uuid, String> = buyers.into_iter().map(|row| (row.id, full_name(&row))).collect();
    let mut entries = Vec::with_capacity(rows.len());
    for (cursor, row) in rows {
        let (number, currency) = orders.get(&row.order_id).cloned().unwrap_or_default();
        let (method, reference) = match row.payment_id.and_then(|id| came.get(&id)) {
            // A gateway's own reference says nothing to people.
            Some((method, of)) => {
                let by_hand = method == TRANSFER || Tender::of_method(method).is_some();
                (Some(method_name(app, language, method).await?), of.clone().filter(|_| by_hand))
            }
            None => (None, None),
        };
        let buyer = row.buyer_id.and_then(|id| buyers.get(&id).cloned()).filter(|name| !name.is_empty());
        entries.push((cursor, WalletEntry { row, currency, number, method, reference, buyer }));
    }
    Ok(entries)
}
