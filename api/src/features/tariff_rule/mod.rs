//! Rules of the tariff that the office edits: discounts and passenger categories, baggage, extras, fees, conditions of refund.
//!
//! Invariants: a rule that was in force is never changed: a change is a new row of its series from an instant on, and the
//! row before it ends there; what was sold keeps to the rules of its time; a series that the office has changed is left
//! alone by imports.

mod access;
mod end_tariff_rule;
mod query;
mod read;
mod save_tariff_rule;
mod types;

pub use end_tariff_rule::EndTariffRule;
pub use query::{TariffRuleFilterInput, TariffRuleQuery, TariffRuleSort};
pub use save_tariff_rule::SaveTariffRule;
pub use types::midnight;
