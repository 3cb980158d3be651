//! What an invoice says: its parties and lines, as they were when it was issued.

use std::collections::{HashMap, HashSet};

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use chrono::{DateTime, NaiveDate, Utc};
use domain::wallet::{EntryKind, InvoiceKind};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use ::entity::{Names, company_invoice, fiscal_register, order, order_passenger, order_segment, wallet_entry};

use crate::app::App;
use crate::features::network::{in_language, trip_views};
use crate::features::wallet::WalletEntryKind;
use crate::graphql::{Date, Gid, Kind, Money, Page, Permission, Sort, Viewer, error, viewer};
use crate::i18n::Language;
use crate::platform::Fault;
use crate::platform::rows::MAX_IDS;

use super::member::is_member;

crate::connection!(CompanyInvoice, CompanyInvoiceConnection, CompanyInvoiceEdge);

/// A party of a document.
#[derive(Serialize, Deserialize, Clone, Default)]
pub struct Party {
    pub name: String,
    pub inn: String,
    pub address: Option<String>,
}

/// Something that was bought, given back, or paid.
#[derive(Serialize, Deserialize, Clone)]
pub struct Line {
    pub at: DateTime<Utc>,
    pub kind: String,
    pub order: String,
    /// Route, from where to where, and when; of a return journey both.
    pub trip: Names,
    /// Of what was bought.
    pub passengers: Option<usize>,
    pub amount_minor: i64,
}

#[derive(Serialize, Deserialize, Clone)]
pub struct Facts {
    /// None where no cash register says who the station is.
    pub station: Option<Party>,
    pub company: Party,
    pub contract_number: String,
    pub contract_from: NaiveDate,
    pub lines: Vec<Line>,
}

impl Facts {
    pub fn of(row: &company_invoice::Model) -> std::result::Result<Self, Fault> {
        Ok(serde_json::from_value(row.facts.clone())?)
    }
}

/// The station as its cash register names it.
pub async fn station(db: &impl ConnectionTrait) -> std::result::Result<Option<Party>, Fault> {
    let register = fiscal_register::Entity::find().filter(fiscal_register::Column::ServesAll.eq(true)).one(db).await?;
    Ok(register.map(|row| Party { name: row.organisation, inn: row.inn, address: None }))
}

/// Lines of a statement with their orders, trips and passengers.
pub async fn lines(
    app: &App,
    db: &impl ConnectionTrait,
    entries: &[wallet_entry::Model],
) -> std::result::Result<Vec<Line>, Fault> {
    let ids: HashSet<Uuid> = entries.iter().map(|entry| entry.order_id).collect();
    let ids: Vec<Uuid> = ids.into_iter().collect();
    let (mut numbers, mut passengers) = (HashMap::new(), HashMap::<Uuid, usize>::new());
    let mut segments: HashMap<Uuid, Vec<order_segment::Model>> = HashMap::new();
    for ids in ids.chunks(MAX_IDS) {
        let orders = order::Entity::find().filter(order::Column::Id.is_in(ids.to_vec())).all(db).await?;
        numbers.extend(orders.into_iter().map(|row| (row.id, row.number)));
        use order_segment::Column;
        let rows = order_segment::Entity::find().filter(Column::OrderId.is_in(ids.to_vec()));
        for row in rows.order_by_asc(Column::Position).all(db).await? {
            segments.entry(row.order_id).or_default().push(row);
        }
        let people = order_passenger::Entity::find().filter(order_passenger::Column::OrderId.is_in(ids.to_vec()));
        for row in people.all(db).await? {
            *passengers.entry(row.order_id).or_default() += 1;
        }
    }
    let trips: HashSet<Uuid> = segments.values().flatten().map(|segment| segment.trip_id).collect();
    let trips = trip_views(app, &trips.into_iter().collect::<Vec<_>>()).await?;
    let described = |order: Uuid, language: Language| {
        let rides = segments.get(&order).into_iter().flatten().filter_map(|segment| {
            let trip = trips.get(&segment.trip_id)?;
            let (from, to) = (trip.call(segment.from_call)?, trip.call(segment.to_call)?);
            let leaves = segment.departs_at.with_timezone(&from.stop.zone).format("%d.%m.%Y %H:%M");
            let name = |names: &Names| in_language(names, language).to_owned();
            let (from, to) = (name(&from.stop.names), name(&to.stop.names));
            Some(format!("{} {from} — {to}, {leaves}", trip.route.number))
        });
        rides.collect::<Vec<_>>().join("; ")
    };
    let line = |entry: &wallet_entry::Model| Line {
        at: entry.at,
        kind: entry.kind.clone(),
        order: numbers.get(&entry.order_id).cloned().unwrap_or_default(),
        trip: Names {
            ru: described(entry.order_id, Language::Ru),
            ky: described(entry.order_id, Language::Ky),
            en: described(entry.order_id, Language::En),
        },
        passengers: passengers.get(&entry.order_id).copied().filter(|_| entry.kind == EntryKind::Purchase.code()),
        amount_minor: entry.amount_minor,
    };
    Ok(entries.iter().map(line).collect())
}

/// The last invoice of a company for a period that stands.
pub async fn last_period(
    db: &impl ConnectionTrait,
    company: Uuid,
) -> std::result::Result<Option<company_invoice::Model>, Fault> {
    use company_invoice::Column;
    let rows = company_invoice::Entity::find()
        .filter(Column::CompanyId.eq(company))
        .filter(Column::Kind.eq(InvoiceKind::Period.code()))
        .filter(Column::CancelledAt.is_null());
    Ok(rows.order_by_desc(Column::Number).one(db).await?)
}

/// An invoice, for staff who keep the companies and for who buys for the company; NOT_FOUND for anybody else.
pub async fn find_invoice(app: &App, viewer: &Viewer, id: &ID) -> Result<company_invoice::Model> {
    let db = app.db.read();
    let id = Gid::find(Kind::CompanyInvoice, id)?;
    let row = company_invoice::Entity::find_by_id(id).one(db).await.map_err(Fault::from)?;
    let row = row.ok_or_else(error::not_found)?;
    let seen = viewer.can(Permission::ManageClients) || is_member(db, viewer, row.company_id).await?;
    if seen { Ok(row) } else { Err(error::not_found()) }
}

/// The invoices of a company, the newest first.
pub async fn invoices(app: &App, company: Uuid, first: i32, after: Option<String>) -> Result<CompanyInvoiceConnection> {
    use company_invoice::Column;
    let page = Page::read(first, after.as_deref())?;
    let rows = company_invoice::Entity::find().filter(Column::CompanyId.eq(company));
    let (nodes, info) = page.find(rows, Sort::newest(Column::Id), app.db.read(), CompanyInvoice).await?;
    Ok(CompanyInvoiceConnection::new(nodes, info, None))
}

/// What an invoice is for.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "InvoiceKind")]
pub enum CompanyInvoiceKind {
    /// What was bought and given back since the one before it; it has an act, too.
    Period,
    /// A sum that is asked for before anything is bought.
    Advance,
}

/// What an account comes to within an invoice's period; what is owed is below zero.
#[derive(SimpleObject)]
pub struct CompanyInvoiceFigures {
    /// On the account before.
    pub opening: Money,
    /// What has left the account for tickets: zero or below.
    pub bought: Money,
    pub returned: Money,
    /// Put on the account.
    pub paid: Money,
    /// On the account at the end.
    pub closing: Money,
}

/// A document that was issued to a company. Its figures never change.
#[derive(Clone)]
pub struct CompanyInvoice(pub company_invoice::Model);

impl CompanyInvoice {
    fn money(&self, minor: i64) -> Money {
        Money::of(minor, &self.0.currency)
    }
}

#[Object]
impl CompanyInvoice {
    async fn id(&self) -> ID {
        Gid::of(Kind::CompanyInvoice, self.0.id)
    }

    /// Grows by one with each invoice of the station; cancelled ones keep theirs.
    async fn number(&self) -> i32 {
        i32::try_from(self.0.number).unwrap_or(i32::MAX)
    }

    async fn kind(&self) -> Result<CompanyInvoiceKind> {
        let kind = InvoiceKind::parse(&self.0.kind);
        Ok(kind.ok_or_else(|| Fault::new("an invoice of no known kind"))?.into())
    }

    /// The first day, on the clock of the home station; null of an advance.
    async fn starts_on(&self) -> Option<Date> {
        self.0.starts_on.map(Date)
    }

    /// The last day; null of an advance.
    async fn ends_on(&self) -> Option<Date> {
        self.0.ends_on.map(Date)
    }

    /// What is to be paid; zero where nothing is owed.
    async fn due(&self) -> Money {
        self.money(self.0.due_minor)
    }

    /// The last day to pay, by the contract.
    async fn due_on(&self) -> Date {
        Date(self.0.due_on)
    }

    /// Null of an advance.
    async fn figures(&self) -> Option<CompanyInvoiceFigures> {
        let row = &self.0;
        (row.kind == InvoiceKind::Period.code()).then(|| CompanyInvoiceFigures {
            opening: self.money(row.opening_minor),
            bought: self.money(row.bought_minor),
            returned: self.money(row.returned_minor),
            paid: self.money(row.paid_minor),
            closing: self.money(row.closing_minor),
        })
    }

    /// What it lists, the oldest first.
    #[graphql(complexity = "20 + 20 * child_complexity")]
    async fn lines(&self, ctx: &Context<'_>) -> Result<Vec<CompanyInvoiceLine>> {
        let language = viewer(ctx).language;
        let line = |line: Line| CompanyInvoiceLine {
            at: line.at,
            kind: WalletEntryKind::of(&line.kind),
            order_number: line.order,
            trip: in_language(&line.trip, language).to_owned(),
            passengers: line.passengers.and_then(|count| i32::try_from(count).ok()),
            amount: self.money(line.amount_minor),
        };
        Ok(Facts::of(&self.0)?.lines.into_iter().map(line).collect())
    }

    /// UTC.
    async fn issued_at(&self) -> DateTime<Utc> {
        self.0.issued_at
    }

    /// UTC; null while it stands.
    async fn cancelled_at(&self) -> Option<DateTime<Utc>> {
        self.0.cancelled_at
    }

    /// In the words of who has cancelled it; for staff.
    async fn cancelled_reason(&self, ctx: &Context<'_>) -> Option<&str> {
        self.0.cancelled_reason.as_deref().filter(|_| viewer(ctx).is_staff())
    }
}

/// What an invoice lists.
#[derive(SimpleObject)]
pub struct CompanyInvoiceLine {
    /// UTC.
    pub at: DateTime<Utc>,
    pub kind: WalletEntryKind,
    pub order_number: String,
    /// Routes, from where to where and when, in the viewer's language; empty of what was put on the account.
    pub trip: String,
    /// Of what was bought.
    pub passengers: Option<i32>,
    /// Negative where money left the account.
    pub amount: Money,
}
