//! What an import took, what it repaired and what it could not take.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The row was left out.
    Skipped,
    /// The row was taken after a repair that the reason describes.
    Repaired,
}

/// One row that could not be taken as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    pub file: String,
    /// Line of the file, 1 is the header; 0 when it is about the whole file.
    pub line: u64,
    pub severity: Severity,
    pub reason: String,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileCount {
    pub rows: u64,
    pub taken: u64,
}

/// The outcome of an import, kept in `import_run` and shown to whoever ran it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    pub feed: String,
    /// True when the very same files had been imported last: nothing was done.
    pub unchanged: bool,
    /// Rows of each file that was read.
    pub files: BTreeMap<String, FileCount>,
    /// Files that the importer doesn't use.
    pub ignored_files: Vec<String>,
    pub issues: Vec<Issue>,
    /// What is in the timetable now, by table.
    pub counts: BTreeMap<String, u64>,
    /// Recurring departures that are new or changed, and that are no longer in the feed.
    pub schedules_added: u64,
    pub schedules_retired: u64,
    /// Future trips of retired or changed departures: made anew or removed, and kept because they have sales.
    pub trips_renewed: u64,
    pub trips_removed: u64,
    pub trips_kept: u64,
}

impl ImportReport {
    pub fn skip(&mut self, file: &str, line: u64, reason: impl Into<String>) {
        self.push(file, line, Severity::Skipped, reason.into());
    }

    pub fn repair(&mut self, file: &str, line: u64, reason: impl Into<String>) {
        self.push(file, line, Severity::Repaired, reason.into());
    }

    fn push(&mut self, file: &str, line: u64, severity: Severity, reason: String) {
        self.issues.push(Issue { file: file.to_owned(), line, severity, reason });
    }

    pub fn row(&mut self, file: &str) {
        self.files.entry(file.to_owned()).or_default().rows += 1;
    }

    pub fn taken(&mut self, file: &str, count: u64) {
        self.files.entry(file.to_owned()).or_default().taken += count;
    }

    pub fn skipped(&self) -> impl Iterator<Item = &Issue> {
        self.issues.iter().filter(|issue| issue.severity == Severity::Skipped)
    }

    /// The same with at most `limit` issues, fit to be stored.
    pub fn shortened(&self, limit: usize) -> Self {
        let mut short = self.clone();
        if short.issues.len() > limit {
            let more = short.issues.len() - limit;
            short.issues.truncate(limit);
            short.skip("", 0, format!("and {more} more"));
        }
        short
    }
}

impl std::fmt::Display for ImportReport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.unchanged {
            return writeln!(f, "{}: the same files were imported last time, nothing to do", self.feed);
        }
        writeln!(f, "{}:", self.feed)?;
        for (file, count) in &self.files {
            writeln!(f, "  {file}: {} of {} rows", count.taken, count.rows)?;
        }
        if !self.ignored_files.is_empty() {
            writeln!(f, "  not used: {}", self.ignored_files.join(", "))?;
        }
        for issue in &self.issues {
            let what = match issue.severity {
                Severity::Skipped => "left out",
                Severity::Repaired => "repaired",
            };
            writeln!(f, "  {}:{} {what}: {}", issue.file, issue.line, issue.reason)?;
        }
        for (table, count) in &self.counts {
            writeln!(f, "  {count} × {table}")?;
        }
        writeln!(
            f,
            "  departures: {} new or changed, {} retired; future trips: {} renewed, {} removed, {} kept for their sales",
            self.schedules_added, self.schedules_retired, self.trips_renewed, self.trips_removed, self.trips_kept
        )
    }
}
