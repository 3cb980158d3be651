use std::collections::{HashMap, HashSet};

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use domain::reseating::Unfixed;
use uuid::Uuid;

use crate::app::App;
use crate::features::trip::{SeatForInput, Trip};
use crate::graphql::{Can, Form, Gid, InvalidInput, Kind, PassengersUnseated, Permission, Viewer, app, viewer};
use crate::platform::Fault;

use super::carry::{Ask, Outcome, Refusal, TRIES, carry, tell};
use super::trip_move::{Both, fixed_of, orders_of};

#[derive(InputObject)]
pub struct MovePassengersInput {
    pub trip_id: ID,
    /// The trip that carries them from now on.
    pub to_trip_id: ID,
    /// Null: everybody with a ticket who can go, the others stay. Otherwise exactly these orders, or nothing is changed.
    pub order_ids: Option<Vec<ID>>,
    /// Who sits where, as `tripMove` has proposed and the dispatcher corrected it; who is not named is seated around them.
    #[graphql(default)]
    pub seats: Vec<SeatForInput>,
    /// Who finds no seat of their class is given one of another.
    #[graphql(default)]
    pub other_class: bool,
    /// The first trip does not run: whoever stays behind gets everything back, as with `cancelTrip`.
    #[graphql(default)]
    pub cancel: bool,
}

/// The passengers are on the other trip.
#[derive(SimpleObject)]
pub struct PassengersMoved {
    /// The trip they had tickets for.
    pub trip: Trip,
    /// The trip they have tickets for now.
    pub to: Trip,
    pub passengers: i32,
    pub orders: i32,
    /// Mails and SMS that were written to them.
    pub messages: i32,
    /// Orders whose tickets are being returned, with `cancel`.
    pub orders_returned: i32,
}

#[derive(Union)]
pub enum MovePassengersResult {
    Moved(PassengersMoved),
    InvalidInput(InvalidInput),
    PassengersUnseated(PassengersUnseated),
}

#[derive(Default)]
pub struct MovePassengers;

#[Object]
impl MovePassengers {
    /// Staff: passengers of one trip are carried by another, with their baggage and children, for the same money; see
    /// `tripMove` before. They get new tickets by mail and are told by SMS, the old ones are good no more. Orders are moved
    /// whole. With `cancel`, two trips become one.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "100 + child_complexity")]
    async fn move_passengers(&self, ctx: &Context<'_>, input: MovePassengersInput) -> Result<MovePassengersResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        for _ in 0..TRIES {
            let both = Both::read(app, viewer, &input.trip_id, &input.to_trip_id).await?;
            if let Some((path, code)) = both.wrong() {
                return Ok(MovePassengersResult::InvalidInput(InvalidInput::one(viewer.language, path, code)));
            }
            let (Ok(orders), Ok(fixed)) = (orders_of(input.order_ids.clone()), fixed_of(&input.seats)) else {
                let unknown = InvalidInput::one(viewer.language, "orderIds", "NO_SUCH_ORDER");
                return Ok(MovePassengersResult::InvalidInput(unknown));
            };
            match attempt(app, viewer, &both, &input, (orders.as_ref(), &fixed)).await {
                Ok(Outcome::Done(done)) => {
                    tell(app, &both, &done);
                    let both = Both::read(app, viewer, &input.trip_id, &input.to_trip_id).await?;
                    let count = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
                    return Ok(MovePassengersResult::Moved(PassengersMoved {
                        trip: Trip::from(both.from),
                        to: Trip::from(both.to),
                        passengers: count(done.passengers),
                        orders: count(done.orders.len()),
                        messages: count(done.messages),
                        orders_returned: count(done.returned),
                    }));
                }
                Ok(Outcome::Refused(refusal, _)) => return Ok(refused(viewer, &input, &refusal)?),
                Ok(Outcome::Again) => {}
                Err(fault) if fault.is_transient() => {}
                Err(fault) => return Err(fault.into()),
            }
        }
        Err(Fault::new("a move of passengers found no quiet moment").into())
    }
}

async fn attempt(
    app: &App,
    viewer: &Viewer,
    both: &Both,
    input: &MovePassengersInput,
    (orders, fixed): (Option<&HashSet<Uuid>>, &HashMap<Uuid, String>),
) -> Result<Outcome, Fault> {
    let tx = app.db.begin().await?;
    let ask = Ask {
        orders,
        whoever_fits: false,
        fixed,
        other_class: input.other_class,
        cancel: input.cancel,
        road_closed: None,
        account_id: viewer.account_id(),
        address: &viewer.address,
    };
    match carry(app, &tx, both, &ask).await? {
        Outcome::Done(done) => {
            tx.commit().await?;
            Ok(Outcome::Done(done))
        }
        other => Ok(tx.give_up(other).await?),
    }
}

fn refused(viewer: &Viewer, input: &MovePassengersInput, refusal: &Refusal) -> Result<MovePassengersResult, Fault> {
    let wrong = |path, code| MovePassengersResult::InvalidInput(InvalidInput::one(viewer.language, path, code));
    Ok(match refusal {
        Refusal::Wrong(path, code) => wrong(path, code),
        Refusal::Nobody => wrong("toTripId", "NOBODY_GOES"),
        Refusal::Seats(lines) => seats_wrong(viewer, input, lines)?,
        Refusal::Unseated(lines) => {
            let lines = lines.iter().map(|line| Gid::of(Kind::Line, *line)).collect();
            MovePassengersResult::PassengersUnseated(PassengersUnseated::new(viewer.language, lines))
        }
    })
}

/// What is told where a decided seat is not to be had.
fn seats_wrong(
    viewer: &Viewer,
    input: &MovePassengersInput,
    wrong: &[(Uuid, Unfixed)],
) -> Result<MovePassengersResult, Fault> {
    let mut form = Form::new(viewer.language);
    for (line, problem) in wrong {
        let at = input.seats.iter().position(|one| Gid::read(Kind::Line, &one.line_id) == Some(*line));
        let code = if *problem == Unfixed::Twice { "SEAT_FOR_TWO" } else { "NO_SEAT_THERE" };
        form.wrong(format!("seats.{}", at.unwrap_or(0)), code);
    }
    let problem = form.problem().ok_or_else(|| Fault::new("a wrong seat without words"))?;
    Ok(MovePassengersResult::InvalidInput(problem))
}
