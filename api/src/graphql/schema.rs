//! The schema: the only file of the kit that names features.

use async_graphql::dataloader::DataLoader;
use async_graphql::{MergedObject, MergedSubscription, SDLExportOptions};

use crate::app::App;
use crate::features::{
    account, announcement, audit, blank, carrier, closure, company, departure, desk, dispatch, driver, exchange,
    export, fiscal_receipt, fiscal_register, gateway, holiday, inventory, job, layout, ledger, manifest, note,
    notification, order, partner, passage, payment, permit, price_list, printout, promotion, quota, rebooking, refund,
    refund_request, registry, report, route, saved_view, search, second_factor, settlement, shift, site, staff,
    station, tariff_rule, terminal_network, timeline, trip, vehicle, wallet,
};

use super::user_error::UserError;

// In groups: each member is reached through those before it, so that one long list would need a deep stack.
/// Everything that can be read.
#[derive(MergedObject, Default)]
pub struct Query(FindingQueries, TripQueries, SupplyQueries, SaleQueries, BookQueries, OfficeQueries);

/// Journeys, stations and their boards.
#[derive(MergedObject, Default)]
pub struct FindingQueries(
    site::SiteQuery,
    station::StationQuery,
    station::BoardQuery,
    station::StationStaffQuery,
    search::SearchQuery,
    search::PopularQuery,
);

/// Trips of a day, who is on them and what is told of them.
#[derive(MergedObject, Default)]
pub struct TripQueries(
    trip::TripQuery,
    trip::TripStaffQuery,
    trip::TripConsequencesQuery,
    trip::CrewQuery,
    trip::VehicleSwapQuery,
    dispatch::DispatchQuery,
    rebooking::TripMoveQuery,
    rebooking::RebookingQuery,
    manifest::ManifestQuery,
    manifest::DestinationQuery,
    passage::PassageQuery,
    announcement::AnnouncementQuery,
);

/// What trips are made of: carriers, fleet, lines, departures and prices.
#[derive(MergedObject, Default)]
pub struct SupplyQueries(
    carrier::CarrierQuery,
    route::RouteQuery,
    departure::DepartureQuery,
    departure::TripAdditionQuery,
    price_list::PriceListQuery,
    tariff_rule::TariffRuleQuery,
    holiday::HolidayQuery,
    promotion::PromotionQuery,
    quota::QuotaQuery,
    layout::LayoutQuery,
    vehicle::VehicleQuery,
    driver::DriverQuery,
    permit::PermitQuery,
);

/// Seats, orders and their money.
#[derive(MergedObject, Default)]
pub struct SaleQueries(
    desk::DeskQuery,
    shift::ShiftQuery,
    partner::PartnerQuery,
    inventory::InventoryQuery,
    order::OrderQuery,
    order::OrderStaffQuery,
    payment::PaymentQuery,
    refund::OverruleQuery,
    refund::WaitingRefundQuery,
    refund_request::RefundRequestQuery,
    closure::ClosureQuery,
    closure::RebookingPlanQuery,
    terminal_network::TerminalNetworkQuery,
    fiscal_register::FiscalRegisterQuery,
    fiscal_receipt::FiscalReceiptQuery,
    gateway::GatewayQuery,
    registry::RegistryQuery,
    wallet::WalletQuery,
    company::CompanyQuery,
    blank::BlankQuery,
);

/// The ledger and what is settled with carriers.
#[derive(MergedObject, Default)]
pub struct BookQueries(ledger::LedgerQuery, settlement::SettlementQuery);

/// People, their work and what is kept of it.
#[derive(MergedObject, Default)]
pub struct OfficeQueries(
    account::AccountQuery,
    notification::NotificationQuery,
    job::JobQuery,
    staff::StaffQuery,
    staff::RoleQuery,
    audit::AuditQuery,
    report::ReportQuery,
    report::ReportBuilderQuery,
    report::SavedReportQuery,
    timeline::TimelineQuery,
    saved_view::SavedViewQuery,
);

/// Everything that can be done; one to a request.
#[derive(MergedObject, Default)]
pub struct Mutation(
    Sales,
    Wallets,
    Papers,
    Bookings,
    Registers,
    Books,
    Reports,
    Accounts,
    Operations,
    Office,
    Fleet,
    Timetable,
);

/// Buying, paying, giving back.
#[derive(MergedObject, Default)]
pub struct Sales(
    order::HoldSeats,
    order::SetPassengers,
    promotion::ApplyPromotion,
    order::DropPassenger,
    order::ReleaseOrder,
    order::ResendTickets,
    payment::ReserveForDesk,
    payment::StartPayment,
    payment::TakePayment,
    refund::QuoteRefund,
    refund::ConfirmRefund,
    refund::AnnulSale,
    refund::PayOutRefunds,
    refund_request::AskForRefund,
    refund_request::WithdrawRefundRequest,
);

/// Customers' internal accounts, and companies that buy on account.
#[derive(MergedObject, Default)]
pub struct Wallets(
    wallet::OpenWallet,
    wallet::TopUpWallet,
    wallet::PayFromWallet,
    wallet::RequestWalletCode,
    wallet::BlockWallet,
    company::SaveCompany,
    company::SaveMember,
    company::RecordTransfer,
    company::BuyForCompany,
);

/// Blanks of paper tickets.
#[derive(MergedObject, Default)]
pub struct Papers(blank::IssueBlanks, blank::MoveBlanks, blank::MarkBlank, blank::EnterBlank);

/// What the office does with orders.
#[derive(MergedObject, Default)]
pub struct Bookings(
    order::ChangePassenger,
    order::ChangeContact,
    order::SendTickets,
    order::SplitOrder,
    note::AddNote,
    exchange::QuoteExchange,
    exchange::ConfirmExchange,
    exchange::DropExchange,
    refund::OverruleRefund,
    refund::ApproveRefund,
    refund::DeclineRefund,
    refund_request::AnswerRefundRequest,
    refund::SendRefundAgain,
    shift::OpenShift,
    shift::MoveCash,
    shift::CloseShift,
    payment::SellAncillaries,
    printout::PrintTickets,
    printout::PrintReceipts,
    printout::PrintShiftReport,
    printout::TestPrinter,
);

/// What is kept of lists and reports, and taken along.
#[derive(MergedObject, Default)]
pub struct Reports(
    saved_view::SaveView,
    saved_view::DropView,
    export::ExportList,
    report::ExportReport,
    report::SaveReport,
    report::DropReport,
    report::ScheduleReport,
);

/// Signing in, and one's own data.
#[derive(MergedObject, Default)]
pub struct Accounts(
    account::RequestCode,
    account::SignInWithCode,
    account::SignIn,
    account::RefreshSession,
    account::SignOut,
    account::SetPassword,
    account::ResetPassword,
    account::UpdateProfile,
    account::ConfirmContact,
    account::SavedPassengers,
    account::DeleteAccount,
    second_factor::BeginSecondFactor,
    second_factor::ConfirmSecondFactor,
    second_factor::DropSecondFactor,
    second_factor::RenewRecoveryCodes,
);

/// What happens to trips, and to work that was promised.
#[derive(MergedObject, Default)]
pub struct Operations(
    job::RetryJob,
    trip::DelayTrip,
    trip::CancelTrip,
    trip::ReportTrip,
    trip::SetTripSale,
    trip::SetPlatform,
    trip::SkipStop,
    trip::ChangeTrips,
    rebooking::MovePassengers,
    trip::AssignTrip,
    trip::SwapVehicle,
    announcement::SaveAnnouncement,
    announcement::WithdrawAnnouncement,
    closure::SaveClosure,
    closure::LiftClosure,
    closure::RefundClosure,
    closure::RebookClosure,
    manifest::MakeManifest,
    manifest::ResendManifest,
    manifest::SaveDestination,
    passage::RecordPassage,
    passage::UndoPassage,
);

/// Cash registers and what they record.
#[derive(MergedObject, Default)]
pub struct Registers(
    fiscal_register::SaveFiscalRegister,
    fiscal_register::SwitchFiscalRegister,
    fiscal_register::TestFiscalRegister,
    fiscal_register::CloseRegisterShift,
    fiscal_receipt::RetryReceipt,
    fiscal_receipt::CorrectReceipt,
);

/// The ledger and what is settled with carriers.
#[derive(MergedObject, Default)]
pub struct Books(
    settlement::MakeSettlement,
    settlement::DropSettlement,
    settlement::ApproveSettlement,
    settlement::PaySettlement,
    settlement::ExportSettlement,
    company::IssueInvoice,
    company::CancelInvoice,
    company::ExportInvoice,
    ledger::BookEntry,
    ledger::ReversePosting,
    ledger::SaveLedgerAccount,
    ledger::ClosePeriod,
    ledger::ReopenPeriod,
);

/// Who works here, and what they may do.
#[derive(MergedObject, Default)]
pub struct Office(
    staff::InviteStaff,
    staff::AcceptInvitation,
    staff::UpdateStaff,
    staff::BlockStaff,
    staff::ResetStaff,
    staff::EndStaffSession,
    staff::SaveRole,
    partner::MakeKey,
    partner::RenewKey,
    partner::RevokeKey,
    staff::DemandSecondFactor,
    carrier::SaveCarrier,
    carrier::BlockCarrier,
    carrier::SaveContract,
    terminal_network::SaveTerminalNetwork,
    terminal_network::SwitchTerminalNetwork,
    terminal_network::TestTerminalNetwork,
    gateway::SaveGateway,
    gateway::SwitchGateway,
    gateway::TestGateway,
    registry::SaveRegistryFormat,
    registry::SettleDifference,
);

/// Vehicles and their layouts, who drives them, and their papers.
#[derive(MergedObject, Default)]
pub struct Fleet(
    layout::SaveLayout,
    layout::ArchiveLayout,
    layout::ImportLayouts,
    vehicle::SaveVehicle,
    vehicle::DropPhoto,
    driver::SaveDriver,
    permit::SavePermit,
    permit::DropPermit,
);

/// Towns and stations.
#[derive(MergedObject, Default)]
pub struct Timetable(
    station::SavePlace,
    station::SaveStation,
    station::SavePlatform,
    desk::SaveDesk,
    route::SaveRoute,
    route::SavePath,
    departure::AddTrip,
    departure::SaveDeparture,
    price_list::SavePriceList,
    quota::SaveQuota,
    quota::DropQuota,
    tariff_rule::SaveTariffRule,
    tariff_rule::EndTariffRule,
    holiday::SaveHoliday,
    holiday::DropHoliday,
    promotion::SavePromotion,
);

/// What is told as it happens. Each begins with the state as it is.
#[derive(MergedSubscription, Default)]
pub struct Subscription(
    inventory::InventorySubscription,
    order::OrderSubscription,
    station::StationSubscription,
    dispatch::DispatchSubscription,
);

pub type Schema = async_graphql::Schema<Query, Mutation, Subscription>;

/// Most that a query may cost: a field costs one, a list its page size times what is asked of each row (a quarter of
/// it, since rows share their reads), a mutation or a search what its field says.
pub const MAX_COMPLEXITY: usize = 4000;
/// Levels; the full introspection query needs 15.
pub const MAX_DEPTH: usize = 18;

/// Builds the schema for an application.
pub fn build(app: &App) -> Schema {
    let loader = DataLoader::new(order::BundleLoader(app.clone()), tokio::spawn);
    async_graphql::Schema::build(Query::default(), Mutation::default(), Subscription::default())
        .register_output_type::<UserError>()
        .data(app.clone())
        .data(loader)
        .data(DataLoader::new(staff::StaffLoader(app.clone()), tokio::spawn))
        .data(DataLoader::new(inventory::SoldLoader(app.clone()), tokio::spawn))
        .data(DataLoader::new(promotion::UsesLoader(app.clone()), tokio::spawn))
        .data(DataLoader::new(desk::DeskLoader(app.clone()), tokio::spawn))
        .data(DataLoader::new(order::NumberLoader(app.clone()), tokio::spawn))
        .data(DataLoader::new(shift::ShiftLoader(app.clone()), tokio::spawn))
        .data(DataLoader::new(blank::BlankLoader(app.clone()), tokio::spawn))
        .data(DataLoader::new(refund::OverruleLoader(app.clone()), tokio::spawn))
        .data(DataLoader::new(refund_request::RefundRequestLoader(app.clone()), tokio::spawn))
        .data(DataLoader::new(partner::PartnerLoader(app.clone()), tokio::spawn))
        .data(DataLoader::new(fiscal_receipt::ReceiptLoader(app.clone()), tokio::spawn))
        .data(DataLoader::new(fiscal_register::RegisterLoader(app.clone()), tokio::spawn))
        .data(DataLoader::new(terminal_network::TerminalLoader(app.clone()), tokio::spawn))
        .data(DataLoader::new(gateway::GatewayLoader(app.clone()), tokio::spawn))
        .data(DataLoader::new(registry::RegistryLoader(app.clone()), tokio::spawn))
        .data(DataLoader::new(ledger::AccountLoader(app.clone()), tokio::spawn))
        .data(DataLoader::new(ledger::PostingLoader(app.clone()), tokio::spawn))
        .data(DataLoader::new(permit::PermitLoader(app.clone()), tokio::spawn))
        .data(DataLoader::new(wallet::HolderLoader(app.clone()), tokio::spawn))
        .data(DataLoader::new(company::CompanyLoader(app.clone()), tokio::spawn))
        .data(DataLoader::new(vehicle::VehicleLoader(app.clone()), tokio::spawn))
        .limit_complexity(MAX_COMPLEXITY)
        .limit_depth(MAX_DEPTH)
        .limit_directives(5)
        .disable_suggestions()
        .finish()
}

/// The schema's text, as it is committed in `schema.graphql`.
pub fn sdl() -> String {
    let schema = async_graphql::Schema::build(Query::default(), Mutation::default(), Subscription::default())
        .register_output_type::<UserError>()
        .finish();
    schema.sdl_with_options(SDLExportOptions::new().sorted_fields().sorted_arguments().sorted_enum_items())
}
