use std::time::Duration;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use ::entity::{Names, terminal_network};

use crate::app::App;
use crate::features::network::in_language;
use crate::i18n::Language;
use crate::platform::{Fault, memory};

/// What networks are called, for a moment: lists of payments ask for each row. Of nothing else of theirs.
#[derive(Clone)]
pub struct NetworkNames(moka::sync::Cache<String, Option<Names>>);

impl Default for NetworkNames {
    fn default() -> Self {
        NetworkNames(memory::newest(200, Duration::from_secs(30)))
    }
}

impl NetworkNames {
    /// The office has changed it.
    pub fn forget(&self, code: &str) {
        self.0.invalidate(code);
    }
}

/// The network's name for people; its code where it is not known any more.
pub async fn name_of(app: &App, language: Language, code: &str) -> Result<String, Fault> {
    let names = match app.terminal_names.0.get(code) {
        Some(names) => names,
        None => {
            let row = terminal_network::Entity::find().filter(terminal_network::Column::Code.eq(code));
            let names = row.one(app.db.read()).await?.map(|row| row.name);
            app.terminal_names.0.insert(code.to_owned(), names.clone());
            names
        }
    };
    Ok(names.map_or_else(|| code.to_owned(), |names| in_language(&names, language).to_owned()))
}
