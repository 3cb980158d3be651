//! Seat maps: decks of cells on a grid, for one vehicle or for the coaches of a train.
//!
//! A trip keeps an immutable snapshot of its map. Invariants: a seat's label is unique within the map; seats are
//! numbered 1..=N (their ordinal) by unit, deck, row and column, and the ordinal never changes within a snapshot.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SeatMapError {
    #[error("not a seat layout: {0}")]
    NotALayout(String),
    #[error("deck {deck}: the cell at row {row}, column {col} is outside of its {rows} x {cols} grid")]
    OutsideGrid { deck: u8, row: u8, col: u8, rows: u8, cols: u8 },
    #[error("deck {deck}: two cells at row {row}, column {col}")]
    CellTwice { deck: u8, row: u8, col: u8 },
    #[error("two decks with the number {0}")]
    DeckTwice(u8),
    #[error("deck {deck}: the seat at row {row}, column {col} has no number")]
    NoNumber { deck: u8, row: u8, col: u8 },
    #[error("deck {deck}: the seat at row {row}, column {col} has the number \"{number}\", which another has too")]
    NumberTwice { number: String, deck: u8, row: u8, col: u8 },
    #[error("the layout says {said} seats and has {found}")]
    WrongCount { said: usize, found: usize },
    #[error("no seats")]
    NoSeats,
    #[error("no door: nobody can get in")]
    NoDoor,
    #[error("deck {deck}: no way from a door to the seat \"{number}\" at row {row}, column {col}")]
    NoWay { number: String, deck: u8, row: u8, col: u8 },
    #[error("no units: a trip has at least one vehicle or coach")]
    NoUnits,
}

/// A text in the three languages of the interface.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Title {
    pub ru: String,
    pub ky: String,
    pub en: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CellKind {
    Seat,
    Driver,
    /// A seat of the crew, not sold.
    Guide,
    Door,
    Aisle,
    Toilet,
    Stairs,
    Luggage,
    Table,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Facing {
    #[default]
    Forward,
    Backward,
}

/// One seat. In a map of several units its label is `unit-number`, otherwise the number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    #[serde(default)]
    pub label: String,
    pub number: String,
    #[serde(rename = "seat_class", default = "standard")]
    pub class: String,
    #[serde(default)]
    pub window: bool,
    #[serde(default)]
    pub aisle: bool,
    #[serde(default)]
    pub reclining: bool,
    #[serde(default)]
    pub facing: Facing,
    #[serde(default)]
    pub features: Vec<String>,
}

pub(crate) fn standard() -> String {
    "standard".to_owned()
}

/// Row 1 is the front, column 1 the left side in driving direction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    pub row: u8,
    pub col: u8,
    pub kind: CellKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seat: Option<Seat>,
    /// A remark of those who drew it; a trip's map has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deck {
    pub level: u8,
    pub rows: u8,
    pub cols: u8,
    pub cells: Vec<Cell>,
}

/// A vehicle, or one coach of a train; only coaches have names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    pub name: String,
    pub decks: Vec<Deck>,
}

/// Everything that is wrong with the grid and the numbers, from the front.
pub(crate) fn faults_of(decks: &[Deck]) -> Vec<SeatMapError> {
    let mut faults = Vec::new();
    let mut numbers = HashSet::new();
    let mut levels = HashSet::new();
    for deck in decks {
        let (level, rows, cols) = (deck.level, deck.rows, deck.cols);
        if !levels.insert(level) {
            faults.push(SeatMapError::DeckTwice(level));
        }
        let mut taken = HashSet::new();
        for cell in &deck.cells {
            let (row, col) = (cell.row, cell.col);
            if !(1..=rows).contains(&row) || !(1..=cols).contains(&col) {
                faults.push(SeatMapError::OutsideGrid { deck: level, row, col, rows, cols });
            }
            if !taken.insert((row, col)) {
                faults.push(SeatMapError::CellTwice { deck: level, row, col });
            }
            match &cell.seat {
                Some(seat) if seat.number.trim().is_empty() => {
                    faults.push(SeatMapError::NoNumber { deck: level, row, col });
                }
                Some(seat) if !numbers.insert(seat.number.as_str()) => {
                    let number = seat.number.clone();
                    faults.push(SeatMapError::NumberTwice { number, deck: level, row, col });
                }
                None if cell.kind == CellKind::Seat => {
                    faults.push(SeatMapError::NoNumber { deck: level, row, col });
                }
                _ => {}
            }
        }
    }
    faults
}

/// Puts decks and cells into their fixed order.
pub(crate) fn order(decks: &mut [Deck]) {
    decks.sort_by_key(|deck| deck.level);
    for deck in decks {
        deck.cells.sort_by_key(|cell| (cell.row, cell.col));
    }
}

/// Puts decks and cells into their fixed order; the first of their faults.
pub(crate) fn order_and_check(decks: &mut [Deck]) -> Result<(), SeatMapError> {
    order(decks);
    faults_of(decks).into_iter().next().map_or(Ok(()), Err)
}

/// The stored form of a [`SeatMap`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawSeatMap {
    pub layout: String,
    pub title: Title,
    pub vehicle_class: String,
    pub standing_places: u16,
    pub units: Vec<Unit>,
}

/// Where a seat is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SeatPosition {
    pub unit: u16,
    pub deck: u8,
    pub row: u8,
    pub col: u8,
}

/// The immutable seat map of a trip, with an index of its seats.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(try_from = "RawSeatMap", into = "RawSeatMap")]
pub struct SeatMap {
    raw: RawSeatMap,
    /// Seats in the order of their ordinals.
    seats: Vec<(SeatPosition, Seat)>,
    ordinals: HashMap<String, u16>,
}

impl PartialEq for SeatMap {
    fn eq(&self, other: &Self) -> bool {
        self.raw == other.raw
    }
}

impl From<SeatMap> for RawSeatMap {
    fn from(map: SeatMap) -> Self {
        map.raw
    }
}

impl TryFrom<RawSeatMap> for SeatMap {
    type Error = SeatMapError;
    fn try_from(raw: RawSeatMap) -> Result<Self, SeatMapError> {
        Self::new(raw)
    }
}

impl SeatMap {
    /// Checks the parts, gives each seat its label and its ordinal.
    pub fn new(mut raw: RawSeatMap) -> Result<Self, SeatMapError> {
        if raw.units.is_empty() {
            return Err(SeatMapError::NoUnits);
        }
        let several = raw.units.len() > 1;
        let mut seats = Vec::new();
        let mut ordinals = HashMap::new();
        for (index, unit) in raw.units.iter_mut().enumerate() {
            order_and_check(&mut unit.decks)?;
            let unit_index = u16::try_from(index).map_err(|_| SeatMapError::NoUnits)?;
            for deck in &mut unit.decks {
                for cell in &mut deck.cells {
                    let Some(seat) = &mut cell.seat else { continue };
                    seat.label = if several { format!("{}-{}", unit.name, seat.number) } else { seat.number.clone() };
                    let at = SeatPosition { unit: unit_index, deck: deck.level, row: cell.row, col: cell.col };
                    seats.push((at, seat.clone()));
                    let ordinal = u16::try_from(seats.len()).unwrap_or(u16::MAX);
                    if ordinals.insert(seat.label.clone(), ordinal).is_some() {
                        let number = seat.label.clone();
                        return Err(SeatMapError::NumberTwice {
                            number,
                            deck: deck.level,
                            row: cell.row,
                            col: cell.col,
                        });
                    }
                }
            }
        }
        if seats.is_empty() {
            return Err(SeatMapError::NoSeats);
        }
        Ok(Self { raw, seats, ordinals })
    }

    pub fn layout(&self) -> &str {
        &self.raw.layout
    }

    /// Name of the vehicle in three languages.
    pub fn title(&self) -> &Title {
        &self.raw.title
    }

    pub fn vehicle_class(&self) -> &str {
        &self.raw.vehicle_class
    }

    pub fn units(&self) -> &[Unit] {
        &self.raw.units
    }

    pub fn seat_count(&self) -> usize {
        self.seats.len()
    }

    /// How many passengers may travel when seats are not numbered: seats and standing places of all units.
    pub fn open_capacity(&self) -> usize {
        self.seats.len() + usize::from(self.raw.standing_places) * self.raw.units.len()
    }

    /// All seats with their ordinals, in order.
    pub fn seats(&self) -> impl Iterator<Item = (u16, &Seat)> {
        (1..).zip(self.seats.iter().map(|(_, seat)| seat))
    }

    pub fn seat(&self, ordinal: u16) -> Option<&Seat> {
        self.seats.get(usize::from(ordinal).checked_sub(1)?).map(|(_, seat)| seat)
    }

    pub fn position(&self, ordinal: u16) -> Option<SeatPosition> {
        self.seats.get(usize::from(ordinal).checked_sub(1)?).map(|(at, _)| *at)
    }

    pub fn label(&self, ordinal: u16) -> Option<&str> {
        self.seat(ordinal).map(|seat| seat.label.as_str())
    }

    /// The ordinal of the seat with that label.
    pub fn ordinal(&self, label: &str) -> Option<u16> {
        self.ordinals.get(label).copied()
    }

    /// True when one can slide from one seat to the other: same row, next column.
    pub fn side_by_side(&self, a: u16, b: u16) -> bool {
        let (Some(a), Some(b)) = (self.position(a), self.position(b)) else { return false };
        (a.unit, a.deck, a.row) == (b.unit, b.deck, b.row) && a.col.abs_diff(b.col) == 1
    }
}
