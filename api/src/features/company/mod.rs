//! Companies that buy on account: contract, price, credit, and who buys for them ([docs/accounts.md]).
//!
//! Invariants: for a company buys who is its member today, while its contract is in force; an order of a company is paid from its
//! account alone, since it has the company's price; nobody spends more in a month than the member may; the figures of an issued
//! invoice never change, and invoices for periods follow one another on the statement without a gap.

mod buy_for_company;
mod cancel_invoice;
mod debt;
mod export_invoice;
mod invoice;
mod invoice_paper;
mod issue_invoice;
mod member;
mod query;
mod record_transfer;
mod save_company;
mod save_member;
mod types;

pub use buy_for_company::BuyForCompany;
pub use cancel_invoice::CancelInvoice;
pub use debt::{CompanyLoader, OPEN_PURCHASES};
pub use export_invoice::{ExportInvoice, InvoiceOrder, write_invoice};
pub use issue_invoice::IssueInvoice;
pub use member::{Membership, is_member, member_for, over_month};
pub use query::{CompanyFilterInput, CompanyQuery, CompanySort};
pub use record_transfer::{RecordTransfer, TRANSFER};
pub use save_company::SaveCompany;
pub use save_member::SaveMember;
pub use types::{CompanyMembership, OrderCompany, memberships_of};
