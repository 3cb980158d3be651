mod bus_away;
mod transactions;
