//! Internal accounts of customers: put money on them by any way of payment, pay orders from them, see what came and went.
//!
//! Invariants: a balance is the sum of its entries and what the ledger says; nobody spends more than the balance and the
//! credit, however many try at once; an order tops up or buys, never both.

mod access;
mod block_wallet;
mod book;
mod confirm_owner;
mod holder;
mod open_wallet;
mod pay_from_wallet;
mod query;
mod request_wallet_code;
mod top_up;
mod top_up_wallet;
mod types;

pub use access::{payer_of, wallet_by_number};
pub use block_wallet::BlockWallet;
pub use book::{Entering, enter, wallet_of_payment, wallet_of_person};
pub use confirm_owner::confirm_owner;
pub use holder::{HolderLoader, masked_holder};
pub use open_wallet::{OpenWallet, Owner, open};
pub use pay_from_wallet::PayFromWallet;
pub use query::{WalletFilterInput, WalletQuery, WalletSort};
pub use request_wallet_code::RequestWalletCode;
pub use top_up::{TopUp, admits, begin, credit, undo};
pub use top_up_wallet::TopUpWallet;
pub use types::{Wallet, WalletEntry, WalletEntryKind};
