use crate::features::report::data_set::{DataSet, Join, PERSON, Stations, moment, money, reference, text, word};
use crate::graphql::Permission;

/// Money that goes back, or has gone, by the moment when that was agreed on.
pub const RETURNS: DataSet = DataSet {
    code: "returns",
    may: Permission::ViewOrders,
    from: "refund f",
    joins: &[
        Join { alias: "o", sql: "JOIN \"order\" o ON o.id = f.order_id" },
        Join { alias: "v", sql: "LEFT JOIN overrule v ON v.id = f.id" },
        Join { alias: "m", sql: "LEFT JOIN payment m ON m.id = f.payment_id" },
    ],
    always: "f.state IN ('PENDING', 'DONE', 'FAILED')",
    period: Some("confirmed"),
    id: "f.id",
    currency: Some("f.currency"),
    carrier: None,
    stations: Stations::Nobody,
    personal: false,
    columns: &[
        moment("confirmed", "f.confirmed_at"),
        moment("returned", "f.done_at"),
        word("reason", "f.reason", "refund_reason"),
        word("overruleReason", "v.reason", "overrule_reason"),
        reference("askedBy", "v.asked_by", PERSON),
        reference("approvedBy", "v.decided_by", PERSON),
        word("refundState", "f.state", "report_refund_state"),
        word("way", "f.way", "report_refund_way"),
        word("method", "m.method", "report_method"),
        word("channel", "o.channel", "sales_channel"),
        text("number", "o.number"),
        money("amount", "f.amount_minor"),
        money("withheld", "f.withheld_minor"),
    ],
};
