use std::collections::HashMap;

use async_graphql::{Context, Enum, InputObject, Object, Result};
use domain::text::alphabetical;
use sea_orm::EntityTrait;

use ::entity::role::{Entity, Model};

use crate::features::network::searched;
use crate::graphql::{Can, Mark, Page, Permission, SortDirection, app, viewer};
use crate::platform::Fault;

use super::types::{Role, RoleConnection, people_with};

/// Which roles; everything given has to fit.
#[derive(InputObject, Default)]
pub struct RoleFilterInput {
    /// In the name, in any language.
    pub text: Option<String>,
    /// Those that allow it.
    pub permission: Option<Permission>,
    /// Only those that demand a second factor, or only those that do not.
    pub second_factor: Option<bool>,
}

/// By what roles are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum RoleSort {
    /// As the office has put them, those that it has added last.
    Position,
    /// In the viewer's language.
    Name,
    /// By how many people have it.
    People,
    /// By how much it allows.
    Permissions,
    /// Those that demand a second factor last.
    SecondFactor,
}

#[derive(Default)]
pub struct RoleQuery;

#[Object]
impl RoleQuery {
    /// Staff: what kinds of work there are and what each allows.
    #[graphql(guard = "Can(Permission::ManageStaff)", complexity = "10 + first.max(1) as usize * child_complexity / 4")]
    async fn roles(
        &self,
        ctx: &Context<'_>,
        filter: Option<RoleFilterInput>,
        #[graphql(default_with = "RoleSort::Position")] sort: RoleSort,
        #[graphql(default_with = "SortDirection::Asc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<RoleConnection> {
        let page = Page::read(first, after.as_deref())?;
        let filter = filter.unwrap_or_default();
        // There are tens: they are sorted and searched as people write.
        let rows = Entity::find().all(app(ctx).db.read()).await.map_err(Fault::from)?;
        let mut rows: Vec<(i32, Role)> = rows.into_iter().map(|row: Model| (row.position, Role::from(row))).collect();
        if let Some(text) = searched(filter.text.as_deref()) {
            let has = |name: &String| name.to_lowercase().contains(&text);
            rows.retain(|(_, role)| [&role.name_ru, &role.name_ky, &role.name_en].into_iter().any(has));
        }
        if let Some(permission) = filter.permission {
            rows.retain(|(_, role)| role.everything || role.permissions.contains(&permission));
        }
        if let Some(wanted) = filter.second_factor {
            rows.retain(|(_, role)| role.second_factor == wanted);
        }
        let people: HashMap<String, i64> = match sort {
            RoleSort::People => people_with(ctx, rows.iter().map(|(_, role)| role.code.clone()).collect()).await?,
            _ => HashMap::new(),
        };
        let language = viewer(ctx).language;
        let key = |(position, role): &(i32, Role)| {
            let key = match sort {
                RoleSort::Position => format!("{position:010}"),
                RoleSort::Name => alphabetical(role.name_in(language)),
                RoleSort::People => format!("{:012}", people.get(&role.code).copied().unwrap_or_default()),
                RoleSort::Permissions => {
                    format!("{}{:04}", u8::from(role.everything), role.permissions.len())
                }
                RoleSort::SecondFactor => u8::from(role.second_factor).to_string(),
            };
            (key, role.code.clone())
        };
        let (rows, info, total) = page.sorted(rows, &Mark::new(sort, direction), key)?;
        let rows = rows.into_iter().map(|(cursor, (_, role))| (cursor, role)).collect();
        Ok(RoleConnection::new(rows, info, total))
    }
}
