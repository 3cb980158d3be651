//! Settlements with carriers: what was sold for them in a period, what the station takes, what is paid.
//!
//! Invariants: periods of a carrier and a currency follow one another without a gap, and at most the last one is a draft;
//! the balance of an approved one is that of the carrier's account when its period ends, and nothing can be booked into it
//! any more; what is left unpaid becomes part of the next one, so that nothing is paid twice.

mod access;
mod act;
mod approve_settlement;
mod count;
mod drop_settlement;
mod export_settlement;
mod file;
mod make_settlement;
mod pay_settlement;
mod query;
mod state;
mod types;

pub use approve_settlement::ApproveSettlement;
pub use drop_settlement::DropSettlement;
pub use export_settlement::{ActOrder, ExportSettlement};
pub use file::{Act, write_act};
pub use make_settlement::MakeSettlement;
pub use pay_settlement::PaySettlement;
pub use query::{SettlementFilterInput, SettlementQuery, SettlementSort};
pub use state::{restate, settled_until};
