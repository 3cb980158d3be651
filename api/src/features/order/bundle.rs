//! An order with all that belongs to it, read in a fixed number of queries for any number of orders.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::{DataLoader, Loader};
use async_graphql::{Context, Error};
use chrono::{DateTime, Utc};
use domain::order::{LineState, OrderStatus, status, top_up_status};
use domain::quota::{Buyer, CHANNELS};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Set, UpdateMany,
};
use uuid::Uuid;

use ::entity::{exchange, order, order_line, order_passenger, order_segment, payment, refund, ticket};

use crate::app::App;
use crate::features::inventory;
use crate::platform::Fault;

#[derive(Clone, Debug)]
pub struct Bundle {
    pub order: order::Model,
    pub segments: Vec<order_segment::Model>,
    pub passengers: Vec<order_passenger::Model>,
    pub lines: Vec<order_line::Model>,
    pub payments: Vec<payment::Model>,
    pub refunds: Vec<refund::Model>,
    pub tickets: Vec<ticket::Model>,
    pub exchanges: Vec<exchange::Model>,
}

/// Reads the rows of one kind into the orders that they belong to.
macro_rules! fill {
    ($db:ident, $ids:ident, $bundles:ident, $module:ident, $field:ident, $order_by:ident) => {
        let rows = $module::Entity::find()
            .filter($module::Column::OrderId.is_in($ids.iter().copied()))
            .order_by_asc($module::Column::$order_by)
            .all($db)
            .await?;
        for row in rows {
            if let Some(bundle) = $bundles.get_mut(&row.order_id) {
                bundle.$field.push(row);
            }
        }
    };
}

impl Bundle {
    /// Reads the orders with everything of theirs, in eight queries at most.
    pub async fn read(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, Bundle>, Fault> {
        let orders = order::Entity::find().filter(order::Column::Id.is_in(ids.iter().copied())).all(db).await?;
        Self::complete(db, orders).await
    }

    /// How many messages tell its passengers something: a mail, an SMS, or both.
    pub fn ways_to_tell(&self) -> usize {
        usize::from(self.order.email.is_some()) + usize::from(self.order.phone.is_some())
    }

    pub async fn one(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Bundle>, Fault> {
        Ok(Self::read(db, &[id]).await?.remove(&id))
    }

    async fn complete(db: &impl ConnectionTrait, orders: Vec<order::Model>) -> Result<HashMap<Uuid, Bundle>, Fault> {
        let mut bundles: HashMap<Uuid, Bundle> =
            orders.into_iter().map(|order| (order.id, Bundle::empty(order))).collect();
        Self::people(db, &mut bundles).await?;
        Self::money(db, &mut bundles).await?;
        Ok(bundles)
    }

    /// What there is before a payment: rides, passengers, lines.
    async fn people(db: &impl ConnectionTrait, bundles: &mut HashMap<Uuid, Bundle>) -> Result<(), Fault> {
        let ids: Vec<Uuid> = bundles.keys().copied().collect();
        fill!(db, ids, bundles, order_segment, segments, Position);
        fill!(db, ids, bundles, order_passenger, passengers, Position);
        fill!(db, ids, bundles, order_line, lines, Id);
        Ok(())
    }

    /// Payments, refunds, tickets and exchanges.
    async fn money(db: &impl ConnectionTrait, bundles: &mut HashMap<Uuid, Bundle>) -> Result<(), Fault> {
        let ids: Vec<Uuid> = bundles.keys().copied().collect();
        fill!(db, ids, bundles, payment, payments, CreatedAt);
        // Nobody has a ticket or a refund who has not paid.
        if bundles.values().flat_map(|bundle| &bundle.payments).any(|payment| payment.paid_at.is_some()) {
            fill!(db, ids, bundles, refund, refunds, CreatedAt);
            fill!(db, ids, bundles, ticket, tickets, IssuedAt);
        }
        // An offer that was not taken has no lines.
        if bundles.values().flat_map(|bundle| &bundle.lines).any(|line| line.exchange_id.is_some()) {
            fill!(db, ids, bundles, exchange, exchanges, CreatedAt);
        }
        Ok(())
    }

    pub fn empty(order: order::Model) -> Self {
        Bundle {
            order,
            segments: Vec::new(),
            passengers: Vec::new(),
            lines: Vec::new(),
            payments: Vec::new(),
            refunds: Vec::new(),
            tickets: Vec::new(),
            exchanges: Vec::new(),
        }
    }

    pub fn line_state(&self, line: &order_line::Model, now: DateTime<Utc>) -> LineState {
        line_state(&self.order, line, now)
    }

    pub fn status(&self, now: DateTime<Utc>) -> OrderStatus {
        status_of(&self.order, &self.lines, now)
    }

    /// Lines that count in the total: not those of passengers who were dropped before payment, of exchanged lines those
    /// that came for them.
    pub fn counted_lines(&self) -> impl Iterator<Item = &order_line::Model> {
        let counts = |line: &&order_line::Model| LineState::parse(&line.state).is_some_and(LineState::counts);
        self.lines.iter().filter(counts).filter(|line| !awaits_exchange(line))
    }

    /// The exchange that waits for its difference, as long as its seats are held.
    pub fn waiting_exchange(&self, now: DateTime<Utc>) -> Option<Uuid> {
        let held = |line: &&order_line::Model| self.line_state(line, now) == LineState::Held;
        self.lines.iter().filter(held).find_map(|line| line.exchange_id)
    }

    /// Rides that somebody is on, in the order of travel: not those of which all have gone to another.
    pub fn rides(&self) -> Vec<&order_segment::Model> {
        let gone = |line: &order_line::Model| line.state == LineState::Exchanged.code() || awaits_exchange(line);
        let stays = |segment: &&order_segment::Model| {
            let mut lines = self.lines.iter().filter(|line| line.segment == segment.position).peekable();
            lines.peek().is_none() || lines.any(|line| !gone(line))
        };
        let mut rides: Vec<&order_segment::Model> = self.segments.iter().filter(stays).collect();
        rides.sort_by_key(|segment| (segment.departs_at, segment.position));
        rides
    }

    /// Sum of the counted lines, minor units; of a top-up what it puts on an account.
    pub fn total_minor(&self) -> i64 {
        self.order.top_up_minor + self.counted_lines().map(|line| line.price_minor).sum::<i64>()
    }

    /// What is to be paid now, minor units: all of a held order, the difference of an exchange that waits for it. For bundles
    /// with everything of theirs.
    pub fn due_minor(&self, now: DateTime<Utc>) -> i64 {
        match self.waiting_exchange(now) {
            Some(id) => self.exchanges.iter().find(|row| row.id == id).map_or(0, |row| row.difference_minor),
            None if self.status(now) == OrderStatus::Held => self.total_minor(),
            None => 0,
        }
    }

    /// Passengers still in the order.
    pub fn present_passengers(&self) -> impl Iterator<Item = &order_passenger::Model> {
        self.passengers.iter().filter(|passenger| passenger.dropped_at.is_none())
    }

    /// Everybody is named and there is a way to reach them; at a desk they have their tickets in hand.
    pub fn ready_to_pay(&self) -> bool {
        self.order.consent_at.is_some()
            && (self.order.email.is_some() || self.order.channel == "DESK" || self.order.wallet_id.is_some())
            && self.present_passengers().all(|passenger| passenger.document_sealed.is_some())
    }
}

/// Belongs to an exchange that is not settled: it was never sold.
pub fn awaits_exchange(line: &order_line::Model) -> bool {
    line.exchange_id.is_some() && [LineState::Held.code(), LineState::Expired.code()].contains(&line.state.as_str())
}

/// Reads an order and everything of it inside a transaction, after locking its row, so that two use cases never change
/// one order at once. (On SQLite the transaction itself is the lock.)
pub async fn lock_order(tx: &DatabaseTransaction, id: Uuid) -> Result<Option<Bundle>, Fault> {
    let Some(order) = lock_row(tx, id).await? else { return Ok(None) };
    Ok(Bundle::complete(tx, vec![order]).await?.remove(&id))
}

/// Locks an order by changing its row, its version among it, and reads what there is before a payment: from memory where
/// that has it. A change that turns out not to be allowed is rolled back with the transaction.
pub async fn lock_changing(
    app: &App,
    tx: &DatabaseTransaction,
    change: UpdateMany<order::Entity>,
) -> Result<Option<Bundle>, Fault> {
    let raised = change.col_expr(order::Column::Version, raised_version());
    let Some(order) = raised.exec_with_returning(tx).await?.pop() else { return Ok(None) };
    let (id, before) = (order.id, order.version - 1);
    let mut bundle = Bundle::empty(order);
    match app.orders.at(id, before) {
        Some(kept) => {
            bundle.segments.clone_from(&kept.segments);
            bundle.passengers.clone_from(&kept.passengers);
            bundle.lines.clone_from(&kept.lines);
            Ok(Some(bundle))
        }
        None => {
            let mut bundles = HashMap::from([(id, bundle)]);
            Bundle::people(tx, &mut bundles).await?;
            Ok(bundles.remove(&id))
        }
    }
}

/// The order of a payment, locked by raising its version, with everything of it.
pub async fn lock_order_of_payment(
    app: &App,
    tx: &DatabaseTransaction,
    payment: Uuid,
) -> Result<Option<Bundle>, Fault> {
    let of_payment = payment::Entity::find_by_id(payment).select_only().column(payment::Column::OrderId).into_query();
    let order = order::Entity::update_many().filter(order::Column::Id.in_subquery(of_payment));
    let Some(bundle) = lock_changing(app, tx, order).await? else { return Ok(None) };
    let id = bundle.order.id;
    let mut bundles = HashMap::from([(id, bundle)]);
    Bundle::money(tx, &mut bundles).await?;
    Ok(bundles.remove(&id))
}

/// Lets lines go that were not paid, with what they claim. The caller has locked their order and raises its version.
pub async fn let_go(tx: &DatabaseTransaction, lines: &[Uuid]) -> Result<(), Fault> {
    let released = order_line::ActiveModel { state: Set(LineState::Released.code().into()), ..Default::default() };
    let these = order_line::Column::Id.is_in(lines.iter().copied());
    order_line::Entity::update_many().set(released).filter(these).exec(tx).await?;
    inventory::release(tx, lines).await
}

/// Raises the version of orders whose rides, passengers or lines the transaction is about to change, and returns them.
/// For who does not lock them one by one: first of all in the transaction, as others lock an order before what belongs
/// to it.
pub async fn raise_versions(tx: &DatabaseTransaction, orders: &[Uuid]) -> Result<Vec<order::Model>, Fault> {
    let raised = order::Entity::update_many().col_expr(order::Column::Version, raised_version());
    Ok(raised.filter(order::Column::Id.is_in(orders.iter().copied())).exec_with_returning(tx).await?)
}

fn raised_version() -> sea_orm::sea_query::SimpleExpr {
    sea_orm::sea_query::ExprTrait::add(sea_orm::sea_query::Expr::col(order::Column::Version), 1)
}

/// The same with the lines alone, for use cases that need no more: others wait for what a transaction reads.
pub async fn lock_lines(
    tx: &DatabaseTransaction,
    id: Uuid,
) -> Result<Option<(order::Model, Vec<order_line::Model>)>, Fault> {
    let Some(order) = lock_row(tx, id).await? else { return Ok(None) };
    let lines = order_line::Entity::find().filter(order_line::Column::OrderId.eq(id));
    Ok(Some((order, lines.order_by_asc(order_line::Column::Id).all(tx).await?)))
}

async fn lock_row(tx: &DatabaseTransaction, id: Uuid) -> Result<Option<order::Model>, Fault> {
    let mut query = order::Entity::find_by_id(id);
    if tx.get_database_backend() == sea_orm::DbBackend::Postgres {
        query = query.lock_exclusive();
    }
    Ok(query.one(tx).await?)
}

fn line_state(order: &order::Model, line: &order_line::Model, now: DateTime<Utc>) -> LineState {
    LineState::parse(&line.state).unwrap_or(LineState::Released).at(order.hold_until, now)
}

/// What an order is by its lines and the clock; a top-up, which has none, by whether its money is there.
pub fn status_of(order: &order::Model, lines: &[order_line::Model], now: DateTime<Utc>) -> OrderStatus {
    if order.wallet_id.is_some() {
        return top_up_status(order.topped_up_at.is_some(), order.top_up_minor == 0, order.hold_until, now);
    }
    status(lines.iter().map(|line| line_state(order, line, now)))
}

/// Loads bundles for lists and fields without a query for each.
pub struct BundleLoader(pub App);

/// The key: an order's id.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct BundleOf(Uuid);

/// The bundle of an order that something shown belongs to, read with those of others.
pub async fn bundle_of(ctx: &Context<'_>, order: Uuid) -> Result<Arc<Bundle>, Error> {
    let loaded = ctx.data_unchecked::<DataLoader<BundleLoader>>().load_one(BundleOf(order)).await;
    let loaded = loaded.map_err(|fault| Error::from(Fault::new(format!("{fault:?}"))))?;
    Ok(loaded.ok_or_else(|| Fault::new("something without its order"))?)
}

impl Loader<BundleOf> for BundleLoader {
    type Value = Arc<Bundle>;
    type Error = Arc<Fault>;

    async fn load(&self, keys: &[BundleOf]) -> Result<HashMap<BundleOf, Self::Value>, Self::Error> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let bundles = Bundle::read(self.0.db.read(), &ids).await.map_err(Arc::new)?;
        Ok(bundles.into_iter().map(|(id, bundle)| (BundleOf(id), Arc::new(bundle))).collect())
    }
}

/// The key of an order's lines alone, enough for its status.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct LinesOf(pub Uuid);

impl Loader<LinesOf> for BundleLoader {
    type Value = Arc<Vec<order_line::Model>>;
    type Error = Arc<Fault>;

    async fn load(&self, keys: &[LinesOf]) -> Result<HashMap<LinesOf, Self::Value>, Self::Error> {
        let lines = order_line::Entity::find().filter(order_line::Column::OrderId.is_in(keys.iter().map(|key| key.0)));
        let lines = lines.all(self.0.db.read()).await.map_err(|error| Arc::new(Fault::from(error)))?;
        let mut found: HashMap<LinesOf, Vec<order_line::Model>> = HashMap::with_capacity(keys.len());
        for line in lines {
            found.entry(LinesOf(line.order_id)).or_default().push(line);
        }
        Ok(found.into_iter().map(|(key, lines)| (key, Arc::new(lines))).collect())
    }
}

/// Who an order was held for, as kept seats see it.
pub fn buyer_of(order: &order::Model) -> Buyer {
    let channel = CHANNELS.into_iter().find(|channel| *channel == order.channel).unwrap_or("WEB");
    Buyer { channel, partner: order.partner_id, staff: channel == "DESK" }
}
