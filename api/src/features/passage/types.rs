use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::{Enum, ID, SimpleObject};
use chrono::{DateTime, Utc};
use domain::order::LineState;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use ::entity::{order_line, order_passenger, passage, ticket};

use crate::features::network::TripView;
use crate::features::trip::StopCall;
use crate::graphql::{Gid, Kind};
use crate::platform::Fault;

/// What a reading of a ticket has come to.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum PassageOutcome {
    /// The passenger may get on.
    Accepted,
    /// Somebody has boarded with it.
    Already,
    /// A ticket for another trip.
    WrongTrip,
    /// The ticket was given back.
    Refunded,
    /// The passenger has a newer one: the seat or the trip has become another.
    Replaced,
    /// No ticket of this station, or a forged one.
    Unknown,
}

impl PassageOutcome {
    const ALL: [Self; 6] =
        [Self::Accepted, Self::Already, Self::WrongTrip, Self::Refunded, Self::Replaced, Self::Unknown];

    pub fn code(self) -> &'static str {
        match self {
            Self::Accepted => "ACCEPTED",
            Self::Already => "ALREADY",
            Self::WrongTrip => "WRONG_TRIP",
            Self::Refunded => "REFUNDED",
            Self::Replaced => "REPLACED",
            Self::Unknown => "UNKNOWN",
        }
    }

    pub fn parse(code: &str) -> Self {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code).unwrap_or(Self::Unknown)
    }
}

/// One passenger with a ticket for the trip.
#[derive(SimpleObject, Clone)]
pub struct BoardingPassenger {
    /// Of the order's line: what is ticked.
    pub line_id: ID,
    /// Number of the ticket.
    pub ticket: String,
    /// Of the blank that it was sold on by hand, `АБ 000123`.
    pub blank: Option<String>,
    /// Null where seats are not numbered.
    pub seat: Option<String>,
    pub last_name: Option<String>,
    pub first_name: Option<String>,
    /// The last characters of the document.
    pub document_tail: Option<String>,
    /// Boarding.
    pub from: StopCall,
    /// Alighting.
    pub to: StopCall,
    /// Null: not on board.
    pub boarded_at: Option<DateTime<Utc>>,
}

/// Who is on board and who is not.
#[derive(SimpleObject)]
pub struct Boarding {
    /// With a ticket and on board.
    pub boarded: i32,
    /// With a ticket.
    pub expected: i32,
    /// By seat.
    pub passengers: Vec<BoardingPassenger>,
}

impl Boarding {
    /// As it is now. The page of one trip: a few queries, whatever its size.
    pub async fn read(db: &impl ConnectionTrait, trip: &Arc<TripView>) -> Result<Self, Fault> {
        let mut lines = order_line::Entity::find()
            .filter(order_line::Column::SpaceId.eq(trip.id))
            .filter(order_line::Column::Code.is_null())
            .filter(order_line::Column::State.is_in([LineState::Issued.code(), LineState::Used.code()]))
            .all(db)
            .await?;
        lines.sort_by_key(|line| (line.seat.unwrap_or(i32::MAX), line.from_call, line.id));
        let boarded: HashMap<Uuid, DateTime<Utc>> = passage::Entity::find()
            .filter(passage::Column::TripId.eq(trip.id))
            .filter(passage::Column::Outcome.eq(PassageOutcome::Accepted.code()))
            .filter(passage::Column::UndoneAt.is_null())
            .all(db)
            .await?
            .into_iter()
            .filter_map(|row| Some((row.line_id?, row.recorded_at)))
            .collect();
        let mut tickets: HashMap<Uuid, ticket::Model> = HashMap::new();
        let mut people: HashMap<Uuid, order_passenger::Model> = HashMap::new();
        for chunk in lines.chunks(1_000) {
            let found = ticket::Entity::find()
                .filter(ticket::Column::LineId.is_in(chunk.iter().map(|line| line.id)))
                .filter(ticket::Column::VoidAt.is_null());
            tickets.extend(found.all(db).await?.into_iter().map(|row| (row.line_id, row)));
            let found = order_passenger::Entity::find()
                .filter(order_passenger::Column::Id.is_in(chunk.iter().map(|line| line.passenger_id)));
            people.extend(found.all(db).await?.into_iter().map(|row| (row.id, row)));
        }
        let passengers: Vec<BoardingPassenger> = lines
            .iter()
            .filter_map(|line| {
                let person = people.get(&line.passenger_id)?;
                let ticket = tickets.get(&line.id)?;
                Some(BoardingPassenger {
                    line_id: Gid::of(Kind::Line, line.id),
                    ticket: ticket.number.clone(),
                    blank: ticket.blank.clone(),
                    seat: line.seat_label.clone(),
                    last_name: person.last_name.clone(),
                    first_name: person.first_name.clone(),
                    document_tail: person.document_tail.clone(),
                    from: StopCall::new(trip, trip.call(line.from_call)?),
                    to: StopCall::new(trip, trip.call(line.to_call)?),
                    boarded_at: boarded.get(&line.id).copied(),
                })
            })
            .collect();
        let count = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
        let on_board = passengers.iter().filter(|one| one.boarded_at.is_some()).count();
        Ok(Self { boarded: count(on_board), expected: count(passengers.len()), passengers })
    }
}
