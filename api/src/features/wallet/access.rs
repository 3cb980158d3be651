//! Who may see a wallet and who may spend from it.

use async_graphql::{Error, ID};
use domain::wallet::parse;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use ::entity::{order, wallet};

use crate::app::App;
use crate::features::company::{Membership, is_member, member_for};
use crate::graphql::{Gid, Kind, Permission, Viewer, error};
use crate::platform::Fault;

use super::book::wallet_of_person;

/// The wallet, for its owner, for who buys for the company whose it is, and for staff who keep the customers' accounts; anybody else's is NOT_FOUND.
pub async fn find_wallet(app: &App, viewer: &Viewer, id: &ID) -> Result<wallet::Model, Error> {
    let id = Gid::find(Kind::Wallet, id)?;
    let row = wallet::Entity::find_by_id(id).one(app.db.read()).await.map_err(Fault::from)?;
    let row = row.ok_or_else(error::not_found)?;
    if viewer.can(Permission::ManageClients) || owns(viewer, &row) {
        return Ok(row);
    }
    if let Some(company) = row.company_id
        && is_member(app.db.read(), viewer, company).await?
    {
        return Ok(row);
    }
    Err(error::not_found())
}

/// A person's own, in the session of a passenger.
pub fn owns(viewer: &Viewer, row: &wallet::Model) -> bool {
    viewer.is_passenger() && row.account_id.is_some() && row.account_id == viewer.account_id()
}

/// By the number as somebody has typed it; `None`: there is no such wallet, or it is mistyped.
pub async fn wallet_by_number(db: &impl ConnectionTrait, typed: &str) -> Result<Option<wallet::Model>, Fault> {
    let Some(number) = parse(typed) else { return Ok(None) };
    Ok(wallet::Entity::find().filter(wallet::Column::Number.eq(number)).one(db).await?)
}

/// From which wallet the viewer may pay an order of the site: that of the company it is bought for, otherwise their own; with
/// the right to buy for the company.
pub async fn payer_of(
    app: &App,
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    order: &order::Model,
) -> Result<Option<(wallet::Model, Option<Membership>)>, Fault> {
    let Some(account) = viewer.account_id().filter(|_| viewer.is_passenger()) else { return Ok(None) };
    let (wallet, membership) = match order.company_id {
        None => (wallet_of_person(db, account).await?, None),
        Some(company) => match member_for(app, db, viewer, company).await? {
            None => return Ok(None),
            membership => {
                let of = wallet::Column::CompanyId.eq(company);
                (wallet::Entity::find().filter(of).one(db).await?, membership)
            }
        },
    };
    let wallet = wallet.filter(|wallet| wallet.currency == order.currency && order.wallet_id.is_none());
    Ok(wallet.map(|wallet| (wallet, membership)))
}
