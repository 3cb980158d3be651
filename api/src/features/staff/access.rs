use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use ::entity::{account, role, staff_desk, staff_station};

use crate::app::App;
use crate::features::second_factor;
use crate::graphql::{Permission, StaffRole};
use crate::platform::Fault;
use crate::platform::rows::insert_missing;

use super::ADMINISTRATOR;
use super::change::Ties;

/// What a role allows somebody now: nothing when it is gone, or demands a second factor that they have not set up; to who
/// is one carrier's, nothing that concerns the whole office.
pub async fn rights(app: &App, account: &account::Model, code: &str) -> Result<StaffRole, Fault> {
    let db = app.db.read();
    let row = role::Entity::find_by_id(code).one(db).await?;
    let demanded = row.as_ref().is_some_and(|row| row.second_factor);
    let allowed = !demanded || second_factor::is_on(db, account.id).await?;
    let mut permissions = row.filter(|_| allowed).map(|row| permissions_of(&row)).unwrap_or_default();
    permissions.retain(|permission| account.carrier_id.is_none() || !permission.of_the_whole_office());
    Ok(StaffRole { code: code.to_owned(), permissions })
}

pub(super) fn permissions_of(row: &role::Model) -> Vec<Permission> {
    if row.code == ADMINISTRATOR {
        return Permission::ALL.to_vec();
    }
    let codes: Vec<String> = serde_json::from_value(row.permissions.clone()).unwrap_or_default();
    codes.iter().filter_map(|code| Permission::parse(code)).collect()
}

/// Whether a role has a right, a second factor aside.
pub fn may(role: &role::Model, permission: Permission) -> bool {
    permissions_of(role).contains(&permission)
}

/// The stations where somebody works alone; none: everywhere.
pub async fn stations_of(db: &impl sea_orm::ConnectionTrait, account: Uuid) -> Result<Vec<Uuid>, Fault> {
    let rows = staff_station::Entity::find().filter(staff_station::Column::AccountId.eq(account));
    let rows = rows.order_by_asc(staff_station::Column::StopId).all(db).await?;
    Ok(rows.into_iter().map(|row| row.stop_id).collect())
}

/// The desks where somebody works alone; none: at all of their stations.
pub(super) async fn desks_of(db: &impl sea_orm::ConnectionTrait, account: Uuid) -> Result<Vec<Uuid>, Fault> {
    let rows = staff_desk::Entity::find().filter(staff_desk::Column::AccountId.eq(account));
    let rows = rows.order_by_asc(staff_desk::Column::DeskId).all(db).await?;
    Ok(rows.into_iter().map(|row| row.desk_id).collect())
}

/// Ties somebody to these stations and desks alone.
pub(super) async fn tie(tx: &DatabaseTransaction, account: Uuid, ties: &Ties) -> Result<(), Fault> {
    staff_station::Entity::delete_many().filter(staff_station::Column::AccountId.eq(account)).exec(tx).await?;
    let stations = ties.stations.iter().map(|stop| staff_station::Model { account_id: account, stop_id: *stop });
    insert_missing::<staff_station::Entity>(tx, stations.collect()).await?;
    staff_desk::Entity::delete_many().filter(staff_desk::Column::AccountId.eq(account)).exec(tx).await?;
    let desks = ties.desks.iter().map(|desk| staff_desk::Model { account_id: account, desk_id: *desk });
    insert_missing::<staff_desk::Entity>(tx, desks.collect()).await?;
    Ok(())
}

/// Whether somebody but this account is an administrator who can sign in.
pub(super) async fn another_administrator(db: &impl sea_orm::ConnectionTrait, id: Uuid) -> Result<bool, Fault> {
    let others = account::Entity::find()
        .filter(account::Column::Role.eq(ADMINISTRATOR))
        .filter(account::Column::Id.ne(id))
        .filter(account::Column::BlockedAt.is_null())
        .filter(account::Column::DeletedAt.is_null())
        .filter(account::Column::PasswordHash.is_not_null());
    Ok(others.count(db).await? > 0)
}
