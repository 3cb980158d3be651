use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use async_graphql::{Context, Object, Result, SimpleObject};
use chrono::{NaiveDate, TimeDelta};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QuerySelect, Statement};
use uuid::Uuid;

use ::entity::{job, refund, trip};

use crate::app::App;
use crate::features::inventory::sold_places;
use crate::features::network::{TripState, TripView, in_language, trip_views};
use crate::features::site::{day_begins, day_ends, local_today};
use crate::features::trip::{Trip, works_with};
use crate::graphql::{Can, Date, Money, Permission, app, error, viewer};
use crate::i18n::Language;
use crate::platform::Fault;

/// Most days of one answer.
const MOST_DAYS: i32 = 31;
/// Late trips that are named.
const NAMED: usize = 10;
/// Lines that are told apart.
const LINES: usize = 12;

/// What was sold through one channel on a day.
#[derive(SimpleObject)]
pub struct ChannelSales {
    /// `WEB`, `DESK`, `PARTNER`, `TERMINAL`, …
    pub channel: String,
    /// Paid that day.
    pub orders: i32,
    /// Paid, fees included; one for each currency.
    pub amounts: Vec<Money>,
}

/// What was sold on a day.
#[derive(SimpleObject)]
pub struct DaySales {
    /// In the station's zone.
    pub date: Date,
    pub orders: i32,
    /// One for each currency.
    pub amounts: Vec<Money>,
    /// By channel, the most orders first; channels without sales are left out.
    pub channels: Vec<ChannelSales>,
}

/// The trips of a day that the viewer works with.
#[derive(SimpleObject)]
pub struct TripDay {
    pub date: Date,
    pub trips: i32,
    /// Without the cancelled ones.
    pub places: i32,
    /// Of `places`, sold on at least a part of the way.
    pub sold: i32,
    pub cancelled: i32,
    pub delayed: i32,
    /// The latest of those that are late, at most 10.
    pub late: Vec<Trip>,
    /// By line, those with the most places first, at most 12; without the cancelled trips.
    pub lines: Vec<LineDay>,
}

/// How full the trips of a line are on a day.
#[derive(SimpleObject)]
pub struct LineDay {
    /// The line's number; a list of trips is searched by it.
    pub number: String,
    pub name: String,
    pub trips: i32,
    pub places: i32,
    /// Of `places`, sold on at least a part of the way.
    pub sold: i32,
    pub delayed: i32,
}

/// What somebody has to look at.
#[derive(SimpleObject)]
pub struct Alarms {
    /// Jobs that were given up.
    pub failed_jobs: i32,
    /// Refunds that the gateway has refused.
    pub failed_refunds: i32,
}

#[derive(FromQueryResult)]
struct Sum {
    channel: String,
    currency: String,
    orders: i64,
    amount: i64,
}

#[derive(Default)]
pub struct ReportQuery;

#[Object]
impl ReportQuery {
    /// Staff: sales of the last days, today's last; at most 31. By the moment of payment.
    #[graphql(guard = "Can(Permission::ViewOrders)", complexity = "20 + 10 * child_complexity")]
    async fn sales_by_day(&self, ctx: &Context<'_>, #[graphql(default = 14)] days: i32) -> Result<Vec<DaySales>> {
        if !(1..=MOST_DAYS).contains(&days) {
            return Err(error::bad_input("days: from 1 to 31"));
        }
        let app = app(ctx);
        let today = local_today(app.clock.now());
        let mut told = Vec::new();
        for back in (0..days).rev() {
            told.push(sales_of(app, today - TimeDelta::days(back.into())).await?);
        }
        Ok(told)
    }

    /// Staff: today's trips, those of the viewer's carrier and stations alone.
    #[graphql(guard = "Can(Permission::ViewTrips)", complexity = "50 + child_complexity")]
    async fn trip_day(&self, ctx: &Context<'_>) -> Result<TripDay> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let date = local_today(app.clock.now());
        let ids = trip::Entity::find().select_only().column(trip::Column::Id);
        let ids = ids.filter(trip::Column::ServiceDate.eq(date)).into_tuple::<Uuid>();
        let ids: Vec<Uuid> = ids.all(app.db.read()).await.map_err(Fault::from)?;
        let mut views: Vec<_> = trip_views(app, &ids).await?.into_values().collect();
        views.retain(|view| works_with(viewer, view));
        let is_off = |state: TripState| state == TripState::Cancelled;
        let running: Vec<Uuid> = views.iter().filter(|view| !is_off(view.state)).map(|view| view.id).collect();
        let sold_on = sold_places(app.db.read(), &running).await?;
        let sold: i64 = sold_on.values().sum();
        let places: i32 = views.iter().filter(|view| !is_off(view.state)).map(|view| view.capacity).sum();
        let mut late: Vec<_> =
            views.iter().filter(|view| !is_off(view.state) && view.delay_minutes > 0).cloned().collect();
        late.sort_by_key(|view| (std::cmp::Reverse(view.delay_minutes), view.id));
        let count = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
        Ok(TripDay {
            date: Date(date),
            trips: count(views.len()),
            places,
            sold: i32::try_from(sold).unwrap_or(i32::MAX),
            cancelled: count(views.len() - running.len()),
            delayed: count(late.len()),
            late: late.into_iter().take(NAMED).map(Trip::from).collect(),
            lines: by_line(viewer.language, views.iter().filter(|view| !is_off(view.state)), &sold_on),
        })
    }

    /// Staff: what has gone wrong and waits for somebody.
    #[graphql(guard = "Can(Permission::ViewJobs)", complexity = "20 + child_complexity")]
    async fn alarms(&self, ctx: &Context<'_>) -> Result<Alarms> {
        let db = app(ctx).db.read();
        let count = |n: u64| i32::try_from(n).unwrap_or(i32::MAX);
        let jobs = job::Entity::find().filter(job::Column::State.eq("FAILED")).count(db).await.map_err(Fault::from)?;
        let refunds = refund::Entity::find().filter(refund::Column::State.eq("FAILED"));
        let refunds = refunds.count(db).await.map_err(Fault::from)?;
        Ok(Alarms { failed_jobs: count(jobs), failed_refunds: count(refunds) })
    }
}

fn by_line<'a>(
    language: Language,
    trips: impl Iterator<Item = &'a Arc<TripView>>,
    sold_on: &HashMap<Uuid, i64>,
) -> Vec<LineDay> {
    let mut lines: BTreeMap<Uuid, LineDay> = BTreeMap::new();
    for view in trips {
        let line = lines.entry(view.route.id).or_insert_with(|| LineDay {
            number: view.route.number.clone(),
            name: in_language(&view.route.names, language).to_owned(),
            trips: 0,
            places: 0,
            sold: 0,
            delayed: 0,
        });
        line.trips += 1;
        line.places += view.capacity;
        line.sold += sold_on.get(&view.id).and_then(|sold| i32::try_from(*sold).ok()).unwrap_or(0);
        line.delayed += i32::from(view.delay_minutes > 0);
    }
    let mut lines: Vec<LineDay> = lines.into_values().collect();
    lines.sort_by(|a, b| (b.places, &a.number).cmp(&(a.places, &b.number)));
    lines.truncate(LINES);
    lines
}

async fn sales_of(app: &App, date: NaiveDate) -> Result<DaySales, Fault> {
    let db = app.db.read();
    let statement = Statement::from_sql_and_values(
        db.get_database_backend(),
        "SELECT CASE WHEN EXISTS (SELECT 1 FROM payment t WHERE t.order_id = o.id AND t.state = 'PAID' \
         AND t.method LIKE 'terminal:%') THEN 'TERMINAL' ELSE o.channel END AS channel, p.currency, COUNT(DISTINCT p.order_id) AS orders, CAST(SUM(p.amount_minor - p.moved_minor) AS BIGINT) AS amount \
         FROM payment p JOIN \"order\" o ON o.id = p.order_id \
         WHERE p.state = 'PAID' AND p.paid_at >= $1 AND p.paid_at < $2 GROUP BY 1, p.currency",
        [day_begins(date).into(), day_ends(date).into()],
    );
    let mut by_channel: BTreeMap<String, (i64, BTreeMap<String, i64>)> = BTreeMap::new();
    let mut all: (i64, BTreeMap<String, i64>) = Default::default();
    for row in Sum::find_by_statement(statement).all(db).await? {
        for (orders, amounts) in [by_channel.entry(row.channel).or_default(), &mut all] {
            *orders += row.orders;
            *amounts.entry(row.currency.clone()).or_default() += row.amount;
        }
    }
    let count = |n: i64| i32::try_from(n).unwrap_or(i32::MAX);
    let money = |amounts: BTreeMap<String, i64>| amounts.iter().map(|(code, minor)| Money::of(*minor, code)).collect();
    let mut channels: Vec<ChannelSales> = by_channel
        .into_iter()
        .map(|(channel, (orders, amounts))| ChannelSales { channel, orders: count(orders), amounts: money(amounts) })
        .collect();
    channels.sort_by_key(|channel| std::cmp::Reverse(channel.orders));
    Ok(DaySales { date: Date(date), orders: count(all.0), amounts: money(all.1), channels })
}
