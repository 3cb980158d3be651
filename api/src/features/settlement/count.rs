//! What a settlement comes to: its lines from the carrier's account, and the station's part from each ticket by the contract.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use domain::carrier_settlement::{Figures, Movement, Taken, Terms, taken};
use domain::contract::Commission;
use domain::ledger::Account;
use domain::money::Currency;
use domain::price::Ancillary;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, Statement};
use uuid::Uuid;

use ::entity::{contract, contract_route, settlement, settlement_trip};

use crate::features::site::{day_begins, day_ends};
use crate::platform::Fault;

/// A settlement as it stands now.
pub struct Counted {
    pub row: settlement::Model,
    pub trips: Vec<settlement_trip::Model>,
}

#[derive(FromQueryResult)]
struct Sum {
    kind: String,
    before: i32,
    minor: i64,
}

/// Things alike: sold on one trip for the same, or given back.
#[derive(FromQueryResult)]
struct Tickets {
    trip_id: Uuid,
    route_id: Uuid,
    service_date: NaiveDate,
    kind: String,
    line_kind: String,
    whole_minor: i64,
    amount_minor: i64,
    count: i64,
}

/// Counts a settlement's lines anew.
pub async fn count(db: &impl ConnectionTrait, row: &settlement::Model) -> Result<Counted, Fault> {
    let mut figures = Figures::default();
    for sum in sums(db, row).await? {
        match sum.before {
            1 => figures.opening += sum.minor,
            _ => figures.add(&sum.kind, sum.minor),
        }
    }
    let currency = Currency::parse(&row.currency)?;
    let contracts = Contracts::of(db, row.carrier_id).await?;
    let mut trips: BTreeMap<(NaiveDate, Uuid), settlement_trip::Model> = BTreeMap::new();
    for found in tickets(db, row).await? {
        let trip = trips.entry((found.service_date, found.trip_id)).or_insert_with(|| nothing(row.id, found.trip_id));
        let (whole_minor, amount_minor) = (found.whole_minor, found.amount_minor);
        let movement =
            Movement { whole_minor, amount_minor, currency, seat: Ancillary::parse(&found.line_kind).is_none() };
        let Taken { commission, station_fee } = taken(movement, contracts.terms(found.service_date, found.route_id)?);
        trip.commission_minor -= commission * found.count;
        trip.station_fee_minor -= station_fee * found.count;
        let moved = amount_minor * found.count;
        match found.kind.as_str() {
            "SALE" => {
                trip.sold_count += found.count;
                trip.sold_minor += moved;
            }
            "REFUND" => {
                trip.returned_count += found.count;
                trip.returned_minor += moved;
            }
            "EXCHANGE" => trip.exchanged_minor += moved,
            _ => trip.handed_over_minor += moved,
        }
    }
    let trips: Vec<settlement_trip::Model> = trips.into_values().collect();
    figures.commission = trips.iter().map(|trip| trip.commission_minor).sum();
    figures.station_fee = trips.iter().map(|trip| trip.station_fee_minor).sum();
    let row = settlement::Model {
        opening_minor: figures.opening,
        sold_count: trips.iter().map(|trip| trip.sold_count).sum(),
        returned_count: trips.iter().map(|trip| trip.returned_count).sum(),
        sold_minor: figures.sold,
        returned_minor: figures.returned,
        exchanged_minor: figures.exchanged,
        handed_over_minor: figures.handed_over,
        commission_minor: figures.commission,
        station_fee_minor: figures.station_fee,
        withheld_minor: figures.withheld,
        corrected_minor: figures.corrected,
        paid_before_minor: figures.paid,
        closing_minor: figures.closing(),
        ..row.clone()
    };
    Ok(Counted { row, trips })
}

/// The trips of a settlement: as they were approved, or as they are now.
pub async fn trips_of(
    db: &impl ConnectionTrait,
    row: &settlement::Model,
) -> Result<Vec<settlement_trip::Model>, Fault> {
    if row.approved_at.is_none() {
        return Ok(count(db, row).await?.trips);
    }
    let rows = settlement_trip::Entity::find().filter(settlement_trip::Column::SettlementId.eq(row.id));
    Ok(rows.all(db).await?)
}

fn nothing(settlement_id: Uuid, trip_id: Uuid) -> settlement_trip::Model {
    settlement_trip::Model {
        settlement_id,
        trip_id,
        sold_count: 0,
        returned_count: 0,
        sold_minor: 0,
        returned_minor: 0,
        exchanged_minor: 0,
        handed_over_minor: 0,
        commission_minor: 0,
        station_fee_minor: 0,
    }
}

/// How the carrier's account changed, by kind of posting, within the period and before it.
async fn sums(db: &impl ConnectionTrait, row: &settlement::Model) -> Result<Vec<Sum>, Fault> {
    let sql = "SELECT p.kind AS kind, CASE WHEN p.at < $3 THEN 1 ELSE 0 END AS before, \
               CAST(SUM(-l.amount_minor) AS BIGINT) AS minor FROM posting_line l JOIN posting p ON p.id = l.posting_id \
               WHERE l.account = $1 AND l.currency = $2 AND p.at < $4 \
               AND (p.settlement_id IS NULL OR p.settlement_id <> $5 OR p.kind <> 'SETTLEMENT') GROUP BY 1, 2";
    let values = [
        Account::Carrier(row.carrier_id).code().into(),
        row.currency.clone().into(),
        day_begins(row.starts_on).into(),
        day_ends(row.ends_on).into(),
        row.id.into(),
    ];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    Ok(Sum::find_by_statement(statement).all(db).await?)
}

/// What is given back counts with the trip that it was sold for.
async fn tickets(db: &impl ConnectionTrait, row: &settlement::Model) -> Result<Vec<Tickets>, Fault> {
    let sql = "SELECT m.trip_id AS trip_id, t.route_id AS route_id, t.service_date AS service_date, m.kind AS kind, \
               m.line_kind AS line_kind, m.whole_minor AS whole_minor, m.amount_minor AS amount_minor, COUNT(*) AS count \
               FROM (SELECT CASE WHEN c.amount_minor > 0 THEN c.trip_id ELSE COALESCE((SELECT s.trip_id \
               FROM carrier_ticket s WHERE s.line_id = c.line_id AND s.carrier_id = c.carrier_id AND s.amount_minor > 0 \
               AND s.at <= c.at ORDER BY s.at DESC LIMIT 1), c.trip_id) END AS trip_id, p.kind AS kind, \
               l.kind AS line_kind, c.whole_minor, c.amount_minor FROM carrier_ticket c \
               JOIN posting p ON p.id = c.posting_id JOIN order_line l ON l.id = c.line_id \
               WHERE l.kind <> 'EXTRA' AND c.carrier_id = $1 AND c.currency = $2 AND c.at >= $3 AND c.at < $4) m \
               JOIN trip t ON t.id = m.trip_id GROUP BY 1, 2, 3, 4, 5, 6, 7";
    let values = [
        row.carrier_id.into(),
        row.currency.clone().into(),
        day_begins(row.starts_on).into(),
        day_ends(row.ends_on).into(),
    ];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    Ok(Tickets::find_by_statement(statement).all(db).await?)
}

/// A carrier's contracts, with what they say of single routes.
struct Contracts {
    contracts: Vec<contract::Model>,
    routes: HashMap<(Uuid, Uuid), contract_route::Model>,
}

impl Contracts {
    async fn of(db: &impl ConnectionTrait, carrier: Uuid) -> Result<Self, Fault> {
        let contracts = contract::Entity::find().filter(contract::Column::CarrierId.eq(carrier)).all(db).await?;
        let ids = contracts.iter().map(|row| row.id);
        let routes =
            contract_route::Entity::find().filter(contract_route::Column::ContractId.is_in(ids)).all(db).await?;
        let routes = routes.into_iter().map(|row| ((row.contract_id, row.route_id), row)).collect();
        Ok(Contracts { contracts, routes })
    }

    /// Of a trip: by the contract that is in force on its date.
    fn terms(&self, on: NaiveDate, route: Uuid) -> Result<Terms, Fault> {
        let in_force = |row: &&contract::Model| row.starts_on <= on && row.ends_on.is_none_or(|end| on <= end);
        let Some(contract) = self.contracts.iter().find(in_force) else { return Ok(Terms::NONE) };
        let own = self.routes.get(&(contract.id, route));
        let (kind, value) = own.map_or((&contract.commission_kind, contract.commission_value), |own| {
            (&own.commission_kind, own.commission_value)
        });
        Ok(Terms { commission: Commission::parse(kind, value)?, station_fee: contract.station_fee })
    }
}
