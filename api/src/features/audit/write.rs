use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, DatabaseTransaction, EntityTrait, QuerySelect, Set, Unchanged};
use serde_json::Value;
use uuid::Uuid;

use ::entity::{audit, audit_head};

use crate::app::App;
use crate::graphql::Viewer;
use crate::platform::Fault;
use crate::platform::rows::insert_all;

use super::chain::hash_of;

/// What was changed, before and after: the changed fields alone.
pub struct Change {
    old: Option<String>,
    new: Option<String>,
}

impl Change {
    /// Of something that was there before. Fields that are the same are left out.
    pub fn of(old: Value, new: Value) -> Self {
        let (Value::Object(mut old), Value::Object(mut new)) = (old, new) else {
            return Change { old: None, new: None };
        };
        let same: Vec<String> = old.keys().filter(|key| old.get(*key) == new.get(*key)).cloned().collect();
        for key in same {
            old.remove(&key);
            new.remove(&key);
        }
        Change { old: Some(Value::Object(old).to_string()), new: Some(Value::Object(new).to_string()) }
    }

    /// Of a record that was saved: over what was there before, or as something new.
    pub fn saved(before: Option<Value>, after: Value) -> Self {
        match before {
            Some(before) => Change::of(before, after),
            None => Change::made(&after),
        }
    }

    /// Without values: what was done says it all.
    pub fn none() -> Self {
        Change { old: None, new: None }
    }

    /// Of something new.
    pub fn made(new: &Value) -> Self {
        Change { old: None, new: Some(new.to_string()) }
    }
}

/// Writes down who has read what. `subject` is `kind:id`; no personal data goes into the log.
pub async fn audit(app: &App, viewer: &Viewer, action: &str, subject: &str) -> Result<(), Fault> {
    let tx = app.db.begin().await?;
    audit_change(app, &tx, viewer, action, subject, Change::none()).await?;
    tx.commit().await?;
    Ok(())
}

/// Writes a change down in its own transaction, as the last thing before the commit: the head of the chain is locked, so
/// that entries are added one after the other, each bound to the one before it.
pub async fn audit_change(
    app: &App,
    tx: &DatabaseTransaction,
    viewer: &Viewer,
    action: &str,
    subject: &str,
    change: Change,
) -> Result<(), Fault> {
    let done = Done {
        at: app.clock.now(),
        account_id: viewer.account_id(),
        action: action.to_owned(),
        subject: subject.to_owned(),
        address: Some(viewer.address.clone()),
        change,
    };
    audit_all(app, tx, vec![done]).await
}

/// What somebody has done.
pub struct Done {
    pub at: DateTime<Utc>,
    pub account_id: Option<Uuid>,
    pub action: String,
    /// `kind:id`
    pub subject: String,
    pub address: Option<String>,
    pub change: Change,
}

/// The same as [`audit_change`] for many entries, in their order.
pub async fn audit_all(app: &App, tx: &DatabaseTransaction, entries: Vec<Done>) -> Result<(), Fault> {
    let head = audit_head::Entity::find().lock_exclusive().one(tx).await?;
    let mut head = head.ok_or_else(|| Fault::new("the audit log has lost its head"))?;
    let mut rows = Vec::with_capacity(entries.len());
    for done in entries {
        head.number += 1;
        let mut row = audit::Model {
            id: app.ids.new(),
            // Databases keep microseconds.
            at: DateTime::from_timestamp_micros(done.at.timestamp_micros()).unwrap_or(done.at),
            account_id: done.account_id,
            action: done.action,
            subject: done.subject,
            address: done.address,
            number: Some(head.number),
            hash: None,
            old_values: done.change.old,
            new_values: done.change.new,
        };
        head.hash = hash_of(&head.hash, &row);
        row.hash = Some(head.hash.clone());
        rows.push(row);
    }
    insert_all::<audit::Entity>(tx, rows).await?;
    let end = audit_head::ActiveModel {
        id: Unchanged(head.id),
        number: Set(head.number),
        hash: Set(head.hash),
        unchained: Unchanged(head.unchained),
    };
    end.update(tx).await?;
    Ok(())
}
