use crate::features::report::data_set::{
    CARRIER, DataSet, Join, ROUTE, Stations, date, integer, moment, reference, share, text, word,
};
use crate::graphql::Permission;

/// A seat that is sold twice, for one part of the way and for another, is one.
const SOLD: &str = "(SELECT COUNT(DISTINCT x.seat) FROM order_line x WHERE x.space_id = t.id AND x.kind = 'SEAT' \
                    AND x.state IN ('ISSUED', 'USED') AND x.seat IS NOT NULL)";

/// Trips and how full they are, by their departure.
pub const TRIPS: DataSet = DataSet {
    code: "trips",
    may: Permission::ViewTrips,
    from: "trip t",
    joins: &[
        Join { alias: "r", sql: "JOIN route r ON r.id = t.route_id" },
        Join { alias: "h", sql: "LEFT JOIN vehicle h ON h.id = t.vehicle_id" },
    ],
    always: "t.departs_at IS NOT NULL",
    period: Some("departure"),
    id: "t.id",
    currency: None,
    carrier: Some("t.carrier_id"),
    stations: Stations::Trip,
    personal: false,
    columns: &[
        moment("departure", "t.departs_at"),
        date("serviceDate", "t.service_date"),
        reference("carrier", "t.carrier_id", CARRIER),
        reference("route", "t.route_id", ROUTE),
        word("class", "r.service_class", "vehicle_class"),
        word("tripState", "t.state", "trip_state"),
        integer("delay", "t.delay_minutes"),
        text("plate", "h.plate"),
        integer("places", "t.capacity"),
        integer("sold", SOLD),
        share("occupancy", SOLD, "t.capacity"),
    ],
};
