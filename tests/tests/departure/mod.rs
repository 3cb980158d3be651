mod add_trip;
mod save_departure;
