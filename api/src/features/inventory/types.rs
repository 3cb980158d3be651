use std::sync::Arc;

use async_graphql::{ComplexObject, Enum, ID, SimpleObject};
use domain::quota::Buyer;
use domain::seat_map as plan;

use crate::features::network::TripView;
use crate::features::order::PriceLine;
use crate::features::trip::{StopCall, Trip};
use crate::graphql::{Gid, Kind, Money, NotOnSaleReason};

use super::space::{SeatStatus as Status, SpaceState};

/// The vehicle as a passenger sees it, with what is free from stop to stop.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct SeatMap {
    /// Boarding.
    pub from: StopCall,
    /// Alighting.
    pub to: StopCall,
    /// Grows with every change of this trip's claims.
    pub version: i64,
    /// Of the plan of seats: another one after the vehicle was changed.
    pub plan_id: ID,
    /// Seats are not numbered: a place is sold, any seat may be taken on board.
    pub open_seating: bool,
    /// Seats, or places where seats are not numbered.
    pub capacity: i32,
    /// Free all the way from `from` to `to`, for who asks.
    pub seats_left: i32,
    /// For one adult without fees, of the cheapest class that has a free seat; null where the pair of stops is not sold.
    pub price: Option<Money>,
    /// What seats of each class cost now; one without a class where all cost the same, empty where the pair is not sold.
    pub class_prices: Vec<SeatClassPrice>,
    /// Why it is not on sale; null while it is.
    pub not_on_sale_reason: Option<NotOnSaleReason>,
    #[graphql(skip)]
    pub view: Arc<TripView>,
    #[graphql(skip)]
    pub states_now: Vec<SeatState>,
}

#[ComplexObject]
impl SeatMap {
    /// The trip whose seats these are.
    async fn trip(&self) -> Trip {
        Trip::from(Arc::clone(&self.view))
    }

    /// Vehicles, or the coaches of a train; empty with open seating.
    async fn units(&self) -> Vec<SeatMapUnit> {
        if !self.view.reserved {
            return Vec::new();
        }
        self.view.seat_map.iter().flat_map(|map| map.units()).map(SeatMapUnit::from).collect()
    }

    /// The state of every seat; empty with open seating.
    async fn states(&self) -> &Vec<SeatState> {
        &self.states_now
    }
}

/// What seats of a class cost now. It is fixed when they are held.
#[derive(SimpleObject, Clone)]
pub struct SeatClassPrice {
    /// `seatClass` of the seats; null: of all.
    pub seat_class: Option<String>,
    /// For one adult without fees.
    pub price: Money,
    /// Without the campaign; null where none applies.
    pub price_before: Option<Money>,
    /// Line by line: the fare, its class, demand, a campaign.
    pub lines: Vec<PriceLine>,
    /// Free from `from` to `to`, for who asks.
    pub seats_left: i32,
}

/// A vehicle, or one coach of a train.
#[derive(SimpleObject)]
pub struct SeatMapUnit {
    /// The coach's number; empty for a single vehicle.
    pub name: String,
    pub decks: Vec<Deck>,
}

impl From<&plan::Unit> for SeatMapUnit {
    fn from(unit: &plan::Unit) -> Self {
        SeatMapUnit { name: unit.name.clone(), decks: unit.decks.iter().map(Deck::from).collect() }
    }
}

/// A grid of cells; row 1 is the front, column 1 the left side in driving direction.
#[derive(SimpleObject)]
pub struct Deck {
    /// 1 is the lower deck.
    pub level: i32,
    pub rows: i32,
    pub cols: i32,
    /// Cells that hold something; the rest is floor.
    pub cells: Vec<Cell>,
}

impl From<&plan::Deck> for Deck {
    fn from(deck: &plan::Deck) -> Self {
        Deck {
            level: deck.level.into(),
            rows: deck.rows.into(),
            cols: deck.cols.into(),
            cells: deck.cells.iter().map(Cell::from).collect(),
        }
    }
}

/// What stands in a cell.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "domain::seat_map::CellKind")]
pub enum CellKind {
    Seat,
    Driver,
    Guide,
    Door,
    Aisle,
    Toilet,
    Stairs,
    Luggage,
    Table,
}

/// One cell of a deck.
#[derive(SimpleObject)]
pub struct Cell {
    pub row: i32,
    pub col: i32,
    pub kind: CellKind,
    /// The seat, in a cell of that kind.
    pub seat: Option<Seat>,
    /// A remark of the office; the seat map of a trip has none.
    pub note: Option<String>,
}

impl From<&plan::Cell> for Cell {
    fn from(cell: &plan::Cell) -> Self {
        Cell {
            row: cell.row.into(),
            col: cell.col.into(),
            kind: cell.kind.into(),
            seat: cell.seat.as_ref().map(Seat::from),
            note: cell.note.clone(),
        }
    }
}

/// Which way a passenger looks.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "domain::seat_map::Facing")]
pub enum SeatFacing {
    Forward,
    Backward,
}

/// A seat and what is good about it.
#[derive(SimpleObject)]
pub struct Seat {
    /// Unique within the trip, what `holdSeats` takes: the number, with the coach before it in a train of several.
    /// Empty in a layout.
    pub label: String,
    /// What is written on the seat.
    pub number: String,
    /// `standard`, `vip`, `panorama`, …
    pub seat_class: String,
    pub window: bool,
    pub aisle: bool,
    pub reclining: bool,
    pub facing: SeatFacing,
    /// `table`, `socket`, …
    pub features: Vec<String>,
}

impl From<&plan::Seat> for Seat {
    fn from(seat: &plan::Seat) -> Self {
        Seat {
            label: seat.label.clone(),
            number: seat.number.clone(),
            seat_class: seat.class.clone(),
            window: seat.window,
            aisle: seat.aisle,
            reclining: seat.reclining,
            facing: seat.facing.into(),
            features: seat.features.clone(),
        }
    }
}

/// What a seat is from stop to stop.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum SeatStatus {
    Free,
    /// Somebody is buying it.
    Held,
    Sold,
    /// Not for sale to who asks: kept for others, or closed.
    Blocked,
}

impl From<Status> for SeatStatus {
    fn from(status: Status) -> Self {
        match status {
            Status::Free => SeatStatus::Free,
            Status::Held => SeatStatus::Held,
            Status::Sold => SeatStatus::Sold,
            Status::Kept => SeatStatus::Blocked,
        }
    }
}

/// Names the plan of a trip's seats.
pub fn plan_id(trip: &TripView) -> ID {
    // Where seats are counted and no vehicle is known, the trip itself.
    Gid::of(Kind::SeatPlan, trip.seat_map_id.unwrap_or(trip.id))
}

/// One seat's state.
#[derive(SimpleObject, Clone, PartialEq, Debug)]
pub struct SeatState {
    pub label: String,
    pub status: SeatStatus,
}

/// All seats of a trip from call to call, in the order of their ordinals.
pub fn seat_states(
    trip: &TripView,
    state: &SpaceState,
    buyer: &Buyer,
    from: i32,
    to: i32,
    now: chrono::DateTime<chrono::Utc>,
) -> Vec<SeatState> {
    if !trip.reserved {
        return Vec::new();
    }
    let Some(map) = &trip.seat_map else { return Vec::new() };
    let refused = state.refused(trip, buyer, from, now);
    map.seats()
        .map(|(ordinal, seat)| SeatState {
            label: seat.label.clone(),
            status: state.seat_for(&refused, ordinal.into(), from, to, now).into(),
        })
        .collect()
}

/// A change of a seat map.
#[derive(SimpleObject, Clone)]
pub struct SeatMapUpdate {
    pub trip_id: ID,
    /// Of the trip's claims after this change.
    pub version: i64,
    /// Of the plan that the labels are on; where it is another than before, read `seatMap` anew.
    pub plan_id: ID,
    /// `states` lists every seat; otherwise those that have changed since the update before.
    pub full: bool,
    pub states: Vec<SeatState>,
    /// Free all the way.
    pub seats_left: i32,
}

impl SeatMapUpdate {
    pub fn trip(id: uuid::Uuid) -> ID {
        Gid::of(Kind::Trip, id)
    }
}
