//! What the office sells for less, what it sells otherwise, and what it keeps.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate, TimeDelta};
use domain::promotion::ALL_DAYS;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;
use uuid::Uuid;

use ::entity::{price_list, promotion, quota, trip};

use crate::features::inventory::{self, Raised};
use crate::features::network::StopKind;
use crate::features::quota::keep;
use crate::platform::Fault;
use crate::platform::rows::insert_all;

use super::AHEAD;
use super::office::{Clerk, at, names};

/// Days of travel that nobody has bought yet: what is decided for them changes no sale.
fn later(today: NaiveDate) -> NaiveDate {
    today + TimeDelta::days(AHEAD + 1)
}

/// A code that is used, one of the past, one that only a large order may have, and a campaign.
pub async fn promotions(clerk: &mut Clerk<'_>, tx: &DatabaseTransaction) -> Result<(), Fault> {
    let (id, today) = (clerk.app.ids.new(), clerk.today);
    let since = at(clerk.first, 0);
    let blank = promotion::Model {
        id,
        code: "BEKET10".into(),
        name: names("Скидка постоянным пассажирам", "Туруктуу жүргүнчүлөргө арзандатуу", "For returning passengers"),
        percent: Some("10".into()),
        amount_minor: None,
        currency: "KGS".into(),
        minimum_minor: 0,
        sold_from: Some(since),
        sold_to: None,
        travel_from: None,
        travel_to: None,
        routes: json!([]),
        carriers: json!([]),
        uses_limit: None,
        customer_limit: None,
        automatic: false,
        combinable: false,
        weekdays: ALL_DAYS.into(),
        channels: json!([]),
        categories: json!([]),
        budget_minor: None,
        active: true,
        touched: 0,
        made_at: since,
        version: 1,
    };
    let group = promotion::Model {
        id: clerk.app.ids.new(),
        code: "GROUP50".into(),
        name: names("Скидка большой компании", "Чоң топко арзандатуу", "For a large party"),
        percent: None,
        amount_minor: Some(5_000),
        minimum_minor: 1_000_000,
        uses_limit: Some(500),
        ..blank.clone()
    };
    let past = promotion::Model {
        id: clerk.app.ids.new(),
        code: "OPENING".into(),
        name: names("В честь открытия", "Ачылыш урматына", "For the opening"),
        percent: Some("15".into()),
        sold_to: Some(since),
        active: false,
        version: 2,
        ..blank.clone()
    };
    let id = clerk.app.ids.new();
    let campaign = promotion::Model {
        id,
        code: format!("#{id}"),
        name: names("Заранее дешевле", "Алдын ала арзан", "Early birds pay less"),
        percent: Some("5".into()),
        sold_from: Some(at(today, 0)),
        travel_from: Some(later(today)),
        automatic: true,
        weekdays: 0b000_0111,
        channels: json!(["WEB"]),
        budget_minor: Some(5_000_000),
        made_at: at(today, 0),
        ..blank.clone()
    };
    let rows = vec![blank, group, past, campaign];
    for row in &rows {
        let facts = json!({
            "code": Some(&row.code).filter(|_| !row.automatic), "automatic": row.automatic, "nameRu": row.name.ru,
            "percent": row.percent, "fixed_minor": row.amount_minor, "currency": row.currency, "active": row.active,
        });
        let subject = format!("promotion:{}", row.id);
        clerk.log.made(row.made_at, clerk.staff.manager, "SAVE_PROMOTION", subject, &facts);
    }
    Ok(insert_all::<promotion::Entity>(tx, rows).await?)
}

/// Dearer weekends of one line, from some weeks on.
pub async fn price_list(clerk: &mut Clerk<'_>, tx: &DatabaseTransaction) -> Result<(), Fault> {
    let (network, first) = (clerk.network, later(clerk.today));
    let Some(route) = network.patterns.first().map(|pattern| &pattern.route) else { return Ok(()) };
    let mut prices: BTreeMap<(Uuid, Uuid), i64> = BTreeMap::new();
    let mut currency = None;
    for pattern in network.patterns.iter().filter(|pattern| pattern.route.id == route.id) {
        let stops: Vec<_> = pattern.stops.iter().map(|stop| &network.stops[stop.stop as usize]).collect();
        let stops: Vec<_> = stops.into_iter().filter(|stop| stop.kind != StopKind::Border).collect();
        for (n, from) in stops.iter().enumerate() {
            for to in &stops[n + 1..] {
                let Some(price) = network.price(route.id, from, to, first) else { continue };
                if currency.get_or_insert_with(|| price.currency.clone()) == &price.currency {
                    // To whole tens.
                    let dearer = price.amount_minor * 11 / 10 / 1_000 * 1_000;
                    prices.insert((network.station_of(from).id, network.station_of(to).id), dearer);
                }
            }
        }
    }
    let Some(currency) = currency else { return Ok(()) };
    let prices: Vec<(Uuid, Uuid, i64)> = prices.into_iter().map(|((from, to), minor)| (from, to, minor)).collect();
    let row = price_list::Model {
        id: clerk.app.ids.new(),
        route_id: route.id,
        name: "Выходные, праздничный сезон".into(),
        first_date: first,
        last_date: first.checked_add_days(Days::new(60)),
        weekdays: 0b111_0000,
        currency,
        prices: serde_json::to_string(&prices)?,
        seat_class: None,
        made_at: at(clerk.today, 0),
        active: true,
        version: 1,
    };
    let facts = json!({ "name": row.name, "firstDate": row.first_date, "lastDate": row.last_date });
    clerk.log.made(row.made_at, clerk.staff.manager, "SAVE_PRICE_LIST", format!("route:{}", route.id), &facts);
    Ok(insert_all::<price_list::Entity>(tx, vec![row]).await?)
}

/// Of two departures with numbered seats, some are kept: for the station's own staff, and in reserve.
/// Whoever looks at their seats is to be told after the commit.
pub async fn quotas(clerk: &Clerk<'_>, tx: &DatabaseTransaction) -> Result<Vec<Raised>, Fault> {
    use trip::Column;
    let coming = || trip::Entity::find().filter(Column::ServiceDate.gt(clerk.today)).filter(Column::Reserved.eq(true));
    let first = coming().order_by_asc(Column::DepartsAt).order_by_asc(Column::Id).limit(2).all(tx).await?;
    let mut rows = Vec::with_capacity(first.len());
    let kinds = [("STAFF", "Служебные места", Some(60)), ("RESERVE", "Резерв вокзала", Some(30))];
    for (trip, (purpose, reason, release_minutes)) in first.iter().zip(kinds) {
        let Some(map) = trip.seat_map_id.and_then(|id| clerk.network.seat_map(id)) else { continue };
        let seats: Vec<&str> = (1..=2).filter_map(|seat| map.label(seat)).collect();
        let row = quota::Model {
            id: clerk.app.ids.new(),
            trip_id: None,
            series_id: Some(trip.series_id),
            purpose: purpose.into(),
            seats: json!(seats),
            places: 0,
            channels: json!([]),
            partner_id: None,
            stop_id: None,
            reason: Some(reason.into()),
            release_minutes,
            made_at: at(clerk.today, 0),
            dropped_at: None,
            version: 1,
        };
        rows.push(row);
    }
    let kept = rows.iter().filter_map(|row| row.series_id);
    let trips = coming().filter(Column::SeriesId.is_in(kept)).select_only().column(Column::Id);
    let trips: Vec<Uuid> = trips.into_tuple().all(tx).await?;
    insert_all::<quota::Entity>(tx, rows).await?;
    let raised = inventory::bump(tx, trips.clone()).await?;
    keep(tx, &trips).await?;
    Ok(raised)
}
