use async_graphql::{Context, ID, InputObject, Object, Result};
use domain::money::Currency;
use domain::promotion::ALL_DAYS;
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use ::entity::promotion::{self, Column, Entity};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::network::{Network, begin_change, finish_change};
use crate::features::quota::SalesChannel;
use crate::features::tariff_rule::midnight;
use crate::graphql::{Can, ChangedMeanwhile, Date, Form, Gid, Kind, Permission, ThreeNamesInput, app, viewer};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::types::{Promotion, PromotionSaved, SavePromotionResult, facts, find_promotion, sets_promotions};

#[derive(InputObject)]
pub struct SavePromotionInput {
    /// Of the code that is changed; without it a new one is made.
    pub id: Option<ID>,
    /// As it was read, with `id`: a change on top of somebody else's is refused.
    pub version: Option<i32>,
    /// From 4 to 24 Latin letters, digits and hyphens; stays as it was made. Without it a campaign is made, which applies by
    /// itself.
    pub code: Option<String>,
    /// As the lines of a price name it, to 120 letters.
    pub names: ThreeNamesInput,
    /// Off each ticket, above 0 up to 100; this or `amount`. Stays as it was made.
    pub percent: Option<Decimal>,
    /// Off each ticket, in whole units of the currency. Stays as it was made.
    pub amount: Option<Decimal>,
    /// ISO 4217. Stays as it was made.
    #[graphql(default_with = "\"KGS\".to_owned()")]
    pub currency: String,
    /// The fares of an order have to be so much. Not of a campaign.
    #[graphql(default)]
    pub minimum: Decimal,
    /// First day of sale by the clock of the home station.
    pub sold_from: Option<Date>,
    /// Last day of sale, included.
    pub sold_to: Option<Date>,
    pub travel_from: Option<Date>,
    /// Included.
    pub travel_to: Option<Date>,
    /// Empty: all. At most 200.
    #[graphql(default)]
    pub routes: Vec<ID>,
    /// Empty: all. At most 200.
    #[graphql(default)]
    pub carriers: Vec<ID>,
    /// Days of travel, 1 is Monday, 7 Sunday; empty: all.
    #[graphql(default)]
    pub weekdays: Vec<i32>,
    /// Only what is sold through these; empty: all.
    #[graphql(default)]
    pub channels: Vec<SalesChannel>,
    /// Only for passengers of these, codes of `passengerCategories`; empty: all.
    #[graphql(default)]
    pub categories: Vec<String>,
    /// Of a code: it comes on top of a campaign; otherwise the better of the two counts.
    #[graphql(default)]
    pub combinable: bool,
    /// Orders in all; of a campaign tickets in all.
    pub uses_limit: Option<i32>,
    /// Of a campaign: it ends when so much was taken off, in whole units of the currency.
    pub budget: Option<Decimal>,
    /// Orders of one customer. Not of a campaign, which does not know them.
    pub customer_limit: Option<i32>,
    /// False: out of use; orders that are held with it keep it.
    #[graphql(default = true)]
    pub active: bool,
}

const MOST: usize = 200;

#[derive(Default)]
pub struct SavePromotion;

#[Object]
impl SavePromotion {
    /// Staff: a new promotional code or campaign, or another period or limit of one. What it takes off stays as it was made: another
    /// is another code.
    #[graphql(guard = "Can(Permission::ManagePrices)", complexity = "50 + child_complexity")]
    async fn save_promotion(&self, ctx: &Context<'_>, input: SavePromotionInput) -> Result<SavePromotionResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        sets_promotions(viewer)?;
        let tx = begin_change(app).await.map_err(Fault::from)?;
        let before = match &input.id {
            Some(id) => Some(find_promotion(&*tx, id).await?),
            None => None,
        };
        if before.as_ref().is_some_and(|row| input.version.map(i64::from) != Some(row.version)) {
            let answer = SavePromotionResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let network = app.network.get(app).await?;
        let mut form = Form::new(viewer.language);
        let row = read(app, &*tx, &mut form, &network, &input, before.as_ref()).await?;
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(SavePromotionResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        let change = Change::saved(before.as_ref().map(|row| facts(&network, row)), facts(&network, &row));
        upsert::<Entity>(&tx, vec![row.clone()]).await.map_err(Fault::from)?;
        audit_change(app, &tx, viewer, "SAVE_PROMOTION", &format!("promotion:{}", row.id), change).await?;
        finish_change(app, tx).await.map_err(Fault::from)?;
        Ok(SavePromotionResult::Saved(PromotionSaved { promotion: Promotion(row) }))
    }
}

async fn read(
    app: &App,
    db: &impl ConnectionTrait,
    form: &mut Form,
    network: &Network,
    input: &SavePromotionInput,
    before: Option<&promotion::Model>,
) -> Result<promotion::Model, Fault> {
    let currency = Currency::parse(&input.currency).ok();
    if currency.is_none() {
        form.wrong("currency", "CURRENCY");
    }
    let currency = currency.unwrap_or(Currency::KGS);
    let mut row = match before {
        Some(row) => row.clone(),
        None => fresh(app, db, form, input, currency).await?,
    };
    let currency = Currency::parse(&row.currency).unwrap_or(currency);
    row.name = form.names("names", &input.names, 120);
    row.minimum_minor = form.amount("minimum", input.minimum, currency);
    row.sold_from = input.sold_from.map(|date| midnight(date.0));
    row.sold_to = input.sold_to.and_then(|date| date.0.succ_opt()).map(midnight);
    if let Some(from) = input.sold_from {
        form.period("soldTo", from.0, input.sold_to.map(|date| date.0));
    }
    (row.travel_from, row.travel_to) = (input.travel_from.map(|date| date.0), input.travel_to.map(|date| date.0));
    if let Some(from) = row.travel_from {
        form.period("travelTo", from, row.travel_to);
    }
    let routes: Vec<Option<Uuid>> = input.routes.iter().map(|id| Gid::read(Kind::Route, id)).collect();
    if routes.len() > MOST || routes.iter().any(|id| id.is_none_or(|id| network.route(id).is_none())) {
        form.wrong("routes", "NO_SUCH_ROUTE");
    }
    let carriers: Vec<Option<Uuid>> = input.carriers.iter().map(|id| Gid::read(Kind::Carrier, id)).collect();
    if carriers.len() > MOST || carriers.iter().any(|id| id.is_none_or(|id| network.carrier(id).is_none())) {
        form.wrong("carriers", "NO_SUCH_CARRIER");
    }
    row.routes = json!(routes.into_iter().flatten().collect::<Vec<_>>());
    row.carriers = json!(carriers.into_iter().flatten().collect::<Vec<_>>());
    for (path, limit) in [("usesLimit", input.uses_limit), ("customerLimit", input.customer_limit)] {
        if limit.is_some_and(|limit| !(1..=1_000_000).contains(&limit)) {
            form.wrong_with(path, "BETWEEN", &[("least", "1"), ("most", "1000000")]);
        }
    }
    (row.uses_limit, row.customer_limit) = (input.uses_limit, input.customer_limit);
    let days = form.weekdays("weekdays", &input.weekdays);
    row.weekdays = if input.weekdays.is_empty() { ALL_DAYS.into() } else { days.into() };
    row.channels = json!(input.channels.iter().map(|channel| channel.code()).collect::<Vec<_>>());
    if !input.categories.iter().all(|code| network.rules().knows_category(code)) {
        form.wrong("categories", "CATEGORY_NOT_HERE");
    }
    row.categories = json!(input.categories);
    row.combinable = input.combinable && !row.automatic;
    row.budget_minor = match input.budget {
        Some(budget) if row.automatic => Some(form.amount("budget", budget, currency)),
        _ => None,
    };
    if row.automatic && row.minimum_minor > 0 {
        form.wrong("minimum", "NOT_OF_CAMPAIGN");
    }
    if row.automatic && row.customer_limit.is_some() {
        form.wrong("customerLimit", "NOT_OF_CAMPAIGN");
    }
    row.active = input.active;
    row.version += 1;
    Ok(row)
}

async fn fresh(
    app: &App,
    db: &impl ConnectionTrait,
    form: &mut Form,
    input: &SavePromotionInput,
    currency: Currency,
) -> Result<promotion::Model, Fault> {
    let typed = input.code.as_deref().map(|code| code.trim().to_uppercase());
    let (id, automatic) = (app.ids.new(), typed.is_none());
    let code = typed.unwrap_or_else(|| format!("#{id}"));
    let good = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
    if automatic {
        // Nobody types it.
    } else if !(4..=24).contains(&code.len()) || !code.chars().all(good) {
        form.wrong("code", "PROMOTION_FORM");
    } else if Entity::find().filter(Column::Code.eq(&code)).one(db).await?.is_some() {
        form.wrong("code", "PROMOTION_TWICE");
    }
    if input.percent.is_some() == input.amount.is_some() {
        form.wrong("amount", "AMOUNT_OR_PERCENT");
    }
    let whole = |percent: Decimal| percent > Decimal::ZERO && percent <= Decimal::ONE_HUNDRED && percent.scale() <= 2;
    if input.percent.is_some_and(|percent| !whole(percent)) {
        form.wrong_with("percent", "BETWEEN", &[("least", "0"), ("most", "100")]);
    }
    let amount_minor = input.amount.map(|amount| form.sum("amount", amount, currency));
    Ok(promotion::Model {
        id,
        code,
        name: ::entity::Names::default(),
        percent: input.percent.map(|percent| percent.normalize().to_string()),
        amount_minor,
        currency: currency.code().to_owned(),
        minimum_minor: 0,
        sold_from: None,
        sold_to: None,
        travel_from: None,
        travel_to: None,
        routes: json!([]),
        carriers: json!([]),
        uses_limit: None,
        customer_limit: None,
        automatic,
        combinable: false,
        weekdays: ALL_DAYS.into(),
        channels: json!([]),
        categories: json!([]),
        budget_minor: None,
        active: true,
        touched: 0,
        made_at: app.clock.now(),
        version: 0,
    })
}
