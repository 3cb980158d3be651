use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use chrono::NaiveDate;
use domain::company::{MOST_PRICES, Price};
use domain::money::Currency;
use rust_decimal::Decimal;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use uuid::Uuid;

use ::entity::{company, wallet};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::network::Network;
use crate::features::route::SERVICE_CLASSES;
use crate::features::wallet::{Owner, open};
use crate::graphql::{Can, ChangedMeanwhile, Date, Form, Gid, InvalidInput, Kind, Permission, app, error, viewer};
use crate::i18n::money;
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::types::{Company, wallet_of};

#[derive(InputObject)]
pub struct SaveCompanyInput {
    /// Of the company that is changed; without it a new one is made.
    pub id: Option<ID>,
    /// As it was read, with `id`: a change on top of somebody else's is refused.
    pub version: Option<i32>,
    /// Registered name. At most 200 characters.
    pub name: String,
    /// Number of the taxpayer: 14 digits. INN_FORM, INN_TAKEN.
    pub inn: String,
    pub address: Option<String>,
    /// Whom to call.
    pub contact: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub contract_number: String,
    /// Needed.
    pub contract_from: Option<Date>,
    /// The last day; null: until it is ended. ENDS_BEFORE_START.
    pub contract_to: Option<Date>,
    /// Taken off fares: from 0 to 50 per cent, with two digits after the point. PERCENT.
    pub discount_percent: Option<Decimal>,
    /// What some lines, classes and categories have instead, at most 50.
    #[graphql(default)]
    pub prices: Vec<CompanyPriceInput>,
    /// How much the company may owe, whole som. CREDIT_BELOW_DEBT: it owes more.
    #[graphql(default)]
    pub credit: Decimal,
    /// Days within which what was bought on credit is to be paid, from 0 to 365. TERM.
    #[graphql(default)]
    pub term_days: i32,
}

/// A price of the contract for some of what is sold: all that it names has to fit, and it names something.
#[derive(InputObject)]
pub struct CompanyPriceInput {
    /// NO_SUCH_ROUTE.
    pub route_id: Option<ID>,
    /// Of the line: `minibus`, `coach`, … SERVICE_CLASS.
    pub service_class: Option<String>,
    /// A code of `passengerCategories`. CATEGORY_NOT_HERE.
    pub category: Option<String>,
    /// From 0, where such fares are paid whole, to 50. PERCENT.
    pub percent: Decimal,
}

/// The company as it is now.
#[derive(SimpleObject)]
pub struct CompanyChanged {
    pub company: Company,
}

#[derive(Union)]
pub enum SaveCompanyResult {
    Changed(CompanyChanged),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

#[derive(Default)]
pub struct SaveCompany;

#[Object]
impl SaveCompany {
    /// Staff: makes a company that buys on account, with an account of its own, or changes what is agreed with it.
    #[graphql(guard = "Can(Permission::ManageClients)", complexity = "20 + child_complexity")]
    async fn save_company(&self, ctx: &Context<'_>, input: SaveCompanyInput) -> Result<SaveCompanyResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = input.id.as_ref().map(|id| Gid::find(Kind::Company, id)).transpose()?;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let before = match id {
            Some(id) => {
                let row = company::Entity::find_by_id(id).one(&tx).await.map_err(Fault::from)?;
                Some(row.ok_or_else(error::not_found)?)
            }
            None => None,
        };
        if before.as_ref().is_some_and(|row| input.version.map(i64::from) != Some(row.version)) {
            let answer = SaveCompanyResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let mut form = Form::new(viewer.language);
        let network = app.network.get(app).await?;
        let mut row = read(app, &mut form, &input, before.as_ref());
        row.prices = json!(read_prices(&network, &mut form, &input.prices));
        let credit_minor = form.amount("credit", input.credit, Currency::KGS);
        let same = company::Entity::find().filter(company::Column::Inn.eq(&row.inn)).one(&tx).await;
        if same.map_err(Fault::from)?.is_some_and(|other| other.id != row.id) {
            form.wrong("inn", "INN_TAKEN");
        }
        let owed = match &before {
            Some(before) => Some(wallet_of(&*tx, before.id).await?),
            None => None,
        };
        if form.is_good() {
            upsert::<company::Entity>(&tx, vec![row.clone()]).await.map_err(Fault::from)?;
            open(app, &tx, Owner::Company(row.id)).await?;
            if !set_credit(&tx, row.id, credit_minor).await? {
                form.wrong("credit", "CREDIT_BELOW_DEBT");
            }
        }
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(SaveCompanyResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        let credit = |minor: i64| money(viewer.language, minor, Currency::KGS.code());
        let facts = |row: &company::Model, credit_minor| facts(row, &credit(credit_minor), told(&network, row));
        let was = before.as_ref().zip(owed).map(|(row, wallet)| facts(row, wallet.credit_minor));
        let change = Change::saved(was, facts(&row, credit_minor));
        audit_change(app, &tx, viewer, "SAVE_COMPANY", &format!("company:{}", row.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(SaveCompanyResult::Changed(CompanyChanged { company: Company(row) }))
    }
}

fn read(app: &App, form: &mut Form, input: &SaveCompanyInput, before: Option<&company::Model>) -> company::Model {
    let to = input.contract_to.as_ref().map(|to| to.0);
    if input.contract_from.is_none() {
        form.wrong("contractFrom", "REQUIRED");
    }
    let from = input.contract_from.as_ref().map_or_else(NaiveDate::default, |from| from.0);
    form.period("contractTo", from, to);
    let inn = form.text("inn", &input.inn, 20);
    form.inn("inn", &inn);
    if !(0..=365).contains(&input.term_days) {
        form.wrong("termDays", "TERM");
    }
    company::Model {
        id: before.map_or_else(|| app.ids.new(), |row| row.id),
        name: form.text("name", &input.name, 200),
        inn,
        address: form.optional("address", input.address.as_deref(), 300),
        contact: form.optional("contact", input.contact.as_deref(), 120),
        email: form.email("email", input.email.as_deref()),
        phone: form.phone("phone", input.phone.as_deref()),
        contract_number: form.text("contractNumber", &input.contract_number, 60),
        contract_from: from,
        contract_to: to,
        discount_percent: form.percent("discountPercent", input.discount_percent.filter(|percent| !percent.is_zero())),
        prices: json!([]),
        term_days: input.term_days,
        made_at: before.map_or_else(|| app.clock.now(), |row| row.made_at),
        version: before.map_or(1, |row| row.version + 1),
    }
}

fn read_prices(network: &Network, form: &mut Form, typed: &[CompanyPriceInput]) -> Vec<Price> {
    let mut prices: Vec<Price> = Vec::new();
    if typed.len() > MOST_PRICES {
        form.wrong("prices", "TOO_MANY");
    }
    for (n, one) in typed.iter().take(MOST_PRICES).enumerate() {
        let at = |field: &str| format!("prices.{n}.{field}");
        let route =
            one.route_id.as_ref().map(|id| Gid::read(Kind::Route, id).filter(|id| network.route(*id).is_some()));
        if route == Some(None) {
            form.wrong(at("routeId"), "NO_SUCH_ROUTE");
        }
        if one.service_class.as_deref().is_some_and(|class| !SERVICE_CLASSES.contains(&class)) {
            form.wrong(at("serviceClass"), "SERVICE_CLASS");
        }
        if one.category.as_deref().is_some_and(|code| !network.rules().knows_category(code)) {
            form.wrong(at("category"), "CATEGORY_NOT_HERE");
        }
        form.share(&at("percent"), one.percent);
        let price = Price {
            route: route.flatten(),
            service_class: one.service_class.clone(),
            category: one.category.clone(),
            percent: one.percent.normalize(),
        };
        if !price.names_something() && form.is_good() {
            form.wrong(at("routeId"), "PRICE_FOR_NOTHING");
        }
        if prices.iter().any(|other| other.is_for_the_same(&price)) {
            form.wrong(at("routeId"), "PRICE_TWICE");
        }
        prices.push(price);
    }
    prices
}

/// Prices for people, in the audit log.
fn told(network: &Network, row: &company::Model) -> Vec<String> {
    let prices: Vec<Price> = serde_json::from_value(row.prices.clone()).unwrap_or_default();
    let words = |price: Price| {
        let route = price.route.and_then(|id| network.route(id)).map(|route| route.number.clone());
        let named = [route, price.service_class, price.category].into_iter().flatten().collect::<Vec<_>>();
        format!("{}: {} %", named.join(" "), price.percent)
    };
    prices.into_iter().map(words).collect()
}

/// False: the company owes more.
async fn set_credit(tx: &DatabaseTransaction, company: Uuid, credit_minor: i64) -> std::result::Result<bool, Fault> {
    use wallet::Column::{BalanceMinor, CompanyId, CreditMinor, Version};
    let set = wallet::Entity::update_many()
        .col_expr(CreditMinor, Expr::val(credit_minor))
        .col_expr(Version, Expr::col(Version).add(1))
        .filter(CompanyId.eq(company))
        .filter(BalanceMinor.gte(-credit_minor))
        .exec(tx)
        .await?;
    Ok(set.rows_affected == 1)
}

/// What the audit log keeps of a company.
fn facts(row: &company::Model, credit: &str, prices: Vec<String>) -> Value {
    json!({
        "name": row.name, "inn": row.inn, "address": row.address, "contact": row.contact, "email": row.email,
        "phone": row.phone, "contractNumber": row.contract_number, "contractFrom": row.contract_from,
        "contractTo": row.contract_to, "discountPercent": row.discount_percent, "prices": prices,
        "credit": credit, "termDays": row.term_days,
    })
}
