use std::fs::File;
use std::io::{BufWriter, Write as _};

use rust_decimal::prelude::ToPrimitive as _;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::Cell;
use crate::platform::Fault;

/// Letters that a workbook takes in one cell.
const LONGEST: usize = 32_767;
/// Widest a column is made for its head, and for what most cells hold.
const WIDTHS: (usize, usize) = (12, 40);

pub struct Writer {
    book: Workbook,
    head: u16,
    plain: Looks,
    bold: Looks,
    /// The row that is written next is a subtotal.
    subtotal: bool,
}

/// How cells are shown.
struct Looks {
    text: Format,
    amount: Format,
    share: Format,
    date: Format,
    moment: Format,
}

impl Looks {
    fn of(base: &Format) -> Self {
        let format = |text: &str| base.clone().set_num_format(text);
        Looks {
            text: base.clone(),
            amount: format("#,##0.00"),
            share: format("0.0%"),
            date: format("dd.mm.yyyy"),
            moment: format("dd.mm.yyyy hh:mm"),
        }
    }
}

impl Writer {
    pub fn begin(name: &str, heads: &[String]) -> Result<Self, Fault> {
        let mut book = Workbook::new();
        let bold = Format::new().set_bold();
        let sheet = book.add_worksheet_with_constant_memory().map_err(fault)?;
        // A name has at most 31 letters, and not all of them.
        let name: String = name.chars().filter(|letter| !"[]:*?/\\'".contains(*letter)).take(31).collect();
        sheet.set_name(name).map_err(fault)?;
        sheet.set_freeze_panes(1, 0).map_err(fault)?;
        for (column, head) in (0u16..).zip(heads) {
            let width = u32::try_from(head.chars().count().clamp(WIDTHS.0, WIDTHS.1) + 4).unwrap_or(16);
            sheet.set_column_width(column, width).map_err(fault)?;
            sheet.write_string_with_format(0, column, cut(head), &bold).map_err(fault)?;
        }
        Ok(Writer {
            book,
            head: u16::try_from(heads.len())?,
            plain: Looks::of(&Format::new()),
            bold: Looks::of(&bold),
            subtotal: false,
        })
    }

    /// Says how the next row is shown.
    pub fn fold(&mut self, row: u32, depth: u8, subtotal: bool) -> Result<(), Fault> {
        self.subtotal = subtotal;
        let sheet = self.book.worksheet_from_index(0).map_err(fault)?;
        // Subtotals stand above what they are of.
        sheet.group_symbols_above(true);
        for _ in 0..depth {
            sheet.group_rows(row, row).map_err(fault)?;
        }
        Ok(())
    }

    pub fn write(&mut self, row: u32, cells: &[Cell]) -> Result<(), Fault> {
        let sheet = self.book.worksheet_from_index(0).map_err(fault)?;
        for (column, cell) in (0u16..).zip(cells) {
            let looks = if self.subtotal { &self.bold } else { &self.plain };
            write(sheet, (row, column), cell, looks).map_err(fault)?;
        }
        self.subtotal = false;
        Ok(())
    }

    pub fn finish(mut self, rows: u32) -> Result<File, Fault> {
        let sheet = self.book.worksheet_from_index(0).map_err(fault)?;
        sheet.autofilter(0, 0, rows, self.head.saturating_sub(1)).map_err(fault)?;
        let mut file = BufWriter::new(tempfile::tempfile()?);
        self.book.save_to_writer(&mut file).map_err(fault)?;
        file.flush()?;
        file.into_inner().map_err(|error| Fault::new(error.to_string()))
    }
}

fn write(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &Cell, looks: &Looks) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => return Ok(()),
        Cell::Text(text) => sheet.write_string_with_format(row, column, cut(text), &looks.text)?,
        #[expect(clippy::cast_precision_loss, reason = "a workbook has no other numbers; ours are far below 2^53")]
        Cell::Number(number) => sheet.write_number_with_format(row, column, *number as f64, &looks.text)?,
        Cell::Amount(number) | Cell::Share(number) => {
            let look = if matches!(cell, Cell::Share(_)) { &looks.share } else { &looks.amount };
            sheet.write_number_with_format(row, column, number.to_f64().unwrap_or_default(), look)?
        }
        Cell::Date(day) => sheet.write_datetime_with_format(row, column, day, &looks.date)?,
        Cell::Moment(at) => sheet.write_datetime_with_format(row, column, at, &looks.moment)?,
    };
    Ok(())
}

fn cut(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

fn fault(error: XlsxError) -> Fault {
    Fault::new(error.to_string())
}
