use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use chrono::{DateTime, NaiveDate, Utc};
use domain::carrier_settlement as rule;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use ::entity::{contract, posting, settlement, settlement_trip, trip};

use crate::app::App;
use crate::features::carrier::Carrier;
use crate::features::ledger::LedgerPosting;
use crate::features::network::in_language;
use crate::features::staff::StaffMember;
use crate::graphql::{Can, Date, Gid, Kind, Money, Page, Permission, app, viewer};
use crate::i18n::Language;
use crate::platform::Fault;
use crate::platform::rows::MAX_IDS;

use super::count::{count, trips_of};

crate::connection!(Settlement, SettlementConnection, SettlementEdge);
crate::connection!(SettlementTrip, SettlementTripConnection, SettlementTripEdge);

/// Where a settlement stands.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "rule::State")]
pub enum SettlementState {
    /// Counted anew whenever it is looked at; nothing is booked.
    Draft,
    /// Its figures stand.
    Approved,
    PartPaid,
    Paid,
    /// What was left has become part of the next one.
    Carried,
}

/// The lines of a settlement, as they change what the carrier is owed: what goes off it is below zero.
#[derive(SimpleObject)]
pub struct SettlementFigures {
    /// Owed when the period began.
    pub opening: Money,
    /// Passengers and pieces of baggage that were sold.
    pub sold_count: i32,
    pub sold: Money,
    pub returned_count: i32,
    pub returned: Money,
    /// Tickets that came by exchanges less those that were given for them.
    pub exchanged: Money,
    /// Passengers that were taken over from other carriers less those whom others took over.
    pub handed_over: Money,
    /// By the contract.
    pub commission: Money,
    /// By the contract, for each passenger.
    pub station_fee: Money,
    /// Fines, rent and the like.
    pub withheld: Money,
    /// Entries by hand.
    pub corrected: Money,
    /// Paid within the period, for those before.
    pub paid_before: Money,
    /// Owed when the period ends.
    pub closing: Money,
}

/// What is settled with a carrier for a period of whole days, in one currency.
#[derive(Clone)]
pub struct Settlement(pub settlement::Model);

impl Settlement {
    fn money(&self, minor: i64) -> Money {
        Money::of(minor, &self.0.currency)
    }
}

pub(super) fn counted(number: i64) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

#[Object]
impl Settlement {
    async fn id(&self) -> ID {
        Gid::of(Kind::Settlement, self.0.id)
    }

    /// Grows by one for each carrier and currency.
    async fn number(&self) -> i32 {
        counted(self.0.number)
    }

    async fn carrier(&self, ctx: &Context<'_>) -> Result<Option<Carrier>> {
        let app = app(ctx);
        let network = app.network.get(app).await?;
        Ok(network.carrier(self.0.carrier_id).map(|carrier| Carrier(Arc::clone(carrier))))
    }

    /// ISO 4217.
    async fn currency(&self) -> &str {
        &self.0.currency
    }

    /// The first day, on the clock of the home station.
    async fn starts_on(&self) -> Date {
        Date(self.0.starts_on)
    }

    /// The last day.
    async fn ends_on(&self) -> Date {
        Date(self.0.ends_on)
    }

    async fn state(&self) -> Result<SettlementState> {
        let state = rule::State::parse(&self.0.state);
        Ok(state.ok_or_else(|| Fault::new("a settlement in no known state"))?.into())
    }

    /// Of a draft: as they were when it was made or last looked at alone.
    async fn figures(&self) -> SettlementFigures {
        let row = &self.0;
        SettlementFigures {
            opening: self.money(row.opening_minor),
            sold_count: counted(row.sold_count),
            sold: self.money(row.sold_minor),
            returned_count: counted(row.returned_count),
            returned: self.money(row.returned_minor),
            exchanged: self.money(row.exchanged_minor),
            handed_over: self.money(row.handed_over_minor),
            commission: self.money(row.commission_minor),
            station_fee: self.money(row.station_fee_minor),
            withheld: self.money(row.withheld_minor),
            corrected: self.money(row.corrected_minor),
            paid_before: self.money(row.paid_before_minor),
            closing: self.money(row.closing_minor),
        }
    }

    /// Paid since the period ended, for this settlement.
    async fn paid(&self) -> Money {
        self.money(self.0.paid_minor)
    }

    /// What is still to be paid; nothing of a draft, nor of one whose rest has gone on into the next.
    async fn due(&self) -> Money {
        let open = [rule::State::Approved.code(), rule::State::PartPaid.code()].contains(&self.0.state.as_str());
        self.money(if open { self.0.closing_minor - self.0.paid_minor } else { 0 })
    }

    /// Its trips by date: what was sold for each within the period, whenever it runs.
    #[graphql(complexity = "20 + first.max(1) as usize * child_complexity / 4")]
    async fn trips(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<SettlementTripConnection> {
        use crate::graphql::{Mark, SortDirection};
        let page = Page::read(first, after.as_deref())?;
        let rows = trip_rows(app(ctx), &self.0, viewer(ctx).language).await?;
        let mark = Mark::new("Date", SortDirection::Asc);
        let (rows, info, total) = page.sorted(rows, &mark, |row| (row.departs_at.to_rfc3339(), row.part.trip_id))?;
        Ok(SettlementTripConnection::new(rows, info, total))
    }

    /// Payments for it, taken back ones and what took them back too, the latest first.
    #[graphql(guard = "Can(Permission::ManageSettlements)", complexity = "10 + 4 * child_complexity")]
    async fn payments(&self, ctx: &Context<'_>) -> Result<Vec<LedgerPosting>> {
        let rows = posting::Entity::find()
            .filter(posting::Column::SettlementId.eq(self.0.id))
            .filter(posting::Column::Kind.eq("PAYOUT"))
            .order_by_desc(posting::Column::Id);
        let rows = rows.all(app(ctx).db.read()).await.map_err(Fault::from)?;
        Ok(rows.into_iter().map(LedgerPosting).collect())
    }

    /// The contract that is in force on the last day.
    async fn contract_number(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        Ok(contract_of(app(ctx), &self.0).await?.map(|row| row.number))
    }

    /// UTC.
    async fn made_at(&self) -> DateTime<Utc> {
        self.0.made_at
    }

    #[graphql(guard = "Can(Permission::ManageSettlements)")]
    async fn made_by(&self, ctx: &Context<'_>) -> Result<Option<StaffMember>> {
        StaffMember::load(ctx, self.0.made_by).await
    }

    /// UTC.
    async fn approved_at(&self) -> Option<DateTime<Utc>> {
        self.0.approved_at
    }

    #[graphql(guard = "Can(Permission::ManageSettlements)")]
    async fn approved_by(&self, ctx: &Context<'_>) -> Result<Option<StaffMember>> {
        StaffMember::load(ctx, self.0.approved_by).await
    }
}

/// A draft with its lines of this moment; another as it was approved.
pub async fn fresh(app: &App, row: settlement::Model) -> Result<Settlement, Fault> {
    if row.approved_at.is_some() {
        return Ok(Settlement(row));
    }
    Ok(Settlement(count(app.db.read(), &row).await?.row))
}

/// The carrier's contract on a settlement's last day.
pub async fn contract_of(app: &App, row: &settlement::Model) -> Result<Option<contract::Model>, Fault> {
    let rows = contract::Entity::find().filter(contract::Column::CarrierId.eq(row.carrier_id));
    let rows = rows.all(app.db.read()).await?;
    let on = row.ends_on;
    Ok(rows.into_iter().find(|row| row.starts_on <= on && row.ends_on.is_none_or(|end| on <= end)))
}

/// A trip's part of a settlement.
#[derive(Clone)]
pub struct SettlementTrip {
    pub part: settlement_trip::Model,
    pub currency: String,
    pub service_date: NaiveDate,
    pub departs_at: DateTime<Utc>,
    /// Number and name of its route.
    pub route: String,
}

impl SettlementTrip {
    /// What is left for the carrier.
    pub fn left(&self) -> i64 {
        let part = &self.part;
        let sales = part.sold_minor + part.returned_minor + part.exchanged_minor + part.handed_over_minor;
        sales + part.commission_minor + part.station_fee_minor
    }
}

/// The trips of a settlement with what they are called, by departure.
pub async fn trip_rows(app: &App, row: &settlement::Model, language: Language) -> Result<Vec<SettlementTrip>, Fault> {
    let db = app.db.read();
    let parts = trips_of(db, row).await?;
    let ids: Vec<Uuid> = parts.iter().map(|part| part.trip_id).collect();
    let mut trips: HashMap<Uuid, trip::Model> = HashMap::new();
    for ids in ids.chunks(MAX_IDS) {
        let found = trip::Entity::find().filter(trip::Column::Id.is_in(ids.to_vec())).all(db).await?;
        trips.extend(found.into_iter().map(|trip| (trip.id, trip)));
    }
    let network = app.network.get(app).await?;
    let mut rows = Vec::with_capacity(parts.len());
    for part in parts {
        let trip = trips.get(&part.trip_id).ok_or_else(|| Fault::new("a settled trip vanished"))?;
        let route = network.route(trip.route_id);
        let route = route.map(|route| format!("{} {}", route.number, in_language(&route.names, language)));
        rows.push(SettlementTrip {
            part,
            currency: row.currency.clone(),
            service_date: trip.service_date,
            departs_at: trip.departs_at,
            route: route.unwrap_or_default(),
        });
    }
    rows.sort_by_key(|row| (row.departs_at, row.part.trip_id));
    Ok(rows)
}

#[Object]
impl SettlementTrip {
    async fn trip_id(&self) -> ID {
        Gid::of(Kind::Trip, self.part.trip_id)
    }

    async fn date(&self) -> Date {
        Date(self.service_date)
    }

    /// Number and name of its route, in the viewer's language.
    async fn route(&self) -> &str {
        &self.route
    }

    async fn sold_count(&self) -> i32 {
        counted(self.part.sold_count)
    }

    async fn returned_count(&self) -> i32 {
        counted(self.part.returned_count)
    }

    async fn sold(&self) -> Money {
        Money::of(self.part.sold_minor, &self.currency)
    }

    async fn returned(&self) -> Money {
        Money::of(self.part.returned_minor, &self.currency)
    }

    /// By exchanges, and by passengers whom another carrier took over.
    async fn moved(&self) -> Money {
        Money::of(self.part.exchanged_minor + self.part.handed_over_minor, &self.currency)
    }

    async fn commission(&self) -> Money {
        Money::of(self.part.commission_minor, &self.currency)
    }

    async fn station_fee(&self) -> Money {
        Money::of(self.part.station_fee_minor, &self.currency)
    }

    /// What is left for the carrier.
    async fn total(&self) -> Money {
        Money::of(self.left(), &self.currency)
    }
}
