use crate::features::report::data_set::{
    DataSet, Join, REGISTER, Stations, integer, moment, money, reference, text, word,
};
use crate::graphql::Permission;

/// Below zero where money goes back.
macro_rules! signed {
    ($column:literal) => {
        concat!("(CASE WHEN f.kind IN ('RETURN', 'RETURN_CORRECTION') THEN -", $column, " ELSE ", $column, " END)")
    };
}

/// What cash registers have recorded, by their clocks; returns are below zero.
pub const RECEIPTS: DataSet = DataSet {
    code: "receipts",
    may: Permission::ManageRegisters,
    from: "fiscal_receipt f",
    joins: &[Join { alias: "o", sql: "LEFT JOIN \"order\" o ON o.id = f.order_id" }],
    always: "f.issued_at IS NOT NULL",
    period: Some("issued"),
    id: "f.id",
    currency: Some("f.currency"),
    carrier: None,
    stations: Stations::Nobody,
    personal: false,
    columns: &[
        moment("issued", "f.issued_at"),
        reference("register", "f.register_id", REGISTER),
        word("receiptKind", "f.kind", "receipt_kind"),
        integer("registerShift", "f.shift_number"),
        integer("fiscalDocument", "f.fd_number"),
        text("module", "f.fn_number"),
        text("cashierName", "f.cashier"),
        text("number", "o.number"),
        money("recorded", signed!("f.amount_minor")),
        money("inCash", signed!("f.cash_minor")),
        money("cashless", signed!("f.cashless_minor")),
        money("offset", signed!("f.offset_minor")),
        money("tax", signed!("f.tax_minor")),
    ],
};
