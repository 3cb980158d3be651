//! What is asked of each list: what its field takes.

use async_graphql::{ID, InputObject, InputType, OneofObject, Value};

use crate::features::announcement::AnnouncementSort;
use crate::features::audit::{AuditFilterInput, AuditSort};
use crate::features::blank::{BlankBlockFilterInput, BlankBlockSort};
use crate::features::carrier::{CarrierFilterInput, CarrierSort};
use crate::features::closure::{ClosureSort, ClosureTicketSort};
use crate::features::company::{CompanyFilterInput, CompanySort};
use crate::features::driver::{DriverFilterInput, DriverSort};
use crate::features::fiscal_receipt::{FiscalReceiptFilterInput, FiscalReceiptSort};
use crate::features::fiscal_register::FiscalRegisterSort;
use crate::features::gateway::{GatewayMessageFilterInput, GatewayMessageSort, GatewaySort};
use crate::features::holiday::{HolidayFilterInput, HolidaySort};
use crate::features::job::{JobSort, JobState};
use crate::features::layout::LayoutSort;
use crate::features::ledger::{LedgerPostingFilterInput, LedgerPostingSort};
use crate::features::manifest::{DestinationFilterInput, DestinationSort};
use crate::features::notification::MessageSort;
use crate::features::order::{OrderFilterInput, OrderSort};
use crate::features::partner::{PartnerFilterInput, PartnerSort};
use crate::features::permit::{PermitFilterInput, PermitSort};
use crate::features::promotion::PromotionSort;
use crate::features::refund::{OverruleFilterInput, OverruleSort, WaitingRefundFilterInput, WaitingRefundSort};
use crate::features::refund_request::{RefundRequestFilterInput, RefundRequestSort};
use crate::features::registry::{RegistryDifferenceFilterInput, RegistryDifferenceSort, RegistrySort};
use crate::features::route::{RouteFilterInput, RouteSort};
use crate::features::settlement::{SettlementFilterInput, SettlementSort};
use crate::features::shift::{ShiftFilterInput, ShiftSort};
use crate::features::staff::{RoleFilterInput, RoleSort, StaffFilterInput, StaffSort};
use crate::features::station::{StationFilterInput, StationSort};
use crate::features::tariff_rule::{TariffRuleFilterInput, TariffRuleSort};
use crate::features::terminal_network::{TerminalNetworkSort, TerminalRequestFilterInput, TerminalRequestSort};
use crate::features::trip::{TripFilterInput, TripSort};
use crate::features::vehicle::{VehicleFilterInput, VehicleSort};
use crate::features::wallet::{WalletFilterInput, WalletSort};
use crate::graphql::SortDirection;

use super::lists::{LISTS, List};

/// The list of `orders`, as that field takes it.
#[derive(InputObject)]
pub struct OrdersExportInput {
    pub filter: Option<OrderFilterInput>,
    #[graphql(default_with = "OrderSort::Created")]
    pub sort: OrderSort,
    #[graphql(default_with = "SortDirection::Desc")]
    pub direction: SortDirection,
}

/// The list of `trips`, as that field takes it.
#[derive(InputObject)]
pub struct TripsExportInput {
    pub filter: TripFilterInput,
    #[graphql(default_with = "TripSort::Departure")]
    pub sort: TripSort,
    #[graphql(default_with = "SortDirection::Asc")]
    pub direction: SortDirection,
}

/// The list of `vehicles`, as that field takes it.
#[derive(InputObject)]
pub struct VehiclesExportInput {
    pub filter: Option<VehicleFilterInput>,
    #[graphql(default_with = "VehicleSort::Plate")]
    pub sort: VehicleSort,
    #[graphql(default_with = "SortDirection::Asc")]
    pub direction: SortDirection,
}

/// The list of `drivers`, as that field takes it.
#[derive(InputObject)]
pub struct DriversExportInput {
    pub filter: Option<DriverFilterInput>,
    #[graphql(default_with = "DriverSort::Name")]
    pub sort: DriverSort,
    #[graphql(default_with = "SortDirection::Asc")]
    pub direction: SortDirection,
}

/// The list of `permits`, as that field takes it.
#[derive(InputObject)]
pub struct PermitsExportInput {
    pub filter: Option<PermitFilterInput>,
    #[graphql(default_with = "PermitSort::Expires")]
    pub sort: PermitSort,
    #[graphql(default_with = "SortDirection::Asc")]
    pub direction: SortDirection,
}

/// The list of `carrierRecords`, as that field takes it.
#[derive(InputObject)]
pub struct CarriersExportInput {
    pub filter: Option<CarrierFilterInput>,
    #[graphql(default_with = "CarrierSort::Name")]
    pub sort: CarrierSort,
    #[graphql(default_with = "SortDirection::Asc")]
    pub direction: SortDirection,
}

/// The list of `stationRecords`, as that field takes it.
#[derive(InputObject)]
pub struct StationsExportInput {
    pub filter: Option<StationFilterInput>,
    #[graphql(default_with = "StationSort::Name")]
    pub sort: StationSort,
    #[graphql(default_with = "SortDirection::Asc")]
    pub direction: SortDirection,
}

/// The list of `routeRecords`, as that field takes it.
#[derive(InputObject)]
pub struct RoutesExportInput {
    pub filter: Option<RouteFilterInput>,
    #[graphql(default_with = "RouteSort::Number")]
    pub sort: RouteSort,
    #[graphql(default_with = "SortDirection::Asc")]
    pub direction: SortDirection,
}

/// The list of `staff`, as that field takes it.
#[derive(InputObject)]
pub struct StaffExportInput {
    pub filter: Option<StaffFilterInput>,
    #[graphql(default_with = "StaffSort::Added")]
    pub sort: StaffSort,
    #[graphql(default_with = "SortDirection::Desc")]
    pub direction: SortDirection,
}

/// The list of `auditEntries`, as that field takes it.
#[derive(InputObject)]
pub struct AuditExportInput {
    pub filter: Option<AuditFilterInput>,
    #[graphql(default_with = "AuditSort::At")]
    pub sort: AuditSort,
    #[graphql(default_with = "SortDirection::Desc")]
    pub direction: SortDirection,
}

/// The list of `jobs`, as that field takes it.
#[derive(InputObject)]
pub struct JobsExportInput {
    pub state: Option<JobState>,
    #[graphql(default_with = "JobSort::Created")]
    pub sort: JobSort,
    #[graphql(default_with = "SortDirection::Desc")]
    pub direction: SortDirection,
}

/// The list of `closures`, as that field takes it.
#[derive(InputObject)]
pub struct ClosuresExportInput {
    /// Those of the past.
    #[graphql(default)]
    pub past: bool,
    #[graphql(default_with = "ClosureSort::Starts")]
    pub sort: ClosureSort,
    #[graphql(default_with = "SortDirection::Desc")]
    pub direction: SortDirection,
}

/// The list of `closureTickets`, as that field takes it.
#[derive(InputObject)]
pub struct ClosureTicketsExportInput {
    /// Of the closure.
    pub id: ID,
    #[graphql(default_with = "ClosureTicketSort::Departure")]
    pub sort: ClosureTicketSort,
    #[graphql(default_with = "SortDirection::Asc")]
    pub direction: SortDirection,
}

/// The list of `announcementList`, as that field takes it.
#[derive(InputObject)]
pub struct AnnouncementsExportInput {
    pub station_id: Option<ID>,
    /// Those of the past.
    #[graphql(default)]
    pub past: bool,
    #[graphql(default_with = "AnnouncementSort::Added")]
    pub sort: AnnouncementSort,
    #[graphql(default_with = "SortDirection::Desc")]
    pub direction: SortDirection,
}

/// The list of `blankBlocks`, as that field takes it.
#[derive(InputObject)]
pub struct BlankBlocksExportInput {
    pub filter: Option<BlankBlockFilterInput>,
    #[graphql(default_with = "BlankBlockSort::Issued")]
    pub sort: BlankBlockSort,
    #[graphql(default_with = "SortDirection::Desc")]
    pub direction: SortDirection,
}

/// The list of `wallets`, as that field takes it.
#[derive(InputObject)]
pub struct WalletsExportInput {
    pub filter: Option<WalletFilterInput>,
    #[graphql(default_with = "WalletSort::Opened")]
    pub sort: WalletSort,
    #[graphql(default_with = "SortDirection::Desc")]
    pub direction: SortDirection,
}

/// The list of `companies`, as that field takes it.
#[derive(InputObject)]
pub struct CompaniesExportInput {
    pub filter: Option<CompanyFilterInput>,
    #[graphql(default_with = "CompanySort::Name")]
    pub sort: CompanySort,
    #[graphql(default_with = "SortDirection::Asc")]
    pub direction: SortDirection,
}

/// The list of `promotions`, as that field takes it.
#[derive(InputObject)]
pub struct PromotionsExportInput {
    /// Those in use, or those of the past.
    #[graphql(default = true)]
    pub active: bool,
    #[graphql(default_with = "PromotionSort::Made")]
    pub sort: PromotionSort,
    #[graphql(default_with = "SortDirection::Desc")]
    pub direction: SortDirection,
}

/// The list of `layoutRecords`, as that field takes it.
#[derive(InputObject)]
pub struct LayoutsExportInput {
    /// With those in the archive.
    #[graphql(default)]
    pub archived: bool,
    #[graphql(default_with = "LayoutSort::Name")]
    pub sort: LayoutSort,
    #[graphql(default_with = "SortDirection::Asc")]
    pub direction: SortDirection,
}

/// The list of `messages`, as that field takes it.
#[derive(InputObject)]
pub struct MailboxExportInput {
    /// In the receiver, the subject and the words.
    pub text: Option<String>,
    #[graphql(default_with = "MessageSort::Created")]
    pub sort: MessageSort,
    #[graphql(default_with = "SortDirection::Desc")]
    pub direction: SortDirection,
}

/// The list of `shifts`, as that field takes it.
#[derive(InputObject)]
pub struct ShiftsExportInput {
    pub filter: Option<ShiftFilterInput>,
    #[graphql(default_with = "ShiftSort::Opened")]
    pub sort: ShiftSort,
    #[graphql(default_with = "SortDirection::Desc")]
    pub direction: SortDirection,
}

/// The list of `overrules`, as that field takes it.
#[derive(InputObject)]
pub struct ApprovalsExportInput {
    pub filter: Option<OverruleFilterInput>,
    #[graphql(default_with = "OverruleSort::Asked")]
    pub sort: OverruleSort,
    #[graphql(default_with = "SortDirection::Desc")]
    pub direction: SortDirection,
}

/// The list of `refundRequests`, as that field takes it.
#[derive(InputObject)]
pub struct RefundRequestsExportInput {
    pub filter: Option<RefundRequestFilterInput>,
    #[graphql(default_with = "RefundRequestSort::Asked")]
    pub sort: RefundRequestSort,
    #[graphql(default_with = "SortDirection::Asc")]
    pub direction: SortDirection,
}

/// The list of `waitingRefunds`, as that field takes it.
#[derive(InputObject)]
pub struct WaitingRefundsExportInput {
    pub filter: Option<WaitingRefundFilterInput>,
    #[graphql(default_with = "WaitingRefundSort::Since")]
    pub sort: WaitingRefundSort,
    #[graphql(default_with = "SortDirection::Asc")]
    pub direction: SortDirection,
}

/// The list of `partners`, as that field takes it.
#[derive(InputObject)]
pub struct PartnersExportInput {
    pub filter: Option<PartnerFilterInput>,
    #[graphql(default_with = "PartnerSort::Added")]
    pub sort: PartnerSort,
    #[graphql(default_with = "SortDirection::Desc")]
    pub direction: SortDirection,
}

/// The list of `terminalNetworks`, as that field takes it.
#[derive(InputObject)]
pub struct TerminalNetworksExportInput {
    #[graphql(default_with = "TerminalNetworkSort::Code")]
    pub sort: TerminalNetworkSort,
    #[graphql(default_with = "SortDirection::Asc")]
    pub direction: SortDirection,
}

/// The list of `terminalRequests`, as that field takes it.
#[derive(InputObject)]
pub struct TerminalRequestsExportInput {
    pub filter: Option<TerminalRequestFilterInput>,
    #[graphql(default_with = "TerminalRequestSort::At")]
    pub sort: TerminalRequestSort,
    #[graphql(default_with = "SortDirection::Desc")]
    pub direction: SortDirection,
}

/// The list of `gateways`, as that field takes it.
#[derive(InputObject)]
pub struct GatewaysExportInput {
    #[graphql(default_with = "GatewaySort::Position")]
    pub sort: GatewaySort,
    #[graphql(default_with = "SortDirection::Asc")]
    pub direction: SortDirection,
}

/// The list of `gatewayMessages`, as that field takes it.
#[derive(InputObject)]
pub struct GatewayMessagesExportInput {
    pub filter: Option<GatewayMessageFilterInput>,
    #[graphql(default_with = "GatewayMessageSort::At")]
    pub sort: GatewayMessageSort,
    #[graphql(default_with = "SortDirection::Desc")]
    pub direction: SortDirection,
}

/// Settlements with carriers.
#[derive(InputObject)]
pub struct SettlementsExportInput {
    pub filter: Option<SettlementFilterInput>,
    #[graphql(default_with = "SettlementSort::Ends")]
    pub sort: SettlementSort,
    #[graphql(default_with = "SortDirection::Desc")]
    pub direction: SortDirection,
}

/// Postings of the ledger.
#[derive(InputObject)]
pub struct LedgerPostingsExportInput {
    pub filter: Option<LedgerPostingFilterInput>,
    #[graphql(default_with = "LedgerPostingSort::At")]
    pub sort: LedgerPostingSort,
    #[graphql(default_with = "SortDirection::Desc")]
    pub direction: SortDirection,
}

/// The list of `registries`, as that field takes it.
#[derive(InputObject)]
pub struct RegistriesExportInput {
    #[graphql(default_with = "RegistrySort::Loaded")]
    pub sort: RegistrySort,
    #[graphql(default_with = "SortDirection::Desc")]
    pub direction: SortDirection,
}

/// The list of `registryDifferences`, as that field takes it.
#[derive(InputObject)]
pub struct RegistryDifferencesExportInput {
    pub filter: Option<RegistryDifferenceFilterInput>,
    #[graphql(default_with = "RegistryDifferenceSort::Found")]
    pub sort: RegistryDifferenceSort,
    #[graphql(default_with = "SortDirection::Asc")]
    pub direction: SortDirection,
}

/// The list of `fiscalRegisters`, as that field takes it.
#[derive(InputObject)]
pub struct FiscalRegistersExportInput {
    #[graphql(default_with = "FiscalRegisterSort::Name")]
    pub sort: FiscalRegisterSort,
    #[graphql(default_with = "SortDirection::Asc")]
    pub direction: SortDirection,
}

/// The list of `fiscalReceipts`, as that field takes it.
#[derive(InputObject)]
pub struct FiscalReceiptsExportInput {
    pub filter: Option<FiscalReceiptFilterInput>,
    #[graphql(default_with = "FiscalReceiptSort::Made")]
    pub sort: FiscalReceiptSort,
    #[graphql(default_with = "SortDirection::Desc")]
    pub direction: SortDirection,
}

/// The list of `tariffRules`, as that field takes it.
#[derive(InputObject)]
pub struct TariffExportInput {
    pub filter: Option<TariffRuleFilterInput>,
    #[graphql(default_with = "TariffRuleSort::Deciding")]
    pub sort: TariffRuleSort,
    #[graphql(default_with = "SortDirection::Asc")]
    pub direction: SortDirection,
}

/// The list of `holidays`, as that field takes it.
#[derive(InputObject)]
pub struct HolidaysExportInput {
    pub filter: Option<HolidayFilterInput>,
    #[graphql(default_with = "HolidaySort::Date")]
    pub sort: HolidaySort,
    #[graphql(default_with = "SortDirection::Asc")]
    pub direction: SortDirection,
}

/// The list of `roles`, as that field takes it.
#[derive(InputObject)]
pub struct RolesExportInput {
    pub filter: Option<RoleFilterInput>,
    #[graphql(default_with = "RoleSort::Position")]
    pub sort: RoleSort,
    #[graphql(default_with = "SortDirection::Asc")]
    pub direction: SortDirection,
}

/// The list of `manifestDestinations`, as that field takes it.
#[derive(InputObject)]
pub struct DestinationsExportInput {
    pub filter: Option<DestinationFilterInput>,
    #[graphql(default_with = "DestinationSort::Name")]
    pub sort: DestinationSort,
    #[graphql(default_with = "SortDirection::Asc")]
    pub direction: SortDirection,
}

/// Which list: exactly one of these.
#[derive(OneofObject)]
pub enum ExportedListInput {
    Orders(OrdersExportInput),
    Trips(TripsExportInput),
    Vehicles(VehiclesExportInput),
    Drivers(DriversExportInput),
    Permits(PermitsExportInput),
    Carriers(CarriersExportInput),
    Stations(StationsExportInput),
    Routes(RoutesExportInput),
    Staff(StaffExportInput),
    Audit(AuditExportInput),
    Jobs(JobsExportInput),
    Closures(ClosuresExportInput),
    ClosureTickets(ClosureTicketsExportInput),
    Announcements(AnnouncementsExportInput),
    Promotions(PromotionsExportInput),
    Layouts(LayoutsExportInput),
    Mailbox(MailboxExportInput),
    Shifts(ShiftsExportInput),
    Approvals(ApprovalsExportInput),
    WaitingRefunds(WaitingRefundsExportInput),
    RefundRequests(RefundRequestsExportInput),
    Partners(PartnersExportInput),
    Tariff(TariffExportInput),
    Holidays(HolidaysExportInput),
    Roles(RolesExportInput),
    Destinations(DestinationsExportInput),
    TerminalNetworks(TerminalNetworksExportInput),
    TerminalRequests(TerminalRequestsExportInput),
    FiscalRegisters(FiscalRegistersExportInput),
    FiscalReceipts(FiscalReceiptsExportInput),
    Gateways(GatewaysExportInput),
    GatewayMessages(GatewayMessagesExportInput),
    Registries(RegistriesExportInput),
    Settlements(SettlementsExportInput),
    LedgerPostings(LedgerPostingsExportInput),
    RegistryDifferences(RegistryDifferencesExportInput),
    BlankBlocks(BlankBlocksExportInput),
    Wallets(WalletsExportInput),
    Companies(CompaniesExportInput),
}

impl ExportedListInput {
    /// Its list, and the arguments that the list's field takes.
    pub fn asked(&self) -> (&'static List, Value) {
        let (name, value) = match self {
            ExportedListInput::Orders(input) => ("orders", input.to_value()),
            ExportedListInput::Trips(input) => ("trips", input.to_value()),
            ExportedListInput::Vehicles(input) => ("vehicles", input.to_value()),
            ExportedListInput::Drivers(input) => ("drivers", input.to_value()),
            ExportedListInput::Permits(input) => ("permits", input.to_value()),
            ExportedListInput::Carriers(input) => ("carriers", input.to_value()),
            ExportedListInput::Stations(input) => ("stations", input.to_value()),
            ExportedListInput::Routes(input) => ("routes", input.to_value()),
            ExportedListInput::Staff(input) => ("staff", input.to_value()),
            ExportedListInput::Audit(input) => ("audit", input.to_value()),
            ExportedListInput::Jobs(input) => ("jobs", input.to_value()),
            ExportedListInput::Closures(input) => ("closures", input.to_value()),
            ExportedListInput::ClosureTickets(input) => ("closureTickets", input.to_value()),
            ExportedListInput::Announcements(input) => ("announcements", input.to_value()),
            ExportedListInput::Promotions(input) => ("promotions", input.to_value()),
            ExportedListInput::Layouts(input) => ("layouts", input.to_value()),
            ExportedListInput::Mailbox(input) => ("mailbox", input.to_value()),
            ExportedListInput::Shifts(input) => ("shifts", input.to_value()),
            ExportedListInput::Approvals(input) => ("approvals", input.to_value()),
            ExportedListInput::WaitingRefunds(input) => ("waitingRefunds", input.to_value()),
            ExportedListInput::RefundRequests(input) => ("refundRequests", input.to_value()),
            ExportedListInput::Partners(input) => ("partners", input.to_value()),
            ExportedListInput::Tariff(input) => ("tariff", input.to_value()),
            ExportedListInput::Holidays(input) => ("holidays", input.to_value()),
            ExportedListInput::Roles(input) => ("roles", input.to_value()),
            ExportedListInput::Destinations(input) => ("destinations", input.to_value()),
            ExportedListInput::TerminalNetworks(input) => ("terminalNetworks", input.to_value()),
            ExportedListInput::TerminalRequests(input) => ("terminalRequests", input.to_value()),
            ExportedListInput::FiscalRegisters(input) => ("fiscalRegisters", input.to_value()),
            ExportedListInput::FiscalReceipts(input) => ("fiscalReceipts", input.to_value()),
            ExportedListInput::Gateways(input) => ("gateways", input.to_value()),
            ExportedListInput::GatewayMessages(input) => ("gatewayMessages", input.to_value()),
            ExportedListInput::Registries(input) => ("registries", input.to_value()),
            ExportedListInput::Settlements(input) => ("settlements", input.to_value()),
            ExportedListInput::LedgerPostings(input) => ("ledgerPostings", input.to_value()),
            ExportedListInput::RegistryDifferences(input) => ("registryDifferences", input.to_value()),
            ExportedListInput::BlankBlocks(input) => ("blankBlocks", input.to_value()),
            ExportedListInput::Wallets(input) => ("wallets", input.to_value()),
            ExportedListInput::Companies(input) => ("companies", input.to_value()),
        };
        // Every arm names a list of these.
        (List::find(name).unwrap_or(&LISTS[0]), value)
    }
}
