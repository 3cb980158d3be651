use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use chrono::{DateTime, Utc};

use crate::features::account::send_wallet_code;
use crate::features::order::staff_order;
use crate::graphql::{Can, InvalidInput, Permission, TooManyAttempts, app, viewer};

use super::access::wallet_by_number;
use super::confirm_owner::{contact_of, purpose};

#[derive(InputObject)]
pub struct RequestWalletCodeInput {
    /// What is to be paid.
    pub order_id: ID,
    /// Of the account, as the customer says it.
    pub number: String,
}

/// A code is on its way to the account's owner, who tells it to the cashier.
#[derive(SimpleObject)]
pub struct WalletCodeSent {
    /// Where it went, hidden but for what its owner recognises.
    pub to: String,
    /// UTC.
    pub expires_at: DateTime<Utc>,
}

#[derive(Union)]
pub enum RequestWalletCodeResult {
    Sent(WalletCodeSent),
    InvalidInput(InvalidInput),
    TooManyAttempts(TooManyAttempts),
}

#[derive(Default)]
pub struct RequestWalletCode;

#[Object]
impl RequestWalletCode {
    /// Cashiers: sends the owner of an internal account a code of six digits, good for this order alone, without which
    /// nothing is paid from it at a desk. NO_WALLET and WALLET_NO_CONTACT at `number`.
    #[graphql(guard = "Can(Permission::SellAtDesk)", complexity = "20 + child_complexity")]
    async fn request_wallet_code(
        &self,
        ctx: &Context<'_>,
        input: RequestWalletCodeInput,
    ) -> Result<RequestWalletCodeResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let order = staff_order(app, viewer, &input.order_id).await?;
        let invalid =
            |code| Ok(RequestWalletCodeResult::InvalidInput(InvalidInput::one(viewer.language, "number", code)));
        let Some(wallet) = wallet_by_number(app.db.read(), &input.number).await? else { return invalid("NO_WALLET") };
        let Some((contact, language)) = contact_of(app, &wallet).await? else { return invalid("WALLET_NO_CONTACT") };
        Ok(match send_wallet_code(app, &contact, language, &purpose(&wallet, order.id)).await? {
            Ok(expires_at) => RequestWalletCodeResult::Sent(WalletCodeSent { to: contact.masked(), expires_at }),
            Err(seconds) => RequestWalletCodeResult::TooManyAttempts(TooManyAttempts::new(viewer.language, seconds)),
        })
    }
}
