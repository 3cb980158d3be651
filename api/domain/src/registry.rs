//! Reconciliation: what a gateway says it has taken and given back in a period, line by line, beside what we have.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;
use uuid::Uuid;

use crate::money::{Currency, from_decimal, to_decimal};

/// Lines of a file at most.
pub const MOST_LINES: usize = 50_000;

/// Which column of a file says what, by the words in its head.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
pub struct Columns {
    /// Our number of the payment or refund, or the gateway's own.
    pub reference: String,
    pub amount: String,
    pub fee: Option<String>,
    pub time: Option<String>,
    /// Whether it is a payment or a refund. Without it, and without a word of `refund_words`, a sum below zero is a refund.
    pub kind: Option<String>,
    /// Words of the column `kind` that mean a refund.
    pub refund_words: Vec<String>,
}

impl Default for Columns {
    fn default() -> Self {
        Columns {
            reference: "reference".into(),
            amount: "amount".into(),
            fee: Some("fee".into()),
            time: Some("time".into()),
            kind: Some("kind".into()),
            refund_words: vec!["refund".into()],
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum RowKind {
    Payment,
    Refund,
}

/// A line that was understood. Sums are never below zero.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// In the file, the head is the first.
    pub line: u32,
    pub kind: RowKind,
    pub reference: String,
    pub amount_minor: i64,
    pub fee_minor: Option<i64>,
    /// As the file writes it.
    pub time: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LineError {
    NoReference,
    /// No sum, or more digits than the currency has.
    Amount,
    Fee,
    /// The same payment or refund stands in a line before.
    Repeated,
}

impl LineError {
    pub fn code(self) -> &'static str {
        match self {
            LineError::NoReference => "NO_REFERENCE",
            LineError::Amount => "AMOUNT",
            LineError::Fee => "FEE",
            LineError::Repeated => "REPEATED",
        }
    }
}

#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BadFile {
    #[error("the file has no column {0}")]
    NoColumn(String),
    #[error("the file has no lines")]
    Empty,
    #[error("the file has more than {MOST_LINES} lines")]
    TooLong,
}

/// What a file says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Read {
    pub rows: Vec<Row>,
    pub errors: Vec<(u32, LineError)>,
}

/// Reads the cells of a file, its head first. A line that cannot be understood is told with its number; the others count.
pub fn read(table: &[Vec<String>], columns: &Columns, currency: Currency) -> Result<Read, BadFile> {
    let (head, lines) = table.split_first().ok_or(BadFile::Empty)?;
    if lines.len() > MOST_LINES {
        return Err(BadFile::TooLong);
    }
    let place = |name: &str| {
        let found = head.iter().position(|cell| same_word(cell, name));
        found.ok_or_else(|| BadFile::NoColumn(name.to_owned()))
    };
    // What nobody has named may be missing; a name that somebody has typed stands in the file.
    let usual = Columns::default();
    let optional = |name: &Option<String>, usual: &Option<String>| match name.as_deref() {
        Some(name) if Some(name) == usual.as_deref() => Ok(place(name).ok()),
        name => name.map(place).transpose(),
    };
    let (reference, amount) = (place(&columns.reference)?, place(&columns.amount)?);
    let fee = optional(&columns.fee, &usual.fee)?;
    let time = optional(&columns.time, &usual.time)?;
    let kind = optional(&columns.kind, &usual.kind)?;
    let mut read = Read::default();
    let mut seen = HashSet::new();
    for (line, cells) in (2u32..).zip(lines) {
        let cell = |place: usize| cells.get(place).map(|cell| cell.trim()).unwrap_or_default();
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let row = || -> Result<Row, LineError> {
            let reference = Some(cell(reference)).filter(|text| !text.is_empty()).ok_or(LineError::NoReference)?;
            let signed = sum(cell(amount), currency).ok_or(LineError::Amount)?;
            let fee_minor = match fee.map(cell).filter(|text| !text.is_empty()) {
                Some(text) => Some(sum(text, currency).ok_or(LineError::Fee)?.abs()),
                None => None,
            };
            let said = kind.map(cell).unwrap_or_default();
            let refund = signed < 0 || columns.refund_words.iter().any(|word| same_word(word, said));
            Ok(Row {
                line,
                kind: if refund { RowKind::Refund } else { RowKind::Payment },
                reference: reference.to_owned(),
                amount_minor: signed.abs(),
                fee_minor,
                time: time.map(cell).filter(|text| !text.is_empty()).map(ToOwned::to_owned),
            })
        };
        match row() {
            Ok(row) if seen.insert((row.kind, row.reference.to_lowercase())) => read.rows.push(row),
            Ok(_) => read.errors.push((line, LineError::Repeated)),
            Err(error) => read.errors.push((line, error)),
        }
    }
    if read.rows.is_empty() && read.errors.is_empty() {
        return Err(BadFile::Empty);
    }
    Ok(read)
}

fn same_word(one: &str, other: &str) -> bool {
    one.trim().trim_start_matches('\u{feff}').to_lowercase() == other.trim().to_lowercase()
}

/// `650`, `650.00`, `650,00`, `1 650,00`, `-650.00`; spreadsheets write `650.5` for a number.
fn sum(text: &str, currency: Currency) -> Option<i64> {
    let plain: String = text.chars().filter(|letter| !matches!(letter, ' ' | '\u{a0}' | '\u{202f}')).collect();
    let plain = plain.replace(',', ".").replace('−', "-");
    let amount: Decimal = plain.parse().ok()?;
    from_decimal(amount, currency).filter(|minor| to_decimal(*minor, currency) == amount.normalize())
}

/// A payment or refund of ours, as far as it is compared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ours {
    pub id: Uuid,
    pub kind: RowKind,
    /// What a file may call it.
    pub references: Vec<String>,
    pub amount_minor: i64,
    /// What we have booked; of refunds none is compared.
    pub fee_minor: Option<i64>,
    /// Paid, or given back.
    pub done: bool,
    /// It belongs to the period of the file, so that it has to be in it.
    pub expected: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DifferenceKind {
    /// The gateway has it, and we do not.
    MissingHere,
    /// We have it, and the gateway does not.
    MissingThere,
    SumDiffers,
    FeeDiffers,
    /// The gateway says that it was done, and here it was not.
    StateDiffers,
}

impl DifferenceKind {
    pub const ALL: [DifferenceKind; 5] = [
        DifferenceKind::MissingHere,
        DifferenceKind::MissingThere,
        DifferenceKind::SumDiffers,
        DifferenceKind::FeeDiffers,
        DifferenceKind::StateDiffers,
    ];

    pub fn code(self) -> &'static str {
        match self {
            DifferenceKind::MissingHere => "MISSING_HERE",
            DifferenceKind::MissingThere => "MISSING_THERE",
            DifferenceKind::SumDiffers => "SUM_DIFFERS",
            DifferenceKind::FeeDiffers => "FEE_DIFFERS",
            DifferenceKind::StateDiffers => "STATE_DIFFERS",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    pub kind: DifferenceKind,
    pub of: RowKind,
    /// Of the file; none where it is missing there.
    pub row: Option<Row>,
    /// None where it is missing here.
    pub ours: Option<Ours>,
}

/// Compares a file with what we have. Each payment and refund is in one difference of a kind at most.
pub fn compare(rows: &[Row], ours: &[Ours]) -> Vec<Difference> {
    let mut by_reference: HashMap<(RowKind, String), usize> = HashMap::new();
    for (n, one) in ours.iter().enumerate() {
        for reference in &one.references {
            by_reference.insert((one.kind, reference.to_lowercase()), n);
        }
    }
    let mut found = Vec::new();
    let mut met = HashSet::new();
    for row in rows {
        let at = by_reference.get(&(row.kind, row.reference.to_lowercase()));
        let one = at.map(|n| &ours[*n]);
        let mut differs = |kind| {
            found.push(Difference { kind, of: row.kind, row: Some(row.clone()), ours: one.cloned() });
        };
        let Some(one) = one else {
            differs(DifferenceKind::MissingHere);
            continue;
        };
        met.insert(one.id);
        if !one.done {
            differs(DifferenceKind::StateDiffers);
        }
        if one.amount_minor != row.amount_minor {
            differs(DifferenceKind::SumDiffers);
        }
        // A fee is compared of what is booked alone.
        if let (true, Some(told), Some(booked)) = (one.done, row.fee_minor, one.fee_minor)
            && told != booked
        {
            differs(DifferenceKind::FeeDiffers);
        }
    }
    for one in ours.iter().filter(|one| one.expected && one.done && !met.contains(&one.id)) {
        let kind = DifferenceKind::MissingThere;
        found.push(Difference { kind, of: one.kind, row: None, ours: Some(one.clone()) });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn table(lines: &[&str]) -> Vec<Vec<String>> {
        lines.iter().map(|line| line.split(';').map(ToOwned::to_owned).collect()).collect()
    }

    #[test]
    fn a_file_is_read_line_by_line() {
        let lines = table(&[
            "\u{feff}Reference; AMOUNT ;fee;time;Kind",
            "a-1;650.00;5.20;2026-12-01;payment",
            "a-2;1 650,5;;;Refund",
            "a-3;-10;0;;",
            ";1;;;",
            "a-4;x;;;",
            "a-5;1.001;;;",
            "a-6;1;y;;",
            "A-1;650.00;;;payment",
            "a-1;650.00;;;refund",
            ";;;;",
        ]);
        let read = read(&lines, &Columns::default(), Currency::KGS).unwrap();
        let row = |line, kind, reference: &str, amount_minor, fee_minor, time: Option<&str>| Row {
            line,
            kind,
            reference: reference.into(),
            amount_minor,
            fee_minor,
            time: time.map(Into::into),
        };
        assert_eq!(
            read.rows,
            [
                row(2, RowKind::Payment, "a-1", 65_000, Some(520), Some("2026-12-01")),
                row(3, RowKind::Refund, "a-2", 165_050, None, None),
                row(4, RowKind::Refund, "a-3", 1_000, Some(0), None),
                row(10, RowKind::Refund, "a-1", 65_000, None, None),
            ]
        );
        assert_eq!(
            read.errors,
            [
                (5, LineError::NoReference),
                (6, LineError::Amount),
                (7, LineError::Amount),
                (8, LineError::Fee),
                (9, LineError::Repeated),
            ]
        );
        assert_eq!(super::read(&[], &Columns::default(), Currency::KGS), Err(BadFile::Empty));
        let other = table(&["id;amount", "1;2"]);
        let expected = Err(BadFile::NoColumn("reference".into()));
        assert_eq!(super::read(&other, &Columns::default(), Currency::KGS), expected);
        // Fee, time and kind may be missing, unless somebody has said where they stand.
        let short = table(&["reference;amount", "a-1;650", "a-2;-100"]);
        let read = super::read(&short, &Columns::default(), Currency::KGS).unwrap();
        let expected =
            [row(2, RowKind::Payment, "a-1", 65_000, None, None), row(3, RowKind::Refund, "a-2", 10_000, None, None)];
        assert_eq!(read.rows, expected);
        let named = Columns { fee: Some("Комиссия".into()), ..Columns::default() };
        assert_eq!(super::read(&short, &named, Currency::KGS), Err(BadFile::NoColumn("Комиссия".into())));
    }

    #[test]
    fn every_kind_of_difference_is_found() {
        let ours = |n: u128, amount_minor, fee: i64, done, expected| Ours {
            id: Uuid::from_u128(n),
            kind: RowKind::Payment,
            references: vec![format!("p-{n}"), format!("BANK-{n}")],
            amount_minor,
            fee_minor: Some(fee),
            done,
            expected,
        };
        let row = |reference: &str, amount_minor, fee: i64| Row {
            line: 2,
            kind: RowKind::Payment,
            reference: reference.into(),
            amount_minor,
            fee_minor: Some(fee),
            time: None,
        };
        let all = [
            ours(1, 100, 1, true, true),
            ours(2, 100, 1, true, true),
            ours(3, 100, 1, true, true),
            ours(4, 100, 1, false, true),
            ours(5, 100, 1, true, true),
            ours(6, 100, 1, true, false),
            ours(7, 100, 1, false, true),
        ];
        let rows =
            [row("p-1", 100, 1), row("bank-2", 99, 1), row("p-3", 100, 2), row("p-4", 100, 1), row("p-9", 100, 1)];
        let found: Vec<_> = compare(&rows, &all)
            .iter()
            .map(|one| (one.kind, one.ours.as_ref().map(|ours| ours.id.as_u128())))
            .collect();
        assert_eq!(
            found,
            [
                (DifferenceKind::SumDiffers, Some(2)),
                (DifferenceKind::FeeDiffers, Some(3)),
                (DifferenceKind::StateDiffers, Some(4)),
                (DifferenceKind::MissingHere, None),
                (DifferenceKind::MissingThere, Some(5)),
            ]
        );
    }

    proptest! {
        #[test]
        fn a_file_of_what_we_have_differs_in_nothing(amounts in prop::collection::vec(1i64..1_000_000, 1..30)) {
            let ours: Vec<Ours> = amounts.iter().zip(1u128..).map(|(amount, n)| Ours {
                id: Uuid::from_u128(n), kind: RowKind::Payment, references: vec![n.to_string()], amount_minor: *amount,
                fee_minor: Some(amount / 100), done: true, expected: true,
            }).collect();
            let mut lines = vec!["reference;amount;fee;time;kind".to_owned()];
            lines.extend(ours.iter().map(|one| format!("{};{}.{:02};{}.{:02};;payment", one.references[0],
                one.amount_minor / 100, one.amount_minor % 100, one.amount_minor / 10_000, one.amount_minor / 100 % 100)));
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            let rows = read(&table(&lines), &Columns::default(), Currency::KGS).unwrap();
            prop_assert_eq!(&rows.errors, &[]);
            prop_assert_eq!(compare(&rows.rows, &ours), []);
            prop_assert_eq!(compare(&rows.rows[1..], &ours).len(), 1);
        }
    }
}
