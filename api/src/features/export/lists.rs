//! Which lists there are: which field each is read from, and who may.

use crate::graphql::Permission;

use super::columns::{self, Column};

/// A list that can be a file.
pub struct List {
    /// As its page is addressed.
    pub name: &'static str,
    /// Of the schema.
    field: &'static str,
    /// The arguments besides the page: as variables, and as they are handed on.
    variables: &'static str,
    arguments: &'static str,
    /// The same as the field's guard, which is asked again when the rows are read.
    pub permission: Permission,
    pub columns: &'static [Column],
}

impl List {
    pub fn find(name: &str) -> Option<&'static List> {
        LISTS.iter().find(|list| list.name == name)
    }

    /// Reads a page with these columns as `rows`.
    pub fn document(&self, chosen: &[&Column]) -> String {
        let selection: Vec<&str> = chosen.iter().map(|column| column.selection).collect();
        format!(
            "query({}, $first: Int!, $after: String) {{ rows: {}({}, first: $first, after: $after) {{ \
             pageInfo {{ hasNextPage endCursor }} nodes {{ __typename {} }} }} }}",
            self.variables,
            self.field,
            self.arguments,
            selection.join(" ")
        )
    }
}

pub const LISTS: &[List] = &[
    List {
        name: "orders",
        field: "orders",
        variables: "$filter: OrderFilterInput, $sort: OrderSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ViewOrders,
        columns: columns::ORDERS,
    },
    List {
        name: "trips",
        field: "trips",
        variables: "$filter: TripFilterInput!, $sort: TripSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ViewTrips,
        columns: columns::TRIPS,
    },
    List {
        name: "vehicles",
        field: "vehicles",
        variables: "$filter: VehicleFilterInput, $sort: VehicleSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ViewFleet,
        columns: columns::VEHICLES,
    },
    List {
        name: "drivers",
        field: "drivers",
        variables: "$filter: DriverFilterInput, $sort: DriverSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ViewFleet,
        columns: columns::DRIVERS,
    },
    List {
        name: "permits",
        field: "permits",
        variables: "$filter: PermitFilterInput, $sort: PermitSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ViewFleet,
        columns: columns::PERMITS,
    },
    List {
        name: "carriers",
        field: "carrierRecords",
        variables: "$filter: CarrierFilterInput, $sort: CarrierSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ViewCarriers,
        columns: columns::CARRIERS,
    },
    List {
        name: "stations",
        field: "stationRecords",
        variables: "$filter: StationFilterInput, $sort: StationSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ManageTimetable,
        columns: columns::STATIONS,
    },
    List {
        name: "routes",
        field: "routeRecords",
        variables: "$filter: RouteFilterInput, $sort: RouteSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ManageTimetable,
        columns: columns::ROUTES,
    },
    List {
        name: "staff",
        field: "staff",
        variables: "$filter: StaffFilterInput, $sort: StaffSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ManageStaff,
        columns: columns::STAFF,
    },
    List {
        name: "audit",
        field: "auditEntries",
        variables: "$filter: AuditFilterInput, $sort: AuditSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ViewAudit,
        columns: columns::AUDIT,
    },
    List {
        name: "jobs",
        field: "jobs",
        variables: "$state: JobState, $sort: JobSort!, $direction: SortDirection!",
        arguments: "state: $state, sort: $sort, direction: $direction",
        permission: Permission::ViewJobs,
        columns: columns::JOBS,
    },
    List {
        name: "closures",
        field: "closures",
        variables: "$past: Boolean!, $sort: ClosureSort!, $direction: SortDirection!",
        arguments: "past: $past, sort: $sort, direction: $direction",
        permission: Permission::RunTrips,
        columns: columns::CLOSURES,
    },
    List {
        name: "closureTickets",
        field: "closureTickets",
        variables: "$id: ID!, $sort: ClosureTicketSort!, $direction: SortDirection!",
        arguments: "id: $id, sort: $sort, direction: $direction",
        permission: Permission::ViewPassengers,
        columns: columns::CLOSURE_TICKETS,
    },
    List {
        name: "announcements",
        field: "announcementList",
        variables: "$stationId: ID, $past: Boolean!, $sort: AnnouncementSort!, $direction: SortDirection!",
        arguments: "stationId: $stationId, past: $past, sort: $sort, direction: $direction",
        permission: Permission::WriteAnnouncements,
        columns: columns::ANNOUNCEMENTS,
    },
    List {
        name: "blankBlocks",
        field: "blankBlocks",
        variables: "$filter: BlankBlockFilterInput, $sort: BlankBlockSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ManageBlanks,
        columns: columns::BLANK_BLOCKS,
    },
    List {
        name: "wallets",
        field: "wallets",
        variables: "$filter: WalletFilterInput, $sort: WalletSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ManageClients,
        columns: columns::WALLETS,
    },
    List {
        name: "companies",
        field: "companies",
        variables: "$filter: CompanyFilterInput, $sort: CompanySort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ManageClients,
        columns: columns::COMPANIES,
    },
    List {
        name: "promotions",
        field: "promotions",
        variables: "$active: Boolean!, $sort: PromotionSort!, $direction: SortDirection!",
        arguments: "active: $active, sort: $sort, direction: $direction",
        permission: Permission::ManagePrices,
        columns: columns::PROMOTIONS,
    },
    List {
        name: "layouts",
        field: "layoutRecords",
        variables: "$archived: Boolean!, $sort: LayoutSort!, $direction: SortDirection!",
        arguments: "archived: $archived, sort: $sort, direction: $direction",
        permission: Permission::ManageFleet,
        columns: columns::LAYOUTS,
    },
    List {
        name: "settlements",
        field: "settlements",
        variables: "$filter: SettlementFilterInput, $sort: SettlementSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ViewSettlements,
        columns: columns::SETTLEMENTS,
    },
    List {
        name: "ledgerPostings",
        field: "ledgerPostings",
        variables: "$filter: LedgerPostingFilterInput, $sort: LedgerPostingSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ManageSettlements,
        columns: columns::LEDGER_POSTINGS,
    },
    List {
        name: "mailbox",
        field: "messages",
        variables: "$text: String, $sort: MessageSort!, $direction: SortDirection!",
        arguments: "text: $text, sort: $sort, direction: $direction",
        permission: Permission::ViewMailbox,
        columns: columns::MAILBOX,
    },
    List {
        name: "shifts",
        field: "shifts",
        variables: "$filter: ShiftFilterInput, $sort: ShiftSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ViewShifts,
        columns: columns::SHIFTS,
    },
    List {
        name: "approvals",
        field: "overrules",
        variables: "$filter: OverruleFilterInput, $sort: OverruleSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ApproveRefunds,
        columns: columns::APPROVALS,
    },
    List {
        name: "refundRequests",
        field: "refundRequests",
        variables: "$filter: RefundRequestFilterInput, $sort: RefundRequestSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::OverruleRefunds,
        columns: columns::REFUND_REQUESTS,
    },
    List {
        name: "waitingRefunds",
        field: "waitingRefunds",
        variables: "$filter: WaitingRefundFilterInput, $sort: WaitingRefundSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ApproveRefunds,
        columns: columns::WAITING_REFUNDS,
    },
    List {
        name: "partners",
        field: "partners",
        variables: "$filter: PartnerFilterInput, $sort: PartnerSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ManagePartners,
        columns: columns::PARTNERS,
    },
    List {
        name: "tariff",
        field: "tariffRules",
        variables: "$filter: TariffRuleFilterInput, $sort: TariffRuleSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ManagePrices,
        columns: columns::TARIFF,
    },
    List {
        name: "holidays",
        field: "holidays",
        variables: "$filter: HolidayFilterInput, $sort: HolidaySort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ManageTimetable,
        columns: columns::HOLIDAYS,
    },
    List {
        name: "roles",
        field: "roles",
        variables: "$filter: RoleFilterInput, $sort: RoleSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ManageStaff,
        columns: columns::ROLES,
    },
    List {
        name: "destinations",
        field: "manifestDestinations",
        variables: "$filter: DestinationFilterInput, $sort: DestinationSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ManageExchange,
        columns: columns::DESTINATIONS,
    },
    List {
        name: "terminalNetworks",
        field: "terminalNetworks",
        variables: "$sort: TerminalNetworkSort!, $direction: SortDirection!",
        arguments: "sort: $sort, direction: $direction",
        permission: Permission::ManageGateways,
        columns: columns::TERMINAL_NETWORKS,
    },
    List {
        name: "terminalRequests",
        field: "terminalRequests",
        variables: "$filter: TerminalRequestFilterInput, $sort: TerminalRequestSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ManageGateways,
        columns: columns::TERMINAL_REQUESTS,
    },
    List {
        name: "gateways",
        field: "gateways",
        variables: "$sort: GatewaySort!, $direction: SortDirection!",
        arguments: "sort: $sort, direction: $direction",
        permission: Permission::ManageGateways,
        columns: columns::GATEWAYS,
    },
    List {
        name: "gatewayMessages",
        field: "gatewayMessages",
        variables: "$filter: GatewayMessageFilterInput, $sort: GatewayMessageSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ManageGateways,
        columns: columns::GATEWAY_MESSAGES,
    },
    List {
        name: "registries",
        field: "registries",
        variables: "$sort: RegistrySort!, $direction: SortDirection!",
        arguments: "sort: $sort, direction: $direction",
        permission: Permission::ManageGateways,
        columns: columns::REGISTRIES,
    },
    List {
        name: "registryDifferences",
        field: "registryDifferences",
        variables: "$filter: RegistryDifferenceFilterInput, $sort: RegistryDifferenceSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ManageGateways,
        columns: columns::REGISTRY_DIFFERENCES,
    },
    List {
        name: "fiscalRegisters",
        field: "fiscalRegisters",
        variables: "$sort: FiscalRegisterSort!, $direction: SortDirection!",
        arguments: "sort: $sort, direction: $direction",
        permission: Permission::ManageRegisters,
        columns: columns::FISCAL_REGISTERS,
    },
    List {
        name: "fiscalReceipts",
        field: "fiscalReceipts",
        variables: "$filter: FiscalReceiptFilterInput, $sort: FiscalReceiptSort!, $direction: SortDirection!",
        arguments: "filter: $filter, sort: $sort, direction: $direction",
        permission: Permission::ManageRegisters,
        columns: columns::FISCAL_RECEIPTS,
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Language, t};

    #[test]
    fn every_list_and_column_has_its_words() {
        let named = |code: &str| {
            let key = format!("sheet.{code}");
            assert_ne!(t(Language::En, &key, &[]), key, "no words for it");
        };
        named("currency");
        for list in LISTS {
            named(&format!("list.{}", list.name));
            list.columns.iter().for_each(|column| named(column.code));
            let mut codes: Vec<&str> = list.columns.iter().map(|column| column.code).collect();
            codes.sort_unstable();
            codes.dedup();
            assert_eq!(codes.len(), list.columns.len(), "{}: a code twice", list.name);
        }
    }
}
