use async_graphql::{Context, Object, Result};
use sea_orm::EntityTrait;

use ::entity::api_key;

use crate::graphql::{Can, Page, Permission, Sort, app};

use super::types::{Partner, PartnerConnection};

#[derive(Default)]
pub struct PartnerQuery;

#[Object]
impl PartnerQuery {
    /// Staff: who sells with a key of their own, newest first; those whose key was revoked among them.
    #[graphql(
        guard = "Can(Permission::ManagePartners)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn partners(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<PartnerConnection> {
        let page = Page::read(first, after.as_deref())?;
        let order = Sort::newest(api_key::Column::Id);
        let (nodes, info) = page.find(api_key::Entity::find(), order, app(ctx).db.read(), Partner).await?;
        Ok(PartnerConnection::new(nodes, info, None))
    }
}
