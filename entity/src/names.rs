//! A name in the three languages of the interface.

use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

/// Kept in one JSON column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Names {
    pub ru: String,
    pub ky: String,
    pub en: String,
}

impl Names {
    /// The same text in every language.
    pub fn same(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { ru: text.clone(), ky: text.clone(), en: text }
    }
}
