//! The matrix's rows of lines, departures and price lists.

use api::graphql::Permission::{ManagePrices, ManageQuotas, ManageTimetable};

use super::Who;

pub(super) fn rows() -> [(&'static str, (Who, &'static str)); 21] {
    let staff = Who::Staff(ManageTimetable);
    let prices = Who::Staff(ManagePrices);
    let either = Who::StaffAny(ManageTimetable, ManagePrices);
    let quotas = Who::Staff(ManageQuotas);
    [
        ("Query.tariffRules", (prices, "{ tariffRules(first: 1) { nodes { code } } }")),
        (
            "Mutation.saveTariffRule",
            (
                prices,
                "mutation { saveTariffRule(input: { kind: FEE, names: { ru: \"\" }, scopes: [] }) { __typename } }",
            ),
        ),
        (
            "Mutation.endTariffRule",
            (prices, "mutation { endTariffRule(input: { code: \"online_fee\", version: 77 }) { __typename } }"),
        ),
        ("Query.holidays", (staff, "{ holidays(first: 1) { nodes { date } } }")),
        (
            "Mutation.saveHoliday",
            (
                staff,
                "mutation { saveHoliday(input: { date: \"2026-12-31\", version: 77, names: { ru: \"\" }, nonWorking: false }) \
                 { __typename } }",
            ),
        ),
        (
            "Mutation.dropHoliday",
            (staff, "mutation { dropHoliday(input: { date: \"2026-12-31\", version: 77 }) { __typename } }"),
        ),
        ("Query.promotions", (prices, "{ promotions(first: 1) { nodes { id } } }")),
        (
            "Mutation.savePromotion",
            (prices, "mutation { savePromotion(input: { code: \"\", names: { ru: \"\" } }) { __typename } }"),
        ),
        (
            "Mutation.applyPromotion",
            (Who::Owner, "mutation { applyPromotion(input: { order: { id: \"$ORDER\" } }) { __typename } }"),
        ),
        ("Query.seatQuotas", (quotas, "{ seatQuotas(tripId: \"$TRIP\") { number } }")),
        (
            "Mutation.saveQuota",
            (quotas, "mutation { saveQuota(input: { tripId: \"$TRIP\", purpose: RESERVE }) { __typename } }"),
        ),
        (
            "Mutation.dropQuota",
            (quotas, "mutation { dropQuota(input: { id: \"$QUOTA\", version: 77 }) { __typename } }"),
        ),
        ("Query.routeRecords", (either, "{ routeRecords(first: 1) { nodes { id } } }")),
        ("Query.routeRecord", (either, "{ routeRecord(id: \"$ROUTE\") { id } }")),
        (
            "Query.departurePreview",
            (
                staff,
                "{ departurePreview(input: { routeId: \"$ROUTE\", startsAt: \"\", weekdays: [], firstDate: \"2026-01-01\", \
                 lastDate: \"2026-01-01\", onHolidays: USUAL }) { __typename } }",
            ),
        ),
        (
            "Query.pricesByDistance",
            (
                prices,
                "{ pricesByDistance(pathId: \"$PATH\", rule: { base: \"1\", perKm: \"1\", step: \"1\", currency: \"KGS\" }) \
                 { fromId } }",
            ),
        ),
        (
            "Query.priceCalculation",
            (
                prices,
                "{ priceCalculation(routeId: \"$ROUTE\", fromId: \"$STATION\", toId: \"$STATION\", date: \"2026-01-01\") \
                 { total { amount } } }",
            ),
        ),
        (
            "Mutation.saveRoute",
            (
                staff,
                "mutation { saveRoute(input: { number: \"\", names: { ru: \"\" }, carrierId: \"$CARRIER\", kind: BUS, \
                 serviceClass: \"\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.savePath",
            (staff, "mutation { savePath(input: { routeId: \"$ROUTE\", stops: [] }) { __typename } }"),
        ),
        (
            "Mutation.saveDeparture",
            (
                staff,
                "mutation { saveDeparture(input: { routeId: \"$ROUTE\", startsAt: \"\", weekdays: [], \
                 firstDate: \"2026-01-01\", lastDate: \"2026-01-01\", onHolidays: USUAL }) { __typename } }",
            ),
        ),
        (
            "Mutation.savePriceList",
            (
                prices,
                "mutation { savePriceList(input: { routeId: \"$ROUTE\", name: \"\", firstDate: \"2026-01-01\", \
                 weekdays: [], currency: \"KGS\", prices: [] }) { __typename } }",
            ),
        ),
    ]
}
