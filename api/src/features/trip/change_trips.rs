use std::sync::Arc;

use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject, Union, Value};
use uuid::Uuid;

use crate::app::App;
use crate::features::network::{TripState, TripView};
use crate::graphql::{Can, Form, Gid, InvalidInput, Kind, Permission, Viewer, app, viewer};
use crate::i18n::t;
use crate::platform::Fault;

use super::access::own_trip;
use super::cancel_trip::cancel;
use super::change::ChangeTripResult;
use super::delay_trip::{MOST_MINUTES, delay};
use super::set_platform::set_platform;
use super::set_trip_sale::set_sale;
use super::types::Trip;

/// Trips of one request.
pub const MOST_TRIPS: usize = 200;

/// What is done with each of the trips.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum TripsAction {
    /// As `delayTrip`, with `minutes`.
    Delay,
    /// As `cancelTrip`: it cannot be undone.
    Cancel,
    /// As `setTripSale`.
    CloseSale,
    OpenSale,
    /// As `setPlatform`, at `stationId`.
    SetPlatform,
}

#[derive(InputObject)]
pub struct ChangeTripsInput {
    /// At most 200; a trip that is named twice is changed once.
    pub trip_ids: Vec<ID>,
    pub action: TripsAction,
    /// With DELAY: later than planned, 0 for on time after all; at most 1440.
    pub minutes: Option<i32>,
    /// With SET_PLATFORM: where; trips that do not call there are rejected.
    pub station_id: Option<ID>,
    /// With SET_PLATFORM: what is written on the platform's sign; null: as planned.
    pub platform: Option<String>,
    /// Tell everybody whom a delay or another platform concerns by mail and SMS. A cancellation is always told.
    #[graphql(default = true)]
    pub notify: bool,
}

/// How it went with a trip.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum TripOutcomeKind {
    Done,
    /// It was so already: nobody was told anything again.
    Unchanged,
    /// It stays as it was.
    Rejected,
}

/// What has become of one of the trips.
#[derive(SimpleObject)]
pub struct TripOutcome {
    pub trip_id: ID,
    /// As it is now; null for one that is not there or is somebody else's.
    pub trip: Option<Trip>,
    pub kind: TripOutcomeKind,
    /// Why it was rejected, for programs: TRIP_OVER, NO_SUCH_CALL, NOT_FOUND, …
    pub code: Option<String>,
    /// Why it was rejected, for people.
    pub message: Option<String>,
    /// Mails and SMS to passengers that were written.
    pub messages: i32,
    /// Orders whose tickets are being returned.
    pub orders_returned: i32,
}

/// What has become of the trips.
#[derive(SimpleObject)]
pub struct TripsChanged {
    /// In the order in which they were named.
    pub outcomes: Vec<TripOutcome>,
}

#[derive(Union)]
pub enum ChangeTripsResult {
    Changed(TripsChanged),
    InvalidInput(InvalidInput),
}

/// The action with what it needs.
enum Act {
    Delay { minutes: i32, notify: bool },
    Cancel,
    Sale { closed: bool },
    Platform { station: Uuid, sign: Option<String>, notify: bool },
}

#[derive(Default)]
pub struct ChangeTrips;

#[Object]
impl ChangeTrips {
    /// Staff: does the same with many trips, one after the other, each as if it were done alone: what cannot be done with
    /// one is told and does not touch the others. Goes on to the end though its asker leaves; sent again, it leaves alone
    /// what is done. See `tripsConsequences` before.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "200 + child_complexity")]
    async fn change_trips(&self, ctx: &Context<'_>, input: ChangeTripsInput) -> Result<ChangeTripsResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let mut form = Form::new(viewer.language);
        if input.trip_ids.is_empty() {
            form.wrong("tripIds", "REQUIRED");
        }
        if input.trip_ids.len() > MOST_TRIPS {
            form.wrong("tripIds", "TOO_MANY_TRIPS");
        }
        let act = read(&mut form, &input);
        if let Some(problem) = form.problem() {
            return Ok(ChangeTripsResult::InvalidInput(problem));
        }
        let Some(act) = act else { return Err(Fault::new("an action without what it needs").into()) };
        let mut named: Vec<ID> = Vec::with_capacity(input.trip_ids.len());
        for id in input.trip_ids {
            if !named.contains(&id) {
                named.push(id);
            }
        }
        let (app, viewer) = (app.clone(), viewer.clone());
        // Apart from the request, which ends when its asker closes the page.
        let work = tokio::spawn(async move {
            let mut outcomes = Vec::with_capacity(named.len());
            for id in named {
                outcomes.push(one(&app, &viewer, id, &act).await);
            }
            outcomes
        });
        Ok(ChangeTripsResult::Changed(TripsChanged { outcomes: work.await.map_err(Fault::from)? }))
    }
}

fn read(form: &mut Form, input: &ChangeTripsInput) -> Option<Act> {
    Some(match input.action {
        TripsAction::Cancel => Act::Cancel,
        TripsAction::CloseSale => Act::Sale { closed: true },
        TripsAction::OpenSale => Act::Sale { closed: false },
        TripsAction::Delay => {
            let Some(minutes) = input.minutes else {
                form.wrong("minutes", "REQUIRED");
                return None;
            };
            if !(0..=MOST_MINUTES).contains(&minutes) {
                form.wrong("minutes", "DELAY_RANGE");
            }
            Act::Delay { minutes, notify: input.notify }
        }
        TripsAction::SetPlatform => {
            let station = input.station_id.as_ref().and_then(|id| Gid::read(Kind::Stop, id));
            let Some(station) = station else {
                form.wrong("stationId", "REQUIRED");
                return None;
            };
            let sign = input.platform.as_deref().map(str::trim).filter(|sign| !sign.is_empty()).map(str::to_owned);
            Act::Platform { station, sign, notify: input.notify }
        }
    })
}

/// With one trip; a failure of ours is this trip's alone.
async fn one(app: &App, viewer: &Viewer, id: ID, act: &Act) -> TripOutcome {
    let rejected = |trip, code: &str, message: String| TripOutcome {
        trip_id: id.clone(),
        trip,
        kind: TripOutcomeKind::Rejected,
        code: Some(code.to_owned()),
        message: Some(message),
        messages: 0,
        orders_returned: 0,
    };
    let told = |code: &str| t(viewer.language, &format!("field.{code}"), &[]);
    let done = async {
        let view = own_trip(app, viewer, Gid::find(Kind::Trip, &id)?).await?;
        if is_so(&view, act) {
            return Ok((view, None));
        }
        let result = match act {
            Act::Delay { minutes, notify } => delay(app, viewer, &view, *minutes, *notify).await?,
            Act::Cancel => cancel(app, viewer, &view).await?,
            Act::Sale { closed } => set_sale(app, viewer, &view, *closed).await?,
            Act::Platform { station, sign, notify } => match call_at(&view, *station) {
                Some(call) => set_platform(app, viewer, &view, call, sign.clone(), *notify).await?,
                None => ChangeTripResult::InvalidInput(InvalidInput::one(viewer.language, "call", "NO_SUCH_CALL")),
            },
        };
        Ok::<_, async_graphql::Error>((view, Some(result)))
    };
    match done.await {
        Ok((view, None)) => TripOutcome {
            trip_id: id,
            trip: Some(Trip::from(view)),
            kind: TripOutcomeKind::Unchanged,
            code: None,
            message: None,
            messages: 0,
            orders_returned: 0,
        },
        Ok((_, Some(ChangeTripResult::Changed(changed)))) => TripOutcome {
            trip_id: id,
            trip: Some(changed.trip),
            kind: TripOutcomeKind::Done,
            code: None,
            message: None,
            messages: changed.messages,
            orders_returned: changed.orders_returned,
        },
        Ok((view, Some(ChangeTripResult::InvalidInput(problem)))) => {
            let field = problem.fields.into_iter().next();
            let (code, message) = field.map_or((problem.code, problem.message), |field| (field.code, field.message));
            rejected(Some(Trip::from(view)), &code, message)
        }
        Err(error) => match error.extensions.as_ref().and_then(|extensions| extensions.get("code")) {
            Some(Value::String(code)) if code == "NOT_FOUND" => rejected(None, code, told("NO_SUCH_TRIP")),
            _ => {
                tracing::error!(error = error.message, trip = id.as_str(), "one of many trips could not be changed");
                rejected(None, "INTERNAL", told("NOT_DONE"))
            }
        },
    }
}

/// Whether the trip is as the action would make it.
fn is_so(view: &Arc<TripView>, act: &Act) -> bool {
    match act {
        Act::Delay { minutes, .. } => view.delay_minutes == *minutes,
        Act::Cancel => view.state == TripState::Cancelled,
        Act::Sale { closed } => view.sale_closed == *closed,
        Act::Platform { station, sign, .. } => {
            let call = call_at(view, *station).and_then(|n| view.call(n));
            call.is_some_and(|call| call.platform == sign.clone().or_else(|| call.stop.platform.clone()))
        }
    }
}

/// The first call at a station.
pub fn call_at(view: &TripView, station: Uuid) -> Option<i32> {
    let found = view.calls.iter().position(|call| call.stop.id == station || call.stop.parent == Some(station));
    found.and_then(|n| i32::try_from(n).ok())
}
