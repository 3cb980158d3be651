use crate::features::report::data_set::{CARRIER, DataSet, Join, ROUTE, Stations, date, moment, reference, text, word};
use crate::graphql::Permission;

/// Who travels: a row for each seat that is sold, by the departure of its trip.
pub const PASSENGERS: DataSet = DataSet {
    code: "passengers",
    may: Permission::ViewPassengers,
    from: "trip t JOIN order_line l ON l.space_id = t.id",
    joins: &[
        Join { alias: "p", sql: "JOIN order_passenger p ON p.id = l.passenger_id" },
        Join { alias: "o", sql: "JOIN \"order\" o ON o.id = l.order_id" },
    ],
    always: "l.code IS NULL AND l.state IN ('ISSUED', 'USED')",
    period: Some("departure"),
    id: "l.id",
    currency: None,
    carrier: Some("t.carrier_id"),
    stations: Stations::Trip,
    personal: true,
    columns: &[
        moment("departure", "t.departs_at"),
        reference("carrier", "t.carrier_id", CARRIER),
        reference("route", "t.route_id", ROUTE),
        text("lastName", "p.last_name"),
        text("firstName", "p.first_name"),
        date("birthDate", "p.birth_date"),
        text("citizenship", "p.citizenship"),
        word("document", "p.document_kind", "document"),
        text("documentTail", "p.document_tail"),
        word("category", "p.category", "report_category"),
        word("state", "l.state", "report_line_state"),
        text("seat", "l.seat_label"),
        word("channel", "o.channel", "sales_channel"),
    ],
};
