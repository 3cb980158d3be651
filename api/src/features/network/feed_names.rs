//! Names of a feed in the three languages of the interface, from translations.txt.

use std::collections::HashMap;

use entity::Names;

use super::feed_files::{FeedFiles, ImportError};
use super::feed_table::Table;
use super::report::ImportReport;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Language {
    Ru,
    Ky,
    En,
}

impl Language {
    fn parse(code: &str) -> Option<Self> {
        match code.split(['-', '_']).next()?.to_lowercase().as_str() {
            "ru" => Some(Self::Ru),
            "ky" => Some(Self::Ky),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}

#[derive(Default)]
struct Partial([Option<String>; 3]);

/// All translations of a feed, and the language of its own texts.
#[derive(Default)]
pub struct Translations {
    by_record: HashMap<(String, String, String), Partial>,
    by_value: HashMap<(String, String, String), Partial>,
}

impl Translations {
    pub fn read(files: &FeedFiles, report: &mut ImportReport) -> Result<Self, ImportError> {
        let mut translations = Self::default();
        let Some(mut table) = Table::open(files, "translations.txt", report)? else { return Ok(translations) };
        let (table_name, field_name) = (table.required("table_name")?, table.required("field_name")?);
        let (language, translation) = (table.required("language")?, table.required("translation")?);
        let (record_id, field_value) = (table.column("record_id"), table.column("field_value"));
        let file = table.name;
        while let Some(row) = table.next(report) {
            if row.get(table_name).eq_ignore_ascii_case("feed_info") {
                // The publisher's name is shown to nobody.
                report.taken(file, 1);
                continue;
            }
            let Some(known) = Language::parse(row.get(language)) else {
                report.skip(file, row.line, format!("language \"{}\" is not one of ru, ky, en", row.get(language)));
                continue;
            };
            let key =
                |last: &str| (row.get(table_name).to_lowercase(), row.get(field_name).to_lowercase(), last.to_owned());
            let partial = if !row.get(record_id).is_empty() {
                translations.by_record.entry(key(row.get(record_id))).or_default()
            } else if !row.get(field_value).is_empty() {
                translations.by_value.entry(key(row.get(field_value))).or_default()
            } else {
                report.skip(file, row.line, "neither record_id nor field_value");
                continue;
            };
            partial.0[known as usize] = row.text(translation);
            report.taken(file, 1);
        }
        Ok(translations)
    }

    /// The name of a record, its own text standing in for languages without a translation.
    pub fn names(&self, table: &str, field: &str, record: &str, own: &str) -> Names {
        let key = |last: &str| (table.to_owned(), field.to_owned(), last.to_owned());
        let found = [self.by_record.get(&key(record)), self.by_value.get(&key(own))];
        let in_language = |language: Language| {
            found
                .iter()
                .flatten()
                .find_map(|partial| partial.0[language as usize].clone())
                .unwrap_or_else(|| own.to_owned())
        };
        Names { ru: in_language(Language::Ru), ky: in_language(Language::Ky), en: in_language(Language::En) }
    }
}
