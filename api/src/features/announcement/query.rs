use std::sync::Arc;

use async_graphql::{Context, Enum, ID, Object, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use ::entity::announcement::{Column, Entity, Model};

use crate::features::station::find_target;
use crate::graphql::{By, Can, Gid, Kind, Page, Permission, Sort, SortDirection, app, error, viewer};
use crate::platform::Fault;

use super::types::{Announcement, AnnouncementConnection};

/// Most that a board tells at once.
const TOLD: usize = 10;

/// By what announcements are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum AnnouncementSort {
    /// When it was written.
    Added,
    /// From when on it is told.
    Starts,
    /// Until when it is told.
    Ends,
}

#[derive(Default)]
pub struct AnnouncementQuery;

#[Object]
impl AnnouncementQuery {
    /// What a station, or the stations of a town, tell now; the latest first, at most 10. Empty for an unknown one.
    /// `departuresChanged` tells when to read again.
    #[graphql(complexity = "5 + child_complexity")]
    async fn announcements(&self, ctx: &Context<'_>, station_id: ID) -> Result<Vec<Announcement>> {
        let app = app(ctx);
        let network = app.network.get(app).await?;
        let Ok(target) = find_target(&network, &station_id) else { return Ok(Vec::new()) };
        let mut stations: Vec<Uuid> = network
            .stops_of_target(target)
            .iter()
            .map(|stop| &network.stops[*stop as usize])
            .map(|stop| stop.parent.unwrap_or(stop.id))
            .collect();
        stations.sort_unstable();
        stations.dedup();
        let now = app.clock.now();
        let rows = Entity::find()
            .filter(Column::StopId.is_in(stations))
            .filter(Column::EndsAt.gt(now))
            .filter(Column::StartsAt.lte(now))
            .order_by_desc(Column::StartsAt)
            .order_by_desc(Column::Id);
        let rows = rows.all(app.db.read()).await.map_err(Fault::from)?;
        let rows = rows.into_iter().take(TOLD);
        let told = |row: Model| Some(Announcement { station: Arc::clone(network.stop(row.stop_id)?), row });
        Ok(rows.filter_map(told).collect())
    }

    #[expect(clippy::too_many_arguments, reason = "each is an argument of the field")]
    /// Staff: announcements that are told now or later, or those of the past, by station; the newest
    /// first unless asked otherwise.
    #[graphql(
        guard = "Can(Permission::WriteAnnouncements)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn announcement_list(
        &self,
        ctx: &Context<'_>,
        station_id: Option<ID>,
        #[graphql(default)] past: bool,
        #[graphql(default_with = "AnnouncementSort::Added")] sort: AnnouncementSort,
        #[graphql(default_with = "SortDirection::Desc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<AnnouncementConnection> {
        let app = app(ctx);
        let viewer = viewer(ctx);
        if viewer.only_carrier().is_some() {
            return Err(error::not_found());
        }
        let page = Page::read(first, after.as_deref())?;
        let now = app.clock.now();
        let mut query = Entity::find();
        query = if past { query.filter(Column::EndsAt.lte(now)) } else { query.filter(Column::EndsAt.gt(now)) };
        if let Some(station) = &station_id {
            query = query.filter(Column::StopId.eq(Gid::find(Kind::Stop, station)?));
        }
        if !viewer.only_stations().is_empty() {
            query = query.filter(Column::StopId.is_in(viewer.only_stations().iter().copied()));
        }
        let network = app.network.get(app).await?;
        let by = match sort {
            AnnouncementSort::Added => By::Id,
            AnnouncementSort::Starts => By::Time(Column::StartsAt),
            AnnouncementSort::Ends => By::Time(Column::EndsAt),
        };
        let sort = Sort::new(sort, direction, by, Column::Id);
        let (rows, info) = page.find(query, sort, app.db.read(), |row| row).await?;
        let rows = rows.into_iter().filter_map(|(cursor, row)| {
            let station = Arc::clone(network.stop(row.stop_id)?);
            Some((cursor, Announcement { row, station }))
        });
        Ok(AnnouncementConnection::new(rows.collect(), info, None))
    }
}
