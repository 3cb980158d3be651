use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject};
use domain::wallet::parse;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

use ::entity::{account, company, wallet};

use crate::features::audit::audit;
use crate::features::order::{Bundle, OrderRefInput, find_order};
use crate::graphql::{
    Audited, By, Can, Money, Page, Permission, SignedIn, Sort, SortDirection, app, begins_with, viewer,
};

use super::access::{find_wallet, payer_of, wallet_by_number};
use super::holder::masked_holder;
use super::types::{DeskWallet, Wallet, WalletConnection};

/// Which internal accounts; everything given has to fit.
#[derive(InputObject, Default)]
pub struct WalletFilterInput {
    /// The number, a part of a company's name, or the beginning of the owner's last name, e-mail or phone.
    pub text: Option<String>,
    /// Only those that are blocked, or only those that are not.
    pub blocked: Option<bool>,
    /// Only those that owe, or only those that do not.
    pub owing: Option<bool>,
}

/// By what internal accounts are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum WalletSort {
    /// When it was opened.
    Opened,
    /// Its number.
    Number,
    /// What is on it; the deepest debt is the least.
    Balance,
}

/// What an order can be paid with at once.
#[derive(SimpleObject)]
pub struct WalletOffer {
    pub wallet: Wallet,
    /// What is to be paid now.
    pub due: Money,
    /// There is enough on it, and it is not blocked.
    pub enough: bool,
}

#[derive(Default)]
pub struct WalletQuery;

#[Object]
impl WalletQuery {
    /// An internal account: for its owner, and for staff who keep customers' accounts. NOT_FOUND for anybody else.
    #[graphql(guard = "SignedIn", complexity = "5 + child_complexity")]
    async fn wallet(&self, ctx: &Context<'_>, id: ID) -> Result<Wallet> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let row = find_wallet(app, viewer, &id).await?;
        if viewer.is_staff() {
            audit(app, viewer, "READ_WALLET", &format!("wallet:{}", row.id)).await?;
        }
        Ok(Wallet(row))
    }

    /// The account from which the viewer may pay an order now; null where there is none, or nothing is to be paid. NOT_FOUND for
    /// an order that is not the viewer's.
    #[graphql(complexity = "10 + child_complexity")]
    async fn wallet_offer(&self, ctx: &Context<'_>, order: OrderRefInput) -> Result<Option<WalletOffer>> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let row = find_order(app, viewer, &order).await?;
        let Some((wallet, _)) = payer_of(app, app.db.read(), viewer, &row).await? else { return Ok(None) };
        let bundle = Bundle::one(app.db.read(), row.id).await?;
        let due_minor = bundle.map_or(0, |bundle| bundle.due_minor(app.clock.now()));
        if due_minor == 0 {
            return Ok(None);
        }
        let enough = wallet.blocked_at.is_none() && wallet.balance_minor + wallet.credit_minor >= due_minor;
        Ok(Some(WalletOffer { due: Money::of(due_minor, &row.currency), enough, wallet: Wallet(wallet) }))
    }

    /// Cashiers: whose account a number is, so that they see they have not mistyped it; null where there is none.
    #[graphql(guard = "Can(Permission::SellAtDesk)", complexity = "10 + child_complexity")]
    async fn desk_wallet(&self, ctx: &Context<'_>, number: String) -> Result<Option<DeskWallet>> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let Some(row) = wallet_by_number(app.db.read(), &number).await? else { return Ok(None) };
        audit(app, viewer, "FIND_WALLET", &format!("wallet:{}", row.id)).await?;
        let holder = masked_holder(app.db.read(), &row).await?;
        Ok(Some(DeskWallet { number: row.number, holder, blocked: row.blocked_at.is_some() }))
    }

    /// Staff: all internal accounts, those opened last first unless asked otherwise. Each reading is in the audit log.
    #[graphql(
        guard = "Can(Permission::ManageClients)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn wallets(
        &self,
        ctx: &Context<'_>,
        filter: Option<WalletFilterInput>,
        #[graphql(default_with = "WalletSort::Opened")] sort: WalletSort,
        #[graphql(default_with = "SortDirection::Desc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<WalletConnection> {
        use wallet::Column;
        let (app, viewer) = (app(ctx), viewer(ctx));
        let page = Page::read(first, after.as_deref())?;
        let filter = filter.unwrap_or_default();
        let mut query = wallet::Entity::find();
        query = match filter.blocked {
            Some(true) => query.filter(Column::BlockedAt.is_not_null()),
            Some(false) => query.filter(Column::BlockedAt.is_null()),
            None => query,
        };
        query = match filter.owing {
            Some(true) => query.filter(Column::BalanceMinor.lt(0)),
            Some(false) => query.filter(Column::BalanceMinor.gte(0)),
            None => query,
        };
        if let Some(text) = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            query = query.filter(of_text(text));
        }
        let by = match sort {
            WalletSort::Opened => By::Time(Column::OpenedAt),
            WalletSort::Number => By::Text(Column::Number),
            WalletSort::Balance => By::Number(Column::BalanceMinor),
        };
        let sort = Sort::new(sort, direction, by, Column::Id);
        let (nodes, info) = page.find(query, sort, app.db.read(), Wallet).await?;
        if ctx.data_opt::<Audited>().is_none() {
            audit(app, viewer, "LIST_WALLETS", "wallet").await?;
        }
        Ok(WalletConnection::new(nodes, info, None))
    }
}

fn of_text(text: &str) -> Condition {
    use sea_orm::{QuerySelect, QueryTrait};
    let number = parse(text).unwrap_or_else(|| text.to_owned());
    let by_person = Condition::any()
        .add(begins_with(account::Column::LastName, &crate::graphql::capitalized(text)))
        .add(begins_with(account::Column::Email, &text.to_lowercase()))
        .add(begins_with(account::Column::Phone, text));
    let people = account::Entity::find().select_only().column(account::Column::Id).filter(by_person).into_query();
    let named = crate::graphql::contains(company::Column::Name, text);
    let companies = company::Entity::find().select_only().column(company::Column::Id).filter(named).into_query();
    Condition::any()
        .add(wallet::Column::CompanyId.in_subquery(companies))
        .add(wallet::Column::Number.eq(number))
        .add(wallet::Column::AccountId.in_subquery(people))
}
