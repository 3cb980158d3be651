use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::json;

use ::entity::wallet;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, ChangedMeanwhile, Form, InvalidInput, Permission, app, viewer};
use crate::platform::Fault;

use super::access::find_wallet;
use super::types::Wallet;

#[derive(InputObject)]
pub struct BlockWalletInput {
    pub id: ID,
    /// As it was read.
    pub version: i32,
    /// False: it can be used again.
    pub blocked: bool,
    /// Why; needed to block. At most 300 characters.
    pub reason: Option<String>,
}

/// The account as it is now.
#[derive(SimpleObject)]
pub struct WalletChanged {
    pub wallet: Wallet,
}

#[derive(Union)]
pub enum BlockWalletResult {
    Changed(WalletChanged),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

#[derive(Default)]
pub struct BlockWallet;

#[Object]
impl BlockWallet {
    /// Staff: nothing is paid from an internal account and nothing put on it any more, or it can be used again. What is
    /// given back still comes there.
    #[graphql(guard = "Can(Permission::ManageClients)", complexity = "20 + child_complexity")]
    async fn block_wallet(&self, ctx: &Context<'_>, input: BlockWalletInput) -> Result<BlockWalletResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let mut form = Form::new(viewer.language);
        let reason = form.optional("reason", input.reason.as_deref(), 300).filter(|_| input.blocked);
        if input.blocked && reason.is_none() {
            form.wrong("reason", "REQUIRED");
        }
        if let Some(problem) = form.problem() {
            return Ok(BlockWalletResult::InvalidInput(problem));
        }
        let before = find_wallet(app, viewer, &input.id).await?;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let row = wallet::ActiveModel {
            blocked_at: Set(input.blocked.then(|| app.clock.now())),
            blocked_reason: Set(reason.clone()),
            ..Default::default()
        };
        let changed = wallet::Entity::update_many()
            .set(row)
            .col_expr(wallet::Column::Version, Expr::col(wallet::Column::Version).add(1))
            .filter(wallet::Column::Id.eq(before.id))
            .filter(wallet::Column::Version.eq(i64::from(input.version)))
            .exec_with_returning(&tx)
            .await
            .map_err(Fault::from)?;
        let Some(after) = changed.into_iter().next() else {
            let answer = BlockWalletResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        };
        let action = if input.blocked { "BLOCK_WALLET" } else { "UNBLOCK_WALLET" };
        let change = Change::of(
            json!({ "blocked": before.blocked_at.is_some(), "reason": before.blocked_reason }),
            json!({ "blocked": after.blocked_at.is_some(), "reason": after.blocked_reason }),
        );
        audit_change(app, &tx, viewer, action, &format!("wallet:{}", after.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(BlockWalletResult::Changed(WalletChanged { wallet: Wallet(after) }))
    }
}
