//! Dated trips as passengers and staff see them.
//!
//! Invariant: planned times never change; a delay comes on top of them.

mod access;
mod assign_trip;
mod cancel_trip;
mod change;
mod change_trips;
mod consequences;
mod crew;
mod delay_trip;
mod planned_vehicle;
mod query;
mod report_trip;
mod set_platform;
mod set_trip_sale;
mod skip_stop;
mod staff;
mod swap;
mod swap_vehicle;
mod types;

pub use access::{own_trip, staff_trip, works_at, works_with};
pub use assign_trip::AssignTrip;
pub use cancel_trip::{CancelTrip, cancel_in};
pub use change_trips::ChangeTrips;
pub use consequences::TripConsequencesQuery;
pub use crew::{CrewQuery, Run, VehicleChoice, ended, objections, vehicle_choices};
pub use delay_trip::DelayTrip;
pub use planned_vehicle::put_planned_vehicles;
pub use query::TripQuery;
pub use report_trip::ReportTrip;
pub use set_platform::SetPlatform;
pub use set_trip_sale::SetTripSale;
pub use skip_stop::SkipStop;
pub use staff::{TripFilterInput, TripSort, TripStaffQuery};
pub use swap::{SeatForInput, VehicleSwapQuery};
pub use swap_vehicle::SwapVehicle;
pub use types::{StopCall, Trip, TripVehicle};
