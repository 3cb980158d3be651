//! At a desk, the owner of an account says a code that was sent to them: a number alone pays nothing.

use domain::contact::Contact;
use sea_orm::EntityTrait;
use uuid::Uuid;

use ::entity::{account, wallet};

use crate::app::App;
use crate::features::account::{Checked, check_wallet_code};
use crate::i18n::Language;
use crate::platform::Fault;

/// A code pays one order from one account.
pub fn purpose(wallet: &wallet::Model, order: Uuid) -> String {
    format!("WALLET {} {order}", wallet.id)
}

/// Where the owner is reached, in which language.
pub async fn contact_of(app: &App, wallet: &wallet::Model) -> Result<Option<(Contact, Language)>, Fault> {
    let Some(owner) = wallet.account_id else { return Ok(None) };
    let Some(owner) = account::Entity::find_by_id(owner).one(app.db.read()).await? else { return Ok(None) };
    let contact = owner.phone.or(owner.email).and_then(|contact| Contact::parse(&contact));
    Ok(contact.map(|contact| (contact, Language::parse(&owner.language).unwrap_or_default())))
}

/// Whether the owner has said the code for this order, which uses it up.
pub async fn confirm_owner(app: &App, wallet: &wallet::Model, order: Uuid, code: &str) -> Result<bool, Fault> {
    let Some((contact, _)) = contact_of(app, wallet).await? else { return Ok(false) };
    Ok(check_wallet_code(app, &contact, &purpose(wallet, order), code).await? == Checked::Right)
}
