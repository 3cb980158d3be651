use std::collections::HashMap;

use async_graphql::{Context, Enum, InputObject, Object, Result};
use domain::text::alphabetical;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use ::entity::api_key::{Column, Entity, Model};

use crate::features::network::searched;
use crate::graphql::{Can, Mark, Page, Permission, SortDirection, app};
use crate::platform::Fault;

use super::types::{Partner, PartnerConnection, orders_lately};

/// Which partners; everything given has to fit.
#[derive(InputObject, Default)]
pub struct PartnerFilterInput {
    /// In the name or the contact.
    pub text: Option<String>,
    /// Only those whose key was revoked, or only those whose key is good.
    pub revoked: Option<bool>,
}

/// By what partners are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum PartnerSort {
    /// When they got their first key.
    Added,
    Name,
    /// When their key was used last; those that never were come first.
    Used,
    /// By orders that were paid in the last 30 days.
    Orders,
}

#[derive(Default)]
pub struct PartnerQuery;

#[Object]
impl PartnerQuery {
    /// Staff: who sells with a key of their own, the newest first unless asked otherwise; those whose key was revoked among
    /// them.
    #[graphql(
        guard = "Can(Permission::ManagePartners)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn partners(
        &self,
        ctx: &Context<'_>,
        filter: Option<PartnerFilterInput>,
        #[graphql(default_with = "PartnerSort::Added")] sort: PartnerSort,
        #[graphql(default_with = "SortDirection::Desc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<PartnerConnection> {
        let page = Page::read(first, after.as_deref())?;
        let filter = filter.unwrap_or_default();
        let query = match filter.revoked {
            Some(true) => Entity::find().filter(Column::RevokedAt.is_not_null()),
            Some(false) => Entity::find().filter(Column::RevokedAt.is_null()),
            None => Entity::find(),
        };
        // There are hundreds at the most: they are sorted and searched as people write.
        let mut rows = query.all(app(ctx).db.read()).await.map_err(Fault::from)?;
        if let Some(text) = searched(filter.text.as_deref()) {
            let has = |words: &str| words.to_lowercase().contains(&text);
            rows.retain(|row| has(&row.name) || row.contact.as_deref().is_some_and(has));
        }
        let orders: HashMap<Uuid, i64> = match sort {
            PartnerSort::Orders => orders_lately(ctx, rows.iter().map(|row| row.id).collect()).await?,
            _ => HashMap::new(),
        };
        let key = |row: &Model| {
            let key = match sort {
                PartnerSort::Added => String::new(),
                PartnerSort::Name => alphabetical(&row.name),
                PartnerSort::Used => row.used_at.map(|at| at.to_rfc3339()).unwrap_or_default(),
                PartnerSort::Orders => format!("{:012}", orders.get(&row.id).copied().unwrap_or_default()),
            };
            (key, row.id)
        };
        let (rows, info, total) = page.sorted(rows, &Mark::new(sort, direction), key)?;
        let rows = rows.into_iter().map(|(cursor, row)| (cursor, Partner(row))).collect();
        Ok(PartnerConnection::new(rows, info, total))
    }
}
