//! People who sign in: passengers with their cabinet, staff with a role.
//!
//! Invariants: a contact is an account's only after its owner has confirmed it with a code; a refresh token is used
//! once, and an old one that comes again ends its session; codes and passwords are tried few times; a deleted account
//! leaves only what the tax law keeps, without its person.

mod codes;
mod confirm_contact;
mod cookie;
mod delete_account;
mod demonstration;
mod me;
mod query;
mod refresh_session;
mod request_code;
mod reset_password;
mod saved_passenger;
mod sessions;
mod set_password;
mod sign_in;
mod sign_in_with_code;
mod sign_out;
mod update_profile;
mod wallet_code;

pub use codes::{Checked, INVITATION_LASTS, check_invitation, invitation};
pub use confirm_contact::ConfirmContact;
pub use cookie::read_cookies;
pub use delete_account::DeleteAccount;
pub use demonstration::{DEMONSTRATION_PASSWORD, demonstration_logins, make_demonstration_accounts};
pub use me::{Session, live_sessions};
pub use query::AccountQuery;
pub use refresh_session::RefreshSession;
pub use request_code::{RequestCode, find_account};
pub use reset_password::ResetPassword;
pub use saved_passenger::{SavedPassengers, keep_passenger};
pub use sessions::{SignedIn, begin, revoke, session_is_live, session_of, signed_in, staff_session, viewer_session};
pub use set_password::{SetPassword, weakness};
pub use sign_in::SignIn;
pub use sign_in_with_code::{SignInWithCode, TRIES as CODE_TRIES};
pub use sign_out::{Done, SignOut};
pub use update_profile::UpdateProfile;
pub use wallet_code::{check_wallet_code, send_wallet_code};
