//! The rules of a ticket office: pure, without input or output, clock or randomness of their own.

pub mod alarm;
pub mod audit;
pub mod closure;
pub mod contact;
pub mod contract;
pub mod document;
pub mod layout;
pub mod ledger;
pub mod money;
pub mod order;
pub mod path;
pub mod payment;
pub mod permit;
pub mod price;
pub mod price_list;
pub mod quota;
pub mod recurrence;
pub mod refund;
pub mod reseating;
pub mod seat_choice;
pub mod seat_map;
pub mod settlement;
pub mod station;
pub mod text;
pub mod ticket_code;
pub mod timetable;
