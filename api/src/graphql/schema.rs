//! The schema: the only file of the kit that names features.

use async_graphql::dataloader::DataLoader;
use async_graphql::{MergedObject, MergedSubscription, SDLExportOptions};

use crate::app::App;
use crate::features::{
    account, audit, carrier, inventory, job, notification, order, payment, refund, search, site, staff, station, trip,
};

use super::user_error::UserError;

/// Everything that can be read.
#[derive(MergedObject, Default)]
pub struct Query(
    site::SiteQuery,
    station::StationQuery,
    station::BoardQuery,
    search::SearchQuery,
    search::PopularQuery,
    trip::TripQuery,
    trip::TripStaffQuery,
    trip::TripConsequencesQuery,
    carrier::CarrierQuery,
    inventory::InventoryQuery,
    order::OrderQuery,
    order::OrderStaffQuery,
    payment::PaymentQuery,
    account::AccountQuery,
    notification::NotificationQuery,
    job::JobQuery,
    staff::StaffQuery,
    audit::AuditQuery,
);

/// Everything that can be done; one to a request.
#[derive(MergedObject, Default)]
pub struct Mutation(
    order::HoldSeats,
    order::SetPassengers,
    order::DropPassenger,
    order::ReleaseOrder,
    order::ResendTickets,
    payment::StartPayment,
    refund::QuoteRefund,
    refund::ConfirmRefund,
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
    job::RetryJob,
    trip::DelayTrip,
    trip::CancelTrip,
    trip::ReportTrip,
    trip::SetTripSale,
    staff::InviteStaff,
    staff::AcceptInvitation,
    staff::UpdateStaff,
    staff::BlockStaff,
    staff::ResetStaff,
    staff::SaveRole,
);

/// What is told as it happens. Each begins with the state as it is.
#[derive(MergedSubscription, Default)]
pub struct Subscription(inventory::InventorySubscription, order::OrderSubscription, station::StationSubscription);

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
