mod add_trip;
mod save_departure;
mod sold_trips;
mod vehicle_clashes;
