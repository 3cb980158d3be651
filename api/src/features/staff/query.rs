use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

use ::entity::account;

use crate::features::account::{Session, live_sessions};
use crate::graphql::{
    By, Can, Gid, Kind, Page, Permission, Sort, SortDirection, app, begins_with, capitalized, error, viewer,
};

use super::types::{StaffConnection, StaffMember};

/// Which people; everything given has to fit.
#[derive(InputObject, Default)]
pub struct StaffFilterInput {
    /// Beginning of a name or of an e-mail.
    pub text: Option<String>,
    /// A role's code.
    pub role: Option<String>,
    /// Only those who are blocked, or only those who are not.
    pub blocked: Option<bool>,
}

/// By what those who work here are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum StaffSort {
    /// When they were invited.
    Added,
    /// Last name, as texts are sorted; those without one first.
    Name,
    /// E-mail.
    Email,
    /// The role's code.
    Role,
}

#[derive(Default)]
pub struct StaffQuery;

#[Object]
impl StaffQuery {
    /// Staff: who works here; the newest first unless asked otherwise.
    #[graphql(guard = "Can(Permission::ManageStaff)", complexity = "10 + first.max(1) as usize * child_complexity / 4")]
    async fn staff(
        &self,
        ctx: &Context<'_>,
        filter: Option<StaffFilterInput>,
        #[graphql(default_with = "StaffSort::Added")] sort: StaffSort,
        #[graphql(default_with = "SortDirection::Desc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<StaffConnection> {
        use account::Column;
        let page = Page::read(first, after.as_deref())?;
        let filter = filter.unwrap_or_default();
        let mut query = account::Entity::find().filter(Column::Role.is_not_null()).filter(Column::DeletedAt.is_null());
        if let Some(text) = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            let mut any = Condition::any().add(begins_with(Column::Email, &text.to_lowercase()));
            for name in [text, &capitalized(text)] {
                any = any.add(begins_with(Column::FirstName, name)).add(begins_with(Column::LastName, name));
            }
            query = query.filter(any);
        }
        if let Some(role) = &filter.role {
            query = query.filter(Column::Role.eq(role));
        }
        query = match filter.blocked {
            Some(true) => query.filter(Column::BlockedAt.is_not_null()),
            Some(false) => query.filter(Column::BlockedAt.is_null()),
            None => query,
        };
        let by = match sort {
            StaffSort::Added => By::Id,
            StaffSort::Name => By::Text(Column::LastName),
            StaffSort::Email => By::Text(Column::Email),
            StaffSort::Role => By::Text(Column::Role),
        };
        let sort = Sort::new(sort, direction, by, Column::Id);
        let (nodes, info) = page.find(query, sort, app(ctx).db.read(), StaffMember).await?;
        Ok(StaffConnection::new(nodes, info, None))
    }

    /// Staff: one of those who work here; NOT_FOUND for a passenger's id.
    #[graphql(guard = "Can(Permission::ManageStaff)")]
    async fn staff_member(&self, ctx: &Context<'_>, id: ID) -> Result<StaffMember> {
        StaffMember::load(ctx, Some(Gid::find(Kind::Account, &id)?)).await?.ok_or_else(error::not_found)
    }

    /// Staff: the live sessions of one of those who work here, the last used first.
    #[graphql(guard = "Can(Permission::ManageStaff)", complexity = "10 + child_complexity")]
    async fn staff_sessions(&self, ctx: &Context<'_>, id: ID) -> Result<Vec<Session>> {
        let member =
            StaffMember::load(ctx, Some(Gid::find(Kind::Account, &id)?)).await?.ok_or_else(error::not_found)?;
        let own = viewer(ctx).session.as_ref().map(|session| session.id);
        Ok(live_sessions(app(ctx), member.0.id, own).await?)
    }
}
