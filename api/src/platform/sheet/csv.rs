use std::fs::File;
use std::io::{BufWriter, Write as _};

use ::csv::{QuoteStyle, WriterBuilder};

use super::Cell;
use crate::platform::Fault;

pub struct Writer(::csv::Writer<BufWriter<File>>);

impl Writer {
    pub fn begin(heads: &[String]) -> Result<Self, Fault> {
        let mut file = BufWriter::new(tempfile::tempfile()?);
        file.write_all(b"\xef\xbb\xbf")?;
        let mut writer = WriterBuilder::new().quote_style(QuoteStyle::NonNumeric).from_writer(file);
        writer.write_record(heads.iter().map(|head| harmless(head.clone())))?;
        Ok(Writer(writer))
    }

    pub fn write(&mut self, cells: &[Cell]) -> Result<(), Fault> {
        Ok(self.0.write_record(cells.iter().map(text))?)
    }

    pub fn finish(self) -> Result<File, Fault> {
        let buffered = self.0.into_inner().map_err(|error| Fault::new(error.to_string()))?;
        buffered.into_inner().map_err(|error| Fault::new(error.to_string()))
    }
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => harmless(text.clone()),
        Cell::Number(number) => number.to_string(),
        Cell::Amount(amount) => amount.to_string(),
        Cell::Share(share) => share.to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Moment(at) => at.format("%Y-%m-%d %H:%M:%S").to_string(),
    }
}

/// What begins like a formula is text for a spreadsheet too.
pub fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use rust_decimal::Decimal;

    use super::super::{Format, Sheet};
    use super::*;

    #[test]
    fn no_text_is_a_formula() {
        for (text, kept) in [
            ("=1+1", "'=1+1"),
            ("-5", "'-5"),
            ("@a", "'@a"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("Асан", "Асан"),
            ("", ""),
        ] {
            assert_eq!(harmless(text.to_owned()), kept);
        }
    }

    #[test]
    fn texts_are_quoted_and_numbers_stay_numbers() {
        let heads = ["Имя".to_owned(), "=Сумма".to_owned()];
        let mut sheet = Sheet::begin(Format::Csv, "x", &heads).unwrap();
        let amount = |minor: i64| Cell::Amount(Decimal::new(minor, 2));
        sheet.write(&[Cell::Text("=cmd|' /C calc'!A0".into()), amount(-50_000)]).unwrap();
        sheet.write(&[Cell::Text("a \"b\", c\nd".into()), Cell::Number(-7)]).unwrap();
        sheet.write(&[Cell::Empty, Cell::Date("2026-12-01".parse().unwrap())]).unwrap();
        assert_eq!(sheet.rows(), 3);
        let mut text = String::new();
        sheet.finish().unwrap().read_to_string(&mut text).unwrap();
        let expected = "\u{feff}\"Имя\",\"'=Сумма\"\n\"'=cmd|' /C calc'!A0\",-500.00\n\"a \"\"b\"\", c\nd\",-7\n\"\",\"2026-12-01\"\n";
        assert_eq!(text, expected);
    }
}
