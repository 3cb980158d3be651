use async_graphql::{Context, Object, Result};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use ::entity::recovery_code;

use crate::graphql::app;
use crate::platform::Fault;

use super::check::is_on;

/// What its owner shows beside the password.
pub struct SecondFactor {
    pub account: Uuid,
    /// By the role.
    pub demanded: bool,
}

/// What its owner shows beside the password.
#[Object]
impl SecondFactor {
    /// It is set up, and asked for at each sign-in.
    async fn on(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(is_on(app(ctx).db.read(), self.account).await?)
    }

    /// The role allows nothing without it.
    async fn demanded(&self) -> bool {
        self.demanded
    }

    /// Recovery codes that were not used yet.
    async fn recovery_codes_left(&self, ctx: &Context<'_>) -> Result<i32> {
        let left = recovery_code::Entity::find().filter(recovery_code::Column::AccountId.eq(self.account));
        let left = left.count(app(ctx).db.read()).await.map_err(Fault::from)?;
        Ok(i32::try_from(left).unwrap_or(i32::MAX))
    }
}
