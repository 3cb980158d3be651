//! Tables as files for people's spreadsheets: typed cells in, CSV or XLSX out, row by row.
//!
//! Invariants: what is in memory does not grow with the rows (they go to files without names, which are gone once they
//! are closed); no text of anybody becomes a formula.

mod csv;
mod xlsx;

use std::fs::File;
use std::io::{Seek, SeekFrom};

use chrono::{NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;

use super::Fault;
pub use csv::harmless;

/// Which file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// UTF-8 with a byte order mark, commas, a quotation mark around each text.
    Csv,
    /// A workbook of one sheet, its head frozen and with a filter.
    Xlsx,
}

impl Format {
    pub fn mime(self) -> &'static str {
        match self {
            Format::Csv => "text/csv; charset=utf-8",
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    /// The ending of a file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
        }
    }
}

/// What stands in a cell.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell {
    Empty,
    Text(String),
    Number(i64),
    /// An amount, shown with two digits.
    Amount(Decimal),
    /// A share: 0.25 is shown as 25 %.
    Share(Decimal),
    Date(NaiveDate),
    /// On the clock of whoever reads it: spreadsheets know no zones.
    Moment(NaiveDateTime),
}

/// A file that is being written.
pub struct Sheet {
    kind: Kind,
    rows: u32,
}

enum Kind {
    Csv(csv::Writer),
    Xlsx(xlsx::Writer),
}

impl Sheet {
    /// `name` is the sheet's in a workbook.
    pub fn begin(format: Format, name: &str, heads: &[String]) -> Result<Self, Fault> {
        let kind = match format {
            Format::Csv => Kind::Csv(csv::Writer::begin(heads)?),
            Format::Xlsx => Kind::Xlsx(xlsx::Writer::begin(name, heads)?),
        };
        Ok(Sheet { kind, rows: 0 })
    }

    pub fn write(&mut self, cells: &[Cell]) -> Result<(), Fault> {
        self.rows += 1;
        match &mut self.kind {
            Kind::Csv(writer) => writer.write(cells),
            Kind::Xlsx(writer) => writer.write(self.rows, cells),
        }
    }

    /// A row of a group: so many groups deep it folds away, and a subtotal is bold. In a text file it is a row as any.
    pub fn write_folded(&mut self, cells: &[Cell], depth: u8, subtotal: bool) -> Result<(), Fault> {
        if let Kind::Xlsx(writer) = &mut self.kind {
            writer.fold(self.rows + 1, depth, subtotal)?;
        }
        self.write(cells)
    }

    /// Without the head.
    pub fn rows(&self) -> u32 {
        self.rows
    }

    /// The file from its beginning. Packs a workbook, which takes a moment: not for a thread that others wait for.
    pub fn finish(self) -> Result<File, Fault> {
        let mut file = match self.kind {
            Kind::Csv(writer) => writer.finish()?,
            Kind::Xlsx(writer) => writer.finish(self.rows)?,
        };
        file.seek(SeekFrom::Start(0))?;
        Ok(file)
    }
}
