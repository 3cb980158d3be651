use crate::features::report::data_set::{CARRIER, DataSet, Stations, date, integer, money, reference, word};
use crate::graphql::Permission;

/// Settlements with carriers that were approved; what goes off what a carrier is owed is below zero.
pub const SETTLEMENT: DataSet = DataSet {
    code: "settlement",
    may: Permission::ViewSettlements,
    from: "settlement w",
    joins: &[],
    always: "w.approved_at IS NOT NULL",
    period: Some("periodEnds"),
    id: "w.id",
    currency: Some("w.currency"),
    carrier: Some("w.carrier_id"),
    stations: Stations::Nobody,
    personal: false,
    columns: &[
        date("periodBegins", "w.starts_on"),
        date("periodEnds", "w.ends_on"),
        reference("carrier", "w.carrier_id", CARRIER),
        integer("settlementNumber", "w.number"),
        word("settlementState", "w.state", "settlement_state"),
        integer("soldCount", "w.sold_count"),
        integer("returnedCount", "w.returned_count"),
        money("opening", "w.opening_minor"),
        money("soldSum", "w.sold_minor"),
        money("returnedSum", "w.returned_minor"),
        money("movedSum", "(w.exchanged_minor + w.handed_over_minor)"),
        money("commission", "w.commission_minor"),
        money("carrierStationFee", "w.station_fee_minor"),
        money("withheldSum", "w.withheld_minor"),
        money("correctedSum", "w.corrected_minor"),
        money("closing", "w.closing_minor"),
        money("paidOut", "w.paid_minor"),
    ],
};
