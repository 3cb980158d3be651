use std::collections::{BTreeSet, HashMap};

use async_graphql::Enum;
use chrono::{DateTime, Utc};
use domain::alarm::{self, Alarm, Watched};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use ::entity::{trip, trip_driver};

use crate::app::App;
use crate::features::network::{TripState, TripView};
use crate::features::permit::Papers;
use crate::platform::Fault;
use crate::platform::rows::MAX_IDS;

use super::figures::Figures;

/// What on a trip asks for a dispatcher's attention.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Alarm")]
pub enum TripAlarm {
    /// Passengers have tickets for a road that is closed.
    RoadClosed,
    /// A paper of the vehicle, a driver or the carrier will have run out on its day.
    PaperExpired,
    /// The vehicle or a driver is on another trip at the same time.
    CrewBusy,
    /// Leaves within three hours, and nobody has said with which vehicle.
    NoVehicle,
    /// Leaves within three hours, and nobody has said who drives.
    NoDriver,
    /// Was reported as boarding, and should have left five minutes ago.
    NotDeparted,
    /// More than an hour late: passengers may give tickets back for all of their price.
    VeryLate,
}

/// By trip; a handful of statements for all of them together.
pub async fn alarms(
    app: &App,
    views: &[&TripView],
    figures: &Figures,
    now: DateTime<Utc>,
) -> Result<HashMap<Uuid, Vec<TripAlarm>>, Fault> {
    let db = app.db.read();
    let papers = papers_of(db, views, figures).await?;
    let others = Others::read(db, views, figures).await?;
    let mut said = HashMap::new();
    for view in views {
        let departs_at = view.calls.first().map(|call| call.departure + view.delay()).unwrap_or_default();
        let watched = Watched {
            departs_at,
            delay: view.delay(),
            boarding: view.state == TripState::Boarding,
            gone: matches!(view.state, TripState::Departed | TripState::Arrived),
            cancelled: view.state == TripState::Cancelled,
            road_closed: view.road_closed,
            sold: figures.sold(view.id) > 0,
            vehicle: view.vehicle.is_some(),
            driver: !figures.drivers(view.id).is_empty(),
            expired: has_ended(&papers, view, figures),
            busy: others.busy(view, figures),
        };
        let raised: Vec<TripAlarm> = alarm::alarms(&watched, now).into_iter().map(TripAlarm::from).collect();
        said.insert(view.id, raised);
    }
    Ok(said)
}

/// Vehicle and drivers of a trip.
fn crew<'a>(view: &TripView, figures: &'a Figures) -> impl Iterator<Item = Uuid> + use<'a> {
    let vehicle = view.vehicle.as_ref().map(|vehicle| vehicle.id);
    vehicle.into_iter().chain(figures.drivers(view.id).iter().map(|driver| driver.id))
}

/// Papers of crews and their carriers.
async fn papers_of(db: &impl ConnectionTrait, views: &[&TripView], figures: &Figures) -> Result<Papers, Fault> {
    Papers::of(db, views.iter().flat_map(|view| crew(view, figures).chain([view.carrier.id]))).await
}

fn has_ended(papers: &Papers, view: &TripView, figures: &Figures) -> bool {
    // A carrier's licence is every vehicle's.
    let carrier = view.vehicle.is_some().then_some(view.carrier.id);
    crew(view, figures).chain(carrier).any(|holder| !papers.ended(holder, view.service_date).is_empty())
}

/// When vehicles and drivers are on which trips, around those that are looked at.
#[derive(Default)]
struct Others(HashMap<Uuid, Vec<Span>>);

/// A trip from its departure to its arrival, with the delay.
type Span = (Uuid, DateTime<Utc>, DateTime<Utc>);

impl Others {
    async fn read(db: &impl ConnectionTrait, views: &[&TripView], figures: &Figures) -> Result<Self, Fault> {
        use trip::Column;
        let spans = views.iter().filter_map(|view| span(view));
        let Some((begins, ends)) = spans.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1))) else {
            return Ok(Self::default());
        };
        let members: BTreeSet<Uuid> = views.iter().flat_map(|view| crew(view, figures)).collect();
        let mut others = Self::default();
        for some in members.into_iter().collect::<Vec<_>>().chunks(MAX_IDS) {
            let at_that_time = || {
                trip::Entity::find()
                    .filter(Column::State.ne("CANCELLED"))
                    .filter(Column::DepartsAt.lt(ends))
                    .filter(Column::ArrivesAt.gt(begins))
            };
            let mut keep = |member: Uuid, row: &trip::Model| {
                let delay = chrono::TimeDelta::minutes(i64::from(row.delay_minutes.max(0)));
                others.0.entry(member).or_default().push((row.id, row.departs_at + delay, row.arrives_at + delay));
            };
            for row in at_that_time().filter(Column::VehicleId.is_in(some.iter().copied())).all(db).await? {
                row.vehicle_id.iter().for_each(|vehicle| keep(*vehicle, &row));
            }
            let driven = trip_driver::Entity::find().filter(trip_driver::Column::DriverId.is_in(some.iter().copied()));
            let driven = driven.find_also_related(trip::Entity);
            let driven = driven
                .filter(Column::State.ne("CANCELLED"))
                .filter(Column::DepartsAt.lt(ends))
                .filter(Column::ArrivesAt.gt(begins));
            for (one, row) in driven.all(db).await? {
                row.iter().for_each(|row| keep(one.driver_id, row));
            }
        }
        Ok(others)
    }

    fn busy(&self, view: &TripView, figures: &Figures) -> bool {
        let Some((begins, ends)) = span(view) else { return false };
        crew(view, figures).any(|member| {
            let theirs = self.0.get(&member).into_iter().flatten();
            theirs.into_iter().any(|(trip, departs, arrives)| *trip != view.id && *departs < ends && *arrives > begins)
        })
    }
}

fn span(view: &TripView) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let (first, last) = (view.calls.first()?, view.calls.last()?);
    Some((first.departure + view.delay(), last.arrival + view.delay()))
}
