use async_graphql::{Context, Object, Result, SimpleObject};
use domain::money::Currency;
use domain::wallet::number;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use uuid::Uuid;

use ::entity::wallet;

use crate::app::App;
use crate::graphql::{SignedIn, app, error, viewer};
use crate::platform::Fault;

use super::types::Wallet;

/// Numbers that are tried: one is as good as never taken.
const TRIES: usize = 5;

/// Whose it becomes.
#[derive(Clone, Copy)]
pub enum Owner {
    Person(Uuid),
    Company(Uuid),
}

/// One's own wallet.
#[derive(SimpleObject)]
pub struct WalletOpened {
    pub wallet: Wallet,
}

#[derive(Default)]
pub struct OpenWallet;

#[Object]
impl OpenWallet {
    /// Opens the signed-in passenger's internal account, with nothing on it; asked again, it answers with the same one.
    #[graphql(guard = "SignedIn", complexity = "20 + child_complexity")]
    async fn open_wallet(&self, ctx: &Context<'_>) -> Result<WalletOpened> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let account = viewer.account_id().filter(|_| viewer.is_passenger()).ok_or_else(error::forbidden)?;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let row = open(app, &tx, Owner::Person(account)).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(WalletOpened { wallet: Wallet(row) })
    }
}

/// Opens a wallet where the owner has none, in the caller's transaction.
pub async fn open(app: &App, tx: &DatabaseTransaction, owner: Owner) -> Result<wallet::Model, Fault> {
    for _ in 0..TRIES {
        let (account_id, company_id) = match owner {
            Owner::Person(id) => (Some(id), None),
            Owner::Company(id) => (None, Some(id)),
        };
        let of = match owner {
            Owner::Person(id) => wallet::Column::AccountId.eq(id),
            Owner::Company(id) => wallet::Column::CompanyId.eq(id),
        };
        if let Some(row) = wallet::Entity::find().filter(of).one(tx).await? {
            return Ok(row);
        }
        let row = wallet::Model {
            id: app.ids.new(),
            number: number(&app.ids.digits(domain::wallet::DIGITS)),
            account_id,
            company_id,
            currency: Currency::KGS.code().into(),
            balance_minor: 0,
            credit_minor: 0,
            blocked_at: None,
            blocked_reason: None,
            opened_at: app.clock.now(),
            version: 1,
        };
        // Another owner may have the number, or the owner has opened one meanwhile: both are found in the next round.
        wallet::Entity::insert(wallet::ActiveModel::from(row))
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .exec_without_returning(tx)
            .await?;
    }
    Err(Fault::new("no free number for a wallet"))
}
