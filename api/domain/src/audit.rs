//! The audit log's chain: each entry is bound to everything before it, so that none can be changed, taken out or put in
//! between without breaking what comes after it.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// What an entry says.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    pub number: i64,
    pub id: Uuid,
    /// To the microsecond, as databases keep it.
    pub at: DateTime<Utc>,
    pub account: Option<Uuid>,
    pub action: &'a str,
    pub subject: &'a str,
    pub address: Option<&'a str>,
    /// What a change has changed, before and after; neither for a reading.
    pub change: (Option<&'a str>, Option<&'a str>),
}

/// SHA-256 of the hash before it (empty before the first) and of the entry. Every part goes in with its length, so that
/// no two entries are written alike.
pub fn link(previous: &[u8], entry: &Entry<'_>) -> [u8; 32] {
    let mut hasher = Sha256::new();
    let mut part = |bytes: &[u8]| {
        hasher.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
        hasher.update(bytes);
    };
    part(previous);
    part(&entry.number.to_be_bytes());
    part(entry.id.as_bytes());
    part(&entry.at.timestamp_micros().to_be_bytes());
    part(entry.account.as_ref().map_or(&[], |id| id.as_bytes()));
    part(entry.action.as_bytes());
    part(entry.subject.as_bytes());
    part(entry.address.unwrap_or_default().as_bytes());
    // Entries without a change are bound as they were before there were any with one.
    if let (before, after) = entry.change
        && (before.is_some() || after.is_some())
    {
        part(before.unwrap_or_default().as_bytes());
        part(after.unwrap_or_default().as_bytes());
    }
    hasher.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry<'static> {
        Entry {
            number: 1,
            id: Uuid::from_u128(7),
            at: DateTime::from_timestamp_micros(1_764_568_800_000_001).unwrap(),
            account: Some(Uuid::from_u128(8)),
            action: "READ_ORDER",
            subject: "order:9",
            address: Some("10.0.0.1"),
            change: (None, None),
        }
    }

    #[test]
    fn every_part_of_an_entry_and_everything_before_it_counts() {
        let same = link(b"before", &entry());
        assert_eq!(same, link(b"before", &entry()));
        let at = entry().at + chrono::TimeDelta::microseconds(1);
        let others = [
            link(b"", &entry()),
            link(b"before", &Entry { number: 2, ..entry() }),
            link(b"before", &Entry { id: Uuid::from_u128(6), ..entry() }),
            link(b"before", &Entry { at, ..entry() }),
            link(b"before", &Entry { account: None, ..entry() }),
            link(b"before", &Entry { action: "READ_ORDERo", subject: "rder:9", ..entry() }),
            link(b"before", &Entry { subject: "order:8", ..entry() }),
            link(b"before", &Entry { address: None, ..entry() }),
            link(b"before", &Entry { change: (Some("{}"), None), ..entry() }),
            link(b"before", &Entry { change: (None, Some("{}")), ..entry() }),
        ];
        let different: std::collections::HashSet<_> = others.iter().chain([&same]).collect();
        assert_eq!(different.len(), others.len() + 1);
    }
}
