//! Cash registers in the cloud: who they are, what they serve, and the one narrow door through which they are told anything
//! ([docs/fiscal.md]).
//!
//! Invariants: one register at most serves what no other is named for; a register is told one thing at a time, and after an
//! answer that did not come it is asked what it has done before it is told anything again; its token is shown to nobody.

mod close_register_shift;
mod cloud;
mod demonstration;
mod door;
mod query;
mod sandbox;
mod save_fiscal_register;
mod switch_fiscal_register;
mod test_fiscal_register;
mod types;

pub use close_register_shift::CloseRegisterShift;
pub use cloud::Registers;
pub use demonstration::make_demonstration_register;
pub use door::{Order, Recorded, Register, RegisterError, RegisterShift, RegisterState};
pub use query::{FiscalRegisterQuery, FiscalRegisterSort};
pub use sandbox::{DEMONSTRATION_TOKEN, Mood, SandboxRegister};
pub use save_fiscal_register::SaveFiscalRegister;
pub use switch_fiscal_register::SwitchFiscalRegister;
pub use test_fiscal_register::TestFiscalRegister;
pub use types::{FiscalRegister, RegisterLoader};
