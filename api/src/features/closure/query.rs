use async_graphql::{Context, Enum, ID, Object, Result, Union};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

use ::entity::closure::{Column, Entity};

use crate::features::network::ClosedSection;
use crate::graphql::{By, Can, InvalidInput, Page, Permission, Sort, SortDirection, app, viewer};

use super::access::{find_closure, runs_network};
use super::impact::{ClosureImpact, impact, stopped};
use super::save_closure::{ClosedSectionInput, section_of};
use super::tickets::{ClosureTicketConnection, ClosureTicketSort, tickets};
use super::types::{Closure, ClosureConnection};

/// What a closure would touch, or what is wrong with it.
#[derive(Union)]
pub enum ClosureImpactResult {
    Impact(ClosureImpact),
    InvalidInput(InvalidInput),
}

/// By what closed sections are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum ClosureSort {
    /// When it closes.
    Starts,
    /// When it opens; those without an end after all others.
    Ends,
}

#[derive(Default)]
pub struct ClosureQuery;

#[Object]
impl ClosureQuery {
    /// Staff: closed sections of road, those of now and later, or those of the past; the latest
    /// first unless asked otherwise.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "10 + first.max(1) as usize * child_complexity / 4")]
    async fn closures(
        &self,
        ctx: &Context<'_>,
        #[graphql(default)] past: bool,
        #[graphql(default_with = "ClosureSort::Starts")] sort: ClosureSort,
        #[graphql(default_with = "SortDirection::Desc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<ClosureConnection> {
        let app = app(ctx);
        runs_network(viewer(ctx))?;
        let page = Page::read(first, after.as_deref())?;
        let over = Condition::any().add(Column::LiftedAt.is_not_null()).add(Column::EndsAt.lte(app.clock.now()));
        let stands = Condition::all()
            .add(Column::LiftedAt.is_null())
            .add(Condition::any().add(Column::EndsAt.is_null()).add(Column::EndsAt.gt(app.clock.now())));
        let query = Entity::find().filter(if past { over } else { stands });
        let by = match sort {
            ClosureSort::Starts => By::Time(Column::StartsAt),
            ClosureSort::Ends => By::Time(Column::EndsAt),
        };
        let sort = Sort::new(sort, direction, by, Column::Id);
        let (nodes, info) = page.find(query, sort, app.db.read(), Closure).await?;
        Ok(ClosureConnection::new(nodes, info, None))
    }

    /// Staff: one closed section of road.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "5 + child_complexity")]
    async fn closure(&self, ctx: &Context<'_>, id: ID) -> Result<Closure> {
        runs_network(viewer(ctx))?;
        Ok(Closure(find_closure(app(ctx).db.read(), &id).await?))
    }

    /// Staff: what a section would touch if it were closed: before `saveClosure`.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "200 + child_complexity")]
    async fn closure_impact(&self, ctx: &Context<'_>, section: ClosedSectionInput) -> Result<ClosureImpactResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        runs_network(viewer)?;
        let network = app.network.get(app).await?;
        let row = match section_of(viewer.language, &network, &section, app.clock.now()) {
            Ok(row) => row,
            Err(problem) => return Ok(ClosureImpactResult::InvalidInput(problem)),
        };
        let trips = match ClosedSection::of(&network, &row) {
            Some(section) => stopped(app, &network, &section).await?,
            None => Vec::new(),
        };
        Ok(ClosureImpactResult::Impact(impact(app, &trips).await?))
    }

    /// Staff: everybody with a ticket, or a seat that is being paid, for the trips that a closure stops, by departure unless
    /// asked otherwise. Each reading is in the audit log.
    #[graphql(
        guard = "Can(Permission::ViewPassengers)",
        complexity = "200 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn closure_tickets(
        &self,
        ctx: &Context<'_>,
        id: ID,
        #[graphql(default_with = "ClosureTicketSort::Departure")] sort: ClosureTicketSort,
        #[graphql(default_with = "SortDirection::Asc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<ClosureTicketConnection> {
        tickets(ctx, &id, (sort, direction), (first, after.as_deref())).await
    }
}
