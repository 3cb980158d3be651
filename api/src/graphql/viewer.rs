//! Who asks: nobody, a passenger, staff with a role, or a partner's key.

use async_graphql::Enum;
use domain::quota::Buyer;
use uuid::Uuid;

use crate::i18n::Language;

#[derive(Clone, Debug)]
pub struct Viewer {
    pub language: Language,
    /// The visitor's network address, for limits and sessions.
    pub address: String,
    pub device: Option<String>,
    /// The refresh cookies that came with the request, by kind of session.
    pub refresh_passenger: Option<String>,
    pub refresh_staff: Option<String>,
    pub session: Option<ViewerSession>,
    /// Whose partner's key came with the request.
    pub partner: Option<Uuid>,
    /// Scopes of that key.
    pub scopes: Vec<String>,
}

#[derive(Clone, Debug)]
pub struct ViewerSession {
    pub id: Uuid,
    pub account_id: Uuid,
    pub kind: SessionKind,
    /// Staff only.
    pub role: Option<StaffRole>,
    pub carrier_id: Option<Uuid>,
    /// Staff who are tied to stations: these alone.
    pub stations: Vec<Uuid>,
}

impl Viewer {
    /// Whom a session stands for where there is no request with its cookies.
    pub fn of_session(session: ViewerSession, language: Language, address: String) -> Self {
        Viewer {
            language,
            address,
            device: None,
            refresh_passenger: None,
            refresh_staff: None,
            session: Some(session),
            partner: None,
            scopes: Vec::new(),
        }
    }

    /// As seats and prices see who asks: by channel, partner, and whether it is the station's own staff.
    pub fn buyer(&self) -> Buyer {
        let channel = match (self.partner, self.is_staff()) {
            (Some(_), _) => "PARTNER",
            (None, true) => "DESK",
            (None, false) => "WEB",
        };
        Buyer { channel, partner: self.partner, staff: self.is_staff() }
    }

    pub fn account_id(&self) -> Option<Uuid> {
        self.session.as_ref().map(|session| session.account_id)
    }

    /// Signed in as staff, with a role that may allow much or nothing.
    pub fn is_staff(&self) -> bool {
        self.session.as_ref().is_some_and(|session| session.kind == SessionKind::Staff)
    }

    /// Signed in as a passenger, not as staff.
    pub fn is_passenger(&self) -> bool {
        self.session.as_ref().is_some_and(|session| session.kind == SessionKind::Passenger)
    }

    pub fn can(&self, permission: Permission) -> bool {
        self.session.as_ref().is_some_and(|session| {
            session.kind == SessionKind::Staff
                && session.role.as_ref().is_some_and(|role| role.permissions.contains(&permission))
        })
    }

    /// Stations whose trips alone staff see and run; empty: of all.
    pub fn only_stations(&self) -> &[Uuid] {
        self.session.as_ref().map_or(&[], |session| &session.stations)
    }

    /// Staff tied to one carrier see only its trips.
    pub fn only_carrier(&self) -> Option<Uuid> {
        self.session.as_ref().and_then(|session| session.carrier_id)
    }
}

/// What a session is for. A person may have one of each in the same browser.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum SessionKind {
    Passenger,
    Staff,
}

impl SessionKind {
    pub fn code(self) -> &'static str {
        match self {
            SessionKind::Passenger => "PASSENGER",
            SessionKind::Staff => "STAFF",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        [SessionKind::Passenger, SessionKind::Staff].into_iter().find(|kind| kind.code() == code)
    }
}

/// The role of a staff session, with what it allowed when the request came.
#[derive(Clone, Debug)]
pub struct StaffRole {
    pub code: String,
    pub permissions: Vec<Permission>,
}

/// One right. Roles are sets of them.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Permission {
    ViewTrips,
    /// Delay, cancel, open and close the sale, report departure and arrival.
    RunTrips,
    /// Names and seats of a trip's passengers; each reading is in the audit log.
    ViewPassengers,
    ViewOrders,
    /// Passengers' data and the contact of orders, tickets sent again, notes.
    ChangeOrders,
    /// Another seat, date or trip for tickets that were bought.
    ExchangeTickets,
    /// Go beyond the rules of an exchange with a reason: forgo the difference, exchange what was boarded with.
    OverruleOrders,
    /// Board passengers: read tickets, tick the list, take a mistake back.
    CheckTickets,
    /// Where manifests are sent at departure.
    ManageExchange,
    ViewMailbox,
    ViewJobs,
    RetryJobs,
    /// Invite and block staff, and edit roles. Whoever has it can get every other.
    ManageStaff,
    ViewAudit,
    /// Legal data and contracts of carriers.
    ViewCarriers,
    /// Carriers and their contracts; block a carrier.
    ManageCarriers,
    /// Towns, stations and their platforms, routes, departures and holidays.
    ManageTimetable,
    /// What is paid: price lists, rules of the tariff, promotional codes and campaigns.
    ManagePrices,
    /// What is told on the site and in the halls.
    WriteAnnouncements,
    /// Partners and their keys: who has it lets others sell.
    ManagePartners,
    /// Seats that are kept or closed, of departures and trips.
    ManageQuotas,
    /// Take money at a desk in a shift of one's own, and pay it out.
    SellAtDesk,
    /// Give tickets back for customers who come to the station.
    ReturnTickets,
    /// Give back more than the rules of refunds, with a reason.
    OverruleRefunds,
    /// Say yes or no to what somebody else wants to give back beyond the rules.
    ApproveRefunds,
    /// Undo a sale of one's own open shift.
    AnnulSales,
    /// Everybody's shifts, with their money.
    ViewShifts,
    /// Blocks of paper tickets: hand them out, take them back, answer for each blank.
    ManageBlanks,
    /// Networks of payment terminals: their settings, passwords and requests.
    ManageGateways,
    /// Cash registers and the fiscal receipts that they record: settings, failures, corrections.
    ManageRegisters,
    /// Settlements with carriers; who is tied to one sees those of their own that were approved.
    ViewSettlements,
    /// Settle with carriers, book by hand, see the accounts and their balances.
    ManageSettlements,
    /// Close the books up to a day.
    ClosePeriods,
    /// Open again what was closed last.
    ReopenPeriods,
    /// Customers' internal accounts and companies that buy on account: contracts, users, statements.
    ManageClients,
    /// Vehicles, drivers and their papers.
    ViewFleet,
    /// Draw and archive layouts of vehicles; change vehicles, drivers and their papers.
    ManageFleet,
    /// Reports on the data that other rights allow; sales without what names people.
    ViewReports,
    /// Keep reports for everybody.
    ShareReports,
}

impl Permission {
    pub const ALL: [Permission; 39] = [
        Permission::ViewTrips,
        Permission::RunTrips,
        Permission::ViewPassengers,
        Permission::ViewOrders,
        Permission::ChangeOrders,
        Permission::ExchangeTickets,
        Permission::OverruleOrders,
        Permission::CheckTickets,
        Permission::ManageExchange,
        Permission::ViewMailbox,
        Permission::ViewJobs,
        Permission::RetryJobs,
        Permission::ManageStaff,
        Permission::ViewAudit,
        Permission::ViewCarriers,
        Permission::ManageCarriers,
        Permission::ManageTimetable,
        Permission::ManagePrices,
        Permission::WriteAnnouncements,
        Permission::ManagePartners,
        Permission::ManageQuotas,
        Permission::SellAtDesk,
        Permission::ReturnTickets,
        Permission::OverruleRefunds,
        Permission::ApproveRefunds,
        Permission::AnnulSales,
        Permission::ViewShifts,
        Permission::ManageBlanks,
        Permission::ManageGateways,
        Permission::ManageRegisters,
        Permission::ViewSettlements,
        Permission::ManageSettlements,
        Permission::ClosePeriods,
        Permission::ReopenPeriods,
        Permission::ManageClients,
        Permission::ViewFleet,
        Permission::ManageFleet,
        Permission::ViewReports,
        Permission::ShareReports,
    ];

    /// As it is stored with a role.
    pub fn code(self) -> &'static str {
        match self {
            Permission::ViewTrips => "VIEW_TRIPS",
            Permission::RunTrips => "RUN_TRIPS",
            Permission::ViewPassengers => "VIEW_PASSENGERS",
            Permission::ViewOrders => "VIEW_ORDERS",
            Permission::ChangeOrders => "CHANGE_ORDERS",
            Permission::ExchangeTickets => "EXCHANGE_TICKETS",
            Permission::OverruleOrders => "OVERRULE_ORDERS",
            Permission::CheckTickets => "CHECK_TICKETS",
            Permission::ManageExchange => "MANAGE_EXCHANGE",
            Permission::ViewMailbox => "VIEW_MAILBOX",
            Permission::ViewJobs => "VIEW_JOBS",
            Permission::RetryJobs => "RETRY_JOBS",
            Permission::ManageStaff => "MANAGE_STAFF",
            Permission::ViewAudit => "VIEW_AUDIT",
            Permission::ViewCarriers => "VIEW_CARRIERS",
            Permission::ManageCarriers => "MANAGE_CARRIERS",
            Permission::ManageTimetable => "MANAGE_TIMETABLE",
            Permission::ManagePrices => "MANAGE_PRICES",
            Permission::WriteAnnouncements => "WRITE_ANNOUNCEMENTS",
            Permission::ManagePartners => "MANAGE_PARTNERS",
            Permission::ManageQuotas => "MANAGE_QUOTAS",
            Permission::SellAtDesk => "SELL_AT_DESK",
            Permission::ReturnTickets => "RETURN_TICKETS",
            Permission::OverruleRefunds => "OVERRULE_REFUNDS",
            Permission::ApproveRefunds => "APPROVE_REFUNDS",
            Permission::AnnulSales => "ANNUL_SALES",
            Permission::ViewShifts => "VIEW_SHIFTS",
            Permission::ManageBlanks => "MANAGE_BLANKS",
            Permission::ManageGateways => "MANAGE_GATEWAYS",
            Permission::ManageRegisters => "MANAGE_REGISTERS",
            Permission::ViewSettlements => "VIEW_SETTLEMENTS",
            Permission::ManageSettlements => "MANAGE_SETTLEMENTS",
            Permission::ClosePeriods => "CLOSE_PERIODS",
            Permission::ReopenPeriods => "REOPEN_PERIODS",
            Permission::ManageClients => "MANAGE_CLIENTS",
            Permission::ViewFleet => "VIEW_FLEET",
            Permission::ManageFleet => "MANAGE_FLEET",
            Permission::ViewReports => "VIEW_REPORTS",
            Permission::ShareReports => "SHARE_REPORTS",
        }
    }

    /// Shows or changes what belongs to no one carrier: orders, money, letters, jobs, people, the log. Whoever is tied to a
    /// carrier does not have it, whatever their role says.
    pub fn of_the_whole_office(self) -> bool {
        match self {
            Permission::ViewOrders
            | Permission::ChangeOrders
            | Permission::ExchangeTickets
            | Permission::OverruleOrders
            | Permission::ViewMailbox
            | Permission::ViewJobs
            | Permission::RetryJobs
            | Permission::ManageStaff
            | Permission::ViewAudit
            | Permission::ManagePartners
            | Permission::SellAtDesk
            | Permission::ReturnTickets
            | Permission::OverruleRefunds
            | Permission::ApproveRefunds
            | Permission::AnnulSales
            | Permission::ViewShifts
            | Permission::ManageBlanks
            | Permission::ManageGateways
            | Permission::ManageRegisters
            | Permission::ManageSettlements
            | Permission::ClosePeriods
            | Permission::ReopenPeriods
            | Permission::ManageClients
            | Permission::ShareReports => true,
            Permission::ViewTrips
            | Permission::RunTrips
            | Permission::ViewPassengers
            | Permission::CheckTickets
            | Permission::ManageExchange
            | Permission::ViewCarriers
            | Permission::ManageCarriers
            | Permission::ManageTimetable
            | Permission::ManagePrices
            | Permission::WriteAnnouncements
            | Permission::ManageQuotas
            | Permission::ViewSettlements
            | Permission::ViewFleet
            | Permission::ManageFleet
            | Permission::ViewReports => false,
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|permission| permission.code() == code)
    }
}
