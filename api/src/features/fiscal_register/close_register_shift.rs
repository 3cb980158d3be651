use async_graphql::{Context, ID, InputObject, Object, Result};
use sea_orm::{EntityTrait, Set};

use ::entity::fiscal_register;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, Permission, app, viewer};
use crate::platform::Fault;

use super::save_fiscal_register::lock_register;
use super::types::{FiscalRegister, FiscalRegisterSaved};

#[derive(InputObject)]
pub struct CloseRegisterShiftInput {
    pub id: ID,
}

#[derive(Default)]
pub struct CloseRegisterShift;

#[Object]
impl CloseRegisterShift {
    /// Staff: asks for the shift of a register to be closed, after what waits for it is recorded. The next receipt opens
    /// another one. Without this it is closed by itself before it is 24 hours old. Once more does nothing.
    #[graphql(guard = "Can(Permission::ManageRegisters)", complexity = "20 + child_complexity")]
    async fn close_register_shift(
        &self,
        ctx: &Context<'_>,
        input: CloseRegisterShiftInput,
    ) -> Result<FiscalRegisterSaved> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let before = lock_register(&*tx, &input.id).await?;
        if before.close_asked_at.is_some() || before.shift_opened_at.is_none() {
            let answer = FiscalRegisterSaved { register: FiscalRegister(before) };
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let row = fiscal_register::ActiveModel {
            id: Set(before.id),
            close_asked_at: Set(Some(app.clock.now())),
            next_try_at: Set(None),
            ..Default::default()
        };
        let after = fiscal_register::Entity::update(row).exec(&tx).await.map_err(Fault::from)?;
        let subject = format!("fiscal_register:{}", after.id);
        audit_change(app, &tx, viewer, "CLOSE_REGISTER_SHIFT", &subject, Change::none()).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(FiscalRegisterSaved { register: FiscalRegister(after) })
    }
}
