//! Orders: seats held for a time, passengers named, paid, changed and given up before payment.
//!
//! Invariants: an order's status follows from its lines and the clock; a hold is all or nothing; a price is fixed by
//! the hold, and only the passenger's category, baggage and extras change it until payment; whoever changes an order's rides,
//! passengers or lines raises its version in the same transaction.

mod access;
mod bundle;
mod categories;
mod change_contact;
mod change_passenger;
mod drop_passenger;
mod events;
mod hold_input;
mod hold_limit;
mod hold_rules;
mod hold_seats;
mod later_ancillaries;
mod line;
mod memory;
mod number;
mod passenger_form;
mod price_line;
mod query;
mod release_order;
mod resend_tickets;
mod seat_price;
mod seats;
mod send_tickets;
mod set_passengers;
mod split_order;
mod staff;
mod sweep;
mod types;

pub use access::{Access, OrderRefInput, find_order, find_returned, guess_secret, may_see, own_order, staff_order};
pub use bundle::{
    Bundle, BundleLoader, awaits_exchange, bundle_of, buyer_of, let_go, lock_changing, lock_order,
    lock_order_of_payment, raise_versions,
};
pub use categories::{NoCategory, PassengerCategory, count_category, rule_for};
pub use change_contact::ChangeContact;
pub use change_passenger::ChangePassenger;
pub use drop_passenger::DropPassenger;
pub use events::{OrderSubscription, changed};
pub use hold_input::key_is_good;
pub use hold_seats::{HoldSeats, write_held};
pub use later_ancillaries::{LaterAncillary, addable};
pub use line::{LineState, OrderLine, STANDING, line_title};
pub use memory::OrderMemory;
pub use number::{NumberLoader, order_number};
pub use passenger_form::{CheckedPerson, Person, check_person};
pub use price_line::{PriceLine, price_lines};
pub use query::OrderQuery;
pub use release_order::{OrderChanged, ReleaseOrder};
pub use resend_tickets::ResendTickets;
pub use seat_price::{HeldFare, Shown, Sitter, campaign_for, held_parts, seat_parts, shown, with_best, with_contract};
pub use seats::{NoPlaces, choose};
pub use send_tickets::SendTickets;
pub use set_passengers::SetPassengers;
pub use split_order::SplitOrder;
pub use staff::{OrderFilterInput, OrderSort, OrderStaffQuery, number_of, numbered, ticket_condition};
pub use sweep::sweep;
pub use types::{DocumentKind, Order, OrderConnection, OrderEdge, OrderPassenger, parts_of, reread};

use chrono::TimeDelta;

use crate::app::App;

/// The payment step extends the hold, once, to at least so long from then.
pub const PAYMENT_EXTENSION: TimeDelta = TimeDelta::minutes(10);
/// Passengers in one order.
pub const MAX_PASSENGERS: usize = 20;
/// Rides in one order: both ways with a change each, and some.
pub const MAX_SEGMENTS: usize = 6;

/// A new order's number, for people.
pub fn new_number(app: &App) -> String {
    format!("BK-{}-{}", app.ids.readable(4), app.ids.readable(4))
}
