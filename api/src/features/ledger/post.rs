use domain::ledger::Posting;
use sea_orm::sea_query::OnConflict;
use sea_orm::{DatabaseTransaction, EntityTrait, Set};
use uuid::Uuid;

use ::entity::{posting, posting_line};

use crate::app::App;
use crate::platform::Fault;

/// Books a posting in the caller's transaction. The same `source` again books nothing and returns false.
pub async fn post(
    app: &App,
    tx: &DatabaseTransaction,
    source: String,
    kind: &str,
    order_id: Option<Uuid>,
    booked: &Posting,
) -> Result<bool, Fault> {
    if booked.lines().is_empty() {
        return Ok(false);
    }
    let id = app.ids.new();
    let row = posting::ActiveModel {
        id: Set(id),
        source: Set(source),
        kind: Set(kind.to_owned()),
        order_id: Set(order_id),
        at: Set(app.clock.now()),
    };
    let inserted = posting::Entity::insert(row)
        .on_conflict(OnConflict::column(posting::Column::Source).do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    if inserted == 0 {
        return Ok(false);
    }
    let lines = booked.lines().iter().zip(0..).map(|(line, position)| posting_line::ActiveModel {
        posting_id: Set(id),
        position: Set(position),
        account: Set(line.account.code()),
        currency: Set(line.currency.code().to_owned()),
        amount_minor: Set(line.amount_minor),
    });
    posting_line::Entity::insert_many(lines).exec_without_returning(tx).await?;
    Ok(true)
}
