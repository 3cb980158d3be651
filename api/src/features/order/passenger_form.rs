//! Checks of what is written about a passenger, each error at its field.

use chrono::NaiveDate;
use domain::document::{BadDocument, DocumentKind as Kind};

use crate::graphql::FieldError;
use crate::i18n::Language;

/// What a person has written about themselves or another.
pub struct Person<'a> {
    pub first_name: &'a str,
    pub last_name: &'a str,
    pub middle_name: Option<&'a str>,
    pub birth_date: NaiveDate,
    pub citizenship: &'a str,
    pub document_kind: Kind,
    /// `None`: the one that is stored stays.
    pub document_number: Option<&'a str>,
}

/// The same, as it is stored.
#[derive(Clone, Debug)]
pub struct CheckedPerson {
    pub first_name: String,
    pub last_name: String,
    pub middle_name: Option<String>,
    pub birth_date: NaiveDate,
    pub citizenship: String,
    pub document_kind: Kind,
    pub document_number: Option<String>,
}

/// Checks a person; `prefix` leads to them in the input (`passengers.0.`).
pub fn check_person(
    language: Language,
    prefix: &str,
    person: &Person<'_>,
    today: NaiveDate,
) -> Result<CheckedPerson, Vec<FieldError>> {
    let mut errors = Vec::new();
    let mut wrong =
        |field: &str, code: &str| errors.push(FieldError::new(language, format!("{prefix}{field}"), code, &[]));
    let first_name = name(person.first_name);
    let last_name = name(person.last_name);
    let middle_name = person.middle_name.map(str::trim).filter(|text| !text.is_empty()).map(name);
    for (field, name) in
        [("firstName", Some(&first_name)), ("lastName", Some(&last_name)), ("middleName", middle_name.as_ref())]
    {
        if let Some(Err(code)) = name {
            wrong(field, code);
        }
    }
    let oldest = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap_or(NaiveDate::MIN);
    if person.birth_date > today {
        wrong("birthDate", "BIRTH_IN_FUTURE");
    } else if person.birth_date < oldest {
        wrong("birthDate", "BIRTH_TOO_OLD");
    }
    let citizenship = person.citizenship.trim().to_ascii_uppercase();
    if citizenship.len() != 2 || !citizenship.bytes().all(|b| b.is_ascii_uppercase()) {
        wrong("citizenship", "COUNTRY");
    }
    let document = person
        .document_number
        .map(|number| person.document_kind.check(number, &citizenship, person.birth_date))
        .transpose();
    if let Err(problem) = &document {
        match problem {
            BadDocument::Empty if person.document_number.is_none_or(|typed| typed.trim().is_empty()) => {
                wrong("documentNumber", "REQUIRED")
            }
            BadDocument::Empty => wrong("documentNumber", form(person.document_kind)),
            BadDocument::Form => wrong("documentNumber", form(person.document_kind)),
            BadDocument::OtherBirthDate => wrong("documentNumber", "PIN_OTHER_BIRTH_DATE"),
            BadDocument::OtherCountry => wrong("documentKind", "DOCUMENT_OTHER_COUNTRY"),
        }
    }
    match (first_name, last_name, middle_name.transpose(), document) {
        (Ok(first_name), Ok(last_name), Ok(middle_name), Ok(document_number)) if errors.is_empty() => {
            Ok(CheckedPerson {
                first_name,
                last_name,
                middle_name,
                birth_date: person.birth_date,
                citizenship,
                document_kind: person.document_kind,
                document_number,
            })
        }
        _ => Err(errors),
    }
}

fn form(kind: Kind) -> &'static str {
    match kind {
        Kind::Passport => "PASSPORT_FORM",
        Kind::IdCard => "ID_CARD_FORM",
        Kind::Pin => "PIN_FORM",
        Kind::BirthCertificate => "BIRTH_CERTIFICATE_FORM",
        Kind::ForeignPassport => "FOREIGN_PASSPORT_FORM",
    }
}

/// A name: letters of any script, spaces, hyphens, apostrophes and points; at most 60 characters.
fn name(text: &str) -> Result<String, &'static str> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return Err("REQUIRED");
    }
    if text.chars().count() > 60 {
        return Err("TOO_LONG");
    }
    let good = text.chars().all(|c| c.is_alphabetic() || " -'’.".contains(c)) && text.chars().any(char::is_alphabetic);
    if good { Ok(text) } else { Err("NAME_FORM") }
}
