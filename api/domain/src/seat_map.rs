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
    #[error("two seats with the number \"{0}\"")]
    NumberTwice(String),
    #[error("the layout says {said} seats and has {found}")]
    WrongCount { said: usize, found: usize },
    #[error("no seats")]
    NoSeats,
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

fn standard() -> String {
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

/// One kind of vehicle or coach, as a layout file describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    pub code: String,
    pub title: Title,
    pub vehicle_class: String,
    pub standing_places: u16,
    pub decks: Vec<Deck>,
}

impl Layout {
    pub fn seat_count(&self) -> usize {
        self.decks.iter().flat_map(|deck| &deck.cells).filter(|cell| cell.seat.is_some()).count()
    }

    /// Checks the grid and the numbers, and puts decks and cells into their fixed order.
    pub fn validated(mut self) -> Result<Self, SeatMapError> {
        order_and_check(&mut self.decks)?;
        if self.seat_count() == 0 {
            return Err(SeatMapError::NoSeats);
        }
        Ok(self)
    }

    /// The seat map of a trip with `units` such vehicles or coaches.
    pub fn seat_map(&self, units: u16) -> Result<SeatMap, SeatMapError> {
        let name = |n: u16| if units == 1 { String::new() } else { n.to_string() };
        let units = (1..=units).map(|n| Unit { name: name(n), decks: self.decks.clone() }).collect();
        SeatMap::new(RawSeatMap {
            layout: self.code.clone(),
            title: self.title.clone(),
            vehicle_class: self.vehicle_class.clone(),
            standing_places: self.standing_places,
            units,
        })
    }
}

fn order_and_check(decks: &mut [Deck]) -> Result<(), SeatMapError> {
    decks.sort_by_key(|deck| deck.level);
    let mut numbers = HashSet::new();
    for pair in decks.windows(2) {
        if pair[0].level == pair[1].level {
            return Err(SeatMapError::DeckTwice(pair[0].level));
        }
    }
    for deck in decks {
        deck.cells.sort_by_key(|cell| (cell.row, cell.col));
        let (level, rows, cols) = (deck.level, deck.rows, deck.cols);
        for cell in &deck.cells {
            let (row, col) = (cell.row, cell.col);
            if !(1..=rows).contains(&row) || !(1..=cols).contains(&col) {
                return Err(SeatMapError::OutsideGrid { deck: level, row, col, rows, cols });
            }
            if let Some(seat) = &cell.seat {
                if seat.number.trim().is_empty() {
                    return Err(SeatMapError::NoNumber { deck: level, row, col });
                }
                if !numbers.insert(seat.number.clone()) {
                    return Err(SeatMapError::NumberTwice(seat.number.clone()));
                }
            } else if cell.kind == CellKind::Seat {
                return Err(SeatMapError::NoNumber { deck: level, row, col });
            }
        }
        if let Some(pair) = deck.cells.windows(2).find(|p| (p[0].row, p[0].col) == (p[1].row, p[1].col)) {
            return Err(SeatMapError::CellTwice { deck: level, row: pair[0].row, col: pair[0].col });
        }
    }
    Ok(())
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
                        return Err(SeatMapError::NumberTwice(seat.label.clone()));
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

/// A layout file: `{"layouts": [{"layout_id", "name", "vehicle_class", "seat_count", "decks": […]}]}`.
#[derive(Deserialize)]
struct LayoutFile {
    layouts: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
struct FileLayout {
    layout_id: String,
    name: Title,
    vehicle_class: String,
    seat_count: Option<usize>,
    #[serde(default)]
    standing_places: u16,
    decks: Vec<FileDeck>,
}

#[derive(Deserialize)]
struct FileDeck {
    deck: u8,
    rows: u8,
    cols: u8,
    cells: Vec<FileCell>,
}

#[derive(Deserialize)]
struct FileCell {
    row: u8,
    col: u8,
    #[serde(rename = "type")]
    kind: CellKind,
    number: Option<String>,
    #[serde(default)]
    window: bool,
    #[serde(default)]
    aisle: bool,
    #[serde(default)]
    facing: Facing,
    seat_class: Option<String>,
    #[serde(default)]
    reclining: bool,
    #[serde(default)]
    features: Vec<String>,
}

/// Reads a layout file. The outer error: nothing could be read; the inner ones: that layout, named by its code or
/// its position, cannot be used.
#[expect(clippy::type_complexity, reason = "one result for each layout, named")]
pub fn parse_layouts(json: &str) -> Result<Vec<Result<Layout, (String, SeatMapError)>>, SeatMapError> {
    let file: LayoutFile = serde_json::from_str(json).map_err(|e| SeatMapError::NotALayout(e.to_string()))?;
    Ok((1..).zip(file.layouts).map(|(n, value)| parse_layout(n, value)).collect())
}

fn parse_layout(position: usize, value: serde_json::Value) -> Result<Layout, (String, SeatMapError)> {
    let name = value.get("layout_id").and_then(|v| v.as_str()).map_or_else(|| format!("no. {position}"), str::to_owned);
    let named = |error: SeatMapError| (name.clone(), error);
    let file: FileLayout = serde_json::from_value(value).map_err(|e| named(SeatMapError::NotALayout(e.to_string())))?;
    let said = file.seat_count;
    let layout = Layout {
        code: file.layout_id,
        title: file.name,
        vehicle_class: file.vehicle_class,
        standing_places: file.standing_places,
        decks: file.decks.into_iter().map(deck).collect(),
    }
    .validated()
    .map_err(named)?;
    match said {
        Some(said) if said != layout.seat_count() => {
            Err(named(SeatMapError::WrongCount { said, found: layout.seat_count() }))
        }
        _ => Ok(layout),
    }
}

fn deck(file: FileDeck) -> Deck {
    let cells = file.cells.into_iter().map(cell).collect();
    Deck { level: file.deck, rows: file.rows, cols: file.cols, cells }
}

fn cell(file: FileCell) -> Cell {
    let seat = (file.kind == CellKind::Seat).then(|| Seat {
        label: String::new(),
        number: file.number.unwrap_or_default().trim().to_owned(),
        class: file.seat_class.unwrap_or_else(standard),
        window: file.window,
        aisle: file.aisle,
        reclining: file.reclining,
        facing: file.facing,
        features: file.features,
    });
    Cell { row: file.row, col: file.col, kind: file.kind, seat }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A layout from rows such as `"12_34"`: digits and letters are seats, `_` the aisle, `.` nothing.
    pub(crate) fn drawn(rows: &[&str]) -> Layout {
        let mut number = 0;
        let cells = (1..)
            .zip(rows)
            .flat_map(|(row, text)| (1..).zip(text.chars()).map(move |(col, mark)| (row, col, mark)))
            .filter(|(_, _, mark)| *mark != '.')
            .map(|(row, col, mark)| {
                let seat = (mark != '_').then(|| {
                    number += 1;
                    Seat {
                        label: String::new(),
                        number: number.to_string(),
                        class: if mark == 'V' { "vip".into() } else { standard() },
                        window: false,
                        aisle: false,
                        reclining: false,
                        facing: Facing::Forward,
                        features: vec![],
                    }
                });
                Cell { row, col, kind: if seat.is_some() { CellKind::Seat } else { CellKind::Aisle }, seat }
            })
            .collect();
        let cols = rows.iter().map(|r| r.len()).max().unwrap() as u8;
        let deck = Deck { level: 1, rows: rows.len() as u8, cols, cells };
        Layout {
            code: "T".into(),
            title: Title::default(),
            vehicle_class: "coach".into(),
            standing_places: 0,
            decks: vec![deck],
        }
    }

    fn demo() -> Vec<Layout> {
        let json = include_str!("../../../demo/seat_layouts.json");
        parse_layouts(json).unwrap().into_iter().map(Result::unwrap).collect()
    }

    #[test]
    fn the_demonstration_layouts_are_sound() {
        let found: Vec<_> = demo().iter().map(|l| (l.code.clone(), l.seat_count(), l.decks.len())).collect();
        let expected = [
            ("YT49", 49, 1),
            ("YT53", 53, 1),
            ("VIP29", 29, 1),
            ("SP19", 19, 1),
            ("SP19S", 19, 1),
            ("SP16", 16, 1),
            ("DD77", 77, 2),
            ("RAIL54", 54, 1),
            ("RAILVIP36", 36, 1),
        ];
        assert_eq!(found, expected.map(|(code, seats, decks)| (code.to_owned(), seats, decks)));
    }

    #[test]
    fn labels_carry_the_coach_only_in_a_train_of_several() {
        let layouts = demo();
        let rail = layouts.iter().find(|l| l.code == "RAIL54").unwrap();
        let train = rail.seat_map(4).unwrap();
        assert_eq!(train.seat_count(), 216);
        assert_eq!((train.label(1), train.label(55)), (Some("1-1"), Some("2-1")));
        assert_eq!(train.ordinal("4-54"), Some(216));
        assert_eq!(rail.seat_map(1).unwrap().label(1), Some("1"));
        assert_eq!((train.seat(0), train.seat(217)), (None, None));
    }

    #[test]
    fn open_seating_counts_standing_places() {
        let suburban = demo().into_iter().find(|l| l.code == "SP19S").unwrap();
        assert_eq!(suburban.seat_map(1).unwrap().open_capacity(), 25);
    }

    #[test]
    fn a_map_survives_storage() {
        for layout in demo() {
            let map = layout.seat_map(2).unwrap();
            let stored = serde_json::to_string(&map).unwrap();
            let back: SeatMap = serde_json::from_str(&stored).unwrap();
            assert_eq!(back, map);
            assert_eq!(back.seats().collect::<Vec<_>>(), map.seats().collect::<Vec<_>>());
        }
    }

    #[test]
    fn faults_are_named() {
        let check = |change: fn(&mut Layout), expected: SeatMapError| {
            let mut layout = drawn(&["11_11", "11_11"]);
            change(&mut layout);
            assert_eq!(layout.validated().unwrap_err(), expected);
        };
        check(
            |l| l.decks[0].cells[1].seat.as_mut().unwrap().number = "1".into(),
            SeatMapError::NumberTwice("1".into()),
        );
        check(|l| l.decks[0].cells[1].col = 1, SeatMapError::CellTwice { deck: 1, row: 1, col: 1 });
        check(|l| l.decks[0].cells[0].row = 9, SeatMapError::OutsideGrid { deck: 1, row: 9, col: 1, rows: 2, cols: 5 });
        check(
            |l| l.decks[0].cells[0].seat.as_mut().unwrap().number = " ".into(),
            SeatMapError::NoNumber { deck: 1, row: 1, col: 1 },
        );
        check(|l| l.decks[0].cells.retain(|c| c.seat.is_none()), SeatMapError::NoSeats);
        check(|l| l.decks.push(l.decks[0].clone()), SeatMapError::DeckTwice(1));
        assert_eq!(drawn(&["1"]).seat_map(0).unwrap_err(), SeatMapError::NoUnits);
    }

    #[test]
    fn a_bad_layout_does_not_spoil_the_others() {
        let json = r#"{"layouts": [
            {"layout_id": "A", "name": {"ru":"","ky":"","en":""}, "vehicle_class": "coach", "seat_count": 2,
             "decks": [{"deck":1,"rows":1,"cols":1,"cells":[{"row":1,"col":1,"type":"seat","number":"1"}]}]},
            {"layout_id": "B", "name": {"ru":"","ky":"","en":""}, "vehicle_class": "coach",
             "decks": [{"deck":1,"rows":1,"cols":1,"cells":[{"row":1,"col":1,"type":"seat","number":"1"}]}]},
            {"name": 1}]}"#;
        let read = parse_layouts(json).unwrap();
        assert_eq!(read[0].as_ref().unwrap_err(), &("A".into(), SeatMapError::WrongCount { said: 2, found: 1 }));
        assert!(read[1].is_ok());
        assert_eq!(read[2].as_ref().unwrap_err().0, "no. 3");
        assert!(parse_layouts("[]").is_err());
    }
}
