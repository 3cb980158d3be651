use chrono::{DateTime, Utc};
use domain::ledger::{Item, Posting, PostingKind};
use domain::price::{Part, carrier_share};
use sea_orm::sea_query::OnConflict;
use sea_orm::{DatabaseTransaction, EntityTrait, Set};
use uuid::Uuid;

use ::entity::{carrier_ticket, posting, posting_line};

use crate::app::App;
use crate::platform::Fault;

/// A posting to be booked.
pub struct Entry {
    /// What it follows from, and so what it is booked once for.
    pub source: String,
    pub kind: PostingKind,
    pub order: Option<Uuid>,
    pub posting: Posting,
    pub more: Details,
}

/// What else a posting says, where it does.
#[derive(Default)]
pub struct Details {
    /// The tickets that it moves money of a carrier for.
    pub tickets: Vec<TicketPart>,
    /// To which instant it belongs; none: to now.
    pub at: Option<DateTime<Utc>>,
    pub reason: Option<String>,
    /// Number of the paper that it follows.
    pub document: Option<String>,
    /// By whom, where somebody has booked it by hand.
    pub by: Option<Uuid>,
    /// Which posting it takes back.
    pub reverses: Option<Uuid>,
    pub settlement: Option<Uuid>,
}

impl Details {
    pub fn of(tickets: Vec<TicketPart>) -> Self {
        Details { tickets, ..Details::default() }
    }
}

/// What a carrier gets of a ticket, or gives back.
pub struct TicketPart {
    pub carrier: Uuid,
    pub line: Uuid,
    pub trip: Uuid,
    pub whole_minor: i64,
    pub amount_minor: i64,
}

impl TicketPart {
    pub fn sold(line: Uuid, trip: Uuid, item: &Item<'_>) -> Self {
        let share = carrier_share(item.parts);
        TicketPart { carrier: item.carrier, line, trip, whole_minor: share, amount_minor: share }
    }

    /// `item` has the parts that go back, `whole` all that it was sold for.
    pub fn back(line: Uuid, trip: Uuid, item: &Item<'_>, whole: &[Part]) -> Self {
        let amount_minor = -carrier_share(item.parts);
        TicketPart { carrier: item.carrier, line, trip, whole_minor: carrier_share(whole), amount_minor }
    }

    pub fn row(&self, posting: Uuid, position: i32, currency: &str, at: DateTime<Utc>) -> carrier_ticket::Model {
        carrier_ticket::Model {
            posting_id: posting,
            position,
            carrier_id: self.carrier,
            line_id: self.line,
            trip_id: self.trip,
            currency: currency.to_owned(),
            at,
            whole_minor: self.whole_minor,
            amount_minor: self.amount_minor,
        }
    }
}

/// Books postings in the caller's transaction. If they are booked already the answer is false; if only some of them are,
/// it is an error.
pub async fn post(
    app: &App,
    tx: &DatabaseTransaction,
    entries: impl IntoIterator<Item = Entry>,
) -> Result<bool, Fault> {
    let now = app.clock.now();
    let (mut rows, mut lines, mut tickets) = (Vec::new(), Vec::new(), Vec::new());
    for entry in entries.into_iter().filter(|entry| !entry.posting.lines().is_empty()) {
        let id = app.ids.new();
        let Details { tickets: parts, at, reason, document, by, reverses, settlement } = entry.more;
        // Tickets of an order are paid in one currency.
        let currency = entry.posting.lines()[0].currency;
        tickets.extend(parts.iter().zip(0..).map(|(part, position)| {
            carrier_ticket::ActiveModel::from(part.row(id, position, currency.code(), at.unwrap_or(now)))
        }));
        lines.extend(entry.posting.lines().iter().zip(0..).map(|(line, position)| posting_line::ActiveModel {
            posting_id: Set(id),
            position: Set(position),
            account: Set(line.account.code()),
            currency: Set(line.currency.code().to_owned()),
            amount_minor: Set(line.amount_minor),
        }));
        rows.push(posting::ActiveModel {
            id: Set(id),
            source: Set(entry.source),
            kind: Set(entry.kind.code().to_owned()),
            order_id: Set(entry.order),
            at: Set(at.unwrap_or(now)),
            made_at: Set(at.map(|_| now)),
            reason: Set(reason),
            document: Set(document),
            made_by: Set(by),
            reverses: Set(reverses),
            settlement_id: Set(settlement),
        });
    }
    let count = u64::try_from(rows.len())?;
    if count == 0 {
        return Ok(false);
    }
    let inserted = posting::Entity::insert_many(rows)
        .on_conflict(OnConflict::column(posting::Column::Source).do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    if inserted == 0 {
        return Ok(false);
    }
    if inserted < count {
        return Err(Fault::new("of postings that belong together one was booked before"));
    }
    posting_line::Entity::insert_many(lines).exec_without_returning(tx).await?;
    if !tickets.is_empty() {
        carrier_ticket::Entity::insert_many(tickets).exec_without_returning(tx).await?;
    }
    Ok(true)
}
