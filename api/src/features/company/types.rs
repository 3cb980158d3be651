use async_graphql::dataloader::DataLoader;
use async_graphql::{ComplexObject, Context, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use domain::company::Terms;
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use ::entity::{company, company_member, wallet};

use crate::features::route::Route;
use crate::features::site::local_today;
use crate::features::wallet::Wallet;
use crate::graphql::{Date, Gid, Kind, Money, Viewer, app};
use crate::platform::Fault;

use super::debt::{CompanyLoader, DebtOf, WalletOf};
use super::invoice::{CompanyInvoiceConnection, invoices};
use super::member::{Membership, memberships, spent_this_month};

crate::connection!(Company, CompanyConnection, CompanyEdge);

/// A company that buys on account.
#[derive(Clone)]
pub struct Company(pub company::Model);

/// The account of a company; there is always one.
pub async fn wallet_of(db: &impl sea_orm::ConnectionTrait, company: Uuid) -> std::result::Result<wallet::Model, Fault> {
    let row = wallet::Entity::find().filter(wallet::Column::CompanyId.eq(company)).one(db).await?;
    row.ok_or_else(|| Fault::new("a company without its account"))
}

/// What was agreed on, as prices take it.
pub fn terms_of(company: &company::Model) -> std::result::Result<Terms, Fault> {
    Ok(Terms { percent: percent_of(company)?, prices: serde_json::from_value(company.prices.clone())? })
}

/// A share as the schema writes it.
pub fn percent_of(company: &company::Model) -> std::result::Result<Option<Decimal>, Fault> {
    Ok(company.discount_percent.as_deref().map(str::parse).transpose()?)
}

#[Object]
impl Company {
    async fn id(&self) -> ID {
        Gid::of(Kind::Company, self.0.id)
    }

    /// Registered name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Number of the taxpayer: 14 digits.
    async fn inn(&self) -> &str {
        &self.0.inn
    }

    async fn address(&self) -> Option<&str> {
        self.0.address.as_deref()
    }

    /// Whom to call.
    async fn contact(&self) -> Option<&str> {
        self.0.contact.as_deref()
    }

    async fn email(&self) -> Option<&str> {
        self.0.email.as_deref()
    }

    /// E.164.
    async fn phone(&self) -> Option<&str> {
        self.0.phone.as_deref()
    }

    async fn contract_number(&self) -> &str {
        &self.0.contract_number
    }

    async fn contract_from(&self) -> Date {
        Date(self.0.contract_from)
    }

    /// The last day; null: until it is ended.
    async fn contract_to(&self) -> Option<Date> {
        self.0.contract_to.map(Date)
    }

    /// The contract is in force today, on the clock of the home station.
    async fn in_force(&self, ctx: &Context<'_>) -> bool {
        let today = local_today(app(ctx).clock.now());
        self.0.contract_from <= today && self.0.contract_to.is_none_or(|to| today <= to)
    }

    /// Taken off fares, per cent; null: nothing.
    async fn discount_percent(&self) -> Result<Option<Decimal>> {
        Ok(percent_of(&self.0)?)
    }

    /// What some lines, classes and categories have instead of `discountPercent`; of several that fit, a line's counts before a
    /// class's, and a class's before a category's.
    #[graphql(complexity = "5 + 5 * child_complexity")]
    async fn prices(&self, ctx: &Context<'_>) -> Result<Vec<CompanyPrice>> {
        let network = app(ctx).network.get(app(ctx)).await?;
        let prices = terms_of(&self.0)?.prices.into_iter().map(|price| CompanyPrice {
            route: price.route.and_then(|id| network.route(id)).cloned().map(Route),
            service_class: price.service_class,
            category: price.category,
            percent: price.percent,
        });
        Ok(prices.collect())
    }

    /// Days within which what was bought on credit is to be paid.
    async fn term_days(&self) -> i32 {
        self.0.term_days
    }

    async fn version(&self) -> i32 {
        i32::try_from(self.0.version).unwrap_or(i32::MAX)
    }

    /// Its account, with the statement.
    #[graphql(complexity = "5 + child_complexity")]
    async fn wallet(&self, ctx: &Context<'_>) -> Result<Wallet> {
        let loaded = ctx.data_unchecked::<DataLoader<CompanyLoader>>().load_one(WalletOf(self.0.id)).await;
        let wallet = loaded.map_err(|fault| Fault::new(format!("{fault:?}")))?;
        Ok(Wallet(wallet.ok_or_else(|| Fault::new("a company without its account"))?))
    }

    /// Who may buy for it, by e-mail address.
    #[graphql(complexity = "10 + 10 * child_complexity")]
    async fn members(&self, ctx: &Context<'_>) -> Result<Vec<CompanyMember>> {
        use company_member::Column;
        let rows = company_member::Entity::find()
            .filter(Column::CompanyId.eq(self.0.id))
            .filter(Column::RemovedAt.is_null())
            .order_by_asc(Column::Email)
            .all(app(ctx).db.read())
            .await
            .map_err(Fault::from)?;
        Ok(rows.into_iter().map(CompanyMember::from).collect())
    }

    /// Documents that were issued to it, the newest first.
    #[graphql(complexity = "10 + first.max(1) as usize * child_complexity / 4")]
    async fn invoices(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20)] first: i32,
        after: Option<String>,
    ) -> Result<CompanyInvoiceConnection> {
        invoices(app(ctx), self.0.id, first, after).await
    }

    /// What it owes and how old that is; null where it owes nothing.
    #[graphql(complexity = "5 + child_complexity")]
    async fn debt(&self, ctx: &Context<'_>) -> Result<Option<CompanyDebt>> {
        let loaded = ctx.data_unchecked::<DataLoader<CompanyLoader>>().load_one(DebtOf(self.0.id)).await;
        let debt = loaded.map_err(|fault| Fault::new(format!("{fault:?}")))?;
        Ok(debt.map(|debt| CompanyDebt {
            owed: Money::of(debt.owed_minor, &debt.currency),
            overdue: Money::of(debt.overdue_minor, &debt.currency),
            since: debt.since,
        }))
    }
}

/// What a contract takes off fares of some of what is sold: all that it names has to fit.
#[derive(SimpleObject)]
pub struct CompanyPrice {
    pub route: Option<Route>,
    /// Of the line: `minibus`, `coach`, …
    pub service_class: Option<String>,
    /// Of the passenger, a code of `passengerCategories`.
    pub category: Option<String>,
    /// Taken off, per cent; 0: such fares are paid whole.
    pub percent: Decimal,
}

/// What a company owes: payments settle the oldest purchases first.
#[derive(SimpleObject)]
pub struct CompanyDebt {
    pub owed: Money,
    /// Of that, what should have been paid by now by the contract's days.
    pub overdue: Money,
    /// When the oldest of what is owed was bought, UTC.
    pub since: DateTime<Utc>,
}

/// A person who may buy for a company.
#[derive(SimpleObject)]
pub struct CompanyMember {
    pub id: ID,
    /// Whoever signs in with it buys for the company.
    pub email: String,
    /// What the person may spend in a calendar month; null: what the account has.
    pub monthly_limit: Option<Money>,
}

impl From<company_member::Model> for CompanyMember {
    fn from(row: company_member::Model) -> Self {
        CompanyMember {
            id: Gid::of(Kind::CompanyMember, row.id),
            email: row.email,
            monthly_limit: row.monthly_minor.map(|minor| Money::of(minor, domain::money::Currency::KGS.code())),
        }
    }
}

/// A company that the signed-in passenger may buy for.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct CompanyMembership {
    #[graphql(skip)]
    company: Uuid,
    /// For `buyForCompany`.
    pub company_id: ID,
    pub name: String,
    /// The contract is in force today: one may buy.
    pub in_force: bool,
    /// Taken off fares, per cent; null: nothing.
    pub discount_percent: Option<Decimal>,
    pub wallet: Wallet,
    /// What the viewer may spend in a calendar month; null: what the account has.
    pub monthly_limit: Option<Money>,
    /// What the viewer has spent in this one.
    pub spent_this_month: Money,
}

#[ComplexObject]
impl CompanyMembership {
    /// Documents that were issued to the company, the newest first.
    #[graphql(complexity = "10 + first.max(1) as usize * child_complexity / 4")]
    async fn invoices(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20)] first: i32,
        after: Option<String>,
    ) -> Result<CompanyInvoiceConnection> {
        invoices(app(ctx), self.company, first, after).await
    }
}

/// For which company an order is bought.
#[derive(SimpleObject)]
pub struct OrderCompany {
    pub id: ID,
    pub name: String,
}

/// All companies that the viewer may buy for, by name.
pub async fn memberships_of(
    app: &crate::app::App,
    viewer: &Viewer,
) -> std::result::Result<Vec<CompanyMembership>, Fault> {
    let db = app.db.read();
    let today = local_today(app.clock.now());
    let mut shown = Vec::new();
    for one in memberships(db, viewer).await? {
        let in_force = one.in_force(today);
        let Membership { company, member } = one;
        let wallet = wallet_of(db, company.id).await?;
        let spent = match viewer.account_id() {
            Some(buyer) => spent_this_month(app, db, wallet.id, buyer).await?,
            None => 0,
        };
        let money = |minor| Money::of(minor, &wallet.currency);
        shown.push(CompanyMembership {
            company: company.id,
            company_id: Gid::of(Kind::Company, company.id),
            in_force,
            discount_percent: percent_of(&company)?,
            monthly_limit: member.monthly_minor.map(money),
            spent_this_month: money(spent),
            name: company.name,
            wallet: Wallet(wallet),
        });
    }
    Ok(shown)
}
