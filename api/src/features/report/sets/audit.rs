use crate::features::report::data_set::{DataSet, PERSON, Stations, moment, reference, text};
use crate::graphql::Permission;

/// Who did what.
pub const AUDIT: DataSet = DataSet {
    code: "audit",
    may: Permission::ViewAudit,
    from: "audit a",
    joins: &[],
    always: "a.action <> ''",
    period: Some("at"),
    id: "a.id",
    currency: None,
    carrier: None,
    stations: Stations::Nobody,
    personal: false,
    columns: &[
        moment("at", "a.at"),
        reference("person", "a.account_id", PERSON),
        text("action", "a.action"),
        text("subject", "a.subject"),
        text("address", "a.address"),
    ],
};
