//! The tickets as a PDF, one to a page of A5 landscape: fits a phone's screen and a printer's sheet.

use crate::i18n::{Language, t};
use crate::platform::Fault;
use crate::platform::paper::{ACCENT, INK, PAPER, Pen, SOFT, document};

use super::TicketSheet;
use super::types::qr_modules;

/// A5 landscape, points.
const WIDTH: f32 = 595.0;
const HEIGHT: f32 = 420.0;
const MARGIN: f32 = 28.0;

/// Draws all tickets; each is a page.
pub fn pdf(sheets: &[TicketSheet], language: Language) -> Result<Vec<u8>, Fault> {
    document((WIDTH, HEIGHT), sheets, |pen, sheet| draw(pen, sheet, language))
}

fn draw(pen: &mut Pen<'_, '_>, sheet: &TicketSheet, language: Language) -> Result<(), Fault> {
    let word = |key: &str| t(language, &format!("ticket.{key}"), &[]);
    pen.rectangle(0.0, 0.0, WIDTH, 50.0, ACCENT);
    pen.text(MARGIN, 32.0, 18.0, true, PAPER, &word("title"));
    pen.text(300.0, 22.0, 8.0, false, PAPER, &word("number"));
    pen.text(300.0, 38.0, 13.0, true, PAPER, &sheet.number);
    pen.text(430.0, 22.0, 8.0, false, PAPER, &word("order"));
    pen.text(430.0, 38.0, 13.0, true, PAPER, &sheet.order_number);

    let column = 360.0;
    pen.text(MARGIN, 70.0, 8.0, false, SOFT, &word("from"));
    let y = pen.wrapped((MARGIN, 85.0), 13.0, true, column - MARGIN, 2, &sheet.from);
    pen.text(MARGIN, y, 12.0, false, ACCENT, &sheet.departs);
    pen.text(MARGIN, 136.0, 8.0, false, SOFT, &word("to"));
    let y = pen.wrapped((MARGIN, 151.0), 13.0, true, column - MARGIN, 2, &sheet.to);
    pen.text(MARGIN, y, 12.0, false, ACCENT, &sheet.arrives);

    pen.rectangle(MARGIN, 202.0, column - MARGIN - 10.0, 0.7, SOFT);
    pen.text(MARGIN, 220.0, 8.0, false, SOFT, &word("passenger"));
    pen.wrapped((MARGIN, 234.0), 12.0, true, column - MARGIN, 2, &sheet.passenger);
    pen.text(MARGIN, 264.0, 9.0, false, INK, &format!("{} · {}", sheet.category, sheet.document));

    let mut x = MARGIN;
    let mut fields = vec![(word("trip"), sheet.trip_number.clone())];
    if let Some(coach) = &sheet.coach {
        fields.push((word("coach"), coach.clone()));
    }
    fields.push((word("seat"), sheet.seat.clone().unwrap_or_else(|| word("any_seat"))));
    if let Some(platform) = &sheet.platform {
        fields.push((word("platform"), platform.clone()));
    }
    fields.push((word("price"), sheet.price.clone()));
    for (label, value) in fields {
        pen.field(x, 288.0, &label, &value);
        x += 84.0;
    }
    let carrier = format!("{}: {}", word("carrier"), sheet.carrier);
    let mut y = pen.wrapped((MARGIN, 326.0), 9.0, false, column - MARGIN, 2, &carrier);
    y = pen.wrapped((MARGIN, y), 9.0, false, column - MARGIN, 1, &sheet.vehicle);
    let bought = [("baggage", &sheet.baggage), ("extras", &sheet.extras)];
    let bought = bought.into_iter().filter_map(|(key, things)| Some(format!("{}: {}", word(key), things.as_ref()?)));
    pen.wrapped((MARGIN, y), 9.0, false, column - MARGIN, 2, &bought.collect::<Vec<_>>().join(". "));
    pen.wrapped((MARGIN, 392.0), 8.0, false, WIDTH - 2.0 * MARGIN, 2, &word("note"));

    let (width, modules) = qr_modules(&sheet.qr)?;
    let side = 190.0;
    let module = side / f32::from(u16::try_from(width)?);
    let (left, top) = (WIDTH - MARGIN - side, 80.0);
    for (n, dark) in modules.iter().enumerate() {
        if *dark {
            let (row, col) = (u16::try_from(n / width)?, u16::try_from(n % width)?);
            // A hair wider than the module, so that no viewer draws white lines between neighbours.
            let size = module + 0.05;
            pen.rectangle(left + f32::from(col) * module, top + f32::from(row) * module, size, size, INK);
        }
    }
    pen.text(left, top + side + 14.0, 8.0, false, SOFT, &word("scan"));
    Ok(())
}
