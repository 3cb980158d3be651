//! Who works at the station, and what they may do.
//!
//! Invariants: the administrator's role may do everything, and there is always somebody who has it and can sign in;
//! nobody changes their own role or blocks themselves; every change is in the audit log.

mod accept_invitation;
mod access;
mod block_staff;
mod change;
mod demand_second_factor;
mod end_staff_session;
mod invite_administrator;
mod invite_staff;
mod query;
mod reset_staff;
mod roles;
mod save_role;
mod types;
mod update_staff;

pub use accept_invitation::AcceptInvitation;
pub use access::{may, rights, stations_of};
pub use block_staff::BlockStaff;
pub use demand_second_factor::DemandSecondFactor;
pub use end_staff_session::EndStaffSession;
pub use invite_administrator::invite_administrator;
pub use invite_staff::InviteStaff;
pub use query::{StaffFilterInput, StaffQuery, StaffSort};
pub use reset_staff::ResetStaff;
pub use roles::{RoleFilterInput, RoleQuery, RoleSort};
pub use save_role::SaveRole;
pub use types::{Role, StaffLoader, StaffMember};
pub use update_staff::UpdateStaff;

/// Whose role may do everything.
pub const ADMINISTRATOR: &str = "ADMINISTRATOR";
/// Who sees only one carrier's trips.
pub const CARRIER_REPRESENTATIVE: &str = "CARRIER_REPRESENTATIVE";
