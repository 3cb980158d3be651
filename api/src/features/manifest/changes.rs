//! What a version changes against the one before it.

use super::content::Entry;

/// What has happened to a passenger between two versions.
#[derive(async_graphql::Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum ManifestChangeKind {
    /// New in this version.
    Added,
    /// No longer in this version.
    Removed,
    /// On another seat.
    Moved,
    /// The same seat; something of the passenger is another.
    Corrected,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryChange {
    pub kind: ManifestChangeKind,
    /// As it is in the version that has it.
    pub entry: Entry,
    /// The seat before, of who has moved.
    pub former_seat: Option<String>,
}

pub fn changes(before: &[Entry], after: &[Entry]) -> Vec<EntryChange> {
    let change = |kind, entry: &Entry| EntryChange { kind, entry: entry.clone(), former_seat: None };
    let mut found = Vec::new();
    for entry in after {
        match before.iter().find(|other| other.line == entry.line) {
            None => found.push(change(ManifestChangeKind::Added, entry)),
            Some(other) if other == entry => {}
            Some(other) if other.seat != entry.seat => {
                let former_seat = other.seat.clone();
                found.push(EntryChange { former_seat, ..change(ManifestChangeKind::Moved, entry) });
            }
            Some(_) => found.push(change(ManifestChangeKind::Corrected, entry)),
        }
    }
    let gone = before.iter().filter(|entry| !after.iter().any(|other| other.line == entry.line));
    found.extend(gone.map(|entry| change(ManifestChangeKind::Removed, entry)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn entry(line: u128, seat: &str) -> Entry {
        Entry {
            line: Uuid::from_u128(line),
            ticket: format!("T{line}"),
            seat: Some(seat.into()),
            last_name: "Асанов".into(),
            first_name: "Үсөн".into(),
            middle_name: None,
            birth_date: None,
            citizenship: None,
            document_kind: None,
            document_number: None,
            category: "ADULT".into(),
            from: 0,
            to: 1,
            baggage: 0,
        }
    }

    #[test]
    fn each_change_is_told_once() {
        let before = [entry(1, "1"), entry(2, "2"), entry(3, "3"), entry(4, "4")];
        let corrected = Entry { first_name: "Асан".into(), ..entry(4, "4") };
        let after = [entry(1, "1"), entry(2, "9"), corrected, entry(5, "5")];
        let told: Vec<_> = changes(&before, &after)
            .into_iter()
            .map(|change| (change.kind, change.entry.ticket, change.former_seat))
            .collect();
        use ManifestChangeKind::{Added, Corrected, Moved, Removed};
        let expected = [
            (Moved, "T2".to_owned(), Some("2".to_owned())),
            (Corrected, "T4".to_owned(), None),
            (Added, "T5".to_owned(), None),
            (Removed, "T3".to_owned(), None),
        ];
        assert_eq!(told, expected);
        assert_eq!(changes(&after, &after), []);
    }
}
