use crate::features::report::data_set::{
    CARRIER, DataSet, Join, ROUTE, Stations, date, integer, moment, reference, share, text, word,
};
use crate::graphql::Permission;

/// Seats of each trip of the period; one that is sold twice, for one part of the way and for another, is one.
const SOLD: Join = Join {
    alias: "z",
    sql: "LEFT JOIN (SELECT x.space_id, COUNT(DISTINCT x.seat) AS seats FROM trip u JOIN order_line x ON x.space_id = u.id \
          WHERE u.departs_at >= {from} AND u.departs_at < {to} AND x.kind = 'SEAT' AND x.state IN ('ISSUED', 'USED') \
          AND x.seat IS NOT NULL GROUP BY x.space_id) z ON z.space_id = t.id",
};
const SEATS: &str = "COALESCE(z.seats, 0)";

/// Trips and how full they are, by their departure.
pub const TRIPS: DataSet = DataSet {
    code: "trips",
    may: Permission::ViewTrips,
    from: "trip t",
    joins: &[
        Join { alias: "r", sql: "JOIN route r ON r.id = t.route_id" },
        Join { alias: "h", sql: "LEFT JOIN vehicle h ON h.id = t.vehicle_id" },
        SOLD,
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
        integer("sold", SEATS),
        share("occupancy", SEATS, "t.capacity"),
    ],
};
