use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use domain::order::LineState;
use domain::ticket_code::verify;
use sea_orm::{ColumnTrait, Condition, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use serde_json::json;
use uuid::Uuid;

use ::entity::{order_line, passage, ticket};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::network::{TripState, trip_view};
use crate::features::order::ticket_condition;
use crate::features::trip::{StopCall, Trip, staff_trip, works_with};
use crate::graphql::{Can, Gid, InvalidInput, Kind, Permission, Viewer, app, error, viewer};
use crate::platform::Fault;

use super::types::{Boarding, PassageOutcome};

#[derive(InputObject)]
pub struct RecordPassageInput {
    /// The trip that is being boarded.
    pub trip_id: ID,
    /// From 8 to 64 characters, new for each reading: the same again has the same answer and counts once.
    pub nonce: String,
    /// What was read: the text of the QR code, the ticket's number, or that of the blank that it was sold on. Without it,
    /// `lineId`.
    pub code: Option<String>,
    /// Who was ticked on the list.
    pub line_id: Option<ID>,
}

/// What the reading has come to, and the trip after it.
#[derive(SimpleObject)]
pub struct PassageRecorded {
    pub outcome: PassageOutcome,
    /// Of the ticket that was read; null where it was none.
    pub ticket: Option<String>,
    /// Of the passenger, where the ticket is for this trip: what is undone.
    pub line_id: Option<ID>,
    /// WRONG_TRIP: which trip the ticket is for; null where its trip is not the viewer's to see.
    pub other_trip: Option<Trip>,
    /// The call of `otherTrip` where the passenger gets on.
    pub other_call: Option<StopCall>,
    pub boarding: Boarding,
}

#[derive(Union)]
pub enum RecordPassageResult {
    Recorded(PassageRecorded),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct RecordPassage;

#[Object]
impl RecordPassage {
    /// Staff: a ticket was read at boarding, or a passenger ticked on the list.
    #[graphql(guard = "Can(Permission::CheckTickets)", complexity = "50 + child_complexity")]
    async fn record_passage(&self, ctx: &Context<'_>, input: RecordPassageInput) -> Result<RecordPassageResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let trip = staff_trip(app, viewer, &input.trip_id).await?;
        let account = viewer.account_id().ok_or_else(error::forbidden)?;
        let invalid =
            |path, code| Ok(RecordPassageResult::InvalidInput(InvalidInput::one(viewer.language, path, code)));
        if !(8..=64).contains(&input.nonce.len()) {
            return invalid("nonce", "NONCE");
        }
        if trip.state == TripState::Cancelled {
            return invalid("tripId", "TRIP_OVER");
        }
        let line = input.line_id.as_ref().map(|id| Gid::find(Kind::Line, id)).transpose()?;
        let code = input.code.as_deref().map(str::trim).filter(|code| !code.is_empty());
        if line.is_none() && code.is_none() {
            return invalid("code", "REQUIRED");
        }
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let before = passage::Entity::find()
            .filter(passage::Column::AccountId.eq(account))
            .filter(passage::Column::Nonce.eq(&input.nonce))
            .one(&*tx)
            .await
            .map_err(Fault::from)?;
        if let Some(row) = before {
            let boarding = Boarding::read(&*tx, &trip).await?;
            let boarding = tx.give_up(boarding).await.map_err(Fault::from)?;
            return recorded(app, viewer, &row, boarding).await;
        }
        let (outcome, ticket, line) = judge(app, &tx, trip.id, code, line).await?;
        let row = passage::Model {
            id: app.ids.new(),
            nonce: input.nonce.clone(),
            trip_id: trip.id,
            line_id: line,
            ticket,
            outcome: outcome.code().to_owned(),
            account_id: account,
            recorded_at: app.clock.now(),
            undone_at: None,
        };
        let new = row.clone().into_active_model();
        passage::Entity::insert(new).exec_without_returning(&*tx).await.map_err(Fault::from)?;
        let change = Change::made(&json!({ "outcome": row.outcome, "ticket": row.ticket }));
        audit_change(app, &tx, viewer, "RECORD_PASSAGE", &format!("trip:{}", trip.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        app.bus.publish(&format!("passage:{}", trip.id), "");
        let boarding = Boarding::read(app.db.read(), &trip).await?;
        recorded(app, viewer, &row, boarding).await
    }
}

async fn recorded(app: &App, viewer: &Viewer, row: &passage::Model, boarding: Boarding) -> Result<RecordPassageResult> {
    let outcome = PassageOutcome::parse(&row.outcome);
    let own = !matches!(outcome, PassageOutcome::WrongTrip | PassageOutcome::Unknown);
    let other = match row.line_id {
        Some(line) if outcome == PassageOutcome::WrongTrip => ridden(app, viewer, line).await?,
        _ => None,
    };
    let (other_trip, other_call) = other.unzip();
    Ok(RecordPassageResult::Recorded(PassageRecorded {
        outcome,
        ticket: row.ticket.clone(),
        line_id: row.line_id.filter(|_| own).map(|id| Gid::of(Kind::Line, id)),
        other_trip,
        other_call,
        boarding,
    }))
}

/// The trip of a line and where its passenger gets on, for whom the trip is theirs to see.
async fn ridden(app: &App, viewer: &Viewer, line: Uuid) -> Result<Option<(Trip, StopCall)>, Fault> {
    let line = order_line::Entity::find_by_id(line).one(app.db.read()).await?;
    let Some(line) = line else { return Ok(None) };
    let view = trip_view(app, line.space_id).await?.filter(|view| works_with(viewer, view));
    Ok(view.and_then(|view| {
        let call = view.calls.iter().find(|call| call.sequence == line.from_call)?;
        Some((Trip::from(Arc::clone(&view)), StopCall::new(&view, call)))
    }))
}

type Judged = (PassageOutcome, Option<String>, Option<Uuid>);

async fn judge(
    app: &App,
    tx: &DatabaseTransaction,
    trip: Uuid,
    code: Option<&str>,
    line: Option<Uuid>,
) -> Result<Judged, Fault> {
    let unknown = (PassageOutcome::Unknown, None, None);
    let by = match (code, line) {
        (Some(code), _) if code.starts_with("BKT") => match verify(code, &app.ticket_keys) {
            Ok(claims) => Condition::all().add(ticket::Column::Number.eq(claims.number)),
            Err(_) => return Ok(unknown),
        },
        (Some(number), _) => ticket_condition(number),
        (None, Some(line)) => Condition::all().add(ticket::Column::LineId.eq(line)),
        (None, None) => return Ok(unknown),
    };
    // Of a line, the one that is good, or the last that was.
    let found = ticket::Entity::find().filter(by).all(tx).await?;
    let ticket = found.into_iter().max_by_key(|ticket| (ticket.void_at.is_none(), ticket.issued_at));
    let Some(ticket) = ticket else { return Ok(unknown) };
    // Two who read the same ticket at once come one after the other.
    let line = order_line::Entity::find_by_id(ticket.line_id).lock_exclusive().one(tx).await?;
    let Some(line) = line else { return Ok(unknown) };
    let told = |outcome| Ok((outcome, Some(ticket.number.clone()), Some(line.id)));
    let valid = [LineState::Issued.code(), LineState::Used.code()].contains(&line.state.as_str());
    if ticket.void_at.is_some() && valid {
        return told(PassageOutcome::Replaced);
    }
    if line.space_id != trip {
        return told(PassageOutcome::WrongTrip);
    }
    if ticket.void_at.is_some() || !valid {
        return told(PassageOutcome::Refunded);
    }
    let boarded = passage::Entity::find()
        .filter(passage::Column::LineId.eq(line.id))
        // On the way they may have been moved to another vehicle's trip.
        .filter(passage::Column::TripId.eq(trip))
        .filter(passage::Column::Outcome.eq(PassageOutcome::Accepted.code()))
        .filter(passage::Column::UndoneAt.is_null())
        .one(tx)
        .await?;
    told(if boarded.is_some() { PassageOutcome::Already } else { PassageOutcome::Accepted })
}
