//! The vehicle that a departure is planned with goes on none of its trips by whose day a paper of it, or of its carrier, has
//! run out, unless that very paper was overruled; it goes on them when the paper was renewed.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use ::entity::{departure, schedule, trip};

use crate::features::permit::{EndedPaper, Papers};
use crate::platform::Fault;
use crate::platform::rows::MAX_IDS;

/// A vehicle on one trip of a series.
struct OnTrip {
    carrier: Uuid,
    vehicle: Uuid,
    series: Uuid,
    date: NaiveDate,
}

/// What is known of papers and of what was overruled.
struct Checked {
    papers: Papers,
    overruled: HashMap<Uuid, Vec<EndedPaper>>,
}

impl Checked {
    async fn read(db: &impl ConnectionTrait, wanted: &[OnTrip]) -> Result<Self, Fault> {
        let papers = Papers::of(db, wanted.iter().flat_map(|one| [one.carrier, one.vehicle])).await?;
        let mut overruled = HashMap::new();
        // Few departures have any.
        let rows = departure::Entity::find().filter(departure::Column::Overruled.is_not_null());
        for row in rows.all(db).await? {
            overruled.insert(row.id, overruled_of(&row)?);
        }
        Ok(Self { papers, overruled })
    }

    fn may_run(&self, one: &OnTrip) -> bool {
        let overruled = self.overruled.get(&one.series).map_or(&[][..], Vec::as_slice);
        goes(&self.papers, overruled, (one.carrier, one.vehicle), one.date)
    }
}

/// Whether nothing that has ended by a day, but for what was overruled, keeps a carrier's vehicle from a trip.
fn goes(papers: &Papers, overruled: &[EndedPaper], (carrier, vehicle): (Uuid, Uuid), day: NaiveDate) -> bool {
    papers.against(carrier, vehicle, day).iter().all(|ended| overruled.contains(ended))
}

/// Papers of its vehicle that were overruled.
pub fn overruled_of(row: &departure::Model) -> Result<Vec<EndedPaper>, Fault> {
    Ok(row.overruled.clone().map(serde_json::from_value).transpose()?.unwrap_or_default())
}

/// Takes the planned vehicles off those of the new trips that they may not run.
pub(super) async fn leave_out(db: &impl ConnectionTrait, trips: &mut [trip::Model]) -> Result<(), Fault> {
    let wanted = |row: &trip::Model| {
        let vehicle = row.vehicle_id?;
        Some(OnTrip { carrier: row.carrier_id, vehicle, series: row.series_id, date: row.service_date })
    };
    let all: Vec<OnTrip> = trips.iter().filter_map(wanted).collect();
    if all.is_empty() {
        return Ok(());
    }
    let checked = Checked::read(db, &all).await?;
    for row in trips {
        if wanted(row).is_some_and(|one| !checked.may_run(&one)) {
            row.vehicle_id = None;
        }
    }
    Ok(())
}

/// Puts planned vehicles on coming trips that nobody has given another crew, wherever they may run now: the trips, each with
/// its vehicle.
pub async fn put_on(
    tx: &DatabaseTransaction,
    which: Condition,
    now: DateTime<Utc>,
) -> Result<Vec<(Uuid, Uuid)>, Fault> {
    use trip::Column;
    let waiting = waiting(which, now).all(tx).await?;
    let wanted = |(row, plan): &(trip::Model, Option<schedule::Model>)| {
        let vehicle = plan.as_ref()?.vehicle_id?;
        Some((row.id, OnTrip { carrier: row.carrier_id, vehicle, series: row.series_id, date: row.service_date }))
    };
    let (ids, all): (Vec<Uuid>, Vec<OnTrip>) = waiting.iter().filter_map(wanted).unzip();
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let checked = Checked::read(tx, &all).await?;
    let may_run = ids.iter().zip(&all).filter(|(_, one)| checked.may_run(one));
    let vehicles: BTreeMap<Uuid, Uuid> = may_run.map(|(id, one)| (*id, one.vehicle)).collect();
    let ids: Vec<Uuid> = vehicles.keys().copied().collect();
    let mut put = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(MAX_IDS) {
        // In the order in which everybody locks trips; whom somebody has given a crew meanwhile is left alone.
        let rows = trip::Entity::find().select_only().column(Column::Id).order_by_asc(Column::Id);
        let rows = rows.filter(Column::Id.is_in(chunk.iter().copied()));
        let rows = rows.filter(Column::VehicleId.is_null()).filter(Column::CrewVersion.eq(0));
        let mut of_vehicle: BTreeMap<Uuid, Vec<Uuid>> = BTreeMap::new();
        for id in rows.lock_exclusive().into_tuple::<Uuid>().all(tx).await? {
            of_vehicle.entry(vehicles[&id]).or_default().push(id);
        }
        for (vehicle, trips) in of_vehicle {
            put.extend(trips.iter().map(|trip| (*trip, vehicle)));
            let these = trip::Entity::update_many().filter(Column::Id.is_in(trips));
            these.col_expr(Column::VehicleId, vehicle.into()).exec(tx).await?;
        }
    }
    Ok(put)
}

/// Coming trips without the vehicle that their schedule has.
pub(super) fn waiting(which: Condition, now: DateTime<Utc>) -> sea_orm::SelectTwo<trip::Entity, schedule::Entity> {
    use trip::Column;
    trip::Entity::find()
        .find_also_related(schedule::Entity)
        .filter(which)
        .filter(Column::VehicleId.is_null())
        .filter(Column::CrewVersion.eq(0))
        .filter(Column::State.eq("SCHEDULED"))
        .filter(Column::DepartsAt.gt(now))
        .filter(schedule::Column::VehicleId.is_not_null())
}

/// How many of these dates of a departure would go without its vehicle.
pub(super) async fn without_vehicle(
    db: &impl ConnectionTrait,
    (carrier, vehicle): (Uuid, Uuid),
    overruled: &[EndedPaper],
    dates: impl IntoIterator<Item = NaiveDate>,
) -> Result<usize, Fault> {
    let papers = Papers::of(db, [carrier, vehicle]).await?;
    Ok(dates.into_iter().filter(|date| !goes(&papers, overruled, (carrier, vehicle), *date)).count())
}
