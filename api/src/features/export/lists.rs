//! Which lists there are: what each takes, which field it is read from, and who may.

use async_graphql::{ID, InputObject, InputType, OneofObject, Value};

use crate::features::announcement::AnnouncementSort;
use crate::features::audit::{AuditFilterInput, AuditSort};
use crate::features::carrier::{CarrierFilterInput, CarrierSort};
use crate::features::closure::{ClosureSort, ClosureTicketSort};
use crate::features::driver::{DriverFilterInput, DriverSort};
use crate::features::holiday::{HolidayFilterInput, HolidaySort};
use crate::features::job::{JobSort, JobState};
use crate::features::layout::LayoutSort;
use crate::features::manifest::{DestinationFilterInput, DestinationSort};
use crate::features::notification::MessageSort;
use crate::features::order::{OrderFilterInput, OrderSort};
use crate::features::partner::{PartnerFilterInput, PartnerSort};
use crate::features::permit::{PermitFilterInput, PermitSort};
use crate::features::promotion::PromotionSort;
use crate::features::refund::{OverruleFilterInput, OverruleSort};
use crate::features::route::{RouteFilterInput, RouteSort};
use crate::features::shift::{ShiftFilterInput, ShiftSort};
use crate::features::staff::{RoleFilterInput, RoleSort, StaffFilterInput, StaffSort};
use crate::features::station::{StationFilterInput, StationSort};
use crate::features::tariff_rule::{TariffRuleFilterInput, TariffRuleSort};
use crate::features::trip::{TripFilterInput, TripSort};
use crate::features::vehicle::{VehicleFilterInput, VehicleSort};
use crate::graphql::{Permission, SortDirection};

use super::columns::{self, Column};

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

/// The list of `partners`, as that field takes it.
#[derive(InputObject)]
pub struct PartnersExportInput {
    pub filter: Option<PartnerFilterInput>,
    #[graphql(default_with = "PartnerSort::Added")]
    pub sort: PartnerSort,
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
    Partners(PartnersExportInput),
    Tariff(TariffExportInput),
    Holidays(HolidaysExportInput),
    Roles(RolesExportInput),
    Destinations(DestinationsExportInput),
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
            ExportedListInput::Partners(input) => ("partners", input.to_value()),
            ExportedListInput::Tariff(input) => ("tariff", input.to_value()),
            ExportedListInput::Holidays(input) => ("holidays", input.to_value()),
            ExportedListInput::Roles(input) => ("roles", input.to_value()),
            ExportedListInput::Destinations(input) => ("destinations", input.to_value()),
        };
        // Every arm names a list of these.
        (List::find(name).unwrap_or(&LISTS[0]), value)
    }
}

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
