use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

use ::entity::{desk, shift};

use crate::features::site::{day_begins, day_ends};
use crate::graphql::{By, Can, Date, Gid, Kind, Page, Permission, Sort, SortDirection, StaffSession, app, viewer};

use super::access::{open_shift_of, seen_shift};
use super::paper::{ShiftReport, report};
use super::types::{Shift, ShiftConnection};

/// Which shifts; everything given has to fit.
#[derive(InputObject, Default)]
pub struct ShiftFilterInput {
    pub desk_id: Option<ID>,
    pub cashier_id: Option<ID>,
    /// Only open ones, or only closed ones.
    pub open: Option<bool>,
    /// Opened on this day or later, by the home station's clock.
    pub from: Option<Date>,
    /// Opened on this day or before.
    pub to: Option<Date>,
}

/// By what shifts are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum ShiftSort {
    Opened,
    /// Open ones after all others.
    Closed,
}

#[derive(Default)]
pub struct ShiftQuery;

#[Object]
impl ShiftQuery {
    /// Staff: one's own open shift; null without one.
    #[graphql(guard = "StaffSession", complexity = "5 + child_complexity")]
    async fn my_shift(&self, ctx: &Context<'_>) -> Result<Option<Shift>> {
        let Some(cashier) = viewer(ctx).account_id() else { return Ok(None) };
        Ok(open_shift_of(app(ctx).db.read(), cashier).await?.map(Shift))
    }

    /// Staff: one shift: one's own, or anybody's with the right to view shifts. NOT_FOUND otherwise.
    #[graphql(guard = "StaffSession", complexity = "5 + child_complexity")]
    async fn shift(&self, ctx: &Context<'_>, id: ID) -> Result<Shift> {
        Ok(Shift(seen_shift(app(ctx), viewer(ctx), &id).await?))
    }

    /// Staff: the X report of an open shift, or the Z report of a closed one, as a PDF in the viewer's language; of one's own
    /// shift, or anybody's with the right to view shifts. NOT_FOUND otherwise.
    #[graphql(guard = "StaffSession", complexity = "50 + child_complexity")]
    async fn shift_report(&self, ctx: &Context<'_>, id: ID) -> Result<ShiftReport> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let row = seen_shift(app, viewer, &id).await?;
        Ok(report(app, &row, viewer.language).await?)
    }

    /// Staff: shifts of the desks where the viewer works, the latest first unless asked otherwise.
    #[graphql(guard = "Can(Permission::ViewShifts)", complexity = "10 + first.max(1) as usize * child_complexity / 4")]
    async fn shifts(
        &self,
        ctx: &Context<'_>,
        filter: Option<ShiftFilterInput>,
        #[graphql(default_with = "ShiftSort::Opened")] sort: ShiftSort,
        #[graphql(default_with = "SortDirection::Desc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<ShiftConnection> {
        use shift::Column;
        let page = Page::read(first, after.as_deref())?;
        let filter = filter.unwrap_or_default();
        let of = |kind, id: Option<ID>| id.map(|id| Gid::find(kind, &id)).transpose();
        let stations = viewer(ctx).only_stations();
        let here = desk::Entity::find().select_only().column(desk::Column::Id);
        let here = here.filter(desk::Column::StopId.is_in(stations.iter().copied())).into_query();
        let rows = shift::Entity::find()
            .apply_if((!stations.is_empty()).then_some(here), |rows, here| {
                rows.filter(Column::DeskId.in_subquery(here))
            })
            .apply_if(of(Kind::Desk, filter.desk_id)?, |rows, id| rows.filter(Column::DeskId.eq(id)))
            .apply_if(of(Kind::Account, filter.cashier_id)?, |rows, id| rows.filter(Column::AccountId.eq(id)))
            .apply_if(filter.open, |rows, open| {
                rows.filter(if open { Column::ClosedAt.is_null() } else { Column::ClosedAt.is_not_null() })
            })
            .apply_if(filter.from, |rows, from| rows.filter(Column::OpenedAt.gte(day_begins(from.0))))
            .apply_if(filter.to, |rows, to| rows.filter(Column::OpenedAt.lt(day_ends(to.0))));
        let by = match sort {
            ShiftSort::Opened => By::Time(Column::OpenedAt),
            ShiftSort::Closed => By::Time(Column::ClosedAt),
        };
        let sort = Sort::new(sort, direction, by, Column::Id);
        let (nodes, info) = page.find(rows, sort, app(ctx).db.read(), Shift).await?;
        Ok(ShiftConnection::new(nodes, info, None))
    }
}
