//! Up to when the books are closed.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use ::entity::period_closing::{Column, Entity, Model};

use crate::platform::Fault;

/// The last closing that was not opened again; before an instant, if there is one.
pub async fn last_closing(db: &impl ConnectionTrait, before: Option<DateTime<Utc>>) -> Result<Option<Model>, Fault> {
    let mut rows = Entity::find().filter(Column::ReopenedAt.is_null());
    if let Some(before) = before {
        rows = rows.filter(Column::Until.lte(before));
    }
    Ok(rows.order_by_desc(Column::LastDay).one(db).await?)
}

/// Nothing may be booked before this instant.
pub async fn closed_until(db: &impl ConnectionTrait) -> Result<Option<DateTime<Utc>>, Fault> {
    Ok(last_closing(db, None).await?.map(|row| row.until))
}
