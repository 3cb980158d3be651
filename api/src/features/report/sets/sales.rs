use crate::features::report::data_set::{
    CARRIER, DataSet, Join, PARTNER, ROUTE, Stations, moment, money, reference, text, word,
};
use crate::graphql::Permission;

/// What was sold: a row for each seat, each piece of baggage and each extra, by the moment of its sale.
pub const SALES: DataSet = DataSet {
    code: "sales",
    may: Permission::ViewReports,
    from: "order_line l",
    joins: &[
        Join { alias: "o", sql: "JOIN \"order\" o ON o.id = l.order_id" },
        Join { alias: "p", sql: "JOIN order_passenger p ON p.id = l.passenger_id" },
        Join { alias: "t", sql: "JOIN trip t ON t.id = l.space_id" },
        Join { alias: "r", sql: "JOIN route r ON r.id = t.route_id" },
    ],
    always: "l.sold_at IS NOT NULL",
    period: Some("sold"),
    id: "l.id",
    currency: Some("l.currency"),
    carrier: Some("t.carrier_id"),
    stations: Stations::Trip,
    personal: false,
    columns: &[
        moment("sold", "l.sold_at"),
        moment("departure", "t.departs_at"),
        reference("carrier", "t.carrier_id", CARRIER),
        reference("route", "t.route_id", ROUTE),
        word("class", "r.service_class", "vehicle_class"),
        word("channel", "o.channel", "sales_channel"),
        reference("partner", "o.partner_id", PARTNER).needs(Permission::ViewOrders),
        word("category", "p.category", "report_category"),
        word("kind", "l.kind", "report_line"),
        word("state", "l.state", "report_line_state"),
        text("number", "o.number").needs(Permission::ViewOrders),
        text("seat", "l.seat_label"),
        money("price", "l.price_minor"),
        money("fare", "l.fare_minor"),
    ],
};
