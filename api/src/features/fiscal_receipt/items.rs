//! What stands on a receipt of things sold or given back.

use std::collections::HashMap;

use domain::fiscal::{Item, Principal};
use domain::price::{Part, PartKind, carrier_share, total_of};
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use uuid::Uuid;

use ::entity::{carrier, order_line};

use crate::app::App;
use crate::features::network::{in_language, trip_views};
use crate::features::order::{Bundle, line_title};
use crate::i18n::{Language, t};
use crate::platform::Fault;

/// Letters of a name that registers take.
const LONGEST: usize = 128;

/// A line with the parts of its price that are sold or given back.
pub struct Sold<'a> {
    pub line: &'a order_line::Model,
    /// Its trip: the line's, or the one that it goes to.
    pub trip: Uuid,
    pub parts: Vec<Part>,
}

/// Receipts are in the languages of the state, whatever the customer reads.
pub fn language_of(bundle: &Bundle) -> Language {
    match Language::parse(&bundle.order.language) {
        Some(Language::Ky) => Language::Ky,
        _ => Language::Ru,
    }
}

/// For each thing the carrier's share, whose agent the station is, and the station's own extras and fees.
pub async fn items(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    sold: &[Sold<'_>],
    fee_tax: Option<Decimal>,
) -> Result<Vec<Item>, Fault> {
    let language = language_of(bundle);
    let ids: Vec<Uuid> = sold.iter().map(|one| one.trip).collect();
    let trips = trip_views(app, &ids).await?;
    let network = app.network.get(app).await?;
    let carriers: Vec<Uuid> = trips.values().map(|trip| trip.carrier.id).collect();
    let carriers = carrier::Entity::find().filter(carrier::Column::Id.is_in(carriers)).all(tx).await?;
    let carriers: HashMap<Uuid, carrier::Model> = carriers.into_iter().map(|row| (row.id, row)).collect();
    let mut items = Vec::new();
    for one in sold {
        let lost = || Fault::new("a receipt for a trip that does not exist");
        let trip = trips.get(&one.trip).ok_or_else(lost)?;
        let carrier = carriers.get(&trip.carrier.id).ok_or_else(lost)?;
        let stop = |sequence: i32| trip.call(sequence).map(|call| in_language(&call.stop.names, language).to_owned());
        let departs = trip.call(one.line.from_call).map(|call| call.departure.with_timezone(&call.stop.zone));
        let way = [
            ("from", stop(one.line.from_call).unwrap_or_default()),
            ("to", stop(one.line.to_call).unwrap_or_default()),
            ("at", departs.map_or_else(String::new, |at| at.format("%d.%m.%Y %H:%M").to_string())),
            ("what", line_title(&network, language, one.line)),
        ];
        let way = way.each_ref().map(|(name, value)| (*name, value.as_str()));
        let name = |key: &str| t(language, key, &way).chars().take(LONGEST).collect::<String>();
        let ticket = if one.line.code.is_some() { "fiscal.baggage" } else { "fiscal.ticket" };
        let principal = Principal {
            name: carrier.legal_name.clone().unwrap_or_else(|| in_language(&carrier.name, language).to_owned()),
            inn: carrier.inn.clone(),
        };
        let tax = carrier.tax_percent.as_deref().map(str::parse).transpose()?;
        items.push(Item::one(name(ticket), carrier_share(&one.parts), tax, Some(principal)));
        let own = [
            ("fiscal.extra", PartKind::Extra),
            ("fiscal.station_fee", PartKind::StationFee),
            ("fiscal.service_fee", PartKind::ServiceFee),
        ];
        for (key, kind) in own {
            items.push(Item::one(name(key), total_of(&one.parts, kind), fee_tax, None));
        }
    }
    items.retain(|item| item.sum_minor > 0);
    Ok(items)
}
