//! Identity documents: what a number of each kind looks like, and the Kyrgyz personal number's own check.

use chrono::{Datelike, NaiveDate};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DocumentKind {
    /// Kyrgyz passport for travel abroad: two letters (AN, AC, PE, …) and seven digits.
    Passport,
    /// Kyrgyz identity card: `ID` and seven digits.
    IdCard,
    /// Personal identification number (ПИН): sex, date of birth, five digits.
    Pin,
    BirthCertificate,
    ForeignPassport,
}

#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadDocument {
    #[error("the number is empty")]
    Empty,
    #[error("the number does not have the form of this document")]
    Form,
    #[error("the personal number names another date of birth")]
    OtherBirthDate,
    #[error("a citizen of another country does not have this document")]
    OtherCountry,
}

impl DocumentKind {
    pub const ALL: [DocumentKind; 5] = [
        DocumentKind::Passport,
        DocumentKind::IdCard,
        DocumentKind::Pin,
        DocumentKind::BirthCertificate,
        DocumentKind::ForeignPassport,
    ];

    pub fn code(self) -> &'static str {
        match self {
            DocumentKind::Passport => "PASSPORT",
            DocumentKind::IdCard => "ID_CARD",
            DocumentKind::Pin => "PIN",
            DocumentKind::BirthCertificate => "BIRTH_CERTIFICATE",
            DocumentKind::ForeignPassport => "FOREIGN_PASSPORT",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The number as it is stored: without spaces and signs, upper case, and Cyrillic letters that were typed for the
    /// Latin ones they look like put right (not in a birth certificate, whose series is Cyrillic).
    pub fn normalise(self, number: &str) -> String {
        number
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_uppercase)
            .map(|c| if self == DocumentKind::BirthCertificate { c } else { latin(c) })
            .collect()
    }

    /// Normalises and checks a number against its kind, the passenger's citizenship (ISO 3166-1 alpha-2) and date of
    /// birth.
    pub fn check(self, number: &str, citizenship: &str, birth: NaiveDate) -> Result<String, BadDocument> {
        let number = self.normalise(number);
        if number.is_empty() {
            return Err(BadDocument::Empty);
        }
        let kyrgyz = citizenship.eq_ignore_ascii_case("KG");
        match self {
            DocumentKind::Passport | DocumentKind::IdCard | DocumentKind::Pin if !kyrgyz => {
                return Err(BadDocument::OtherCountry);
            }
            DocumentKind::Passport => series(&number, 2, 7, |_| true)?,
            DocumentKind::IdCard => series(&number, 2, 7, |letters| letters == "ID")?,
            DocumentKind::Pin => pin(&number, birth)?,
            DocumentKind::BirthCertificate => {
                let digits = number.chars().filter(char::is_ascii_digit).count();
                if !(5..=20).contains(&number.chars().count()) || digits < 4 {
                    return Err(BadDocument::Form);
                }
            }
            DocumentKind::ForeignPassport => {
                let digits = number.chars().filter(char::is_ascii_digit).count();
                if !(5..=15).contains(&number.len()) || !number.is_ascii() || digits < 3 {
                    return Err(BadDocument::Form);
                }
            }
        }
        Ok(number)
    }
}

fn series(number: &str, letters: usize, digits: usize, known: impl Fn(&str) -> bool) -> Result<(), BadDocument> {
    if !number.is_ascii() || number.len() != letters + digits {
        return Err(BadDocument::Form);
    }
    let (series, rest) = number.split_at(letters);
    let good =
        series.bytes().all(|b| b.is_ascii_uppercase()) && rest.bytes().all(|b| b.is_ascii_digit()) && known(series);
    if good { Ok(()) } else { Err(BadDocument::Form) }
}

fn pin(number: &str, birth: NaiveDate) -> Result<(), BadDocument> {
    if number.len() != 14 || !number.bytes().all(|b| b.is_ascii_digit()) || !matches!(number.as_bytes()[0], b'1' | b'2')
    {
        return Err(BadDocument::Form);
    }
    let date = format!("{:02}{:02}{:04}", birth.day(), birth.month(), birth.year());
    if number[1..9] == date { Ok(()) } else { Err(BadDocument::OtherBirthDate) }
}

fn latin(c: char) -> char {
    match c {
        'А' => 'A',
        'В' => 'B',
        'С' => 'C',
        'Е' => 'E',
        'Н' => 'H',
        'І' => 'I',
        'К' => 'K',
        'М' => 'M',
        'О' => 'O',
        'Р' => 'P',
        'Т' => 'T',
        'У' => 'Y',
        'Х' => 'X',
        other => other,
    }
}

/// All but the last three characters hidden: enough to recognise one's own document.
pub fn mask(tail: &str) -> String {
    format!("•••• {tail}")
}

/// What may be shown of a number.
pub fn tail(number: &str) -> String {
    let chars: Vec<char> = number.chars().collect();
    chars[chars.len().saturating_sub(3)..].iter().collect()
}

/// Completed years on a date.
pub fn age_on(birth: NaiveDate, day: NaiveDate) -> i32 {
    day.year() - birth.year() - i32::from((day.month(), day.day()) < (birth.month(), birth.day()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: DocumentKind, number: &str, citizenship: &str, want: Result<&str, BadDocument>) {
        let birth = NaiveDate::from_ymd_opt(1990, 3, 7).unwrap();
        assert_eq!(kind.check(number, citizenship, birth), want.map(str::to_owned), "{kind:?} {number}");
    }

    #[test]
    fn numbers_by_kind() {
        use DocumentKind::{BirthCertificate, ForeignPassport, IdCard, Passport, Pin};
        check(IdCard, "id 1234567", "KG", Ok("ID1234567"));
        check(IdCard, "AN1234567", "KG", Err(BadDocument::Form));
        check(Passport, "АС 123-45-67", "KG", Ok("AC1234567"));
        check(Passport, "AC123456", "KG", Err(BadDocument::Form));
        check(Passport, "AC1234567", "KZ", Err(BadDocument::OtherCountry));
        check(Pin, "20703199000123", "KG", Ok("20703199000123"));
        check(Pin, "20803199000123", "KG", Err(BadDocument::OtherBirthDate));
        check(Pin, "30703199000123", "KG", Err(BadDocument::Form));
        check(Pin, "2070319900012", "KG", Err(BadDocument::Form));
        check(BirthCertificate, "I-АБ № 123456", "KG", Ok("IАБ123456"));
        check(BirthCertificate, "АБ", "KG", Err(BadDocument::Form));
        check(ForeignPassport, "N 1234567", "KZ", Ok("N1234567"));
        check(ForeignPassport, "пасп", "KZ", Err(BadDocument::Form));
        check(ForeignPassport, " - ", "KZ", Err(BadDocument::Empty));
    }

    #[test]
    fn age_counts_completed_years() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        assert_eq!(age_on(day(2020, 5, 10), day(2025, 5, 9)), 4);
        assert_eq!(age_on(day(2020, 5, 10), day(2025, 5, 10)), 5);
        assert_eq!(age_on(day(2020, 2, 29), day(2025, 2, 28)), 4);
        assert_eq!(tail("ID1234567"), "567");
        assert_eq!(tail("7"), "7");
    }
}
