//! A version as a file.

use async_graphql::{Enum, SimpleObject};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use ::entity::manifest;

use crate::features::network::TripView;
use crate::i18n::{Language, t};
use crate::platform::Fault;
use crate::platform::sheet::harmless;

use super::content::{Entry, stop_name};
use super::pdf;

/// What kind of file.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum ManifestFileFormat {
    Pdf,
    /// UTF-8 with a byte order mark, for spreadsheets.
    Csv,
}

/// A file to be kept or printed.
#[derive(SimpleObject)]
pub struct ManifestFile {
    pub name: String,
    pub mime: String,
    /// The contents in base64.
    pub content: String,
}

/// The words of a table's head.
pub const COLUMNS: [&str; 8] = ["seat", "passenger", "birth_date", "citizenship", "document", "from", "to", "ticket"];

/// A passenger in the order of [`COLUMNS`].
pub fn cells(trip: &TripView, entry: &Entry, language: Language) -> [String; 8] {
    let kind = entry.document_kind.as_deref().map(|kind| t(language, &format!("document.{kind}"), &[]));
    let document = [kind, entry.document_number.clone()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    [
        entry.seat.clone().unwrap_or_else(|| "—".into()),
        entry.name(),
        entry.birth_date.map_or_else(String::new, |date| date.format("%d.%m.%Y").to_string()),
        entry.citizenship.clone().unwrap_or_default(),
        document,
        stop_name(trip, entry.from, language),
        stop_name(trip, entry.to, language),
        entry.ticket.clone(),
    ]
}

pub fn file(
    format: ManifestFileFormat,
    row: &manifest::Model,
    trip: &TripView,
    entries: &[Entry],
    language: Language,
) -> Result<ManifestFile, Fault> {
    let (mime, ending, bytes) = match format {
        ManifestFileFormat::Pdf => ("application/pdf", "pdf", pdf::pdf(row, trip, entries, language)?),
        ManifestFileFormat::Csv => ("text/csv; charset=utf-8", "csv", csv(trip, entries, language)?),
    };
    let number = trip.number.replace(|c: char| !c.is_alphanumeric() && c != '-', "_");
    let name = format!("manifest-{number}-{}-v{}.{ending}", trip.service_date, row.number);
    Ok(ManifestFile { name, mime: mime.to_owned(), content: STANDARD.encode(bytes) })
}

fn csv(trip: &TripView, entries: &[Entry], language: Language) -> Result<Vec<u8>, Fault> {
    let mut writer = csv::Writer::from_writer(b"\xef\xbb\xbf".to_vec());
    writer.write_record(COLUMNS.map(|column| t(language, &format!("manifest.{column}"), &[])))?;
    for entry in entries {
        writer.write_record(cells(trip, entry, language).map(harmless))?;
    }
    writer.into_inner().map_err(|error| Fault::new(error.to_string()))
}
