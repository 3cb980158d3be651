//! Who may buy for a company.

use chrono::{Datelike, NaiveDate};
use domain::wallet::EntryKind;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use ::entity::{account, company, company_member, wallet_entry};

use crate::app::App;
use crate::features::site::{day_begins, local_today};
use crate::graphql::Viewer;
use crate::platform::Fault;

/// A person's right to buy for a company.
#[derive(Clone, Debug)]
pub struct Membership {
    pub company: company::Model,
    pub member: company_member::Model,
}

impl Membership {
    /// Whether the contract is in force on a day.
    pub fn in_force(&self, day: NaiveDate) -> bool {
        self.company.contract_from <= day && self.company.contract_to.is_none_or(|to| day <= to)
    }
}

/// All companies that the signed-in passenger is a member of, by name, whatever their contracts.
pub async fn memberships(db: &impl ConnectionTrait, viewer: &Viewer) -> Result<Vec<Membership>, Fault> {
    let Some(account) = viewer.account_id().filter(|_| viewer.is_passenger()) else { return Ok(Vec::new()) };
    let row = account::Entity::find_by_id(account).one(db).await?;
    let Some(email) = row.and_then(|row| row.email) else { return Ok(Vec::new()) };
    use company_member::Column;
    let mine = company_member::Entity::find().filter(Column::Email.eq(email)).filter(Column::RemovedAt.is_null());
    let mine = mine.all(db).await?;
    let ids: Vec<Uuid> = mine.iter().map(|member| member.company_id).collect();
    let companies = company::Entity::find().filter(company::Column::Id.is_in(ids));
    let companies = companies.order_by_asc(company::Column::Name).all(db).await?;
    let with = |company: company::Model| {
        let member = mine.iter().find(|member| member.company_id == company.id)?.clone();
        Some(Membership { company, member })
    };
    Ok(companies.into_iter().filter_map(with).collect())
}

/// Whether the viewer buys for the company, or did while the contract was in force.
pub async fn is_member(db: &impl ConnectionTrait, viewer: &Viewer, company: Uuid) -> Result<bool, Fault> {
    Ok(memberships(db, viewer).await?.iter().any(|one| one.company.id == company))
}

/// The viewer's right to buy for a company today; `None`: no member, or no contract.
pub async fn member_for(
    app: &App,
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    company: Uuid,
) -> Result<Option<Membership>, Fault> {
    let today = local_today(app.clock.now());
    let all = memberships(db, viewer).await?;
    Ok(all.into_iter().find(|one| one.company.id == company && one.in_force(today)))
}

/// What somebody has spent from a company's account in this calendar month, minor units.
pub async fn spent_this_month(app: &App, db: &impl ConnectionTrait, wallet: Uuid, buyer: Uuid) -> Result<i64, Fault> {
    use wallet_entry::Column;
    let today = local_today(app.clock.now());
    let first = today.with_day(1).unwrap_or(today);
    let entries = wallet_entry::Entity::find()
        .filter(Column::WalletId.eq(wallet))
        .filter(Column::BuyerId.eq(buyer))
        .filter(Column::Kind.eq(EntryKind::Purchase.code()))
        .filter(Column::At.gte(day_begins(first)))
        .all(db)
        .await?;
    Ok(-entries.iter().map(|entry| entry.amount_minor).sum::<i64>())
}

/// Whether a purchase that was just entered is more than the member may spend in a month. The wallet is locked by its entry, so
/// that two purchases at once are counted one after the other.
pub async fn over_month(
    app: &App,
    db: &impl ConnectionTrait,
    membership: &Membership,
    wallet: Uuid,
    buyer: Uuid,
) -> Result<bool, Fault> {
    let Some(limit) = membership.member.monthly_minor else { return Ok(false) };
    Ok(spent_this_month(app, db, wallet, buyer).await? > limit)
}
