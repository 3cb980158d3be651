use crate::features::report::data_set::{
    DESK, DataSet, Join, PERSON, STATION, Stations, integer, moment, money, reference, text, word,
};
use crate::graphql::Permission;

/// Money that has come, by the moment when it came.
pub const PAYMENTS: DataSet = DataSet {
    code: "payments",
    may: Permission::ViewOrders,
    from: "payment m",
    joins: &[
        Join { alias: "o", sql: "JOIN \"order\" o ON o.id = m.order_id" },
        Join { alias: "s", sql: "LEFT JOIN shift s ON s.id = m.shift_id" },
        Join { alias: "d", sql: "LEFT JOIN desk d ON d.id = s.desk_id" },
    ],
    always: "m.state = 'PAID'",
    period: Some("paid"),
    id: "m.id",
    currency: Some("m.currency"),
    carrier: None,
    stations: Stations::Nobody,
    personal: false,
    columns: &[
        moment("paid", "m.paid_at"),
        word("method", "m.method", "report_method"),
        word("channel", "o.channel", "sales_channel"),
        reference("cashier", "s.account_id", PERSON),
        reference("desk", "s.desk_id", DESK),
        reference("station", "d.stop_id", STATION),
        integer("shift", "s.number"),
        text("number", "o.number"),
        money("amount", "(m.amount_minor - m.moved_minor)"),
        money("refunded", "m.refunded_minor"),
    ],
};
