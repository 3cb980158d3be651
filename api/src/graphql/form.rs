//! Reading what a person has typed: every mistake is told at its field, all at once.

use async_graphql::{InputObject, SimpleObject};
use chrono::NaiveDate;
use domain::money::{Currency, from_decimal, to_decimal};
use rust_decimal::Decimal;

use ::entity::Names;

use super::{FieldError, InvalidInput};
use crate::i18n::Language;

/// The largest amount that anybody types, in whole units of its currency.
const MOST_MONEY: i64 = 10_000_000_000;

/// A name in all languages of the interface.
#[derive(SimpleObject, Clone, Debug)]
#[graphql(name = "Names")]
pub struct ThreeNames {
    pub ru: String,
    pub ky: String,
    pub en: String,
}

impl From<Names> for ThreeNames {
    fn from(Names { ru, ky, en }: Names) -> Self {
        ThreeNames { ru, ky, en }
    }
}

impl From<&Names> for ThreeNames {
    fn from(names: &Names) -> Self {
        names.clone().into()
    }
}

/// A name in the three languages of the interface. What is left empty is taken from the Russian one.
#[derive(InputObject, Clone, Debug)]
pub struct ThreeNamesInput {
    pub ru: String,
    #[graphql(default)]
    pub ky: String,
    #[graphql(default)]
    pub en: String,
}

/// With a capital letter, as names are kept.
pub fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The mistakes found so far.
pub struct Form {
    language: Language,
    errors: Vec<FieldError>,
}

impl Form {
    pub fn new(language: Language) -> Self {
        Form { language, errors: Vec::new() }
    }

    /// Of who reads what is told.
    pub fn language(&self) -> Language {
        self.language
    }

    /// `code` is also the key of the words: `field.CODE`.
    pub fn wrong(&mut self, path: impl Into<String>, code: &str) {
        self.wrong_with(path, code, &[]);
    }

    pub fn wrong_with(&mut self, path: impl Into<String>, code: &str, values: &[(&str, &str)]) {
        self.errors.push(FieldError::new(self.language, path, code, values));
    }

    /// A needed text without the spaces around it.
    pub fn text(&mut self, path: &str, text: &str, longest: usize) -> String {
        let text = text.trim();
        match text.chars().count() {
            0 => self.wrong(path, "REQUIRED"),
            count if count > longest => self.wrong(path, "TOO_LONG"),
            _ => {}
        }
        text.to_owned()
    }

    /// The same, or nothing.
    pub fn optional(&mut self, path: &str, text: Option<&str>, longest: usize) -> Option<String> {
        let text = text.map(str::trim).filter(|text| !text.is_empty())?;
        Some(self.text(path, text, longest))
    }

    /// `paths` of the three languages are `path.ru` and so on.
    pub fn names(&mut self, path: &str, names: &ThreeNamesInput, longest: usize) -> Names {
        let ru = self.text(&format!("{path}.ru"), &names.ru, longest);
        let ky = self.optional(&format!("{path}.ky"), Some(&names.ky), longest);
        let en = self.optional(&format!("{path}.en"), Some(&names.en), longest);
        Names { ky: ky.unwrap_or_else(|| ru.clone()), en: en.unwrap_or_else(|| ru.clone()), ru }
    }

    pub fn email(&mut self, path: &str, text: Option<&str>) -> Option<String> {
        let text = text.map(str::trim).filter(|text| !text.is_empty())?;
        let email = domain::contact::email(text);
        if email.is_none() {
            self.wrong(path, "EMAIL");
        }
        email
    }

    pub fn phone(&mut self, path: &str, text: Option<&str>) -> Option<String> {
        let text = text.map(str::trim).filter(|text| !text.is_empty())?;
        let phone = domain::contact::phone(text);
        if phone.is_none() {
            self.wrong(path, "PHONE");
        }
        phone
    }

    /// The number of a taxpayer where there is one: 14 digits.
    pub fn inn(&mut self, path: &str, inn: &str) {
        if !inn.is_empty() && (inn.len() != 14 || !inn.bytes().all(|digit| digit.is_ascii_digit())) {
            self.wrong(path, "INN_FORM");
        }
    }

    /// The end of a period, not before its beginning.
    pub fn period(&mut self, path: &str, from: NaiveDate, to: Option<NaiveDate>) {
        if to.is_some_and(|to| to < from) {
            self.wrong(path, "ENDS_BEFORE_START");
        }
    }

    /// An amount of money above zero; in minor units.
    pub fn sum(&mut self, path: &str, amount: Decimal, currency: Currency) -> i64 {
        if amount <= Decimal::ZERO {
            self.wrong(path, "ABOVE_ZERO");
            return 0;
        }
        self.amount(path, amount, currency)
    }

    /// An amount of money, not below zero, with no more digits than its currency has; in minor units.
    pub fn amount(&mut self, path: &str, amount: Decimal, currency: Currency) -> i64 {
        if amount > Decimal::from(MOST_MONEY) {
            self.wrong(path, "TOO_MUCH_MONEY");
            return 0;
        }
        match from_decimal(amount, currency).filter(|minor| *minor >= 0) {
            Some(minor) if to_decimal(minor, currency) == amount => minor,
            _ => {
                self.wrong(path, "AMOUNT");
                0
            }
        }
    }

    /// A currency by its code.
    pub fn currency(&mut self, path: &str, code: &str) -> Option<Currency> {
        let known = Currency::parse(code).ok();
        if known.is_none() {
            self.wrong(path, "CURRENCY");
        }
        known
    }

    /// The same, where there may be none.
    pub fn percent(&mut self, path: &str, percent: Option<Decimal>) -> Option<String> {
        percent.map(|percent| self.share(path, percent))
    }

    /// A share that somebody keeps of payments, in percent, as it is stored: from 0 to 50, with two digits after the point.
    pub fn share(&mut self, path: &str, percent: Decimal) -> String {
        if percent < Decimal::ZERO || percent > Decimal::from(50) || percent.normalize().scale() > 2 {
            self.wrong(path, "SHARE");
        }
        percent.normalize().to_string()
    }

    pub fn is_good(&self) -> bool {
        self.errors.is_empty()
    }

    /// An address on the web.
    pub fn url(&mut self, path: &str, text: &str, longest: usize) -> String {
        let url = self.text(path, text, longest);
        let is_address = |url: &str| {
            reqwest::Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "https" | "http") && url.has_host())
        };
        if !url.is_empty() && !is_address(&url) {
            self.wrong(path, "URL");
        }
        url
    }

    /// A part of addresses: small Latin letters, digits and hyphens between them.
    pub fn slug(&mut self, path: &str, text: &str, wrong: &str) -> String {
        let slug = text.trim();
        let good = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        if !(2..=24).contains(&slug.len()) || !slug.chars().all(good) || slug.starts_with('-') || slug.ends_with('-') {
            self.wrong(path, wrong);
        }
        slug.to_owned()
    }

    /// A short code that people know, of letters and digits.
    pub fn code(&mut self, path: &str, text: &str) -> String {
        let code = self.text(path, text, 12);
        if !code.chars().all(char::is_alphanumeric) {
            self.wrong(path, "CODE_FORM");
        }
        code
    }

    /// Weekdays, 1 is Monday, as bits of which 0 is Monday.
    pub fn weekdays(&mut self, path: &str, weekdays: &[i32]) -> u8 {
        let mut bits = 0;
        for day in weekdays {
            match day {
                1..=7 => bits |= 1 << (day - 1),
                _ => self.wrong(path, "WEEKDAY"),
            }
        }
        bits
    }

    /// What is wrong, where something is known to be.
    pub fn told(self) -> InvalidInput {
        InvalidInput::new(self.language, self.errors)
    }

    /// What is wrong; `None` where nothing is.
    pub fn problem(self) -> Option<InvalidInput> {
        (!self.errors.is_empty()).then(|| InvalidInput::new(self.language, self.errors))
    }
}

/// Weekdays, 1 is Monday, of bits of which 0 is Monday.
pub fn weekdays_of(bits: i32) -> Vec<i32> {
    (1..=7).filter(|day| bits & (1 << (day - 1)) != 0).collect()
}
