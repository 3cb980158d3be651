use async_graphql::{Context, ID, InputObject, Object, Result};
use sea_orm::{EntityTrait, Set};

use ::entity::fiscal_register;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, Permission, app, viewer};
use crate::platform::Fault;

use super::save_fiscal_register::{facts, lock_register};
use super::types::{FiscalRegister, FiscalRegisterSaved};

#[derive(InputObject)]
pub struct SwitchFiscalRegisterInput {
    pub id: ID,
    pub enabled: bool,
}

#[derive(Default)]
pub struct SwitchFiscalRegister;

#[Object]
impl SwitchFiscalRegister {
    /// Staff: lets a register record, or stops it: what is to be recorded by it waits. While the one that serves all is
    /// stopped, nothing that is sold without a register of its own gets a receipt. Once more does nothing.
    #[graphql(guard = "Can(Permission::ManageRegisters)", complexity = "20 + child_complexity")]
    async fn switch_fiscal_register(
        &self,
        ctx: &Context<'_>,
        input: SwitchFiscalRegisterInput,
    ) -> Result<FiscalRegisterSaved> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let before = lock_register(&*tx, &input.id).await?;
        if before.enabled == input.enabled {
            let answer = FiscalRegisterSaved { register: FiscalRegister(before) };
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let since = (input.enabled && before.serves_all).then(|| app.clock.now());
        let row = fiscal_register::ActiveModel {
            id: Set(before.id),
            enabled: Set(input.enabled),
            serves_since: Set(since),
            failures: Set(0),
            next_try_at: Set(None),
            version: Set(before.version + 1),
            ..Default::default()
        };
        let after = fiscal_register::Entity::update(row).exec(&tx).await.map_err(Fault::from)?;
        let subject = format!("fiscal_register:{}", after.id);
        let change = Change::of(facts(&before), facts(&after));
        audit_change(app, &tx, viewer, "SWITCH_FISCAL_REGISTER", &subject, change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(FiscalRegisterSaved { register: FiscalRegister(after) })
    }
}
