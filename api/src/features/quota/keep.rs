//! What trips' rows say of kept seats.

use std::collections::{HashMap, HashSet};

use domain::quota::{Kept, Purpose, Rule};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use ::entity::{quota, trip};

use crate::platform::Fault;
use crate::platform::rows::MAX_IDS;

/// On one trip free for all, whatever its departure says.
pub const OPEN: &str = "OPEN";

/// What a row says; `None` for one that only takes back what the departure keeps.
pub fn rule_of(row: &quota::Model) -> Result<Option<Rule>, Fault> {
    let lost = |what: &str| Fault::new(format!("quota {} has lost its {what}", row.id));
    let purpose = match row.purpose.as_str() {
        "CLOSED" => Purpose::Closed,
        "RESERVE" => Purpose::Reserve,
        "STAFF" => Purpose::Staff,
        "CHANNELS" => Purpose::Channels(serde_json::from_value(row.channels.clone())?),
        "PARTNER" => Purpose::Partner(row.partner_id.ok_or_else(|| lost("partner"))?),
        "STOP" => Purpose::Stop(row.stop_id.ok_or_else(|| lost("stop"))?),
        OPEN => return Ok(None),
        _ => return Err(lost("purpose")),
    };
    Ok(Some(Rule { purpose, seats: seats_of(row)?, places: row.places, release_minutes: row.release_minutes }))
}

pub fn seats_of(row: &quota::Model) -> Result<Vec<String>, Fault> {
    Ok(serde_json::from_value(row.seats.clone())?)
}

/// All that is kept on a trip, as its row has it; `rows` are those of its departure and its own.
fn kept_on<'a>(rows: impl Iterator<Item = &'a quota::Model> + Clone) -> Result<Option<String>, Fault> {
    let mut opened: HashSet<String> = HashSet::new();
    for row in rows.clone().filter(|row| row.purpose == OPEN) {
        opened.extend(seats_of(row)?);
    }
    let mut kept = Kept::default();
    for row in rows {
        let Some(mut rule) = rule_of(row)? else { continue };
        if row.series_id.is_some() {
            rule.seats.retain(|seat| !opened.contains(seat));
        }
        if !rule.seats.is_empty() || rule.places > 0 {
            kept.0.push(rule);
        }
    }
    Ok(if kept.0.is_empty() { None } else { Some(serde_json::to_string(&kept)?) })
}

/// The quotas in force, by what they are for: a departure or a trip.
async fn standing(db: &impl ConnectionTrait) -> Result<HashMap<Uuid, Vec<quota::Model>>, Fault> {
    use quota::Column;
    let rows = quota::Entity::find().filter(Column::DroppedAt.is_null());
    let mut by_subject: HashMap<Uuid, Vec<quota::Model>> = HashMap::new();
    for row in rows.order_by_asc(Column::MadeAt).order_by_asc(Column::Id).all(db).await? {
        let subject = row.series_id.or(row.trip_id).unwrap_or_default();
        by_subject.entry(subject).or_default().push(row);
    }
    Ok(by_subject)
}

/// Tells new trips what is kept on them, within the transaction that writes them.
pub async fn keep_new(tx: &DatabaseTransaction, trips: &mut [trip::Model]) -> Result<(), Fault> {
    if trips.is_empty() {
        return Ok(());
    }
    let standing = standing(tx).await?;
    if standing.is_empty() {
        return Ok(());
    }
    for trip in trips {
        let rows = [trip.series_id, trip.id].into_iter().filter_map(|subject| standing.get(&subject)).flatten();
        trip.kept = kept_on(rows)?;
    }
    Ok(())
}

/// Writes anew what is kept on these trips, whose rows the transaction has locked.
pub async fn keep(tx: &DatabaseTransaction, ids: &[Uuid]) -> Result<(), Fault> {
    let standing = standing(tx).await?;
    for chunk in ids.chunks(MAX_IDS) {
        let trips: Vec<(Uuid, Uuid)> = trip::Entity::find()
            .select_only()
            .columns([trip::Column::Id, trip::Column::SeriesId])
            .filter(trip::Column::Id.is_in(chunk.iter().copied()))
            .into_tuple()
            .all(tx)
            .await?;
        let mut alike: HashMap<Option<String>, Vec<Uuid>> = HashMap::new();
        for (id, series) in trips {
            let rows = [series, id].into_iter().filter_map(|subject| standing.get(&subject)).flatten();
            alike.entry(kept_on(rows)?).or_default().push(id);
        }
        for (kept, ids) in alike {
            trip::Entity::update_many()
                .col_expr(trip::Column::Kept, kept.into())
                .filter(trip::Column::Id.is_in(ids))
                .exec(tx)
                .await?;
        }
    }
    Ok(())
}
