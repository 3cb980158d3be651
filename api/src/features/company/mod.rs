//! Companies that buy on account: contract, price, credit, and who buys for them ([docs/accounts.md]).
//!
//! Invariants: for a company buys who is its member today, while its contract is in force; an order of a company is paid from its
//! account alone, since it has the company's price; nobody spends more in a month than the member may.

mod buy_for_company;
mod member;
mod query;
mod record_transfer;
mod save_company;
mod save_member;
mod types;

pub use buy_for_company::BuyForCompany;
pub use member::{Membership, is_member, member_for, over_month};
pub use query::CompanyQuery;
pub use record_transfer::{RecordTransfer, TRANSFER};
pub use save_company::SaveCompany;
pub use save_member::SaveMember;
pub use types::{CompanyMembership, OrderCompany, memberships_of};
