use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use domain::registry::DifferenceKind;
use domain::terminal;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};

use ::entity::{gateway, registry, registry_difference, terminal_network};

use crate::graphql::{By, Can, Gid, Kind, Page, Permission, Sort, SortDirection, app};
use crate::platform::Fault;

use super::load::columns_of;
use super::types::{
    Registry, RegistryConnection, RegistryDifference, RegistryDifferenceConnection, RegistryDifferenceKind,
    RegistryDifferenceState, RegistryFormat,
};

/// By what files are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum RegistrySort {
    /// When it was loaded.
    Loaded,
    /// The first day of its period.
    From,
    /// How many differences nobody has settled.
    Open,
}

/// By what differences are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum RegistryDifferenceSort {
    /// As they were found: by file, then by line.
    Found,
}

/// Which differences; everything given has to fit.
#[derive(InputObject, Default)]
pub struct RegistryDifferenceFilterInput {
    /// Of one file.
    pub registry_id: Option<ID>,
    pub kind: Option<RegistryDifferenceKind>,
    pub state: Option<RegistryDifferenceState>,
}

#[derive(Default)]
pub struct RegistryQuery;

#[Object]
impl RegistryQuery {
    /// Staff: files of gateways and of terminals' networks, the newest first unless asked otherwise. They are loaded by
    /// `POST /registries/{method}?from=…&to=…&name=…` with a staff session.
    #[graphql(
        guard = "Can(Permission::ManageGateways)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn registries(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "RegistrySort::Loaded")] sort: RegistrySort,
        #[graphql(default_with = "SortDirection::Desc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<RegistryConnection> {
        use registry::Column;
        let page = Page::read(first, after.as_deref())?;
        let by = match sort {
            RegistrySort::Loaded => By::Time(Column::LoadedAt),
            RegistrySort::From => By::Date(Column::FirstDay),
            RegistrySort::Open => By::Number(Column::Open),
        };
        let sort = Sort::new(sort, direction, by, Column::Id);
        let (nodes, info) = page.find(registry::Entity::find(), sort, app(ctx).db.read(), Registry).await?;
        Ok(RegistryConnection::new(nodes, info, None))
    }

    /// Staff: what files say otherwise than we do.
    #[graphql(
        guard = "Can(Permission::ManageGateways)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn registry_differences(
        &self,
        ctx: &Context<'_>,
        filter: Option<RegistryDifferenceFilterInput>,
        #[graphql(default_with = "RegistryDifferenceSort::Found")] sort: RegistryDifferenceSort,
        #[graphql(default_with = "SortDirection::Asc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<RegistryDifferenceConnection> {
        use registry_difference::Column;
        let page = Page::read(first, after.as_deref())?;
        let filter = filter.unwrap_or_default();
        let mut all = Condition::all();
        if let Some(id) = &filter.registry_id {
            all = all.add(Column::RegistryId.eq(Gid::find(Kind::Registry, id)?));
        }
        if let Some(kind) = filter.kind {
            all = all.add(Column::Kind.eq(DifferenceKind::from(kind).code()));
        }
        if let Some(state) = filter.state {
            all = all.add(Column::State.eq(state.code()));
        }
        let RegistryDifferenceSort::Found = sort;
        let sort = Sort::new(sort, direction, By::Id, Column::Id);
        let list = registry_difference::Entity::find().filter(all);
        let (nodes, info) = page.find(list, sort, app(ctx).db.read(), RegistryDifference).await?;
        Ok(RegistryDifferenceConnection::new(nodes, info, None))
    }

    /// Staff: how the files of each gateway and network of terminals are read.
    #[graphql(guard = "Can(Permission::ManageGateways)", complexity = "20 + child_complexity * 10")]
    async fn registry_formats(&self, ctx: &Context<'_>) -> Result<Vec<RegistryFormat>> {
        let app = app(ctx);
        let db = app.db.read();
        let gateways =
            gateway::Entity::find().order_by_asc(gateway::Column::Position).all(db).await.map_err(Fault::from)?;
        let networks = terminal_network::Entity::find().order_by_asc(terminal_network::Column::Code);
        let networks = networks.all(db).await.map_err(Fault::from)?;
        let methods = gateways.into_iter().map(|row| row.code);
        let methods: Vec<String> = methods.chain(networks.iter().map(|row| terminal::method(&row.code))).collect();
        let mut formats = Vec::new();
        for method in methods {
            let (columns, version) = columns_of(app, &method).await?;
            formats.push(RegistryFormat { method, columns: columns.into(), version });
        }
        Ok(formats)
    }
}
