//! Who sits where when passengers come to other seats: those of another vehicle, or of another trip.
//!
//! Each keeps the class, and what they cannot do without, such as a place for a wheelchair. Whoever's number is there
//! keeps it, unless their company would be torn apart by that; companies sit together where they can; whoever has paid
//! comes before those who are still buying; where seats are too few, whoever travels alone is left over sooner than a
//! company is torn apart. Invariants: everybody is answered once; no seat is taken twice on a leg;
//! what was fixed stays fixed; where a class has seats enough on every leg and nothing is fixed, nobody is left over.

use std::collections::{BTreeMap, HashMap};

use uuid::Uuid;

use crate::seat_choice::choose;
use crate::seat_map::{SeatMap, SeatPosition};

/// Features of a seat without which its passenger cannot travel; others are comfort.
const NEEDED: [&str; 2] = ["wheelchair", "sleeping"];

/// One who needs a seat.
#[derive(Debug, Clone)]
pub struct Sitter<'a> {
    pub id: Uuid,
    /// Those who travel together.
    pub company: Uuid,
    /// The legs `from..to`.
    pub from: i32,
    pub to: i32,
    /// Has paid; the others are buying.
    pub sold: bool,
    /// Where they sit now: the map and the seat's ordinal.
    pub seat: (&'a SeatMap, u16),
}

/// Where one is to sit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    pub id: Uuid,
    /// Ordinal in the new map; `None`: there is no seat for them.
    pub seat: Option<u16>,
    /// Their class had no seat left: one of another class.
    pub other_class: bool,
}

/// Why a seat cannot be fixed for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfixed {
    /// The map has no such seat.
    NoSuchSeat,
    /// Another one was fixed on it for a leg of theirs.
    Twice,
}

/// Proposes seats of `map`. `fixed` are those that somebody has decided; with `other_class`, who finds no seat of their
/// class gets one of another. Answers in the order of the sitters.
pub fn propose(
    map: &SeatMap,
    sitters: &[Sitter<'_>],
    fixed: &HashMap<Uuid, u16>,
    other_class: bool,
) -> Result<Vec<Placed>, Vec<(Uuid, Unfixed)>> {
    let mut room = Room::new(map, sitters);
    room.fix(fixed)?;
    room.keep_numbers();
    room.seat_companies();
    room.help_the_rest();
    room.begin_classes_anew();
    room.keep_companies_whole();
    if other_class {
        room.cross_classes();
    }
    let placed = |(index, sitter): (usize, &Sitter<'_>)| {
        let seat = room.at[index];
        let other_class = seat.is_some_and(|seat| room.class_of(seat) != room.class(index));
        Placed { id: sitter.id, seat, other_class }
    };
    Ok(sitters.iter().enumerate().map(placed).collect())
}

/// Places where seats are not numbered: for each sitter, in their order, a place on each of their legs, the first is 1.
/// `None`: on one of them there is none left. Those who have paid come first.
pub fn count_places(capacity: u16, sitters: &[(i32, i32, bool)]) -> Vec<Option<Vec<u16>>> {
    let mut used: HashMap<i32, u16> = HashMap::new();
    let mut places = vec![None; sitters.len()];
    let mut order: Vec<usize> = (0..sitters.len()).collect();
    order.sort_by_key(|index| !sitters[*index].2);
    for index in order {
        let (from, to, _) = sitters[index];
        if (from..to).all(|leg| used.get(&leg).copied().unwrap_or(0) < capacity) {
            let next = |leg| {
                let used = used.entry(leg).or_default();
                *used += 1;
                *used
            };
            places[index] = Some((from..to).map(next).collect());
        }
    }
    places
}

struct Room<'a> {
    map: &'a SeatMap,
    sitters: &'a [Sitter<'a>],
    /// Who sits on each seat, by ordinal less one.
    on: Vec<Vec<usize>>,
    /// Where each sits.
    at: Vec<Option<u16>>,
    fixed: Vec<bool>,
    positions: Vec<SeatPosition>,
}

/// How well a company sits: how many have no seat, sit alone who did not before, have another number, and how far apart
/// they are. Smaller is better.
type Comfort = (usize, usize, usize, u32);

impl<'a> Room<'a> {
    fn new(map: &'a SeatMap, sitters: &'a [Sitter<'a>]) -> Self {
        let seats = map.seat_count();
        let positions = (1..=seats).filter_map(|seat| map.position(u16::try_from(seat).ok()?)).collect();
        let on = vec![Vec::new(); seats];
        Room { map, sitters, on, at: vec![None; sitters.len()], fixed: vec![false; sitters.len()], positions }
    }

    fn class(&self, index: usize) -> &'a str {
        let (map, seat) = self.sitters[index].seat;
        map.seat(seat).map_or("", |seat| seat.class.as_str())
    }

    fn class_of(&self, seat: u16) -> &str {
        self.map.seat(seat).map_or("", |seat| seat.class.as_str())
    }

    fn needs(&self, index: usize) -> impl Iterator<Item = &'a str> {
        let (map, seat) = self.sitters[index].seat;
        let features = map.seat(seat).map(|seat| seat.features.as_slice()).unwrap_or_default();
        features.iter().map(String::as_str).filter(|feature| NEEDED.contains(feature))
    }

    fn has_needs(&self, index: usize) -> bool {
        self.needs(index).next().is_some()
    }

    /// Of the class, and with what they cannot do without.
    fn suits(&self, index: usize, seat: u16) -> bool {
        let Some(found) = self.map.seat(seat) else { return false };
        found.class == self.class(index) && self.needs(index).all(|feature| found.features.iter().any(|f| f == feature))
    }

    /// A seat that somebody may need more than this one does.
    fn is_special_for(&self, index: usize, seat: u16) -> bool {
        let features = self.map.seat(seat).map(|seat| seat.features.as_slice()).unwrap_or_default();
        features
            .iter()
            .any(|feature| NEEDED.contains(&feature.as_str()) && !self.needs(index).any(|need| need == feature))
    }

    fn overlap(&self, one: usize, other: usize) -> bool {
        let (one, other) = (&self.sitters[one], &self.sitters[other]);
        one.from < other.to && other.from < one.to
    }

    /// Those who keep somebody from a seat.
    fn blockers(&self, index: usize, seat: u16) -> Vec<usize> {
        let on = self.on[usize::from(seat) - 1].iter().copied();
        on.filter(|other| *other != index && self.overlap(index, *other)).collect()
    }

    fn is_free(&self, index: usize, seat: u16) -> bool {
        self.blockers(index, seat).is_empty()
    }

    fn put(&mut self, index: usize, seat: u16) {
        self.lift(index);
        self.on[usize::from(seat) - 1].push(index);
        self.at[index] = Some(seat);
    }

    fn lift(&mut self, index: usize) {
        if let Some(seat) = self.at[index].take() {
            self.on[usize::from(seat) - 1].retain(|other| *other != index);
        }
    }

    fn seats(&self) -> impl Iterator<Item = u16> + use<'a> {
        self.map.seats().map(|(ordinal, _)| ordinal)
    }

    /// The seat with the same number, if it suits and nobody else is on it.
    fn own_number(&self, index: usize) -> Option<u16> {
        let (map, seat) = self.sitters[index].seat;
        let own = self.map.ordinal(map.label(seat)?)?;
        (self.suits(index, own) && self.is_free(index, own)).then_some(own)
    }

    fn fix(&mut self, fixed: &HashMap<Uuid, u16>) -> Result<(), Vec<(Uuid, Unfixed)>> {
        let mut wrong = Vec::new();
        for (index, sitter) in self.sitters.iter().enumerate() {
            let Some(seat) = fixed.get(&sitter.id).copied() else { continue };
            if self.map.seat(seat).is_none() {
                wrong.push((sitter.id, Unfixed::NoSuchSeat));
            } else if !self.is_free(index, seat) {
                wrong.push((sitter.id, Unfixed::Twice));
            } else {
                self.put(index, seat);
                self.fixed[index] = true;
            }
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }

    /// Companies with the same way, those who have paid first, then the bigger, then those further in front.
    fn companies(&self) -> Vec<Vec<usize>> {
        let mut companies: BTreeMap<(Uuid, i32, i32), Vec<usize>> = BTreeMap::new();
        for (index, sitter) in self.sitters.iter().enumerate() {
            companies.entry((sitter.company, sitter.from, sitter.to)).or_default().push(index);
        }
        let mut companies: Vec<Vec<usize>> = companies.into_values().collect();
        companies.sort_by_key(|company| {
            let sold = company.iter().any(|index| self.sitters[*index].sold);
            let front = company.iter().map(|index| self.sitters[*index].seat.1).min();
            (!sold, std::cmp::Reverse(company.len()), front)
        });
        companies
    }

    /// Members with nobody of the company beside them.
    fn alone(map: &SeatMap, seats: &[u16]) -> usize {
        if seats.len() < 2 {
            return 0;
        }
        seats.iter().filter(|one| !seats.iter().any(|other| map.side_by_side(**one, *other))).count()
    }

    fn alone_before(&self, company: &[usize]) -> usize {
        let Some((map, _)) = company.first().map(|index| self.sitters[*index].seat) else { return 0 };
        let same: Vec<u16> = company
            .iter()
            .filter(|index| std::ptr::eq(self.sitters[**index].seat.0, map))
            .map(|index| self.sitters[*index].seat.1)
            .collect();
        Self::alone(map, &same) + company.len() - same.len()
    }

    fn seated(&self, company: &[usize]) -> Vec<u16> {
        company.iter().filter_map(|index| self.at[*index]).collect()
    }

    fn comfort(&self, company: &[usize]) -> Comfort {
        let seats = self.seated(company);
        let moved = company.iter().filter(|index| {
            let (map, seat) = self.sitters[**index].seat;
            self.at[**index].and_then(|at| self.map.label(at)) != map.label(seat)
        });
        let far = |one: u16| seats.iter().map(|other| self.distance(one, *other)).max().unwrap_or(0);
        let spread = seats.iter().map(|one| far(*one)).max().unwrap_or(0);
        let alone = Self::alone(self.map, &seats).saturating_sub(self.alone_before(company));
        (company.len() - seats.len(), alone, moved.count(), spread)
    }

    fn distance(&self, one: u16, other: u16) -> u32 {
        let (a, b) = (self.positions[usize::from(one) - 1], self.positions[usize::from(other) - 1]);
        u32::from(a.unit.abs_diff(b.unit)) * 1_000
            + u32::from(a.deck.abs_diff(b.deck)) * 100
            + u32::from(a.row.abs_diff(b.row)) * 3
            + u32::from(a.col.abs_diff(b.col))
    }

    fn free_of_fixed(&self, company: &[usize]) -> Vec<usize> {
        company.iter().copied().filter(|index| !self.fixed[*index]).collect()
    }

    /// Whoever's number is there keeps it: no two of one trip have the same on a leg, so that nobody waits for others.
    fn keep_numbers(&mut self) {
        for company in self.companies() {
            for index in self.free_of_fixed(&company) {
                if let Some(own) = self.own_number(index) {
                    self.put(index, own);
                }
            }
        }
    }

    /// Who has no seat yet, or sits further from their company than before, is seated with it.
    fn seat_companies(&mut self) {
        for company in self.companies() {
            self.seat_company(&company);
        }
    }

    fn seat_company(&mut self, company: &[usize]) {
        let members = self.free_of_fixed(company);
        let (unseated, alone, ..) = self.comfort(company);
        if members.is_empty() || (unseated, alone) == (0, 0) {
            return;
        }
        let begun = self.remember(company);
        self.join(&members);
        let (joined, joined_seats) = (self.comfort(company), self.remember(company));
        self.restore(company, &begun);
        self.seat_anew(&members);
        if self.comfort(company) >= joined {
            self.restore(company, &joined_seats);
        }
    }

    /// A company of which some have no seat gets those of people who travel alone, if then all of it sits.
    fn keep_companies_whole(&mut self) {
        let everybody: Vec<usize> = (0..self.sitters.len()).collect();
        for company in self.companies() {
            let missing: Vec<usize> = company.iter().copied().filter(|index| self.at[*index].is_none()).collect();
            if missing.is_empty() || missing.len() == company.len() {
                continue;
            }
            let (begun, before) = (self.remember(&everybody), self.left_over());
            for single in self.singles_for(missing[0]).into_iter().take(missing.len()) {
                self.lift(single);
            }
            self.seat_company(&company);
            let whole = company.iter().all(|index| self.at[*index].is_some());
            if !whole || self.left_over() > before {
                self.restore(&everybody, &begun);
            }
        }
    }

    /// Who travels alone on a seat that would suit, and has no better right to it: those who are buying first, then those
    /// furthest behind.
    fn singles_for(&self, index: usize) -> Vec<usize> {
        let company = |one: usize| self.sitters[one].company;
        let is_alone =
            |one: &usize| (0..self.sitters.len()).all(|other| other == *one || company(other) != company(*one));
        let yields = |one: &usize| {
            let seat = self.at[*one].filter(|seat| self.suits(index, *seat));
            seat.is_some()
                && !self.fixed[*one]
                && self.overlap(index, *one)
                && self.sitters[*one].sold <= self.sitters[index].sold
        };
        let mut singles: Vec<usize> = (0..self.sitters.len()).filter(yields).filter(is_alone).collect();
        singles.sort_by_key(|one| (self.sitters[*one].sold, std::cmp::Reverse(self.at[*one])));
        singles
    }

    fn remember(&self, company: &[usize]) -> Vec<Option<u16>> {
        company.iter().map(|index| self.at[*index]).collect()
    }

    fn restore(&mut self, company: &[usize], seats: &[Option<u16>]) {
        company.iter().for_each(|index| self.lift(*index));
        for (index, seat) in company.iter().zip(seats) {
            if let Some(seat) = seat {
                self.put(*index, *seat);
            }
        }
    }

    /// Those without a seat come as near to the others of their company as they can.
    fn join(&mut self, members: &[usize]) {
        for index in members.iter().copied() {
            if self.at[index].is_none()
                && let Some(seat) = self.nearest(index)
            {
                self.put(index, seat);
            }
        }
    }

    /// The free seat that suits best: beside one of the company, near to it, no more special than needed.
    fn nearest(&self, index: usize) -> Option<u16> {
        let sitter = &self.sitters[index];
        let company = self.sitters.iter().enumerate().filter(|(other, one)| {
            *other != index && one.company == sitter.company && (one.from, one.to) == (sitter.from, sitter.to)
        });
        let others: Vec<u16> = company.filter_map(|(other, _)| self.at[other]).collect();
        let former = sitter.seat.0.position(sitter.seat.1);
        let cost = |seat: u16| {
            let beside = others.iter().any(|other| self.map.side_by_side(seat, *other));
            let near = others.iter().map(|other| self.distance(seat, *other)).min().unwrap_or(0);
            // Alone, one comes to a seat like the former one.
            let row = self.positions[usize::from(seat) - 1].row;
            let shifted = former.map_or(0, |former| u32::from(former.row.abs_diff(row)));
            let (was, is) = (sitter.seat.0.seat(sitter.seat.1), self.map.seat(seat));
            let other_side = was.zip(is).is_some_and(|(was, is)| was.window != is.window);
            (self.is_special_for(index, seat), !others.is_empty() && !beside, near, other_side, shifted, seat)
        };
        self.seats()
            .filter(|seat| self.suits(index, *seat) && self.is_free(index, *seat))
            .min_by_key(|seat| cost(*seat))
    }

    /// The whole company leaves its seats and is seated together, class by class.
    fn seat_anew(&mut self, members: &[usize]) {
        members.iter().for_each(|index| self.lift(*index));
        let mut classes: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for index in members.iter().copied().filter(|index| !self.has_needs(*index)) {
            classes.entry(self.class(index)).or_default().push(index);
        }
        for (class, mut sitters) in classes {
            let Some(first) = sitters.first().copied() else { continue };
            let free: Vec<bool> =
                self.seats().map(|seat| self.is_free(first, seat) && !self.is_special_for(first, seat)).collect();
            // As before from the front to the back.
            sitters.sort_by_key(|index| self.sitters[*index].seat.1);
            let chosen = choose(self.map, &free, sitters.len(), Some(class)).unwrap_or_default();
            for (index, seat) in sitters.iter().zip(chosen) {
                self.put(*index, seat);
            }
        }
        self.join(members);
    }

    /// Those without a seat, who have paid first.
    fn unseated(&self) -> Vec<usize> {
        let mut unseated: Vec<usize> = (0..self.sitters.len()).filter(|index| self.at[*index].is_none()).collect();
        unseated.sort_by_key(|index| !self.sitters[*index].sold);
        unseated
    }

    /// A free seat, or one whose people can move on; who is buying gives way to who has paid.
    fn help_the_rest(&mut self) {
        for index in self.unseated() {
            if let Some(seat) = self.nearest(index) {
                self.put(index, seat);
                continue;
            }
            let suiting: Vec<u16> = self.seats().filter(|seat| self.suits(index, *seat)).collect();
            if suiting.iter().any(|seat| self.make_room(index, *seat)) || !self.sitters[index].sold {
                continue;
            }
            let yields = |other: &usize| !self.sitters[*other].sold && !self.fixed[*other];
            let yielded = suiting.into_iter().filter(|seat| self.blockers(index, *seat).iter().all(yields));
            let seat = yielded.min_by_key(|seat| self.blockers(index, *seat).len());
            if let Some(seat) = seat {
                for other in self.blockers(index, seat) {
                    self.lift(other);
                }
                self.put(index, seat);
            }
        }
    }

    /// Moves those who block a seat to others, if all of them find one.
    fn make_room(&mut self, index: usize, seat: u16) -> bool {
        let blockers = self.blockers(index, seat);
        if blockers.iter().any(|other| self.fixed[*other]) {
            return false;
        }
        let begun = self.remember(&blockers);
        blockers.iter().for_each(|other| self.lift(*other));
        self.put(index, seat);
        for other in blockers.iter().copied() {
            match self.nearest(other) {
                Some(seat) => self.put(other, seat),
                None => {
                    self.lift(index);
                    self.restore(&blockers, &begun);
                    return false;
                }
            }
        }
        true
    }

    /// In a class where somebody is left over all are seated anew, by where they get on: then only those are left for
    /// whom there are too few seats, whatever the order. Companies may be torn apart; without a seat they would be too.
    fn begin_classes_anew(&mut self) {
        let everybody: Vec<usize> = (0..self.sitters.len()).collect();
        let mut classes: Vec<&str> = self.unseated().into_iter().map(|index| self.class(index)).collect();
        classes.sort_unstable();
        classes.dedup();
        for class in classes {
            let of_class =
                |index: &usize| self.class(*index) == class && !self.fixed[*index] && !self.has_needs(*index);
            let mut movable: Vec<usize> = everybody.iter().copied().filter(of_class).collect();
            for sold_first in [false, true] {
                let (begun, before) = (self.remember(&everybody), self.left_over());
                movable.sort_by_key(|index| (sold_first && !self.sitters[*index].sold, self.sitters[*index].from));
                movable.iter().for_each(|index| self.lift(*index));
                for index in movable.iter().copied() {
                    if let Some(seat) = self.own_number(index).or_else(|| self.nearest(index)) {
                        self.put(index, seat);
                    }
                }
                self.help_the_rest();
                if self.left_over() >= before {
                    self.restore(&everybody, &begun);
                }
            }
        }
    }

    /// Those without a seat: who has paid, and who is buying.
    fn left_over(&self) -> (usize, usize) {
        let unseated = self.unseated();
        let sold = unseated.iter().filter(|index| self.sitters[**index].sold).count();
        (sold, unseated.len() - sold)
    }

    fn cross_classes(&mut self) {
        for index in self.unseated() {
            let features = |seat: u16| {
                let found = self.map.seat(seat).map(|seat| seat.features.as_slice()).unwrap_or_default();
                self.needs(index).all(|need| found.iter().any(|feature| feature == need))
            };
            let free = self.seats().filter(|seat| features(*seat) && self.is_free(index, *seat));
            let former = self.sitters[index].seat.1;
            let seat = free.min_by_key(|seat| (self.is_special_for(index, *seat), seat.abs_diff(former), *seat));
            if let Some(seat) = seat {
                self.put(index, seat);
            }
        }
    }
}

#[cfg(test)]
mod tests;
