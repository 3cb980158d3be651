//! Where settlements stand by what has been paid for them.

use chrono::NaiveDate;
use domain::carrier_settlement::State;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use ::entity::settlement::{ActiveModel, Column, Entity, Model};

use crate::platform::Fault;

/// The last settlement with a carrier in a currency.
pub async fn last_of(db: &impl ConnectionTrait, carrier: Uuid, currency: &str) -> Result<Option<Model>, Fault> {
    let rows = Entity::find().filter(Column::CarrierId.eq(carrier)).filter(Column::Currency.eq(currency));
    Ok(rows.order_by_desc(Column::Number).one(db).await?)
}

/// The last day that was settled with a carrier for good.
pub async fn settled_until(
    db: &impl ConnectionTrait,
    carrier: Uuid,
    currency: &str,
) -> Result<Option<NaiveDate>, Fault> {
    let rows = Entity::find().filter(Column::CarrierId.eq(carrier)).filter(Column::Currency.eq(currency));
    let row = rows.filter(Column::ApprovedAt.is_not_null()).order_by_desc(Column::EndsOn).one(db).await?;
    Ok(row.map(|row| row.ends_on))
}

/// Writes down what has been paid for an approved settlement, and where it stands by that. The caller has the books' lock.
pub async fn restate(tx: &DatabaseTransaction, id: Uuid, more_minor: i64) -> Result<Model, Fault> {
    let row = Entity::find_by_id(id).one(tx).await?.ok_or_else(|| Fault::new("a settlement vanished"))?;
    let later = Entity::find()
        .filter(Column::CarrierId.eq(row.carrier_id))
        .filter(Column::Currency.eq(&row.currency))
        .filter(Column::Number.gt(row.number))
        .filter(Column::ApprovedAt.is_not_null());
    let last = later.one(tx).await?.is_none();
    let paid_minor = row.paid_minor + more_minor;
    let change = ActiveModel {
        id: Set(id),
        paid_minor: Set(paid_minor),
        state: Set(State::of(row.closing_minor, paid_minor, last).code().to_owned()),
        version: Set(row.version + 1),
        ..Default::default()
    };
    Ok(Entity::update(change).exec(tx).await?)
}
