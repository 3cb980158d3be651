//! What staff have done in the past that is made up.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value;
use uuid::Uuid;

use ::entity::account;

use crate::app::App;
use crate::features::audit::{Change, Done, audit_all};
use crate::platform::Fault;

/// Entries in one transaction.
const CHUNK: usize = 5_000;
/// An address of documentation (RFC 5737): nobody's.
const ADDRESS: &str = "192.0.2.10";

/// Accounts of the demonstration that do the office's work.
pub struct Staff {
    pub manager: Uuid,
    pub dispatcher: Uuid,
    pub cashier: Uuid,
    pub support: Uuid,
    pub editor: Uuid,
    pub inspector: Uuid,
}

impl Staff {
    pub async fn find(app: &App) -> Result<Self, Fault> {
        Ok(Staff {
            manager: one(app, "TRANSPORT_MANAGER").await?,
            dispatcher: one(app, "DISPATCHER").await?,
            cashier: one(app, "CASHIER").await?,
            support: one(app, "SUPPORT_AGENT").await?,
            editor: one(app, "CONTENT_EDITOR").await?,
            inspector: one(app, "INSPECTOR").await?,
        })
    }
}

async fn one(app: &App, role: &str) -> Result<Uuid, Fault> {
    let of_role = account::Entity::find().filter(account::Column::Role.eq(role)).order_by_asc(account::Column::Id);
    let found = of_role.one(app.db.read()).await?.map(|row| row.id);
    found.ok_or_else(|| Fault::new(format!("nobody has the role {role}: load the demonstration first")))
}

/// Collected while days are made from the last one back, and written in the order of time, as the chain of entries is.
#[derive(Default)]
pub struct Log(Vec<Done>);

impl Log {
    pub fn add(&mut self, at: DateTime<Utc>, who: Uuid, action: &str, subject: String, change: Change) {
        self.0.push(Done {
            at,
            account_id: Some(who),
            action: action.to_owned(),
            subject,
            address: Some(ADDRESS.to_owned()),
            change,
        });
    }

    /// Something new was written down.
    pub fn made(&mut self, at: DateTime<Utc>, who: Uuid, action: &str, subject: String, facts: &Value) {
        self.add(at, who, action, subject, Change::made(facts));
    }

    pub async fn write(mut self, app: &App) -> Result<(), Fault> {
        self.0.sort_by_key(|done| done.at);
        let mut entries = self.0.into_iter().peekable();
        while entries.peek().is_some() {
            let tx = app.db.begin().await?;
            audit_all(app, &tx, entries.by_ref().take(CHUNK).collect()).await?;
            tx.commit().await?;
        }
        Ok(())
    }
}
