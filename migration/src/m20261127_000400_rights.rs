//! Prices and announcements are rights of their own; who could change them before still can.

use sea_orm_migration::prelude::*;

use super::m20261121_000010_carriers::{grant, roles_with};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (had, has) in [("MANAGE_TIMETABLE", "MANAGE_PRICES"), ("RUN_TRIPS", "WRITE_ANNOUNCEMENTS")] {
            let roles = roles_with(manager, had).await?;
            grant(manager, has, &roles.iter().map(String::as_str).collect::<Vec<_>>()).await?;
        }
        grant(manager, "WRITE_ANNOUNCEMENTS", &["CONTENT_EDITOR"]).await
    }
}
