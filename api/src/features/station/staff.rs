use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use ::entity::{place, stop};
use domain::text::alphabetical;

use crate::features::network::{StopKind, has_part, in_language, searched};
use crate::graphql::{Can, Mark, Page, Permission, SortDirection, app, error, viewer};
use crate::platform::Fault;

use super::access::{find_station, sees_station};
use super::record::{MapPoint, PlaceRecord, PlaceRecordConnection, StationRecord, StationRecordConnection};

/// A map shows no more: who wants to see them all looks closer.
const MOST_POINTS: usize = 400;

/// Which stations; everything given has to fit.
#[derive(InputObject, Default)]
pub struct StationFilterInput {
    /// A part of a name, of the town's name or of the code, in any language.
    pub text: Option<String>,
    /// STATION, STOP or BORDER.
    pub kind: Option<StopKind>,
    /// Only those in use, or only those out of use.
    pub active: Option<bool>,
}

/// By what stations are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum StationSort {
    /// Its name in the viewer's language.
    Name,
    /// The town's name in the viewer's language, by name within; those of no town first.
    Town,
    /// Border points, stations, stops; by name within.
    Kind,
    /// Those in use, those out of use; by name within.
    State,
}

#[derive(Default)]
pub struct StationStaffQuery;

#[Object]
impl StationStaffQuery {
    /// Staff: stations, stops and border points that the office knows, without platforms, by name unless asked
    /// otherwise; who is tied to stations gets those.
    #[graphql(
        guard = "Can(Permission::ManageTimetable)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn station_records(
        &self,
        ctx: &Context<'_>,
        filter: Option<StationFilterInput>,
        #[graphql(default_with = "StationSort::Name")] sort: StationSort,
        #[graphql(default_with = "SortDirection::Asc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<StationRecordConnection> {
        use stop::Column;
        let (app, viewer) = (app(ctx), viewer(ctx));
        let page = Page::read(first, after.as_deref())?;
        let filter = filter.unwrap_or_default();
        let mut query = stop::Entity::find().filter(Column::ParentId.is_null()).order_by_asc(Column::Id);
        if let Some(active) = filter.active {
            query = query.filter(Column::Active.eq(active));
        }
        query = match filter.kind {
            Some(StopKind::Station) => query.filter(Column::Kind.eq("STATION")),
            Some(StopKind::Border) => query.filter(Column::Kind.eq("BORDER")),
            Some(StopKind::Stop | StopKind::Platform) => query.filter(Column::Kind.eq("STOP")),
            None => query,
        };
        let network = app.network.get(app).await?;
        // There are thousands at the most: they are sorted and searched as people write.
        let mut rows = query.all(app.db.read()).await.map_err(Fault::from)?;
        rows.retain(|row| sees_station(viewer, row.id));
        if let Some(text) = searched(filter.text.as_deref()) {
            rows.retain(|row| {
                let town = row.place_id.and_then(|id| network.place(id));
                has_part(&row.name, &text)
                    || row.code.to_lowercase().contains(&text)
                    || town.is_some_and(|town| has_part(&town.names, &text))
            });
        }
        let key = |row: &stop::Model| {
            let name = alphabetical(in_language(&row.name, viewer.language));
            let town = || row.place_id.and_then(|id| network.place(id));
            let town =
                || town().map(|town| alphabetical(in_language(&town.names, viewer.language))).unwrap_or_default();
            let key = match sort {
                StationSort::Name => name,
                StationSort::Town => format!("{}\u{1}{name}", town()),
                StationSort::Kind => format!("{}\u{1}{name}", row.kind),
                StationSort::State => format!("{}{name}", u8::from(!row.active)),
            };
            (key, row.id)
        };
        let (rows, info, total) = page.sorted(rows, &Mark::new(sort, direction), key)?;
        let rows = rows.into_iter().map(|(cursor, row)| (cursor, StationRecord(row))).collect();
        Ok(StationRecordConnection::new(rows, info, total))
    }

    /// Staff: one station, stop or border point, with what the office keeps of it.
    #[graphql(guard = "Can(Permission::ManageTimetable)", complexity = "5 + child_complexity")]
    async fn station_record(&self, ctx: &Context<'_>, id: ID) -> Result<StationRecord> {
        Ok(StationRecord(find_station(app(ctx).db.read(), viewer(ctx), &id).await?))
    }

    /// Staff: towns, by name; `text` is a part of it in any language.
    #[graphql(
        guard = "Can(Permission::ManageTimetable)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn place_records(
        &self,
        ctx: &Context<'_>,
        text: Option<String>,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<PlaceRecordConnection> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let page = Page::read(first, after.as_deref())?;
        let query = place::Entity::find().order_by_asc(place::Column::Id);
        let mut rows = query.all(app.db.read()).await.map_err(Fault::from)?;
        if let Some(text) = searched(text.as_deref()) {
            rows.retain(|row| has_part(&row.name, &text));
        }
        let key = |row: &place::Model| (alphabetical(in_language(&row.name, viewer.language)), row.id);
        let (rows, info, total) = page.sorted(rows, &Mark::new("Name", SortDirection::Asc), key)?;
        let rows = rows.into_iter().map(|(cursor, row)| (cursor, PlaceRecord(row))).collect();
        Ok(PlaceRecordConnection::new(rows, info, total))
    }

    /// Staff: towns, and stations, stops and border points in use, within a rectangle of degrees; at most 400, towns
    /// first.
    #[graphql(guard = "Can(Permission::ManageTimetable)", complexity = "20 + 10 * child_complexity")]
    async fn map_points(
        &self,
        ctx: &Context<'_>,
        south: f64,
        west: f64,
        north: f64,
        east: f64,
    ) -> Result<Vec<MapPoint>> {
        if south > north || west > east {
            return Err(error::bad_input("south and west come before north and east"));
        }
        let (app, language) = (app(ctx), viewer(ctx).language);
        let network = app.network.get(app).await?;
        let inside = |latitude: f64, longitude: f64| {
            (south..=north).contains(&latitude)
                && (west..=east).contains(&longitude)
                && (latitude, longitude) != (0.0, 0.0)
        };
        let places = network.places.iter().filter(|place| inside(place.latitude, place.longitude));
        let places = places.map(|place| MapPoint::of_place(place, in_language(&place.names, language)));
        let stops = network.stops.iter().filter(|stop| stop.parent.is_none() && stop.active);
        let stops = stops.filter(|stop| inside(stop.latitude, stop.longitude));
        let stops = stops.map(|stop| MapPoint::of_stop(stop, in_language(&stop.names, language)));
        Ok(places.chain(stops).take(MOST_POINTS).collect())
    }
}
