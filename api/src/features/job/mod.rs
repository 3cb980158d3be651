//! The staff's view of the jobs: what waits, what failed and why, and another try.

mod query;
mod retry_job;

pub use query::{Job, JobConnection, JobEdge, JobQuery, JobSort, JobState};
pub use retry_job::RetryJob;
