use crate::features::report::data_set::{DataSet, Join, Stations, moment, money, text, word};
use crate::graphql::Permission;

/// Who buys: a row for each payment with the order that it was for.
pub const CUSTOMERS: DataSet = DataSet {
    code: "customers",
    may: Permission::ViewOrders,
    from: "payment m JOIN \"order\" o ON o.id = m.order_id",
    joins: &[Join { alias: "e", sql: "LEFT JOIN account e ON e.id = o.account_id" }],
    always: "m.state = 'PAID'",
    period: Some("paid"),
    id: "m.id",
    currency: Some("o.currency"),
    carrier: None,
    stations: Stations::Nobody,
    personal: true,
    columns: &[
        moment("paid", "m.paid_at"),
        moment("created", "o.created_at"),
        text("email", "o.email").needs(Permission::ViewPassengers),
        text("phone", "o.phone").needs(Permission::ViewPassengers),
        word("language", "o.language", "report_language"),
        word("registered", "(CASE WHEN o.account_id IS NULL THEN 'NO' ELSE 'YES' END)", "report_yes"),
        moment("registeredAt", "e.created_at"),
        word("channel", "o.channel", "sales_channel"),
        text("number", "o.number"),
        money("amount", "(m.amount_minor - m.moved_minor)"),
        money("refunded", "m.refunded_minor"),
    ],
};
