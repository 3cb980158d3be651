//! Trips of a day for staff.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use chrono::{DateTime, Utc};
use domain::text::{SearchKey, alphabetical, counted, exact_score};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::access::works_with;
use super::types::Trip;
use crate::connection;
use crate::features::network::{Network, TripState, TripView, in_language, trip_views};
use crate::features::station::find_target;
use crate::graphql::{Can, Date, Gid, Kind, Mark, Page, Permission, SortDirection, app, viewer};
use crate::platform::Fault;

connection!(Trip, TripConnection, TripEdge);

/// Which trips of a day.
#[derive(InputObject)]
pub struct TripFilterInput {
    /// Date of departure from the first stop, in the zone of the carrier's timetable.
    pub date: Date,
    /// Number, route or a stop's name, in any language.
    pub text: Option<String>,
    /// Trips that call at this station or town.
    pub station_id: Option<ID>,
    pub carrier_id: Option<ID>,
    /// As passengers see it now.
    pub state: Option<TripState>,
    /// Only those that are late, or only those that are not.
    pub late: Option<bool>,
}

/// By what the trips of a day are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum TripSort {
    /// From the first stop; with `stationId`, from there.
    Departure,
    /// Its number as people count: 9 before 10, by departure within.
    Number,
    /// The first and the last stop in the viewer's language, by departure within.
    Direction,
    /// The carrier's name in the viewer's language, by departure within.
    Carrier,
    /// In the order of a trip: scheduled, boarding, departed, arrived, cancelled; by departure within.
    State,
}

#[derive(Default)]
pub struct TripStaffQuery;

#[Object]
impl TripStaffQuery {
    /// Staff: trips of a day, in order of departure unless asked otherwise; staff of one carrier get only its trips, staff who are tied to
    /// stations only those that call there.
    #[graphql(guard = "Can(Permission::ViewTrips)", complexity = "20 + first.max(1) as usize * child_complexity / 4")]
    async fn trips(
        &self,
        ctx: &Context<'_>,
        filter: TripFilterInput,
        #[graphql(default_with = "TripSort::Departure")] sort: TripSort,
        #[graphql(default_with = "SortDirection::Asc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<TripConnection> {
        use ::entity::trip::{Column, Entity};
        let app = app(ctx);
        let page = Page::read(first, after.as_deref())?;
        let network = app.network.get(app).await?;
        let mut query = Entity::find().filter(Column::ServiceDate.eq(filter.date.0));
        let mut carriers = Vec::new();
        if let Some(id) = &filter.carrier_id {
            carriers.push(Gid::find(Kind::Carrier, id)?);
        }
        carriers.extend(viewer(ctx).only_carrier());
        for carrier in carriers {
            query = query.filter(Column::CarrierId.eq(carrier));
        }
        // A day's trips are filtered and sorted in memory (names in three languages), a page of them is read as a whole.
        let keys: Vec<(Uuid, DateTime<Utc>)> = query
            .select_only()
            .columns([Column::Id, Column::DepartsAt])
            .into_tuple()
            .all(app.db.read())
            .await
            .map_err(Fault::from)?;
        let viewer = viewer(ctx);
        let plain = viewer.only_stations().is_empty()
            && filter.text.as_deref().is_none_or(|text| text.trim().is_empty())
            && filter.station_id.is_none()
            && filter.state.is_none()
            && filter.late.is_none()
            && sort == TripSort::Departure;
        let mark = Mark::new(sort, direction);
        if plain {
            let (rows, info, total) = page.sorted(keys, &mark, |(id, at)| (instant(*at), *id))?;
            let ids: Vec<Uuid> = rows.iter().map(|(_, (id, _))| *id).collect();
            let mut found = trip_views(app, &ids).await?;
            let rows = rows.into_iter().filter_map(|(cursor, (id, _))| Some((cursor, Trip::from(found.remove(&id)?))));
            return Ok(TripConnection::new(rows.collect(), info, total));
        }
        let ids: Vec<Uuid> = keys.into_iter().map(|(id, _)| id).collect();
        let now = app.clock.now();
        let matches = Matches::new(&network, &filter, now)?;
        let views = trip_views(app, &ids).await?;
        let views: Vec<Arc<TripView>> =
            views.into_values().filter(|view| works_with(viewer, view) && matches.view(view)).collect();
        let key = |view: &Arc<TripView>| {
            let departs = instant(matches.departs(view));
            let name = |names| alphabetical(in_language(names, viewer.language));
            let ends = || view.calls.first().zip(view.calls.last());
            let key = match sort {
                TripSort::Departure => String::new(),
                TripSort::Number => counted(&view.number),
                TripSort::Direction => ends()
                    .map(|(first, last)| format!("{} {}", name(&first.stop.names), name(&last.stop.names)))
                    .unwrap_or_default(),
                TripSort::Carrier => name(&view.carrier.names),
                TripSort::State => (view.state_at(now) as u8).to_string(),
            };
            (format!("{key}\u{1}{departs}"), view.id)
        };
        let (rows, info, total) = page.sorted(views, &mark, key)?;
        let rows = rows.into_iter().map(|(cursor, view)| (cursor, Trip::from(view))).collect();
        Ok(TripConnection::new(rows, info, total))
    }
}

/// For sorting as text.
fn instant(at: DateTime<Utc>) -> String {
    format!("{:020}", at.timestamp_micros())
}

struct Matches {
    text: Option<(String, SearchKey)>,
    stops: Option<Vec<u32>>,
    state: Option<TripState>,
    late: Option<bool>,
    now: DateTime<Utc>,
}

impl Matches {
    fn new(network: &Network, filter: &TripFilterInput, now: DateTime<Utc>) -> Result<Self> {
        let stops = match &filter.station_id {
            Some(id) => Some(network.stops_of_target(find_target(network, id)?)),
            None => None,
        };
        let text = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty());
        let text = text.map(|text| (text.to_lowercase(), SearchKey::new(text)));
        Ok(Self { text, stops, state: filter.state, late: filter.late, now })
    }

    fn view(&self, view: &TripView) -> bool {
        let stops =
            self.stops.as_ref().is_none_or(|stops| view.calls.iter().any(|call| stops.contains(&call.stop.index)));
        let late = view.state != TripState::Cancelled && view.delay_minutes > 0;
        stops
            && self.late.is_none_or(|wanted| wanted == late)
            && self.state.is_none_or(|state| view.state_at(self.now) == state)
            && self.text(view)
    }

    /// From the station that was asked for, otherwise from the first stop.
    fn departs(&self, view: &TripView) -> DateTime<Utc> {
        let there = |stops: &Vec<u32>| view.calls.iter().find(|call| stops.contains(&call.stop.index));
        let call = self.stops.as_ref().and_then(there).or_else(|| view.calls.first());
        call.map(|call| call.departure).unwrap_or_default()
    }

    fn text(&self, view: &TripView) -> bool {
        let Some((text, key)) = &self.text else { return true };
        let codes = [&view.number, &view.route.number, &view.route.code];
        let named = |names: &::entity::Names| {
            [&names.ru, &names.ky, &names.en].iter().any(|name| exact_score(key, &SearchKey::new(name)).is_some())
        };
        codes.iter().any(|code| code.to_lowercase().starts_with(text))
            || named(&view.route.names)
            || named(&view.destination)
            || view.calls.iter().any(|call| named(&call.stop.names))
    }
}
