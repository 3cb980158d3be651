use async_graphql::{Context, Object, Result};
use sea_orm::EntityTrait;

use ::entity::account;

use crate::graphql::{app, viewer};
use crate::platform::Fault;

use super::me::Me;

#[derive(Default)]
pub struct AccountQuery;

#[Object]
impl AccountQuery {
    /// The signed-in person; null without a session.
    async fn me(&self, ctx: &Context<'_>) -> Result<Option<Me>> {
        let Some(session) = &viewer(ctx).session else { return Ok(None) };
        let account =
            account::Entity::find_by_id(session.account_id).one(app(ctx).db.read()).await.map_err(Fault::from)?;
        Ok(account.map(|account| Me::of(account, session.id, session.kind)))
    }
}
