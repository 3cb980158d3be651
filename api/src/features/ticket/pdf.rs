//! The tickets as a PDF, one to a page of A5 landscape: fits a phone's screen and a printer's sheet.

use std::sync::LazyLock;

use krilla::Document;
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::text::{Font, TextDirection};

use crate::i18n::{Language, t};
use crate::platform::Fault;

use super::TicketSheet;
use super::types::qr_modules;

static FONTS: LazyLock<Option<(Font, Font)>> = LazyLock::new(|| {
    let regular = include_bytes!("../../../assets/fonts/NotoSans_400Regular.ttf").to_vec();
    let bold = include_bytes!("../../../assets/fonts/NotoSans_700Bold.ttf").to_vec();
    Some((Font::new(regular.into(), 0)?, Font::new(bold.into(), 0)?))
});

const INK: [u8; 3] = [23, 32, 43];
const SOFT: [u8; 3] = [90, 102, 117];
const ACCENT: [u8; 3] = [6, 48, 47];
const PAPER: [u8; 3] = [255, 255, 255];

/// A5 landscape, points.
const WIDTH: f32 = 595.0;
const HEIGHT: f32 = 420.0;
const MARGIN: f32 = 28.0;

struct Pen<'a, 'b> {
    surface: &'a mut Surface<'b>,
    regular: Font,
    bold: Font,
}

impl Pen<'_, '_> {
    fn fill(&mut self, color: [u8; 3]) {
        let [red, green, blue] = color;
        let fill = Fill {
            paint: rgb::Color::new(red, green, blue).into(),
            opacity: NormalizedF32::ONE,
            rule: FillRule::NonZero,
        };
        self.surface.set_fill(Some(fill));
    }

    fn text(&mut self, x: f32, y: f32, size: f32, bold: bool, color: [u8; 3], text: &str) {
        self.fill(color);
        let font = if bold { self.bold.clone() } else { self.regular.clone() };
        self.surface.draw_text(Point::from_xy(x, y), font, size, text, false, TextDirection::LeftToRight);
    }

    /// Text in lines of about `width` points, at most `lines` of them; returns where the next line would stand.
    fn wrapped(&mut self, (x, mut y): (f32, f32), size: f32, bold: bool, width: f32, lines: usize, text: &str) -> f32 {
        for line in wrap(text, width / (size * 0.56), lines) {
            self.text(x, y, size, bold, INK, &line);
            y += size * 1.25;
        }
        y
    }

    fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32, color: [u8; 3]) {
        self.fill(color);
        let Some(rect) = Rect::from_xywh(x, y, width, height) else { return };
        let mut path = PathBuilder::new();
        path.push_rect(rect);
        if let Some(path) = path.finish() {
            self.surface.draw_path(&path);
        }
    }

    fn field(&mut self, x: f32, y: f32, label: &str, value: &str) {
        self.text(x, y, 8.0, false, SOFT, label);
        self.text(x, y + 13.0, 11.0, true, INK, value);
    }
}

/// Breaks a text at spaces into lines of `per_line` characters; the last one is cut with an ellipsis.
fn wrap(text: &str, per_line: f32, lines: usize) -> Vec<String> {
    let mut out: Vec<String> = vec![String::new()];
    for word in text.split_whitespace() {
        let last = out.len() - 1;
        let together = out[last].chars().count() + 1 + word.chars().count();
        let fits = u16::try_from(together).is_ok_and(|n| f32::from(n) <= per_line);
        if out[last].is_empty() || fits {
            if !out[last].is_empty() {
                out[last].push(' ');
            }
            out[last].push_str(word);
        } else if out.len() < lines {
            out.push(word.to_owned());
        } else {
            out[last].push('…');
            break;
        }
    }
    out
}

/// Draws all tickets; each is a page.
pub fn pdf(sheets: &[TicketSheet], language: Language) -> Result<Vec<u8>, Fault> {
    let (regular, bold) = FONTS.clone().ok_or_else(|| Fault::new("the ticket's fonts cannot be read"))?;
    let mut document = Document::new();
    for sheet in sheets {
        let settings = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| Fault::new("a page has no size"))?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        let mut pen = Pen { surface: &mut surface, regular: regular.clone(), bold: bold.clone() };
        draw(&mut pen, sheet, language)?;
        surface.finish();
        page.finish();
    }
    document.finish().map_err(|error| Fault::new(format!("the PDF could not be made: {error:?}")))
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
    if let Some(baggage) = &sheet.baggage {
        pen.wrapped((MARGIN, y), 9.0, false, column - MARGIN, 2, &format!("{}: {baggage}", word("baggage")));
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_wrapped_and_cut() {
        assert_eq!(wrap("aa bb cc", 5.0, 2), ["aa bb", "cc"]);
        assert_eq!(wrap("aa bb cc dd", 5.0, 1), ["aa bb…"]);
        assert_eq!(wrap("", 5.0, 1), [""]);
    }
}
