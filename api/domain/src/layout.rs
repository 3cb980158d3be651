//! Layouts: the plan of one kind of vehicle or coach, what may be wrong with it, and the file that carries it.

use std::collections::{HashMap, HashSet, VecDeque};

use serde::{Deserialize, Serialize};

use crate::seat_map::{
    Cell, CellKind, Deck, Facing, RawSeatMap, Seat, SeatMap, SeatMapError, Title, Unit, faults_of, order,
    order_and_check, standard,
};

/// One kind of vehicle or coach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    pub code: String,
    pub title: Title,
    pub vehicle_class: String,
    pub standing_places: u16,
    /// For those who work with it.
    pub notes: Option<String>,
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

    /// In its fixed order, with everything that is wrong with it: what [`Layout::validated`] refuses, and seats
    /// that nobody can get to.
    pub fn checked(mut self) -> (Self, Vec<SeatMapError>) {
        order(&mut self.decks);
        let mut faults = faults_of(&self.decks);
        if self.seat_count() == 0 {
            faults.push(SeatMapError::NoSeats);
        } else if !self.decks.iter().flat_map(|deck| &deck.cells).any(|cell| cell.kind == CellKind::Door) {
            faults.push(SeatMapError::NoDoor);
        } else {
            faults.extend(out_of_reach(&self.decks));
        }
        (self, faults)
    }

    /// The seat map of a trip with `units` such vehicles or coaches.
    pub fn seat_map(&self, units: u16) -> Result<SeatMap, SeatMapError> {
        let name = |n: u16| if units == 1 { String::new() } else { n.to_string() };
        let mut decks = self.decks.clone();
        decks.iter_mut().flat_map(|deck| &mut deck.cells).for_each(|cell| cell.note = None);
        let units = (1..=units).map(|n| Unit { name: name(n), decks: decks.clone() }).collect();
        SeatMap::new(RawSeatMap {
            layout: self.code.clone(),
            title: self.title.clone(),
            vehicle_class: self.vehicle_class.clone(),
            standing_places: self.standing_places,
            units,
        })
    }

    /// How most rows with an aisle are seated, such as `2+1`; `None` where no row has one.
    pub fn pattern(&self) -> Option<String> {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for deck in &self.decks {
            for row in 1..=deck.rows {
                let mut groups = vec![0];
                for cell in deck.cells.iter().filter(|cell| cell.row == row) {
                    match (cell.kind, groups.last_mut()) {
                        (CellKind::Seat, Some(group)) => *group += 1,
                        (CellKind::Aisle, _) => groups.push(0),
                        _ => {}
                    }
                }
                if groups.len() > 1 && groups.iter().all(|group| *group > 0) {
                    let words: Vec<String> = groups.iter().map(usize::to_string).collect();
                    *counts.entry(words.join("+")).or_default() += 1;
                }
            }
        }
        counts.into_iter().max_by(|a, b| (a.1, &b.0).cmp(&(b.1, &a.0))).map(|(pattern, _)| pattern)
    }
}

type Spot = (usize, u8, u8);

/// One walks over whatever is floor: aisles, doors, stairs, the bare floor, and past a guide's folded seat.
fn is_floor(kind: Option<CellKind>) -> bool {
    matches!(kind, None | Some(CellKind::Aisle | CellKind::Door | CellKind::Stairs | CellKind::Guide))
}

/// Seats that nobody can get to from a door. One may pass the other seats of a row, but not climb over a row.
fn out_of_reach(decks: &[Deck]) -> Vec<SeatMapError> {
    let cells: HashMap<Spot, &Cell> = (0..)
        .zip(decks)
        .flat_map(|(index, deck)| deck.cells.iter().map(move |cell| ((index, cell.row, cell.col), cell)))
        .collect();
    let kind = |spot: &Spot| cells.get(spot).map(|cell| cell.kind);
    let stairs = |deck: usize| {
        let of = cells.iter().filter(move |(spot, cell)| spot.0 == deck && cell.kind == CellKind::Stairs);
        of.map(|(spot, _)| *spot)
    };
    let doors = cells.iter().filter(|(_, cell)| cell.kind == CellKind::Door).map(|(spot, _)| *spot);
    let mut reached: HashSet<Spot> = doors.collect();
    let mut next: VecDeque<Spot> = reached.iter().copied().collect();
    while let Some(spot @ (index, row, col)) = next.pop_front() {
        let from = kind(&spot);
        let mut around = vec![(index, row, col.saturating_sub(1)), (index, row, col.saturating_add(1))];
        if is_floor(from) {
            around.extend([(index, row.saturating_sub(1), col), (index, row.saturating_add(1), col)]);
        }
        if from == Some(CellKind::Stairs) {
            around.extend(index.checked_sub(1).into_iter().chain([index + 1]).flat_map(&stairs));
        }
        for spot in around {
            let Some(deck) = decks.get(spot.0) else { continue };
            let inside = (1..=deck.rows).contains(&spot.1) && (1..=deck.cols).contains(&spot.2);
            let kind = kind(&spot);
            let passable = is_floor(kind) && is_floor(from) || kind == Some(CellKind::Seat);
            if inside && passable && reached.insert(spot) {
                next.push_back(spot);
            }
        }
    }
    (0..)
        .zip(decks)
        .flat_map(|(index, deck)| deck.cells.iter().map(move |cell| (index, deck.level, cell)))
        .filter(|(index, _, cell)| !reached.contains(&(*index, cell.row, cell.col)))
        .filter_map(|(_, deck, cell)| {
            let number = cell.seat.as_ref()?.number.clone();
            Some(SeatMapError::NoWay { number, deck, row: cell.row, col: cell.col })
        })
        .collect()
}

/// A layout file: `{"layouts": [{"layout_id", "name", "vehicle_class", "seat_count", "decks": […]}]}`.
#[derive(Deserialize)]
struct LayoutFile {
    layouts: Vec<serde_json::Value>,
}

#[derive(Serialize)]
struct PrintedFile {
    version: &'static str,
    /// Says which way round the plan is, to whoever opens the file.
    grid: &'static str,
    layouts: Vec<FileLayout>,
}

#[derive(Serialize, Deserialize)]
struct FileLayout {
    layout_id: String,
    name: Title,
    vehicle_class: String,
    /// Only told: it follows from the seats.
    #[serde(default, skip_deserializing, skip_serializing_if = "Option::is_none")]
    pattern: Option<String>,
    seat_count: Option<usize>,
    #[serde(default, skip_serializing_if = "is_zero")]
    standing_places: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    notes: Option<String>,
    decks: Vec<FileDeck>,
}

#[derive(Serialize, Deserialize)]
struct FileDeck {
    deck: u8,
    rows: u8,
    cols: u8,
    cells: Vec<FileCell>,
}

#[derive(Serialize, Deserialize)]
struct FileCell {
    row: u8,
    col: u8,
    #[serde(rename = "type")]
    kind: CellKind,
    #[serde(flatten)]
    seat: FileSeat,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

/// What is said of a seat; of other cells nothing of it.
#[derive(Default, Serialize, Deserialize)]
struct FileSeat {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    window: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    aisle: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    facing: Option<Facing>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seat_class: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reclining: Option<bool>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    features: Vec<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_zero(n: &u16) -> bool {
    *n == 0
}

/// A layout as the file has it, with what it says of itself. The error: it cannot be read at all.
type Read = Result<(Layout, Option<usize>), (String, SeatMapError)>;

fn read_file(json: &str) -> Result<Vec<Read>, SeatMapError> {
    let file: LayoutFile = serde_json::from_str(json).map_err(|e| SeatMapError::NotALayout(e.to_string()))?;
    Ok((1..).zip(file.layouts).map(|(n, value)| read_layout(n, value)).collect())
}

/// Reads a layout file. The outer error: nothing could be read; the inner ones: that layout, named by its code or
/// its position, cannot be used.
#[expect(clippy::type_complexity, reason = "one result for each layout, named")]
pub fn parse_layouts(json: &str) -> Result<Vec<Result<Layout, (String, SeatMapError)>>, SeatMapError> {
    let usable = |read: Read| {
        let (layout, said) = read?;
        let code = layout.code.clone();
        let layout = layout.validated().map_err(|error| (code.clone(), error))?;
        match said {
            Some(said) if said != layout.seat_count() => {
                Err((code, SeatMapError::WrongCount { said, found: layout.seat_count() }))
            }
            _ => Ok(layout),
        }
    };
    Ok(read_file(json)?.into_iter().map(usable).collect())
}

/// Reads a layout file as the office imports it: each layout with everything that is wrong with it, or with nothing.
#[expect(clippy::type_complexity, reason = "one result for each layout, named")]
pub fn check_layouts(
    json: &str,
) -> Result<Vec<Result<(Layout, Vec<SeatMapError>), (String, SeatMapError)>>, SeatMapError> {
    let checked = |read: Read| {
        let (layout, said) = read?;
        let (layout, mut faults) = layout.checked();
        let found = layout.seat_count();
        faults.extend(said.filter(|said| *said != found).map(|said| SeatMapError::WrongCount { said, found }));
        Ok((layout, faults))
    };
    Ok(read_file(json)?.into_iter().map(checked).collect())
}

fn read_layout(position: usize, value: serde_json::Value) -> Read {
    let name = value.get("layout_id").and_then(|v| v.as_str()).map_or_else(|| format!("no. {position}"), str::to_owned);
    let file: FileLayout =
        serde_json::from_value(value).map_err(|error| (name, SeatMapError::NotALayout(error.to_string())))?;
    let layout = Layout {
        code: file.layout_id,
        title: file.name,
        vehicle_class: file.vehicle_class,
        standing_places: file.standing_places,
        notes: file.notes,
        decks: file.decks.into_iter().map(deck).collect(),
    };
    Ok((layout, file.seat_count))
}

fn deck(file: FileDeck) -> Deck {
    let cells = file.cells.into_iter().map(cell).collect();
    Deck { level: file.deck, rows: file.rows, cols: file.cols, cells }
}

fn cell(file: FileCell) -> Cell {
    let said = file.seat;
    let seat = (file.kind == CellKind::Seat).then(|| Seat {
        label: String::new(),
        number: said.number.unwrap_or_default().trim().to_owned(),
        class: said.seat_class.unwrap_or_else(standard),
        window: said.window.unwrap_or_default(),
        aisle: said.aisle.unwrap_or_default(),
        reclining: said.reclining.unwrap_or_default(),
        facing: said.facing.unwrap_or_default(),
        features: said.features,
    });
    Cell { row: file.row, col: file.col, kind: file.kind, seat, note: file.note }
}

/// The file of these layouts, as [`parse_layouts`] reads it.
pub fn print_layouts(layouts: &[Layout]) -> String {
    let file = PrintedFile {
        version: "1",
        grid: "row 1 is the front; col 1 is the left side seen in driving direction; the driver is on the left",
        layouts: layouts.iter().map(printed).collect(),
    };
    // Strings, numbers and lists of them always have a JSON form.
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

fn printed(layout: &Layout) -> FileLayout {
    FileLayout {
        layout_id: layout.code.clone(),
        name: layout.title.clone(),
        vehicle_class: layout.vehicle_class.clone(),
        pattern: layout.pattern(),
        seat_count: Some(layout.seat_count()),
        standing_places: layout.standing_places,
        notes: layout.notes.clone(),
        decks: layout
            .decks
            .iter()
            .map(|deck| FileDeck {
                deck: deck.level,
                rows: deck.rows,
                cols: deck.cols,
                cells: deck.cells.iter().map(printed_cell).collect(),
            })
            .collect(),
    }
}

fn printed_cell(cell: &Cell) -> FileCell {
    let seat = cell.seat.as_ref().map_or_else(FileSeat::default, |seat| FileSeat {
        number: Some(seat.number.clone()),
        window: Some(seat.window),
        aisle: Some(seat.aisle),
        facing: Some(seat.facing),
        seat_class: Some(seat.class.clone()),
        reclining: Some(seat.reclining),
        features: seat.features.clone(),
    });
    FileCell { row: cell.row, col: cell.col, kind: cell.kind, seat, note: cell.note.clone() }
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
                let kind = if seat.is_some() { CellKind::Seat } else { CellKind::Aisle };
                Cell { row, col, kind, seat, note: None }
            })
            .collect();
        let cols = rows.iter().map(|r| r.len()).max().unwrap() as u8;
        let deck = Deck { level: 1, rows: rows.len() as u8, cols, cells };
        Layout {
            code: "T".into(),
            title: Title::default(),
            vehicle_class: "coach".into(),
            standing_places: 0,
            notes: None,
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
            SeatMapError::NumberTwice { number: "1".into(), deck: 1, row: 1, col: 2 },
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

    #[test]
    fn every_seat_of_the_demonstration_can_be_reached() {
        for layout in demo() {
            let (code, (_, faults)) = (layout.code.clone(), layout.checked());
            assert_eq!(faults, [], "{code}");
        }
    }

    /// As [`drawn`], with `|` a door, `/` stairs, `W` a toilet and spaces bare floor.
    fn plan(decks: &[&[&str]]) -> Layout {
        let mut number = 0;
        let cell = |number: &mut i32, row: u8, col: u8, mark: char| {
            let kind = match mark {
                '|' => CellKind::Door,
                '/' => CellKind::Stairs,
                'W' => CellKind::Toilet,
                '_' => CellKind::Aisle,
                _ => CellKind::Seat,
            };
            let seat = (kind == CellKind::Seat).then(|| {
                *number += 1;
                let label = String::new();
                let (class, facing) = (standard(), Facing::Forward);
                let number = number.to_string();
                Seat { label, number, class, window: false, aisle: false, reclining: false, facing, features: vec![] }
            });
            Cell { row, col, kind, seat, note: None }
        };
        let mut layout = drawn(&["1"]);
        layout.decks.clear();
        for (level, rows) in (1..).zip(decks) {
            let mut cells = Vec::new();
            for (row, text) in (1..).zip(*rows) {
                for (col, mark) in (1..).zip(text.chars()).filter(|(_, mark)| *mark != ' ') {
                    cells.push(cell(&mut number, row, col, mark));
                }
            }
            let cols = rows.iter().map(|row| row.len()).max().unwrap() as u8;
            layout.decks.push(Deck { level, rows: rows.len() as u8, cols, cells });
        }
        layout
    }

    #[test]
    fn a_seat_that_nobody_can_get_to_is_named() {
        let check = |decks: &[&[&str]], expected: &[&str]| {
            let (_, faults) = plan(decks).checked();
            let found: Vec<String> = faults
                .into_iter()
                .map(|fault| match fault {
                    SeatMapError::NoWay { number, deck, .. } => format!("{deck}:{number}"),
                    other => format!("{other:?}"),
                })
                .collect();
            assert_eq!(found, expected, "{decks:?}");
        };
        check(&[&["|__", "SSS"]], &[]);
        // Past one's neighbours, not over a row.
        check(&[&["|_", "S_", "SS", "SS"]], &["1:4", "1:5"]);
        check(&[&["|SS", "  W"]], &[]);
        // Bare floor is floor; a toilet is not.
        check(&[&["|W ", "WWS"]], &["1:1"]);
        check(&[&["| ", " S"]], &[]);
        // Stairs lead to the deck above, and nothing else does.
        check(&[&["|/S"], &["S/S"]], &[]);
        check(&[&["|_S"], &["S/S"]], &["2:2", "2:3"]);
        check(&[&["|W/S"], &["S_/S"]], &["1:1", "2:2", "2:3"]);
        check(&[&["_S"]], &["NoDoor"]);
        check(&[&["|_"]], &["NoSeats"]);
    }

    #[test]
    fn all_faults_are_told_at_once() {
        let mut layout = plan(&[&["|_SSS"]]);
        layout.decks[0].cells[3].seat.as_mut().unwrap().number = "1".into();
        layout.decks[0].cells[4].seat.as_mut().unwrap().number = String::new();
        layout.decks[0].cells[0].row = 7;
        let (_, faults) = layout.checked();
        assert_eq!(faults.len(), 3 + 3, "three of the grid, and with the door outside no way in: {faults:?}");
    }

    #[test]
    fn the_file_says_the_same_after_it_was_read_and_printed() {
        let json = include_str!("../../../demo/seat_layouts.json");
        let printed = print_layouts(&demo());
        let again: Vec<_> = parse_layouts(&printed).unwrap().into_iter().map(Result::unwrap).collect();
        assert_eq!(again, demo());
        let value = |text: &str| -> serde_json::Value { serde_json::from_str(text).unwrap() };
        // Every layout, cell and remark, and how many seats stand beside each other.
        assert_eq!(value(&printed)["layouts"], value(json)["layouts"]);
    }

    #[test]
    fn remarks_stay_out_of_the_passengers_map() {
        let layout = demo().into_iter().find(|layout| layout.code == "YT49").unwrap();
        assert!(layout.decks[0].cells.iter().any(|cell| cell.note.is_some()));
        let map = layout.seat_map(1).unwrap();
        assert!(map.units()[0].decks[0].cells.iter().all(|cell| cell.note.is_none()));
    }
}
