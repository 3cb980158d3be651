//! Views that every station needs, ready to be read and to be changed.

use async_graphql::SimpleObject;
use domain::report::{Chart, Definition, Filter, Group, Measure, MeasureKind, Operator, Part, Period, Sorting};

use crate::graphql::Viewer;
use crate::i18n::t;

use super::data_set::DataSet;
use super::input::ReportDefinition;

/// A report that is ready.
#[derive(SimpleObject, Clone, Debug)]
pub struct ReportView {
    /// `sales_by_day`, …
    pub code: String,
    /// In the viewer's language.
    pub name: String,
    pub definition: ReportDefinition,
}

struct View {
    code: &'static str,
    set: &'static str,
    groups: &'static [(&'static str, Option<Part>)],
    measures: &'static [(MeasureKind, &'static str)],
    columns: &'static [&'static str],
    filters: &'static [(&'static str, Operator, &'static [&'static str])],
    /// By the measure, the greatest first.
    most_first: Option<usize>,
    chart: Chart,
}

const COUNT: (MeasureKind, &str) = (MeasureKind::Count, "");
const SALES: &[(MeasureKind, &str)] =
    &[COUNT, (MeasureKind::Sum, "price"), (MeasureKind::Average, "price"), (MeasureKind::ShareOfTotal, "price")];
const SALE: &[&str] = &["sold", "route", "departure", "channel", "category", "state", "price"];
/// What was exchanged is sold again as another ticket.
const NOT_EXCHANGED: &[(&str, Operator, &[&str])] = &[("state", Operator::NoneOf, &["EXCHANGED"])];

const fn sales(
    code: &'static str,
    groups: &'static [(&'static str, Option<Part>)],
    most_first: Option<usize>,
    chart: Chart,
) -> View {
    View { code, set: "sales", groups, measures: SALES, columns: SALE, filters: NOT_EXCHANGED, most_first, chart }
}

const VIEWS: &[View] = &[
    sales("sales_by_day", &[("sold", Some(Part::Day))], None, Chart::Line),
    sales("sales_by_month", &[("sold", Some(Part::Month)), ("channel", None)], None, Chart::Bars),
    sales("sales_by_hour", &[("sold", Some(Part::Weekday)), ("sold", Some(Part::Hour))], None, Chart::Bars),
    sales("sales_by_channel", &[("channel", None)], Some(1), Chart::Bars),
    sales("sales_by_carrier", &[("carrier", None), ("route", None)], Some(1), Chart::Bars),
    sales("sales_by_route", &[("route", None)], Some(1), Chart::Bars),
    sales("sales_by_category", &[("category", None)], Some(1), Chart::Bars),
    View {
        code: "sales_by_cashier",
        set: "payments",
        groups: &[("cashier", None), ("method", None)],
        measures: &[COUNT, (MeasureKind::Sum, "amount"), (MeasureKind::ShareOfTotal, "amount")],
        columns: &["paid", "number", "method", "desk", "shift", "amount"],
        filters: &[("cashier", Operator::Filled, &[])],
        most_first: Some(1),
        chart: Chart::Bars,
    },
    View {
        code: "payments_by_method",
        set: "payments",
        groups: &[("method", None)],
        measures: &[
            COUNT,
            (MeasureKind::Sum, "amount"),
            (MeasureKind::Sum, "refunded"),
            (MeasureKind::ShareOfTotal, "amount"),
        ],
        columns: &["paid", "number", "method", "channel", "amount", "refunded"],
        filters: &[],
        most_first: Some(1),
        chart: Chart::Bars,
    },
    View {
        code: "occupancy",
        set: "trips",
        groups: &[("route", None), ("departure", Some(Part::Weekday))],
        measures: &[
            COUNT,
            (MeasureKind::Sum, "sold"),
            (MeasureKind::Sum, "places"),
            (MeasureKind::Average, "occupancy"),
        ],
        columns: &["departure", "route", "carrier", "tripState", "sold", "places", "occupancy"],
        filters: &[("tripState", Operator::NoneOf, &["CANCELLED"])],
        most_first: Some(3),
        chart: Chart::Bars,
    },
    View {
        code: "refunds_by_reason",
        set: "returns",
        groups: &[("reason", None), ("overruleReason", None)],
        measures: &[
            COUNT,
            (MeasureKind::Sum, "amount"),
            (MeasureKind::Sum, "withheld"),
            (MeasureKind::ShareOfTotal, "amount"),
        ],
        columns: &["confirmed", "number", "reason", "overruleReason", "askedBy", "approvedBy", "amount", "withheld"],
        filters: &[],
        most_first: Some(1),
        chart: Chart::Bars,
    },
    View {
        code: "shifts",
        set: "cash",
        groups: &[("desk", None), ("shift", None), ("operation", None), ("tender", None)],
        measures: &[COUNT, (MeasureKind::Sum, "amount")],
        columns: &["at", "operation", "tender", "cashier", "number", "note", "amount"],
        filters: &[],
        most_first: None,
        chart: Chart::None,
    },
    View {
        code: "ledger_by_account",
        set: "ledger",
        groups: &[("account", None), ("posting", None)],
        measures: &[COUNT, (MeasureKind::Sum, "amount")],
        columns: &["at", "account", "posting", "number", "amount"],
        filters: &[],
        most_first: None,
        chart: Chart::None,
    },
    View {
        code: "fiscal_register",
        set: "receipts",
        groups: &[("register", None), ("registerShift", None), ("receiptKind", None)],
        measures: &[
            COUNT,
            (MeasureKind::Sum, "recorded"),
            (MeasureKind::Sum, "inCash"),
            (MeasureKind::Sum, "cashless"),
            (MeasureKind::Sum, "offset"),
        ],
        columns: &[
            "issued",
            "register",
            "receiptKind",
            "module",
            "fiscalDocument",
            "number",
            "recorded",
            "inCash",
            "cashless",
        ],
        filters: &[],
        most_first: None,
        chart: Chart::None,
    },
    View {
        code: "tax",
        set: "receipts",
        groups: &[("issued", Some(Part::Month)), ("receiptKind", None)],
        measures: &[COUNT, (MeasureKind::Sum, "recorded"), (MeasureKind::Sum, "tax")],
        columns: &["issued", "register", "receiptKind", "fiscalDocument", "number", "recorded", "tax"],
        filters: &[],
        most_first: None,
        chart: Chart::Bars,
    },
    View {
        code: "station_fees",
        set: "ledger",
        groups: &[("at", Some(Part::Month)), ("account", None)],
        measures: &[COUNT, (MeasureKind::Sum, "credit"), (MeasureKind::ShareOfGroup, "credit")],
        columns: &["at", "account", "posting", "number", "credit"],
        filters: &[("account", Operator::AnyOf, &["STATION_FEE", "SERVICE_FEE", "EXTRAS"])],
        most_first: None,
        chart: Chart::Bars,
    },
    View {
        code: "passengers_by_route",
        set: "passengers",
        groups: &[("route", None), ("state", None)],
        measures: &[COUNT, (MeasureKind::ShareOfGroup, "")],
        columns: &["departure", "route", "lastName", "firstName", "category", "seat", "state"],
        filters: &[],
        most_first: Some(0),
        chart: Chart::Bars,
    },
    View {
        code: "customers_by_month",
        set: "customers",
        groups: &[("paid", Some(Part::Month)), ("registered", None)],
        measures: &[COUNT, (MeasureKind::Sum, "amount"), (MeasureKind::Average, "amount")],
        columns: &["paid", "number", "language", "channel", "amount", "refunded"],
        filters: &[],
        most_first: None,
        chart: Chart::Bars,
    },
    View {
        code: "settlements_by_carrier",
        set: "settlement",
        groups: &[("carrier", None)],
        measures: &[
            (MeasureKind::Sum, "soldSum"),
            (MeasureKind::Sum, "returnedSum"),
            (MeasureKind::Sum, "commission"),
            (MeasureKind::Sum, "carrierStationFee"),
            (MeasureKind::Sum, "withheldSum"),
            (MeasureKind::Sum, "paidOut"),
        ],
        columns: &[
            "periodBegins",
            "periodEnds",
            "carrier",
            "settlementNumber",
            "settlementState",
            "soldSum",
            "returnedSum",
            "commission",
            "carrierStationFee",
            "closing",
            "paidOut",
        ],
        filters: &[],
        most_first: Some(0),
        chart: Chart::Bars,
    },
    View {
        code: "debtors",
        set: "debts",
        groups: &[("company", None), ("debtAge", None)],
        measures: &[
            COUNT,
            (MeasureKind::Sum, "owed"),
            (MeasureKind::Sum, "overdue"),
            (MeasureKind::ShareOfTotal, "owed"),
        ],
        columns: &["bought", "dueOn", "debtAge", "company", "contract", "number", "boughtSum", "owed", "overdue"],
        filters: &[],
        most_first: Some(1),
        chart: Chart::Bars,
    },
    View {
        code: "tickets_by_carrier",
        set: "tickets",
        groups: &[("carrier", None), ("state", None)],
        measures: &[COUNT, (MeasureKind::Sum, "price"), (MeasureKind::ShareOfGroup, "")],
        columns: &["ticketIssued", "ticketNumber", "route", "departure", "seat", "category", "state", "valid", "price"],
        filters: &[],
        most_first: Some(0),
        chart: Chart::Bars,
    },
    View {
        code: "work_by_person",
        set: "audit",
        groups: &[("person", None), ("action", None)],
        measures: &[COUNT],
        columns: &["at", "person", "action", "subject", "address"],
        filters: &[],
        most_first: Some(0),
        chart: Chart::None,
    },
];

impl View {
    fn definition(&self) -> Definition {
        let column = |code: &str| Some(code.to_owned()).filter(|code| !code.is_empty());
        let of = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
        Definition {
            data_set: self.set.into(),
            period: Period::Last30Days,
            columns: of(self.columns),
            groups: self.groups.iter().map(|(code, part)| Group { column: (*code).into(), part: *part }).collect(),
            measures: self.measures.iter().map(|(kind, code)| Measure { kind: *kind, column: column(code) }).collect(),
            filters: self
                .filters
                .iter()
                .map(|(code, operator, values)| Filter {
                    column: (*code).into(),
                    operator: *operator,
                    values: of(values),
                })
                .collect(),
            sort: self.most_first.map(|n| Sorting { column: None, measure: Some(n), descending: true }),
            chart: self.chart,
        }
    }
}

/// Those whose data sets the viewer may see.
pub fn standard(viewer: &Viewer) -> Vec<ReportView> {
    let open = VIEWS.iter().filter(|view| DataSet::find(view.set).is_some_and(|set| set.is_open_to(viewer)));
    open.map(|view| ReportView {
        code: view.code.into(),
        name: t(viewer.language, &format!("report_view.{}", view.code), &[]),
        definition: view.definition().into(),
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use domain::report::{ColumnFacts, problems};

    use super::*;
    use crate::i18n::Language;

    #[test]
    fn each_view_is_a_good_question_with_a_name() {
        for view in VIEWS {
            let set = DataSet::find(view.set).unwrap();
            let facts: Vec<_> =
                set.columns.iter().map(|column| ColumnFacts { code: column.code, kind: column.kind }).collect();
            let asked = view.definition();
            let days = asked.period.days("2026-12-01".parse().unwrap());
            assert_eq!(problems(&asked, days, &facts), [], "{}", view.code);
            let key = format!("report_view.{}", view.code);
            assert_ne!(t(Language::En, &key, &[]), key, "no words for it");
        }
    }
}
