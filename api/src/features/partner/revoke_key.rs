use async_graphql::{Context, ID, Object, Result, SimpleObject};
use sea_orm::{EntityTrait, Set};

use ::entity::api_key;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, Permission, app, viewer};
use crate::platform::Fault;

use super::key::lock_partner;
use super::make_key::facts;
use super::types::Partner;

/// The partner as they are now.
#[derive(SimpleObject)]
pub struct KeyRevoked {
    pub partner: Partner,
}

#[derive(Default)]
pub struct RevokeKey;

#[Object]
impl RevokeKey {
    /// Staff: a partner's key opens nothing from now on. What they have sold stays sold. Once more does nothing.
    #[graphql(guard = "Can(Permission::ManagePartners)", complexity = "20 + child_complexity")]
    async fn revoke_key(&self, ctx: &Context<'_>, id: ID) -> Result<KeyRevoked> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let before = lock_partner(&tx, &id).await?;
        if before.revoked_at.is_some() {
            return Ok(tx.give_up(KeyRevoked { partner: Partner(before) }).await.map_err(Fault::from)?);
        }
        let row =
            api_key::ActiveModel { id: Set(before.id), revoked_at: Set(Some(app.clock.now())), ..Default::default() };
        let after = api_key::Entity::update(row).exec(&tx).await.map_err(Fault::from)?;
        let change = Change::of(facts(&before), facts(&after));
        audit_change(app, &tx, viewer, "REVOKE_KEY", &format!("partner:{}", before.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(KeyRevoked { partner: Partner(after) })
    }
}
