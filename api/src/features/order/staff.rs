use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use domain::blank;
use domain::order::LineState;
use domain::terminal;
use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use uuid::Uuid;

use ::entity::{order, order_line, order_passenger, order_segment, payment, ticket};

use crate::app::App;
use crate::features::audit::audit;
use crate::features::network::trip_view;
use crate::features::payment::method_name;
use crate::features::site::{day_begins, day_ends};
use crate::features::trip::{StopCall, works_with};
use crate::graphql::{
    Audited, By, Can, Date, Gid, Kind, Money, OrderStatus, Page, Permission, Sort, SortDirection, Viewer, app,
    begins_with, capitalized, error, viewer,
};
use crate::platform::Fault;

use super::bundle::Bundle;
use super::line::OrderLine;
use super::types::{Order, OrderConnection, OrderPassenger};

/// Which orders to list; everything given has to fit.
#[derive(InputObject, Default)]
pub struct OrderFilterInput {
    /// Beginning of the number (with or without `BK-`), a ticket's number or its blank's, a payment's id or the gateway's;
    /// for who may see passengers also the beginning of a last name, of first and last name in either order, an e-mail, a phone or a
    /// document number.
    pub text: Option<String>,
    pub status: Option<OrderStatus>,
    pub trip_id: Option<ID>,
    /// Where it was made: WEB, DESK, PARTNER, TERMINAL, ONBOARD or BOT. Those that were paid at a terminal are TERMINAL's too.
    pub channel: Option<String>,
    /// Made on or after that day, in the station's zone.
    pub from: Option<Date>,
    /// Made on or before that day.
    pub to: Option<Date>,
}

/// By what orders are listed: each has an index of its own, so that a page of a million orders comes as quickly as one of a
/// thousand. What an order costs and its status are not kept with it, and are nothing to sort by.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum OrderSort {
    /// When it was made.
    Created,
    /// When its first trip leaves.
    Departure,
    /// Its number, as texts are sorted.
    Number,
}

/// A passenger of a trip with the seat.
#[derive(SimpleObject)]
pub struct TripPassenger {
    pub line: OrderLine,
    pub order_number: String,
    pub order_id: ID,
    pub passenger: OrderPassenger,
    /// Boarding.
    pub from: StopCall,
    /// Alighting.
    pub to: StopCall,
    /// E.164, of the order.
    pub phone: Option<String>,
    /// How the order was paid, in the viewer's language; empty where it was not, and for who may not view orders.
    pub paid_by: Vec<String>,
    /// What this place costs; null for who may not view orders.
    pub price: Option<Money>,
}

#[derive(Default)]
pub struct OrderStaffQuery;

#[Object]
impl OrderStaffQuery {
    /// Orders; the newest first unless asked otherwise.
    #[graphql(guard = "Can(Permission::ViewOrders)", complexity = "10 + first.max(1) as usize * child_complexity / 4")]
    async fn orders(
        &self,
        ctx: &Context<'_>,
        filter: Option<OrderFilterInput>,
        #[graphql(default_with = "OrderSort::Created")] sort: OrderSort,
        #[graphql(default_with = "SortDirection::Desc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<OrderConnection> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let page = Page::read(first, after.as_deref())?;
        let filter = filter.unwrap_or_default();
        let query = order::Entity::find().filter(condition(app, viewer, &filter)?);
        let by = match sort {
            OrderSort::Created => By::Time(order::Column::CreatedAt),
            OrderSort::Departure => By::Time(order::Column::FirstDepartureAt),
            OrderSort::Number => By::Text(order::Column::Number),
        };
        let sort = Sort::new(sort, direction, by, order::Column::Id);
        let seen = |row| Order::staffs(row);
        let (nodes, info) = page.find(query, sort, app.db.read(), seen).await?;
        let searched = filter.text.as_deref().is_some_and(|text| !text.trim().is_empty());
        if ctx.data_opt::<Audited>().is_none() {
            audit(app, viewer, if searched { "SEARCH_ORDERS" } else { "LIST_ORDERS" }, "order").await?;
        }
        Ok(OrderConnection::new(nodes, info, None))
    }

    /// Everybody with a live hold or a ticket on a trip, by seat. Each reading is in the audit log.
    #[graphql(guard = "Can(Permission::ViewPassengers)", complexity = "50 + 20 * child_complexity")]
    async fn trip_passengers(&self, ctx: &Context<'_>, trip_id: ID) -> Result<Vec<TripPassenger>> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = Gid::find(Kind::Trip, &trip_id)?;
        let trip = trip_view(app, id).await?.ok_or_else(error::not_found)?;
        if !works_with(viewer, &trip) {
            return Err(error::not_found());
        }
        let lines = order_line::Entity::find()
            .filter(order_line::Column::SpaceId.eq(id))
            .filter(order_line::Column::Code.is_null())
            .filter(order_line::Column::State.is_in(["HELD", "CONFIRMED", "ISSUED", "USED"]))
            .all(app.db.read())
            .await
            .map_err(Fault::from)?;
        let mut orders: Vec<Uuid> = lines.iter().map(|line| line.order_id).collect();
        orders.sort_unstable();
        orders.dedup();
        let mut bundles: HashMap<Uuid, Arc<Bundle>> = HashMap::new();
        for chunk in orders.chunks(400) {
            let read = Bundle::read(app.db.read(), chunk).await?;
            bundles.extend(read.into_iter().map(|(id, bundle)| (id, Arc::new(bundle))));
        }
        audit(app, viewer, "READ_PASSENGERS", &format!("trip:{id}")).await?;
        let now = app.clock.now();
        let sees_money = viewer.can(Permission::ViewOrders) && viewer.only_carrier().is_none();
        let mut names = BTreeMap::new();
        if sees_money {
            let methods: BTreeSet<&str> =
                bundles.values().flat_map(|bundle| &bundle.payments).map(|payment| payment.method.as_str()).collect();
            for method in methods {
                names.insert(method.to_owned(), method_name(app, viewer.language, method).await?);
            }
        }
        let mut lines = lines;
        lines.sort_by_key(|line| (line.seat.unwrap_or(i32::MAX), line.from_call));
        let found = lines.into_iter().filter_map(|line| {
            let bundle = bundles.get(&line.order_id)?;
            if bundle.line_state(&line, now) == LineState::Expired {
                return None;
            }
            let passenger = bundle.passengers.iter().find(|row| row.id == line.passenger_id)?;
            let call = |n: i32| usize::try_from(n).ok().and_then(|n| trip.calls.get(n));
            Some(TripPassenger {
                order_number: bundle.order.number.clone(),
                order_id: Gid::of(Kind::Order, bundle.order.id),
                passenger: OrderPassenger { row: passenger.clone(), bundle: Arc::clone(bundle) },
                from: StopCall::new(&trip, call(line.from_call)?),
                to: StopCall::new(&trip, call(line.to_call)?),
                phone: bundle.order.phone.clone(),
                paid_by: paid_by(bundle, &names),
                price: sees_money.then(|| Money::of(line.price_minor, &line.currency)),
                line: OrderLine { row: line, bundle: Arc::clone(bundle) },
            })
        });
        Ok(found.collect())
    }
}

/// Names of the ways of payment, each once.
fn paid_by(bundle: &Bundle, names: &BTreeMap<String, String>) -> Vec<String> {
    let paid = bundle.payments.iter().filter(|payment| payment.paid_at.is_some() && payment.amount_minor > 0);
    let mut ways: Vec<String> = Vec::new();
    for name in paid.filter_map(|payment| names.get(&payment.method)) {
        if !ways.contains(name) {
            ways.push(name.clone());
        }
    }
    ways
}

fn orders_of(table: &mut SelectStatement) -> SelectStatement {
    table.to_owned()
}

fn condition(app: &App, viewer: &Viewer, filter: &OrderFilterInput) -> Result<Condition> {
    let mut all = Condition::all();
    if let Some(text) = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        all = all.add(text_condition(app, viewer, text));
    }
    if let Some(trip) = &filter.trip_id {
        let id = Gid::find(Kind::Trip, trip)?;
        let orders = orders_of(
            Query::select()
                .column(order_segment::Column::OrderId)
                .from(order_segment::Entity)
                .and_where(order_segment::Column::TripId.eq(id)),
        );
        all = all.add(order::Column::Id.in_subquery(orders));
    }
    if let Some(channel) = &filter.channel {
        let mut any = Condition::any().add(order::Column::Channel.eq(channel));
        if channel == "TERMINAL" {
            any = any.add(order::Column::Id.in_subquery(paid_at_terminals()));
        }
        all = all.add(any);
    }
    if let Some(from) = filter.from {
        all = all.add(order::Column::CreatedAt.gte(day_begins(from.0)));
    }
    if let Some(to) = filter.to {
        all = all.add(order::Column::CreatedAt.lt(day_ends(to.0)));
    }
    if let Some(status) = filter.status {
        all = all.add(status_condition(status, app.clock.now()));
    }
    Ok(all)
}

fn paid_at_terminals() -> SelectStatement {
    use sea_orm::sea_query::ExprTrait as _;

    let paid = begins_with(payment::Column::Method, terminal::METHOD).and(payment::Column::PaidAt.is_not_null());
    Query::select().column(payment::Column::OrderId).from(payment::Entity).and_where(paid).to_owned()
}

/// By the ticket's number, or by that of the blank that it was sold on.
pub fn ticket_condition(typed: &str) -> Condition {
    let any = Condition::any().add(ticket::Column::Number.eq(typed.to_uppercase()));
    match blank::read(typed) {
        Some((series, number)) => any.add(ticket::Column::Blank.eq(blank::printed(&series, number))),
        None => any,
    }
}

/// By what the order, its tickets and its payments are called; by people only for who may see them.
fn text_condition(app: &App, viewer: &Viewer, text: &str) -> Condition {
    let upper = text.to_uppercase();
    let tickets = orders_of(
        Query::select().column(ticket::Column::OrderId).from(ticket::Entity).cond_where(ticket_condition(&upper)),
    );
    let mut of_payment = Condition::any().add(payment::Column::GatewayRef.eq(text));
    if let Some(id) = Gid::read(Kind::Payment, text).or_else(|| text.parse().ok()) {
        of_payment = of_payment.add(payment::Column::Id.eq(id));
    }
    let payments =
        Query::select().column(payment::Column::OrderId).from(payment::Entity).cond_where(of_payment).to_owned();
    let any = Condition::any()
        .add(begins_with(order::Column::Number, &number_of(&upper)))
        .add(order::Column::Id.in_subquery(tickets))
        .add(order::Column::Id.in_subquery(payments));
    if viewer.can(Permission::ViewPassengers) { any.add(people_condition(app, text)) } else { any }
}

/// An order's number as it is kept, of what was typed in upper case: `eda2mjzv` and `7F3K-2QXM` too.
pub fn number_of(typed: &str) -> String {
    let bare: String = typed.strip_prefix("BK").unwrap_or(typed).chars().filter(|c| !matches!(c, '-' | ' ')).collect();
    match bare.char_indices().nth(4) {
        Some((at, _)) => format!("BK-{}-{}", &bare[..at], &bare[at..]),
        None => format!("BK-{bare}"),
    }
}

/// The ids of orders whose number begins with what was typed; `None`: nothing was.
pub fn numbered(text: Option<String>) -> Option<SelectStatement> {
    let text = text.map(|text| text.trim().to_uppercase()).filter(|text| !text.is_empty())?;
    let number = order::Column::Number.starts_with(number_of(&text));
    Some(order::Entity::find().select_only().column(order::Column::Id).filter(number).into_query())
}

/// Passengers by the beginning of a last name, or of first and last name in either order.
fn name_condition(text: &str) -> Condition {
    use order_passenger::Column::{FirstName, LastName};
    let as_kept = |word: &str| capitalized(&word.to_lowercase());
    let mut any = Condition::any();
    for name in [text.to_owned(), as_kept(text)] {
        any = any.add(begins_with(LastName, &name));
    }
    let words: Vec<String> = text.split_whitespace().map(as_kept).collect();
    if let [one, .., other] = words.as_slice() {
        for (first, last) in [(one, other), (other, one)] {
            any = any.add(Condition::all().add(begins_with(LastName, last)).add(begins_with(FirstName, first)));
        }
    }
    any
}

/// By name, e-mail, phone or document.
fn people_condition(app: &App, text: &str) -> Condition {
    let mut any = Condition::any().add(order::Column::Email.eq(text.to_lowercase()));
    if let Some(phone) = domain::contact::phone(text) {
        any = any.add(order::Column::Phone.eq(phone));
    }
    let document = text.to_uppercase().replace([' ', '-'], "");
    let of_people =
        Condition::any().add(order_passenger::Column::DocumentIndex.eq(app.secrets.blind_index("document", &document)));
    let of_people = of_people.add(name_condition(text));
    let passengers = Query::select()
        .column(order_passenger::Column::OrderId)
        .from(order_passenger::Entity)
        .cond_where(of_people)
        .to_owned();
    any.add(order::Column::Id.in_subquery(passengers))
}

/// The same rules as `domain::order::status`, in SQL.
fn status_condition(status: OrderStatus, now: DateTime<Utc>) -> Condition {
    use sea_orm::sea_query::ExprTrait as _;

    let has =
        |states: &[&str]| {
            let lines =
                orders_of(Query::select().column(order_line::Column::OrderId).from(order_line::Entity).and_where(
                    Expr::col((order_line::Entity, order_line::Column::State)).is_in(states.iter().copied()),
                ));
            order::Column::Id.in_subquery(lines)
        };
    let sold = || has(&["CONFIRMED", "ISSUED", "USED"]);
    let back = || has(&["REFUNDED"]);
    let held = || Condition::all().add(has(&["HELD"])).add(order::Column::HoldUntil.gt(now));
    let over = || Condition::all().add(has(&["HELD"])).add(order::Column::HoldUntil.lte(now));
    let none_of =
        |conditions: Vec<Condition>| conditions.into_iter().fold(Condition::all(), |all, one| all.add(one.not()));
    let one = |expression: sea_orm::sea_query::SimpleExpr| Condition::all().add(expression);
    match status {
        OrderStatus::PartlyRefunded => Condition::all().add(sold()).add(back()),
        OrderStatus::Paid => one(sold()).add(one(back()).not()),
        OrderStatus::Refunded => one(back()).add(one(sold()).not()),
        OrderStatus::Held => held().add(none_of(vec![one(sold()), one(back())])),
        OrderStatus::Expired => Condition::all()
            .add(Condition::any().add(over()).add(has(&["EXPIRED"])))
            .add(none_of(vec![one(sold()), one(back()), held()])),
        OrderStatus::Cancelled => none_of(vec![one(sold()), one(back()), one(has(&["HELD"])), one(has(&["EXPIRED"]))]),
    }
}
