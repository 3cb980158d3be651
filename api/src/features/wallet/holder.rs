//! Whose an account is.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use ::entity::{account, company, wallet};

use crate::app::App;
use crate::platform::Fault;

/// Loads the names of holders for lists.
pub struct HolderLoader(pub App);

/// Who holds an account.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum HolderOf {
    Person(Uuid),
    Company(Uuid),
}

impl HolderOf {
    pub fn of(wallet: &wallet::Model) -> Option<Self> {
        wallet.account_id.map(HolderOf::Person).or(wallet.company_id.map(HolderOf::Company))
    }
}

impl Loader<HolderOf> for HolderLoader {
    type Value = String;
    type Error = Arc<Fault>;

    async fn load(&self, holders: &[HolderOf]) -> Result<HashMap<HolderOf, String>, Arc<Fault>> {
        Ok(names(self.0.db.read(), holders).await?)
    }
}

async fn names(db: &impl ConnectionTrait, holders: &[HolderOf]) -> Result<HashMap<HolderOf, String>, Fault> {
    let (mut people, mut companies) = (Vec::new(), Vec::new());
    for holder in holders {
        match holder {
            HolderOf::Person(id) => people.push(*id),
            HolderOf::Company(id) => companies.push(*id),
        }
    }
    let mut named = HashMap::new();
    if !people.is_empty() {
        let rows = account::Entity::find().filter(account::Column::Id.is_in(people)).all(db).await?;
        named.extend(rows.iter().map(|row| (HolderOf::Person(row.id), full_name(row))));
    }
    if !companies.is_empty() {
        let rows = company::Entity::find().filter(company::Column::Id.is_in(companies)).all(db).await?;
        named.extend(rows.into_iter().map(|row| (HolderOf::Company(row.id), row.name)));
    }
    Ok(named)
}

pub fn full_name(row: &account::Model) -> String {
    let name = [&row.first_name, &row.last_name].into_iter().flatten().cloned().collect::<Vec<_>>().join(" ");
    if name.is_empty() { row.email.clone().or_else(|| row.phone.clone()).unwrap_or_default() } else { name }
}

/// For who sees the number alone: of a person enough to notice a mistake, too little to learn who it is.
pub async fn masked_holder(db: &impl ConnectionTrait, wallet: &wallet::Model) -> Result<String, Fault> {
    let Some(holder) = HolderOf::of(wallet) else { return Ok(String::new()) };
    let HolderOf::Person(person) = holder else {
        return Ok(names(db, &[holder]).await?.remove(&holder).unwrap_or_default());
    };
    let Some(row) = account::Entity::find_by_id(person).one(db).await? else { return Ok(String::new()) };
    let letter = row.last_name.as_deref().and_then(|name| name.chars().next()).map(|letter| format!("{letter}."));
    let parts: Vec<String> = row.first_name.into_iter().chain(letter).collect();
    Ok(if parts.is_empty() { "***".to_owned() } else { parts.join(" ") })
}
