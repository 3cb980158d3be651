//! Words for people, in the three languages of the first home. Catalogues are JSON files with the same keys in each.

use std::collections::HashMap;
use std::sync::LazyLock;

use async_graphql::Enum;
use chrono::NaiveDate;
use domain::money::{Currency, to_decimal};
use domain::words::{Locale, money_in_words};

/// A language that the interface, mail and tickets speak.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Language {
    #[default]
    Ru,
    Ky,
    En,
}

impl Language {
    pub const ALL: [Language; 3] = [Language::Ru, Language::Ky, Language::En];

    pub fn code(self) -> &'static str {
        match self {
            Language::Ru => "ru",
            Language::Ky => "ky",
            Language::En => "en",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(code))
    }

    /// The first language of an `Accept-Language` header that we speak, in the header's order of preference.
    pub fn accept(header: &str) -> Option<Self> {
        let mut wanted: Vec<(f32, Language)> = header
            .split(',')
            .filter_map(|item| {
                let mut parts = item.split(';');
                let tag = parts.next()?.trim();
                let quality = parts
                    .find_map(|part| part.trim().strip_prefix("q=").map(|q| q.parse().unwrap_or(0.0)))
                    .unwrap_or(1.0f32);
                let language = Language::parse(tag.split('-').next()?)?;
                (quality > 0.0).then_some((quality, language))
            })
            .collect();
        wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
        wanted.first().map(|(_, language)| *language)
    }

    /// Picks this language's text.
    pub fn pick<'a>(self, ru: &'a str, ky: &'a str, en: &'a str) -> &'a str {
        match self {
            Language::Ru => ru,
            Language::Ky => ky,
            Language::En => en,
        }
    }
}

type Catalogue = HashMap<String, String>;

static CATALOGUES: LazyLock<[Catalogue; 3]> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the catalogues are part of the program; a test reads them")]
    [include_str!("../locales/ru.json"), include_str!("../locales/ky.json"), include_str!("../locales/en.json")]
        .map(|json| serde_json::from_str(json).expect("a catalogue is a JSON object of strings"))
});

/// The text of `key`, with `{name}` replaced by its value. A key that is missing is shown as it is.
pub fn t(language: Language, key: &str, values: &[(&str, &str)]) -> String {
    let index = match language {
        Language::Ru => 0,
        Language::Ky => 1,
        Language::En => 2,
    };
    let mut text = CATALOGUES[index].get(key).cloned().unwrap_or_else(|| key.to_owned());
    for (name, value) in values {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    text
}

/// An amount for people: without a fraction where there is none, som by their name. Minor units.
pub fn money(language: Language, minor: i64, currency: &str) -> String {
    let parsed = Currency::parse(currency).unwrap_or(Currency::KGS);
    let amount = to_decimal(minor, parsed);
    let amount = if amount.fract().is_zero() { amount.trunc().to_string() } else { amount.to_string() };
    let amount = if language == Language::En { amount } else { amount.replace('.', ",") };
    let unit = if parsed == Currency::KGS { language.pick("сом", "сом", "som") } else { parsed.code() };
    format!("{amount}\u{a0}{unit}")
}

/// An amount as documents have it, with two digits and its thousands apart: `1 234,50`.
pub fn grouped(minor: i64, currency: &str, language: Language) -> String {
    let currency = Currency::parse(currency).unwrap_or(Currency::KGS);
    let text = format!("{:.1$}", to_decimal(minor.abs(), currency), currency.exponent() as usize);
    let (whole, part) = text.split_once('.').map_or((text.as_str(), None), |(whole, part)| (whole, Some(part)));
    let mut out = String::new();
    for (n, digit) in whole.chars().enumerate() {
        if n > 0 && (whole.len() - n) % 3 == 0 {
            out.push('\u{a0}');
        }
        out.push(digit);
    }
    let point = if language == Language::En { '.' } else { ',' };
    let sign = if minor < 0 { "−" } else { "" };
    part.map_or_else(|| format!("{sign}{out}"), |part| format!("{sign}{out}{point}{part}"))
}

/// An amount in words, as documents have it beside the digits.
pub fn in_words(minor: i64, currency: &str, language: Language) -> String {
    let locale = match language {
        Language::En => Locale::En,
        Language::Ru => Locale::Ru,
        Language::Ky => Locale::Ky,
    };
    money_in_words(locale, minor, Currency::parse(currency).unwrap_or(Currency::KGS))
}

/// A day as documents have it: `31.12.2026`.
pub fn day(date: NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_stand_with_their_thousands_apart() {
        assert_eq!(grouped(123_456_789, "KGS", Language::Ru), "1\u{a0}234\u{a0}567,89");
        assert_eq!(grouped(-50, "KZT", Language::En), "−0.50");
        assert_eq!(grouped(100_000, "UZS", Language::Ky), "1\u{a0}000,00");
    }

    #[test]
    fn the_catalogues_have_the_same_keys_and_placeholders() {
        let holes = |text: &str| {
            let mut found: Vec<String> = text
                .split('{')
                .skip(1)
                .filter_map(|rest| rest.split_once('}').map(|(name, _)| name.to_owned()))
                .collect();
            found.sort();
            found
        };
        for catalogue in CATALOGUES.iter() {
            for (key, text) in &CATALOGUES[0] {
                let other = catalogue.get(key).unwrap_or_else(|| panic!("{key} is missing"));
                assert_eq!(holes(text), holes(other), "{key}");
                assert!(!other.trim().is_empty(), "{key} is empty");
            }
            assert_eq!(catalogue.len(), CATALOGUES[0].len());
        }
    }

    #[test]
    fn amounts_for_people() {
        assert_eq!(money(Language::Ru, 57_000, "KGS"), "570\u{a0}сом");
        assert_eq!(money(Language::Ru, 57_050, "KGS"), "570,50\u{a0}сом");
        assert_eq!(money(Language::En, 57_050, "KGS"), "570.50\u{a0}som");
        assert_eq!(money(Language::En, 330_000, "KZT"), "3300\u{a0}KZT");
    }

    #[test]
    fn the_header_is_read_by_preference() {
        assert_eq!(Language::accept("ky-KG,ru;q=0.8"), Some(Language::Ky));
        assert_eq!(Language::accept("de, en;q=0.3, ru;q=0.9"), Some(Language::Ru));
        assert_eq!(Language::accept("de"), None);
        assert_eq!(Language::accept("en;q=0"), None);
    }
}
