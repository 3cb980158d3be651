//! Vehicles of the carriers' fleets, with photos.
//!
//! Invariants: a plate belongs to one vehicle in service; what the office has changed is not overwritten by an import.

mod drop_photo;
mod photo;
mod query;
mod save_vehicle;
mod types;

pub use drop_photo::DropPhoto;
pub use photo::{Added, MAX_BYTES, add_photo, find_photo};
pub use query::{VehicleFilterInput, VehicleQuery, VehicleSort};
pub use save_vehicle::{AMENITIES, SaveVehicle};
pub use types::{Vehicle, VehicleLoader};
