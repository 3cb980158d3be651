//! Promotional codes, and campaigns that need none.
//!
//! Invariants: what a code takes off never changes, another is another code; a code's use is an order that is held or sold
//! with it, and the limits are counted in the transaction that makes one, after the code's row was locked; a hold that ends
//! gives its use back, and money that comes after it takes one again or goes back.

mod apply_promotion;
mod campaign;
mod query;
mod save_promotion;
mod types;
mod uses;

pub use apply_promotion::{ApplyPromotion, reprice};
pub use campaign::{Campaigns, take_tickets, used_up};
pub use query::{PromotionQuery, PromotionSort};
pub use save_promotion::SavePromotion;
pub use types::UsesLoader;
pub use uses::{Full, take_use};
