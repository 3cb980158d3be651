//! Trips of a day for staff.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, Result};
use domain::text::{SearchKey, exact_score};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::access::works_with;
use super::types::Trip;
use crate::connection;
use crate::features::network::{Network, TripState, TripView, trip_views};
use crate::features::station::find_target;
use crate::graphql::{Can, Date, Gid, Kind, Page, Permission, app, viewer};
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
}

#[derive(Default)]
pub struct TripStaffQuery;

#[Object]
impl TripStaffQuery {
    /// Staff: trips of a day in order of departure; staff of one carrier get only its trips, staff who are tied to
    /// stations only those that call there.
    #[graphql(guard = "Can(Permission::ViewTrips)", complexity = "20 + first.max(1) as usize * child_complexity / 4")]
    async fn trips(
        &self,
        ctx: &Context<'_>,
        filter: TripFilterInput,
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
        // A day's trips are filtered in memory (names in three languages), a page of them is read as a whole.
        let keys: Vec<(Uuid, chrono::DateTime<chrono::Utc>)> = query
            .clone()
            .select_only()
            .columns([Column::Id, Column::DepartsAt])
            .order_by_asc(Column::DepartsAt)
            .order_by_asc(Column::Id)
            .into_tuple()
            .all(app.db.read())
            .await
            .map_err(Fault::from)?;
        let viewer = viewer(ctx);
        let plain = viewer.only_stations().is_empty()
            && filter.text.as_deref().is_none_or(|text| text.trim().is_empty())
            && filter.station_id.is_none()
            && filter.state.is_none();
        let key = |at: &chrono::DateTime<chrono::Utc>, id: &Uuid| format!("{:020} {id}", at.timestamp_micros());
        let is_after = |at: &chrono::DateTime<chrono::Utc>, id: &Uuid| {
            page.after.as_ref().is_none_or(|after| key(at, id) > *after)
        };
        let (wanted, total): (Vec<Uuid>, Option<i32>) = if plain {
            let rest = keys.iter().filter(|(id, at)| is_after(at, id)).take(page.first + 1);
            (rest.map(|(id, _)| *id).collect(), i32::try_from(keys.len()).ok())
        } else {
            (keys.iter().map(|(id, _)| *id).collect(), None)
        };
        let mut views: Vec<Arc<TripView>> = Vec::with_capacity(wanted.len());
        let mut found = trip_views(app, &wanted).await?;
        views.extend(wanted.iter().filter_map(|id| found.remove(id)));
        let mut total = total;
        if !plain {
            let matches = Matches::new(&network, &filter, app.clock.now())?;
            views.retain(|view| works_with(viewer, view) && matches.view(view));
            total = i32::try_from(views.len()).ok();
            views.retain(|view| is_after(&departs(view), &view.id));
        }
        let (rows, info) = page.cut(views, |view| key(&departs(view), &view.id));
        let rows = rows.into_iter().map(|(cursor, view)| (cursor, Trip::from(view))).collect();
        Ok(TripConnection::new(rows, info, total))
    }
}

fn departs(view: &TripView) -> chrono::DateTime<chrono::Utc> {
    view.calls.first().map(|call| call.departure).unwrap_or_default()
}

struct Matches {
    text: Option<(String, SearchKey)>,
    stops: Option<Vec<u32>>,
    state: Option<TripState>,
    now: chrono::DateTime<chrono::Utc>,
}

impl Matches {
    fn new(network: &Network, filter: &TripFilterInput, now: chrono::DateTime<chrono::Utc>) -> Result<Self> {
        let stops = match &filter.station_id {
            Some(id) => Some(network.stops_of_target(find_target(network, id)?)),
            None => None,
        };
        let text = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty());
        let text = text.map(|text| (text.to_lowercase(), SearchKey::new(text)));
        Ok(Self { text, stops, state: filter.state, now })
    }

    fn view(&self, view: &TripView) -> bool {
        let stops =
            self.stops.as_ref().is_none_or(|stops| view.calls.iter().any(|call| stops.contains(&call.stop.index)));
        stops && self.state.is_none_or(|state| view.state_at(self.now) == state) && self.text(view)
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
