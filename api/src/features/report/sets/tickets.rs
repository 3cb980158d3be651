use crate::features::report::data_set::{
    CARRIER, DataSet, Join, ROUTE, Stations, moment, money, reference, text, word,
};
use crate::graphql::Permission;

/// Tickets by the moment when they were issued: a ticket that was printed anew, another seat's or another passenger's, is a row
/// of its own, and the one before it is no longer valid.
pub const TICKETS: DataSet = DataSet {
    code: "tickets",
    may: Permission::ViewOrders,
    from: "ticket k",
    joins: &[
        Join { alias: "l", sql: "JOIN order_line l ON l.id = k.line_id" },
        Join { alias: "o", sql: "JOIN \"order\" o ON o.id = k.order_id" },
        Join { alias: "p", sql: "JOIN order_passenger p ON p.id = l.passenger_id" },
        Join { alias: "t", sql: "JOIN trip t ON t.id = l.space_id" },
        Join { alias: "r", sql: "JOIN route r ON r.id = t.route_id" },
    ],
    always: "k.number <> ''",
    period: Some("ticketIssued"),
    id: "k.id",
    currency: Some("l.currency"),
    carrier: Some("t.carrier_id"),
    stations: Stations::Trip,
    personal: false,
    columns: &[
        moment("ticketIssued", "k.issued_at"),
        text("ticketNumber", "k.number"),
        text("blank", "k.blank"),
        word("valid", "(CASE WHEN k.void_at IS NULL THEN 'YES' ELSE 'NO' END)", "report_yes"),
        moment("voided", "k.void_at"),
        moment("departure", "t.departs_at"),
        reference("carrier", "t.carrier_id", CARRIER),
        reference("route", "t.route_id", ROUTE),
        word("class", "r.service_class", "vehicle_class"),
        word("category", "p.category", "report_category"),
        word("state", "l.state", "report_line_state"),
        word("channel", "o.channel", "sales_channel"),
        text("number", "o.number"),
        text("seat", "l.seat_label"),
        money("price", "l.price_minor"),
    ],
};
