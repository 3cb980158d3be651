//! What comes out of a receipt printer: words, sums and a code, one under the other on a narrow strip. The same slip is drawn
//! as dots for a printer ([`dots`]) and as a page of a PDF ([`pdf`]), with the same breaks.

use std::sync::LazyLock;

use ab_glyph::{Font as _, FontRef, PxScale, ScaleFont as _, point};

use super::Fault;
use super::paper::{BOLD, INK, REGULAR, sheets};

/// Dots of a line where 80 mm of paper are 72 mm of print, at 8 dots a millimetre.
pub const WIDE: u32 = 576;
/// Dots of a line where 58 mm of paper are 48 mm of print.
pub const NARROW: u32 = 384;

/// Points of a dot: there are 203 of them to an inch.
const POINT: f32 = 72.0 / 203.0;
/// Points on each side of the print, and above and below it.
const MARGIN: f32 = 11.0;

const TEXT: f32 = 24.0;
const TITLE: f32 = 34.0;
/// A line is so much higher than its letters.
const LEADING: f32 = 1.3;
/// Dots between the two parts of a pair.
const GAP: f32 = 16.0;

/// A row of a slip.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Row {
    Title(String),
    Text(String),
    Strong(String),
    /// Words at the left, what they come to at the right.
    Pair(String, String),
    StrongPair(String, String),
    Rule,
    /// A QR code: its width in modules, and which of them are dark, row by row.
    Code(usize, Vec<bool>),
}

pub type Slip = Vec<Row>;

/// A slip as a printer prints it: a bit a dot, rows one after the other, the first dot in the highest bit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dots {
    pub width: u32,
    pub height: u32,
    pub bits: Vec<u8>,
}

/// What stands where, in dots from the upper left corner.
enum Placed<'a> {
    Words { x: f32, baseline: f32, size: f32, bold: bool, words: String },
    Rule { y: f32 },
    Code { x: f32, y: f32, module: f32, width: usize, dark: &'a [bool] },
}

static FACES: LazyLock<Option<(FontRef<'static>, FontRef<'static>)>> =
    LazyLock::new(|| Some((FontRef::try_from_slice(REGULAR).ok()?, FontRef::try_from_slice(BOLD).ok()?)));

fn face(bold: bool) -> Result<&'static FontRef<'static>, Fault> {
    let (regular, strong) = FACES.as_ref().ok_or_else(|| Fault::new("the fonts of slips cannot be read"))?;
    Ok(if bold { strong } else { regular })
}

/// Letters of a size are measured by the square that they are drawn in, the font by its own height.
fn scale(face: &FontRef<'_>, size: f32) -> PxScale {
    PxScale::from(size * face.height_unscaled() / face.units_per_em().unwrap_or(1000.0))
}

fn measure(words: &str, size: f32, bold: bool) -> Result<f32, Fault> {
    let face = face(bold)?;
    let scaled = face.as_scaled(scale(face, size));
    Ok(words.chars().map(|letter| scaled.h_advance(scaled.glyph_id(letter))).sum())
}

/// Breaks words into lines that fit; a word that is longer than a line is broken too, so that nothing is lost at the edge.
fn broken(words: &str, size: f32, bold: bool, width: f32) -> Result<Vec<String>, Fault> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in words.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if measure(&longer, size, bold)? <= width {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            let longer = format!("{line}{letter}");
            if !line.is_empty() && measure(&longer, size, bold)? > width {
                lines.push(std::mem::take(&mut line));
            }
            line.push(letter);
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    Ok(lines)
}

/// Where all stands on a strip of this width, and how high it is.
fn place(slip: &Slip, width: u32) -> Result<(Vec<Placed<'_>>, f32), Fault> {
    let width = f32::from(u16::try_from(width)?);
    let (mut placed, mut y) = (Vec::new(), 0.0_f32);
    for row in slip {
        match row {
            Row::Title(words) => write(&mut placed, &mut y, (words, TITLE, true), width)?,
            Row::Text(words) => write(&mut placed, &mut y, (words, TEXT, false), width)?,
            Row::Strong(words) => write(&mut placed, &mut y, (words, TEXT, true), width)?,
            Row::Pair(left, right) => pair(&mut placed, &mut y, (left, right), false, width)?,
            Row::StrongPair(left, right) => pair(&mut placed, &mut y, (left, right), true, width)?,
            Row::Rule => {
                placed.push(Placed::Rule { y: (y + 6.0).round() });
                y += 14.0;
            }
            Row::Code(modules, dark) => {
                // As large as fits, but not so large that a long slip becomes longer for nothing; whole dots to a module.
                let wide = f32::from(u16::try_from(*modules)?);
                let module = (width.min(400.0) / (wide + 8.0)).floor().max(2.0);
                let x = ((width - wide * module) / 2.0).floor();
                y = (y + 4.0 * module).round();
                placed.push(Placed::Code { x, y, module, width: *modules, dark });
                y += (wide + 4.0) * module;
            }
        }
    }
    Ok((placed, y.ceil() + 4.0))
}

fn write(
    placed: &mut Vec<Placed<'_>>,
    y: &mut f32,
    (words, size, bold): (&str, f32, bool),
    width: f32,
) -> Result<(), Fault> {
    for words in broken(words, size, bold, width)? {
        placed.push(Placed::Words { x: 0.0, baseline: *y + size, size, bold, words });
        *y += size * LEADING;
    }
    Ok(())
}

/// The right part stands whole beside the last line of the left one, or under it where there is no room for both.
fn pair(
    placed: &mut Vec<Placed<'_>>,
    y: &mut f32,
    (left, right): (&str, &str),
    bold: bool,
    width: f32,
) -> Result<(), Fault> {
    let taken = measure(right, TEXT, bold)?;
    let room = width - taken - GAP;
    if room < width * 0.3 {
        write(placed, y, (left, TEXT, bold), width)?;
        for words in broken(right, TEXT, bold, width)? {
            let x = (width - measure(&words, TEXT, bold)?).max(0.0);
            placed.push(Placed::Words { x, baseline: *y + TEXT, size: TEXT, bold, words });
            *y += TEXT * LEADING;
        }
        return Ok(());
    }
    write(placed, y, (left, TEXT, bold), room)?;
    let baseline = *y - TEXT * LEADING + TEXT;
    placed.push(Placed::Words { x: width - taken, baseline, size: TEXT, bold, words: right.to_owned() });
    Ok(())
}

/// The slip as dots, on a line of so many: a multiple of eight.
pub fn dots(slip: &Slip, width: u32) -> Result<Dots, Fault> {
    let (placed, height) = place(slip, width)?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a height above zero, rounded up")]
    let height = height as u32;
    let mut paper = Dots { width, height, bits: vec![0; usize::try_from(width / 8 * height)?] };
    for one in placed {
        match one {
            Placed::Words { x, baseline, size, bold, words } => {
                let face = face(bold)?;
                let scaled = face.as_scaled(scale(face, size));
                let mut at = x;
                for letter in words.chars() {
                    let id = scaled.glyph_id(letter);
                    let glyph = id.with_scale_and_position(scaled.scale(), point(at, baseline));
                    at += scaled.h_advance(id);
                    let Some(outline) = face.outline_glyph(glyph) else { continue };
                    let corner = outline.px_bounds().min;
                    outline.draw(|dx, dy, covered| {
                        if covered > 0.45 {
                            paper.dot(corner.x + f32_of(dx), corner.y + f32_of(dy));
                        }
                    });
                }
            }
            Placed::Rule { y } => paper.fill((0.0, y), (f32_of(width), 2.0)),
            Placed::Code { x, y, module, width, dark } => {
                for (n, _) in dark.iter().enumerate().filter(|(_, dark)| **dark) {
                    let (column, line) = (u32::try_from(n % width)?, u32::try_from(n / width)?);
                    paper.fill((x + f32_of(column) * module, y + f32_of(line) * module), (module, module));
                }
            }
        }
    }
    Ok(paper)
}

fn f32_of(n: u32) -> f32 {
    f32::from(u16::try_from(n).unwrap_or(u16::MAX))
}

impl Dots {
    fn dot(&mut self, x: f32, y: f32) {
        #[expect(clippy::cast_possible_truncation, reason = "whole dots")]
        let (x, y) = (x as i64, y as i64);
        let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else { return };
        if x < self.width && y < self.height {
            let byte = usize::try_from(y * (self.width / 8) + x / 8).unwrap_or(usize::MAX);
            if let Some(byte) = self.bits.get_mut(byte) {
                *byte |= 0x80 >> (x % 8);
            }
        }
    }

    fn fill(&mut self, (x, y): (f32, f32), (width, height): (f32, f32)) {
        let mut dy = 0.0;
        while dy < height {
            let mut dx = 0.0;
            while dx < width {
                self.dot(x + dx, y + dy);
                dx += 1.0;
            }
            dy += 1.0;
        }
    }
}

/// Slips as pages of a PDF, each as high as its slip, for a printer that takes files.
pub fn pdf(slips: &[Slip], width: u32) -> Result<Vec<u8>, Fault> {
    let placed = slips.iter().map(|slip| place(slip, width)).collect::<Result<Vec<_>, _>>()?;
    let across = f32_of(width) * POINT + 2.0 * MARGIN;
    let pages = placed.into_iter().map(|(placed, height)| ((across, height * POINT + 2.0 * MARGIN), placed));
    sheets(pages, |pen, placed| {
        let at = |dots: f32| MARGIN + dots * POINT;
        for one in placed {
            match one {
                Placed::Words { x, baseline, size, bold, words } => {
                    pen.text(at(*x), at(*baseline), size * POINT, *bold, INK, words);
                }
                Placed::Rule { y } => pen.rectangle(at(0.0), at(*y), f32_of(width) * POINT, 0.7, INK),
                Placed::Code { x, y, module, width, dark } => {
                    for (n, _) in dark.iter().enumerate().filter(|(_, dark)| **dark) {
                        let (column, line) = (u32::try_from(n % width)?, u32::try_from(n / width)?);
                        let side = module * POINT;
                        pen.rectangle(at(x + f32_of(column) * module), at(y + f32_of(line) * module), side, side, INK);
                    }
                }
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ink_in_columns(paper: &Dots, from: u32, to: u32) -> usize {
        let dark = |x: u32, y: u32| paper.bits[(y * (paper.width / 8) + x / 8) as usize] & (0x80 >> (x % 8)) != 0;
        (0..paper.height).flat_map(|y| (from..to).map(move |x| (x, y))).filter(|(x, y)| dark(*x, *y)).count()
    }

    #[test]
    fn long_words_are_broken_and_nothing_is_lost_at_the_edge() {
        for width in [WIDE, NARROW] {
            let name = "Өмүралиева-Жаңыбаеваүүүүүүүүүүүүүүүүүүүүүүүүүүүүүүүүүүүүүүүү";
            let lines = broken(name, TEXT, true, f32_of(width)).unwrap();
            assert!(lines.len() > 1, "{lines:?}");
            assert_eq!(lines.concat(), name);
            for line in lines {
                assert!(measure(&line, TEXT, true).unwrap() <= f32_of(width));
            }
        }
    }

    #[test]
    fn a_sum_stands_at_the_right_edge_and_a_long_one_under_its_words() {
        let paper = dots(&vec![Row::Pair("Итого".into(), "1 555 сом".into())], WIDE).unwrap();
        assert!(ink_in_columns(&paper, WIDE - 30, WIDE) > 0);
        assert_eq!(ink_in_columns(&paper, 120, 380), 0);
        let long = Row::Pair("Маршрут".into(), "Бишкек, автовокзал «Ак-Кула» — Ош, Новый автовокзал".into());
        assert!(dots(&vec![long], NARROW).unwrap().height > 2 * paper.height);
    }

    #[test]
    fn kyrgyz_letters_have_a_shape_of_their_own() {
        let of = |letter: &str| dots(&vec![Row::Text(letter.into())], NARROW).unwrap().bits;
        for (letter, other) in [("ң", "н"), ("ө", "о"), ("ү", "у"), ("Ң", "Н"), ("Ө", "О"), ("Ү", "У")] {
            assert_ne!(of(letter), of(other), "{letter}");
            assert_ne!(of(letter), of("\u{10FFFF}"), "{letter} is not in the font");
        }
    }
}
