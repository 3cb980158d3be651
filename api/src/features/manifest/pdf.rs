//! A version on paper: A4 landscape, with room for signatures on the last page.

use ::entity::manifest;

use crate::features::network::{TripView, in_language};
use crate::i18n::{Language, t};
use crate::platform::Fault;
use crate::platform::paper::{ACCENT, INK, PAPER, Pen, SOFT, document, wrap};

use super::content::Entry;
use super::file::{COLUMNS, cells};

/// Points.
const WIDTH: f32 = 842.0;
const HEIGHT: f32 = 595.0;
const MARGIN: f32 = 24.0;
const TEXT: f32 = 8.5;
const LINE: f32 = 10.5;
/// Where the rows begin and end.
const TOP: f32 = 132.0;
const BOTTOM: f32 = HEIGHT - 78.0;
/// Of the running number and of each column.
const WIDTHS: [f32; 9] = [22.0, 36.0, 166.0, 66.0, 44.0, 124.0, 124.0, 124.0, 88.0];

/// Rows of one page.
struct Sheet {
    number: usize,
    rows: Vec<[Vec<String>; 9]>,
}

pub fn pdf(row: &manifest::Model, trip: &TripView, entries: &[Entry], language: Language) -> Result<Vec<u8>, Fault> {
    let mut sheets = vec![Sheet { number: 1, rows: Vec::new() }];
    let mut y = TOP;
    for (n, entry) in (1..).zip(entries) {
        let n: usize = n;
        let texts = std::iter::once(n.to_string()).chain(cells(trip, entry, language));
        let mut texts = texts.zip(WIDTHS).map(|(text, width)| wrap(&text, (width - 4.0) / (TEXT * 0.53), 3));
        let lines: [Vec<String>; 9] = std::array::from_fn(|_| texts.next().unwrap_or_default());
        let height = height_of(&lines);
        if y + height > BOTTOM {
            let number = sheets.len() + 1;
            sheets.push(Sheet { number, rows: Vec::new() });
            y = TOP;
        }
        y += height;
        if let Some(sheet) = sheets.last_mut() {
            sheet.rows.push(lines);
        }
    }
    let pages = sheets.len();
    document((WIDTH, HEIGHT), &sheets, |pen, sheet| {
        head(pen, row, trip, language);
        table(pen, sheet, language);
        foot(pen, sheet, pages, language);
        Ok(())
    })
}

fn height_of(row: &[Vec<String>; 9]) -> f32 {
    let lines = u8::try_from(row.iter().map(Vec::len).max().unwrap_or(1)).unwrap_or(3);
    f32::from(lines) * LINE + 5.0
}

fn head(pen: &mut Pen<'_, '_>, row: &manifest::Model, trip: &TripView, language: Language) {
    let word = |key: &str, values: &[(&str, &str)]| t(language, &format!("manifest.{key}"), values);
    let zone = trip.calls.first().map_or(chrono_tz::Tz::UTC, |call| call.stop.zone);
    let local = |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&zone).format("%d.%m.%Y %H:%M").to_string();
    pen.rectangle(0.0, 0.0, WIDTH, 44.0, ACCENT);
    pen.text(MARGIN, 28.0, 16.0, true, PAPER, &word("title", &[]));
    let version = word("version", &[("number", &row.number.to_string()), ("time", &local(row.made_at))]);
    pen.text(WIDTH - 250.0, 28.0, 11.0, false, PAPER, &version);
    let departs = trip.calls.first().map_or_else(String::new, |call| local(call.departure));
    let title = format!("{}, {}, {departs}", trip.number, in_language(&trip.route.names, language));
    pen.text(MARGIN, 66.0, 13.0, true, INK, &title);
    let carrier = format!("{}: {}", word("carrier", &[]), in_language(&trip.carrier.names, language));
    pen.text(MARGIN, 83.0, 9.5, false, INK, &carrier);
    let vehicle = trip.seat_map.as_ref().map_or_else(String::new, |map| {
        let title = map.title();
        language.pick(&title.ru, &title.ky, &title.en).to_owned()
    });
    pen.text(MARGIN, 97.0, 9.5, false, SOFT, &vehicle);
    let total = word("total", &[("count", &row.passengers.to_string())]);
    pen.text(WIDTH - 250.0, 83.0, 11.0, true, INK, &total);
}

fn table(pen: &mut Pen<'_, '_>, sheet: &Sheet, language: Language) {
    let mut x = MARGIN;
    let names =
        std::iter::once("№".to_owned()).chain(COLUMNS.map(|column| t(language, &format!("manifest.{column}"), &[])));
    for (name, width) in names.zip(WIDTHS) {
        pen.text(x, TOP - 10.0, 8.0, false, SOFT, &name);
        x += width;
    }
    let mut y = TOP;
    for row in &sheet.rows {
        pen.rectangle(MARGIN, y - 5.0, WIDTH - 2.0 * MARGIN, 0.5, SOFT);
        let mut x = MARGIN;
        for (column, (lines, width)) in row.iter().zip(WIDTHS).enumerate() {
            let mut line_y = y + 5.0;
            for line in lines {
                pen.text(x, line_y, TEXT, column == 1 || column == 2, INK, line);
                line_y += LINE;
            }
            x += width;
        }
        y += height_of(row);
    }
    pen.rectangle(MARGIN, y - 5.0, WIDTH - 2.0 * MARGIN, 0.5, SOFT);
}

fn foot(pen: &mut Pen<'_, '_>, sheet: &Sheet, pages: usize, language: Language) {
    if sheet.number == pages {
        let (left, right) = (MARGIN, WIDTH / 2.0 + MARGIN);
        for (x, word) in [(left, "dispatcher"), (right, "driver")] {
            pen.text(x, HEIGHT - 44.0, 10.0, false, INK, &t(language, &format!("manifest.{word}"), &[]));
            pen.rectangle(x + 80.0, HEIGHT - 43.0, 220.0, 0.7, INK);
        }
    }
    let page = [("page", sheet.number.to_string()), ("pages", pages.to_string())];
    let page = page.each_ref().map(|(name, value)| (*name, value.as_str()));
    pen.text(WIDTH - 130.0, HEIGHT - 18.0, 8.0, false, SOFT, &t(language, "manifest.page", &page));
}
