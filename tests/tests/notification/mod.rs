//! Mail over a real connection.

mod mail_away;
