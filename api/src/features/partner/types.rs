use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::{DataLoader, Loader};
use async_graphql::{Context, Error, ID, Object, Result};
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect};
use uuid::Uuid;

use ::entity::{api_key, order, payment};

use crate::app::App;
use crate::graphql::{Can, Gid, Kind, Permission};
use crate::platform::Fault;

use super::key::INTROSPECTION;

/// Days of which the sales of a partner are counted.
const LATELY: TimeDelta = TimeDelta::days(30);

crate::connection!(Partner, PartnerConnection, PartnerEdge);

/// Who sells with a key of their own.
#[derive(Clone)]
pub struct Partner(pub api_key::Model);

impl From<api_key::Model> for Partner {
    fn from(row: api_key::Model) -> Self {
        Partner(row)
    }
}

impl Partner {
    /// By id; `None` without one.
    pub async fn load(ctx: &Context<'_>, id: Option<Uuid>) -> Result<Option<Self>> {
        let Some(id) = id else { return Ok(None) };
        let loaded = ctx.data_unchecked::<DataLoader<PartnerLoader>>().load_one(id).await;
        loaded.map_err(|fault| Error::from(Fault::new(format!("{fault:?}"))))
    }
}

#[Object]
impl Partner {
    async fn id(&self) -> ID {
        Gid::of(Kind::Partner, self.0.id)
    }

    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Whom to call when something is wrong.
    #[graphql(guard = "Can(Permission::ManagePartners)")]
    async fn contact(&self) -> Option<&str> {
        self.0.contact.as_deref()
    }

    /// The last characters of their key, to recognise it by; empty for keys made long ago.
    #[graphql(guard = "Can(Permission::ManagePartners)")]
    async fn key_tail(&self) -> &str {
        &self.0.tail
    }

    /// May read the whole schema of the server.
    #[graphql(guard = "Can(Permission::ManagePartners)")]
    async fn introspection(&self) -> bool {
        let scopes: Vec<String> = serde_json::from_value(self.0.scopes.clone()).unwrap_or_default();
        scopes.iter().any(|scope| scope == INTROSPECTION)
    }

    /// UTC.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// UTC. Their key opens nothing since; null: it is good.
    async fn revoked_at(&self) -> Option<DateTime<Utc>> {
        self.0.revoked_at
    }

    /// UTC, to the hour. Null: their key was never used.
    #[graphql(guard = "Can(Permission::ManagePartners)")]
    async fn used_at(&self) -> Option<DateTime<Utc>> {
        self.0.used_at
    }

    /// Orders that were paid in the last 30 days.
    #[graphql(guard = "Can(Permission::ManagePartners)", complexity = "5")]
    async fn orders_lately(&self, ctx: &Context<'_>) -> Result<i32> {
        let count = orders_lately(ctx, vec![self.0.id]).await?.into_values().next().unwrap_or_default();
        Ok(i32::try_from(count).unwrap_or(i32::MAX))
    }
}

/// Orders that were paid in the last 30 days, of those who have any.
pub async fn orders_lately(ctx: &Context<'_>, ids: Vec<Uuid>) -> Result<HashMap<Uuid, i64>> {
    let sales = ids.into_iter().map(SalesOf);
    let loaded = ctx.data_unchecked::<DataLoader<PartnerLoader>>().load_many(sales).await;
    let loaded = loaded.map_err(|fault| Error::from(Fault::new(format!("{fault:?}"))))?;
    Ok(loaded.into_iter().map(|(of, count)| (of.0, count)).collect())
}

/// Loads partners and their sales, for lists.
pub struct PartnerLoader(pub App);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct SalesOf(Uuid);

#[derive(FromQueryResult)]
struct Sales {
    partner_id: Uuid,
    orders: i64,
}

impl Loader<Uuid> for PartnerLoader {
    type Value = Partner;
    type Error = Arc<Fault>;

    async fn load(&self, ids: &[Uuid]) -> Result<HashMap<Uuid, Partner>, Arc<Fault>> {
        let rows = api_key::Entity::find().filter(api_key::Column::Id.is_in(ids.iter().copied()));
        let rows = rows.all(self.0.db.read()).await.map_err(|error| Arc::new(Fault::from(error)))?;
        Ok(rows.into_iter().map(|row| (row.id, Partner(row))).collect())
    }
}

impl Loader<SalesOf> for PartnerLoader {
    type Value = i64;
    type Error = Arc<Fault>;

    async fn load(&self, ids: &[SalesOf]) -> Result<HashMap<SalesOf, i64>, Arc<Fault>> {
        let rows = payment::Entity::find()
            .join(
                JoinType::InnerJoin,
                payment::Entity::belongs_to(order::Entity).from(payment::Column::OrderId).to(order::Column::Id).into(),
            )
            .select_only()
            .column(order::Column::PartnerId)
            .column_as(Expr::col((payment::Entity, payment::Column::OrderId)).count_distinct(), "orders")
            .filter(order::Column::PartnerId.is_in(ids.iter().map(|one| one.0)))
            .filter(payment::Column::PaidAt.gte(self.0.clock.now() - LATELY))
            .group_by(order::Column::PartnerId)
            .into_model::<Sales>()
            .all(self.0.db.read())
            .await
            .map_err(|error| Arc::new(Fault::from(error)))?;
        Ok(rows.into_iter().map(|row| (SalesOf(row.partner_id), row.orders)).collect())
    }
}
