use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::{DataLoader, Loader};
use async_graphql::{Context, Enum, ID, Object, Result};
use chrono::{DateTime, Utc};
use domain::blank::{BlankState as State, printed, printed_run};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use ::entity::{blank, blank_block};

use crate::app::App;
use crate::features::desk::Desk;
use crate::features::order::order_number;
use crate::features::staff::StaffMember;
use crate::graphql::{Gid, Kind, Permission, app, viewer};
use crate::platform::Fault;

crate::connection!(BlankBlock, BlankBlockConnection, BlankBlockEdge);

/// Where a blank stands.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "State")]
pub enum BlankState {
    /// Not used.
    Free,
    /// Its sale is entered.
    Sold,
    /// Torn, miswritten, or given back by its passenger before it was entered.
    Spoilt,
    /// Nobody knows where it is.
    Lost,
}

/// A block of numbered blanks: at a desk, or in the office's store.
#[derive(Clone)]
pub struct BlankBlock(pub blank_block::Model);

#[Object]
impl BlankBlock {
    async fn id(&self) -> ID {
        Gid::of(Kind::BlankBlock, self.0.id)
    }

    /// From the first to the last as they are printed, `АБ 000001–000100`.
    async fn title(&self) -> String {
        printed_run(&self.0.series, (self.0.first_number, self.0.last_number))
    }

    /// Letters that stand before the number.
    async fn series(&self) -> &str {
        &self.0.series
    }

    async fn first_number(&self) -> i32 {
        self.0.first_number
    }

    async fn last_number(&self) -> i32 {
        self.0.last_number
    }

    /// Where it is; null: in the store, and nothing is entered of it.
    async fn desk(&self, ctx: &Context<'_>) -> Result<Option<Desk>> {
        let Some(id) = self.0.desk_id else { return Ok(None) };
        Ok(Desk::load(ctx, id).await?)
    }

    /// Who has entered the block.
    #[graphql(complexity = "2 + child_complexity")]
    async fn issued_by(&self, ctx: &Context<'_>) -> Result<Option<StaffMember>> {
        StaffMember::load(ctx, Some(self.0.issued_by)).await
    }

    /// UTC.
    async fn issued_at(&self) -> DateTime<Utc> {
        self.0.issued_at
    }

    /// Since when it is where it is; UTC.
    async fn moved_at(&self) -> DateTime<Utc> {
        self.0.moved_at
    }

    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// How many of its blanks are in that state.
    async fn count(&self, ctx: &Context<'_>, state: BlankState) -> Result<i32> {
        let counts = loaded(ctx.data_unchecked::<DataLoader<BlankLoader>>().load_one(CountsOf(self.0.id)).await)?;
        let count = counts.unwrap_or_default().get(State::from(state).code()).copied().unwrap_or(0);
        Ok(i32::try_from(count).unwrap_or(i32::MAX))
    }

    /// The free blank with the least number, as it is printed; null: none is free.
    async fn next(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let number = loaded(ctx.data_unchecked::<DataLoader<BlankLoader>>().load_one(NextOf(self.0.id)).await)?;
        Ok(number.map(|number| printed(&self.0.series, number)))
    }

    /// All of them, by number.
    #[graphql(complexity = "20 + 100 * child_complexity")]
    async fn blanks(&self, ctx: &Context<'_>) -> Result<Vec<Blank>> {
        let rows = blank::Entity::find().filter(blank::Column::BlockId.eq(self.0.id));
        let rows = rows.order_by_asc(blank::Column::Number).all(app(ctx).db.read()).await.map_err(Fault::from)?;
        Ok(rows.into_iter().map(Blank).collect())
    }

    /// For changes: grows with each move.
    async fn version(&self) -> i32 {
        i32::try_from(self.0.version).unwrap_or(i32::MAX)
    }
}

/// One numbered blank of a paper ticket.
#[derive(Clone)]
pub struct Blank(pub blank::Model);

#[Object]
impl Blank {
    async fn id(&self) -> ID {
        Gid::of(Kind::Blank, self.0.id)
    }

    /// As it is printed: `АБ 000123`.
    async fn number(&self) -> String {
        printed(&self.0.series, self.0.number)
    }

    async fn state(&self) -> BlankState {
        State::parse(&self.0.state).unwrap_or(State::Lost).into()
    }

    /// The order of its sale; null where there is none, and for who may not view orders.
    async fn order_id(&self, ctx: &Context<'_>) -> Option<ID> {
        let id = self.0.order_id.filter(|_| viewer(ctx).can(Permission::ViewOrders));
        id.map(|id| Gid::of(Kind::Order, id))
    }

    /// Number of that order.
    async fn order_number(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        Ok(order_number(ctx, self.0.order_id).await?)
    }

    /// When it was sold by hand; UTC.
    async fn sold_at(&self) -> Option<DateTime<Utc>> {
        self.0.sold_at
    }

    /// Why it is spoilt or lost, or why its price was another than the tariff's.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// Who has entered or marked it last.
    #[graphql(complexity = "2 + child_complexity")]
    async fn changed_by(&self, ctx: &Context<'_>) -> Result<Option<StaffMember>> {
        StaffMember::load(ctx, self.0.account_id).await
    }

    /// When that was; UTC.
    async fn changed_at(&self) -> Option<DateTime<Utc>> {
        self.0.changed_at
    }
}

/// The blank with that number, locked; `None`: there is none.
pub async fn lock_blank(db: &impl ConnectionTrait, number: &str) -> Result<Option<blank::Model>, Fault> {
    let Some((series, number)) = domain::blank::read(number) else { return Ok(None) };
    let row = blank::Entity::find().filter(blank::Column::Series.eq(series)).filter(blank::Column::Number.eq(number));
    Ok(row.lock_exclusive().one(db).await?)
}

/// What a loader has brought.
fn loaded<T>(result: Result<Option<T>, Arc<Fault>>) -> Result<Option<T>, Fault> {
    result.map_err(|fault| Fault::new(format!("{fault:?}")))
}

/// Loads what is said of blocks, for lists.
pub struct BlankLoader(pub App);

/// The blanks of a block by state.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct CountsOf(Uuid);

impl Loader<CountsOf> for BlankLoader {
    type Value = HashMap<String, i64>;
    type Error = Arc<Fault>;

    async fn load(&self, keys: &[CountsOf]) -> Result<HashMap<CountsOf, HashMap<String, i64>>, Arc<Fault>> {
        use blank::Column;
        let rows: Vec<(Uuid, String, i64)> = blank::Entity::find()
            .select_only()
            .columns([Column::BlockId, Column::State])
            .column_as(Column::Id.count(), "count")
            .filter(Column::BlockId.is_in(keys.iter().map(|key| key.0)))
            .group_by(Column::BlockId)
            .group_by(Column::State)
            .into_tuple()
            .all(self.0.db.read())
            .await
            .map_err(|error| Arc::new(Fault::from(error)))?;
        let mut counts: HashMap<CountsOf, HashMap<String, i64>> = HashMap::new();
        for (block, state, count) in rows {
            counts.entry(CountsOf(block)).or_default().insert(state, count);
        }
        Ok(counts)
    }
}

/// The least number of a block that is free.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct NextOf(Uuid);

impl Loader<NextOf> for BlankLoader {
    type Value = i32;
    type Error = Arc<Fault>;

    async fn load(&self, keys: &[NextOf]) -> Result<HashMap<NextOf, i32>, Arc<Fault>> {
        use blank::Column;
        let rows: Vec<(Uuid, i32)> = blank::Entity::find()
            .select_only()
            .column(Column::BlockId)
            .column_as(Column::Number.min(), "least")
            .filter(Column::BlockId.is_in(keys.iter().map(|key| key.0)))
            .filter(Column::State.eq(State::Free.code()))
            .group_by(Column::BlockId)
            .into_tuple()
            .all(self.0.db.read())
            .await
            .map_err(|error| Arc::new(Fault::from(error)))?;
        Ok(rows.into_iter().map(|(block, least)| (NextOf(block), least)).collect())
    }
}
