use domain::audit::{Entry, link};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use ::entity::{audit, audit_head};

use crate::app::App;
use crate::platform::Fault;

/// What binds an entry to everything before it.
pub(super) fn hash_of(previous: &[u8], row: &audit::Model) -> Vec<u8> {
    let entry = Entry {
        number: row.number.unwrap_or_default(),
        id: row.id,
        at: row.at,
        account: row.account_id,
        action: &row.action,
        subject: &row.subject,
        address: row.address.as_deref(),
        change: (row.old_values.as_deref(), row.new_values.as_deref()),
    };
    link(previous, &entry).to_vec()
}

/// Walks along the chain; says where it is broken, if it is.
pub async fn broken_chain(app: &App) -> Result<Option<String>, Fault> {
    const PAGE: u64 = 2_000;
    let db = app.db.read();
    let (mut number, mut hash) = (0, Vec::new());
    loop {
        let rows = audit::Entity::find()
            .filter(audit::Column::Number.gt(number))
            .order_by_asc(audit::Column::Number)
            .limit(PAGE)
            .all(db)
            .await?;
        // Read after the rows: the log may grow meanwhile, but never beyond its head.
        let head = audit_head::Entity::find().one(db).await?;
        let Some(head) = head else { return Ok(Some("the head is gone".into())) };
        for row in &rows {
            if row.number != Some(number + 1) {
                return Ok(Some(format!("entry {} is missing", number + 1)));
            }
            hash = hash_of(&hash, row);
            if row.hash.as_ref() != Some(&hash) {
                return Ok(Some(format!("entry {} is not what was written", number + 1)));
            }
            number += 1;
            if number > head.number {
                return Ok(Some(format!("entry {number} is beyond the head")));
            }
            if number == head.number && hash != head.hash {
                return Ok(Some("the head is not that of the last entry".into()));
            }
        }
        if !rows.is_empty() {
            continue;
        }
        let older = audit::Entity::find().filter(audit::Column::Number.is_null()).count(db).await?;
        return Ok(if number < head.number && !grows(app, number).await? {
            Some(format!("entry {} is missing", number + 1))
        } else if i64::try_from(older) != Ok(head.unchained) {
            Some(format!("{older} entries without a place, {} are known", head.unchained))
        } else {
            None
        });
    }
}

/// Whether an entry has come after that number meanwhile.
async fn grows(app: &App, number: i64) -> Result<bool, Fault> {
    Ok(audit::Entity::find().filter(audit::Column::Number.eq(number + 1)).count(app.db.read()).await? > 0)
}
