//! What the office has on its shelves: contracts, drivers and papers, desks, partners, what it tells and what it promises.
//! Written once: an office that has a contract is furnished.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc};
use domain::blank::printed_run;
use domain::permit::{Holder, PermitKind, reminders_due};
use domain::timetable::local_to_utc;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use uuid::Uuid;

use ::entity::{announcement, api_key, blank, blank_block, closure, contract, desk, driver, permit, vehicle};

use crate::app::App;
use crate::features::blank::{Keeper, block};
use crate::features::inventory;
use crate::features::network::{Carrier, Network, Stop, StopKind, begin_change, finish_change};
use crate::features::partner::take_in;
use crate::features::site::{HOME_ZONE, local_today};
use crate::platform::Fault;
use crate::platform::rows::insert_all;

use super::fleet::needs_two;
use super::log::{Log, Staff};
use super::{offers, people};

/// The series of its paper tickets.
const BLANKS: &str = "КГ";
/// Desks of the busiest stations.
const DESKS: [usize; 6] = [4, 4, 3, 3, 2, 2];
const DESK_NOTES: [&str; 4] = ["Зал, слева от входа", "Предварительная продажа", "Возврат и обмен", "Касса у перрона"];
const PARTNERS: [(&str, &str); 2] =
    [("Демо-агрегатор «Жолдош»", "support@joldosh.example.com"), ("Демо-агентство «Сапар»", "sapar@example.com")];

/// Who writes what is written here.
pub struct Clerk<'a> {
    pub app: &'a App,
    pub network: &'a Network,
    pub staff: &'a Staff,
    pub today: NaiveDate,
    /// Of the past that is made up.
    pub first: NaiveDate,
    pub log: &'a mut Log,
}

/// Some of the day, by the clock of the home station.
pub fn at(date: NaiveDate, hour: u32) -> DateTime<Utc> {
    local_to_utc(date.and_hms_opt(hour, 0, 0).unwrap_or_default(), HOME_ZONE)
}

pub fn names(ru: &str, ky: &str, en: &str) -> ::entity::Names {
    ::entity::Names { ru: ru.into(), ky: ky.into(), en: en.into() }
}

pub async fn furnish(app: &App, staff: &Staff, first: NaiveDate, log: &mut Log) -> Result<(), Fault> {
    if contract::Entity::find().one(app.db.read()).await?.is_some() {
        return Ok(());
    }
    let network = app.network.get(app).await?;
    let mut clerk = Clerk { app, network: &network, staff, today: local_today(app.clock.now()), first, log };
    let tx = begin_change(app).await?;
    let carriers = network.carriers();
    clerk.contracts(&tx, &carriers).await?;
    let vehicles = vehicle::Entity::find().filter(vehicle::Column::Active.eq(true)).order_by_asc(vehicle::Column::Code);
    let vehicles = vehicles.all(&*tx).await?;
    let drivers = clerk.drivers(&tx, &carriers, &vehicles).await?;
    clerk.papers(&tx, &carriers, &vehicles, &drivers).await?;
    let stations: Vec<&Stop> = network
        .stations()
        .into_iter()
        .filter(|(stop, _)| stop.kind == StopKind::Station)
        .map(|(stop, _)| stop.as_ref())
        .collect();
    clerk.desks(&tx, &stations).await?;
    clerk.partners(&tx).await?;
    if let Some(station) = stations.first() {
        clerk.announcements(&tx, station).await?;
    }
    clerk.closure(&tx).await?;
    offers::promotions(&mut clerk, &tx).await?;
    offers::price_list(&mut clerk, &tx).await?;
    let raised = offers::quotas(&clerk, &tx).await?;
    finish_change(app, tx).await?;
    inventory::changed(app, &raised);
    Ok(())
}

impl Clerk<'_> {
    fn begun(&self) -> DateTime<Utc> {
        at(self.first, 9)
    }

    async fn contracts(&mut self, tx: &DatabaseTransaction, carriers: &[&Arc<Carrier>]) -> Result<(), Fault> {
        let year = self.first.year();
        let mut rows = Vec::with_capacity(carriers.len());
        for (n, carrier) in (1..).zip(carriers) {
            let row = contract::Model {
                id: self.app.ids.new(),
                carrier_id: carrier.id,
                number: format!("Д-{year}/{n:02}"),
                starts_on: NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(self.first),
                ends_on: None,
                commission_kind: "PERCENT".into(),
                commission_value: [800, 1_000, 700, 1_200][self.app.ids.below(4)],
                station_fee: 1_000,
                version: 1,
            };
            let facts = json!({
                "contract": row.number, "startsOn": row.starts_on, "commissionKind": row.commission_kind,
                "commission": row.commission_value / 100, "stationFee": row.station_fee / 100,
            });
            self.log.made(self.begun(), self.staff.manager, "SAVE_CONTRACT", format!("carrier:{}", carrier.id), &facts);
            rows.push(row);
        }
        Ok(insert_all::<contract::Entity>(tx, rows).await?)
    }

    /// One for each vehicle, a second for those that go far, and one who has left.
    async fn drivers(
        &mut self,
        tx: &DatabaseTransaction,
        carriers: &[&Arc<Carrier>],
        vehicles: &[vehicle::Model],
    ) -> Result<Vec<driver::Model>, Fault> {
        let ids = &self.app.ids;
        let mut rows: Vec<driver::Model> = Vec::new();
        for carrier in carriers {
            let own = || vehicles.iter().filter(|row| row.carrier_id == carrier.id);
            let wanted = own().count() + own().filter(|row| needs_two(row)).count();
            for n in 0..=wanted {
                let person = people::man(ids);
                rows.push(driver::Model {
                    id: ids.new(),
                    carrier_id: carrier.id,
                    last_name: person.last.into(),
                    first_name: person.first.into(),
                    middle_name: Some(person.middle),
                    phone: Some(people::phone(ids)),
                    active: n < wanted,
                    version: 1,
                });
            }
        }
        for row in &rows {
            let facts = json!({
                "lastName": row.last_name, "firstName": row.first_name, "middleName": row.middle_name, "phone": row.phone,
                "active": row.active,
            });
            self.log.made(self.begun(), self.staff.manager, "SAVE_DRIVER", format!("driver:{}", row.id), &facts);
        }
        insert_all::<driver::Entity>(tx, rows.clone()).await?;
        Ok(rows)
    }

    /// Most hold for long, a few end within a month, and a few have ended.
    async fn papers(
        &mut self,
        tx: &DatabaseTransaction,
        carriers: &[&Arc<Carrier>],
        vehicles: &[vehicle::Model],
        drivers: &[driver::Model],
    ) -> Result<(), Fault> {
        let mut held: Vec<(Holder, Uuid, PermitKind)> = Vec::new();
        for carrier in carriers {
            held.extend([PermitKind::Licence, PermitKind::Insurance].map(|kind| (Holder::Carrier, carrier.id, kind)));
        }
        let long = held.len();
        for row in vehicles {
            held.extend([PermitKind::Insurance, PermitKind::Inspection].map(|kind| (Holder::Vehicle, row.id, kind)));
        }
        for row in drivers.iter().filter(|row| row.active) {
            held.extend([PermitKind::DrivingLicence, PermitKind::Medical].map(|kind| (Holder::Driver, row.id, kind)));
        }
        let days = i64::from(self.network.settings.permit_reminder_days);
        let mut rows = Vec::with_capacity(held.len());
        for (n, (holder, holder_id, kind)) in held.into_iter().enumerate() {
            let ids = &self.app.ids;
            let left = match n {
                _ if n < long => 200 + ids.below(700),
                _ if n % 301 == 150 => 0,
                _ if n % 67 == 40 => 2 + ids.below(28),
                _ => 31 + ids.below(330),
            };
            let ended = if left == 0 { 1 + ids.below(12) } else { 0 };
            let expires_on = self.today + TimeDelta::days(i64::try_from(left)? - i64::try_from(ended)?);
            let (letters, years) = match kind {
                PermitKind::Licence => ("ЛП", 5),
                PermitKind::DrivingLicence => ("ВУ", 10),
                PermitKind::Insurance => ("ОС", 1),
                PermitKind::Inspection => ("ТО", 1),
                PermitKind::Medical => ("МС", 1),
                PermitKind::RoadPermit => ("РП", 1),
            };
            rows.push(permit::Model {
                id: ids.new(),
                holder: holder.code().into(),
                holder_id,
                kind: kind.code().into(),
                number: format!("{letters} {}", ids.digits(7)),
                issued_on: expires_on.checked_sub_days(Days::new(365 * years)),
                expires_on,
                note: None,
                reminded: reminders_due(expires_on, self.today, days),
                version: 1,
            });
        }
        Ok(insert_all::<permit::Entity>(tx, rows).await?)
    }

    async fn desks(&mut self, tx: &DatabaseTransaction, stations: &[&Stop]) -> Result<(), Fault> {
        let mut rows = Vec::new();
        for (station, count) in stations.iter().zip(DESKS) {
            for (n, note) in (1..=count).zip(DESK_NOTES) {
                let row = desk::Model {
                    id: self.app.ids.new(),
                    stop_id: station.id,
                    sign: n.to_string(),
                    note: Some(note.into()),
                    active: true,
                    printer: None,
                    paper_mm: 80,
                    register_id: None,
                    version: 1,
                };
                let facts = json!({ "desk": row.sign, "note": row.note, "active": row.active });
                self.log.made(self.begun(), self.staff.manager, "SAVE_DESK", format!("station:{}", station.id), &facts);
                rows.push(row);
            }
        }
        let first = rows.first().map(|row| row.id);
        insert_all::<desk::Entity>(tx, rows).await?;
        self.blanks(tx, first).await
    }

    /// A block of paper tickets at the first desk, and one in the store.
    async fn blanks(&mut self, tx: &DatabaseTransaction, desk: Option<Uuid>) -> Result<(), Fault> {
        for (desk, numbers) in [(desk, (1, 50)), (None, (51, 100))] {
            let holder = Keeper { desk, by: self.staff.manager, at: self.begun() };
            let (block, blanks) = block(self.app, BLANKS, numbers, &holder, None);
            let facts = json!({ "blanks": printed_run(BLANKS, numbers), "note": block.note });
            let subject = format!("blank_block:{}", block.id);
            self.log.made(self.begun(), self.staff.manager, "ISSUE_BLANKS", subject, &facts);
            insert_all::<blank_block::Entity>(tx, vec![block]).await?;
            insert_all::<blank::Entity>(tx, blanks).await?;
        }
        Ok(())
    }

    async fn partners(&mut self, tx: &DatabaseTransaction) -> Result<(), Fault> {
        for (name, contact) in PARTNERS {
            take_in(self.app, tx, name.into(), Some(contact.into()), &[]).await?;
        }
        let since = api_key::Entity::update_many().col_expr(api_key::Column::CreatedAt, self.begun().into());
        since.filter(api_key::Column::Name.is_in(PARTNERS.map(|(name, _)| name))).exec(tx).await?;
        Ok(())
    }

    /// One that is told now, and one of the past.
    async fn announcements(&mut self, tx: &DatabaseTransaction, station: &Stop) -> Result<(), Fault> {
        let told = [
            (
                names(
                    "В праздничные дни приходите за сорок минут до отправления.",
                    "Майрам күндөрү жөнөөргө кырк мүнөт калганда келиңиз.",
                    "On holidays please come forty minutes before departure.",
                ),
                (-2, 6),
            ),
            (
                names(
                    "Камера хранения закрыта на ремонт.",
                    "Сактоочу жай оңдоого жабык.",
                    "The left-luggage office is closed for repairs.",
                ),
                (-40, -33),
            ),
        ];
        let mut rows = Vec::with_capacity(told.len());
        for (text, (from, to)) in told {
            let row = announcement::Model {
                id: self.app.ids.new(),
                stop_id: station.id,
                text,
                starts_at: at(self.today + TimeDelta::days(from), 8),
                ends_at: at(self.today + TimeDelta::days(to), 20),
                version: 1,
            };
            let facts = json!({ "textRu": row.text.ru, "startsAt": row.starts_at, "endsAt": row.ends_at });
            let subject = format!("announcement:{}", row.id);
            self.log.made(row.starts_at, self.staff.editor, "SAVE_ANNOUNCEMENT", subject, &facts);
            rows.push(row);
        }
        Ok(insert_all::<announcement::Entity>(tx, rows).await?)
    }

    /// A night on the longest line of buses, lifted in the morning.
    async fn closure(&mut self, tx: &DatabaseTransaction) -> Result<(), Fault> {
        let mut lengths: HashMap<(Uuid, Uuid), i32> = HashMap::new();
        for pattern in &self.network.patterns {
            let end = |stop: u32| Some(self.network.stops[stop as usize].place.as_ref()?.id);
            let (Some(start), Some(last)) = (pattern.stops.first(), pattern.stops.last()) else { continue };
            if let (Some(from), Some(to), Some(metres)) = (end(start.stop), end(last.stop), last.metres) {
                lengths.insert((from, to), metres);
            }
        }
        let longest = lengths.into_iter().max_by_key(|(ends, metres)| (*metres, *ends));
        let Some(((from_id, to_id), _)) = longest else { return Ok(()) };
        let night = self.today - TimeDelta::days(25);
        let row = closure::Model {
            id: self.app.ids.new(),
            from_id,
            to_id,
            both_ways: true,
            starts_at: at(night, 1),
            ends_at: None,
            reason: names(
                "Лавинная опасность на перевале",
                "Ашууда көчкү коркунучу",
                "Danger of avalanches on the pass",
            ),
            lifted_at: Some(at(night, 5)),
            version: 2,
        };
        let subject = format!("closure:{}", row.id);
        let facts = json!({ "reasonRu": row.reason.ru, "startsAt": row.starts_at, "lifted": false });
        self.log.made(row.starts_at, self.staff.dispatcher, "SAVE_CLOSURE", subject.clone(), &facts);
        self.log.made(at(night, 5), self.staff.dispatcher, "LIFT_CLOSURE", subject, &json!({ "lifted": true }));
        Ok(insert_all::<closure::Entity>(tx, vec![row]).await?)
    }
}
