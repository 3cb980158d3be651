//! What is going on today, in numbers that lead to the lists behind them, and reports: questions to data sets that
//! anybody with the right puts together.
//!
//! Invariants: each number counts what its reader may see, and nothing is stored; figures are counted and added up by the
//! database, never across currencies; the rows behind a figure are those that it was counted from.

mod access;
mod answer;
mod ask;
mod data_set;
mod drop_report;
mod export_report;
mod file;
mod input;
mod post;
mod query;
mod save_report;
mod saved;
mod schedule_report;
mod sets;
mod standard;
mod statement;
mod types;

pub use ask::ReportBuilderQuery;
pub use drop_report::DropReport;
pub use export_report::{ExportReport, ReportOrder};
pub use file::{MOST_FILE_ROWS, NoFile, ReportFile, write_report};
pub use post::{SEND_REPORT, attached, promise_due, send_report};
pub use query::ReportQuery;
pub use save_report::SaveReport;
pub use saved::SavedReportQuery;
pub use schedule_report::ScheduleReport;
