use async_graphql::{Context, Enum, ID, Object, Result};
use domain::layout::print_layouts;
use domain::text::alphabetical;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use ::entity::{layout, layout_version};

use crate::features::network::{in_language, layout_of};
use crate::graphql::{Can, Gid, Kind, Mark, Page, Permission, SortDirection, app, error, viewer};
use crate::platform::Fault;

use super::types::{Layout, LayoutConnection, LayoutVersion};

/// By what layouts are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum LayoutSort {
    Code,
    /// In the viewer's language.
    Name,
    VehicleClass,
    Seats,
    /// By how many lines and vehicles have it.
    Uses,
    /// By how often it was saved.
    Version,
}

#[derive(Default)]
pub struct LayoutQuery;

#[Object]
impl LayoutQuery {
    /// Staff: all layouts by code, with what uses them; those in the archive only when asked for.
    #[graphql(guard = "Can(Permission::ManageFleet)", complexity = "10 + 10 * child_complexity")]
    async fn layouts(&self, ctx: &Context<'_>, #[graphql(default)] archived: bool) -> Result<Vec<Layout>> {
        let mut rows = layout::Entity::find().order_by_asc(layout::Column::Code).order_by_asc(layout::Column::Feed);
        if !archived {
            rows = rows.filter(layout::Column::ArchivedAt.is_null());
        }
        let db = app(ctx).db.read();
        Ok(Layout::with_uses(db, rows.all(db).await.map_err(Fault::from)?).await?)
    }

    /// Staff: layouts with what uses them, by name unless asked otherwise; those in the archive only when asked for.
    #[graphql(guard = "Can(Permission::ManageFleet)", complexity = "10 + first.max(1) as usize * child_complexity / 4")]
    async fn layout_records(
        &self,
        ctx: &Context<'_>,
        #[graphql(default, desc = "With those in the archive.")] archived: bool,
        #[graphql(default_with = "LayoutSort::Name")] sort: LayoutSort,
        #[graphql(default_with = "SortDirection::Asc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<LayoutConnection> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let page = Page::read(first, after.as_deref())?;
        let mut query = layout::Entity::find();
        if !archived {
            query = query.filter(layout::Column::ArchivedAt.is_null());
        }
        let rows = query.all(app.db.read()).await.map_err(Fault::from)?;
        let rows = Layout::with_uses(app.db.read(), rows).await?;
        // There are hundreds at the most: they are sorted as people write.
        let key = |layout: &Layout| {
            let row = &layout.row;
            let name = alphabetical(in_language(&row.name, viewer.language));
            let key = match sort {
                LayoutSort::Name => name,
                LayoutSort::Code => row.code.to_lowercase(),
                LayoutSort::VehicleClass => format!("{}\u{1}{name}", row.vehicle_class),
                LayoutSort::Seats => format!("{:010}", row.seat_count),
                LayoutSort::Uses => format!("{:010}", layout.route_count + layout.vehicle_count),
                LayoutSort::Version => format!("{:010}", row.version),
            };
            (key, row.id)
        };
        let (rows, info, total) = page.sorted(rows, &Mark::new(sort, direction), key)?;
        Ok(LayoutConnection::new(rows, info, total))
    }

    /// Staff: one layout; NOT_FOUND where there is none.
    #[graphql(guard = "Can(Permission::ManageFleet)", complexity = "5 + child_complexity")]
    async fn layout(&self, ctx: &Context<'_>, id: ID) -> Result<Layout> {
        let app = app(ctx);
        let row = layout::Entity::find_by_id(Gid::find(Kind::Layout, &id)?).one(app.db.read()).await;
        Ok(Layout::one(app, row.map_err(Fault::from)?.ok_or_else(error::not_found)?).await?)
    }

    /// Staff: every version of a layout, the newest first.
    #[graphql(guard = "Can(Permission::ManageFleet)", complexity = "10 + 10 * child_complexity")]
    async fn layout_versions(&self, ctx: &Context<'_>, id: ID) -> Result<Vec<LayoutVersion>> {
        let db = app(ctx).db.read();
        let row = layout::Entity::find_by_id(Gid::find(Kind::Layout, &id)?).one(db).await.map_err(Fault::from)?;
        let row = row.ok_or_else(error::not_found)?;
        let versions = layout_version::Entity::find()
            .filter(layout_version::Column::LayoutId.eq(row.id))
            .order_by_desc(layout_version::Column::Version)
            .all(db)
            .await
            .map_err(Fault::from)?;
        Ok(versions.into_iter().map(|version| LayoutVersion::new(&row.code, version)).collect::<Result<_, _>>()?)
    }

    /// Staff: the text of a JSON file with these layouts, or with all that are not in the archive; `importLayouts` takes
    /// it, and an import of a timetable takes it as `seat_layouts.json`.
    #[graphql(guard = "Can(Permission::ManageFleet)", complexity = "20")]
    async fn layout_file(&self, ctx: &Context<'_>, ids: Option<Vec<ID>>) -> Result<String> {
        let mut rows = layout::Entity::find().order_by_asc(layout::Column::Code).order_by_asc(layout::Column::Feed);
        rows = match &ids {
            Some(ids) => {
                let ids: Vec<_> = ids.iter().map(|id| Gid::find(Kind::Layout, id)).collect::<Result<_>>()?;
                rows.filter(layout::Column::Id.is_in(ids))
            }
            None => rows.filter(layout::Column::ArchivedAt.is_null()),
        };
        let rows = rows.all(app(ctx).db.read()).await.map_err(Fault::from)?;
        let plans: Vec<_> = rows.iter().map(layout_of).collect::<Result<_, Fault>>()?;
        Ok(print_layouts(&plans))
    }
}
