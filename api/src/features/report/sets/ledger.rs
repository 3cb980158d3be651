use crate::features::report::data_set::{DataSet, Join, Stations, moment, money, text, word};
use crate::graphql::Permission;

/// The ledger's lines: debit above zero, credit below.
pub const LEDGER: DataSet = DataSet {
    code: "ledger",
    may: Permission::ViewOrders,
    from: "posting g JOIN posting_line b ON b.posting_id = g.id",
    joins: &[Join { alias: "o", sql: "LEFT JOIN \"order\" o ON o.id = g.order_id" }],
    always: "b.position >= 0",
    period: Some("at"),
    id: "g.id, b.position",
    currency: Some("b.currency"),
    carrier: None,
    stations: Stations::Nobody,
    personal: false,
    columns: &[
        moment("at", "g.at"),
        word("account", "b.account", "report_account"),
        word("posting", "g.kind", "report_posting"),
        text("number", "o.number"),
        money("amount", "b.amount_minor"),
        money("credit", "(-b.amount_minor)"),
    ],
};
