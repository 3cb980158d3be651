use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use domain::seat_map::SeatMap;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use ::entity::{api_key, pattern, quota, trip};

use crate::app::App;
use crate::features::inventory::{self, SeatMapUnit};
use crate::features::network::{Network, StoredStop, in_language};
use crate::features::partner::Partner;
use crate::features::station::Stop;
use crate::graphql::{Can, Gid, Kind, Permission, app, error, viewer};
use crate::platform::Fault;

use super::access::Subject;
use super::types::{SeatQuota, SeatQuotas};

#[derive(Default)]
pub struct QuotaQuery;

#[Object]
impl QuotaQuery {
    /// Staff: what is kept of a trip or of a departure, and its seats. BAD_INPUT unless one of the two is given.
    #[graphql(guard = "Can(Permission::ManageQuotas)", complexity = "20 + child_complexity")]
    async fn seat_quotas(
        &self,
        ctx: &Context<'_>,
        trip_id: Option<ID>,
        departure_id: Option<ID>,
    ) -> Result<SeatQuotas> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let db = app.db.read();
        let subject = Subject::find(app, db, viewer, trip_id.as_ref(), departure_id.as_ref()).await?;
        let network = app.network.get(app).await?;
        let (trip, series) = match &subject {
            Subject::Trip(view) => (Some(view.id), series_of(db, view.id).await?),
            Subject::Departure { schedule, .. } => (None, schedule.series_id),
        };
        let whose = Condition::any().add(quota::Column::SeriesId.eq(series));
        let whose = trip.into_iter().fold(whose, |whose, trip| whose.add(quota::Column::TripId.eq(trip)));
        let rows = quota::Entity::find().filter(quota::Column::DroppedAt.is_null()).filter(whose);
        let rows = rows.order_by_asc(quota::Column::MadeAt).order_by_asc(quota::Column::Id).all(db).await;
        let partners = api_key::Entity::find().filter(api_key::Column::RevokedAt.is_null());
        let partners = partners.order_by_asc(api_key::Column::Name).limit(200).all(db).await.map_err(Fault::from)?;
        let plan = Plan::of(app, &network, &subject).await?;
        let name = match &subject {
            Subject::Trip(view) => in_language(&view.route.names, viewer.language).to_owned(),
            Subject::Departure { route, .. } => in_language(&route.name, viewer.language).to_owned(),
        };
        Ok(SeatQuotas {
            number: plan.number,
            name,
            quotas: rows.map_err(Fault::from)?.into_iter().map(SeatQuota).collect(),
            units: plan.map.iter().flat_map(|map| map.units()).map(SeatMapUnit::from).collect(),
            open_seating: plan.map.is_none(),
            capacity: plan.capacity,
            stops: plan
                .boarding
                .into_iter()
                .filter_map(|id| network.stop(id))
                .map(|stop| Stop(Arc::clone(stop)))
                .collect(),
            partners: partners.into_iter().map(Partner::from).collect(),
            taken: match &subject {
                Subject::Trip(view) => taken(app, view.id).await?,
                Subject::Departure { .. } => Vec::new(),
            },
            departure_id: Gid::of(Kind::Departure, series),
        })
    }
}

/// The seats that there are, and where one gets on.
pub struct Plan {
    pub number: String,
    /// None where seats have no numbers.
    pub map: Option<Arc<SeatMap>>,
    pub capacity: i32,
    /// Stations and stops in their order, but the last.
    pub boarding: Vec<Uuid>,
}

impl Plan {
    pub async fn of(app: &App, network: &Network, subject: &Subject) -> Result<Self, Fault> {
        let station = |id: Uuid| network.stop(id).map_or(id, |stop| stop.parent.unwrap_or(id));
        match subject {
            Subject::Trip(view) => Ok(Plan {
                number: view.number.clone(),
                map: view.seat_map.clone().filter(|_| view.reserved),
                capacity: view.capacity,
                boarding: view.calls.iter().rev().skip(1).rev().map(|call| station(call.stop.id)).collect(),
            }),
            Subject::Departure { schedule, .. } => {
                let row = pattern::Entity::find_by_id(schedule.pattern_id).one(app.db.read()).await?;
                let stops: Vec<StoredStop> = serde_json::from_str(row.as_ref().map_or("[]", |row| &row.stops))?;
                let map = schedule.seat_map_id.filter(|_| schedule.reserved).and_then(|id| network.seat_map(id));
                Ok(Plan {
                    number: schedule.number.clone(),
                    map: map.map(Arc::clone),
                    capacity: schedule.capacity,
                    boarding: stops.iter().rev().skip(1).rev().map(|stop| station(stop.stop())).collect(),
                })
            }
        }
    }
}

async fn series_of(db: &impl ConnectionTrait, trip: Uuid) -> Result<Uuid> {
    let row = trip::Entity::find_by_id(trip).one(db).await.map_err(Fault::from)?;
    Ok(row.ok_or_else(error::not_found)?.series_id)
}

/// Seats that somebody has or holds on any leg.
async fn taken(app: &App, trip: Uuid) -> Result<Vec<String>, Fault> {
    let Some((view, state)) = inventory::seated(app, trip).await? else { return Ok(Vec::new()) };
    let Some(map) = view.seat_map.as_ref().filter(|_| view.reserved) else { return Ok(Vec::new()) };
    let (now, last) = (app.clock.now(), i32::try_from(view.calls.len()).unwrap_or(0) - 1);
    let free = |seat: u16| state.seat(seat.into(), 0, last, now) == inventory::SeatStatus::Free;
    Ok(map.seats().filter(|(seat, _)| !free(*seat)).map(|(_, seat)| seat.label.clone()).collect())
}
