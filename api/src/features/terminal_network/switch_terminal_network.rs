use async_graphql::{Context, ID, InputObject, Object, Result};
use sea_orm::{EntityTrait, Set};

use ::entity::terminal_network;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, Permission, app, viewer};
use crate::platform::Fault;

use super::save_terminal_network::{facts, lock_network};
use super::types::{TerminalNetwork, TerminalNetworkSaved};

#[derive(InputObject)]
pub struct SwitchTerminalNetworkInput {
    pub id: ID,
    pub enabled: bool,
}

#[derive(Default)]
pub struct SwitchTerminalNetwork;

#[Object]
impl SwitchTerminalNetwork {
    /// Staff: lets a network's terminals pay, or stops them: a new payment is refused for good, so that the customer gets the
    /// cash back; payments that were made are still told and cancelled. Once more does nothing.
    #[graphql(guard = "Can(Permission::ManageGateways)", complexity = "20 + child_complexity")]
    async fn switch_terminal_network(
        &self,
        ctx: &Context<'_>,
        input: SwitchTerminalNetworkInput,
    ) -> Result<TerminalNetworkSaved> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let before = lock_network(&*tx, &input.id).await?;
        if before.enabled == input.enabled {
            let answer = TerminalNetworkSaved { network: TerminalNetwork(before) };
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let row = terminal_network::ActiveModel {
            id: Set(before.id),
            enabled: Set(input.enabled),
            version: Set(before.version + 1),
            ..Default::default()
        };
        let after = terminal_network::Entity::update(row).exec(&tx).await.map_err(Fault::from)?;
        let subject = format!("terminal_network:{}", after.id);
        let change = Change::of(facts(&before), facts(&after));
        audit_change(app, &tx, viewer, "SWITCH_TERMINAL_NETWORK", &subject, change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(TerminalNetworkSaved { network: TerminalNetwork(after) })
    }
}
