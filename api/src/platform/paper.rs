//! Drawing on the pages of a PDF: text in the fonts of the house, rectangles, lines that are wrapped.

use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::sync::LazyLock;

use krilla::Document;
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::text::{Font, TextDirection};

use super::Fault;

/// The fonts of the house, as their files.
pub const REGULAR: &[u8] = include_bytes!("../../assets/fonts/NotoSans_400Regular.ttf");
pub const BOLD: &[u8] = include_bytes!("../../assets/fonts/NotoSans_700Bold.ttf");

static FONTS: LazyLock<Option<(Font, Font)>> =
    LazyLock::new(|| Some((Font::new(REGULAR.to_vec().into(), 0)?, Font::new(BOLD.to_vec().into(), 0)?)));

pub const INK: [u8; 3] = [23, 32, 43];
pub const SOFT: [u8; 3] = [90, 102, 117];
pub const ACCENT: [u8; 3] = [6, 48, 47];
pub const PAPER: [u8; 3] = [255, 255, 255];

/// Draws on one page; all measures are points from its upper left corner.
pub struct Pen<'a, 'b> {
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

    pub fn text(&mut self, x: f32, y: f32, size: f32, bold: bool, color: [u8; 3], text: &str) {
        self.fill(color);
        let font = if bold { self.bold.clone() } else { self.regular.clone() };
        self.surface.draw_text(Point::from_xy(x, y), font, size, text, false, TextDirection::LeftToRight);
    }

    /// Ends at `x`. Most signs of the house's font are 0.572 of its size wide, as digits are.
    pub fn right(&mut self, x: f32, y: f32, size: f32, bold: bool, text: &str) {
        let wide = |letter: char| match letter {
            ',' | '.' | '\u{a0}' | ' ' => 0.265,
            _ => 0.572,
        };
        let width: f32 = text.chars().map(wide).sum::<f32>() * size;
        self.text(x - width, y, size, bold, INK, text);
    }

    /// Text in lines of about `width` points, at most `lines` of them; returns where the next line would stand.
    pub fn wrapped(
        &mut self,
        (x, mut y): (f32, f32),
        size: f32,
        bold: bool,
        width: f32,
        lines: usize,
        text: &str,
    ) -> f32 {
        for line in wrap(text, width / (size * 0.56), lines) {
            self.text(x, y, size, bold, INK, &line);
            y += size * 1.25;
        }
        y
    }

    pub fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32, color: [u8; 3]) {
        self.fill(color);
        let Some(rect) = Rect::from_xywh(x, y, width, height) else { return };
        let mut path = PathBuilder::new();
        path.push_rect(rect);
        if let Some(path) = path.finish() {
            self.surface.draw_path(&path);
        }
    }

    pub fn field(&mut self, x: f32, y: f32, label: &str, value: &str) {
        self.text(x, y, 8.0, false, SOFT, label);
        self.text(x, y + 13.0, 11.0, true, INK, value);
    }
}

/// Breaks a text at spaces into lines of `per_line` characters; the last one is cut with an ellipsis.
pub fn wrap(text: &str, per_line: f32, lines: usize) -> Vec<String> {
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

/// A document whose pages are drawn one after the other; each has this size.
pub fn document<T>(
    size: (f32, f32),
    pages: &[T],
    draw: impl Fn(&mut Pen<'_, '_>, &T) -> Result<(), Fault>,
) -> Result<Vec<u8>, Fault> {
    sheets(pages.iter().map(|page| (size, page)), |pen, page| draw(pen, page))
}

/// A document whose pages have each a size of its own: width and height.
pub fn sheets<T>(
    pages: impl IntoIterator<Item = ((f32, f32), T)>,
    draw: impl Fn(&mut Pen<'_, '_>, &T) -> Result<(), Fault>,
) -> Result<Vec<u8>, Fault> {
    let (regular, bold) = FONTS.clone().ok_or_else(|| Fault::new("the fonts of documents cannot be read"))?;
    let mut document = Document::new();
    for ((width, height), sheet) in pages {
        let settings = PageSettings::from_wh(width, height).ok_or_else(|| Fault::new("a page has no size"))?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        draw(&mut Pen { surface: &mut surface, regular: regular.clone(), bold: bold.clone() }, &sheet)?;
        surface.finish();
        page.finish();
    }
    document.finish().map_err(|error| Fault::new(format!("the PDF could not be made: {error:?}")))
}

/// A file of these bytes that is gone when nobody reads it any more.
pub fn on_disk(bytes: &[u8]) -> Result<File, Fault> {
    let mut file = tempfile::tempfile()?;
    file.write_all(bytes)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(file)
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
