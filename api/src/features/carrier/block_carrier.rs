use async_graphql::{Context, ID, InputObject, Object, Result};
use sea_orm::{EntityTrait, Set};

use ::entity::carrier;

use crate::features::audit::{Change, audit_change};
use crate::features::network::{begin_change, finish_change};
use crate::graphql::{Can, ChangedMeanwhile, Form, Permission, app, error, viewer};
use crate::platform::Fault;

use super::access::find_carrier;
use super::change::{ChangeCarrierResult, facts};

#[derive(InputObject)]
pub struct BlockCarrierInput {
    pub id: ID,
    /// As it was read.
    pub version: i32,
    /// False: its trips are on sale again.
    pub blocked: bool,
    /// Why; needed to block.
    pub reason: Option<String>,
}

#[derive(Default)]
pub struct BlockCarrier;

#[Object]
impl BlockCarrier {
    /// Staff: takes all trips of a carrier off sale at once, or puts them back. Payments that have begun are taken, and
    /// tickets that were sold stay valid.
    #[graphql(guard = "Can(Permission::ManageCarriers)", complexity = "20 + child_complexity")]
    async fn block_carrier(&self, ctx: &Context<'_>, input: BlockCarrierInput) -> Result<ChangeCarrierResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let mut form = Form::new(viewer.language);
        let reason = form.optional("reason", input.reason.as_deref(), 300).filter(|_| input.blocked);
        if input.blocked && reason.is_none() {
            form.wrong("reason", "REQUIRED");
        }
        if viewer.only_carrier().is_some() {
            return Err(error::forbidden());
        }
        if let Some(problem) = form.problem() {
            return Ok(ChangeCarrierResult::InvalidInput(problem));
        }
        let tx = begin_change(app).await.map_err(Fault::from)?;
        let before = find_carrier(&tx, viewer, &input.id).await?;
        if before.version != i64::from(input.version) {
            let answer = ChangeCarrierResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let row = carrier::ActiveModel {
            id: Set(before.id),
            blocked_at: Set(input.blocked.then(|| app.clock.now())),
            blocked_reason: Set(reason),
            version: Set(before.version + 1),
            ..Default::default()
        };
        let after = carrier::Entity::update(row).exec(&tx).await.map_err(Fault::from)?;
        let action = if input.blocked { "BLOCK_CARRIER" } else { "UNBLOCK_CARRIER" };
        let change = Change::of(facts(&before), facts(&after));
        audit_change(app, &tx, viewer, action, &format!("carrier:{}", after.id), change).await?;
        finish_change(app, tx).await.map_err(Fault::from)?;
        Ok(ChangeCarrierResult::changed(after))
    }
}
