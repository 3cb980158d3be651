//! The cells of a file, as texts.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

/// Of a file that is neither CSV nor a workbook.
#[derive(Debug, PartialEq, Eq)]
pub struct NoTable;

/// Reads a workbook's first sheet, or a text with commas, semicolons or tabs between its cells, UTF-8 or the Cyrillic code page
/// of Windows.
pub fn cells(bytes: &[u8]) -> Result<Vec<Vec<String>>, NoTable> {
    if bytes.starts_with(b"PK") { workbook(bytes) } else { text(bytes) }
}

fn workbook(bytes: &[u8]) -> Result<Vec<Vec<String>>, NoTable> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| NoTable)?;
    let sheet = book.worksheet_range_at(0).ok_or(NoTable)?.map_err(|_| NoTable)?;
    Ok(sheet.rows().map(|row| row.iter().map(written).collect()).collect())
}

fn written(cell: &Data) -> String {
    match cell {
        // Numbers of sixteen digits and more are texts in any file that has not lost them already.
        Data::DateTime(at) => at.as_datetime().map_or_else(|| cell.to_string(), |at| at.to_string()),
        cell => cell.to_string(),
    }
}

fn text(bytes: &[u8]) -> Result<Vec<Vec<String>>, NoTable> {
    if bytes.contains(&0) {
        return Err(NoTable);
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| windows(*byte)).collect(),
    };
    let head = text.lines().next().unwrap_or_default();
    let count = |letter: char| head.matches(letter).count();
    let between = [';', '\t', ','].into_iter().max_by_key(|letter| (count(*letter), *letter == ';')).unwrap_or(',');
    let between = u8::try_from(between).map_err(|_| NoTable)?;
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(between).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.map(|row| row.iter().map(ToOwned::to_owned).collect()));
    rows.collect::<Result<_, _>>().map_err(|_| NoTable)
}

/// A letter of Windows-1251, as far as files of banks have them.
fn windows(byte: u8) -> char {
    match byte {
        0xC0.. => char::from_u32(u32::from(byte) - 0xC0 + 0x410).unwrap_or('?'),
        0xA8 => 'Ё',
        0xB8 => 'ё',
        0xA0 => '\u{a0}',
        0xB9 => '№',
        0x80.. => '?',
        byte => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_every_make_are_read() {
        let expected = [["Номер", "Сумма"], ["a-1", "650,00"]];
        assert_eq!(cells("Номер;Сумма\r\na-1;650,00\r\n".as_bytes()).unwrap(), expected);
        assert_eq!(cells("Номер\tСумма\na-1\t650,00\n".as_bytes()).unwrap(), expected);
        assert_eq!(cells("Номер,Сумма\na-1,\"650,00\"\n".as_bytes()).unwrap(), expected);
        let windows: Vec<u8> = "Номер;Сумма\na-1;650,00\n"
            .chars()
            .map(|letter| match letter {
                'А'..='я' => u8::try_from(u32::from(letter) - 0x410 + 0xC0).unwrap(),
                other => u8::try_from(other).unwrap(),
            })
            .collect();
        assert_eq!(cells(&windows).unwrap(), expected);
        assert_eq!(cells(b"PK\x03\x04 but no workbook"), Err(NoTable));
        assert_eq!(cells(b"\x89PNG\0\0"), Err(NoTable));
    }
}
