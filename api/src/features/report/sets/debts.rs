use crate::features::company::OPEN_PURCHASES;
use crate::features::report::data_set::{COMPANY, DataSet, Join, Stations, date, moment, money, reference, text, word};
use crate::graphql::Permission;

/// By how many days what is owed should have been paid.
const AGE: &str = "(CASE WHEN v.due_on >= {today} THEN 'NOT_DUE' WHEN v.due_on >= {today-30} THEN 'TO_30' \
                   WHEN v.due_on >= {today-60} THEN 'TO_60' WHEN v.due_on >= {today-90} THEN 'TO_90' ELSE 'LONGER' END)";

/// What companies owe today: a row for each order that is not paid, or not all of it.
pub const DEBTS: DataSet = DataSet {
    code: "debts",
    may: Permission::ManageClients,
    from: OPEN_PURCHASES,
    joins: &[
        Join { alias: "c", sql: "JOIN company c ON c.id = v.company_id" },
        Join { alias: "o", sql: "JOIN \"order\" o ON o.id = v.order_id" },
    ],
    always: "v.open_minor > 0",
    period: None,
    id: "v.at, v.order_id",
    currency: Some("v.currency"),
    carrier: None,
    stations: Stations::Nobody,
    personal: false,
    columns: &[
        moment("bought", "v.at"),
        date("dueOn", "v.due_on"),
        word("debtAge", AGE, "report_debt_age"),
        reference("company", "v.company_id", COMPANY),
        text("inn", "c.inn"),
        text("contract", "c.contract_number"),
        text("contactPhone", "c.phone"),
        text("number", "o.number"),
        money("boughtSum", "v.bought_minor"),
        money("owed", "v.open_minor"),
        money("overdue", "(CASE WHEN v.due_on < {today} THEN v.open_minor ELSE 0 END)"),
    ],
};
