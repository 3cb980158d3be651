//! A settlement as a file: the act, or a table of its trips.

use std::fs::File;

use domain::money::{Currency, to_decimal};
use serde_json::json;

use ::entity::settlement;

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::graphql::{Gid, Kind, Permission, Viewer};
use crate::i18n::{Language, t};
use crate::platform::Fault;
use crate::platform::paper::on_disk;
use crate::platform::sheet::{Cell, Format, Sheet};

use super::access::find_settlement;
use super::act::{Paper, pdf};
use super::export_settlement::{ActFormat, ActOrder};
use super::types::{SettlementTrip, fresh, trip_rows};

/// A file with its name.
pub struct Act {
    pub file: File,
    pub name: String,
    pub mime: &'static str,
}

/// Writes the file with the viewer's rights of this moment; none where they may not see it any more.
pub async fn write_act(app: &App, viewer: &Viewer, order: ActOrder) -> Result<Option<Act>, Fault> {
    let id = Gid::of(Kind::Settlement, order.id);
    if !viewer.can(Permission::ViewSettlements) {
        return Ok(None);
    }
    let Ok(row) = find_settlement(app.db.read(), viewer, &id).await else { return Ok(None) };
    let row = fresh(app, row).await?.0;
    let trips = trip_rows(app, &row, viewer.language).await?;
    let (ending, mime) = match order.format {
        ActFormat::Pdf => ("pdf", "application/pdf"),
        ActFormat::Xlsx => (Format::Xlsx.ending(), Format::Xlsx.mime()),
    };
    let name = format!("settlement-{}-{}-to-{}.{ending}", row.number, row.starts_on, row.ends_on);
    let change = Change::made(&json!({ "number": row.number, "format": ending }));
    let subject = format!("settlement:{}", row.id);
    let file = match order.format {
        ActFormat::Pdf => {
            let paper = Paper::of(app, row, trips, viewer.language).await?;
            tokio::task::spawn_blocking(move || on_disk(&pdf(&paper)?)).await??
        }
        ActFormat::Xlsx => {
            let language = viewer.language;
            tokio::task::spawn_blocking(move || table(&row, &trips, language)).await??
        }
    };
    let tx = app.db.begin().await?;
    audit_change(app, &tx, viewer, "EXPORT_SETTLEMENT", &subject, change).await?;
    tx.commit().await?;
    Ok(Some(Act { file, name, mime }))
}

/// The lines of a settlement with their names, in the order of the act.
pub fn lines(row: &settlement::Model) -> [(&'static str, i64); 11] {
    [
        ("opening", row.opening_minor),
        ("sold", row.sold_minor),
        ("returned", row.returned_minor),
        ("exchanged", row.exchanged_minor),
        ("handedOver", row.handed_over_minor),
        ("commission", row.commission_minor),
        ("stationFee", row.station_fee_minor),
        ("withheld", row.withheld_minor),
        ("corrected", row.corrected_minor),
        ("paidBefore", row.paid_before_minor),
        ("closing", row.closing_minor),
    ]
}

fn table(row: &settlement::Model, trips: &[SettlementTrip], language: Language) -> Result<File, Fault> {
    let word = |key: &str| t(language, &format!("settlement.{key}"), &[]);
    let currency = Currency::parse(&row.currency)?;
    let amount = |minor: i64| Cell::Amount(to_decimal(minor, currency));
    let heads = [
        "date",
        "route",
        "soldCount",
        "sold",
        "returnedCount",
        "returned",
        "moved",
        "commission",
        "stationFee",
        "total",
    ];
    let mut names: Vec<String> = heads.iter().map(|head| word(&format!("head.{head}"))).collect();
    names.push(t(language, "sheet.currency", &[]));
    let money = || Cell::Text(row.currency.clone());
    let mut sheet = Sheet::begin(Format::Xlsx, &word("title"), &names)?;
    for trip in trips {
        let part = &trip.part;
        sheet.write(&[
            Cell::Date(trip.service_date),
            Cell::Text(trip.route.clone()),
            Cell::Number(part.sold_count),
            amount(part.sold_minor),
            Cell::Number(part.returned_count),
            amount(part.returned_minor),
            amount(part.exchanged_minor + part.handed_over_minor),
            amount(part.commission_minor),
            amount(part.station_fee_minor),
            amount(trip.left()),
            money(),
        ])?;
    }
    let left: i64 = trips.iter().map(SettlementTrip::left).sum();
    let total = [
        Cell::Text(t(language, "report_total", &[])),
        Cell::Empty,
        Cell::Number(row.sold_count),
        amount(trips.iter().map(|trip| trip.part.sold_minor).sum()),
        Cell::Number(row.returned_count),
        amount(trips.iter().map(|trip| trip.part.returned_minor).sum()),
        amount(trips.iter().map(|trip| trip.part.exchanged_minor + trip.part.handed_over_minor).sum()),
        amount(row.commission_minor),
        amount(row.station_fee_minor),
        amount(left),
        money(),
    ];
    sheet.write_folded(&total, 0, true)?;
    for (line, minor) in lines(row) {
        let mut cells = vec![Cell::Text(word(&format!("line.{line}")))];
        cells.resize(9, Cell::Empty);
        cells.extend([amount(minor), money()]);
        sheet.write_folded(&cells, 0, line == "closing")?;
    }
    sheet.finish()
}
