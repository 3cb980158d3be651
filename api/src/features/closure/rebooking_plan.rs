use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use uuid::Uuid;

use ::entity::closure;

use crate::app::App;
use crate::features::network::{ClosedSection, TripState, TripView, trip_views};
use crate::features::rebooking::{Choice, Share, Shared, StaysBehind, Wish, share};
use crate::features::trip::{StopCall, Trip};
use crate::graphql::{Can, Form, Gid, InvalidInput, Kind, Permission, app, viewer};
use crate::i18n::Language;
use crate::platform::Fault;

use super::access::{find_closure, runs_network};
use super::impact::stopped;

/// Days around its own within which another trip may leave.
const MOST_DAYS: i32 = 3;
/// Trips that are planned for at once.
const MOST_TRIPS: usize = 100;

/// What somebody has decided for a trip.
#[derive(InputObject, Clone)]
pub struct RebookingChoiceInput {
    /// A trip that the closure stops.
    pub trip_id: ID,
    /// The only one that may carry its passengers, whatever its day; null: nobody goes, they keep their tickets.
    pub to_trip_id: Option<ID>,
}

/// A trip that carries passengers of a stopped one.
#[derive(SimpleObject)]
pub struct RebookingShare {
    pub to: Trip,
    /// Where most of them get on.
    pub from: StopCall,
    pub passengers: i32,
    pub orders: i32,
    /// How much later it leaves, in minutes; below zero: earlier.
    pub minutes_later: i32,
    /// Of them, those who get a seat of another class than the one that was bought.
    pub other_class: i32,
    /// Of them, those who get on or off at another station of the town: only where somebody has decided so.
    pub other_station: i32,
    /// Another carrier's: it will be owed what the first one was.
    pub other_carrier: bool,
}

/// A trip that could carry passengers of a stopped one.
#[derive(SimpleObject)]
pub struct RebookingOption {
    pub trip: Trip,
    /// Where most of them would get on.
    pub from: StopCall,
    /// Those for whom it calls where they get on and off, or at another station of the same town.
    pub passengers: i32,
    /// Of them, the latter: it is proposed to none of these, and carries them if it is chosen.
    pub other_station: i32,
    /// Free on the way of most of them, before anybody is moved.
    pub seats_left: i32,
    /// How much later it leaves, in minutes; below zero: earlier.
    pub minutes_later: i32,
}

/// Passengers who stay with a closed road.
#[derive(SimpleObject)]
pub struct RebookingBehind {
    pub why: StaysBehind,
    pub passengers: i32,
}

/// What would become of the passengers of one stopped trip.
#[derive(SimpleObject)]
pub struct TripRebooking {
    pub trip: Trip,
    /// Where most of them get on.
    pub from: StopCall,
    /// Everybody with a seat and a ticket.
    pub passengers: i32,
    pub orders: i32,
    /// Trips that carry them, several where one has not seats enough.
    pub shares: Vec<RebookingShare>,
    /// Passengers who stay.
    pub behind: i32,
    /// Why they stay; empty where it was decided that nobody goes.
    pub why: Vec<RebookingBehind>,
    /// The nearest trips on sale that lead there, whether or not they have seats left: to choose another; about 20.
    pub options: Vec<RebookingOption>,
}

/// Which other trips would carry the passengers of a closed road.
#[derive(SimpleObject)]
pub struct RebookingPlan {
    /// Stopped trips with tickets in order of departure, the first 100.
    pub trips: Vec<TripRebooking>,
    /// Passengers who go.
    pub passengers: i32,
    /// Orders of theirs, counted once for each trip.
    pub orders: i32,
    /// Passengers who stay.
    pub behind: i32,
    /// Mails and SMS that would be written.
    pub messages: i32,
}

/// The plan, or what is wrong with what was asked.
#[derive(Union)]
pub enum RebookingPlanResult {
    Plan(RebookingPlan),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct RebookingPlanQuery;

#[Object]
impl RebookingPlanQuery {
    /// Staff: for each trip that a closure stops and that has tickets, which other trips would carry its passengers; see
    /// `rebookClosure`. Those are proposed that call where they get on and off, run, are on sale and have seats: the nearest
    /// in time, an hour earlier being as far as two hours later, and none earlier that leaves within three hours; of those
    /// within a day one that takes everybody before several. Orders go whole. Trips are served in order of departure, and
    /// no seat is given to two.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "300 + 5 * child_complexity")]
    async fn rebooking_plan(
        &self,
        ctx: &Context<'_>,
        closure_id: ID,
        #[graphql(default, desc = "How many days before or after its own another trip may leave, 0 to 3.")] days: i32,
        #[graphql(default, desc = "Who finds no seat of their class is given one of another.")] other_class: bool,
        #[graphql(default, desc = "What was decided for some of the trips.")] choices: Vec<RebookingChoiceInput>,
    ) -> Result<RebookingPlanResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        runs_network(viewer)?;
        let row = find_closure(app.db.read(), &closure_id).await?;
        let shared = match plan(app, viewer.language, &row, &(days, other_class, choices)).await? {
            Ok(shared) => shared,
            Err(problem) => return Ok(RebookingPlanResult::InvalidInput(problem)),
        };
        Ok(RebookingPlanResult::Plan(told(&shared)))
    }
}

/// Days, whether another class will do, and what was decided.
pub type Asked = (i32, bool, Vec<RebookingChoiceInput>);

/// The plan of this moment, or what is wrong with what was asked.
pub async fn plan(
    app: &App,
    language: Language,
    row: &closure::Model,
    (days, other_class, choices): &Asked,
) -> Result<std::result::Result<Vec<Shared>, InvalidInput>, Fault> {
    let network = app.network.get(app).await?;
    let trips: Vec<Arc<TripView>> = match ClosedSection::of(&network, row) {
        Some(section) => stopped(app, &network, &section).await?.into_iter().map(|one| one.trip).collect(),
        None => Vec::new(),
    };
    let mut form = Form::new(language);
    if !(0..=MOST_DAYS).contains(days) {
        form.wrong("days", "ZERO_TO_THREE_DAYS");
    }
    let chosen = read_choices(app, &mut form, &trips, choices).await?;
    if let Some(problem) = form.problem() {
        return Ok(Err(problem));
    }
    let wish = Wish { days: days.unsigned_abs(), other_class: *other_class, chosen };
    let mut shared = share(app, &trips, &wish).await?;
    shared.truncate(MOST_TRIPS);
    Ok(Ok(shared))
}

async fn read_choices(
    app: &App,
    form: &mut Form,
    trips: &[Arc<TripView>],
    choices: &[RebookingChoiceInput],
) -> Result<HashMap<Uuid, Option<Uuid>>, Fault> {
    let mut chosen = HashMap::new();
    if choices.len() > MOST_TRIPS {
        form.wrong("choices", "TOO_MANY");
        return Ok(chosen);
    }
    let id = |id: &ID| Gid::read(Kind::Trip, id);
    let others: Vec<Uuid> = choices.iter().filter_map(|one| id(one.to_trip_id.as_ref()?)).collect();
    let others = trip_views(app, &others).await?;
    for (n, one) in choices.iter().enumerate() {
        let from = id(&one.trip_id).filter(|from| trips.iter().any(|trip| trip.id == *from));
        let to = one.to_trip_id.as_ref().map(|to| id(to).and_then(|to| others.get(&to)));
        match from {
            None => form.wrong(format!("choices.{n}.tripId"), "NOT_STOPPED"),
            Some(from) if chosen.contains_key(&from) => form.wrong(format!("choices.{n}.tripId"), "TRIP_TWICE"),
            Some(from) => {
                let wrong = to.and_then(|to| match to {
                    None => Some("NO_SUCH_TRIP"),
                    Some(to) if to.id == from => Some("SAME_TRIP"),
                    Some(to) if to.road_closed => Some("ROAD_CLOSED"),
                    Some(to) if matches!(to.state, TripState::Cancelled | TripState::Arrived) => Some("TRIP_OVER"),
                    Some(_) => None,
                });
                if let Some(code) = wrong {
                    form.wrong(format!("choices.{n}.toTripId"), code);
                }
                chosen.insert(from, to.flatten().map(|to| to.id));
            }
        }
    }
    Ok(chosen)
}

fn count(n: usize) -> i32 {
    i32::try_from(n).unwrap_or(i32::MAX)
}

fn minutes(later: chrono::TimeDelta) -> i32 {
    i32::try_from(later.num_minutes()).unwrap_or(i32::MAX)
}

fn told(shared: &[Shared]) -> RebookingPlan {
    let shares = || shared.iter().flat_map(|one| &one.shares);
    let passengers: usize = shares().map(|share| share.passengers).sum();
    RebookingPlan {
        trips: shared.iter().filter_map(trip).collect(),
        passengers: count(passengers),
        orders: count(shares().map(|share| share.orders.len()).sum()),
        behind: count(shared.iter().map(|one| one.passengers).sum::<usize>() - passengers),
        messages: count(shares().map(|share| share.messages).sum()),
    }
}

fn trip(one: &Shared) -> Option<TripRebooking> {
    let going: usize = one.shares.iter().map(|share| share.passengers).sum();
    let share = |share: &Share| {
        Some(RebookingShare {
            from: StopCall::new(&share.to, share.to.call(share.boards)?),
            to: Trip::from(Arc::clone(&share.to)),
            passengers: count(share.passengers),
            orders: count(share.orders.len()),
            minutes_later: minutes(share.later),
            other_class: count(share.other_class),
            other_station: count(share.other_station),
            other_carrier: share.to.carrier.id != one.from.carrier.id,
        })
    };
    let option = |option: &Choice| {
        Some(RebookingOption {
            from: StopCall::new(&option.to, option.to.call(option.boards)?),
            trip: Trip::from(Arc::clone(&option.to)),
            passengers: count(option.passengers),
            other_station: count(option.other_station),
            seats_left: option.seats_left,
            minutes_later: minutes(option.later),
        })
    };
    Some(TripRebooking {
        from: StopCall::new(&one.from, one.from.call(one.boards)?),
        trip: Trip::from(Arc::clone(&one.from)),
        passengers: count(one.passengers),
        orders: count(one.orders),
        shares: one.shares.iter().filter_map(share).collect(),
        behind: count(one.passengers - going),
        why: one.behind.iter().map(|(why, n)| RebookingBehind { why: *why, passengers: count(*n) }).collect(),
        options: one.options.iter().filter_map(option).collect(),
    })
}
