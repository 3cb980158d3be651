mod save_departure;
