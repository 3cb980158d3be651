use crate::features::report::data_set::{
    DESK, DataSet, Join, PERSON, STATION, Stations, integer, moment, money, reference, text, word,
};
use crate::graphql::Permission;

/// What happened to the money of shifts.
pub const CASH: DataSet = DataSet {
    code: "cash",
    may: Permission::ViewShifts,
    from: "cash_operation c JOIN shift s ON s.id = c.shift_id JOIN desk d ON d.id = s.desk_id",
    joins: &[Join { alias: "o", sql: "LEFT JOIN \"order\" o ON o.id = c.order_id" }],
    always: "c.position > 0",
    period: Some("at"),
    id: "c.id",
    currency: Some("c.currency"),
    carrier: None,
    stations: Stations::Is("d.stop_id"),
    personal: false,
    columns: &[
        moment("at", "c.at"),
        word("operation", "c.kind", "report_cash"),
        word("tender", "c.tender", "report_tender"),
        reference("cashier", "s.account_id", PERSON),
        reference("desk", "s.desk_id", DESK),
        reference("station", "d.stop_id", STATION),
        integer("shift", "s.number"),
        text("number", "o.number"),
        text("note", "c.note"),
        money("amount", "c.amount_minor"),
    ],
};
