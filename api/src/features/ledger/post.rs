use domain::ledger::Posting;
use sea_orm::sea_query::OnConflict;
use sea_orm::{DatabaseTransaction, EntityTrait, Set};
use uuid::Uuid;

use ::entity::{posting, posting_line};

use crate::app::App;
use crate::platform::Fault;

/// A posting to be booked.
pub struct Entry {
    /// What it follows from, and so what it is booked once for.
    pub source: String,
    /// PAYMENT, SALE, …
    pub kind: &'static str,
    pub order: Option<Uuid>,
    pub posting: Posting,
}

/// Books postings in the caller's transaction. If they are booked already the answer is false; if only some of them are,
/// it is an error.
pub async fn post(
    app: &App,
    tx: &DatabaseTransaction,
    entries: impl IntoIterator<Item = Entry>,
) -> Result<bool, Fault> {
    let (mut rows, mut lines) = (Vec::new(), Vec::new());
    for entry in entries.into_iter().filter(|entry| !entry.posting.lines().is_empty()) {
        let id = app.ids.new();
        lines.extend(entry.posting.lines().iter().zip(0..).map(|(line, position)| posting_line::ActiveModel {
            posting_id: Set(id),
            position: Set(position),
            account: Set(line.account.code()),
            currency: Set(line.currency.code().to_owned()),
            amount_minor: Set(line.amount_minor),
        }));
        rows.push(posting::ActiveModel {
            id: Set(id),
            source: Set(entry.source),
            kind: Set(entry.kind.to_owned()),
            order_id: Set(entry.order),
            at: Set(app.clock.now()),
        });
    }
    let count = u64::try_from(rows.len())?;
    if count == 0 {
        return Ok(false);
    }
    let inserted = posting::Entity::insert_many(rows)
        .on_conflict(OnConflict::column(posting::Column::Source).do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    if inserted == 0 {
        return Ok(false);
    }
    if inserted < count {
        return Err(Fault::new("of postings that belong together one was booked before"));
    }
    posting_line::Entity::insert_many(lines).exec_without_returning(tx).await?;
    Ok(true)
}
