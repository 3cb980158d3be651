use async_graphql::{Context, ID, InputObject, Object, Result};
use sea_orm::{EntityTrait, Set};

use ::entity::gateway;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, Permission, app, viewer};
use crate::platform::Fault;

use super::save_gateway::{facts, lock_gateway};
use super::types::{Gateway, GatewaySaved};

#[derive(InputObject)]
pub struct SwitchGatewayInput {
    pub id: ID,
    pub enabled: bool,
}

#[derive(Default)]
pub struct SwitchGateway;

#[Object]
impl SwitchGateway {
    /// Staff: offers a gateway to customers, or takes it from the ways of payment; what was begun through it is still asked
    /// about, heard and given back. Once more does nothing.
    #[graphql(guard = "Can(Permission::ManageGateways)", complexity = "20 + child_complexity")]
    async fn switch_gateway(&self, ctx: &Context<'_>, input: SwitchGatewayInput) -> Result<GatewaySaved> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let before = lock_gateway(&*tx, &input.id).await?;
        if before.enabled == input.enabled {
            return Ok(tx.give_up(GatewaySaved { gateway: Gateway(before) }).await.map_err(Fault::from)?);
        }
        let row = gateway::ActiveModel {
            id: Set(before.id),
            enabled: Set(input.enabled),
            version: Set(before.version + 1),
            ..Default::default()
        };
        let after = gateway::Entity::update(row).exec(&tx).await.map_err(Fault::from)?;
        let change = Change::of(facts(&before, false), facts(&after, false));
        audit_change(app, &tx, viewer, "SWITCH_GATEWAY", &format!("gateway:{}", after.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        app.gateways.forget().await;
        Ok(GatewaySaved { gateway: Gateway(after) })
    }
}
