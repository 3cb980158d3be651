use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use ::entity::{account, role};

use crate::app::App;
use crate::graphql::{Permission, StaffRole};
use crate::platform::Fault;

use super::ADMINISTRATOR;

/// What a role allows now. A role that is gone allows nothing.
pub async fn rights(app: &App, code: &str) -> Result<StaffRole, Fault> {
    let row = role::Entity::find_by_id(code).one(app.db.read()).await?;
    Ok(StaffRole {
        code: code.to_owned(),
        second_factor: row.as_ref().is_some_and(|row| row.second_factor),
        permissions: row.map(|row| permissions_of(&row)).unwrap_or_default(),
    })
}

pub(super) fn permissions_of(row: &role::Model) -> Vec<Permission> {
    if row.code == ADMINISTRATOR {
        return Permission::ALL.to_vec();
    }
    let codes: Vec<String> = serde_json::from_value(row.permissions.clone()).unwrap_or_default();
    codes.iter().filter_map(|code| Permission::parse(code)).collect()
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
