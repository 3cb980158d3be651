use std::collections::HashSet;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use domain::money::{Currency, to_decimal};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use uuid::Uuid;

use ::entity::price_list;

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::network::{Network, begin_change, finish_change};
use crate::features::route::{find_route, may_change};
use crate::graphql::{
    Can, ChangedMeanwhile, Date, Form, Gid, InvalidInput, Kind, Permission, app, viewer, weekdays_of,
};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::access::find_price_list;
use super::record::{PriceListRecord, pairs};

const MOST_PAIRS: usize = 5_000;

/// The price of a ride between two stations.
#[derive(InputObject, Clone)]
pub struct ListedPriceInput {
    pub from_id: ID,
    pub to_id: ID,
    /// For an adult and without fees, in whole units of the list's currency.
    pub amount: Decimal,
}

#[derive(InputObject)]
pub struct SavePriceListInput {
    /// Of the list that is changed; without it a new one is made.
    pub id: Option<ID>,
    /// As it was read, with `id`: a change on top of somebody else's is refused.
    pub version: Option<i32>,
    /// Whose; a list stays with its line.
    pub route_id: ID,
    /// For the office.
    pub name: String,
    /// Of the trip's departure, as the two below.
    pub first_date: Date,
    /// Included; without it the list has no end.
    pub last_date: Option<Date>,
    /// 1 is Monday, 7 Sunday.
    pub weekdays: Vec<i32>,
    /// ISO 4217.
    pub currency: String,
    /// Whose seats alone, as layouts call it: `vip`, `panorama`, …; without it the fare, which all seats cost that have no list of
    /// their own. Where a list of a class has no price for a pair, the fare decides.
    pub seat_class: Option<String>,
    /// At most 5,000; pairs that are not here are not sold.
    pub prices: Vec<ListedPriceInput>,
    /// False: out of use.
    #[graphql(default = true)]
    pub active: bool,
}

/// The list as it is now.
#[derive(SimpleObject)]
pub struct PriceListSaved {
    pub price_list: PriceListRecord,
}

#[derive(Union)]
pub enum SavePriceListResult {
    Saved(PriceListSaved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

#[derive(Default)]
pub struct SavePriceList;

#[Object]
impl SavePriceList {
    /// Staff: a new price list of a line, or a change of one; it holds for what is sold from now on, orders keep the
    /// price they were made with.
    #[graphql(guard = "Can(Permission::ManagePrices)", complexity = "20 + child_complexity")]
    async fn save_price_list(&self, ctx: &Context<'_>, input: SavePriceListInput) -> Result<SavePriceListResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        may_change(viewer)?;
        let tx = begin_change(app).await.map_err(Fault::from)?;
        let route = find_route(&tx, viewer, &input.route_id).await?;
        let before = match &input.id {
            Some(id) => Some(find_price_list(&tx, route.id, id).await?),
            None => None,
        };
        if before.as_ref().is_some_and(|row| input.version.map(i64::from) != Some(row.version)) {
            let answer = SavePriceListResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let mut form = Form::new(viewer.language);
        let mut row = before.clone().unwrap_or_else(|| price_list::Model {
            id: app.ids.new(),
            route_id: route.id,
            name: String::new(),
            first_date: input.first_date.0,
            last_date: None,
            weekdays: 0,
            currency: String::new(),
            prices: String::new(),
            seat_class: None,
            made_at: app.clock.now(),
            active: true,
            version: 0,
        });
        read(app, &mut form, &input, &mut row).await?;
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(SavePriceListResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        row.version += 1;
        let network = app.network.get(app).await?;
        let change = Change::saved(before.as_ref().map(|before| facts(&network, before)), facts(&network, &row));
        upsert::<price_list::Entity>(&tx, vec![row.clone()]).await.map_err(Fault::from)?;
        audit_change(app, &tx, viewer, "SAVE_PRICE_LIST", &format!("route:{}", route.id), change).await?;
        finish_change(app, tx).await.map_err(Fault::from)?;
        Ok(SavePriceListResult::Saved(PriceListSaved { price_list: PriceListRecord(row) }))
    }
}

async fn read(
    app: &App,
    form: &mut Form,
    input: &SavePriceListInput,
    row: &mut price_list::Model,
) -> Result<(), Fault> {
    let network = app.network.get(app).await?;
    row.name = form.text("name", &input.name, 120);
    (row.first_date, row.last_date) = (input.first_date.0, input.last_date.map(|date| date.0));
    form.period("lastDate", row.first_date, row.last_date);
    row.weekdays = form.weekdays("weekdays", &input.weekdays).into();
    if input.weekdays.is_empty() {
        form.wrong("weekdays", "REQUIRED");
    }
    row.active = input.active;
    row.seat_class = form.optional("seatClass", input.seat_class.as_deref(), 24);
    let currency = Currency::parse(&input.currency).ok();
    if currency.is_none() {
        form.wrong("currency", "CURRENCY");
    }
    let currency = currency.unwrap_or(Currency::KGS);
    row.currency = currency.code().to_owned();
    if input.prices.is_empty() {
        form.wrong("prices", "REQUIRED");
    }
    if input.prices.len() > MOST_PAIRS {
        form.wrong("prices", "TOO_LONG");
        return Ok(());
    }
    let mut prices: Vec<(Uuid, Uuid, i64)> = Vec::with_capacity(input.prices.len());
    let mut seen = HashSet::new();
    for (index, price) in input.prices.iter().enumerate() {
        let mut station = |field: &str, id: &ID| {
            let found = Gid::read(Kind::Stop, id).and_then(|id| network.stop(id)).filter(|stop| stop.parent.is_none());
            if found.is_none() {
                form.wrong(format!("prices.{index}.{field}"), "NO_SUCH_STOP");
            }
            found.map_or(Uuid::from_u128(index as u128), |stop| stop.id)
        };
        let (from, to) = (station("fromId", &price.from_id), station("toId", &price.to_id));
        let amount = form.amount(&format!("prices.{index}.amount"), price.amount, currency);
        if from == to || !seen.insert((from, to)) {
            form.wrong(format!("prices.{index}.toId"), "PAIR_TWICE");
        }
        prices.push((from, to, amount));
    }
    row.prices = serde_json::to_string(&prices)?;
    Ok(())
}

fn facts(network: &Network, row: &price_list::Model) -> Value {
    let currency = Currency::parse(&row.currency).unwrap_or(Currency::KGS);
    let name = |id| network.stop(id).map_or("", |stop| stop.names.ru.as_str());
    let told = |(from, to, minor)| format!("{} — {}: {}", name(from), name(to), to_decimal(minor, currency));
    let prices: Vec<String> = pairs(row).unwrap_or_default().into_iter().map(told).collect();
    json!({
        "name": row.name, "firstDate": row.first_date, "lastDate": row.last_date, "weekdays": weekdays_of(row.weekdays),
        "currency": row.currency, "prices": prices, "seatClass": row.seat_class,
        "active": row.active,
    })
}
