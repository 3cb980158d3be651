use async_graphql::{Context, ID, Object, Result, Union};
use sea_orm::{EntityTrait, Set};

use ::entity::api_key;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, InvalidInput, Permission, app, viewer};
use crate::platform::Fault;

use super::key::{lock_partner, new_key};
use super::make_key::{KeyMade, facts};
use super::types::Partner;

#[derive(Union)]
pub enum RenewKeyResult {
    Made(KeyMade),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct RenewKey;

#[Object]
impl RenewKey {
    /// Staff: another key for a partner, whose orders and kept seats stay theirs. The former one opens nothing from now on.
    #[graphql(guard = "Can(Permission::ManagePartners)", complexity = "20 + child_complexity")]
    async fn renew_key(&self, ctx: &Context<'_>, id: ID) -> Result<RenewKeyResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let before = lock_partner(&tx, &id).await?;
        if before.revoked_at.is_some() {
            let answer = RenewKeyResult::InvalidInput(InvalidInput::one(viewer.language, "id", "KEY_REVOKED"));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let key = new_key(app);
        let row =
            api_key::ActiveModel { id: Set(before.id), hash: Set(key.hash), tail: Set(key.tail), ..Default::default() };
        let after = api_key::Entity::update(row).exec(&tx).await.map_err(Fault::from)?;
        let change = Change::of(facts(&before), facts(&after));
        audit_change(app, &tx, viewer, "RENEW_KEY", &format!("partner:{}", before.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(RenewKeyResult::Made(KeyMade { partner: Partner(after), key: key.text }))
    }
}
