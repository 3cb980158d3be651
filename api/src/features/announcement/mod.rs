//! What a station tells its passengers: a text in three languages for a while, on its boards.
//!
//! Invariant: an announcement is of one station, and only those who run trips there change it.

mod access;
mod query;
mod save_announcement;
mod types;
mod withdraw_announcement;

pub use query::{AnnouncementQuery, AnnouncementSort};
pub use save_announcement::SaveAnnouncement;
pub use withdraw_announcement::WithdrawAnnouncement;

/// Boards are read again when such a note comes.
pub const NOTE: &str = "announcement:";
