//! Reading one CSV file of a feed row by row, knowing each row's line.

use super::feed_files::{FeedFiles, ImportError};
use super::report::ImportReport;

/// A CSV file with its header. Names are matched without case and padding; a byte order mark is dropped; rows may be
/// shorter or longer than the header.
pub struct Table<'a> {
    pub name: &'static str,
    reader: csv::Reader<Box<dyn std::io::Read + 'a>>,
    headers: Vec<String>,
    record: csv::StringRecord,
}

/// A column's position, or nothing when the file doesn't have it: then every row's value is empty.
#[derive(Clone, Copy)]
pub struct Column(Option<usize>);

impl<'a> Table<'a> {
    /// `None` when the feed has no such file.
    pub fn open(
        files: &'a FeedFiles,
        name: &'static str,
        report: &mut ImportReport,
    ) -> Result<Option<Self>, ImportError> {
        let Some(bytes) = files.get(name) else { return Ok(None) };
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let source: Box<dyn std::io::Read + 'a> = if std::str::from_utf8(bytes).is_ok() {
            Box::new(bytes)
        } else {
            report.repair(name, 0, "not UTF-8 throughout: letters that cannot be read were replaced");
            Box::new(std::io::Cursor::new(String::from_utf8_lossy(bytes).into_owned().into_bytes()))
        };
        let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(source);
        let headers = reader.headers().map_err(|e| ImportError::Broken(format!("{name}: {e}")))?;
        let headers = headers.iter().map(|header| header.trim_matches(['"', ' ']).to_lowercase()).collect();
        report.files.entry(name.to_owned()).or_default();
        Ok(Some(Self { name, reader, headers, record: csv::StringRecord::new() }))
    }

    pub fn column(&self, name: &str) -> Column {
        Column(self.headers.iter().position(|header| header == name))
    }

    pub fn required(&self, name: &str) -> Result<Column, ImportError> {
        let column = self.column(name);
        match column.0 {
            Some(_) => Ok(column),
            None => Err(ImportError::MissingColumn { file: self.name.to_owned(), column: name.to_owned() }),
        }
    }

    /// The next row that is not empty, counted in the report; rows that are no CSV are reported and passed over.
    pub fn next(&mut self, report: &mut ImportReport) -> Option<Row<'_>> {
        loop {
            let line = self.reader.position().line();
            match self.reader.read_record(&mut self.record) {
                Ok(false) => return None,
                Ok(true) if self.record.iter().all(str::is_empty) => {}
                Ok(true) => {
                    report.row(self.name);
                    break;
                }
                Err(error) => {
                    report.row(self.name);
                    report.skip(self.name, line, format!("not a row of CSV: {error}"));
                }
            }
        }
        let line = self.record.position().map_or(0, csv::Position::line);
        Some(Row { line, record: &self.record })
    }
}

pub struct Row<'a> {
    pub line: u64,
    record: &'a csv::StringRecord,
}

impl<'a> Row<'a> {
    /// Without padding; empty when missing.
    pub fn get(&self, column: Column) -> &'a str {
        column.0.and_then(|index| self.record.get(index)).unwrap_or_default()
    }

    pub fn text(&self, column: Column) -> Option<String> {
        Some(self.get(column)).filter(|value| !value.is_empty()).map(str::to_owned)
    }

    pub fn number<T: std::str::FromStr>(&self, column: Column) -> Option<T> {
        self.get(column).parse().ok()
    }

    pub fn flag(&self, column: Column) -> bool {
        self.get(column) == "1"
    }
}
