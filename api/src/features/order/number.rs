//! The number of an order, for lists of what belongs to orders.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::Context;
use async_graphql::dataloader::{DataLoader, Loader};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use ::entity::order;

use crate::app::App;
use crate::platform::Fault;

/// The number of that order; none where there is none.
pub async fn order_number(ctx: &Context<'_>, id: Option<Uuid>) -> Result<Option<String>, Fault> {
    let Some(id) = id else { return Ok(None) };
    let loaded = ctx.data_unchecked::<DataLoader<NumberLoader>>().load_one(NumberOf(id)).await;
    loaded.map_err(|fault| Fault::new(format!("{fault:?}")))
}

/// Loads numbers of orders.
pub struct NumberLoader(pub App);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct NumberOf(Uuid);

impl Loader<NumberOf> for NumberLoader {
    type Value = String;
    type Error = Arc<Fault>;

    async fn load(&self, keys: &[NumberOf]) -> Result<HashMap<NumberOf, String>, Arc<Fault>> {
        let rows: Vec<(Uuid, String)> = order::Entity::find()
            .select_only()
            .columns([order::Column::Id, order::Column::Number])
            .filter(order::Column::Id.is_in(keys.iter().map(|key| key.0)))
            .into_tuple()
            .all(self.0.db.read())
            .await
            .map_err(|error| Arc::new(Fault::from(error)))?;
        Ok(rows.into_iter().map(|(id, number)| (NumberOf(id), number)).collect())
    }
}
