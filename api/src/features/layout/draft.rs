//! A layout as somebody has drawn it, and what is wrong with it, by field.

use async_graphql::InputObject;
use domain::layout::Layout;
use domain::seat_map::{self as plan, SeatMapError, Title};

use crate::features::inventory::{CellKind, SeatFacing};
use crate::graphql::FieldError;
use crate::i18n::Language;

/// Widest and longest deck that the office draws.
const MAX_ROWS: u8 = 40;
const MAX_COLS: u8 = 12;
const MAX_LEVEL: u8 = 4;
const MAX_SEATS: usize = 400;
const MAX_STANDING: i32 = 300;

/// A grid of cells; row 1 is the front, column 1 the left side in driving direction.
#[derive(InputObject)]
pub struct DeckInput {
    /// 1 is the lower deck; to 4.
    pub level: i32,
    /// To 40.
    pub rows: i32,
    /// To 12.
    pub cols: i32,
    /// Cells that hold something; the rest is floor.
    pub cells: Vec<CellInput>,
}

#[derive(InputObject)]
pub struct CellInput {
    pub row: i32,
    pub col: i32,
    pub kind: CellKind,
    /// Of a seat, and of nothing else.
    pub seat: Option<SeatInput>,
    /// A remark for those who work with the layout, to 200 letters.
    pub note: Option<String>,
}

#[derive(InputObject)]
pub struct SeatInput {
    /// What is written on the seat, unique within the layout, to 6 letters.
    pub number: String,
    /// `standard`, `vip`, `panorama`, …
    #[graphql(default_with = "\"standard\".to_owned()")]
    pub seat_class: String,
    #[graphql(default)]
    pub window: bool,
    #[graphql(default)]
    pub aisle: bool,
    #[graphql(default)]
    pub reclining: bool,
    #[graphql(default_with = "SeatFacing::Forward")]
    pub facing: SeatFacing,
    /// `table`, `usb`, `sleeping`, `wheelchair`, …
    #[graphql(default)]
    pub features: Vec<String>,
}

/// What a layout is called and for; the decks come apart.
pub struct Facts {
    pub code: String,
    pub title: Title,
    pub vehicle_class: String,
    pub standing_places: i32,
    pub notes: Option<String>,
}

/// A word of programs, such as a class: Latin letters, digits, `_`.
fn is_word(text: &str) -> bool {
    (1..=20).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

pub fn is_code(text: &str) -> bool {
    (2..=20).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-')
}

/// What was asked for; all that is wrong with it is added to `errors`.
pub fn read_decks(language: Language, decks: Vec<DeckInput>, errors: &mut Vec<FieldError>) -> Vec<plan::Deck> {
    let mut read = Vec::with_capacity(decks.len());
    for deck in decks {
        let number = |value: i32, most: u8| u8::try_from(value).ok().filter(|value| (1..=most).contains(value));
        let path = format!("decks.{}", deck.level);
        let (level, rows, cols) =
            (number(deck.level, MAX_LEVEL), number(deck.rows, MAX_ROWS), number(deck.cols, MAX_COLS));
        let (Some(level), Some(rows), Some(cols)) = (level, rows, cols) else {
            errors.push(FieldError::new(language, path, "DECK_SIZE", &[]));
            continue;
        };
        let mut cells = Vec::with_capacity(deck.cells.len());
        for cell in deck.cells {
            let at = (number(cell.row, rows), number(cell.col, cols));
            let (Some(row), Some(col)) = at else {
                let values = [
                    ("deck", &*deck.level.to_string()),
                    ("row", &*cell.row.to_string()),
                    ("col", &*cell.col.to_string()),
                ];
                let path = format!("{path}.{}.{}", cell.row, cell.col);
                errors.push(FieldError::new(language, path, "CELL_OUTSIDE", &values));
                continue;
            };
            let seat = cell.seat.filter(|_| cell.kind == CellKind::Seat);
            let seat = seat.map(|seat| plan::Seat {
                label: String::new(),
                number: seat.number.trim().to_owned(),
                class: seat.seat_class,
                window: seat.window,
                aisle: seat.aisle,
                reclining: seat.reclining,
                facing: seat.facing.into(),
                features: seat.features,
            });
            let note = cell.note.map(|note| note.trim().to_owned()).filter(|note| !note.is_empty());
            cells.push(plan::Cell { row, col, kind: cell.kind.into(), seat, note });
        }
        read.push(plan::Deck { level, rows, cols, cells });
    }
    read
}

/// The layout in its fixed order, where nothing is wrong with it; `path` begins the paths of its errors.
pub fn check(
    language: Language,
    path: &str,
    facts: Facts,
    decks: Vec<plan::Deck>,
    errors: &mut Vec<FieldError>,
) -> Layout {
    let layout = Layout {
        code: facts.code,
        title: facts.title,
        vehicle_class: facts.vehicle_class,
        standing_places: u16::try_from(facts.standing_places.clamp(0, MAX_STANDING)).unwrap_or(0),
        notes: facts.notes.map(|notes| notes.trim().to_owned()).filter(|notes| !notes.is_empty()),
        decks,
    };
    if !(0..=MAX_STANDING).contains(&facts.standing_places) {
        errors.push(FieldError::new(language, format!("{path}standingPlaces"), "STANDING_PLACES", &[]));
    }
    let (layout, faults) = layout.checked();
    check_words(language, path, &layout, errors);
    errors.extend(faults.into_iter().map(|fault| field_error(language, path, &fault)));
    layout
}

/// Names, codes and lengths: what the plan itself does not tell.
pub fn check_words(language: Language, path: &str, layout: &Layout, errors: &mut Vec<FieldError>) {
    let mut wrong =
        |field: &str, code: &str| errors.push(FieldError::new(language, format!("{path}{field}"), code, &[]));
    if !is_code(&layout.code) {
        wrong("code", "LAYOUT_CODE");
    }
    let title = &layout.title;
    for (field, name) in [("nameRu", &title.ru), ("nameKy", &title.ky), ("nameEn", &title.en)] {
        match name.trim().chars().count() {
            0 => wrong(field, "REQUIRED"),
            1..=100 => {}
            _ => wrong(field, "TOO_LONG"),
        }
    }
    if !is_word(&layout.vehicle_class) {
        wrong("vehicleClass", "VEHICLE_CLASS");
    }
    if layout.notes.as_ref().is_some_and(|notes| notes.chars().count() > 1000) {
        wrong("notes", "TOO_LONG");
    }
    if layout.seat_count() > MAX_SEATS {
        wrong("decks", "TOO_MANY_SEATS");
    }
    for deck in &layout.decks {
        if deck.level > MAX_LEVEL || deck.rows > MAX_ROWS || deck.cols > MAX_COLS {
            wrong(&format!("decks.{}", deck.level), "DECK_SIZE");
        }
        for cell in &deck.cells {
            let at = format!("decks.{}.{}.{}", deck.level, cell.row, cell.col);
            let words = cell.seat.iter().flat_map(|seat| seat.features.iter().chain([&seat.class]));
            if !words.into_iter().all(|word| is_word(word)) || cell.seat.iter().any(|seat| seat.features.len() > 12) {
                wrong(&at, "SEAT_WORDS");
            }
            let too_long = cell.seat.as_ref().is_some_and(|seat| seat.number.chars().count() > 6);
            if too_long {
                wrong(&format!("{at}.number"), "TOO_LONG");
            }
            if cell.note.as_ref().is_some_and(|note| note.chars().count() > 200) {
                wrong(&format!("{at}.note"), "TOO_LONG");
            }
        }
    }
}

/// The words for what is wrong, at its deck, row and column.
pub fn field_error(language: Language, path: &str, fault: &SeatMapError) -> FieldError {
    use SeatMapError as E;
    let told = |field: String, code: &str, values: &[(&str, &str)]| {
        FieldError::new(language, format!("{path}{field}"), code, values)
    };
    let at = |code: &str, ending: &str, deck: u8, row: u8, col: u8, number: &str| {
        let values =
            [("deck", &*deck.to_string()), ("row", &*row.to_string()), ("col", &*col.to_string()), ("number", number)];
        told(format!("decks.{deck}.{row}.{col}{ending}"), code, &values)
    };
    match fault {
        E::OutsideGrid { deck, row, col, .. } => at("CELL_OUTSIDE", "", *deck, *row, *col, ""),
        E::CellTwice { deck, row, col } => at("CELL_TWICE", "", *deck, *row, *col, ""),
        E::NoNumber { deck, row, col } => at("SEAT_NUMBER", ".number", *deck, *row, *col, ""),
        E::NumberTwice { number, deck, row, col } => at("SEAT_NUMBER_TWICE", ".number", *deck, *row, *col, number),
        E::NoWay { number, deck, row, col } => at("SEAT_NO_WAY", "", *deck, *row, *col, number),
        E::DeckTwice(deck) => told(format!("decks.{deck}"), "DECK_TWICE", &[("deck", &deck.to_string())]),
        E::NoSeats | E::NoUnits => told("decks".to_owned(), "NO_SEATS", &[]),
        E::NoDoor => told("decks".to_owned(), "NO_DOOR", &[]),
        E::WrongCount { said, found } => {
            let values = [("said", &*said.to_string()), ("found", &*found.to_string())];
            told("seatCount".to_owned(), "LAYOUT_SEAT_COUNT", &values)
        }
        E::NotALayout(why) => told("json".to_owned(), "NOT_A_LAYOUT", &[("why", why)]),
    }
}
